using Autogestion.Domain;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Web;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Assemblies.Record;

/// <summary>A stretch of folios as the list shows it.</summary>
/// <param name="Void">Nothing stands on them.</param>
public sealed record FolioRow(int Book, int From, int Through, PastAssembly? Sitting, bool Void, Text? Reason);

/// <summary>The minute book of a body: which folios hold which minutes, which are void, and what is next.</summary>
public sealed class FoliosPage() : RoomPage(Audience.Members)
{
    [BindProperty(SupportsGet = true, Name = "body")]
    public int Body { get; set; } = BodyId.Assembly.Value;

    [BindProperty]
    public int? First { get; set; }

    [BindProperty]
    public int? Last { get; set; }

    [BindProperty]
    public string? Reference { get; set; }

    [BindProperty]
    public int? Count { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public BodyId Of => new(Body);

    public MinuteBook Volume => Visit.State.Assemblies.BookOf(Of);

    public AssemblyWords Say => new(T, Visit, Words);

    public IEnumerable<BodyId> Bodies => Visit.State.Bodies.All.Values.Select(body => body.Id);

    public bool MayKeep => Visit.Viewer.Person is { } person && Authorities.For(new VoidFolios(Of, 1, new(default, "", Retention.Legal)), person, Visit.Now, Visit.State) is not null;

    /// <summary>Every folio there is, the newest first.</summary>
    public IReadOnlyList<FolioRow> Rows =>
    [
        .. Visit.State.Assemblies.Past.Values.Where(past => past.Body == Of && past.Minutes is not null)
            .SelectMany(past => past.Minutes!.Folios.Select(range => new FolioRow(range.Book, range.From, range.Through, past, false, null)))
            .Concat(Volume.Voids.Select(range => new FolioRow(range.Book, range.From, range.Through, null, true, range.Reason)))
            .OrderByDescending(row => row.Book).ThenByDescending(row => row.From),
    ];

    /// <summary>Minutes that wait for their folios, in the order in which they go.</summary>
    public IEnumerable<PastAssembly> Waiting => Visit.State.Assemblies.Past.Values
        .Where(past => past.Body == Of && MinutesSheets.Waits(past.Minutes)).OrderBy(past => past.Minutes!.Number);

    protected override bool Exists => Visit.State.Bodies.Find(Of) is not null;

    protected override IEnumerable<Text?> Texts() => [.. Volume.Voids.Select(range => range.Reason), .. Bodies.Select(body => AssemblyWords.NameOf(body, Visit))];

    private string Here => $"/c/{BookId}/folios?body={Body}";

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostOpenAsync()
    {
        var words = string.IsNullOrWhiteSpace(Reference) ? null : Typed(Reference);
        return AskAsync(new OpenMinuteBook(Of, First ?? 0, Last, words?.Text), T["folios.asked.open"], T["folios.done.open"], Here, words is null ? [] : [words]);
    }

    public Task<IActionResult> OnPostVoidAsync()
    {
        var words = Typed(Reason);
        return AskAsync(new VoidFolios(Of, Count ?? 0, words), T["folios.asked.void"], T["folios.done.void"], Here, words);
    }
}
