namespace Autogestion.Domain.Work;

/// <summary>What one person's month adds up to; all in whole minutes.</summary>
/// <param name="WorkMinutes">Worked, by what stands and is not contested.</param>
/// <param name="ContestedMinutes">Worked, by what is contested and waits for an answer.</param>
/// <param name="GuardMinutes">Turns of common duties done.</param>
public sealed record PersonMonth(int WorkMinutes = 0, int ContestedMinutes = 0, int GuardMinutes = 0)
{
    public static readonly PersonMonth None = new();

    /// <summary>Absences by kind.</summary>
    public ImmutableSortedDictionary<AbsenceKind, int> Absent { get; init; } = ImmutableSortedDictionary<AbsenceKind, int>.Empty;

    /// <summary>Worked in the week that begins on the first, second, … Monday of the month, contested or not: for overtime, whatever its norm.</summary>
    public ImmutableSortedDictionary<int, int> Weeks { get; init; } = ImmutableSortedDictionary<int, int>.Empty;

    /// <summary>All absences.</summary>
    public int AbsentMinutes => Absent.Values.Sum();

    /// <summary>Worked above so many hours, in the weeks that begin in this month.</summary>
    /// <param name="hours">Of a week.</param>
    public int Overtime(int hours) => Weeks.Values.Sum(minutes => Math.Max(0, minutes - 60 * hours));

    internal PersonMonth Plus(AbsenceKind kind, int minutes) => this with { Absent = Absent.SetItem(kind, Absent.GetValueOrDefault(kind) + minutes) };

    internal PersonMonth PlusWeek(int week, int minutes) => this with { Weeks = Weeks.SetItem(week, Weeks.GetValueOrDefault(week) + minutes) };
}

/// <summary>Where a stretch of work is counted.</summary>
public readonly record struct WorkPlace(WorkshopId Workshop, WorkTaskId? Task);

/// <summary>People who are no members, in a month.</summary>
public sealed record OutsideHours(int People, int WorkMinutes);

/// <summary>What a month adds up to: this much is kept of every month, and no more.</summary>
public sealed record WorkMonth
{
    public static readonly WorkMonth Empty = new();

    public ImmutableDictionary<PersonId, PersonMonth> People { get; init; } = ImmutableDictionary<PersonId, PersonMonth>.Empty;

    /// <summary>Minutes by workshop and task, contested or not.</summary>
    public ImmutableDictionary<WorkPlace, int> Places { get; init; } = ImmutableDictionary<WorkPlace, int>.Empty;

    public ImmutableDictionary<(WorkshopId Workshop, OutsideGround Ground), OutsideHours> Outside { get; init; } = ImmutableDictionary<(WorkshopId, OutsideGround), OutsideHours>.Empty;

    /// <summary>Worked by all of us, contested or not.</summary>
    public long OursMinutes => People.Values.Sum(person => (long)person.WorkMinutes + person.ContestedMinutes);

    /// <summary>Worked by people who are no members.</summary>
    public long OutsideMinutes => Outside.Values.Sum(hours => (long)hours.WorkMinutes);

    /// <summary>All absences.</summary>
    public long AbsentMinutes => People.Values.Sum(person => (long)person.AbsentMinutes);

    internal WorkMonth Of(PersonId person, Func<PersonMonth, PersonMonth> change) =>
        this with { People = People.SetItem(person, change(People.GetValueOrDefault(person) ?? PersonMonth.None)) };

    internal WorkMonth At(WorkPlace place, int minutes) =>
        minutes == 0 ? this : this with { Places = Places.SetItem(place, Places.GetValueOrDefault(place) + minutes) };
}
