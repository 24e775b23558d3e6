using Autogestion.Domain.Voting;

namespace Autogestion.Domain.Assemblies;

/// <summary>Decides counts at the table, objections, and what a vote with options comes to.</summary>
public static class CountDecider
{
    /// <summary>Ways that are counted at the table.</summary>
    public static bool IsTable(VoteMethod way) => way is VoteMethod.ShowOfHands or VoteMethod.Paper;

    /// <param name="tellers">The tellers named for this sitting.</param>
    public static Decision Decide(EnterTableCount act, Stamp stamp, Assembly assembly, ImmutableArray<PersonId> tellers)
    {
        if (RoomDecider.NotOpen(assembly) is { } closed) return closed;
        if (assembly.Find(act.Motion) is not { } motion) return VotesRefusals.UnknownMotion;
        if (motion is not { Phase: MotionPhase.Voting or MotionPhase.Counted, Vote: { } vote }) return VotesRefusals.NotOpen;
        if (!vote.Ways.Contains(act.Way) || !IsTable(act.Way)) return VotesRefusals.WrongMethod;
        if (vote.Recused.Contains(stamp.Actor) || act.Tellers.Any(vote.Recused.Contains)) return VotesRefusals.OfficerRecused;
        if (act.Tellers.Distinct().Count() != 2 || act.Tellers.Length != 2 || !act.Tellers.All(tellers.Contains)) return VotesRefusals.TwoTellers;
        if (act.Piles.Any(pile => !vote.Question.Accepts(pile.Ballot))) return VotesRefusals.WrongBallot;
        var most = vote.Present - vote.Recused.Length;
        var others = vote.Ballots.Count + vote.Ways.Where(way => way != act.Way).Sum(way => vote.Tables.GetValueOrDefault(way, []) is [.., var last] ? last.Papers : 0);
        if (act.Piles.Any(pile => pile.Papers < 0 || pile.Papers > most) || act.Piles.Sum(pile => (long)pile.Papers) + others > most) return VotesRefusals.CountImpossible.With("entitled", most);
        return new TableCounted(assembly.Id, act.Motion, act.Way, Pile.Sorted(act.Piles), act.Tellers, vote.Tables.GetValueOrDefault(act.Way, []).Length);
    }

    public static Decision Decide(ConfirmTableCount act, Stamp stamp, Assembly assembly)
    {
        if (RoomDecider.NotOpen(assembly) is { } closed) return closed;
        if (assembly.Find(act.Motion) is not { } motion) return VotesRefusals.UnknownMotion;
        if (motion is not { Phase: MotionPhase.Voting or MotionPhase.Counted, Vote: { } vote }) return VotesRefusals.NotOpen;
        return vote.Tables.GetValueOrDefault(act.Way, []) is [.., var last] && last.Tellers.Contains(stamp.Actor) && !last.Confirmed.Contains(stamp.Actor)
            ? new TableCountConfirmed(assembly.Id, act.Motion, act.Way, stamp.Actor)
            : CountRefusals.NothingToConfirm;
    }

    public static Decision Decide(WithdrawObjection act, Stamp stamp, Assembly assembly) =>
        Standing(act.Motion, stamp.Actor, assembly) is { } flaw ? flaw : new ObjectionWithdrawn(assembly.Id, act.Motion, stamp.Actor);

    public static Decision Decide(ResolveObjection act, Assembly assembly) =>
        Standing(act.Motion, act.Person, assembly) is { } flaw ? flaw : new ObjectionResolved(assembly.Id, act.Motion, act.Person, act.Words);

    private static Refusal? Standing(MotionId id, PersonId person, Assembly assembly)
    {
        if (RoomDecider.NotOpen(assembly) is { } closed) return closed;
        if (assembly.Find(id) is not { } motion) return VotesRefusals.UnknownMotion;
        if (motion is not { Phase: MotionPhase.Voting, Vote: { } vote }) return VotesRefusals.NotOpen;
        return vote.Objections.Any(objection => objection.Person == person && objection.Resolution is null) ? null : (Refusal)CountRefusals.NoObjection;
    }

    /// <summary>Proclaims a vote with options: an election or a choice among proposals.</summary>
    /// <param name="vote">A vote that was counted.</param>
    /// <param name="substitutes">How many substitutes the post has.</param>
    public static Decision Proclaim(Motion motion, Vote vote, Assembly assembly, int substitutes, Func<Motion, Statutes.Threshold> majority)
    {
        var outcome = vote.Outcome();
        if (!outcome.IsDecided) return CountRefusals.LotNeeded.With("options", outcome.Undecided.Length);
        if (vote.Question.Options.All(option => option is Option.Candidate))
            return new ElectionProclaimed(assembly.Id, motion.Id, People(outcome.Elected), outcome.Empty, People(outcome.Next.Take(substitutes)));
        if (outcome.Elected.IsEmpty || vote.Question.Options[outcome.Elected[0] - 1] is not Option.Proposal { Motion: var chosen }) return new ChoiceProclaimed(assembly.Id, motion.Id, null, null);
        var all = vote.CountNow();
        var inFavour = (int)outcome.Stages[^1].Lines[outcome.Elected[0] - 1].Votes;
        return new ChoiceProclaimed(assembly.Id, motion.Id, chosen, majority(assembly.Find(chosen)!).Judge(all with { For = inFavour, Against = all.For - inFavour }));

        ImmutableArray<PersonId> People(IEnumerable<int> options) => [.. options.Select(option => ((Option.Candidate)vote.Question.Options[option - 1]).Person)];
    }
}
