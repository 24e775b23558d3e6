namespace Autogestion.Domain.Work;

/// <summary>An act about work and its hours.</summary>
public abstract record WorkAct : Act;

/// <summary>Make a workshop: by resolution, or by whoever a resolution gave the hours to.</summary>
/// <param name="Body">Whose hours are kept there: the assembly, or a sector.</param>
[Named("work.create-workshop"), Undone(Reversal.Stays), OnMatter(Matter.General), Accepts(Source.Resolution), Accepts(Power.KeepHours)]
public sealed record CreateWorkshop(Text Name, BodyId Body) : WorkAct, IOfBody;

/// <summary>Close a workshop.</summary>
[Named("work.close-workshop"), Undone(Reversal.Stays), OnMatter(Matter.General), Accepts(Source.Resolution), Accepts(Power.KeepHours)]
public sealed record CloseWorkshop(WorkshopId Workshop) : WorkAct;

/// <summary>Name a task of a workshop, so that hours can be told apart by it.</summary>
[Named("work.create-task"), Accepts(Power.KeepHours)]
public sealed record CreateTask(WorkshopId Workshop, Text Name) : WorkAct;

/// <summary>Close a task.</summary>
[Named("work.close-task"), Accepts(Power.KeepHours)]
public sealed record CloseTask(WorkTaskId Task) : WorkAct;

/// <summary>Make a shift: the days and hours of a week at which a workshop works.</summary>
[Named("work.create-shift"), Undone(Reversal.Stays), OnMatter(Matter.General), Accepts(Source.Resolution), Accepts(Power.KeepHours)]
public sealed record CreateShift(ShiftTerms Terms) : WorkAct;

/// <summary>Close a shift.</summary>
[Named("work.close-shift"), Undone(Reversal.Stays), OnMatter(Matter.General), Accepts(Source.Resolution), Accepts(Power.KeepHours)]
public sealed record CloseShift(ShiftId Shift) : WorkAct;

/// <summary>Say in which shift somebody works from now on.</summary>
/// <param name="Shift">Null for none.</param>
[Named("work.assign-shift"), Accepts(Power.KeepHours)]
public sealed record AssignShift(PersonId Person, ShiftId? Shift) : WorkAct, IConcernsPerson;

/// <summary>Put a day on which nobody works into the calendar, or take it out.</summary>
/// <param name="Name">What day it is; null where it is a day of work again.</param>
[Named("work.set-day-off"), Undone(Reversal.Stays), OnMatter(Matter.General), Accepts(Source.Resolution), Accepts(Power.KeepHours)]
public sealed record SetDayOff(LocalDate Day, Text? Name) : WorkAct;

/// <summary>Begin to work: one tap, on one's own phone or on the one at the door.</summary>
[Named("work.clock-in"), Accepts(Source.OwnAffair)]
public sealed record ClockIn(PersonId Person, WorkshopId Workshop, WorkTaskId? Task = null) : WorkAct, IConcernsPerson;

/// <summary>Stop working: the other tap.</summary>
[Named("work.clock-out"), Accepts(Source.OwnAffair)]
public sealed record ClockOut(PersonId Person) : WorkAct, IConcernsPerson;

/// <summary>One row of hours that are written in.</summary>
/// <param name="WorkMinutes">How long.</param>
/// <param name="Start">When it began, where it is known.</param>
public sealed record HoursRow(PersonId Person, LocalDate Day, WorkshopId Workshop, int WorkMinutes, WorkTaskId? Task = null, LocalTime? Start = null);

/// <summary>Write in hours that nobody tapped, one row or many: all or none of them.</summary>
[Named("work.record-hours"), Accepts(Power.KeepHours)]
public sealed record RecordHours(ImmutableArray<HoursRow> Rows) : WorkAct;

/// <summary>Correct hours that are written; also those of a turn that nobody ended. Nobody corrects their own.</summary>
[Named("work.correct-hours"), Undone(Reversal.Stays), OnMatter(Matter.General), Accepts(Power.KeepHours), Accepts(Source.Resolution)]
public sealed record CorrectHours(PersonId Person, WorkId Work, int WorkMinutes, [property: Erasable] Text Reason) : WorkAct, IConcernsPerson;

/// <summary>Contest one's own hours.</summary>
/// <param name="WorkMinutes">How long it was, as whoever contests says.</param>
[Named("work.contest-hours"), Accepts(Source.OwnAffair)]
public sealed record ContestHours(PersonId Person, WorkId Work, int WorkMinutes, [property: Erasable] Text Reason) : WorkAct, IConcernsPerson;

/// <summary>Answer who contests. Nobody answers themselves.</summary>
/// <param name="WorkMinutes">What stands from now on: as it was, as was said, or between.</param>
[Named("work.answer-contest"), Undone(Reversal.Stays), OnMatter(Matter.General), Accepts(Power.KeepHours), Accepts(Source.Resolution)]
public sealed record AnswerContest(PersonId Person, WorkId Work, int WorkMinutes, [property: Erasable] Text Words) : WorkAct, IConcernsPerson;

/// <summary>Write down an absence with its reason: one's own, or somebody else's by whoever keeps the hours.</summary>
/// <param name="WorkMinutes">How long would have been worked on each day.</param>
[Named("work.record-absence"), Accepts(Source.OwnAffair), Accepts(Power.KeepHours)]
public sealed record RecordAbsence(PersonId Person, LocalDate From, LocalDate To, int WorkMinutes, AbsenceKind Kind, [property: Erasable] Text Reason) : WorkAct, IConcernsPerson;

/// <summary>Change the kind of an absence, or take it back.</summary>
/// <param name="Kind">Null where there was none.</param>
[Named("work.change-absence"), Undone(Reversal.Stays), OnMatter(Matter.General), Accepts(Power.KeepHours), Accepts(Source.Resolution)]
public sealed record ChangeAbsence(PersonId Person, AbsenceId Absence, AbsenceKind? Kind, [property: Erasable] Text Reason) : WorkAct, IConcernsPerson;

/// <summary>Say how long people who are no members worked in a workshop in a month; said again, the new figure stands for the old.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="People">How many they were.</param>
/// <param name="WorkMinutes">All of them together.</param>
[Named("work.set-outside-hours"), Accepts(Power.KeepHours)]
public sealed record SetOutsideHours(LocalDate Month, WorkshopId Workshop, OutsideGround Ground, int People, int WorkMinutes) : WorkAct;

/// <summary>Close a month whose hours are all agreed: from then on nothing in it changes.</summary>
/// <param name="Month">Its first day.</param>
[Named("work.close-month"), Accepts(Power.KeepHours), Accepts(Power.KeepAccounts)]
public sealed record CloseMonth(LocalDate Month) : WorkAct;
