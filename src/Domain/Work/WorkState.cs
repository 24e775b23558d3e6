using Autogestion.Domain.Statutes;

namespace Autogestion.Domain.Work;

/// <summary>A workshop.</summary>
public sealed record Workshop(WorkshopId Id, Text Name, BodyId Body, bool Closed = false);

/// <summary>A task of a workshop.</summary>
public sealed record WorkTask(WorkTaskId Id, WorkshopId Workshop, Text Name, bool Closed = false);

/// <summary>A shift of a workshop.</summary>
public sealed record Shift(ShiftId Id, ShiftTerms Terms, bool Closed = false);

/// <summary>Somebody is at work.</summary>
public sealed record OpenTurn(WorkId Id, PersonId Person, WorkPlace Place, Instant Since);

/// <summary>What whoever contests says.</summary>
/// <param name="WorkMinutes">How long it was.</param>
public sealed record WorkContest(int WorkMinutes, Text Reason, Instant At);

/// <summary>A stretch of work of this month or the two before, or one that waits for an answer.</summary>
/// <param name="From">When it began, where it is known.</param>
/// <param name="Since">Since when it stands as it does: from then on its owner has time to contest it.</param>
/// <param name="LeftOpen">Nobody ended it, and nobody has said yet how long it was.</param>
/// <param name="Answered">It was contested and answered.</param>
public sealed record WorkEntry(WorkId Id, PersonId Person, LocalDate Day, WorkPlace Place, Instant? From, int WorkMinutes, Instant Since, bool LeftOpen = false, bool Answered = false)
{
    /// <summary>What waits for an answer.</summary>
    public WorkContest? Contest { get; init; }

    /// <summary>When it ended, where it is known when it began.</summary>
    public Instant? To => From + Duration.FromMinutes(WorkMinutes);

    /// <summary>The last moment to contest it.</summary>
    public Instant ContestUntil(TimeLimit within, DateTimeZone zone) => Answered ? Since : within.Latest(Since, zone);
}

/// <summary>An absence that is not long past.</summary>
public sealed record Absence(AbsenceId Id, PersonId Person, AbsenceKind Kind, ImmutableArray<LocalDate> Days, int WorkMinutes, Text Reason);

/// <summary>
/// Workshops and shifts, who is at work, the stretches of work of the last months, and what every month adds up to. Months stay
/// for good; single stretches go once nobody can contest them.
/// </summary>
public sealed partial record WorkBoard
{
    /// <summary>How many months before the present one single stretches are kept, and can be written in.</summary>
    public const int MonthsKept = 2;

    public static readonly WorkBoard Empty = new();

    public ImmutableSortedDictionary<int, Workshop> Workshops { get; init; } = ImmutableSortedDictionary<int, Workshop>.Empty;

    public ImmutableSortedDictionary<int, WorkTask> Tasks { get; init; } = ImmutableSortedDictionary<int, WorkTask>.Empty;

    public ImmutableSortedDictionary<int, Shift> Shifts { get; init; } = ImmutableSortedDictionary<int, Shift>.Empty;

    /// <summary>In which shift somebody works.</summary>
    public ImmutableDictionary<PersonId, ShiftId> ShiftOf { get; init; } = ImmutableDictionary<PersonId, ShiftId>.Empty;

    /// <summary>Days of this year and to come on which nobody works.</summary>
    public ImmutableSortedDictionary<LocalDate, Text> DaysOff { get; init; } = ImmutableSortedDictionary<LocalDate, Text>.Empty;

    /// <summary>Who is at work now, as far as taps say.</summary>
    public ImmutableDictionary<PersonId, OpenTurn> Open { get; init; } = ImmutableDictionary<PersonId, OpenTurn>.Empty;

    public ImmutableDictionary<PersonId, ImmutableSortedDictionary<int, WorkEntry>> Entries { get; init; } = ImmutableDictionary<PersonId, ImmutableSortedDictionary<int, WorkEntry>>.Empty;

    /// <summary>Contested and waiting for an answer, and whose it is; the oldest first.</summary>
    public ImmutableSortedDictionary<int, PersonId> Waiting { get; init; } = ImmutableSortedDictionary<int, PersonId>.Empty;

    /// <summary>Left open, and nobody has said yet how long it was.</summary>
    public ImmutableSortedDictionary<int, PersonId> LeftOpen { get; init; } = ImmutableSortedDictionary<int, PersonId>.Empty;

    public ImmutableDictionary<PersonId, ImmutableSortedDictionary<int, Absence>> Absences { get; init; } = ImmutableDictionary<PersonId, ImmutableSortedDictionary<int, Absence>>.Empty;

    /// <summary>By the first day of the month.</summary>
    public ImmutableSortedDictionary<LocalDate, WorkMonth> Months { get; init; } = ImmutableSortedDictionary<LocalDate, WorkMonth>.Empty;

    /// <summary>The last day of the last month that is closed.</summary>
    public LocalDate? ClosedUntil { get; init; }

    /// <summary>Single stretches before this month are gone.</summary>
    public LocalDate KeptFrom { get; init; } = LocalDate.MinIsoValue;

    public WorkshopId NextWorkshop { get; init; } = new(1);

    public WorkTaskId NextTask { get; init; } = new(1);

    public ShiftId NextShift { get; init; } = new(1);

    public WorkId NextWork { get; init; } = new(1);

    public AbsenceId NextAbsence { get; init; } = new(1);

    public Workshop? Find(WorkshopId id) => Workshops.GetValueOrDefault(id.Value) is { Closed: false } workshop ? workshop : null;

    public WorkTask? Find(WorkTaskId id) => Tasks.GetValueOrDefault(id.Value) is { Closed: false } task ? task : null;

    public Shift? Find(ShiftId id) => Shifts.GetValueOrDefault(id.Value) is { Closed: false } shift ? shift : null;

    /// <summary>The shift in which somebody works, if any.</summary>
    public Shift? Of(PersonId person) => ShiftOf.TryGetValue(person, out var id) ? Find(id) : null;

    /// <summary>Single stretches of a person, in the order of writing.</summary>
    public ImmutableSortedDictionary<int, WorkEntry> EntriesOf(PersonId person) => Entries.GetValueOrDefault(person) ?? ImmutableSortedDictionary<int, WorkEntry>.Empty;

    public WorkEntry? Find(PersonId person, WorkId id) => EntriesOf(person).GetValueOrDefault(id.Value);

    /// <summary>Absences of a person that are not long past.</summary>
    public ImmutableSortedDictionary<int, Absence> AbsencesOf(PersonId person) => Absences.GetValueOrDefault(person) ?? ImmutableSortedDictionary<int, Absence>.Empty;

    /// <summary>What a month adds up to.</summary>
    public WorkMonth Month(LocalDate day) => Months.GetValueOrDefault(FirstOf(day)) ?? WorkMonth.Empty;

    /// <summary>What a person's month adds up to.</summary>
    public PersonMonth Of(PersonId person, YearMonth month) => Month(month.OnDayOfMonth(1)).People.GetValueOrDefault(person) ?? PersonMonth.None;

    /// <summary>
    /// What counts as worked for a person in a month, in minutes: what was worked and is not contested, and what the norms
    /// count like work (absences of some kinds, turns of common duties).
    /// </summary>
    public int MinutesOf(PersonId person, YearMonth month, StatuteBook statutes)
    {
        var all = Of(person, month);
        var absent = all.Absent.Where(kind => statutes.Rule(Rules.AbsenceCounts(kind.Key)).Value.Value).Sum(kind => kind.Value);
        return all.WorkMinutes + absent + (statutes.Rule(Rules.GuardCounts).Value.Value ? all.GuardMinutes : 0);
    }

    /// <summary>Whether nothing in a month changes any more.</summary>
    public bool IsClosed(YearMonth month) => month.OnDayOfMonth(1) <= ClosedUntil;

    /// <summary>The body whose keeper keeps what an act is about; null where it is about the whole collective.</summary>
    public BodyId? BodyOf(WorkAct act) => act switch
    {
        CloseWorkshop close => BodyOf(close.Workshop),
        CreateTask create => BodyOf(create.Workshop),
        CloseTask close => Tasks.GetValueOrDefault(close.Task.Value) is { } task ? BodyOf(task.Workshop) : null,
        CreateShift create => BodyOf(create.Terms.Workshop),
        CloseShift close => BodyOf(close.Shift),
        AssignShift { Shift: { } shift } => BodyOf(shift),
        SetOutsideHours set => BodyOf(set.Workshop),
        CorrectHours correct => BodyOf(correct.Person, correct.Work),
        AnswerContest answer => BodyOf(answer.Person, answer.Work),
        RecordHours { Rows.IsDefault: false } record => record.Rows.Select(row => BodyOf(row.Workshop)).Distinct().ToArray() is [var only] ? only : null,
        _ => null,
    };

    private BodyId? BodyOf(WorkshopId id) => Workshops.GetValueOrDefault(id.Value)?.Body;

    private BodyId? BodyOf(ShiftId id) => Shifts.GetValueOrDefault(id.Value) is { } shift ? BodyOf(shift.Terms.Workshop) : null;

    private BodyId? BodyOf(PersonId person, WorkId id) =>
        Find(person, id) is { } entry ? BodyOf(entry.Place.Workshop) : Open.GetValueOrDefault(person) is { } open && open.Id == id ? BodyOf(open.Place.Workshop) : null;

    internal static LocalDate FirstOf(LocalDate day) => new(day.Year, day.Month, 1);
}
