namespace Autogestion.Book.Postgres;

/// <summary>Something that waits for the writer; answered after the commit.</summary>
internal abstract class PostgresWork(CancellationToken cancellation)
{
    private readonly TaskCompletionSource answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public abstract int Weight { get; }

    /// <summary>Work that was given up before it was taken is never done.</summary>
    public bool IsGivenUp => cancellation.IsCancellationRequested;

    public Task Answered => answered.Task;

    public void Answer() => answered.TrySetResult();

    public void Fail(Exception cause) => answered.TrySetException(cause);

    public void GiveUp() => answered.TrySetCanceled(cancellation);
}

internal sealed class AppendWork(BookId book, long expected, IReadOnlyList<SealedEntry> entries, CancellationToken cancellation) : PostgresWork(cancellation)
{
    public override int Weight => entries.Count;

    public BookId Book => book;

    public long Expected => expected;

    public IReadOnlyList<SealedEntry> Entries => entries;

    /// <summary>Known when answered.</summary>
    public AppendResult? Result { get; set; }
}

internal sealed class CheckpointWork(KeptCheckpoint checkpoint, CancellationToken cancellation) : PostgresWork(cancellation)
{
    public override int Weight => 1;

    public KeptCheckpoint Checkpoint => checkpoint;
}
