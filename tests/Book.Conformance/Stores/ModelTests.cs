using FsCheck;
using FsCheck.Fluent;

namespace Autogestion.Book.Conformance.Stores;

/// <summary>Random appends, right and wrong, against a model that is nothing but a list.</summary>
public abstract class ModelTests(IPlaces places)
{
    /// <summary>One append: how far off the expectation is, and for each act its parts and whether it is one that was entered before.</summary>
    private sealed record Attempt(int Off, IReadOnlyList<(int Parts, bool Again)> Acts);

    private static readonly Gen<Attempt> Attempts =
        from off in Gen.Frequency((6, Gen.Constant(0)), (1, Gen.Choose(-3, 3)))
        from acts in Gen.NonEmptyListOf(
            from parts in Gen.Choose(1, 4)
            from again in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
            select (parts, again))
        select new Attempt(off, [.. acts.Take(5)]);

    [Fact]
    public async Task A_store_answers_as_a_list_would()
    {
        await using var place = await places.NewAsync();
        await using var store = await place.OpenAsync();
        var run = 0;
        Prop.ForAll(Arb.From(Attempts.ListOf()), attempts => CheckAsync(store, new BookId($"libro-{++run}"), attempts).GetAwaiter().GetResult())
            .Check(Laws.Seeded.WithMaxTest(25));
    }

    private static async Task CheckAsync(IBookStore store, BookId book, IEnumerable<Attempt> attempts)
    {
        var model = new List<SealedEntry>();
        foreach (var attempt in attempts)
        {
            var expected = Math.Max(0, model.Count + attempt.Off);
            var entries = new List<SealedEntry>();
            foreach (var (parts, again) in attempt.Acts)
            {
                var known = again && model.Count > 0 ? model[(expected + entries.Count) % model.Count].Act : (Guid?)null;
                if (entries.Exists(entry => entry.Act == known)) known = null;
                entries.AddRange(Samples.Act(book, expected + entries.Count, parts, known));
            }
            var answer = await store.AppendAsync(book, expected, entries);
            Assert.Equal(Answer(model, expected, entries), answer);
            if (answer is AppendResult.Appended) model.AddRange(entries);
            Assert.Equal(model.Count, await store.HeadAsync(book));
        }
        Samples.AssertSame(model, await store.ReadAsync(book, 0).ToListAsync());
        var frontier = new Frontier();
        foreach (var entry in model) frontier.Add(entry.Hash);
        Assert.Equal(frontier.Root(), (await store.FrontierAsync(book)).Root());
        if (model.Count > 0) Assert.Null((await StoreVerification.VerifyAsync(store, book)).Fault);
    }

    private static AppendResult Answer(List<SealedEntry> model, long expected, List<SealedEntry> entries) =>
        entries.Find(entry => model.Exists(old => old.Act == entry.Act)) is { } known ? new AppendResult.AlreadyEntered(known.Act)
        : expected != model.Count ? new AppendResult.Conflict(model.Count)
        : new AppendResult.Appended(model.Count + entries.Count);
}

public sealed class SqliteModelTests(SqlitePlaces places) : ModelTests(places), IClassFixture<SqlitePlaces>;

public sealed class PostgresModelTests(PostgresPlaces places) : ModelTests(places), IClassFixture<PostgresPlaces>;
