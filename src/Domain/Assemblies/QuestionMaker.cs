using Autogestion.Domain.Posts;
using Autogestion.Domain.Voting;

namespace Autogestion.Domain.Assemblies;

/// <summary>What an election needs to know of the post: seats to fill, how it elects, and who of the candidates may hold it.</summary>
public sealed record ElectionGround(int Seats, ElectionTerms Terms, ImmutableArray<PersonId> Eligible);

/// <summary>Makes the question that a vote puts, from what the chair asks and what the motion is about.</summary>
public static class QuestionMaker
{
    /// <param name="election">For a motion that fills a post.</param>
    public static (Question? Question, Refusal? Flaw) Make(OpenVote act, Motion motion, Assembly assembly, ElectionGround? election)
    {
        ImmutableArray<VoteMethod> ways = [act.Method, .. act.Also ?? []];
        if (ways.Distinct().Count() != ways.Length) return (null, VotesRefusals.WrongQuestion);
        var (question, flaw) = election is not null ? Election(act, motion, election) : act.Against is { } others ? Among(act, motion, others, assembly) : Plain(act.Form);
        if (question is null) return (null, flaw);
        // Hands say yes, no, or one of several; reasons and orders of preference need a voice or a paper.
        var fits = question.Form switch
        {
            QuestionForm.Ranked => !ways.Contains(VoteMethod.ShowOfHands),
            QuestionForm.Consent => !ways.Any(CountDecider.IsTable),
            _ => true,
        };
        return fits ? (question, null) : (null, VotesRefusals.WrongQuestion);
    }

    private static (Question?, Refusal?) Plain(QuestionForm? form) => form switch
    {
        null or QuestionForm.YesNo => (Question.YesNo, null),
        QuestionForm.Consent => (Question.Consent, null),
        _ => (null, VotesRefusals.WrongQuestion),
    };

    private static (Question?, Refusal?) Among(OpenVote act, Motion motion, ImmutableArray<MotionId> others, Assembly assembly)
    {
        ImmutableArray<MotionId> all = [motion.Id, .. others];
        if (act.Form is not (QuestionForm.OneOf or QuestionForm.Approval or QuestionForm.Ranked) || others.IsEmpty || all.Length >= Question.MostOptions || all.Distinct().Count() != all.Length)
            return (null, VotesRefusals.WrongQuestion);
        foreach (var id in all)
        {
            if (assembly.Find(id) is not { } other || other.Item != motion.Item) return (null, VotesRefusals.UnknownMotion);
            if (other.Phase != MotionPhase.Tabled) return (null, VotesRefusals.Settled);
            // An election has its own question, and a change to a motion is no alternative to it.
            if (other.Effect is FillPost || assembly.Changes.About(id) is not null) return (null, VotesRefusals.WrongQuestion);
        }
        return (new(act.Form.Value, [.. all.Select(id => (Option)new Option.Proposal(id)), new Option.AsItIs()]), null);
    }

    private static (Question?, Refusal?) Election(OpenVote act, Motion motion, ElectionGround election)
    {
        if (act.Against is not null) return (null, VotesRefusals.WrongQuestion);
        var candidates = motion.Candidates.Where(candidate => candidate.Stands && election.Eligible.Contains(candidate.Person)).ToImmutableArray();
        if (candidates.IsEmpty) return (null, Elections.ElectionsRefusals.NoCandidates);
        if (election.Seats < 1) return (null, PostsRefusals.NoFreeSeat.With("seats", 0));
        var form = election.Terms.Form ?? act.Form ?? QuestionForm.Ranked;
        var asked = act.Form is null || act.Form == form;
        if (!asked || form is QuestionForm.YesNo or QuestionForm.Consent || (form == QuestionForm.OneOf && election.Seats > 1)) return (null, VotesRefusals.WrongQuestion);
        ImmutableArray<int> reserved = [.. candidates.Select((candidate, index) => (candidate, Number: index + 1)).Where(one => one.candidate.ForReserved).Select(one => one.Number)];
        var kept = election.Terms.Quota is { } quota ? new ReservedSeats(quota.Least.AtLeast(election.Seats), reserved, quota.LeaveEmpty) : null;
        return (new(form, [.. candidates.Select(candidate => (Option)new Option.Candidate(candidate.Person))], election.Seats, kept), null);
    }
}
