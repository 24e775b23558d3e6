using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Posts;

namespace Autogestion.Domain;

/// <summary>Nobody chairs, counts or signs on what singles him or her out: who stands in, and who is kept from it.</summary>
internal static class Chairing
{
    /// <summary>
    /// Passes the chair of an item to the longest-standing member in the room who is not singled out. Anybody present may ask
    /// for it and nobody chooses, so that a chair who would rather not be replaced cannot prevent it and nobody can seize it.
    /// </summary>
    public static Decision Decide(PassChair act, Stamp stamp, Assembly assembly, Collective collective)
    {
        if (RoomDecider.NotOpen(assembly) is { } closed) return closed;
        if (!assembly.IsPresentAndEntitled(stamp.Actor)) return AssembliesRefusals.NotPresentAndEntitled;
        if (assembly.Find(act.Motion) is not { } motion) return VotesRefusals.UnknownMotion;
        if (!IsUndecided(motion)) return VotesRefusals.Settled;
        var recused = Effects.RecusedFrom(motion.Id, assembly, collective, stamp.Entered);
        var officers = collective.Posts.Officers(assembly.Id).ToImmutableArray();
        if (!officers.Any(officer => officer.Role == SittingRole.Chair && recused.Contains(officer.Person))) return VotesRefusals.ChairNotSingledOut;
        if (officers.Any(officer => officer.Role == SittingRole.StandIn)) return PostsRefusals.OfficerAlready;
        var standIn = assembly.Roll.Where(assembly.InRoom.ContainsKey).Except(recused)
            .OrderBy(person => collective.Roster.Find(person)!.Number).Select(person => (PersonId?)person).FirstOrDefault();
        return standIn is { } person
            ? new SittingMandateGranted(collective.Posts.NextMandate, assembly.Id, SittingRole.StandIn, person)
            : AssembliesRefusals.NotPresentAndEntitled;
    }

    /// <summary>Whether some undecided motion on an item singles out the chair of the sitting.</summary>
    public static bool SinglesOutChair(AssemblyId id, int item, Instant when, Collective collective)
    {
        var chairs = collective.Posts.Officers(id).Where(officer => officer.Role == SittingRole.Chair).Select(officer => officer.Person).ToImmutableArray();
        return collective.Assemblies.Find(id) is { } assembly && assembly.Motions.Values
            .Any(motion => motion.Item == item && IsUndecided(motion) && Effects.Recused(motion, collective, when).Any(chairs.Contains));
    }

    /// <summary>Whether an act of counting or proclaiming is refused to whoever the motion singles out, entitled to vote or not.</summary>
    public static bool Bars(Act act, PersonId actor, Assembly assembly, Instant when, Collective collective)
    {
        MotionId? id = act switch
        {
            EnterBallot enter => enter.Motion,
            EnterCount count => count.Motion,
            CloseVote close => close.Motion,
            ProclaimResult proclaim => proclaim.Motion,
            _ => null,
        };
        if (id is not { } motion || assembly.Find(motion) is not { Effect: not null } found) return false;
        var recused = Effects.Recused(found, collective, when);
        return recused.Contains(actor) || (act is EnterCount { Tellers: { IsDefault: false } tellers } && tellers.Any(recused.Contains));
    }

    /// <summary>Those whom something voted in this sitting singled out: they do not sign its minutes.</summary>
    public static ImmutableHashSet<PersonId> SingledOutIn(Assembly assembly, Instant when, Collective collective) =>
        [.. assembly.Motions.Values.Where(motion => motion is { Effect: not null, Vote: not null }).SelectMany(motion => Effects.Recused(motion, collective, when))];

    private static bool IsUndecided(Motion motion) => motion.Phase is MotionPhase.Tabled or MotionPhase.Voting or MotionPhase.Counted;
}
