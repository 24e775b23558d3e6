using System.Security.Cryptography;
using System.Text;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Elections;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Specs.Voting;
using Autogestion.Domain.Statutes;
using Autogestion.Domain.Voting;

namespace Autogestion.Domain.Specs.Histories;

/// <summary>The naive model's elections, choices, counts at the table and lots.</summary>
internal sealed partial class Judge
{
    /// <summary>What came in for one motion beside open ballots.</summary>
    private sealed class Notes
    {
        public Dictionary<PersonId, bool> Candidates { get; } = [];

        public Dictionary<VoteMethod, List<(string Counted, ImmutableArray<Pile> Piles, ImmutableArray<PersonId> Tellers, PersonId By)>> Tables { get; } = [];

        public HashSet<PersonId> Resolved { get; } = [];

        public Dictionary<PersonId, string> Committed { get; set; } = [];

        public Dictionary<PersonId, string> Revealed { get; set; } = [];

        public ImmutableArray<int>? Order { get; set; }

        public void Count(VoteMethod way, IEnumerable<Pile> piles, ImmutableArray<PersonId> tellers, PersonId by)
        {
            if (!Tables.TryGetValue(way, out var counts)) Tables[way] = counts = [];
            ImmutableArray<Pile> some = [.. piles.Where(pile => pile.Papers > 0)];
            counts.Add((string.Join('|', some.GroupBy(pile => pile.Ballot.Line).Select(group => $"{group.Key} {group.Sum(pile => pile.Papers)}").Order(StringComparer.Ordinal)), some, tellers, by));
        }
    }

    private void JudgeQuestion(Entry entry)
    {
        if (entry is not IOnMotion about) return;
        var sitting = sittings[about.Assembly.Value];
        var motion = sitting.Motions[about.Motion.Value];
        switch (entry)
        {
            case CandidateProposed proposed:
                Demand(IsEntitled(now.Stamp.Actor, sitting.Notice.Body, At) && IsElection(motion), "who proposes is entitled, and before the vote");
                motion.Notes.Candidates.Add(proposed.Person, false);
                break;
            case CandidateStood stood:
                Demand(stood.Person == now.Stamp.Actor && StandingOf(stood.Person) == Standing.Member, "one stands oneself, as a member");
                Demand(IsElection(motion), "one stands before the vote");
                motion.Notes.Candidates[stood.Person] = true;
                break;
            case CandidacyWithdrawn withdrawn:
                Demand(withdrawn.Person == now.Stamp.Actor && IsElection(motion) && motion.Notes.Candidates.Remove(withdrawn.Person), "one withdraws oneself, and before the vote");
                break;
            case TableCounted counted: JudgeTable(counted, motion); break;
            case TableCountConfirmed confirmed: Demand(confirmed.Teller == now.Stamp.Actor && motion.Notes.Tables[confirmed.Way][^1].Tellers.Contains(confirmed.Teller), "a teller confirms the last count"); break;
            case ObjectionWithdrawn withdrawn:
                Demand(withdrawn.Person == now.Stamp.Actor && motion.Ballots[withdrawn.Person].Ballot is Ballot.Objection, "one withdraws one's own objection");
                motion.Ballots[withdrawn.Person] = motion.Ballots[withdrawn.Person] with { Ballot = new Ballot.Consent() };
                break;
            case ObjectionResolved resolved: Demand(Has(Power.Chair) && motion.Ballots[resolved.Person].Ballot is Ballot.Objection && motion.Notes.Resolved.Add(resolved.Person), "the chair notes how an objection was met"); break;
            case ElectionProclaimed or ChoiceProclaimed: JudgeChosen(about, sitting, motion); break;
            default: JudgeLot(entry, sitting, motion); break;
        }
    }

    // By what it would do now: a motion that took another in may have become an election.
    private static bool IsElection(Floor motion) => motion is { Vote: null, Proclaimed: null, Effect: FillPost };

    private void JudgeTable(TableCounted counted, Floor motion)
    {
        var vote = motion.Vote!;
        Demand(motion.Proclaimed is null && !vote.Recused.Contains(now.Stamp.Actor) && ((ImmutableArray<VoteMethod>)[vote.Method, .. vote.Also ?? []]).Contains(counted.Way), "a count is of a way of that vote, before its result");
        Demand(counted.Tellers.Distinct().Count() == 2 && counted.Tellers.All(teller => !vote.Recused.Contains(teller)
            && roles.Values.Any(role => role.Assembly == counted.Assembly && role.Role == SittingRole.Teller && role.Person == teller && IsLive(role.Mandate.Value, At))), "two tellers counted");
        motion.Notes.Count(counted.Way, counted.Piles, counted.Tellers, now.Stamp.Actor);
        Demand(motion.Notes.Tables[counted.Way].Count == counted.Recount + 1, "recounts stay beside the count");
        Demand(motion.Ballots.Count + motion.Notes.Tables.Values.Sum(counts => counts[^1].Piles.Sum(pile => pile.Papers)) <= vote.Present - vote.Recused.Length, "no more ballots than people");
    }

    private void JudgeLot(Entry entry, Sitting sitting, Floor motion)
    {
        static string Hash(string words) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(words))).ToLowerInvariant();
        switch (entry)
        {
            case LotCalled:
                Demand(Has(Power.Chair) && motion.Notes.Order is null && motion.Proclaimed is null, "the chair calls a lot once");
                (motion.Notes.Committed, motion.Notes.Revealed) = ([], []);
                break;
            case LotCommitted committed:
                Demand(committed.Person == now.Stamp.Actor && motion.Notes.Revealed.Count == 0 && IsHereAndEntitled(sitting, committed.Person), "who is here commits before anybody reveals");
                motion.Notes.Committed.Add(committed.Person, committed.Hash);
                break;
            case LotRevealed revealed:
                Demand(revealed.Person == now.Stamp.Actor && motion.Notes.Committed[revealed.Person] == Hash($"{revealed.Person} {revealed.Number}"), "what is revealed is what was committed to");
                motion.Notes.Revealed.Add(revealed.Person, revealed.Number);
                break;
            case LotDrawn drawn:
                Demand(motion.Notes.Revealed.Count == motion.Notes.Committed.Count, "all who committed have revealed");
                Demand(drawn.Seed == Hash(string.Concat(motion.Notes.Revealed.OrderBy(one => one.Key.ToString(), StringComparer.Ordinal).Select(one => $"{one.Key} {one.Value}\n"))), "the seed is that of all numbers");
                motion.Notes.Order = drawn.Order;
                break;
        }
    }

    private void JudgeChosen(IOnMotion result, Sitting sitting, Floor motion)
    {
        JudgeChair(sitting);
        var question = motion.Vote!.Question!;
        Demand(motion is { Counted: not null, Proclaimed: null } && !motion.Vote.Recused.Contains(now.Stamp.Actor) && motion.Notes.Tables.Values.All(counts => counts.All(count => count.By != now.Stamp.Actor)), "the chair proclaims once what others counted");
        var chosen = Choose(question, motion);
        if (result is ElectionProclaimed election)
        {
            PersonId Of(int option) => ((Option.Candidate)question.Options[option - 1]).Person;
            Demand(election.Elected.Distinct().Count() == election.Elected.Length && election.Elected.Length + election.Empty == question.Seats, "seats are filled or said to be empty");
            Demand(election.Elected.All(person => motion.Notes.Candidates.GetValueOrDefault(person)), "only who stands is elected");
            Demand(question.Reserved is not null || election.Elected.ToHashSet().SetEquals(chosen.Select(Of)), "elected is whom the ballots elect");
            motion.Proclaimed = election;
            return;
        }
        var choice = (ChoiceProclaimed)result;
        var winner = chosen is [var first, ..] && question.Options[first - 1] is Option.Proposal proposal ? proposal.Motion : (MotionId?)null;
        Demand(choice.Chosen == winner, "chosen is what the ballots choose");
        foreach (var other in question.Options.OfType<Option.Proposal>().Select(option => sitting.Motions[option.Motion.Value]))
        {
            if (other.Tabled.Motion != choice.Chosen || choice.Sum!.Carried) other.Proclaimed = choice;
            if (other == motion && other.Proclaimed is null) motion.BeginAgain();
        }
    }

    private static List<int> Choose(Question question, Floor motion)
    {
        var (piles, order) = (Piles(motion), motion.Notes.Order ?? [.. Enumerable.Range(1, question.Options.Length)]);
        if (question.Form == QuestionForm.Lot) return [.. order.Take(question.Seats)];
        var papers = piles.SelectMany(pile => Enumerable.Repeat(pile.Ballot, pile.Papers)).ToList();
        if (question.Form == QuestionForm.Ranked) return NaiveTransfer.Count([.. papers.OfType<Ballot.Rank>().Select(rank => rank.Options)], question.Options.Length, question.Seats, order).Elected;
        int Votes(int option) => papers.Count(paper => paper is Ballot.One one ? one.Option == option : paper is Ballot.Approve approve && approve.Options.Contains(option));
        return [.. Enumerable.Range(1, question.Options.Length).Where(option => Votes(option) > 0).OrderByDescending(Votes).ThenBy(option => order.IndexOf(option)).Take(question.Seats)];
    }

    private static List<Pile> Piles(Floor motion) =>
    [
        .. motion.Box,
        .. motion.Ballots.Values.Select(ballot => new Pile(ballot.Ballot, 1)),
        .. motion.Notes.Tables.Values.SelectMany(counts => (counts.Count == 1 ? counts[0] : counts.Last(count => counts.Count(other => other.Counted == count.Counted) > 1)).Piles),
    ];

    private static Count Heads(Floor motion)
    {
        var vote = motion.Vote!;
        var papers = Piles(motion).SelectMany(pile => Enumerable.Repeat(pile.Ballot, pile.Papers)).ToList();
        var (abstain, blank) = (papers.Count(paper => paper is Ballot.Abstain), papers.Count(paper => paper is Ballot.Blank));
        if (vote.Question?.Form == QuestionForm.Consent)
        {
            var standing = motion.Ballots.Count(ballot => ballot.Value.Ballot is Ballot.Objection && !motion.Notes.Resolved.Contains(ballot.Key));
            return new(vote.Present, vote.Roll, vote.Recused.Length, Math.Max(0, vote.Present - vote.Recused.Length - standing - abstain), standing, abstain, 0);
        }
        var against = papers.Count(paper => paper is Ballot.Against);
        return new(vote.Present, vote.Roll, vote.Recused.Length, papers.Count - against - abstain - blank, against, abstain, blank);
    }
}
