namespace Autogestion.Book;

/// <summary>How far a book has grown.</summary>
public readonly record struct BookHead(BookId Book, long Size);

/// <summary>A signed checkpoint that the node keeps, of its own books.</summary>
public sealed record KeptCheckpoint(BookId Book, long Size, string Note);

/// <summary>What became of an append. Nothing but <see cref="Appended"/> changes the book.</summary>
public abstract record AppendResult
{
    private AppendResult()
    {
    }

    /// <summary>Durable, up to this position.</summary>
    public sealed record Appended(long Head) : AppendResult;

    /// <summary>The book does not end where the caller thought, but here: read on, decide again.</summary>
    public sealed record Conflict(long Head) : AppendResult;

    /// <summary>This act is in the book already, with all its entries.</summary>
    public sealed record AlreadyEntered(Guid Act) : AppendResult;
}

/// <summary>
/// Keeps books. Every method may throw <see cref="BookStoreUnavailableException"/>: then nothing was half done, and the store
/// can be used again when the trouble has passed. (An append whose answer was lost may still stand: ask again with the same act.)
/// </summary>
public interface IBookStore : IAsyncDisposable
{
    /// <summary>The boxes of secret votes that are under way, beside the books.</summary>
    IBallotBox Boxes { get; }

    /// <summary>
    /// Appends whole acts behind position <paramref name="expected"/>, all or nothing; durable when it returns.
    /// A cancelled append was not entered.
    /// </summary>
    /// <exception cref="ArgumentException">The entries are not consecutive whole acts of this book, or a hash is not that of its bytes.</exception>
    Task<AppendResult> AppendAsync(BookId book, long expected, IReadOnlyList<SealedEntry> entries, CancellationToken cancellation = default);

    /// <summary>The entries after a position up to another (or to the end, if the book is shorter), in order, without gaps.</summary>
    IAsyncEnumerable<SealedEntry> ReadAsync(BookId book, long after, long upTo = long.MaxValue, CancellationToken cancellation = default);

    /// <summary>The entries of an act, in order; none if the book does not have it.</summary>
    Task<IReadOnlyList<SealedEntry>> FindActAsync(BookId book, Guid act, CancellationToken cancellation = default);

    /// <summary>The last position of a book; 0 if there is no such book.</summary>
    Task<long> HeadAsync(BookId book, CancellationToken cancellation = default);

    /// <summary>All books, by name.</summary>
    Task<IReadOnlyList<BookHead>> HeadsAsync(CancellationToken cancellation = default);

    /// <summary>The tree's right edge at the head: its size and root without reading the book.</summary>
    Task<Frontier> FrontierAsync(BookId book, CancellationToken cancellation = default);

    /// <summary>
    /// Books that may have grown, for ever: first every book once, then each that grows, by whatever process. The same book may
    /// be named more often than it grew, and once for many entries; whoever follows reads on from the position that they know.
    /// </summary>
    IAsyncEnumerable<BookId> ChangesAsync(CancellationToken cancellation = default);

    /// <summary>Hashes of one level from an index on: level 0 are leaves (index = position − 1), level n the roots of full groups of 256^n. Fewer where the book ends.</summary>
    Task<IReadOnlyList<Hash>> HashesAsync(BookId book, int level, long firstIndex, int count, CancellationToken cancellation = default);

    /// <summary>Keeps a signed checkpoint; keeping the same again changes nothing.</summary>
    Task KeepCheckpointAsync(BookId book, string signedNote, long size, CancellationToken cancellation = default);

    /// <summary>The checkpoints kept of a book, smallest first.</summary>
    Task<IReadOnlyList<KeptCheckpoint>> CheckpointsAsync(BookId book, CancellationToken cancellation = default);

    /// <summary>Writes all books, as they stand at one moment, to a new SQLite file, while others read and append.</summary>
    /// <exception cref="IOException">The file exists already.</exception>
    Task BackupAsync(string path, CancellationToken cancellation = default);
}
