using Autogestion.Book;
using Autogestion.Domain.Kernel;

namespace Autogestion.Office.Desk;

/// <summary>
/// Reads a stored book from its first entry, up to the last position to which it is known to be whole: every entry by its own
/// hash, all together by what is stored beside them (groups of hashes, the head) and by the roots that this node signed.
/// </summary>
internal sealed class BookOpening
{
    private readonly IBookStore store;
    private readonly BookId book;
    private readonly BookFold fold;
    private readonly BookReader reader;
    private readonly List<Tile> completed = [];
    private readonly Queue<(long Size, Hash Root)> demanded = [];

    // Whether all is well up to a size: what speaks for it or against it.
    private readonly SortedDictionary<long, bool> marks = [];

    private BookOpening(CollectiveId id, IBookStore store)
    {
        this.store = store;
        book = new(id.Value);
        fold = new(id);
        reader = new(store, fold) { Completed = completed, Taken = entry => Compare(entry.Position) };
    }

    /// <summary>The fold of a stored book; broken where something is not whole.</summary>
    /// <exception cref="BookStoreUnavailableException">The store as a whole is in trouble; this book need not be.</exception>
    public static async Task<BookFold> OpenAsync(CollectiveId id, IBookStore store, CancellationToken cancellation)
    {
        var opening = new BookOpening(id, store);
        await opening.ReadAsync(cancellation);
        if (!opening.marks.ContainsValue(false)) return opening.fold;
        // What follows the last good mark cannot be trusted, though each entry looks well: it is not shown as if it could.
        var whole = opening.marks.TakeWhile(mark => mark.Value).LastOrDefault().Key;
        var fold = new BookFold(id);
        await new BookReader(store, fold).ReadAsync(whole, cancellation);
        fold.Stop(whole + 1, BrokenReason.OtherRoot);
        return fold;
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        try
        {
            var head = await store.FrontierAsync(book, cancellation);
            var signed = (await store.CheckpointsAsync(book, cancellation)).SelectMany(RootIn).ToList();
            foreach (var root in signed.Concat(RootsIn(head)).Where(root => root.Size <= head.Size).OrderBy(root => root.Size)) demanded.Enqueue(root);
            Compare(0);
            await reader.ReadAsync(head.Size, cancellation);
            if (signed.Any(root => root.Size > head.Size)) fold.Stop(fold.Position + 1, BrokenReason.Gap);
            await CompareGroupsAsync(cancellation);
        }
        catch (BookStoreUnavailableException e) when (e.Trouble == StoreTrouble.Damaged)
        {
            // Not an entry, but what stands beside the entries cannot be read: they are shown, and no more is written.
            await reader.ReadAsync(cancellation);
            fold.Stop(fold.Position + 1, BrokenReason.Unreadable);
        }
    }

    private void Compare(long position)
    {
        while (demanded.TryPeek(out var next) && next.Size == position) Mark(position, demanded.Dequeue().Root == fold.Root());
    }

    private async Task CompareGroupsAsync(CancellationToken cancellation)
    {
        foreach (var chunk in completed.Where(tile => tile.Level == 1).Chunk(Tile.Width))
        {
            var stored = await store.HashesAsync(book, 1, chunk[0].Index, chunk.Length, cancellation);
            for (var i = 0; i < chunk.Length; i++)
                Mark((chunk[i].Index + 1) * Tile.Width, i < stored.Count && stored[i] == chunk[i].Hash);
        }
    }

    private void Mark(long size, bool whole) => marks[size] = whole && marks.GetValueOrDefault(size, true);

    private static IEnumerable<(long Size, Hash Root)> RootIn(KeptCheckpoint kept)
    {
        try
        {
            return [(kept.Size, Checkpoint.Parse(SignedNote.Parse(kept.Note).Text).Root)];
        }
        catch (FormatException)
        {
            return [];
        }
    }

    // The head keeps the right edge of the tree: it knows the root at the end of each of its full subtrees.
    private static IEnumerable<(long Size, Hash Root)> RootsIn(Frontier head)
    {
        var edge = head.ToArray();
        var (size, nodes) = (0L, 0);
        for (var bit = 62; bit >= 0; bit--)
        {
            if ((head.Size & (1L << bit)) == 0) continue;
            size |= 1L << bit;
            yield return (size, Frontier.From(size, edge.AsSpan(0, ++nodes * Hash.Length)).Root());
        }
    }
}
