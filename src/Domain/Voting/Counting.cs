namespace Autogestion.Domain.Voting;

/// <summary>
/// From ballots to a result with its steps: pure functions that anybody can run again. They stand apart from the sittings because
/// whoever votes by hand, by phone, on paper or in secret is counted in the same way.
/// </summary>
public static class Counting
{
    /// <summary>The heads behind the ballots, whatever the question.</summary>
    public static Tally TallyOf(IEnumerable<Pile> piles)
    {
        int inFavour = 0, against = 0, abstain = 0, blank = 0;
        foreach (var (ballot, papers) in piles)
        {
            switch (ballot)
            {
                case Ballot.Against or Ballot.Objection: against += papers; break;
                case Ballot.Abstain: abstain += papers; break;
                case Ballot.Blank: blank += papers; break;
                default: inFavour += papers; break;
            }
        }
        return new(inFavour, against, abstain, blank);
    }

    /// <summary>Counts a question that has options.</summary>
    /// <param name="lot">Every option in the order of a lot, if one was drawn: the first is preferred.</param>
    /// <exception cref="ArgumentException">The question has no options, or a ballot says what it does not ask.</exception>
    public static Outcome Of(Question question, IReadOnlyCollection<Pile> piles, ImmutableArray<int>? lot = null)
    {
        foreach (var pile in piles)
            if (!question.Accepts(pile.Ballot)) throw new ArgumentException($"The ballot '{pile.Ballot.Line}' does not answer the question.", nameof(piles));
        return question.Form switch
        {
            QuestionForm.OneOf or QuestionForm.Approval => MostCount.Of(question, piles, lot),
            QuestionForm.Lot => MostCount.ByLot(question, lot),
            QuestionForm.Ranked => new RankedCount(question, piles, lot).Run(),
            _ => throw new ArgumentException("Yes or no, and consent, are judged by heads.", nameof(question)),
        };
    }
}
