namespace Autogestion.Book.Conformance.Stores;

/// <summary>What every store must do when many come at once, also from several processes.</summary>
public abstract class ConcurrencyTests(IPlaces places)
{
    private static readonly BookId A = new("vidriera");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Sixty_four_writers_fill_many_books()
    {
        await using var place = await places.NewAsync();
        await using var store = await place.OpenAsync();
        var books = Enumerable.Range(0, 64).Select(i => new BookId($"libro-{i}")).ToList();
        await Task.WhenAll(books.Select(book => Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++) Assert.Equal(new AppendResult.Appended(i + 1), await store.AppendAsync(book, i, Samples.Act(book, i)));
        })));
        Assert.Equal(books.Select(book => new BookHead(book, 20)).OrderBy(head => head.Book.Value, StringComparer.Ordinal), await store.HeadsAsync());
        foreach (var book in books) Assert.Equal(20, (await store.ReadAsync(book, 0).ToListAsync()).Count);
    }

    [Fact]
    public async Task Writers_of_two_processes_race_for_one_book_and_nothing_is_lost_or_doubled()
    {
        await using var place = await places.NewAsync();
        await using var first = await place.OpenAsync();
        await using var second = await place.OpenAsync();
        var acts = Enumerable.Range(0, 160).Select(_ => Guid.NewGuid()).ToList();
        await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => Task.Run(async () =>
        {
            foreach (var act in acts.Skip(writer * 10).Take(10)) await EnterAsync(writer % 2 == 0 ? first : second, A, act, parts: 1 + (writer % 3));
        })));
        var entries = await first.ReadAsync(A, 0).ToListAsync();
        Assert.Equal(Enumerable.Range(1, entries.Count).Select(i => (long)i), entries.Select(entry => entry.Position));
        Assert.Equal(acts.Order(), entries.Where(entry => entry.Part == 1).Select(entry => entry.Act).Order());
        AssertWholeActs(entries);
    }

    [Fact]
    public async Task The_same_act_sent_by_all_at_once_is_entered_once()
    {
        await using var place = await places.NewAsync();
        await using var first = await place.OpenAsync();
        await using var second = await place.OpenAsync();
        var act = Guid.NewGuid();
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => (i % 2 == 0 ? first : second).AppendAsync(A, 0, Samples.Act(A, 0, 2, act)))));
        Assert.Single(results.OfType<AppendResult.Appended>());
        Assert.Equal(19, results.OfType<AppendResult.AlreadyEntered>().Count());
        Assert.Equal(2, await second.HeadAsync(A));
    }

    [Fact]
    public async Task A_conflict_of_one_book_does_not_disturb_the_others()
    {
        await using var place = await places.NewAsync();
        await using var store = await place.OpenAsync();
        await store.AppendAsync(A, 0, Samples.Act(A, 0));
        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(async () =>
        {
            var book = i % 2 == 0 ? A : new BookId($"libro-{i}");
            return (i, Result: await store.AppendAsync(book, 0, Samples.Act(book, 0, parts: 3)));
        })));
        Assert.All(results, r => Assert.Equal(r.i % 2 == 0 ? new AppendResult.Conflict(1) : new AppendResult.Appended(3), r.Result));
        Assert.Equal(1, await store.HeadAsync(A));
    }

    [Fact]
    public async Task Appends_sent_one_after_another_without_waiting_stand_in_that_order()
    {
        await using var place = await places.NewAsync();
        await using var store = await place.OpenAsync();
        var sent = Enumerable.Range(0, 200).Select(i => store.AppendAsync(A, i, Samples.Act(A, i))).ToList();
        Assert.Equal(Enumerable.Range(1, 200).Select(i => new AppendResult.Appended(i)), (await Task.WhenAll(sent)).Cast<AppendResult.Appended>());
    }

    [Fact]
    public async Task Who_reads_while_others_append_sees_whole_acts_only()
    {
        await using var place = await places.NewAsync();
        await using var store = await place.OpenAsync();
        await using var other = await place.OpenAsync();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 120; i++) await store.AppendAsync(A, i * 5, Samples.Act(A, i * 5, parts: 5));
        });
        var seen = 0L;
        while (seen < 600)
        {
            var entries = await other.ReadAsync(A, 0).ToListAsync();
            Assert.True(entries.Count >= seen, "the book became shorter");
            AssertWholeActs(entries);
            seen = entries.Count;
        }
        await writing;
    }

    [Fact]
    public async Task Followers_in_every_process_see_everything_once_and_in_order()
    {
        await using var place = await places.NewAsync();
        await using var first = await place.OpenAsync();
        await using var second = await place.OpenAsync();
        var books = Enumerable.Range(0, 8).Select(i => new BookId($"libro-{i}")).ToList();
        await first.AppendAsync(books[0], 0, Samples.Act(books[0], 0));
        using var enough = new CancellationTokenSource(Patience);
        var followers = new[] { first, second }.Select(store => FollowAsync(store, until: 8 * 25, enough.Token)).ToList();
        await Task.WhenAll(books.Select((book, i) => Task.Run(async () =>
        {
            for (var n = i == 0 ? 1 : 0; n < 25; n++) await (n % 2 == 0 ? first : second).AppendAsync(book, n, Samples.Act(book, n));
        })));
        foreach (var seen in await Task.WhenAll(followers))
        {
            foreach (var book in books)
                Assert.Equal(Enumerable.Range(1, 25).Select(i => (long)i), seen.Where(entry => entry.Book == book).Select(entry => entry.Position));
        }
    }

    [Fact]
    public async Task Following_begins_with_every_book_and_ends_when_the_store_closes()
    {
        await using var place = await places.NewAsync();
        var store = await place.OpenAsync();
        await store.AppendAsync(A, 0, Samples.Act(A, 0));
        await using var changes = store.ChangesAsync().GetAsyncEnumerator();
        Assert.True(await changes.MoveNextAsync().AsTask().WaitAsync(Patience));
        Assert.Equal(A, changes.Current);
        await store.DisposeAsync();
        while (await changes.MoveNextAsync().AsTask().WaitAsync(Patience)) Assert.Equal(A, changes.Current);
    }

    private static async Task EnterAsync(IBookStore store, BookId book, Guid act, int parts)
    {
        for (var head = await store.HeadAsync(book); ;)
        {
            switch (await store.AppendAsync(book, head, Samples.Act(book, head, parts, act)))
            {
                case AppendResult.Conflict conflict: head = conflict.Head; break;
                case AppendResult.Appended: return;
                default: throw new InvalidOperationException("entered by somebody else");
            }
        }
    }

    private static async Task<List<SealedEntry>> FollowAsync(IBookStore store, int until, CancellationToken cancellation)
    {
        var (known, seen) = (new Dictionary<BookId, long>(), new List<SealedEntry>());
        await foreach (var book in store.ChangesAsync(cancellation))
        {
            await foreach (var entry in store.ReadAsync(book, known.GetValueOrDefault(book), cancellation: cancellation))
            {
                seen.Add(entry);
                known[book] = entry.Position;
            }
            if (seen.Count >= until) break;
        }
        return seen;
    }

    private static void AssertWholeActs(List<SealedEntry> entries)
    {
        for (var i = 0; i < entries.Count;)
        {
            var first = entries[i].Open();
            Assert.Equal(Enumerable.Range(1, first.Parts), entries.Skip(i).Take(first.Parts).Select(entry => entry.Act == first.Act ? entry.Part : -1));
            i += first.Parts;
        }
    }
}

public sealed class SqliteConcurrencyTests(SqlitePlaces places) : ConcurrencyTests(places), IClassFixture<SqlitePlaces>;

public sealed class PostgresConcurrencyTests(PostgresPlaces places) : ConcurrencyTests(places), IClassFixture<PostgresPlaces>;
