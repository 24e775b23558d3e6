using Autogestion.Domain.Members;
using Autogestion.Domain.Sanctions;
using Autogestion.Domain.Statutes;

namespace Autogestion.Domain;

/// <summary>What a procedure for a sanction forbids elsewhere.</summary>
internal static class SanctionRules
{
    /// <summary>
    /// Nobody resigns while an exclusion is being looked into or waits for its appeal, and nobody is suspended without the
    /// procedure that the rules ask for; null for everything else.
    /// </summary>
    public static Refusal? Forbids(MemberAct act, Stamp stamp, Collective collective) => act switch
    {
        Resign resign when collective.Sanctions.StillPending.FirstOrDefault(one => IsPendingExclusion(one, resign.Person)) is { } pending =>
            SanctionsRefusals.ExclusionPending.With("until", AppealDecider.NextDue(pending) ?? pending.Appeal!.DecideBy),
        Suspend suspend when ImposingDecider.NeedsProcedureFrom(collective.Statutes) <= SanctionStep.Suspension
            && MembersDecider.Decide(suspend, stamp, collective.Roster, collective.Statutes) is Decision.Entered =>
            SanctionsRefusals.ProcedureNeeded.Under(collective.Statutes.Rule(Rules.ProcedureFrom).Cited),
        _ => null,
    };

    private static bool IsPendingExclusion(Procedure one, PersonId person) =>
        one.Person == person && (one is { IsOpen: true, Step: SanctionStep.Exclusion, Investigator: not null } || one is { Stands: true, Imposed: { Step: SanctionStep.Exclusion, InEffect: false } });
}
