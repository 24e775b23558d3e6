using Autogestion.Book;

namespace Autogestion.Office.Tests.Support;

/// <summary>A store between the node and the real one, in which things go wrong as they do in life.</summary>
public sealed class TroubledStore(IBookStore store) : IBookStore
{
    public IBallotBox Boxes => store.Boxes;

    private int appends;
    private int looks;

    /// <summary>Every append and read fails with this.</summary>
    public StoreTrouble? Down { get; set; }

    /// <summary>Appends fail with this before anything is written.</summary>
    public StoreTrouble? AppendsFail { get; set; }

    /// <summary>Reading entries fails with this.</summary>
    public StoreTrouble? ReadsFail { get; set; }

    /// <summary>So many appends stand, but their answer is lost.</summary>
    public int AnswersLost { get; set; }

    /// <summary>Runs before each append.</summary>
    public Func<Task>? BeforeAppend { get; set; }

    /// <summary>Appends asked for so far.</summary>
    public int Appends => appends;

    /// <summary>How often somebody looked where a book ends.</summary>
    public int Looks => looks;

    public async Task<AppendResult> AppendAsync(BookId book, long expected, IReadOnlyList<SealedEntry> entries, CancellationToken cancellation = default)
    {
        Interlocked.Increment(ref appends);
        if (BeforeAppend is { } before) await before();
        if ((AppendsFail ?? Down) is { } trouble) throw new BookStoreUnavailableException(trouble, "as the test wants it");
        var result = await store.AppendAsync(book, expected, entries, cancellation);
        if (AnswersLost <= 0) return result;
        AnswersLost--;
        throw new BookStoreUnavailableException(StoreTrouble.Unreachable, "the answer was lost");
    }

    public IAsyncEnumerable<SealedEntry> ReadAsync(BookId book, long after, long upTo = long.MaxValue, CancellationToken cancellation = default) =>
        ReadsFail is { } trouble ? throw new BookStoreUnavailableException(trouble, "as the test wants it") : Up().ReadAsync(book, after, upTo, cancellation);

    public Task<IReadOnlyList<SealedEntry>> FindActAsync(BookId book, Guid act, CancellationToken cancellation = default) => Up().FindActAsync(book, act, cancellation);

    public Task<long> HeadAsync(BookId book, CancellationToken cancellation = default)
    {
        Interlocked.Increment(ref looks);
        return Up().HeadAsync(book, cancellation);
    }

    public Task<IReadOnlyList<BookHead>> HeadsAsync(CancellationToken cancellation = default) => Up().HeadsAsync(cancellation);

    public Task<Frontier> FrontierAsync(BookId book, CancellationToken cancellation = default) => Up().FrontierAsync(book, cancellation);

    public IAsyncEnumerable<BookId> ChangesAsync(CancellationToken cancellation = default) => Up().ChangesAsync(cancellation);

    public Task<IReadOnlyList<Hash>> HashesAsync(BookId book, int level, long firstIndex, int count, CancellationToken cancellation = default) =>
        Up().HashesAsync(book, level, firstIndex, count, cancellation);

    public Task KeepCheckpointAsync(BookId book, string signedNote, long size, CancellationToken cancellation = default) => Up().KeepCheckpointAsync(book, signedNote, size, cancellation);

    public Task<IReadOnlyList<KeptCheckpoint>> CheckpointsAsync(BookId book, CancellationToken cancellation = default) => Up().CheckpointsAsync(book, cancellation);

    public Task BackupAsync(string path, CancellationToken cancellation = default) => Up().BackupAsync(path, cancellation);

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private IBookStore Up() => Down is { } trouble ? throw new BookStoreUnavailableException(trouble, "as the test wants it") : store;
}
