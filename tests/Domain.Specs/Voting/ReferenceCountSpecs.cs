using System.Globalization;
using Autogestion.Domain.Voting;

namespace Autogestion.Domain.Specs.Voting;

/// <summary>
/// The ranked count against elections whose stages others published. Where each comes from stands in data/README.md. Numbers are
/// compared to the last of their five decimal places, at every stage.
/// </summary>
public sealed class ReferenceCountSpecs
{
    [Theory]
    [InlineData("dundee-2022-maryfield")]
    [InlineData("weak-defeat")]
    [InlineData("castor-and-pollux")]
    public void Every_stage_is_that_of_the_published_count(string name)
    {
        var expected = File.ReadAllLines(Data($"{name}.stages.txt"));
        var outcome = Counting.Of(Ballots(name).Question, Ballots(name).Piles);
        Assert.Equal(expected[0], $"quota {outcome.Quota}");
        Assert.Equal(expected[1..^1], outcome.Stages.Select(Written));
        Assert.Equal(expected[^1], $"elected {string.Join(' ', outcome.Elected.Order())}");
    }

    [Fact]
    public void A_real_ward_with_a_published_profile_elects_whom_it_elected()
    {
        // Renfrewshire 2017, ward 11: Natalie Don, James MacLaren and Colin McCulloch took the three seats.
        var outcome = Counting.Of(Ballots("renfrewshire-2017-ward-11").Question, Ballots("renfrewshire-2017-ward-11").Piles);
        Assert.Equal([1, 4, 5], outcome.Elected.Order());
        Assert.Equal(outcome.Tally.For, (int)(outcome.Stages[^1].Lines.Sum(line => line.Votes) + outcome.Stages[^1].NonTransferable + outcome.Stages[^1].LostToRounding));
    }

    // The official reports count what rounding leaves over with the non-transferable votes.
    private static string Written(Stage stage) =>
        string.Join(' ', stage.Lines.Select(line => line.Votes).Append(stage.NonTransferable + stage.LostToRounding).Select(votes => votes.ToString("0.00000", CultureInfo.InvariantCulture)));

    // First line: candidates and seats. Then heaps of equal papers: how many, and the order on them.
    private static (Question Question, ImmutableArray<Pile> Piles) Ballots(string name)
    {
        var lines = File.ReadAllLines(Data($"{name}.txt"));
        var head = Numbers(lines[0]);
        var heaps = lines[1..].SelectMany(line => line.Split('|', StringSplitOptions.RemoveEmptyEntries)).Select(Numbers);
        return (CountingSpecs.Asking(QuestionForm.Ranked, head[0], head[1]), [.. heaps.Select(heap => new Pile(new Ballot.Rank([.. heap[1..]]), heap[0]))]);
    }

    private static int[] Numbers(string line) => [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => int.Parse(number, CultureInfo.InvariantCulture))];

    private static string Data(string file) => Path.Combine(AppContext.BaseDirectory, "data", file);
}
