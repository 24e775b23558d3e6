namespace Autogestion.Domain.Duties;

/// <summary>An act about common duties.</summary>
public abstract record DutyAct : Act;

/// <summary>Make a common duty: by resolution, or by whoever a resolution gave the rosters to.</summary>
[Named("duty.create"), Undone(Reversal.Stays), OnMatter(Matter.General), Accepts(Source.Resolution), Accepts(Power.KeepDuties)]
public sealed record CreateDuty(DutyTerms Terms) : DutyAct, IOfBody
{
    /// <summary>Among whose members it rotates.</summary>
    public BodyId Body => Terms.Body;
}

/// <summary>End a common duty.</summary>
[Named("duty.close"), Undone(Reversal.Stays), OnMatter(Matter.General), Accepts(Source.Resolution), Accepts(Power.KeepDuties)]
public sealed record CloseDuty(DutyId Duty) : DutyAct;

/// <summary>Give out the turns of a week by fair rotation.</summary>
/// <param name="Monday">The first day of the week.</param>
[Named("duty.plan-week"), Accepts(Power.KeepDuties)]
public sealed record PlanWeek(DutyId Duty, LocalDate Monday) : DutyAct;

/// <summary>Offer one's own turn to somebody, or in exchange for one of theirs.</summary>
[Named("duty.offer-turn"), Accepts(Source.OwnAffair)]
public sealed record OfferTurn(TurnId Turn, PersonId Person, PersonId To, TurnId? Against = null) : DutyAct, IConcernsPerson;

/// <summary>Accept the turn that somebody offered.</summary>
[Named("duty.accept-turn"), Accepts(Source.OwnAffair)]
public sealed record AcceptTurn(TurnId Turn, PersonId Person) : DutyAct, IConcernsPerson;

/// <summary>Say why one cannot do a turn. Whoever keeps the rosters can enter it for somebody.</summary>
[Named("duty.excuse-turn"), Accepts(Source.OwnAffair), Accepts(Power.KeepDuties)]
public sealed record ExcuseTurn(TurnId Turn, PersonId Person, [property: Erasable] Text Reason) : DutyAct, IConcernsPerson;

/// <summary>Take a free turn.</summary>
[Named("duty.take-turn"), Accepts(Source.OwnAffair)]
public sealed record TakeTurn(TurnId Turn, PersonId Person) : DutyAct, IConcernsPerson;

/// <summary>Give a free turn to whoever is next by fair rotation.</summary>
[Named("duty.fill-turn"), Accepts(Power.KeepDuties)]
public sealed record FillTurn(TurnId Turn) : DutyAct;

/// <summary>Check in that a turn was done: by oneself, or by whoever keeps the rosters.</summary>
[Named("duty.check-in"), Accepts(Source.OwnAffair), Accepts(Power.KeepDuties)]
public sealed record CheckInTurn(TurnId Turn, PersonId Person) : DutyAct, IConcernsPerson;
