namespace Autogestion.Domain.Sanctions;

/// <summary>An act about sanctions, from the charge to the appeal.</summary>
public abstract record SanctionAct : Act;

/// <summary>What a resolution can do in a procedure: it singles out everybody involved in it.</summary>
public interface ISanctionEffect
{
    /// <summary>The person charged.</summary>
    PersonId Person { get; }

    /// <summary>The procedure.</summary>
    ProcedureId Procedure { get; }
}

/// <summary>Charge somebody with something: what happened, and the norm that it breaks.</summary>
/// <param name="Step">The gravest sanction that can come of it.</param>
[Named("sanction.charge"), Accepts(Source.Membership), Accepts(Power.Audit)]
public sealed record LayCharge(PersonId Person, SanctionStep Step, Text Ground, Text Norm) : SanctionAct;

/// <summary>Name who looks into a charge: nobody involved names or is named.</summary>
[Named("sanction.name-investigator"), Undone(Reversal.Stays), OnMatter(Matter.General), Accepts(Power.Convene), Accepts(Power.Audit), Accepts(Source.Resolution)]
public sealed record NameInvestigator(ProcedureId Procedure, PersonId Investigator) : SanctionAct;

/// <summary>Say whether a mediation led to an agreement, which ends the procedure.</summary>
[Named("sanction.record-mediation"), Accepts(Power.Mediate)]
public sealed record RecordMediation(ProcedureId Procedure, bool Settled, Text? Words = null) : SanctionAct;

/// <summary>Tell the person when and where he or she is heard: by whoever looks into it.</summary>
[Named("sanction.set-hearing"), Accepts(Source.Membership)]
public sealed record SetHearing(ProcedureId Procedure, LocalDateTime At, Text Place) : SanctionAct;

/// <summary>Answer a charge in writing, as often as one wants until it is decided.</summary>
[Named("sanction.defend"), Accepts(Source.OwnAffair)]
public sealed record Defend(ProcedureId Procedure, PersonId Person, Text Words) : SanctionAct, IConcernsPerson;

/// <summary>Write down that the hearing was held, or that the person did not come.</summary>
[Named("sanction.record-hearing"), Accepts(Source.Membership)]
public sealed record RecordHearing(ProcedureId Procedure, bool Attended, Text Words) : SanctionAct;

/// <summary>Report to the body that decides.</summary>
/// <param name="Proposal">The sanction proposed; null proposes to dismiss the charge.</param>
[Named("sanction.report"), Accepts(Source.Membership)]
public sealed record ReportOnCharge(ProcedureId Procedure, SanctionStep? Proposal, Text Words) : SanctionAct;

/// <summary>Call to attention or warn: effect of a resolution of the competent body, whose words give the reasons.</summary>
[Named("sanction.warn"), Undone(Reversal.ChangedBack), OnMatter(Matter.WarnMember), Accepts(Source.Resolution)]
public sealed record WarnMember(PersonId Person, ProcedureId Procedure, SanctionStep Step) : SanctionAct, ISanctionEffect;

/// <summary>Suspend for a bounded time: effect of a resolution.</summary>
/// <param name="Until">Last day.</param>
[Named("sanction.suspend"), Undone(Reversal.ChangedBack), OnMatter(Matter.SuspendMember), Accepts(Source.Resolution)]
public sealed record SuspendMember(PersonId Person, ProcedureId Procedure, LocalDate Until) : SanctionAct, ISanctionEffect;

/// <summary>Exclude: effect of a resolution. The exclusions of a year have a cap.</summary>
[Named("sanction.exclude"), Undone(Reversal.ChangedBack), OnMatter(Matter.ExcludeMember), Accepts(Source.Resolution)]
public sealed record ExcludeMember(PersonId Person, ProcedureId Procedure) : SanctionAct, ISanctionEffect;

/// <summary>Dismiss a charge: effect of a resolution on the matter of the sanction that was asked for.</summary>
[Named("sanction.dismiss"), Undone(Reversal.Stays), OnMatter(Matter.WarnMember), Accepts(Source.Resolution)]
public sealed record DismissCharge(PersonId Person, ProcedureId Procedure) : SanctionAct, ISanctionEffect;

/// <summary>Appeal against one's own sanction, within its term.</summary>
[Named("sanction.appeal"), Accepts(Source.OwnAffair)]
public sealed record AppealSanction(ProcedureId Procedure, PersonId Person, Text Words) : SanctionAct, IConcernsPerson;

/// <summary>Uphold an appeal, which undoes the sanction: effect of a resolution of the body of appeal.</summary>
[Named("sanction.uphold-appeal"), Undone(Reversal.Stays), OnMatter(Matter.DecideAppeal), Accepts(Source.Resolution)]
public sealed record UpholdAppeal(PersonId Person, ProcedureId Procedure) : SanctionAct, ISanctionEffect;

/// <summary>Reject an appeal, which confirms the sanction: effect of a resolution of the body of appeal.</summary>
[Named("sanction.reject-appeal"), Undone(Reversal.Stays), OnMatter(Matter.DecideAppeal), Accepts(Source.Resolution)]
public sealed record RejectAppeal(PersonId Person, ProcedureId Procedure) : SanctionAct, ISanctionEffect;
