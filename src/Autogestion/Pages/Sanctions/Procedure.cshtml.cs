using Autogestion.Domain.Kernel;
using Autogestion.Domain.Sanctions;
using Autogestion.Domain.Statutes;
using Autogestion.Pages.Posts;
using Autogestion.Web;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Sanctions;

/// <summary>
/// One procedure: its steps with their dates as a line, what was written, and what the visitor can do in it. Seen by those
/// involved (also after they left), auditors and whoever has to judge; for everybody else it is not there.
/// </summary>
public sealed class ProcedurePage() : RoomPage(Audience.Public)
{
    [BindProperty(SupportsGet = true, Name = "number")]
    public int Number { get; set; }

    [BindProperty]
    public string? Said { get; set; }

    [BindProperty]
    public string? Day { get; set; }

    [BindProperty]
    public string? Hour { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public Guid? Investigator { get; set; }

    public Procedure One => Visit.State.Sanctions.Find(new(Number))!;

    public bool IsMine => Visit.Viewer.Person == One.Person;

    public bool IsInvestigator => Visit.Viewer.Person == One.Investigator;

    public bool MayName => One.IsOpen && One.Report is null && Visit.Viewer.Person is { } person && person != One.Person && person != One.Accuser
        && Visit.May(new NameInvestigator(One.Id, default));

    public bool MayMediate => One.IsOpen && Visit.Viewer.Person is { } person && !One.Involved.Contains(person) && Visit.May(new RecordMediation(One.Id, false));

    public bool MayAppeal => IsMine && One is { Stands: true, Appeal: null, Imposed.AppealUntil: { } until } && until >= Visit.Now;

    /// <summary>The first moment at which a hearing set now can be.</summary>
    public Instant EarliestHearing => Visit.State.Statutes.Rule(Rules.DefenceWithin).Value.Value.Earliest(Visit.Now, Visit.State.Deed.Zone);

    public IReadOnlyList<(string, string)> People =>
    [
        ("", T["forms.choose"]),
        .. Visit.State.Roster.Voters(Visit.Now).Where(person => person != One.Person && person != One.Accuser)
            .Select(person => ($"{person}", Visit.NameOf(person))).OrderBy(person => person.Item2, StringComparer.Create(T.Culture, true)),
    ];

    private string Here => $"/c/{BookId}/sanctions/{Number}";

    protected override bool Exists => Visit.State.Sanctions.Find(new(Number)) is { } one && Docket.MaySee(one, Visit.Viewer, Visit.State, Visit.Now);

    protected override IEnumerable<Text?> Texts() =>
    [
        One.Ground, One.Norm, One.Hearing?.Place, .. One.Defences.Select(defence => defence.Words), One.Heard?.Words, One.Report?.Words, One.Appeal?.Words,
        .. Visit.State.Bodies.All.Values.Select(body => body.Name),
        One.Imposed?.Resolution is { } resolution ? Visit.State.Resolutions.Find(resolution)?.Words : null,
    ];

    public Task<IActionResult> OnPostDefendAsync() => SayAsync("defend", words => new Defend(One.Id, One.Person, words));

    public Task<IActionResult> OnPostAppealAsync() => SayAsync("appeal", words => new AppealSanction(One.Id, One.Person, words));

    public Task<IActionResult> OnPostMediateAsync(bool settled) => SayAsync("mediate", words => new RecordMediation(One.Id, settled, words));

    public Task<IActionResult> OnPostHearAsync(bool attended) => SayAsync("hear", words => new RecordHearing(One.Id, attended, words));

    public Task<IActionResult> OnPostReportAsync(SanctionStep? proposal) => SayAsync("report", words => new ReportOnCharge(One.Id, proposal, words));

    public Task<IActionResult> OnPostInvestigatorAsync() => Investigator is not { } person
        ? Wrong(nameof(Investigator), T["forms.choose"])
        : AskAsync(new NameInvestigator(One.Id, new(person)), T["sanctions.asked.investigator"], T["sanctions.done.investigator"], Here);

    public Task<IActionResult> OnPostHearingAsync()
    {
        var at = NodaTime.Text.LocalDateTimePattern.GeneralIso.Parse($"{Day}T{Hour}:00");
        if (!at.Success) return Wrong(nameof(Day), T["forms.date"]);
        if (string.IsNullOrWhiteSpace(Place)) return Wrong(nameof(Place), T["forms.required"]);
        var where = Typed(Place);
        return AskAsync(new SetHearing(One.Id, at.Value, where), T["sanctions.asked.hearing"], T["sanctions.done.hearing"], Here, where);
    }

    private Task<IActionResult> SayAsync(string what, Func<Text, Act> act)
    {
        if (string.IsNullOrWhiteSpace(Said)) return Wrong(nameof(Said), T["forms.required"]);
        var words = Typed(Said);
        return AskAsync(act(words), T[$"sanctions.asked.{what}"], T[$"sanctions.done.{what}"], Here, words);
    }

    private Task<IActionResult> Wrong(string field, string words)
    {
        ModelState.AddModelError(field, words);
        return Task.FromResult<IActionResult>(Page());
    }
}
