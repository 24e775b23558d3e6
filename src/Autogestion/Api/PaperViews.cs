using Autogestion.Domain.Kernel;
using Autogestion.Office.Search;
using Autogestion.Telling;

namespace Autogestion.Api;

/// <summary>A stretch of folios.</summary>
/// <param name="Assembly">Whose minutes stand on them; null for void ones.</param>
public sealed record FolioView(BodyId Body, int Book, int From, int Through, AssemblyId? Assembly, int? Minutes, long? Position);

/// <summary>The folios of every minute book.</summary>
public sealed record FoliosView(IReadOnlyList<FolioView> Folios, IReadOnlyList<NextFolioView> Next);

/// <summary>Which folio is next in the minute book of a body.</summary>
public sealed record NextFolioView(BodyId Body, int Book, int Folio, int? Last);

/// <summary>A text that was found.</summary>
public sealed record FoundView(Guid Text, Paper Paper, long Position, Instant At, Matter? Matter, BodyId? Body, AssemblyId? Assembly, ResolutionId? Resolution, string Language, string Words);

/// <summary>What a search found: a sheet of it, and how many there are.</summary>
public sealed record SearchView(int All, IReadOnlyList<FoundView> Found);

/// <summary>An entry that concerns the reader.</summary>
public sealed record ConcernView(long Position, string Kind, Instant At, string Href, bool Read);

/// <summary>Views of papers: folios, search, and what concerns one.</summary>
public static class PaperViews
{
    private const int Usual = 20, Most = 100;

    public static FoliosView Folios(ViewRequest request, Say say)
    {
        var board = request.Visit.State.Assemblies;
        return new(
            [
                .. board.Past.Values.Where(past => past.Minutes is not null).SelectMany(past => past.Minutes!.Folios.Select(range => new FolioView(past.Body, range.Book, range.From, range.Through, past.Id, past.Minutes.Number, range.Position))),
                .. board.Books.SelectMany(book => book.Value.Voids.Select(range => new FolioView(book.Key, range.Book, range.From, range.Through, null, null, null))),
            ],
            [.. request.Visit.State.Bodies.All.Values.Select(body => (body.Id, Book: board.BookOf(body.Id))).Select(body => new NextFolioView(body.Id, body.Book.Number, body.Book.Next, body.Book.Last))]);
    }

    public static async ValueTask<Ready?> SearchAsync(ViewRequest request)
    {
        var query = request.Http.Request.Query;
        var question = new Question(
            query["q"].ToString() is { Length: <= 200 } words ? words : "",
            Enum.TryParse<Paper>(query["paper"], out var paper) ? paper : null, Enum.TryParse<Matter>(query["matter"], out var matter) ? matter : null,
            request.Number("body") is { } body and <= int.MaxValue ? new BodyId((int)body) : null, MembersToo: request.Visit.Viewer.IsMember);
        var skip = (int)Math.Min(request.Number("skip") ?? 0, 10_000);
        var found = await request.Http.RequestServices.GetRequiredService<SearchShelf>().AskAsync(request.Visit.Desk, question, skip, request.Limit(Usual, Most), request.Http.RequestAborted);
        var view = new SearchView(found.All, [.. found.Shown.Select(one => new FoundView(
            one.Findable.Text.Id, one.Findable.Paper, one.Findable.Position, one.Findable.At, one.Findable.Matter, one.Findable.Body, one.Findable.Assembly, one.Findable.Resolution, one.Language, one.Words))]);
        return _ => view;
    }

    public static async ValueTask<Ready?> ConcernsAsync(ViewRequest request)
    {
        var visit = request.Visit;
        if (visit.Viewer.Person is not { } person) return null;
        var choice = await request.Http.RequestServices.GetRequiredService<Registry.RegistryDatabase>().Tellings.FindAsync(visit.Book.Id, person, request.Http.RequestAborted);
        var concerns = await Concerns.SinceAsync(visit.Desk, visit.Book, visit.Viewer, request.Number("after") ?? 0, request.Limit(Usual, Most), request.Http.RequestAborted);
        IReadOnlyList<ConcernView> view = [.. concerns.Select(concern => new ConcernView(concern.Entry.Position, concern.Entry.Envelope.Kind, concern.Entry.Stamp.Entered, concern.Href, concern.Entry.Position <= choice.ReadTo))];
        return _ => view;
    }
}
