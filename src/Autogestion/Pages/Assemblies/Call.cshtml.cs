using System.Globalization;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Web;
using Autogestion.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Assemblies;

/// <summary>Calling a sitting: what the rules ask is said before it is sent, and what comes back by itself is shown.</summary>
public sealed class CallPage() : RoomPage(Audience.Members)
{
    [BindProperty]
    public string? Body { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Day { get; set; }

    [BindProperty]
    public string? Hour { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    public AgendaRows Agenda { get; private set; } = AgendaRows.Empty;

    public AssemblyWords Say => new(T, Visit, Words);

    /// <summary>The bodies that the visitor can convene.</summary>
    public IReadOnlyList<(string, string)> Bodies =>
        [.. Visit.State.Bodies.All.Values.Where(body => NoticeRules.GroundFor(body.Id, Visit) is not null).Select(body => ($"{body.Id}", Say.Body(body.Id)))];

    public IReadOnlyList<(string, string)> Kinds => [.. ChosenKinds.Select(kind => ($"{kind}", T.Name(kind)))];

    public IEnumerable<NoticeRule> Asked => ChosenKinds.Select(kind => NoticeRules.Of(kind, Visit));

    /// <summary>What comes back to a formal assembly, or to whatever kind was chosen.</summary>
    public IEnumerable<AgendaItem> ComingBack => NoticeRules.ComingBack(ChosenKind ?? AssemblyKind.Ordinary, BodyId.Assembly, Visit);

    public Authority? Ground => NoticeRules.GroundFor(ChosenBody, Visit);

    protected override IEnumerable<Text?> Texts() =>
    [
        .. Visit.State.Bodies.All.Values.Select(body => body.Name),
        .. ChosenKinds.SelectMany(kind => NoticeRules.ComingBack(kind, BodyId.Assembly, Visit)).Select(item => AssemblyWords.TextOf(item, Visit)),
        .. AssemblyWords.GroundTexts(Visit),
        .. Resolutions.BeforeView.Texts(AgendaMatters, Visit),
    ];

    // Of what is on the agenda being written; before anything is written, of what most items are.
    private IEnumerable<Matter> AgendaMatters => Agenda.Written.Select(row => row.Matter).DefaultIfEmpty(Matter.General).Distinct();

    /// <summary>What was decided before on the matters being called.</summary>
    public IEnumerable<Resolutions.BeforeView> Before => AgendaMatters.Select(matter => Resolutions.BeforeView.Of(matter, Visit, Words, T));

    public void OnGet()
    {
        var first = NoticeRules.Of(AssemblyKind.Weekly, Visit).Earliest.InZone(Visit.State.Deed.Zone).Date.PlusDays(1);
        (Body, Kind, Day, Hour) = ($"{BodyId.Assembly}", $"{AssemblyKind.Weekly}", NodaTime.Text.LocalDatePattern.Iso.Format(first), "18:00");
    }

    public async Task<IActionResult> OnPostAsync(bool more)
    {
        Agenda = AgendaRows.Read(Request.Form);
        if (more)
        {
            Agenda = Agenda.WithMore();
            return Page();
        }
        var start = NodaTime.Text.LocalDateTimePattern.GeneralIso.Parse($"{Day}T{Hour}:00");
        if (!start.Success) ModelState.AddModelError("day", T["forms.date"]);
        if (string.IsNullOrWhiteSpace(Place)) ModelState.AddModelError("place", T["forms.required"]);
        if (ChosenKind is not { } kind) ModelState.AddModelError("kind", T["forms.choose"]);
        else if (ModelState.IsValid)
        {
            var (drafts, words) = Agenda.Drafts(typed => Typed(typed));
            var place = Typed(Place);
            var next = Visit.State.Assemblies.NextAssembly;
            return await AskAsync(
                new IssueNotice(ChosenBody, kind, start.Value, place, drafts), T["assemblies.asked.notice", ("kind", T.Name(kind)), ("day", T.Date(start.Value.Date)), ("hour", Look.Reader.Hour(start.Value.TimeOfDay))],
                T["assemblies.done.notice"], $"/c/{BookId}/assemblies/{next}/notice", [place, .. words]);
        }
        return Page();
    }

    private BodyId ChosenBody => new(int.TryParse(Body, NumberStyles.None, CultureInfo.InvariantCulture, out var body) ? body : BodyId.Assembly.Value);

    private AssemblyKind? ChosenKind => Enum.TryParse<AssemblyKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : null;

    // Those who convene only a council see its sessions; whoever convenes the assembly sees every kind.
    private IEnumerable<AssemblyKind> ChosenKinds =>
        Visit.State.Bodies.All.Values.Where(body => NoticeRules.GroundFor(body.Id, Visit) is not null).SelectMany(body => NoticeRules.KindsOf(body.Id)).Distinct();
}
