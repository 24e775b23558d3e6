using Autogestion.Domain;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Calendar;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using Autogestion.Web;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Assemblies;

/// <summary>Other ways to an agenda and to an assembly: items that members ask for, all together without notice, and the auditor's right to call.</summary>
public sealed class CallingPage() : RoomPage(Audience.Members)
{
    private static readonly Text Nothing = new(Guid.Empty, "", Retention.Legal);

    public AssemblyWords Say => new(T, Visit, Words);

    public CallingState Calling => Visit.State.Assemblies.Calling;

    public bool MaySign => Visit.Viewer.Person is { } person && Visit.State.Roster.Votes(person, Visit.Now);

    public bool MayAudit => Visit.Viewer.Person is { } person && Authorities.For(new DemandAssembly(Nothing, []), person, Visit.Now, Visit.State) is not null;

    public bool MayCall(Demand demand) => Visit.Viewer.Person is { } person && Authorities.For(new IssueDemandedNotice(demand.Id, default, Nothing), person, Visit.Now, Visit.State) is not null;

    public LocalDate? Overdue => OrdinaryYear.Overdue(Visit.State, Visit.Now);

    public RuleInForce<RuleValue.Heads> Share => Visit.State.Statutes.Rule(Rules.ItemShare);

    public RuleInForce<RuleValue.Switch> Universal => Visit.State.Statutes.Rule(Rules.Universal);

    public int Roll => Visit.State.Roster.Voters(Visit.Now).Length;

    public int Needed => Math.Clamp(Share.Value.Value.Needed(Roll), 1, Math.Max(1, Roll));

    public IReadOnlyList<(string, string)> Bodies => [.. Visit.State.Bodies.All.Values.Select(body => ($"{body.Id}", Say.Body(body.Id)))];

    /// <summary>Proposals that those who are together can still accept.</summary>
    public IEnumerable<Universal> Open => Calling.Universals.Values.Where(one => one.At + Domain.Assemblies.Universal.Lasts > Visit.Now);

    private string Here => $"/c/{BookId}/assemblies/calling";

    private string Notice => $"/c/{BookId}/assemblies/{Visit.State.Assemblies.NextAssembly}/notice";

    public Task<IActionResult> OnPostRequestAsync(string? title, string? matter, int? body)
    {
        if (string.IsNullOrWhiteSpace(title)) return Missing("title");
        var words = Typed(title);
        return AskAsync(new RequestItem(new(body ?? 1), new(words, Matter(matter))), T["assemblies.asked.requestItem"], T["assemblies.done.requestItem"], Here, words);
    }

    public Task<IActionResult> OnPostSignAsync(int request) => AskAsync(new SignItemRequest(new(request)), T["assemblies.asked.signItem"], T["assemblies.done.signItem"], Here);

    public Task<IActionResult> OnPostProposeAsync(string? title, string? matter, string? place)
    {
        if (string.IsNullOrWhiteSpace(title)) return Missing("title");
        TypedWords[] words = [Typed(place), Typed(title)];
        return AskAsync(new ProposeUniversal(AssemblyKind.Extraordinary, words[0], [new(words[1], Matter(matter))]), T["assemblies.asked.universal"], T["assemblies.done.universal"], Here, words);
    }

    public Task<IActionResult> OnPostAcceptAsync(int universal) => AskAsync(new AcceptUniversal(new(universal)), T["assemblies.asked.acceptUniversal"], T["assemblies.done.acceptUniversal"], Here);

    public Task<IActionResult> OnPostDemandAsync(string? title, string? matter, string? ground)
    {
        if (string.IsNullOrWhiteSpace(title)) return Missing("title");
        TypedWords[] words = [Typed(ground), Typed(title)];
        return AskAsync(new DemandAssembly(words[0], [new(words[1], Matter(matter))]), T["assemblies.asked.demand"], T["assemblies.done.demand"], Here, words);
    }

    public Task<IActionResult> OnPostCallAsync(int demand, string? day, string? hour, string? place)
    {
        if (Start(day, hour) is not { } start) return Missing("day");
        var where = Typed(place);
        return AskAsync(new IssueDemandedNotice(new(demand), start, where), T["assemblies.asked.noticePetitioned", ("day", T.Date(start.Date))], T["assemblies.done.notice"], Notice, where);
    }

    public Task<IActionResult> OnPostOrdinaryAsync(string? title, string? matter, string? day, string? hour, string? place)
    {
        if (Start(day, hour) is not { } start) return Missing("day");
        if (string.IsNullOrWhiteSpace(title)) return Missing("title");
        TypedWords[] words = [Typed(place), Typed(title)];
        return AskAsync(
            new IssueOverdueOrdinary(start, words[0], [new(words[1], Matter(matter))]), T["assemblies.asked.noticePetitioned", ("day", T.Date(start.Date))], T["assemblies.done.notice"], Notice, words);
    }

    protected override IEnumerable<Text?> Texts() =>
    [
        .. Calling.Requests.Values.Select(request => request.Item.Title), .. Calling.Universals.Values.SelectMany(one => one.Agenda.Select(item => item.Title).Prepend(one.Place)),
        .. Calling.Demands.Values.SelectMany(demand => demand.Agenda.Select(item => item.Title).Prepend(demand.Ground)), .. Visit.State.Bodies.All.Values.Select(body => body.Name),
    ];

    private static Matter Matter(string? typed) => Enum.TryParse<Matter>(typed, out var matter) && Enum.IsDefined(matter) ? matter : Domain.Kernel.Matter.General;

    private static LocalDateTime? Start(string? day, string? hour) => NodaTime.Text.LocalDateTimePattern.GeneralIso.Parse($"{day}T{hour}:00") is { Success: true, Value: var start } ? start : null;

    private Task<IActionResult> Missing(string field)
    {
        ModelState.AddModelError(field, T["forms.required"]);
        return Task.FromResult<IActionResult>(Page());
    }
}
