using System.Runtime.CompilerServices;

namespace Autogestion.Book;

/// <summary>What became of an import. Nothing but <see cref="Imported"/> changes the store.</summary>
public abstract record ImportResult
{
    private ImportResult()
    {
    }

    /// <summary>The store has the book now up to this size; so many entries were new.</summary>
    public sealed record Imported(BookId Book, long Size, long Added) : ImportResult;

    /// <summary>The store had all of it.</summary>
    public sealed record AlreadyThere(BookId Book, long Size) : ImportResult;

    /// <summary>The file is not whole.</summary>
    public sealed record Damaged(Fault Fault) : ImportResult;

    /// <summary>The file withholds entries.</summary>
    public sealed record NotFull(BookId Book) : ImportResult;

    /// <summary>The store has a book of this name that differs within its first entries, up to this size.</summary>
    public sealed record Different(BookId Book, long Size) : ImportResult;
}

/// <summary>Brings an export file into a store: verified whole first, then what the store lacks is appended.</summary>
public static class LibroImport
{
    /// <param name="file">A stream that can be read twice.</param>
    public static async Task<ImportResult> ImportAsync(Stream file, IBookStore target, VerificationOptions? options = null, CancellationToken cancellation = default)
    {
        file.Position = 0;
        var verified = await LibroVerifier.VerifyAsync(file, options, cancellation);
        if (verified.Result.Fault is { } fault) return new ImportResult.Damaged(fault);
        var (book, size) = (verified.Result.Book, verified.Result.Size);
        if (verified.Result.Withheld > 0) return new ImportResult.NotFull(book);

        var present = await target.FrontierAsync(book, cancellation);
        if (await DiffersAsync(file, verified.Result, target, present, cancellation)) return new ImportResult.Different(book, Math.Min(present.Size, size));
        try
        {
            await BookCopy.AppendAllAsync(target, book, present.Size, EntriesAsync(file, book, present.Size, cancellation), cancellation);
        }
        catch (BookDiffersException e)
        {
            return new ImportResult.Different(book, e.Size);
        }
        await target.KeepCheckpointAsync(book, verified.Checkpoint!.ToString(), size, cancellation);
        return present.Size >= size ? new ImportResult.AlreadyThere(book, size) : new ImportResult.Imported(book, size, size - present.Size);
    }

    /// <summary>The texts attached to a verified file, one JSON object each.</summary>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> TextsAsync(Stream file, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        file.Position = 0;
        var lines = new LineReader(file);
        while (await lines.ReadAsync(cancellation) is { } line)
        {
            if (!LibroLines.IsText(line.Span)) continue;
            var text = LibroLines.Read<LibroLines.Text>(line.Span) ?? throw new FormatException("The file was not verified: a text cannot be read.");
            yield return LibroLines.Write(text.Content);
        }
    }

    /// <summary>The leaf hashes of a verified file, from the first, for <see cref="VerificationOptions.Older"/>.</summary>
    public static async IAsyncEnumerable<Hash> LeavesAsync(Stream file, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        file.Position = 0;
        var lines = new LineReader(file);
        while (await lines.ReadAsync(cancellation) is { } line)
        {
            if (LibroLines.IsEntry(line.Span)) yield return Merkle.Leaf(line.Span);
            if (LibroLines.IsLeaf(line.Span) && LibroLines.Read<LibroLines.Leaf>(line.Span) is { } leaf && Hash.TryParse(leaf.Hash, out var hash)) yield return hash;
        }
    }

    /// <summary>Whichever of the two is shorter must be the beginning of the other.</summary>
    private static async Task<bool> DiffersAsync(Stream file, Verification verified, IBookStore target, Frontier present, CancellationToken cancellation)
    {
        if (present.Size >= verified.Size) return await BookTree.Of(target, verified.Book).RootAsync(verified.Size, cancellation) != verified.Root;
        var beginning = new Frontier();
        await using var leaves = LeavesAsync(file, cancellation).GetAsyncEnumerator(cancellation);
        while (beginning.Size < present.Size && await leaves.MoveNextAsync()) beginning.Add(leaves.Current);
        return beginning.Root() != present.Root();
    }

    private static async IAsyncEnumerable<SealedEntry> EntriesAsync(
        Stream file, BookId book, long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        file.Position = 0;
        var lines = new LineReader(file);
        var position = 0L;
        while (await lines.ReadAsync(cancellation) is { } line)
        {
            if (!LibroLines.IsEntry(line.Span) || ++position <= after) continue;
            var envelope = EnvelopeCodec.Read(line);
            yield return new SealedEntry(book, envelope.Position, envelope.Act, envelope.Part, line, Merkle.Leaf(line.Span));
        }
    }
}
