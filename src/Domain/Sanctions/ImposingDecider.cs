using Autogestion.Domain.Members;
using Autogestion.Domain.Statutes;

namespace Autogestion.Domain.Sanctions;

/// <summary>Decides what a body resolves on a charge: the ladder, the hearing, the cap, and what has its effect at once.</summary>
public static class ImposingDecider
{
    public static Decision Decide(ISanctionEffect effect, Stamp stamp, SanctionGround ground)
    {
        if (ground.Procedures.Find(effect.Procedure) is not { } procedure || procedure.Person != effect.Person) return SanctionsRefusals.Unknown;
        if (!procedure.IsOpen) return SanctionsRefusals.Closed;
        if (effect is DismissCharge) return new ProcedureClosed(procedure.Id, procedure.Person, procedure.Accuser, ProcedureEnd.Dismissed);
        if (!ground.Roster.Belongs(procedure.Person, stamp.Entered)) return SanctionsRefusals.NotMember;
        var step = StepOf(effect);
        if (effect is WarnMember && step > SanctionStep.Warning) return SanctionsRefusals.WrongStep;
        if (step > procedure.Step) return SanctionsRefusals.BeyondCharge;
        if (NotReady(procedure, step, stamp, ground) is { } early) return early;
        if (Skipped(procedure, step, ground) is { } skipped) return skipped;
        return effect switch
        {
            SuspendMember suspend => Suspend(suspend, procedure, stamp, ground),
            ExcludeMember => Exclude(procedure, stamp, ground),
            _ => Imposed(procedure, step, null, true, stamp, ground),
        };
    }

    /// <summary>The step of the ladder that an effect imposes.</summary>
    public static SanctionStep StepOf(ISanctionEffect effect) => effect switch
    {
        WarnMember warn => warn.Step,
        SuspendMember => SanctionStep.Suspension,
        _ => SanctionStep.Exclusion,
    };

    /// <summary>From which step on a charge, a hearing and a report are needed. An exclusion always needs them.</summary>
    public static SanctionStep NeedsProcedureFrom(StatuteBook statutes) => Enum.Parse<SanctionStep>(statutes.Rule(Rules.ProcedureFrom).Value.Value);

    /// <summary>The year under way, its cap of exclusions, and how many there have been.</summary>
    /// <param name="Roll">Members at the end of the year before, or at the founding.</param>
    public sealed record YearOfExclusions(LocalDate From, int Roll, int Cap, int Used);

    public static YearOfExclusions Year(Instant now, SanctionGround ground)
    {
        var today = now.InZone(ground.Zone).Date;
        var end = ground.YearEnds.InYear(today.Year);
        if (end >= today) end = ground.YearEnds.InYear(today.Year - 1);
        var from = end.PlusDays(1);
        var begins = Instant.Max(ground.Zone.AtStartOfDay(from).ToInstant(), ground.FoundedAt);
        var roll = ground.Roster.People.Keys.Count(person => ground.Roster.Belongs(person, begins));
        var used = ground.Procedures.All.Values.Count(one => one is { Stands: true, Imposed: { Step: SanctionStep.Exclusion } imposed } && imposed.At >= begins);
        return new(from, roll, ground.Statutes.Rule(Rules.ExclusionsAYear).Value.Value.AtMost(roll), used);
    }

    /// <summary>What is changed back when the resolution that imposed a sanction no longer stands.</summary>
    public static IEnumerable<Entry> Annul(ProcedureId id, Instant now, ProcedureList procedures, Roster roster)
    {
        if (procedures.Find(id) is not { Stands: true } procedure) yield break;
        yield return new ProcedureClosed(id, procedure.Person, procedure.Accuser, ProcedureEnd.Annulled);
        foreach (var entry in GivenBack(procedure, now, roster)) yield return entry;
    }

    /// <summary>What a person gets back when a sanction is undone: what it took and nothing else has taken since. Posts are gone.</summary>
    internal static IEnumerable<Entry> GivenBack(Procedure procedure, Instant now, Roster roster)
    {
        var standing = roster.StandingOf(procedure.Person, now);
        var undone = procedure.Imposed switch
        {
            { Step: SanctionStep.Exclusion, InEffect: true } => standing == Standing.Departed && roster.Find(procedure.Person)!.Reason == DepartureReason.Exclusion,
            { Step: SanctionStep.Suspension } imposed => standing == Standing.Suspended && roster.Find(procedure.Person)!.Until == imposed.Until,
            _ => false,
        };
        return undone ? [new Reinstated(procedure.Person)] : [];
    }

    private static Decision Suspend(SuspendMember act, Procedure procedure, Stamp stamp, SanctionGround ground)
    {
        var today = stamp.Entered.InZone(ground.Zone).Date;
        if (act.Until < today) return SanctionsRefusals.DayPassed;
        var rule = ground.Statutes.Rule(Rules.LongestSuspension);
        if (act.Until > rule.Value.Value.After(today)) return SanctionsRefusals.SuspensionTooLong.With("latest", rule.Value.Value.After(today)).Under(rule.Cited);
        return Decision.Of(Imposed(procedure, SanctionStep.Suspension, act.Until, true, stamp, ground), new Suspended(procedure.Person, act.Until));
    }

    private static Decision Exclude(Procedure procedure, Stamp stamp, SanctionGround ground)
    {
        var year = Year(stamp.Entered, ground);
        if (year.Used >= year.Cap)
            return SanctionsRefusals.CapReached.With("cap", year.Cap).With("roll", year.Roll).Under(ground.Statutes.Rule(Rules.ExclusionsAYear).Cited);
        var appealed = ground.Statutes.Rule(Rules.AppealBody(Matter.ExcludeMember)).Value.Value != "None";
        var atOnce = !appealed || ground.Statutes.Rule(Rules.ExclusionEffect).Value.Value == "AtOnce";
        var imposed = Imposed(procedure, SanctionStep.Exclusion, null, atOnce, stamp, ground);
        return atOnce ? Decision.Of(imposed, new Departed(procedure.Person, DepartureReason.Exclusion)) : imposed;
    }

    private static SanctionImposed Imposed(Procedure procedure, SanctionStep step, LocalDate? until, bool atOnce, Stamp stamp, SanctionGround ground)
    {
        var appealed = ground.Statutes.Rule(Rules.AppealBody(Procedure.MatterOf(step))).Value.Value != "None";
        Instant? appealUntil = appealed ? ground.Statutes.Rule(Rules.AppealWithin).Value.Value.Latest(stamp.Entered, ground.Zone) : null;
        return new(procedure.Id, procedure.Person, procedure.Accuser, step, until, (stamp.Authority as Authority.Resolution)?.Id, appealUntil, atOnce);
    }

    private static Refusal? NotReady(Procedure procedure, SanctionStep step, Stamp stamp, SanctionGround ground)
    {
        if (step == SanctionStep.Exclusion || step >= NeedsProcedureFrom(ground.Statutes))
            return procedure.Report is null ? SanctionsRefusals.ProcedureNeeded.Under(ground.Statutes.Rule(Rules.ProcedureFrom).Cited) : null;
        var rule = ground.Statutes.Rule(Rules.DefenceWithin);
        var over = rule.Value.Value.Earliest(procedure.At, ground.Zone);
        return stamp.Entered < over && procedure.Report is null ? SanctionsRefusals.DefenceOpen.With("until", over).Under(rule.Cited) : null;
    }

    // Where the norms keep the ladder, whoever is suspended was warned before, and whoever is excluded was warned or suspended.
    private static Refusal? Skipped(Procedure procedure, SanctionStep step, SanctionGround ground)
    {
        var rule = ground.Statutes.Rule(Rules.Ladder);
        if (!rule.Value.Value || step < SanctionStep.Suspension) return null;
        return ground.Procedures.About(procedure.Person).Any(one => one.Stands && one.Imposed!.Step is var before && before >= SanctionStep.Warning && before < step)
            ? null
            : SanctionsRefusals.LadderSkipped.Under(rule.Cited);
    }
}
