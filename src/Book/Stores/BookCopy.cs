using System.Runtime.CompilerServices;

namespace Autogestion.Book;

/// <summary>The target has a book of the same name with other content: nothing was written.</summary>
public sealed class BookDiffersException(BookId book, long size)
    : Exception($"The target has a book {book} that differs within its first {size} entries.")
{
    public BookId Book { get; } = book;

    /// <summary>The two differ within this many first entries.</summary>
    public long Size { get; } = size;
}

/// <summary>Carries books from one place to another: for backups, restoring, importing and moving between stores.</summary>
public static class BookCopy
{
    private const int GroupSize = 512;

    /// <summary>
    /// Copies what the target lacks of every book: entries as they stand when it begins, and kept checkpoints up to there.
    /// Books that grow meanwhile are copied up to the size they had. Can be repeated after a failure.
    /// </summary>
    /// <exception cref="BookDiffersException">The target's book is not the beginning of ours.</exception>
    public static async Task CopyAllAsync(IBookStore from, IBookStore to, CancellationToken cancellation = default)
    {
        foreach (var head in await from.HeadsAsync(cancellation)) await CopyAsync(from, to, head, cancellation);
    }

    /// <summary>Copies what the target lacks of one book, up to a size at which an act ends.</summary>
    /// <exception cref="BookDiffersException">The target's book is not the beginning of ours.</exception>
    public static async Task CopyAsync(IBookStore from, IBookStore to, BookHead upTo, CancellationToken cancellation = default)
    {
        var present = await to.FrontierAsync(upTo.Book, cancellation);
        var common = Math.Min(present.Size, upTo.Size);
        var ours = await BookTree.Of(from, upTo.Book).RootAsync(common, cancellation);
        var theirs = common == present.Size ? present.Root() : await BookTree.Of(to, upTo.Book).RootAsync(common, cancellation);
        if (ours != theirs) throw new BookDiffersException(upTo.Book, common);
        await AppendAllAsync(to, upTo.Book, present.Size, from.ReadAsync(upTo.Book, present.Size, upTo.Size, cancellation), cancellation);
        foreach (var checkpoint in (await from.CheckpointsAsync(upTo.Book, cancellation)).Where(c => c.Size <= upTo.Size))
            await to.KeepCheckpointAsync(upTo.Book, checkpoint.Note, checkpoint.Size, cancellation);
    }

    /// <summary>Appends a stream of entries in large groups of whole acts.</summary>
    internal static async Task AppendAllAsync(IBookStore to, BookId book, long head, IAsyncEnumerable<SealedEntry> entries, CancellationToken cancellation)
    {
        await foreach (var group in GroupsAsync(entries, cancellation))
        {
            if (await to.AppendAsync(book, head, group, cancellation) is not AppendResult.Appended appended)
                throw new BookDiffersException(book, head + group.Count);
            head = appended.Head;
        }
    }

    private static async IAsyncEnumerable<IReadOnlyList<SealedEntry>> GroupsAsync(
        IAsyncEnumerable<SealedEntry> entries, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var group = new List<SealedEntry>();
        await foreach (var entry in entries.WithCancellation(cancellation))
        {
            if (group.Count >= GroupSize && entry.Part == 1)
            {
                yield return group;
                group = [];
            }
            group.Add(entry);
        }
        if (group.Count > 0) yield return group;
    }
}
