namespace Autogestion.Book;

/// <summary>What a backup is for one book, against the newest checkpoint that anybody holds.</summary>
public enum RestoreVerdict
{
    /// <summary>The backup reaches the newest checkpoint, and every checkpoint is its own.</summary>
    Whole,
    /// <summary>More was entered than the backup has: to go on from it would take back what was decided, without a word.</summary>
    Behind,
    /// <summary>The backup is not the book that was sealed.</summary>
    Different,
    /// <summary>Nobody brought a checkpoint: whether more was entered cannot be told.</summary>
    Unknown,
}

/// <summary>One book of a restore plan.</summary>
/// <param name="Size">How far the backup goes.</param>
/// <param name="Root">Its root there: what the first entry of a new epoch names.</param>
/// <param name="Held">The newest checkpoint that was brought.</param>
public sealed record RestoreLine(BookId Book, long Size, Hash Root, Checkpoint? Held, RestoreVerdict Verdict)
{
    /// <summary>Entries that are known to be lost: from here …</summary>
    public long FirstLost => Size + 1;

    /// <summary>… to here; 0 if none are known to be.</summary>
    public long LastLost => Verdict == RestoreVerdict.Behind ? Held!.Size : 0;
}

/// <summary>
/// A restore is never silent. The plan compares a backup with the checkpoints that members and peers hold. Books that are not whole
/// need the missing entries first (import a newer copy into the backup and plan again), or the caller says by name that the
/// book ends here and goes on as a new epoch: another book, whose first entry names the old size, root and lost range.
/// </summary>
public sealed record RestorePlan(IReadOnlyList<RestoreLine> Books)
{
    /// <summary>Every book can go on as if nothing had happened.</summary>
    public bool IsWhole => Books.All(line => line.Verdict == RestoreVerdict.Whole);

    /// <param name="held">Checkpoints that members, peers and prints hold, with signatures already judged. Those of books that the backup lacks altogether appear as lines of size 0.</param>
    public static async Task<RestorePlan> MakeAsync(IBookStore backup, IReadOnlyList<Checkpoint> held, CancellationToken cancellation = default)
    {
        var lines = new List<RestoreLine>();
        var books = (await backup.HeadsAsync(cancellation)).Select(head => head.Book).Union(held.Select(c => c.Book).OfType<BookId>());
        foreach (var book in books.OrderBy(book => book.Value, StringComparer.Ordinal))
            lines.Add(await CompareAsync(backup, book, [.. held.Where(c => c.Book == book).OrderBy(c => c.Size)], cancellation));
        return new RestorePlan(lines);
    }

    /// <summary>Copies the backup into a store. Books that are not whole are copied only if named in <paramref name="endedHere"/>: nothing may be appended to them any more.</summary>
    /// <exception cref="InvalidOperationException">A book that is not whole was not named: nothing was copied.</exception>
    public async Task RestoreAsync(IBookStore backup, IBookStore target, IReadOnlySet<BookId> endedHere, CancellationToken cancellation = default)
    {
        var undecided = Books.Where(line => line.Verdict != RestoreVerdict.Whole && !endedHere.Contains(line.Book)).Select(line => line.Book).ToList();
        if (undecided.Count > 0) throw new InvalidOperationException($"These books would go on silently from an older state: {string.Join(", ", undecided)}.");
        foreach (var line in Books) await BookCopy.CopyAsync(backup, target, new BookHead(line.Book, line.Size), cancellation);
    }

    private static async Task<RestoreLine> CompareAsync(IBookStore backup, BookId book, IReadOnlyList<Checkpoint> held, CancellationToken cancellation)
    {
        var frontier = await backup.FrontierAsync(book, cancellation);
        var tree = BookTree.Of(backup, book);
        var verdict = held.Count == 0 ? RestoreVerdict.Unknown : held[^1].Size > frontier.Size ? RestoreVerdict.Behind : RestoreVerdict.Whole;
        foreach (var checkpoint in held.Where(c => c.Size <= frontier.Size))
            if (await tree.RootAsync(checkpoint.Size, cancellation) != checkpoint.Root) verdict = RestoreVerdict.Different;
        return new RestoreLine(book, frontier.Size, frontier.Root(), held.Count == 0 ? null : held[^1], verdict);
    }
}
