using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Voting;

namespace Autogestion.Domain.Specs.Histories;

/// <summary>The naive model's ballots and counts: who casts, in whose name, and that what is counted is what was cast.</summary>
internal sealed partial class Judge
{
    private void JudgeBallot(BallotCast cast)
    {
        var sitting = sittings[cast.Assembly.Value];
        var motion = sitting.Motions[cast.Motion.Value];
        Demand(motion is { Vote: not null, Counted: null }, "a ballot is cast while the vote is open");
        Demand(motion.Vote!.Method != VoteMethod.Secret, "no ballot of a secret vote has a name");
        var byProxy = !sitting.InRoom.ContainsKey(cast.Person) && sitting.Proxies.TryGetValue(cast.Person, out var proxy) && proxy.Counts && IsHereAndEntitled(sitting, proxy.Holder);
        Demand((IsHereAndEntitled(sitting, cast.Person) || (byProxy && sitting.Roll.Contains(cast.Person) && IsEntitled(cast.Person, sitting.Notice.Body, At))) && motion.InRoomThen.Contains(cast.Person) && !motion.Vote!.Recused.Contains(cast.Person), "who votes was counted, is here, is entitled and not recused");
        Demand(cast.ByHand ? Has(Power.KeepAttendance) || Has(Power.CountVotes) : byProxy ? sitting.Proxies[cast.Person].Holder == now.Stamp.Actor && !motion.Vote!.Recused.Contains(now.Stamp.Actor) : cast.Person == now.Stamp.Actor, "one votes oneself, aloud, or by whom one chose");
        Demand(motion.Notes.Resolved.Remove(cast.Person) || !motion.Ballots.ContainsKey(cast.Person), "one person has one voice");
        motion.Ballots[cast.Person] = (cast.Ballot, now.Stamp.Actor, cast.ByHand);
    }

    private void JudgeCount(VoteCounted counted)
    {
        var sitting = sittings[counted.Assembly.Value];
        var motion = sitting.Motions[counted.Motion.Value];
        var (vote, count) = (motion.Vote!, counted.Count);
        Demand(motion.Counted is null && !vote.Recused.Contains(now.Stamp.Actor), "a vote is counted once, by nobody whom it singles out");
        Demand(!Singled(motion.Tabled.Effect).Contains(now.Stamp.Actor), "nobody counts what is about him or her");
        Demand((count.Present, count.Roll, count.Recused) == (vote.Present, vote.Roll, vote.Recused.Length), "the count is over those of the vote");
        int[] heads = [count.For, count.Against, count.Abstain, count.Blank];
        Demand(heads.All(number => number >= 0) && heads.Sum() <= vote.Present - vote.Recused.Length, "no more ballots than people");
        if (vote.Method == VoteMethod.Secret)
            Demand(count == Heads(motion) && counted.Tellers.SequenceEqual(motion.PaperTellers), "the count is that of the box");
        else if (counted.Tellers.IsEmpty)
            Demand(motion.Notes.Tables.Values.Any(counts => counts.Count > 1) || count == Heads(motion), "the count is that of the ballots");
        else
        {
            Pile[] piles = [new(new Ballot.For(), count.For), new(new Ballot.Against(), count.Against), new(new Ballot.Abstain(), count.Abstain), new(new Ballot.Blank(), count.Blank)];
            motion.Notes.Count(vote.Method, piles, counted.Tellers, now.Stamp.Actor);
            Demand(vote.Method is VoteMethod.ShowOfHands or VoteMethod.Paper && vote.Also is null && vote.Question is null && AreTwoTellers(counted.Tellers, vote), "two tellers counted");
        }
        (motion.Counted, motion.CountedBy) = (counted, vote.Method == VoteMethod.Secret ? motion.PapersBy ?? PersonId.Nobody : now.Stamp.Actor);
    }

    private bool AreTwoTellers(ImmutableArray<PersonId> tellers, VoteOpened vote) => tellers.Distinct().Count() == 2 && tellers.All(teller => !vote.Recused.Contains(teller)
        && roles.Values.Any(role => role.Assembly == vote.Assembly && role.Role == SittingRole.Teller && role.Person == teller && IsLive(role.Mandate.Value, At)));

    // Persons take envelopes and then nothing by name comes until the sum; what comes out is no more than could have gone in.
    private void JudgeSecret(Entry entry, Sitting sitting)
    {
        var motion = sitting.Motions.Values.Single(floor => floor.Vote is { Method: VoteMethod.Secret } && floor.Counted is null);
        switch (entry)
        {
            case EnvelopeGiven given:
                Demand(motion.Drawn is null && motion.Envelopes.Add(given.Person) && given.Person == now.Stamp.Actor, "each draws one's own envelope once, before ballots are cast");
                Demand(IsHereAndEntitled(sitting, given.Person) && motion.InRoomThen.Contains(given.Person) && !motion.Vote!.Recused.Contains(given.Person), "who draws may vote");
                break;
            case DrawingEnded drawn:
                Demand(motion.Drawn is null && drawn.Envelopes == motion.Envelopes.Count, "drawing ends once");
                motion.Drawn = drawn;
                break;
            case PapersHandedIn papers:
                Demand(AreTwoTellers(papers.Tellers, motion.Vote!), "two tellers hand in the papers");
                (motion.PapersBy, motion.PaperTellers) = (now.Stamp.Actor, papers.Tellers);
                break;
            case CastingClosed:
                Demand(motion.Drawn is not null, "drawing ends before casting closes");
                break;
            case BoxEmptied emptied:
                motion.Box = emptied.Ballots;
                Demand(now.Stamp.Actor == PersonId.Nobody && emptied.Ballots.Sum(pile => pile.Papers) <= motion.Vote!.Present - motion.Vote.Recused.Length, "the desk takes out no more than could have gone in");
                break;
            case BoxLost:
                (motion.Vote, motion.Drawn, motion.PapersBy, motion.PaperTellers) = (null, null, null, []);
                motion.Envelopes.Clear();
                break;
        }
    }
}
