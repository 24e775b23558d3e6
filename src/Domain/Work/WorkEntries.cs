namespace Autogestion.Domain.Work;

/// <summary>One day of a shift, each week.</summary>
/// <param name="Weekday">1 is Monday, 7 is Sunday.</param>
/// <param name="WorkMinutes">How long it lasts.</param>
public sealed record ShiftDay(int Weekday, LocalTime Start, int WorkMinutes);

/// <summary>A shift: when a workshop works.</summary>
public sealed record ShiftTerms(Text Name, WorkshopId Workshop, ImmutableArray<ShiftDay> Days);

/// <summary>Why people who are no members work here: where the law forbids it, it is the law that names its exceptions.</summary>
public enum OutsideGround
{
    Overload,
    Season,
    Specialist,
    Trial,
    Other,
}

/// <summary>A workshop was made.</summary>
[Named("work.workshop-created"), SeenBy(Audience.Members)]
public sealed record WorkshopCreated(WorkshopId Workshop, Text Name, BodyId Body) : Entry;

/// <summary>A workshop was closed, its tasks and shifts with it.</summary>
[Named("work.workshop-closed"), SeenBy(Audience.Members)]
public sealed record WorkshopClosed(WorkshopId Workshop) : Entry;

/// <summary>A task of a workshop was named.</summary>
[Named("work.task-created"), SeenBy(Audience.Members)]
public sealed record TaskCreated(WorkTaskId Task, WorkshopId Workshop, Text Name) : Entry;

/// <summary>A task was closed.</summary>
[Named("work.task-closed"), SeenBy(Audience.Members)]
public sealed record TaskClosed(WorkTaskId Task) : Entry;

/// <summary>A shift was made.</summary>
[Named("work.shift-created"), SeenBy(Audience.Members)]
public sealed record ShiftCreated(ShiftId Shift, ShiftTerms Terms) : Entry;

/// <summary>A shift was closed.</summary>
[Named("work.shift-closed"), SeenBy(Audience.Members)]
public sealed record ShiftClosed(ShiftId Shift) : Entry;

/// <summary>Somebody works in a shift from now on, or in none.</summary>
[Named("work.shift-assigned"), SeenBy(Audience.Members)]
public sealed record ShiftAssigned(PersonId Person, ShiftId? Shift) : Entry;

/// <summary>A day on which nobody works came into the calendar, or was taken out.</summary>
[Named("work.day-off-set"), SeenBy(Audience.Members)]
public sealed record DayOffSet(LocalDate Day, Text? Name) : Entry;

/// <summary>Somebody began to work.</summary>
[Named("work.clocked-in"), SeenBy(Audience.Members)]
public sealed record ClockedIn(WorkId Work, PersonId Person, WorkshopId Workshop, WorkTaskId? Task) : Entry;

/// <summary>Somebody stopped working.</summary>
/// <param name="Day">The day it began, in the collective's zone.</param>
/// <param name="WorkMinutes">Whole minutes between the two.</param>
[Named("work.clocked-out"), SeenBy(Audience.Members)]
public sealed record ClockedOut(WorkId Work, PersonId Person, LocalDate Day, int WorkMinutes) : Entry;

/// <summary>Nobody ended a turn in time: it counts nothing until somebody says how long it was.</summary>
[Named("work.turn-left-open"), SeenBy(Audience.Members)]
public sealed record TurnLeftOpen(WorkId Work, PersonId Person, LocalDate Day) : Entry;

/// <summary>Hours were written in.</summary>
[Named("work.hours-recorded"), SeenBy(Audience.Members)]
public sealed record HoursRecorded(WorkId Work, PersonId Person, LocalDate Day, WorkshopId Workshop, WorkTaskId? Task, LocalTime? Start, int WorkMinutes) : Entry;

/// <summary>Hours were corrected.</summary>
/// <param name="WorkMinutes">What stands from now on.</param>
/// <param name="Reason">Can be erased.</param>
[Named("work.hours-corrected"), SeenBy(Audience.Members)]
public sealed record HoursCorrected(WorkId Work, PersonId Person, int WorkMinutes, [property: Erasable] Text Reason) : Entry;

/// <summary>Somebody contests their own hours.</summary>
/// <param name="Reason">Can be erased.</param>
[Named("work.hours-contested"), SeenBy(Audience.Involved)]
public sealed record HoursContested(WorkId Work, PersonId Person, int WorkMinutes, [property: Erasable] Text Reason) : Entry;

/// <summary>Who contested was answered.</summary>
/// <param name="WorkMinutes">What stands from now on.</param>
/// <param name="Words">Can be erased.</param>
[Named("work.contest-answered"), SeenBy(Audience.Involved)]
public sealed record ContestAnswered(WorkId Work, PersonId Person, int WorkMinutes, [property: Erasable] Text Words) : Entry;

/// <summary>Somebody was not, or will not be, at work.</summary>
/// <param name="Days">The days of work among those said.</param>
/// <param name="WorkMinutes">How long would have been worked on each.</param>
/// <param name="Reason">Can be erased.</param>
[Named("work.absence-recorded"), SeenBy(Audience.Involved)]
public sealed record AbsenceRecorded(AbsenceId Absence, PersonId Person, AbsenceKind Kind, ImmutableArray<LocalDate> Days, int WorkMinutes, [property: Erasable] Text Reason) : Entry;

/// <summary>An absence is of another kind, or there was none.</summary>
/// <param name="Reason">Can be erased.</param>
[Named("work.absence-changed"), SeenBy(Audience.Involved)]
public sealed record AbsenceChanged(AbsenceId Absence, PersonId Person, AbsenceKind? Kind, [property: Erasable] Text Reason) : Entry;

/// <summary>How long people who are no members worked in a workshop in a month.</summary>
[Named("work.outside-hours-set"), SeenBy(Audience.Members)]
public sealed record OutsideHoursSet(LocalDate Month, WorkshopId Workshop, OutsideGround Ground, int People, int WorkMinutes) : Entry;

/// <summary>The hours of a month are agreed and closed.</summary>
[Named("work.month-closed"), SeenBy(Audience.Members)]
public sealed record MonthClosed(LocalDate Month) : Entry;
