using Autogestion.Domain.Elections;
using Autogestion.Domain.Voting;

namespace Autogestion.Domain.Assemblies;

/// <summary>Takes in what happens to a vote and to the candidacies before it.</summary>
internal static class VoteFold
{
    public static Motion Evolve(Motion motion, Recorded recorded) => recorded.Entry switch
    {
        CandidateProposed proposed => motion with { Candidates = motion.Candidates.Add(new(proposed.Person, recorded.Stamp.Actor, false, false)) },
        CandidateStood stood => motion with { Candidates = Stood(motion.Candidates, stood) },
        CandidacyWithdrawn withdrawn => motion with { Candidates = motion.Candidates.RemoveAll(candidate => candidate.Person == withdrawn.Person) },
        ElectionProclaimed proclaimed => motion with { Phase = proclaimed.Elected.IsEmpty ? MotionPhase.Lost : MotionPhase.Carried, Election = proclaimed },
        _ => motion with { Vote = Evolve(motion.Vote!, recorded.Entry, recorded.Stamp) },
    };

    public static Vote Cast(Vote vote, BallotCast cast, Stamp stamp)
    {
        var others = vote.Objections.RemoveAll(objection => objection.Person == cast.Person);
        return vote with
        {
            Ballots = vote.Ballots.SetItem(cast.Person, cast.Ballot),
            ByHand = cast.ByHand ? vote.ByHand.SetItem(cast.Person, stamp.Actor) : vote.ByHand,
            Objections = cast.Ballot is Ballot.Objection objection ? others.Add(new(cast.Person, objection.Reason)) : others,
        };
    }

    // Where hands or papers are all there is, entering their count closes the vote: it is the first count of that table.
    public static Vote Counted(Vote vote, VoteCounted counted, Stamp stamp)
    {
        // What came out of a box is in its ballots already, papers among them; whoever handed these in does not proclaim.
        if (vote.Secret is { } secret) return vote with { Count = counted.Count, Tellers = counted.Tellers, CountedBy = secret.PapersBy };
        var closed = vote with { Count = counted.Count, Tellers = counted.Tellers, CountedBy = counted.Tellers.IsEmpty ? null : stamp.Actor };
        if (counted.Tellers.IsEmpty) return closed;
        Pile[] piles = [new(new Ballot.For(), counted.Count.For), new(new Ballot.Against(), counted.Count.Against), new(new Ballot.Abstain(), counted.Count.Abstain), new(new Ballot.Blank(), counted.Count.Blank)];
        return closed with { Tables = vote.Tables.SetItem(vote.Method, [new(Pile.Sorted(piles), counted.Tellers, stamp.Actor, stamp.Entered, Confirmed(counted.Tellers, stamp))]) };
    }

    /// <summary>The motions that a choice among several settles.</summary>
    public static IEnumerable<Motion> Chosen(Assembly assembly, ChoiceProclaimed choice)
    {
        var first = assembly.Motions[choice.Motion.Value];
        var vote = first.Vote!;
        foreach (var option in vote.Question.Options.OfType<Option.Proposal>())
        {
            var motion = assembly.Motions[option.Motion.Value];
            var settled = motion.Id != choice.Chosen ? motion with { Phase = MotionPhase.Lost }
                : choice.Sum is { Carried: true } ? motion with { Phase = MotionPhase.Carried, Vote = vote, Sum = choice.Sum }
                : motion with { Phase = MotionPhase.Tabled };
            yield return motion.Id == choice.Motion ? settled with { Contest = vote, Choice = choice } : settled;
        }
    }

    private static Vote Evolve(Vote vote, Entry entry, Stamp stamp) => entry switch
    {
        TableCounted counted => vote with
        {
            Tables = vote.Tables.SetItem(counted.Way, vote.Tables.GetValueOrDefault(counted.Way, []).Add(
                new(counted.Piles, counted.Tellers, stamp.Actor, stamp.Entered, Confirmed(counted.Tellers, stamp)))),
        },
        TableCountConfirmed confirmed when vote.Tables.GetValueOrDefault(confirmed.Way, []) is [.. var before, var last] =>
            vote with { Tables = vote.Tables.SetItem(confirmed.Way, [.. before, last with { Confirmed = last.Confirmed.Add(confirmed.Teller) }]) },
        ObjectionWithdrawn withdrawn => vote with
        {
            Ballots = vote.Ballots.SetItem(withdrawn.Person, new Ballot.Consent()),
            Objections = vote.Objections.RemoveAll(objection => objection.Person == withdrawn.Person),
        },
        ObjectionResolved resolved => vote with
        {
            Objections = [.. vote.Objections.Select(objection => objection.Person == resolved.Person ? objection with { Resolution = resolved.Words } : objection)],
        },
        LotCalled called => vote with { Lot = Lot.Begin(stamp.Entered, [.. called.Silent]) },
        LotCommitted committed when vote.Lot is { } lot => vote with { Lot = lot with { Commitments = lot.Commitments.SetItem(committed.Person, committed.Hash) } },
        LotRevealed revealed when vote.Lot is { } lot => vote with { Lot = lot with { Revealed = lot.Revealed.SetItem(revealed.Person, revealed.Number) } },
        LotDrawn drawn when vote.Lot is { } lot => vote with { Lot = lot with { Seed = drawn.Seed } },
        _ => vote,
    };

    private static ImmutableHashSet<PersonId> Confirmed(ImmutableArray<PersonId> tellers, Stamp stamp) => tellers.Contains(stamp.Actor) ? [stamp.Actor] : [];

    private static ImmutableArray<Candidacy> Stood(ImmutableArray<Candidacy> candidates, CandidateStood stood)
    {
        var proposed = candidates.FirstOrDefault(candidate => candidate.Person == stood.Person);
        return candidates.RemoveAll(candidate => candidate.Person == stood.Person).Add(new(stood.Person, proposed?.ProposedBy, true, stood.ForReserved));
    }
}
