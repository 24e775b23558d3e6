using System.Diagnostics;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Voting;

namespace Autogestion.Bench.Measures;

/// <summary>Counting an election of 100,000 ranked ballots, all different or nearly so, for 9 seats. Beside it what no count can do without: grouping equal ballots.</summary>
internal sealed class RankedBallots : IMeasure
{
    private const int Candidates = 24;
    private const int Seats = 9;

    public string Name => "count";

    public string Purpose => "count 100,000 ranked ballots for 9 seats, beside merely grouping them";

    public Task RunAsync(Run run)
    {
        var question = new Question(QuestionForm.Ranked, [.. Enumerable.Range(1, Candidates).Select(number => (Option)new Option.Candidate(new PersonId(new Guid(number, 0, 0, new byte[8]))))], Seats);
        ImmutableArray<int> lot = [.. Enumerable.Range(1, Candidates)];
        var ballots = Ballots(run.Of(100_000, 100_000));
        Pile[] piles = [.. ballots.Select(ballot => new Pile(ballot, 1))];
        List<double> counting = [], grouping = [];
        for (var round = 0; round < run.Of(7, 3); round++)
        {
            grouping.Add(Time(() => Pile.Sorted(ballots)));
            counting.Add(Time(() => Counting.Of(question, piles, lot)));
        }
        var outcome = Counting.Of(question, piles, lot);
        Run.Note($"{ballots.Length:N0} ballots, {Candidates} candidates, {outcome.Stages.Length} stages, {outcome.Elected.Length} elected");
        Run.Line("count by the single transferable vote", Times.Say(TimeSpan.FromSeconds(counting.Min())), Times.Say(TimeSpan.FromSeconds(grouping.Min())), counting.Min() / grouping.Min(), "at most 2");
        return Task.CompletedTask;
    }

    private static double Time(Action what)
    {
        var watch = Stopwatch.StartNew();
        what();
        return watch.Elapsed.TotalSeconds;
    }

    // The same at every run: a few favourites, then anybody.
    private static Ballot[] Ballots(int many)
    {
        var random = new Random(20260321);
        var all = Enumerable.Range(1, Candidates).ToArray();
        return
        [
            .. Enumerable.Range(0, many).Select(_ =>
            {
                var order = (int[])all.Clone();
                random.Shuffle(order);
                var favourite = 1 + random.Next(1 + random.Next(Candidates));
                return (Ballot)new Ballot.Rank([favourite, .. order.Where(option => option != favourite).Take(random.Next(Candidates))]);
            }),
        ];
    }
}
