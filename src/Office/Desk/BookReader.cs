using Autogestion.Book;

namespace Autogestion.Office.Desk;

/// <summary>Reads a stored book on into its fold, up to the first entry that is missing or cannot be read.</summary>
internal sealed class BookReader(IBookStore store, BookFold fold)
{
    private readonly BookId book = new(fold.Id.Value);

    /// <summary>Called after each entry taken.</summary>
    public Action<SealedEntry>? Taken { get; init; }

    /// <summary>Gathers the full groups of hashes that the entries complete.</summary>
    public ICollection<Tile>? Completed { get; init; }

    /// <summary>Reads up to the end of the book.</summary>
    /// <exception cref="BookStoreUnavailableException">The store as a whole is in trouble; this book need not be.</exception>
    public async Task ReadAsync(CancellationToken cancellation = default) => await ReadAsync(await store.HeadAsync(book, cancellation), cancellation);

    /// <summary>Reads up to a position that the book has.</summary>
    /// <exception cref="BookStoreUnavailableException">The store as a whole is in trouble; this book need not be.</exception>
    public async Task ReadAsync(long upTo, CancellationToken cancellation)
    {
        try
        {
            await TakeAsync(upTo, cancellation);
        }
        catch (BookStoreUnavailableException e) when (e.Trouble == StoreTrouble.Damaged)
        {
            // Somewhere in a long run of entries is one that cannot be read: one by one up to that one.
            while (fold.Broken is null && fold.Position < upTo) await TakeNextAsync(cancellation);
        }
    }

    private async Task TakeAsync(long upTo, CancellationToken cancellation)
    {
        if (fold.Broken is not null || fold.Position >= upTo) return;
        await foreach (var entry in store.ReadAsync(book, fold.Position, upTo, cancellation))
        {
            if (!fold.Take(entry, Completed)) return;
            Taken?.Invoke(entry);
        }
    }

    private async Task TakeNextAsync(CancellationToken cancellation)
    {
        var next = fold.Position + 1;
        try
        {
            await TakeAsync(next, cancellation);
            if (fold.Position < next) fold.Stop(next, BrokenReason.Gap);
        }
        catch (BookStoreUnavailableException e) when (e.Trouble == StoreTrouble.Damaged)
        {
            fold.Stop(next, await IsThereAsync(next, cancellation) ? BrokenReason.Unreadable : BrokenReason.Gap);
        }
    }

    private async Task<bool> IsThereAsync(long position, CancellationToken cancellation)
    {
        try
        {
            return (await store.HashesAsync(book, 0, position - 1, 1, cancellation)).Count > 0;
        }
        catch (BookStoreUnavailableException e) when (e.Trouble == StoreTrouble.Damaged)
        {
            return true;
        }
    }
}
