using Autogestion.Domain.Kernel;
using Autogestion.Domain.Voting;

namespace Autogestion.Domain.Specs.Voting;

/// <summary>Small counts that can be added up on a sheet of paper.</summary>
public sealed class CountingSpecs
{
    [Fact]
    public void Most_ballots_win_and_a_tie_waits_for_the_lot()
    {
        var question = Asking(QuestionForm.OneOf, 3);
        Pile[] clear = [new(new Ballot.One(2), 5), new(new Ballot.One(1), 3), new(new Ballot.Abstain(), 2)];
        Assert.Equal([2], Counting.Of(question, clear).Elected);
        Assert.Equal(new Tally(8, 0, 2, 0), Counting.Of(question, clear).Tally);
        Pile[] level = [new(new Ballot.One(2), 4), new(new Ballot.One(1), 4)];
        Assert.Equal([1, 2], Counting.Of(question, level).Undecided);
        Assert.Equal([2], Counting.Of(question, level, [3, 2, 1]).Elected);
    }

    [Fact]
    public void Approval_fills_the_seats_and_leaves_empty_what_nobody_wants()
    {
        var question = Asking(QuestionForm.Approval, 4, 3);
        Pile[] piles = [new(new Ballot.Approve([1, 4]), 3), new(new Ballot.Approve([4]), 2)];
        var outcome = Counting.Of(question, piles);
        Assert.Equal([4, 1], outcome.Elected);
        Assert.Equal(1, outcome.Empty);
    }

    [Fact]
    public void A_quota_seats_those_it_is_for_before_others_with_more()
    {
        var question = Asking(QuestionForm.Approval, 4, 2) with { Reserved = new(1, [3, 4], false) };
        Pile[] piles = [new(new Ballot.Approve([1]), 9), new(new Ballot.Approve([2]), 8), new(new Ballot.Approve([3]), 2), new(new Ballot.Approve([4]), 1)];
        Assert.Equal([1, 3], Counting.Of(question, piles).Elected);
        Assert.Equal([1], Counting.Of(Asking(QuestionForm.Approval, 2, 2) with { Reserved = new(1, [], true) }, piles[..2]).Elected);
    }

    [Fact]
    public void A_surplus_passes_on_at_a_value_of_five_places()
    {
        // 3 seats, 100 papers: the quota is 26.
        Pile[] piles = [new(new Ballot.Rank([1, 2]), 60), new(new Ballot.Rank([3]), 22), new(new Ballot.Rank([4, 2]), 18)];
        var outcome = Counting.Of(Asking(QuestionForm.Ranked, 4, 3), piles);
        Assert.Equal(26, outcome.Quota);
        Assert.Equal([1, 2, 3], outcome.Elected);
        // 34/60 = 0.56666, times 60.
        Assert.Equal(33.9996m, outcome.Stages[1].Lines[1].Votes);
        Assert.Equal(0.0004m, outcome.Stages[1].LostToRounding);
    }

    [Fact]
    public void A_ballot_answers_only_the_question_that_was_put()
    {
        var question = Asking(QuestionForm.Ranked, 3);
        Assert.True(question.Accepts(new Ballot.Rank([3, 1])));
        Ballot[] wrong = [new Ballot.Rank([]), new Ballot.Rank([4]), new Ballot.Rank([1, 1]), new Ballot.One(1), new Ballot.For(), new Ballot.Consent()];
        Assert.DoesNotContain(wrong, question.Accepts);
        Assert.False(Asking(QuestionForm.Approval, 3).Accepts(new Ballot.Approve([2, 1])));
        Assert.Throws<ArgumentException>(() => Counting.Of(question, [new(new Ballot.For(), 1)]));
    }

    [Fact]
    public void A_lot_can_be_drawn_again_by_whoever_knows_the_words()
    {
        (PersonId, string)[] words = [(Plant.Person(1), "horno"), (Plant.Person(2), "señal")];
        Assert.Equal(Lots.Seed(words), Lots.Seed(words.Reverse()));
        Assert.NotEqual(Lots.Seed(words), Lots.Seed([words[0]]));
        Assert.Equal([1, 2, 3, 4, 5], Lots.Order(Lots.Seed(words), 5).Order());
    }

    internal static Question Asking(QuestionForm form, int options, int seats = 1) =>
        new(form, [.. Enumerable.Range(1, options).Select(number => (Option)new Option.Candidate(Plant.Person(number)))], seats);
}
