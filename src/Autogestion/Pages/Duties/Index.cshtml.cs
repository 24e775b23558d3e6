using Autogestion.Domain;
using Autogestion.Domain.Duties;
using Autogestion.Domain.Kernel;
using Autogestion.Look;
using Autogestion.Web;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Duties;

/// <summary>Common duties: the week sheet, one's own turns, the fairness counter, and the planning for whoever keeps the rosters.</summary>
public sealed class DutiesPage() : RoomPage(Audience.Members)
{
    private const int MostSlots = 14;

    [BindProperty(SupportsGet = true, Name = "week")]
    public string? Asked { get; set; }

    public DutiesView View { get; private set; } = null!;

    public PersonId? Me => Visit.Viewer.Person;

    public string Here => $"/c/{BookId}/duties";

    public bool MayKeep => Me is { } person && Authorities.For(new PlanWeek(default, Visit.Today), person, Visit.Now, Visit.State) is not null;

    public LocalDateTime Now => Visit.Now.InZone(Visit.State.Deed.Zone).LocalDateTime;

    /// <summary>Those a turn can be passed to.</summary>
    public IReadOnlyList<(string, string)> Others(Duty duty) =>
        [("", T["forms.choose"]), .. Visit.State.Entitled(duty.Terms.Body, Visit.Now).Where(person => person != Me).Select(person => ($"{person}", Visit.NameOf(person))).OrderBy(one => one.Item2, StringComparer.Create(T.Culture, true))];

    /// <summary>Turns of others that one's own could be exchanged for.</summary>
    public IEnumerable<Turn> Exchangeable(Turn mine) =>
        Visit.State.Duties.Turns.Values.Where(turn => turn.Duty == mine.Duty && turn is { Done: false, Person: { } person } && person != Me && turn.From > Now);

    /// <summary>A day and hour as a turn says it.</summary>
    public string When(Turn turn) => T["duties.when", ("day", T.ShortDate(turn.Day)), ("from", Reader.Hour(turn.Start)), ("to", Reader.Hour(turn.To.TimeOfDay))];

    protected override Task LoadAsync()
    {
        View = DutiesView.Of(Visit.State, Visit.Now, Asked);
        return Task.CompletedTask;
    }

    protected override IEnumerable<Text?> Texts() => [.. Visit.State.Duties.Duties.Values.SelectMany(duty => new[] { duty.Terms.Name, duty.Terms.Place })];

    public Task<IActionResult> OnPostDoneAsync(int turn, Guid? person) => Do(new CheckInTurn(new(turn), person is { } other ? new(other) : Mine), "done");

    public Task<IActionResult> OnPostTakeAsync(int turn) => Do(new TakeTurn(new(turn), Mine), "take");

    public Task<IActionResult> OnPostAcceptAsync(int turn) => Do(new AcceptTurn(new(turn), Mine), "accept");

    public Task<IActionResult> OnPostFillAsync(int turn) => Do(new FillTurn(new(turn)), "fill");

    public Task<IActionResult> OnPostExcuseAsync(int turn, string? reason)
    {
        var words = Typed(reason, Retention.Erasable);
        return Do(new ExcuseTurn(new(turn), Mine, words), "excuse", words);
    }

    public Task<IActionResult> OnPostOfferAsync(int turn, Guid? to, int? against)
    {
        var wanted = against is { } number ? Visit.State.Duties.Find(new TurnId(number)) : null;
        return Do(new OfferTurn(new(turn), Mine, wanted?.Person ?? new PersonId(to ?? Guid.Empty), wanted?.Id), "offer");
    }

    public Task<IActionResult> OnPostPlanAsync(int duty, string? monday) =>
        NodaTime.Text.LocalDatePattern.Iso.Parse(monday ?? "") is { Success: true, Value: var day } ? Do(new PlanWeek(new(duty), day), "plan") : Task.FromResult<IActionResult>(NotFound());

    public Task<IActionResult> OnPostCloseAsync(int duty) => Do(new CloseDuty(new(duty)), "close");

    public Task<IActionResult> OnPostCreateAsync(string? name, string? place)
    {
        if (string.IsNullOrWhiteSpace(name)) ModelState.AddModelError("name", T["forms.required"]);
        if (!ModelState.IsValid) return Task.FromResult<IActionResult>(Page());
        TypedWords[] words = [Typed(name), Typed(place)];
        return Do(new CreateDuty(new(words[0], BodyId.Assembly, words[1], [.. SlotRows.Read(Request.Form, MostSlots)])), "create", words);
    }

    private PersonId Mine => Me ?? PersonId.Nobody;

    private Task<IActionResult> Do(Act act, string what, params TypedWords[] words) => AskAsync(act, T[$"duties.ask.{what}"], T[$"duties.did.{what}"], Here, words);
}
