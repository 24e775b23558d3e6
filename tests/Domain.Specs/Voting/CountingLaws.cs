using Autogestion.Domain.Specs.Statutes;
using Autogestion.Domain.Voting;
using FsCheck;
using FsCheck.Fluent;
using Outcome = Autogestion.Domain.Voting.Outcome;

namespace Autogestion.Domain.Specs.Voting;

/// <summary>Every way to count against a naive second one that knows nothing of heaps: paper by paper, in decimals.</summary>
public sealed class CountingLaws
{
    private sealed record Case(QuestionForm Form, int Options, int Seats, ImmutableArray<ImmutableArray<int>> Papers, ImmutableArray<int> Lot);

    [Fact]
    public void The_ranked_count_is_that_of_the_naive_model() => Laws.Hold(Cases(QuestionForm.Ranked), made =>
    {
        var outcome = Counting.Of(Asked(made), Piles(made), made.Lot);
        var naive = NaiveTransfer.Count(made.Papers, made.Options, made.Seats, made.Lot);
        return outcome.IsDecided && outcome.Elected.Order().SequenceEqual(naive.Elected.Order())
            && outcome.Stages.Select(stage => string.Join(' ', stage.Lines.Select(line => line.Votes.ToString("0.00000", System.Globalization.CultureInfo.InvariantCulture)))).SequenceEqual(naive.Stages);
    }, 400);

    [Fact]
    public void Every_vote_is_somewhere_at_every_stage() => Laws.Hold(Cases(QuestionForm.Ranked), made =>
    {
        var outcome = Counting.Of(Asked(made), Piles(made), made.Lot);
        return outcome.Stages.All(stage => stage.Lines.Sum(line => line.Votes) + stage.NonTransferable + stage.LostToRounding == outcome.Tally.For && stage.LostToRounding >= 0);
    });

    [Fact]
    public void Approval_and_one_of_several_elect_the_most_named() => Laws.Hold(Cases(QuestionForm.Approval), made =>
    {
        var votes = Enumerable.Range(1, made.Options).ToDictionary(option => option, option => made.Papers.Count(paper => paper.Contains(option)));
        var naive = votes.Keys.Where(option => votes[option] > 0).OrderBy(option => -votes[option]).ThenBy(option => made.Lot.IndexOf(option)).Take(made.Seats).ToList();
        var single = made with { Form = QuestionForm.OneOf, Papers = [.. made.Papers.Select(paper => paper[..1])], Seats = 1 };
        var winner = Enumerable.Range(1, made.Options).MinBy(option => (-single.Papers.Count(paper => paper[0] == option), made.Lot.IndexOf(option)));
        return Counting.Of(Asked(made), Piles(made), made.Lot).Elected.SequenceEqual(naive) && Counting.Of(Asked(single), Piles(single), made.Lot).Elected.SequenceEqual([winner]);
    });

    [Fact]
    public void The_lot_is_asked_for_only_where_it_matters() => Laws.Hold(Cases(QuestionForm.Approval).Where(made => made.Papers.Length > 0), made =>
    {
        var orders = new[] { made.Lot, [.. made.Lot.Reverse()], [.. Enumerable.Range(1, made.Options)], [.. Enumerable.Range(1, made.Options).Reverse()] };
        var without = Counting.Of(Asked(made), Piles(made));
        return !without.IsDecided || orders.All(lot => Counting.Of(Asked(made), Piles(made), lot).Elected.Order().SequenceEqual(without.Elected.Order()));
    });

    [Fact]
    public void Reserved_seats_go_to_those_they_are_for() =>
        Laws.Hold(from made in Gen.OneOf(Cases(QuestionForm.Ranked), Cases(QuestionForm.Approval), Cases(QuestionForm.Lot)) from least in Gen.Choose(1, 3) from empty in Gen.Elements(true, false) select (made, least, empty), one =>
        {
            ImmutableArray<int> claiming = [.. Enumerable.Range(1, one.made.Options).Where(option => option % 2 == 0)];
            var named = one.made.Form == QuestionForm.Lot ? claiming.Length : claiming.Count(option => one.made.Papers.Any(paper => paper.Contains(option)));
            var least = Math.Min(one.least, one.made.Seats);
            var outcome = Counting.Of(Asked(one.made) with { Reserved = new(least, claiming, one.empty) }, one.made.Form == QuestionForm.Lot ? [] : Piles(one.made), one.made.Lot);
            var others = outcome.Elected.Count(option => !claiming.Contains(option));
            return outcome.IsDecided && outcome.Elected.Count(claiming.Contains) >= Math.Min(least, named) && others <= one.made.Seats - (one.empty ? least : Math.Min(least, claiming.Length))
                && outcome.Elected.Length <= one.made.Seats && outcome.Elected.Distinct().Count() == outcome.Elected.Length;
        });

    [Fact]
    public void Neither_the_order_of_papers_nor_how_they_lie_together_matters() => Laws.Hold(Cases(QuestionForm.Ranked), made =>
        Written(Counting.Of(Asked(made), Piles(made), made.Lot)) == Written(Counting.Of(Asked(made), Pile.Sorted(Piles(made).Reverse()), made.Lot)));

    private static string Written(Outcome outcome) =>
        string.Join('|', outcome.Stages.Select(stage => $"{stage.Kind} {stage.Of}: {string.Join(' ', stage.Lines.Select(line => line.Votes))}")) + string.Join(' ', outcome.Elected);

    private static Question Asked(Case made) => CountingSpecs.Asking(made.Form, made.Options, made.Seats);

    private static ImmutableArray<Pile> Piles(Case made) =>
    [
        .. made.Papers.Select(paper => new Pile(
            made.Form switch { QuestionForm.Ranked => new Ballot.Rank(paper), QuestionForm.OneOf => new Ballot.One(paper[0]), _ => new Ballot.Approve([.. paper.Order()]) }, 1)),
    ];

    private static Gen<Case> Cases(QuestionForm form) =>
        from options in Gen.Choose(1, 6)
        from seats in Gen.Choose(1, 4)
        from papers in Papers(options).ListOf(24)
        from lot in Gen.Shuffle(Enumerable.Range(1, options).ToArray())
        select new Case(form, options, seats, [.. papers], [.. lot]);

    // A few orders come again and again, so that there are surpluses and ties.
    private static Gen<ImmutableArray<int>> Papers(int options) =>
        from order in Gen.Shuffle(Enumerable.Range(1, options).ToArray())
        from first in Gen.Choose(0, 2)
        from length in Gen.Choose(1, options)
        select (ImmutableArray<int>)[.. (first == 0 ? order : order.OrderBy(option => option == 1 ? 0 : 1).ToArray()).Take(length)];
}
