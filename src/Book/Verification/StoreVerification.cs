namespace Autogestion.Book;

/// <summary>Verifies a stored book from its first entry: entries, hashes beside them, groups, head, and every kept checkpoint.</summary>
public static class StoreVerification
{
    private const int ReportEvery = 4096;

    public static async Task<Verification> VerifyAsync(
        IBookStore store, BookId book, VerificationOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= VerificationOptions.None;
        var verifier = new BookVerifier(book);
        var fault = await ExpectCheckpointsAsync(store, book, verifier, options, cancellation)
            ?? await VerifyEntriesAsync(store, book, verifier, options, cancellation);
        return new Verification(book, verifier.Size, verifier.Root(), verifier.Withheld, fault);
    }

    /// <summary>Demands the roots of kept checkpoints and of those that somebody brings.</summary>
    private static async Task<Fault?> ExpectCheckpointsAsync(
        IBookStore store, BookId book, BookVerifier verifier, VerificationOptions options, CancellationToken cancellation)
    {
        foreach (var kept in await store.CheckpointsAsync(book, cancellation))
        {
            if (Read(kept) is not var (note, checkpoint)) return new Fault(FaultCode.WrongNote, kept.Size);
            if (options.Keys.Count > 0 && note.VerifiedBy(options.Keys).Count == 0) return new Fault(FaultCode.WrongSignature, kept.Size);
            verifier.Expect(checkpoint.Size, checkpoint.Root, FaultCode.WrongRoot);
        }
        foreach (var since in options.Since)
        {
            if (since.Book != book) return new Fault(FaultCode.WrongNote, since.Size);
            verifier.Expect(since.Size, since.Root, FaultCode.DiffersFromOlder);
        }
        return null;
    }

    private static (SignedNote Note, Checkpoint Checkpoint)? Read(KeptCheckpoint kept)
    {
        try
        {
            var note = SignedNote.Parse(kept.Note);
            var checkpoint = Checkpoint.Parse(note.Text);
            return checkpoint.Book == kept.Book && checkpoint.Size == kept.Size ? (note, checkpoint) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static async Task<Fault?> VerifyEntriesAsync(
        IBookStore store, BookId book, BookVerifier verifier, VerificationOptions options, CancellationToken cancellation)
    {
        var head = await HeadAsync(store, book, cancellation);
        if (head is null) return new Fault(FaultCode.WrongHead, 1);
        var tiles = new List<Tile>();
        await using var older = new OlderCopy(options.Older, cancellation);
        if (await AcceptAllAsync(store, book, head.Size, verifier, tiles, older, options, cancellation) is { } fault) return fault;
        if (verifier.Finish() is { } unfinished) return unfinished;
        if (await older.IsLongerAsync()) return new Fault(FaultCode.Shorter, verifier.Size + 1);
        if (head.Root() != verifier.Root()) return new Fault(FaultCode.WrongHead, 1, verifier.Size);
        return await VerifyGroupsAsync(store, book, tiles, cancellation);
    }

    private static async Task<Frontier?> HeadAsync(IBookStore store, BookId book, CancellationToken cancellation)
    {
        try
        {
            return await store.FrontierAsync(book, cancellation);
        }
        catch (BookStoreUnavailableException e) when (e.Trouble == StoreTrouble.Damaged)
        {
            return null;
        }
    }

    /// <summary>Reads in long runs; where a run cannot be read, entry by entry up to the one that cannot.</summary>
    private static async Task<Fault?> AcceptAllAsync(
        IBookStore store, BookId book, long upTo, BookVerifier verifier, List<Tile> tiles, OlderCopy older, VerificationOptions options, CancellationToken cancellation)
    {
        for (var run = long.MaxValue; verifier.Size < upTo;)
        {
            try
            {
                var last = run == long.MaxValue ? upTo : verifier.Size + run;
                await foreach (var entry in store.ReadAsync(book, verifier.Size, last, cancellation))
                {
                    if (Accept(entry, verifier, tiles) is { } fault) return fault;
                    if (await older.DiffersAsync(entry.Hash)) return new Fault(FaultCode.DiffersFromOlder, entry.Position);
                    if (verifier.Size % ReportEvery == 0) options.Progress?.Report(verifier.Size);
                }
                if (verifier.Size < last) return new Fault(FaultCode.Unreadable, verifier.Size + 1);
            }
            catch (BookStoreUnavailableException e) when (e.Trouble == StoreTrouble.Damaged)
            {
                if (run == 1) return new Fault(FaultCode.Unreadable, verifier.Size + 1);
                run = 1;
            }
        }
        return null;
    }

    private static Fault? Accept(SealedEntry entry, BookVerifier verifier, List<Tile> tiles)
    {
        if (Merkle.Leaf(entry.Bytes.Span) != entry.Hash) return new Fault(FaultCode.WrongHash, entry.Position);
        if (verifier.Accept(entry.Bytes, out _, tiles) is { } fault) return fault;
        return verifier.Last!.Act == entry.Act && verifier.Last.Part == entry.Part ? null : new Fault(FaultCode.WrongIndex, entry.Position);
    }

    private static async Task<Fault?> VerifyGroupsAsync(IBookStore store, BookId book, List<Tile> tiles, CancellationToken cancellation)
    {
        foreach (var chunk in tiles.OrderBy(tile => tile.Level).ThenBy(tile => tile.Index).GroupBy(tile => (tile.Level, tile.Index / Tile.Width)))
        {
            var stored = await store.HashesAsync(book, chunk.Key.Level, chunk.First().Index, Tile.Width, cancellation);
            var index = 0;
            foreach (var tile in chunk)
            {
                if (index < stored.Count && stored[index++] == tile.Hash) continue;
                var width = 1L << (tile.Level * Tile.Height);
                return new Fault(FaultCode.WrongGroup, tile.Index * width + 1, (tile.Index + 1) * width);
            }
        }
        return null;
    }
}
