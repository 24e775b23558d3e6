using Autogestion.Book.Conformance.Stores;

namespace Autogestion.Book.Conformance.Verifying;

/// <summary>Spoils stored books past the store, and expects to be told where.</summary>
public abstract class StoreVerificationTests(IPlaces places)
{
    private const int Entries = 600;
    private static readonly BookId A = new("vidriera");

    [Fact]
    public async Task A_whole_book_verifies_against_keys_checkpoints_and_older_copies()
    {
        await using var place = await places.NewAsync();
        await using var store = await place.OpenAsync();
        using var signer = await FillAsync(store);
        var tree = BookTree.Of(store, A);
        var result = await StoreVerification.VerifyAsync(store, A, new VerificationOptions
        {
            Keys = [signer.Verifier],
            Since = [new Checkpoint(A, 0, Merkle.EmptyRoot), new Checkpoint(A, 257, await tree.RootAsync(257))],
            Older = OlderCopy.LeavesOf(store, A),
        });
        Assert.Equal(new Verification(A, Entries, await tree.RootAsync(Entries), 0, null), result);
    }

    [Fact]
    public async Task A_flipped_byte_is_named_by_its_position()
    {
        await using var place = await places.NewAsync();
        await using var store = await place.OpenAsync();
        using var signer = await FillAsync(store);
        await ReplaceAsync(place, await FlippedAsync(store, 431), keepHash: true);
        await FaultyAsync(store, FaultCode.WrongHash, 431);
    }

    [Fact]
    public async Task An_entry_rewritten_with_its_hash_betrays_itself_against_checkpoint_and_older_copy()
    {
        await using var place = await places.NewAsync();
        await using var store = await place.OpenAsync();
        using var signer = await FillAsync(store);
        var older = new List<Hash>();
        await foreach (var leaf in OlderCopy.LeavesOf(store, A)) older.Add(leaf);
        var since = new Checkpoint(A, 450, await BookTree.Of(store, A).RootAsync(450));
        await ReplaceAsync(place, await FlippedAsync(store, 431), keepHash: false);

        var fault = await FaultyAsync(store, FaultCode.WrongRoot, 301);
        Assert.Equal(500, fault.UpTo);
        await FaultyAsync(store, FaultCode.DiffersFromOlder, 431, new VerificationOptions { Older = Async(older) });
        Assert.Equal((FaultCode.DiffersFromOlder, 301L, 450L), Where(await StoreVerification.VerifyAsync(store, A, new VerificationOptions { Since = [since] })));
        await place.SpoilAsync("DELETE FROM book_checkpoint");
        await FaultyAsync(store, FaultCode.WrongHead, 1);
    }

    [Fact]
    public async Task Missing_entries_are_named_and_never_read_over()
    {
        await using var place = await places.NewAsync();
        await using var store = await place.OpenAsync();
        using var signer = await FillAsync(store);
        await place.SpoilAsync("DELETE FROM book_entry WHERE position = 77");
        await FaultyAsync(store, FaultCode.Unreadable, 77);
        var refused = await Assert.ThrowsAsync<BookStoreUnavailableException>(() => store.ReadAsync(A, 0).ToListAsync());
        Assert.Equal(StoreTrouble.Damaged, refused.Trouble);
        Assert.Equal(20, (await store.ReadAsync(A, 50, 70).ToListAsync()).Count);
        await place.SpoilAsync("DELETE FROM book_entry WHERE position > 70");
        await FaultyAsync(store, FaultCode.Unreadable, 71);
    }

    [Fact]
    public async Task What_stands_beside_the_entries_is_checked_too()
    {
        await using var place = await places.NewAsync();
        await using var store = await place.OpenAsync();
        using var signer = await FillAsync(store);
        await place.SpoilAsync("UPDATE book_tile SET hash = @hash WHERE level = 1 AND number = 1", ("@hash", new byte[32]));
        var fault = await FaultyAsync(store, FaultCode.WrongGroup, 257);
        Assert.Equal(512, fault.UpTo);
        await place.SpoilAsync("UPDATE book_head SET frontier = @frontier", ("@frontier", new byte[32 * 4]));
        await FaultyAsync(store, FaultCode.WrongHead, 1);
        await place.SpoilAsync("UPDATE book_entry SET part = 2 WHERE position = 9");
        await FaultyAsync(store, FaultCode.WrongIndex, 9);
        await place.SpoilAsync("UPDATE book_head SET frontier = @frontier", ("@frontier", new byte[5]));
        await FaultyAsync(store, FaultCode.WrongHead, 1);
    }

    [Fact]
    public async Task Checkpoints_must_be_readable_known_and_not_ahead()
    {
        await using var place = await places.NewAsync();
        await using var store = await place.OpenAsync();
        using var signer = await FillAsync(store);
        using var stranger = NoteSigner.Create(Checkpoint.OriginOf(A));
        Assert.Equal((FaultCode.WrongSignature, 300L, 300L), Where(await StoreVerification.VerifyAsync(store, A, new VerificationOptions { Keys = [stranger.Verifier] })));
        var ahead = new Checkpoint(A, 900, Merkle.EmptyRoot);
        Assert.Equal((FaultCode.Shorter, 601L, 900L), Where(await StoreVerification.VerifyAsync(store, A, new VerificationOptions { Since = [ahead] })));
        var foreign = new Checkpoint(new BookId("textil"), 3, Merkle.EmptyRoot);
        Assert.Equal((FaultCode.WrongNote, 3L, 3L), Where(await StoreVerification.VerifyAsync(store, A, new VerificationOptions { Since = [foreign] })));
        var leaves = Enumerable.Range(0, 4).Select(i => Merkle.Leaf([(byte)i]));
        Assert.Equal((FaultCode.DiffersFromOlder, 1L, 1L), Where(await StoreVerification.VerifyAsync(store, A, new VerificationOptions { Older = Async(leaves) })));
        await store.KeepCheckpointAsync(A, "not a note", 12);
        await FaultyAsync(store, FaultCode.WrongNote, 12);
    }

    [Fact]
    public async Task A_book_shorter_than_its_older_copy_says_so()
    {
        await using var place = await places.NewAsync();
        await using var store = await place.OpenAsync();
        var entries = Samples.Acts(A, 0, 1, 1, 1);
        await store.AppendAsync(A, 0, [.. entries.Take(2)]);
        await FaultyAsync(store, FaultCode.Shorter, 3, new VerificationOptions { Older = Async(entries.Select(entry => entry.Hash)) });
    }

    /// <summary>Six hundred entries, checkpoints kept at 300 and 500.</summary>
    private static async Task<NoteSigner> FillAsync(IBookStore store)
    {
        var signer = NoteSigner.Create(Checkpoint.OriginOf(A));
        await store.AppendAsync(A, 0, Samples.Acts(A, 0, Enumerable.Repeat(1, Entries)));
        foreach (var size in new[] { 300, 500 })
        {
            var checkpoint = new Checkpoint(A, size, await BookTree.Of(store, A).RootAsync(size));
            await store.KeepCheckpointAsync(A, checkpoint.Sign(signer).ToString(), size);
        }
        return signer;
    }

    private static async Task<SealedEntry> FlippedAsync(IBookStore store, long position)
    {
        var entry = Assert.Single(await store.ReadAsync(A, position - 1, position).ToListAsync());
        var bytes = entry.Bytes.ToArray();
        bytes[bytes.AsSpan().IndexOf("\"motion\":3"u8) + 9] ^= 1;
        return entry with { Bytes = bytes, Hash = Merkle.Leaf(bytes) };
    }

    private static Task ReplaceAsync(IPlace place, SealedEntry entry, bool keepHash) =>
        keepHash
            ? place.SpoilAsync("UPDATE book_entry SET bytes = @bytes WHERE position = @position", ("@bytes", entry.Bytes.ToArray()), ("@position", entry.Position))
            : place.SpoilAsync(
                "UPDATE book_entry SET bytes = @bytes, hash = @hash WHERE position = @position",
                ("@bytes", entry.Bytes.ToArray()), ("@hash", entry.Hash.ToArray()), ("@position", entry.Position));

    private static async Task<Fault> FaultyAsync(IBookStore store, FaultCode code, long position, VerificationOptions? options = null)
    {
        var result = await StoreVerification.VerifyAsync(store, A, options);
        Assert.False(result.IsWhole);
        Assert.Equal((code, position), (result.Fault!.Code, result.Fault.Position));
        return result.Fault;
    }

    private static (FaultCode, long, long) Where(Verification result) => (result.Fault!.Code, result.Fault.Position, result.Fault.UpTo);

    private static async IAsyncEnumerable<Hash> Async(IEnumerable<Hash> hashes)
    {
        foreach (var hash in hashes)
        {
            await Task.Yield();
            yield return hash;
        }
    }
}

public sealed class SqliteVerificationTests(SqlitePlaces places) : StoreVerificationTests(places), IClassFixture<SqlitePlaces>;

public sealed class PostgresVerificationTests(PostgresPlaces places) : StoreVerificationTests(places), IClassFixture<PostgresPlaces>;
