namespace Autogestion.Domain.Duties;

/// <summary>One slot of a duty, each week.</summary>
/// <param name="Weekday">1 is Monday, 7 is Sunday.</param>
/// <param name="Minutes">How long it lasts.</param>
/// <param name="People">How many do it together.</param>
/// <param name="Weight">How heavy a turn is, from 1 to 10: a night at the gate weighs more than a morning's sweeping.</param>
public sealed record DutySlot(int Weekday, LocalTime Start, int Minutes, int People, int Weight);

/// <summary>A common duty: guard, cleaning, kitchen, communal work.</summary>
/// <param name="Body">Among whose members it rotates: the assembly, or a sector.</param>
/// <param name="Place">Where.</param>
public sealed record DutyTerms(Text Name, BodyId Body, Text Place, ImmutableArray<DutySlot> Slots);

/// <summary>One person's turn in one slot of one week.</summary>
/// <param name="Person">Null where nobody was free: anybody can take it.</param>
public sealed record AssignedTurn(TurnId Turn, LocalDate Day, LocalTime Start, int Minutes, int Weight, PersonId? Person);

/// <summary>A common duty was made.</summary>
[Named("duty.created"), SeenBy(Audience.Members)]
public sealed record DutyCreated(DutyId Duty, DutyTerms Terms) : Entry;

/// <summary>A common duty ended; its turns to come fall away.</summary>
[Named("duty.closed"), SeenBy(Audience.Members)]
public sealed record DutyClosed(DutyId Duty) : Entry;

/// <summary>The turns of a week were given out by fair rotation.</summary>
/// <param name="Roll">Those among whom it rotated: whoever is new begins where the one with least stands.</param>
[Named("duty.week-planned"), SeenBy(Audience.Members)]
public sealed record WeekPlanned(DutyId Duty, LocalDate Monday, ImmutableArray<PersonId> Roll, ImmutableArray<AssignedTurn> Turns) : Entry;

/// <summary>Somebody offered a turn to another, or in exchange for one of theirs.</summary>
/// <param name="Against">The turn wanted in exchange; null for a substitution.</param>
[Named("duty.turn-offered"), SeenBy(Audience.Members)]
public sealed record TurnOffered(TurnId Turn, PersonId To, TurnId? Against) : Entry;

/// <summary>Both agreed: the turn, and the one in exchange, changed hands.</summary>
[Named("duty.turn-passed"), SeenBy(Audience.Members)]
public sealed record TurnPassed(TurnId Turn, PersonId To, TurnId? Against) : Entry;

/// <summary>Somebody has a good reason not to do a turn; the turn is free.</summary>
/// <param name="Reason">Can be erased.</param>
[Named("duty.turn-excused"), SeenBy(Audience.Involved)]
public sealed record TurnExcused(TurnId Turn, PersonId Person, [property: Erasable] Text Reason) : Entry;

/// <summary>Somebody took a turn that was free, or was given it by rotation.</summary>
[Named("duty.turn-taken"), SeenBy(Audience.Members)]
public sealed record TurnTaken(TurnId Turn, PersonId Person) : Entry;

/// <summary>The turn was done.</summary>
[Named("duty.turn-done"), SeenBy(Audience.Members)]
public sealed record TurnDone(TurnId Turn, PersonId Person) : Entry;
