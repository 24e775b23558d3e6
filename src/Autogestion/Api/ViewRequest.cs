using System.Globalization;
using Autogestion.Domain.Kernel;
using Autogestion.Look;
using Autogestion.Web;

namespace Autogestion.Api;

/// <summary>Turns a reference to words into the words, where they may and can be read.</summary>
public delegate SaidView? Say(Text? text);

/// <summary>A view asked for: the visit, and what the address says.</summary>
public sealed record ViewRequest(Visit Visit, HttpContext Http)
{
    /// <summary>A whole number of the address or of its query; null when there is none or it makes no sense.</summary>
    public long? Number(string name) =>
        long.TryParse(Http.Request.RouteValues[name] as string ?? Http.Request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>How many of a list: as asked, within limits.</summary>
    public int Limit(int usual, int most) => (int)Math.Clamp(Number("limit") ?? usual, 1, most);

    /// <summary>A person; the name only for those who belong.</summary>
    public PersonView Person(PersonId id) => new(id, Visit.Viewer.IsMember ? Visit.Names[id] : null, Visit.State.Roster.Find(id)?.Number);
}

/// <summary>A view that is ready to be said, once words can be read.</summary>
public delegate object Ready(Say say);

/// <summary>The way from an address to a view: visit, position, audience, words. Every view passes here.</summary>
public static class ViewEndpoints
{
    /// <summary>Maps a view that is made from the state alone; null is not found.</summary>
    public static void MapView<T>(this IEndpointRouteBuilder routes, string path, Audience audience, string summary, Func<ViewRequest, Say, T?> make)
        where T : class
    {
        routes.MapView<T>(path, audience, summary, request =>
            ValueTask.FromResult<Ready?>(make(request, _ => null) is null ? null : say => make(request, say)!));
    }

    /// <summary>Maps a view for which something must be read first; null is not found.</summary>
    public static void MapView<T>(this IEndpointRouteBuilder routes, string path, Audience audience, string summary, Func<ViewRequest, ValueTask<Ready?>> prepare) =>
        routes.MapGet(path, (string book, HttpContext http, Visits visits, Reader reader) => AnswerAsync<T>(book, http, visits, reader, audience, prepare))
            .WithMetadata(new SeenBy(audience))
            .WithSummary($"{summary} Seen by: {audience}.")
            .Produces<Read<T>>()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> AnswerAsync<T>(string book, HttpContext http, Visits visits, Reader reader, Audience audience, Func<ViewRequest, ValueTask<Ready?>> prepare)
    {
        var at = long.TryParse(http.Request.Query["at"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 0;
        if (await visits.ToAsync(book, at, http.RequestAborted) is not { } visit) return Answers.Plain(StatusCodes.Status404NotFound, reader);
        if (Caller.Refuse(visit, visits, audience, reader) is { } no) return no;
        if (visit.Book.Position < at)
        {
            http.Response.Headers.RetryAfter = "1";
            return Answers.Plain(StatusCodes.Status503ServiceUnavailable, reader);
        }
        if (await prepare(new(visit, http)) is not { } ready) return Answers.Plain(StatusCodes.Status404NotFound, reader);
        var view = await SayAsync(ready, visit, http);
        return TypedResults.Json(new Read<T>(book, visit.Book.Position, visit.Book.Root.ToString(), (T)view), Office.Codec.JsonForm.Options);
    }

    // Made twice: once to learn which words are wanted, and once with them, read in one go.
    private static async Task<object> SayAsync(Ready ready, Visit visit, HttpContext http)
    {
        var wanted = new List<Text>();
        var silent = ready(text =>
        {
            if (text is not null) wanted.Add(text);
            return null;
        });
        if (wanted.Count == 0) return silent;
        var texts = http.RequestServices.GetRequiredService<Registry.RegistryDatabase>().Texts;
        var read = await texts.ReadManyAsync(visit.Book.Id, wanted.Select(text => text.Id).Distinct(), http.RequestAborted);
        return ready(text => text is null ? null : new(text.Id, text.Hash, read.GetValueOrDefault(text.Id) is Registry.TextReading.Legible legible && legible.Matches(text) ? legible.Words : null));
    }
}

/// <summary>Who may see a view, on its endpoint: for the description and for tests.</summary>
public sealed record SeenBy(Audience Audience);
