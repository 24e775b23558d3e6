using Autogestion.Domain.Duties;
using Autogestion.Domain.Kernel;
using FsCheck;
using FsCheck.Fluent;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Duties;

/// <summary>Laws of fair rotation on random duties: fair within one turn, nobody twice at once, the same however often it is asked.</summary>
public sealed class RotationLaws
{
    private sealed record Story(int People, ImmutableArray<DutySlot> Slots, int Weeks);

    private static Gen<DutySlot> Slot(Gen<int> weights) =>
        from day in Gen.Choose(1, 7)
        from hour in Gen.Choose(0, 23)
        from minutes in Gen.Choose(30, 600)
        from people in Gen.Choose(1, 3)
        from weight in weights
        select new DutySlot(day, new(hour, 0), minutes, people, weight);

    private static Arbitrary<Story> Stories(Gen<int> weights) => Arb.From(
        from people in Gen.Choose(2, 12)
        from slots in Gen.Choose(1, 6).SelectMany(count => Gen.ArrayOf(Slot(weights), count))
        from weeks in Gen.Choose(1, 6)
        select new Story(people, [.. slots], weeks));

    private static ImmutableArray<PersonId> Roll(Story story) => [.. Enumerable.Range(1, story.People).Select(Person)];

    private static DutyBoard Play(Story story)
    {
        var duty = new Duty(new(1), new(Words("Guardia"), BodyId.Assembly, Words("Portón"), story.Slots), false);
        var board = DutyBoard.Evolve(DutyBoard.Empty, new DutyCreated(duty.Id, duty.Terms));
        for (var week = 0; week < story.Weeks; week++)
        {
            var monday = DutiesExamples.Monday.PlusWeeks(week);
            board = DutyBoard.Evolve(board, new WeekPlanned(duty.Id, monday, Roll(story), Rotation.Week(duty, monday, Roll(story), board, 0)));
        }
        return board;
    }

    [Fact]
    public void Nobody_is_assigned_twice_at_once() =>
        Prop.ForAll(Stories(Gen.Choose(1, 10)), story =>
        {
            var turns = Play(story).Turns.Values.Where(turn => turn.Person is not null).ToList();
            return turns.SelectMany(one => turns.Where(other => other.Id.Value > one.Id.Value && other.Person == one.Person).Select(one.Overlaps)).All(overlap => !overlap);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Where_nobody_stands_in_the_way_all_are_within_the_heaviest_turn() =>
        Prop.ForAll(Stories(Gen.Choose(1, 10)), story =>
        {
            // One at a time and never two slots at one hour, so that only fairness decides.
            var apart = story with { Slots = [.. story.Slots.Select((slot, at) => slot with { Weekday = at + 1, Start = new(8, 0), Minutes = 60, People = 1 })] };
            var board = Play(apart);
            var loads = Roll(apart).Select(person => board.Load(new(1), person, 0)).ToList();
            return loads.Max() - loads.Min() <= 2 * apart.Slots.Max(slot => slot.Weight);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void With_equal_weights_all_are_within_one_turn_however_many_work_together() =>
        Prop.ForAll(Stories(Gen.Constant(1)), story =>
        {
            var apart = story with { Slots = [.. story.Slots.Select((slot, at) => slot with { Weekday = at + 1, Start = new(8, 0), Minutes = 60 })] };
            var board = Play(apart);
            var counts = Roll(apart).Select(person => board.Turns.Values.Count(turn => turn.Person == person)).ToList();
            return counts.Max() - counts.Min() <= 1;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Asked_again_it_answers_the_same() =>
        Prop.ForAll(Stories(Gen.Choose(1, 10)), story => Play(story).Turns.Values.SequenceEqual(Play(story).Turns.Values)).QuickCheckThrowOnFailure();
}
