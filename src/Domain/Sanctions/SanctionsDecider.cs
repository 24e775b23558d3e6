using Autogestion.Domain.Bodies;
using Autogestion.Domain.Members;
using Autogestion.Domain.Statutes;

namespace Autogestion.Domain.Sanctions;

/// <summary>What a sanction is decided against.</summary>
/// <param name="YearEnds">Last day of the fiscal year, for the cap of exclusions.</param>
/// <param name="FoundedAt">Before it there was no roll.</param>
public sealed record SanctionGround(ProcedureList Procedures, Roster Roster, BodyList Bodies, StatuteBook Statutes, AnnualDate YearEnds, Instant FoundedAt)
{
    public DateTimeZone Zone => Roster.Zone;
}

/// <summary>Decides a procedure from the charge to the report: charge, investigator, mediation, hearing, defence.</summary>
public static class SanctionsDecider
{
    public static Decision Decide(SanctionAct act, Stamp stamp, SanctionGround ground) => act switch
    {
        LayCharge lay => Lay(lay, stamp, ground),
        NameInvestigator name => Name(name, stamp, ground),
        RecordMediation mediation => Mediate(mediation, stamp, ground.Procedures),
        SetHearing set => Set(set, stamp, ground),
        Defend defend => Answer(defend, ground.Procedures),
        RecordHearing record => Hear(record, stamp, ground.Procedures),
        ReportOnCharge report => Report(report, stamp, ground),
        AppealSanction appeal => AppealDecider.File(appeal, stamp, ground),
        UpholdAppeal uphold => AppealDecider.Decide(uphold, true, stamp, ground),
        RejectAppeal reject => AppealDecider.Decide(reject, false, stamp, ground),
        ISanctionEffect effect => ImposingDecider.Decide(effect, stamp, ground),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    private static Decision Lay(LayCharge act, Stamp stamp, SanctionGround ground)
    {
        if (!ground.Roster.Belongs(act.Person, stamp.Entered)) return SanctionsRefusals.NotMember;
        if (act.Person == stamp.Actor) return SanctionsRefusals.OwnCharge;
        if (ground.Procedures.StillPending.Any(one => one.IsOpen && one.Person == act.Person && one.Accuser == stamp.Actor)) return SanctionsRefusals.AlreadyCharged;
        var within = ground.Statutes.Rule(Rules.ChargeDecidedWithin).Value.Value;
        return new ChargeLaid(ground.Procedures.Next, act.Person, stamp.Actor, act.Step, act.Ground, act.Norm, within.Latest(stamp.Entered, ground.Zone));
    }

    private static Decision Name(NameInvestigator act, Stamp stamp, SanctionGround ground)
    {
        if (Open(act.Procedure, ground.Procedures, out var procedure) is { } flaw) return flaw;
        if (!ground.Roster.Votes(act.Investigator, stamp.Entered)) return SanctionsRefusals.NotMember;
        if (IsParty(act.Investigator, procedure) || (stamp.Authority is Authority.Mandate && IsParty(stamp.Actor, procedure))) return SanctionsRefusals.Involved;
        return procedure.Report is not null
            ? SanctionsRefusals.AlreadyReported
            : new InvestigatorNamed(procedure.Id, procedure.Person, procedure.Accuser, act.Investigator);
    }

    private static Decision Mediate(RecordMediation act, Stamp stamp, ProcedureList procedures)
    {
        if (Open(act.Procedure, procedures, out var procedure) is { } flaw) return flaw;
        if (procedure.Involved.Contains(stamp.Actor)) return SanctionsRefusals.Involved;
        var mediated = new Mediated(procedure.Id, procedure.Person, procedure.Accuser, act.Settled, act.Words);
        return act.Settled ? Decision.Of(mediated, new ProcedureClosed(procedure.Id, procedure.Person, procedure.Accuser, ProcedureEnd.Settled)) : mediated;
    }

    private static Decision Set(SetHearing act, Stamp stamp, SanctionGround ground)
    {
        if (Open(act.Procedure, ground.Procedures, out var procedure) is { } flaw) return flaw;
        if (procedure.Investigator != stamp.Actor) return SanctionsRefusals.NotInvestigator;
        if (procedure.Heard is not null) return SanctionsRefusals.AlreadyHeard;
        var rule = ground.Statutes.Rule(Rules.DefenceWithin);
        var earliest = rule.Value.Value.Earliest(stamp.Entered, ground.Zone);
        var at = Moment(act.At, stamp.Entered, ground.Zone);
        if (at < earliest) return SanctionsRefusals.HearingTooSoon.With("earliest", earliest).Under(rule.Cited);
        return new HearingSet(procedure.Id, procedure.Person, at, act.Place);
    }

    private static Decision Answer(Defend act, ProcedureList procedures)
    {
        if (procedures.Find(act.Procedure) is not { } procedure || procedure.Person != act.Person) return SanctionsRefusals.Unknown;
        return procedure.IsOpen ? new DefenceGiven(procedure.Id, procedure.Person, procedure.Investigator, act.Words) : SanctionsRefusals.Closed;
    }

    private static Decision Hear(RecordHearing act, Stamp stamp, ProcedureList procedures)
    {
        if (Open(act.Procedure, procedures, out var procedure) is { } flaw) return flaw;
        if (procedure.Investigator != stamp.Actor) return SanctionsRefusals.NotInvestigator;
        if (procedure.Heard is not null) return SanctionsRefusals.AlreadyHeard;
        return procedure.Hearing is not { } hearing || hearing.At > stamp.Entered
            ? SanctionsRefusals.HearingNotYet
            : new HearingHeld(procedure.Id, procedure.Person, act.Attended, act.Words);
    }

    private static Decision Report(ReportOnCharge act, Stamp stamp, SanctionGround ground)
    {
        if (Open(act.Procedure, ground.Procedures, out var procedure) is { } flaw) return flaw;
        if (procedure.Investigator != stamp.Actor) return SanctionsRefusals.NotInvestigator;
        if (procedure.Heard is null) return SanctionsRefusals.NotHeard;
        var mediation = ground.Statutes.Rule(Rules.MediationFirst);
        if (mediation.Value.Value && procedure.MediatedAt is null) return SanctionsRefusals.MediationFirst.Under(mediation.Cited);
        if (procedure.Report is not null) return SanctionsRefusals.AlreadyReported;
        return act.Proposal > procedure.Step
            ? SanctionsRefusals.BeyondCharge
            : new ChargeReported(procedure.Id, procedure.Person, procedure.Accuser, act.Proposal, act.Words);
    }

    /// <summary>Why nothing more happens in a procedure before its decision, or null.</summary>
    internal static Refusal? Open(ProcedureId id, ProcedureList procedures, out Procedure procedure)
    {
        procedure = procedures.Find(id)!;
        if (procedure is null) return SanctionsRefusals.Unknown;
        return procedure.IsOpen ? null : (Refusal)SanctionsRefusals.Closed;
    }

    private static bool IsParty(PersonId person, Procedure procedure) => person == procedure.Person || person == procedure.Accuser;

    private static Instant Moment(LocalDateTime at, Instant now, DateTimeZone zone)
    {
        var today = now.InZone(zone).LocalDateTime;
        return zone.AtLeniently(LocalDateTime.Max(today.PlusYears(-100), LocalDateTime.Min(today.PlusYears(100), at))).ToInstant();
    }
}
