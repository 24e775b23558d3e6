using Autogestion.Domain.Kernel;
using Autogestion.Domain.Resolutions;
using FsCheck;
using FsCheck.Fluent;

namespace Autogestion.Domain.Specs.Histories;

/// <summary>What holds in every life of every collective, however its people behave.</summary>
public sealed class HistoryLaws
{
    private static readonly bool Full = Environment.GetEnvironmentVariable("AUTOGESTION_FULL") == "1";

    // A seed and a length: when a law fails, shorter lives of the same seed are tried.
    private static Arbitrary<(int Seed, int Steps)> Lives { get; } = Arb.From(
        from seed in Gen.Choose(1, int.MaxValue - 1) from steps in Gen.Choose(20, 160) select (seed, steps),
        life => Enumerable.Range(1, 6).Select(part => (life.Item1, life.Item2 * part / 7)).Where(shorter => shorter.Item2 < life.Item2 && shorter.Item2 > 0));

    internal static void Hold(Action<History> law, int times = 40) => Prop
        .ForAll(Lives, life => law(Walk.Of(life.Seed, life.Steps)))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(Full ? times * 40 : times).WithReplay(20260321, 7));

    [Fact]
    public void A_walk_gets_somewhere()
    {
        // As many lives as it takes, at most four hundred, until everything that can happen has happened.
        var (resolved, missing) = (0, typeof(Collective).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Entry)) && !type.IsAbstract && type != typeof(Domain.Deed.EpochBegun)).ToHashSet());
        for (var seed = 1; seed <= 400 && (missing.Count > 0 || resolved <= 500); seed++)
        {
            foreach (var recorded in Walk.Of(seed, 300).Book)
            {
                missing.Remove(recorded.Entry.GetType());
                if (recorded.Entry is ResolutionAdopted) resolved++;
            }
        }
        Assert.True(missing.Count == 0, string.Join(", ", missing.Select(type => type.Name)));
        Assert.True(resolved > 500, "Too little is resolved to prove anything.");
    }

    [Fact]
    public void A_second_naive_model_derives_every_entry_from_the_book_alone() => Hold(history => Judge.Read(history.Book), 160);

    [Fact]
    public void Replaying_the_book_gives_the_running_state_and_every_beginning_of_it_the_state_of_then() => Hold(history =>
    {
        var state = Collective.Empty;
        foreach (var recorded in history.Book)
        {
            state = Collective.Evolve(state, recorded);
            if (recorded.Position % 97 == 0) Assert.Equal(Picture.Of(history.States[(int)recorded.Position]), Picture.Of(state));
        }
        Assert.Equal(Picture.Of(history.State), Picture.Of(state));
    }, 20);

    [Fact]
    public void The_same_act_on_the_same_state_is_decided_the_same_way_and_deciding_changes_nothing() => Hold(history =>
    {
        foreach (var attempt in history.Attempts.Where((_, index) => index % 41 == 0))
        {
            var before = Picture.Of(attempt.Before);
            Assert.Equal(Picture.Of(attempt.Decision), Picture.Of(attempt.Before.Decide(attempt.Act, attempt.Stamp)));
            Assert.Equal(before, Picture.Of(attempt.Before));
        }
    }, 20);

    [Fact]
    public void An_earlier_hour_is_answered_and_breaks_nothing() => Hold(history =>
    {
        foreach (var attempt in history.Attempts.Where((_, index) => index % 7 == 0))
        {
            var stamp = attempt.Stamp with { Entered = attempt.Stamp.Entered - Duration.FromDays(400) };
            if (history.State.Decide(attempt.Act, stamp) is Decision.Entered { Entries: var entries }) history.State.With(entries, stamp);
        }
    });

    [Fact]
    public void Any_act_of_one_life_is_answered_in_the_middle_of_another() => Hold(history =>
    {
        var other = Walk.Of(history.Book.Count + 1, 150);
        foreach (var attempt in other.Attempts)
        {
            var stamp = attempt.Stamp with { Entered = history.Now };
            if (history.State.Decide(attempt.Act, stamp) is Decision.Entered { Entries: var entries }) history.State.With(entries, stamp);
        }
    });
}
