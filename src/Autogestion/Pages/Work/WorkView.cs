using Autogestion.Domain;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using Autogestion.Domain.Work;

namespace Autogestion.Pages.Work;

/// <summary>How hours stand.</summary>
public enum HoursState
{
    /// <summary>Their owner can still contest them.</summary>
    CanContest,

    /// <summary>Contested: they wait for an answer.</summary>
    Contested,

    /// <summary>Nobody ended the turn, and nobody has said yet how long it was.</summary>
    LeftOpen,
    Agreed,
}

/// <summary>One stretch of work as its owner sees it.</summary>
public sealed record HoursLine(WorkEntry Entry, HoursState State, Instant ContestUntil);

/// <summary>A shift with who is in it.</summary>
public sealed record ShiftLine(Shift Shift, ImmutableArray<PersonId> People);

/// <summary>What the page of work shows to one person: the taps, the hours of the month, who is in, the shifts.</summary>
/// <param name="Turn">The turn under way; null for whoever is not at work.</param>
/// <param name="Forgotten">It is longer than a turn can be.</param>
/// <param name="Usual">Where the person mostly works: by the shift, or where it was last.</param>
/// <param name="Lines">The hours of the month and whatever of before can still be contested, the newest first.</param>
public sealed record WorkView(
    OpenTurn? Turn, bool Forgotten, WorkPlace? Usual, ImmutableArray<HoursLine> Lines, ImmutableArray<Absence> Absences,
    PersonMonth Month, int Counts, ImmutableArray<OpenTurn> In, ImmutableArray<ShiftLine> Shifts, ImmutableArray<KeyValuePair<LocalDate, Text>> DaysOff)
{
    private const int MostIn = 200;
    private const int MostDaysOff = 12;

    public static WorkView Of(Collective state, PersonId? person, Instant now)
    {
        var (board, ground) = (state.Work, GroundOf(state, now));
        var within = state.Statutes.Rule(Rules.ContestWithin).Value.Value;
        var me = person ?? PersonId.Nobody;
        var first = new LocalDate(ground.Today.Year, ground.Today.Month, 1);
        var turn = board.Open.GetValueOrDefault(me);
        var own = board.EntriesOf(me).Values;
        var month = new YearMonth(first.Year, first.Month);
        return new(
            turn, turn is not null && ground.IsForgotten(turn), UsualOf(me, board),
            [.. own.Select(entry => LineOf(entry, within, state.Deed.Zone, now)).Where(line => line.Entry.Day >= first || line.State != HoursState.Agreed)
                .OrderByDescending(line => line.Entry.Day).ThenByDescending(line => line.Entry.Id.Value)],
            [.. board.AbsencesOf(me).Values.Where(absence => absence.Days[^1] >= first).OrderByDescending(absence => absence.Days[0])],
            board.Of(me, month), board.MinutesOf(me, month, state.Statutes),
            [.. board.Open.Values.Where(open => !ground.IsForgotten(open)).OrderBy(open => open.Since).Take(MostIn)],
            [.. board.Shifts.Values.Where(shift => !shift.Closed).Select(shift => new ShiftLine(shift,
                [.. board.ShiftOf.Where(one => one.Value == shift.Id && ground.WorksAt(one.Key, now)).Select(one => one.Key).OrderBy(one => state.Roster.Find(one)?.Number)]))],
            [.. board.DaysOff.Where(day => day.Key >= ground.Today).Take(MostDaysOff)]);
    }

    /// <summary>What acts about work are decided against now.</summary>
    public static WorkGround GroundOf(Collective state, Instant now) => new(now, state.Deed.Zone, state.Statutes, state.Bodies, state.Roster);

    public static HoursLine LineOf(WorkEntry entry, TimeLimit within, DateTimeZone zone, Instant now)
    {
        var until = entry.ContestUntil(within, zone);
        return new(entry, entry.Contest is not null ? HoursState.Contested : entry.Answered || until < now ? HoursState.Agreed : entry.LeftOpen ? HoursState.LeftOpen : HoursState.CanContest, until);
    }

    /// <summary>Where somebody mostly works: where the last hours were, or by the shift.</summary>
    public static WorkPlace? UsualOf(PersonId person, WorkBoard board) =>
        board.EntriesOf(person).Values.LastOrDefault() is { } last && board.Find(last.Place.Workshop) is not null ? last.Place
        : board.Of(person) is { } shift ? new WorkPlace(shift.Terms.Workshop, null)
        : null;
}
