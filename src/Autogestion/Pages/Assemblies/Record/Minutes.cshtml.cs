using Autogestion.Domain;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Desk;
using Autogestion.Web;
using Autogestion.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Assemblies.Record;

/// <summary>Minutes made from the entries of the sitting alone: to read, draw up, sign, and print for the bound book.</summary>
public sealed class MinutesPage() : AssemblyPage(Audience.Members)
{
    /// <summary>The sitting as its own entries tell it.</summary>
    public AssemblyRecord? Record { get; private set; }

    public MinutesWords Tell => new(T, Visit, Say, Record!.Assembly);

    public AttendanceTable Table => AttendanceTable.Of(Record!.Assembly, Visit);

    /// <summary>What happened, in order. Who was named to the table is told above.</summary>
    public IEnumerable<MinutesLine> Lines => MinutesLine.Of(Record!).Where(line => line is not MinutesLine.Named);

    /// <summary>Who served in each role, in the order of naming.</summary>
    public IReadOnlyList<(string Role, string People)> Officers =>
    [
        .. MinutesLine.Of(Record!).OfType<MinutesLine.Named>().GroupBy(named => named.Role).OrderBy(role => role.Key)
            .Select(role => (T.Name(role.Key), string.Join(", ", role.Select(named => Visit.NameOf(named.Person)).Distinct()))),
    ];

    public bool MayDraw => Past is { Minutes.Number: null } && May(new DrawUpMinutes(Id));

    public bool MaySign => Past is { Minutes: { Number: not null } minutes } && Visit.Viewer.Person is { } person
        && minutes.Signers.Contains(person) && !minutes.Signed.Contains(person) && May(new SignMinutes(Id));

    [BindProperty]
    public int Motion { get; set; }

    [BindProperty]
    public string? Reasons { get; set; }

    /// <summary>The minutes, or what came after, wait for their folios, and the visitor keeps the book.</summary>
    public bool MayFoliate => MinutesSheets.Waits(Past?.Minutes) && May(new FoliateMinutes(Id, []));

    /// <summary>Votes beside which the visitor may still have reasons written.</summary>
    public IReadOnlyList<Motion> MayDissentOn => Visit.Viewer.Person is not { } person ? [] :
    [
        .. Record!.Assembly.Motions.Values.Where(motion => FolioDecider.Decide(
            new RecordDissent(Id, motion.Id, motion.Words), new(default, person, new Authority.Membership(), Visit.Now), Visit.State.Assemblies, Visit.State.Statutes, Visit.State.Deed.Zone) is Decision.Entered),
    ];

    protected override IEnumerable<Text?> Texts() => Record is { } record ? MinutesWords.Texts(record, Visit) : [];

    protected override async Task LoadAsync() => Record = await Visit.Desk.ReadAsync(Id, HttpContext.RequestAborted);

    protected override bool Exists => Current is not null || Past is not null;

    // Drawn up and put on folios in one go; where the second is refused, the page says why when it is asked by itself.
    public async Task<IActionResult> OnPostDrawUpAsync()
    {
        var answer = await AskAsync(new DrawUpMinutes(Id), T["assemblies.asked.drawUp"], T["assemblies.done.drawUp"], $"{Here}/minutes");
        if (answer is not LocalRedirectResult || Visit.Viewer.Person is not { } person || await SheetsAsync() is not { } sheets) return answer;
        await Node.AskAsync(new(new(BookId), Guid.CreateVersion7(), person, Foliate(sheets)) { Texts = [.. sheets.Select(sheet => sheet.Prepared)] }, HttpContext.RequestAborted);
        return answer;
    }

    public async Task<IActionResult> OnPostFoliateAsync() => await SheetsAsync() is { } sheets
        ? await AskAsync(Foliate(sheets), T["folios.asked.foliate"], T["folios.done.foliate"], $"{Here}/minutes", [.. sheets])
        : NotFound();

    public Task<IActionResult> OnPostDissentAsync()
    {
        var words = Typed(Reasons);
        return AskAsync(new RecordDissent(Id, new(Motion), words), T["folios.asked.dissent"], T["folios.done.dissent"], $"{Here}/minutes", words);
    }

    public Task<IActionResult> OnPostSignAsync() =>
        AskAsync(new SignMinutes(Id), T["assemblies.asked.signMinutes"], T["assemblies.done.signMinutes"], $"{Here}/minutes");

    private FoliateMinutes Foliate(ImmutableArray<TypedWords> sheets) => new(Id, [.. sheets.Select(sheet => sheet.Text)]);

    // As the book stands after the minutes took their number.
    private async Task<ImmutableArray<TypedWords>?> SheetsAsync() => await Visit.Desk.ReadAsync(Id, HttpContext.RequestAborted) is { } record
        ? await new MinutesSheets(Node, Visit with { Book = Visit.Desk.Current }, T, record).PrepareAsync(HttpContext.RequestAborted)
        : null;

    private bool May(Act act) => Visit.Viewer.Person is { } person && Authorities.For(act, person, Visit.Now, Visit.State) is not null;
}
