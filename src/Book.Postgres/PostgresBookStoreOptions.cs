namespace Autogestion.Book.Postgres;

/// <summary>How to use a PostgreSQL database of books.</summary>
public sealed record PostgresBookStoreOptions
{
    /// <summary>Entries after which one transaction takes no further append.</summary>
    public int GroupSize { get; init; } = 512;

    /// <summary>How long changed books are gathered before other processes are told of them.</summary>
    public TimeSpan NotifyInterval { get; init; } = TimeSpan.FromMilliseconds(25);

    /// <summary>How often to look at all heads, in case a notification was lost, while somebody follows.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Opens an empty store in a new file. A backup has one form, the SQLite file, which this store does not know how to make:
    /// without this, <see cref="IBookStore.BackupAsync"/> cannot be used.
    /// </summary>
    public Func<string, CancellationToken, Task<IBookStore>>? Portable { get; init; }
}
