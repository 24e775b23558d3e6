namespace Autogestion.Book.Conformance.Stores;

/// <summary>What every store must do, one caller at a time.</summary>
public abstract class StoreTests(IPlaces places)
{
    private static readonly BookId A = new("vidriera"), B = new("textil");

    [Fact]
    public async Task What_was_appended_is_read_back_byte_for_byte()
    {
        await using var place = await places.NewAsync();
        await using var store = await place.OpenAsync();
        var entries = Samples.Acts(A, 0, 1, 3, 2);
        Assert.Equal(new AppendResult.Appended(1), await store.AppendAsync(A, 0, [.. entries.Take(1)]));
        Assert.Equal(new AppendResult.Appended(6), await store.AppendAsync(A, 1, [.. entries.Skip(1)]));
        Samples.AssertSame(entries, await store.ReadAsync(A, 0).ToListAsync());
        Samples.AssertSame([.. entries.Skip(2).Take(3)], await store.ReadAsync(A, 2, 5).ToListAsync());
        Samples.AssertSame([.. entries.Skip(5)], await store.ReadAsync(A, 5, 100).ToListAsync());
        Assert.Empty(await store.ReadAsync(A, 6).ToListAsync());
        Samples.AssertSame([.. entries.Skip(1).Take(3)], await store.FindActAsync(A, entries[1].Act));
        Assert.Equal(6, await store.HeadAsync(A));
        Assert.Equal([new BookHead(A, 6)], await store.HeadsAsync());
    }

    [Fact]
    public async Task An_unknown_book_is_empty()
    {
        await using var place = await places.NewAsync();
        await using var store = await place.OpenAsync();
        Assert.Equal(0, await store.HeadAsync(A));
        Assert.Empty(await store.HeadsAsync());
        Assert.Empty(await store.ReadAsync(A, 0).ToListAsync());
        Assert.Empty(await store.FindActAsync(A, Guid.NewGuid()));
        Assert.Empty(await store.CheckpointsAsync(A));
        Assert.Equal(Merkle.EmptyRoot, (await store.FrontierAsync(A)).Root());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public async Task A_wrong_expectation_is_a_conflict_and_changes_nothing(long expected)
    {
        await using var place = await places.NewAsync();
        await using var store = await place.OpenAsync();
        var entries = Samples.Acts(A, 0, 2);
        await store.AppendAsync(A, 0, entries);
        Assert.Equal(new AppendResult.Conflict(2), await store.AppendAsync(A, expected, Samples.Act(A, expected)));
        Samples.AssertSame(entries, await store.ReadAsync(A, 0).ToListAsync());
        Assert.Equal(new AppendResult.Appended(3), await store.AppendAsync(A, 2, Samples.Act(A, 2)));
    }

    [Fact]
    public async Task An_empty_book_cannot_begin_in_the_middle()
    {
        await using var place = await places.NewAsync();
        await using var store = await place.OpenAsync();
        Assert.Equal(new AppendResult.Conflict(0), await store.AppendAsync(A, 4, Samples.Act(A, 4)));
        Assert.Empty(await store.HeadsAsync());
    }

    [Fact]
    public async Task An_act_is_entered_once_per_book()
    {
        await using var place = await places.NewAsync();
        await using var store = await place.OpenAsync();
        var act = Guid.NewGuid();
        var entries = Samples.Act(A, 0, parts: 2, act);
        await store.AppendAsync(A, 0, entries);
        Assert.Equal(new AppendResult.AlreadyEntered(act), await store.AppendAsync(A, 0, entries));
        Assert.Equal(new AppendResult.AlreadyEntered(act), await store.AppendAsync(A, 2, Samples.Act(A, 2, parts: 2, act)));
        Assert.Equal(new AppendResult.AlreadyEntered(act), await store.AppendAsync(A, 2, Samples.Act(A, 2, parts: 5, act)));
        Assert.Equal(new AppendResult.AlreadyEntered(act), await store.AppendAsync(A, 2, [.. Samples.Act(A, 2), .. Samples.Act(A, 3, 1, act), .. Samples.Act(A, 4)]));
        Samples.AssertSame(entries, await store.ReadAsync(A, 0).ToListAsync());
        Assert.Equal(new AppendResult.Appended(1), await store.AppendAsync(B, 0, Samples.Act(B, 0, act: act)));
        Assert.Equal(new AppendResult.Appended(3), await store.AppendAsync(A, 2, Samples.Act(A, 2)));
    }

    [Fact]
    public async Task Only_whole_consecutive_acts_with_their_own_hashes_are_taken()
    {
        await using var place = await places.NewAsync();
        await using var store = await place.OpenAsync();
        var act = Samples.Act(A, 0, parts: 3);
        var other = Samples.Act(A, 0)[0];
        await Refused([]);
        await Refused([act[0], act[1]]);
        await Refused([act[1], act[2]]);
        await Refused([act[0], act[2]]);
        await Refused([act[0], act[1], Samples.Act(A, 2)[0]]);
        await Refused([.. act, .. Samples.Act(A, 3), .. Samples.Act(A, 4, act: act[0].Act)]);
        await Refused(Samples.Act(B, 0));
        await Refused([other with { Book = B }]);
        await Refused([other with { Position = 2 }]);
        await Refused([other with { Act = Guid.NewGuid() }]);
        await Refused([other with { Hash = Merkle.EmptyRoot }]);
        await Refused([other with { Bytes = other.Bytes[..^1] }]);
        await Assert.ThrowsAnyAsync<ArgumentException>(() => store.AppendAsync(A, -1, act));
        Assert.Empty(await store.HeadsAsync());

        Task Refused(IReadOnlyList<SealedEntry> entries) => Assert.ThrowsAnyAsync<ArgumentException>(() => store.AppendAsync(A, 0, entries));
    }

    [Fact]
    public async Task A_store_opens_again_as_it_was_left()
    {
        await using var place = await places.NewAsync();
        var entries = Samples.Acts(A, 0, Enumerable.Repeat(1, 300));
        await using (var store = await place.OpenAsync()) await store.AppendAsync(A, 0, entries);
        await using var again = await place.OpenAsync();
        Samples.AssertSame(entries, await again.ReadAsync(A, 0).ToListAsync());
        Assert.Equal(new AppendResult.AlreadyEntered(entries[7].Act), await again.AppendAsync(A, 300, Samples.Act(A, 300, act: entries[7].Act)));
        Assert.Equal(new AppendResult.Appended(301), await again.AppendAsync(A, 300, Samples.Act(A, 300)));
        var frontier = new Frontier();
        foreach (var entry in await again.ReadAsync(A, 0).ToListAsync()) frontier.Add(entry.Hash);
        Assert.Equal(frontier.Root(), (await again.FrontierAsync(A)).Root());
    }

    [Fact]
    public async Task Proofs_come_from_stored_hashes()
    {
        await using var place = await places.NewAsync();
        await using var store = await place.OpenAsync();
        var entries = Samples.Acts(A, 0, Enumerable.Repeat(1, 700));
        await store.AppendAsync(A, 0, [.. entries.Take(200)]);
        for (var i = 200; i < 700; i += 50) await store.AppendAsync(A, i, [.. entries.Skip(i).Take(50)]);

        var frontier = new Frontier();
        var tiles = new List<Tile>();
        foreach (var entry in entries) frontier.Add(entry.Hash, tiles);
        Assert.Equal(tiles.Select(tile => tile.Hash), await store.HashesAsync(A, 1, 0, 256));
        Assert.Equal([.. entries.Skip(255).Take(3).Select(entry => entry.Hash)], await store.HashesAsync(A, 0, 255, 3));
        Assert.Empty(await store.HashesAsync(A, 2, 0, 256));

        var (root, tree) = (frontier.Root(), BookTree.Of(store, A));
        Assert.Equal(root, await tree.RootAsync(700));
        foreach (var size in new[] { 1, 255, 256, 257, 511, 512, 513, 699, 700 })
        {
            var before = await tree.RootAsync(size);
            Assert.True(Proof.VerifyConsistency(size, before, 700, root, await tree.ConsistencyAsync(size, 700)));
            Assert.True(Proof.VerifyInclusion(entries[size - 1].Hash, size - 1, 700, await tree.InclusionAsync(size - 1, 700), root));
        }
    }

    [Fact]
    public async Task Checkpoints_are_kept_once_and_in_order()
    {
        await using var place = await places.NewAsync();
        await using var store = await place.OpenAsync();
        await store.KeepCheckpointAsync(A, "second\n", 20);
        await store.KeepCheckpointAsync(A, "first\n", 3);
        await store.KeepCheckpointAsync(A, "second\n", 20);
        await store.KeepCheckpointAsync(B, "other\n", 1);
        Assert.Equal([new KeptCheckpoint(A, 3, "first\n"), new KeptCheckpoint(A, 20, "second\n")], await store.CheckpointsAsync(A));
        foreach (var broken in new[] { "", "a\0b", "a\ud800" }) await Assert.ThrowsAnyAsync<ArgumentException>(() => store.KeepCheckpointAsync(A, broken, 1));
    }

    [Fact]
    public async Task Large_entries_are_streamed_like_small_ones()
    {
        await using var place = await places.NewAsync();
        await using var store = await place.OpenAsync();
        var act = Samples.Act(A, 0, parts: 12);
        var text = Samples.Json($"\"{new string('x', 400_000)}\"");
        SealedEntry[] entries = [.. act.Select(entry => Sealing.Seal(entry.Open() with { Data = text }))];
        Assert.Equal(new AppendResult.Appended(12), await store.AppendAsync(A, 0, entries));
        Samples.AssertSame(entries, await store.ReadAsync(A, 0).ToListAsync());
    }

    [Fact]
    public async Task An_append_given_up_before_it_was_taken_is_not_entered()
    {
        await using var place = await places.NewAsync();
        await using var store = await place.OpenAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.AppendAsync(A, 0, Samples.Act(A, 0), new CancellationToken(canceled: true)));
        Assert.Equal(0, await store.HeadAsync(A));
    }

    [Fact]
    public async Task Entries_cannot_be_changed_or_removed_behind_the_store()
    {
        await using var place = await places.NewAsync();
        await using var store = await place.OpenAsync();
        await store.AppendAsync(A, 0, Samples.Acts(A, 0, 1, 1));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => place.RunAsync("UPDATE book_entry SET part = 2"));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => place.RunAsync("DELETE FROM book_entry WHERE position = 1"));
        Assert.Equal(2, (await store.ReadAsync(A, 0).ToListAsync()).Count);
    }

    [Fact]
    public async Task A_database_of_a_later_program_is_not_touched()
    {
        await using var place = await places.NewAsync();
        await using (await place.OpenAsync()) await place.RunAsync("UPDATE book_schema SET version = 999");
        var refused = await Assert.ThrowsAsync<BookStoreUnavailableException>(place.OpenAsync);
        Assert.Equal(StoreTrouble.TooNew, refused.Trouble);
    }

    [Fact]
    public async Task A_closed_store_says_so()
    {
        await using var place = await places.NewAsync();
        var store = await place.OpenAsync();
        await store.DisposeAsync();
        await store.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.AppendAsync(A, 0, Samples.Act(A, 0)));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.HeadAsync(A));
    }
}

public sealed class SqliteStoreTests(SqlitePlaces places) : StoreTests(places), IClassFixture<SqlitePlaces>;

public sealed class PostgresStoreTests(PostgresPlaces places) : StoreTests(places), IClassFixture<PostgresPlaces>;
