using Autogestion.Domain;
using Autogestion.Domain.Duties;
using Autogestion.Domain.Kernel;

namespace Autogestion.Pages.Duties;

/// <summary>One line of the fairness counter.</summary>
/// <param name="Halves">What counts, in halves of weight, with what is still to come.</param>
public sealed record FairnessLine(PersonId Person, DutyTally Tally, int Halves);

/// <summary>A duty in one week.</summary>
/// <param name="Planned">Whether that week is given out.</param>
public sealed record DutyView(Duty Duty, bool Planned, ImmutableArray<Turn> Turns, ImmutableArray<FairnessLine> Fairness);

/// <summary>The week sheet of all duties.</summary>
public sealed record DutiesView(LocalDate Monday, ImmutableArray<DutyView> Duties)
{
    /// <param name="asked">A day of the week wanted, as <c>2026-11-23</c>; anything else is this week.</param>
    public static DutiesView Of(Collective state, Instant now, string? asked)
    {
        var today = now.InZone(state.Deed.Zone).Date;
        var day = NodaTime.Text.LocalDatePattern.Iso.Parse(asked ?? "") is { Success: true, Value: var wanted } && Math.Abs(Period.DaysBetween(today, wanted)) < 400 ? wanted : today;
        var monday = day.DayOfWeek == IsoDayOfWeek.Monday ? day : day.Previous(IsoDayOfWeek.Monday);
        var board = state.Duties;
        var excused = DutyGround.ExcusedHalves(state.Statutes);
        return new(monday, [.. board.Duties.Values.Where(duty => !duty.Closed).Select(duty => new DutyView(
            duty, board.PlannedUntil.TryGetValue(duty.Id, out var until) && monday <= until,
            [.. board.Turns.Values.Where(turn => turn.Duty == duty.Id && turn.Day >= monday && turn.Day < monday.PlusDays(7)).OrderBy(turn => turn.Day).ThenBy(turn => turn.Start).ThenBy(turn => turn.Id.Value)],
            [.. state.Entitled(duty.Terms.Body, now).Select(person => new FairnessLine(person, board.Tallies.GetValueOrDefault((duty.Id, person)) ?? new(0), board.Load(duty.Id, person, excused)))
                .OrderBy(line => line.Halves)]))]);
    }
}
