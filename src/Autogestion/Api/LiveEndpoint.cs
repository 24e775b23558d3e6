using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Look;
using Autogestion.Web;
using Microsoft.AspNetCore.Antiforgery;

namespace Autogestion.Api;

/// <summary>What of a sitting is kept fresh: the partials that draw it, each being the name of its event.</summary>
/// <param name="Boards">Partials that are drawn only for who asks for them alone, with <c>?part=</c>.</param>
/// <param name="Folder">Where the partials are, as <c>/Pages/Assemblies/Live</c>.</param>
/// <param name="Texts">The words they show.</param>
/// <param name="Model">Their model, one for all.</param>
public sealed record LiveSource(
    string Folder, IReadOnlyList<string> Parts, IReadOnlyList<string> Boards, Func<Visit, Assembly, IEnumerable<Text?>> Texts, Func<Visit, Assembly, Words, object> Model);

/// <summary>
/// Follows a sitting: after each change of the book, at most four times a second, sends the fragments that look different to
/// this viewer. A quiet line every fifteen seconds keeps the connection open. When the sitting is over it has been said and ends.
/// </summary>
public sealed partial class LiveEndpoint(Visits visits, LiveSource source, LiveFragments fragments, LiveBoards boards, LiveSeats seats, IAntiforgery antiforgery, Reader reader)
{
    private static readonly TimeSpan Coalesce = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>Answers <c>GET /c/{book}/api/live/{assembly}</c>.</summary>
    public static Task<IResult> GetAsync(string book, int assembly, HttpContext context, LiveEndpoint endpoint) => endpoint.AnswerAsync(book, new(assembly), context);

    private async Task<IResult> AnswerAsync(string book, AssemblyId id, HttpContext context)
    {
        if (await visits.ToAsync(book, cancellation: context.RequestAborted) is not { } visit) return Answers.Plain(StatusCodes.Status404NotFound, reader);
        if (Caller.Refuse(visit, visits, Audience.Members, reader) is { } no) return no;
        if (visit.State.Assemblies.Find(id) is null) return Answers.Plain(StatusCodes.Status404NotFound, reader);
        if (seats.Take(visit.Viewer.Person?.ToString() ?? "public") is not { } seat)
        {
            context.Response.Headers.RetryAfter = "10";
            return Answers.Plain(StatusCodes.Status429TooManyRequests, reader);
        }
        context.Response.RegisterForDispose(seat);
        // The cookie that goes with the tokens of the forms must travel before the first fragment does.
        antiforgery.GetAndStoreTokens(context);
        // Buffering proxies would keep the fragments back.
        context.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(FollowAsync(visit, id, context, context.RequestAborted));
    }

    private async IAsyncEnumerable<SseItem<string>> FollowAsync(Visit visit, AssemblyId id, HttpContext context, [EnumeratorCancellation] CancellationToken cancellation)
    {
        reader.At(visit.Country, visit.State.Deed.Zone);
        var alone = context.Request.Query["part"].ToString();
        var followed = source.Boards.Contains(alone) || source.Parts.Contains(alone) ? source with { Parts = [alone] } : source;
        var shown = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var seen = -1L; ;)
        {
            if (visit.Book.Position == seen) yield return new("", "still");
            else if (visit.State.Assemblies.Find(id) is { } assembly)
            {
                await foreach (var (name, html) in DrawAsync(followed, visit, assembly, context, cancellation))
                {
                    var looks = FreshIds().Replace(html, "");
                    if (shown.TryGetValue(name, out var before) && before == looks) continue;
                    shown[name] = looks;
                    yield return new(html, name);
                }
            }
            else
            {
                boards.Forget(visit.Book.Id.Value, id);
                // Over: the page, asked for again, shows the whole record.
                yield return new("", "over");
                yield break;
            }
            seen = visit.Book.Position;
            var next = await NextAsync(visit, id, cancellation);
            if (next is null || !next.Viewer.IsOf(Audience.Members)) yield break;
            visit = next;
        }
    }

    // A board is drawn once for all who follow it; everything else for each.
    private async IAsyncEnumerable<(string Name, string Html)> DrawAsync(LiveSource followed, Visit visit, Assembly assembly, HttpContext context, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (followed.Parts is not [var only] || !source.Boards.Contains(only))
        {
            await foreach (var fragment in fragments.RenderAsync(followed, visit, assembly, context, cancellation)) yield return fragment;
            yield break;
        }
        yield return (only, await boards.OfAsync(visit.Book.Id.Value, assembly.Id, only, reader.Language, visit.Book.Position, async () =>
        {
            await foreach (var (_, html) in fragments.RenderAsync(followed, visit, assembly, context, cancellation)) return html;
            return "";
        }));
    }

    // The next state of the book after a pause, or the same after a quiet while.
    private async Task<Visit?> NextAsync(Visit visit, AssemblyId id, CancellationToken cancellation)
    {
        await Task.Delay(Coalesce, cancellation);
        using var quiet = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        quiet.CancelAfter(Heartbeat);
        try
        {
            await visit.Desk.AtLeastAsync(visit.Book.Position + 1, quiet.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Quiet: who looks may have changed nonetheless.
        }
        return await visits.ToAsync(visit.Book.Id.Value, cancellation: cancellation);
    }

    // Forms carry an id for their act that is new each time they are drawn: it is no change.
    [GeneratedRegex("""(?<=name="act" value=")[^"]*""")]
    private static partial Regex FreshIds();
}
