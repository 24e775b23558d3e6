using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Posts;

namespace Autogestion.Domain.Elections;

/// <summary>Decides who stands for a post, from the moment the election is tabled, before the sitting and in it, until its vote is opened.</summary>
public static class CandidacyDecider
{
    /// <param name="entitled">Whether the proposer is entitled in the body.</param>
    /// <param name="hindrance">Why the person cannot hold the post, or null.</param>
    public static Decision Decide(ProposeCandidate act, Assembly assembly, bool entitled, Refusal? hindrance)
    {
        if (!entitled) return AssembliesRefusals.NotPresentAndEntitled;
        var (motion, flaw) = Election(act.Motion, assembly);
        if (flaw is not null) return flaw;
        if (motion!.Candidates.Any(candidate => candidate.Person == act.Person)) return ElectionsRefusals.AlreadyCandidate;
        return hindrance is not null ? hindrance : new CandidateProposed(assembly.Id, act.Motion, act.Person);
    }

    /// <param name="hindrance">Why the person cannot hold the post, or null.</param>
    /// <param name="quota">The quota of the post, if it has one.</param>
    public static Decision Decide(StandForPost act, Assembly assembly, Refusal? hindrance, Quota? quota)
    {
        var (motion, flaw) = Election(act.Motion, assembly);
        if (flaw is not null) return flaw;
        if (motion!.Candidates.Any(candidate => candidate.Person == act.Person && candidate.Stands)) return ElectionsRefusals.AlreadyCandidate;
        if (act.ForReserved && quota is null) return ElectionsRefusals.NothingReserved;
        return hindrance is not null ? hindrance : new CandidateStood(assembly.Id, act.Motion, act.Person, act.ForReserved);
    }

    public static Decision Decide(WithdrawCandidacy act, Assembly assembly)
    {
        var (motion, flaw) = Election(act.Motion, assembly);
        if (flaw is not null) return flaw;
        return motion!.Candidates.Any(candidate => candidate.Person == act.Person) ? new CandidacyWithdrawn(assembly.Id, act.Motion, act.Person) : ElectionsRefusals.NotCandidate;
    }

    private static (Motion? Motion, Refusal? Flaw) Election(MotionId id, Assembly assembly)
    {
        if (assembly.IsOver) return (null, AssembliesRefusals.Over);
        if (assembly.Find(id) is not { } motion) return (null, VotesRefusals.UnknownMotion);
        if (motion.Effect is not FillPost) return (null, ElectionsRefusals.NoElection);
        return motion.Phase == MotionPhase.Tabled ? (motion, null) : (null, ElectionsRefusals.Closed);
    }
}
