namespace Autogestion.Domain.Duties;

/// <summary>
/// Fair rotation, as a pure function: each slot goes to those with least in the counter; among equals, to those whose last turn
/// is longest ago, then in the order of the roll. Nobody is given two turns at once.
/// </summary>
public static class Rotation
{
    /// <summary>The turns of a week.</summary>
    /// <param name="roll">Those among whom it rotates, in a fixed order.</param>
    /// <param name="excused">Halves that an excused turn counts.</param>
    public static ImmutableArray<AssignedTurn> Week(Duty duty, LocalDate monday, ImmutableArray<PersonId> roll, DutyBoard board, int excused)
    {
        var hands = roll.Select((person, place) => new Hand(person, place, board.Load(duty.Id, person, excused), board.Tallies.GetValueOrDefault((duty.Id, person))?.LastDay, Busy(person, board))).ToList();
        var turns = ImmutableArray.CreateBuilder<AssignedTurn>();
        var next = board.NextTurn.Value;
        foreach (var slot in duty.Terms.Slots.OrderBy(slot => slot.Weekday).ThenBy(slot => slot.Start))
            for (var seat = 0; seat < slot.People; seat++)
            {
                var turn = new Turn(new(next++), duty.Id, monday.PlusDays(slot.Weekday - 1), slot.Start, slot.Minutes, slot.Weight, null);
                var hand = hands.Where(one => !one.Busy.Any(turn.Overlaps)).OrderBy(one => one.Load).ThenBy(one => one.Last ?? LocalDate.MinIsoValue).ThenBy(one => one.Place).FirstOrDefault();
                hand?.Take(turn);
                turns.Add(new(turn.Id, turn.Day, turn.Start, turn.Minutes, turn.Weight, hand?.Person));
            }
        return turns.DrainToImmutable();
    }

    /// <summary>Who is next for a free turn; null where nobody is free then.</summary>
    public static PersonId? Next(Turn turn, ImmutableArray<PersonId> roll, DutyBoard board, int excused) => roll
        .Select((person, place) => (person, place))
        .Where(one => !Busy(one.person, board).Any(turn.Overlaps))
        .OrderBy(one => board.Load(turn.Duty, one.person, excused)).ThenBy(one => board.Tallies.GetValueOrDefault((turn.Duty, one.person))?.LastDay ?? LocalDate.MinIsoValue).ThenBy(one => one.place)
        .Select(one => (PersonId?)one.person).FirstOrDefault();

    /// <summary>Whether a person has another turn at that time.</summary>
    public static bool IsBusy(PersonId person, Turn turn, DutyBoard board, TurnId? but = null) =>
        Busy(person, board).Any(other => other.Id != turn.Id && other.Id != but && turn.Overlaps(other));

    private static List<Turn> Busy(PersonId person, DutyBoard board) => [.. board.Turns.Values.Where(turn => turn.Person == person)];

    private sealed class Hand(PersonId person, int place, int load, LocalDate? last, List<Turn> busy)
    {
        public PersonId Person => person;

        public int Place => place;

        public int Load { get; private set; } = load;

        public LocalDate? Last { get; private set; } = last;

        public List<Turn> Busy => busy;

        public void Take(Turn turn)
        {
            Load += 2 * turn.Weight;
            Last = turn.Day;
            busy.Add(turn);
        }
    }
}
