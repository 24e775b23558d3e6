using Autogestion.Domain.Kernel;
using Autogestion.Office.Search;
using Autogestion.Web;
using Autogestion.Wording;
using Microsoft.AspNetCore.Mvc;
using NodaTime.Text;

namespace Autogestion.Pages.Search;

/// <summary>Looks for words in everything that was called, moved, decided and minuted. Whoever looks finds what they may see, and nothing else.</summary>
public sealed class SearchPage(SearchShelf shelf) : RoomPage(Audience.Public)
{
    private const int OnOneSheet = 20, Longest = 200;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Asked { get; set; }

    [BindProperty(SupportsGet = true, Name = "paper")]
    public string? PaperName { get; set; }

    [BindProperty(SupportsGet = true, Name = "matter")]
    public string? MatterName { get; set; }

    [BindProperty(SupportsGet = true, Name = "body")]
    public string? BodyName { get; set; }

    [BindProperty(SupportsGet = true, Name = "from")]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "until")]
    public string? Until { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Sheet { get; set; } = 1;

    public FoundList? Found { get; private set; }

    public int First => (Sheet - 1) * OnOneSheet;

    protected override IEnumerable<Text?> Texts() => Visit.State.Bodies.All.Values.Select(body => body.Name);

    protected override async Task LoadAsync()
    {
        Sheet = Math.Clamp(Sheet, 1, 500);
        if (string.IsNullOrWhiteSpace(Asked)) return;
        Found = await shelf.AskAsync(Visit.Desk, QuestionOf(), First, OnOneSheet, HttpContext.RequestAborted);
    }

    /// <summary>Where something found stands.</summary>
    public string Href(Findable found) => found switch
    {
        { Resolution: { } resolution } => $"/c/{BookId}/resolutions/{resolution.Value}",
        { Assembly: { } assembly, Paper: Paper.Notice } => $"/c/{BookId}/assemblies/{assembly}/notice",
        { Assembly: { } assembly } when Visit.State.Assemblies.Past.ContainsKey(assembly.Value) => $"/c/{BookId}/assemblies/{assembly}/minutes",
        { Assembly: { } assembly } => $"/c/{BookId}/assemblies/{assembly}",
        _ => $"/c/{BookId}/book/{found.Position}",
    };

    /// <summary>The words around what was looked for, as they were written.</summary>
    public string Around(Office.Search.Found found) => Snippet.Of(found.Words, Asked ?? "");

    public string? Sheeted(int sheet) => sheet < 1 || Found is null || (sheet - 1) * OnOneSheet >= Found.All ? null
        : $"/c/{BookId}/search?q={Uri.EscapeDataString(Asked!)}&paper={PaperName}&matter={MatterName}&body={BodyName}&from={From}&until={Until}&p={sheet}";

    public IEnumerable<(string, string)> Papers => [("", T["search.any"]), .. Enum.GetValues<Paper>().Select(paper => ($"{paper}", T.Name(paper)))];

    public IEnumerable<(string, string)> Matters => [("", T["search.any"]), .. Enum.GetValues<Matter>().Select(matter => ($"{matter}", T.Name(matter))).OrderBy(matter => matter.Item2, StringComparer.Create(T.Culture, true))];

    public IEnumerable<(string, string)> Bodies => [("", T["search.any"]), .. Visit.State.Bodies.All.Values.Select(body => ($"{body.Id}", body.Name is { } name ? Words[name] : T.Name(body.Kind)))];

    private Question QuestionOf() => new(
        Asked!.Length > Longest ? Asked[..Longest] : Asked,
        Enum.TryParse<Paper>(PaperName, out var paper) && Enum.IsDefined(paper) ? paper : null,
        Enum.TryParse<Matter>(MatterName, out var matter) && Enum.IsDefined(matter) ? matter : null,
        int.TryParse(BodyName, out var body) ? new BodyId(body) : null,
        Day(From), Day(Until), Visit.Viewer.IsMember);

    private static LocalDate? Day(string? typed) => LocalDatePattern.Iso.Parse(typed ?? "") is { Success: true, Value: var day } ? day : null;
}
