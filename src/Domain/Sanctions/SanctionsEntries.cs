namespace Autogestion.Domain.Sanctions;

/// <summary>The ladder of sanctions, the lightest first.</summary>
public enum SanctionStep
{
    CallToAttention,
    Warning,

    /// <summary>No voice or vote for a bounded time.</summary>
    Suspension,

    /// <summary>No longer a member.</summary>
    Exclusion,
}

/// <summary>How a procedure ended without a sanction that stands.</summary>
public enum ProcedureEnd
{
    /// <summary>A mediation led to an agreement.</summary>
    Settled,

    /// <summary>The body that decides dismissed the charge.</summary>
    Dismissed,

    /// <summary>Nobody decided in time.</summary>
    Lapsed,

    /// <summary>The person left meanwhile.</summary>
    PersonLeft,

    /// <summary>The resolution that imposed the sanction no longer stands.</summary>
    Annulled,
}

/// <summary>Somebody was charged: what happened, and the norm that it breaks.</summary>
/// <param name="Step">The gravest sanction that can come of it.</param>
/// <param name="Lapses">If it is not decided by then it falls by itself.</param>
[Named("sanction.charged"), SeenBy(Audience.Involved)]
public sealed record ChargeLaid(ProcedureId Procedure, PersonId Person, PersonId Accuser, SanctionStep Step, Text Ground, Text Norm, Instant Lapses) : Entry;

/// <summary>Somebody who is not involved looks into the charge.</summary>
[Named("sanction.investigator-named"), SeenBy(Audience.Involved)]
public sealed record InvestigatorNamed(ProcedureId Procedure, PersonId Person, PersonId Accuser, PersonId Investigator) : Entry;

/// <summary>A mediation was tried.</summary>
[Named("sanction.mediated"), SeenBy(Audience.Involved)]
public sealed record Mediated(ProcedureId Procedure, PersonId Person, PersonId Accuser, bool Settled, Text? Words) : Entry;

/// <summary>The person was told when and where he or she is heard.</summary>
[Named("sanction.hearing-set"), SeenBy(Audience.Involved)]
public sealed record HearingSet(ProcedureId Procedure, PersonId Person, Instant At, Text Place) : Entry;

/// <summary>The person answered the charge in writing.</summary>
[Named("sanction.defended"), SeenBy(Audience.Involved)]
public sealed record DefenceGiven(ProcedureId Procedure, PersonId Person, PersonId? Investigator, Text Words) : Entry;

/// <summary>The hearing was held, or the person did not come.</summary>
[Named("sanction.heard"), SeenBy(Audience.Involved)]
public sealed record HearingHeld(ProcedureId Procedure, PersonId Person, bool Attended, Text Words) : Entry;

/// <summary>Whoever looked into it reported: now it can be decided.</summary>
/// <param name="Proposal">Null proposes to dismiss the charge.</param>
[Named("sanction.reported"), SeenBy(Audience.Involved)]
public sealed record ChargeReported(ProcedureId Procedure, PersonId Person, PersonId Accuser, SanctionStep? Proposal, Text Words) : Entry;

/// <summary>The competent body imposed a sanction.</summary>
/// <param name="Until">Last day of a suspension.</param>
/// <param name="AppealUntil">Last moment to appeal; null where no body hears appeals.</param>
/// <param name="AtOnce">Whether it has its effect meanwhile, or only when the appeal is rejected or its term has passed.</param>
[Named("sanction.imposed"), SeenBy(Audience.Involved)]
public sealed record SanctionImposed(
    ProcedureId Procedure, PersonId Person, PersonId Accuser, SanctionStep Step, LocalDate? Until, ResolutionId? Resolution, Instant? AppealUntil, bool AtOnce) : Entry;

/// <summary>An exclusion took effect: nobody appealed in time, or the appeal was rejected.</summary>
[Named("sanction.took-effect"), SeenBy(Audience.Involved)]
public sealed record SanctionTookEffect(ProcedureId Procedure, PersonId Person) : Entry;

/// <summary>The person appealed.</summary>
/// <param name="Body">The body that hears the appeal: it comes onto its next agenda by itself.</param>
/// <param name="DecideBy">Last moment to decide it.</param>
/// <param name="UpheldBySilence">Whether it counts as upheld when nobody has decided by then.</param>
[Named("sanction.appealed"), SeenBy(Audience.Involved)]
public sealed record AppealFiled(ProcedureId Procedure, PersonId Person, BodyId Body, Text Words, Instant DecideBy, bool UpheldBySilence) : Entry;

/// <summary>An appeal was decided.</summary>
/// <param name="By">The resolution; null when the time to decide passed and it counts as upheld.</param>
[Named("sanction.appeal-decided"), SeenBy(Audience.Involved)]
public sealed record SanctionAppealDecided(ProcedureId Procedure, PersonId Person, bool Upheld, ResolutionId? By) : Entry;

/// <summary>A procedure ended without a sanction that stands.</summary>
[Named("sanction.closed"), SeenBy(Audience.Involved)]
public sealed record ProcedureClosed(ProcedureId Procedure, PersonId Person, PersonId Accuser, ProcedureEnd End) : Entry;
