using Autogestion.Domain.Duties;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using static Autogestion.Domain.Specs.Duties.DutiesExamples;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Duties;

/// <summary>Common duties: made by a resolution or a power that one gave, rotated fairly, swapped by both, excused, checked in.</summary>
public sealed class DutiesSpecs
{
    private static readonly DutyId One = new(1);
    private static readonly TurnId First = new(1);

    private static PersonId? Of(Plant plant, int turn) => plant.State.Duties.Find(new TurnId(turn))!.Person;

    [Fact]
    public void A_resolution_makes_a_duty_and_so_does_whoever_one_gave_the_rosters_to()
    {
        var plant = Keeping();
        Assert.Contains(new DutyCreated(new(1), Guard), plant.Resolve(new CreateDuty(Guard)));
        Assert.Equal(new DutyCreated(new(2), Guard), Assert.Single(plant.Enter(Person(6), new CreateDuty(Guard))));
        Assert.Equal("authority.power-missing", plant.Refused(Person(1), new CreateDuty(Guard), plant.Citing(1, Power.Convene)).Code.Name);
    }

    [Fact]
    public void A_week_goes_to_those_who_have_done_least()
    {
        var plant = Planned(7);
        Assert.Equal([Person(1), Person(2), Person(3)], plant.State.Duties.Turns.Values.Select(turn => turn.Person!.Value));
        plant.Enter(Person(6), new PlanWeek(One, Monday.PlusWeeks(1)));
        Assert.Equal([Person(4), Person(5), Person(6)], plant.State.Duties.Turns.Values.Skip(3).Select(turn => turn.Person!.Value));
        plant.Enter(Person(6), new PlanWeek(One, Monday.PlusWeeks(2)));
        Assert.Equal([Person(7), Person(3), Person(6)], plant.State.Duties.Turns.Values.Skip(6).Select(turn => turn.Person!.Value));
    }

    [Fact]
    public void Two_agree_on_a_swap_or_a_substitution_and_nobody_is_passed_a_turn_unasked()
    {
        var plant = Planned();
        plant.Enter(Person(1), new OfferTurn(First, Person(1), Person(3), new TurnId(3)));
        Assert.Equal(Person(1), Of(plant, 1));
        plant.Enter(Person(3), new AcceptTurn(First, Person(3)));
        Assert.Equal((Person(3), Person(1)), (Of(plant, 1), Of(plant, 3)));

        plant.Enter(Person(2), new OfferTurn(new(2), Person(2), Person(9)));
        plant.Enter(Person(9), new AcceptTurn(new(2), Person(9)));
        Assert.Equal(Person(9), Of(plant, 2));
    }

    [Fact]
    public void Whoever_is_excused_frees_the_turn_and_still_owes_it_unless_the_norms_say_otherwise()
    {
        var plant = Planned();
        plant.Enter(Person(1), new ExcuseTurn(First, Person(1), Words("gripe")));
        Assert.Null(Of(plant, 1));
        Assert.Equal(0, plant.State.Duties.Load(One, Person(1), 0));
        Assert.Equal(2, plant.State.Duties.Load(One, Person(1), 1));
        Assert.Equal(4, plant.State.Duties.Load(One, Person(1), 2));

        plant.Enter(Person(6), new FillTurn(First));
        Assert.Equal(Person(4), Of(plant, 1));
    }

    [Fact]
    public void A_turn_is_checked_in_from_an_hour_before_and_a_missed_one_takes_no_right_away()
    {
        var plant = Planned();
        plant.Now = Monday.At(new(19, 0)).InZoneLeniently(Zone).ToInstant();
        plant.Enter(Person(1), new CheckInTurn(First, Person(1)));
        plant.Enter(Person(6), new CheckInTurn(new(2), Person(2)));
        foreach (var week in Enumerable.Range(1, 6))
        {
            plant.Now = Monday.PlusWeeks(week).AtStartOfDayInZone(Zone).ToInstant();
            plant.Enter(Person(6), new PlanWeek(One, Monday.PlusWeeks(week)));
        }

        Assert.Equal((1, 0), (plant.State.Duties.Tallies[(One, Person(1))].Done, plant.State.Duties.Tallies[(One, Person(1))].Missed));
        Assert.Equal((0, 1), (plant.State.Duties.Tallies[(One, Person(3))].Done, plant.State.Duties.Tallies[(One, Person(3))].Missed));
        Assert.Equal(Standing.Member, plant.State.Roster.StandingOf(Person(3), plant.Now));
        Assert.True(plant.State.Duties.Turns.Count <= 3 * 7);
    }

    [Fact]
    public void Everybody_has_had_one_before_anybody_has_two()
    {
        var plant = Planned(8);
        plant.Now = Monday.PlusDays(2).AtStartOfDayInZone(Zone).ToInstant();
        foreach (var turn in plant.State.Duties.Turns.Values) plant.Enter(Person(6), new CheckInTurn(turn.Id, turn.Person!.Value));
        foreach (var week in new[] { 1, 2 }) plant.Enter(Person(6), new PlanWeek(One, Monday.PlusWeeks(week)));
        Assert.Equal(8, plant.State.Duties.Turns.Values.Select(turn => turn.Person).Distinct().Count());
    }
}
