using Autogestion.Domain;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Desk;
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

    protected override IEnumerable<Text?> Texts() => Record is { } record ? MinutesWords.Texts(record, Visit) : [];

    protected override async Task LoadAsync() => Record = await Visit.Desk.ReadAsync(Id, HttpContext.RequestAborted);

    public IActionResult OnGet() => Current is null && Past is null ? NotFound() : Page();

    public Task<IActionResult> OnPostDrawUpAsync() =>
        AskAsync(new DrawUpMinutes(Id), T["assemblies.asked.drawUp"], T["assemblies.done.drawUp"], $"{Here}/minutes");

    public Task<IActionResult> OnPostSignAsync() =>
        AskAsync(new SignMinutes(Id), T["assemblies.asked.signMinutes"], T["assemblies.done.signMinutes"], $"{Here}/minutes");

    private bool May(Act act) => Visit.Viewer.Person is { } person && Authorities.For(act, person, Visit.Now, Visit.State) is not null;
}
