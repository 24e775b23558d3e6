namespace Autogestion.Book.Sqlite;

/// <summary>Something that waits for the writer. Taken into a transaction, then answered after the commit.</summary>
internal abstract class SqliteWork(CancellationToken cancellation)
{
    public abstract int Weight { get; }

    /// <summary>Work that was given up before it was taken is never done.</summary>
    public bool IsGivenUp => cancellation.IsCancellationRequested;

    protected CancellationToken Cancellation => cancellation;

    public abstract void GiveUp();

    /// <summary>Inside the transaction; remembers its outcome.</summary>
    public abstract void Run(SqliteEntering entering);

    /// <summary>After the commit.</summary>
    public abstract void Answer();

    public abstract void Fail(Exception cause);
}

internal abstract class SqliteWork<T>(CancellationToken cancellation) : SqliteWork(cancellation)
{
    private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Answered => answer.Task;

    protected T? Outcome { get; set; }

    public override void Answer() => answer.TrySetResult(Outcome!);

    public override void Fail(Exception cause) => answer.TrySetException(cause);

    public override void GiveUp() => answer.TrySetCanceled(Cancellation);
}

internal sealed class AppendWork(BookId book, long expected, IReadOnlyList<SealedEntry> entries, CancellationToken cancellation)
    : SqliteWork<AppendResult>(cancellation)
{
    public override int Weight => entries.Count;

    public BookId Book => book;

    public bool Grew => Outcome is AppendResult.Appended;

    public override void Run(SqliteEntering entering) => Outcome = entering.Append(book, expected, entries);
}

internal sealed class CheckpointWork(KeptCheckpoint checkpoint, CancellationToken cancellation) : SqliteWork<bool>(cancellation)
{
    public override int Weight => 1;

    public override void Run(SqliteEntering entering) => entering.Keep(checkpoint);
}
