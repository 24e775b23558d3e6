using System.Text.Json;
using System.Text.Json.Nodes;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Look;
using Autogestion.Office.Codec;
using Autogestion.Office.Desk;
using Autogestion.Registry;
using Autogestion.Web;

namespace Autogestion.Api;

/// <summary>Acts asked by programs and scripts, under the same authority as those of the pages.</summary>
public sealed class ActsEndpoint(Node node, Visits visits, Newcomers newcomers, Reader reader)
{
    /// <summary>Answers <c>POST /c/{book}/api/acts</c>.</summary>
    public static Task<IResult> PostAsync(string book, HttpContext context, ActsEndpoint endpoint) => endpoint.AnswerAsync(book, context);

    private async Task<IResult> AnswerAsync(string book, HttpContext context)
    {
        try
        {
            return await AskAsync(book, context);
        }
        catch (InvalidInputException invalid)
        {
            return Answers.Invalid(invalid, reader);
        }
    }

    private async Task<IResult> AskAsync(string book, HttpContext context)
    {
        var cancellation = context.RequestAborted;
        if (!Caller.IsFromHere(context.Request)) return Answers.Plain(StatusCodes.Status403Forbidden, reader);
        if (!context.Request.HasJsonContentType()) return Answers.Plain(StatusCodes.Status415UnsupportedMediaType, reader);
        if (await visits.ToAsync(book, cancellation: cancellation) is not { } visit) return Answers.Plain(StatusCodes.Status404NotFound, reader);
        if (visit.Viewer.Person is null && visits.Account is null) return Answers.Plain(StatusCodes.Status401Unauthorized, reader);
        if (await BodyAsync(context.Request, cancellation) is not { } body) return Answers.Plain(StatusCodes.Status413PayloadTooLarge, reader);

        var (incoming, fault) = IncomingAct.Read(body);
        if (incoming is null) return Answers.Malformed(fault!, reader);
        if (incoming.Newcomer is not null) return await BringAsync(visit, incoming, cancellation);
        return visit.Viewer.Person is { } person
            ? await AskAsync(visit, incoming, person, incoming.Data, cancellation)
            : Answers.Plain(StatusCodes.Status403Forbidden, reader);
    }

    private async Task<IResult> AskAsync(Visit visit, IncomingAct incoming, PersonId person, ReadOnlyMemory<byte> data, CancellationToken cancellation) =>
        Read(visit, incoming, data) is var (act, texts, no) && no is not null
            ? no
            : Said(visit, person, act!, await AskAsync(visit, incoming, person, act!, texts, cancellation));

    private IResult Said(Visit visit, PersonId person, Act act, ActAnswer answer) => Answers.Of(
        answer, reader, visit.State.Statutes.Preset,
        answer is ActAnswer.Refused refused ? RefusalSlip.Sign(node.Keys.For(visit.Book.Id), visit.Book.Id, person, act, refused) : null);

    private async Task<ActAnswer> AskAsync(Visit visit, IncomingAct incoming, PersonId person, Act act, List<PreparedText> texts, CancellationToken cancellation) =>
        Forbidden(incoming.Authority) is { } refusal
            ? new ActAnswer.Refused(refusal, visit.Book.Position, visit.Now)
            : await node.AskAsync(new(visit.Book.Id, incoming.Id, person, act, incoming.Authority) { Happened = incoming.Happened, Texts = [.. texts] }, cancellation);

    // Somebody new is written down before the act, and forgotten again if it was not entered.
    private async Task<IResult> BringAsync(Visit visit, IncomingAct incoming, CancellationToken cancellation)
    {
        if (incoming.Act != ApplicationName) return Answers.Malformed(new(FaultKind.UnknownMember, "/newcomer"), reader);
        if (JsonNode.Parse(incoming.Data.Span) is not JsonObject data) return Answers.Malformed(new(FaultKind.WrongValue, "/data", "object"), reader);
        var own = visit.Viewer.Person is not { } viewer || visit.State.Roster.Find(viewer) is null;
        if (own && visits.Account is null) return Answers.Plain(StatusCodes.Status403Forbidden, reader);
        await using var newcomer = await newcomers.WriteDownAsync(visit.Book.Id, incoming.Newcomer!, own ? visits.Account : null, own ? visit.Viewer.Person : null, cancellation);
        if (newcomer is null) return Answers.Refused(MembersRefusals.AlreadyKnown, visit.Book.Position, reader, visit.State.Statutes.Preset);
        data["person"] = newcomer.Person.Value;
        data["commitment"] = newcomer.Commitment;
        var (act, texts, no) = Read(visit, incoming, JsonSerializer.SerializeToUtf8Bytes(data));
        if (no is not null) return no;
        var answer = await AskAsync(visit, incoming, own ? newcomer.Person : visit.Viewer.Person!.Value, act!, texts, cancellation);
        if (answer is ActAnswer.Entered { Repeated: false }) newcomer.Keep();
        return Answers.Of(answer, reader, visit.State.Statutes.Preset);
    }

    private (Act? Act, List<PreparedText> Texts, IResult? No) Read(Visit visit, IncomingAct incoming, ReadOnlyMemory<byte> data)
    {
        var texts = new List<PreparedText>();
        var read = ActCodec.House.Read(incoming.Act, data, (words, language, retention) =>
        {
            var (reference, prepared) = node.Registry.Texts.Prepare(visit.Book.Id, language ?? reader.Language, words, retention);
            texts.Add(prepared);
            return reference;
        });
        return read is Incoming.Readable readable
            ? (readable.Act, texts, null)
            : (null, texts, Answers.Malformed(Below("/data", ((Incoming.Malformed)read).Fault), reader));
    }

    private static Fault Below(string path, Fault fault) => fault.Kind == FaultKind.UnknownAct ? fault with { Path = "/act" } : fault with { Path = path + fault.Path };

    // Letters and what fell due are the desk's to enter, and effects run by themselves: nobody cites them from outside.
    private static Refusal? Forbidden(Authority? authority) => authority switch
    {
        Authority.Letter or Authority.RuleDue => Domain.AuthorityRefusals.OnlyTheDesk,
        Authority.Resolution => Domain.AuthorityRefusals.ResolutionsExecuteThemselves,
        _ => (Refusal?)null,
    };

    private static async Task<ReadOnlyMemory<byte>?> BodyAsync(HttpRequest request, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (body.Length + read > Limits.MaxRequestBytes) return null;
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }

    private static string ApplicationName { get; } = Catalogue.House.Acts.Single(kind => kind.Type == typeof(ApplyForAdmission)).Name;
}
