using System.Data.Common;

namespace Autogestion.Registry.Storage;

/// <summary>The little that differs between the two databases; every statement of the registry is the same text in both.</summary>
internal abstract class RegistryStorage : IAsyncDisposable
{
    long _asked;

    /// <summary>Readings and transactions since it was opened.</summary>
    public long Asked => Interlocked.Read(ref _asked);

    /// <summary>How this database names a column of bytes; migrations write BYTES.</summary>
    public abstract string BytesType { get; }

    /// <summary>A condition: the column holds one of the strings in the array parameter.</summary>
    public abstract string OneOf(string column, string parameter);

    public abstract Task<DbConnection> OpenAsync(CancellationToken cancel);

    /// <summary>Keeps two processes that open the same database from migrating it at once.</summary>
    public abstract Task LockForMigrationAsync(Session session);

    /// <summary>Whether a write failed because a unique key was taken.</summary>
    public abstract bool IsDuplicate(DbException failure);

    /// <summary>Drives erased bytes out of what the database still keeps, as far as it can be told to.</summary>
    public abstract Task AfterErasureAsync(CancellationToken cancel);

    /// <summary>One writer at a time where the database allows only one; otherwise lets everyone through.</summary>
    protected abstract Task<IDisposable?> EnterAsync(CancellationToken cancel);

    public abstract ValueTask DisposeAsync();

    public async Task<T> ReadAsync<T>(Func<Session, Task<T>> read, CancellationToken cancel)
    {
        Interlocked.Increment(ref _asked);
        await using var connection = await OpenAsync(cancel);
        return await read(new Session(connection, null, cancel));
    }

    /// <summary>Runs <paramref name="write"/> in one durable transaction; anything thrown undoes all of it, and so does a result that is not <paramref name="keep"/>.</summary>
    public async Task<T> WriteAsync<T>(Func<Session, Task<T>> write, CancellationToken cancel, Func<T, bool>? keep = null)
    {
        Interlocked.Increment(ref _asked);
        using var turn = await EnterAsync(cancel);
        await using var connection = await OpenAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var result = await write(new Session(connection, transaction, cancel));
        if (keep is null || keep(result))
            await transaction.CommitAsync(cancel);
        return result;
    }

    public Task WriteAsync(Func<Session, Task> write, CancellationToken cancel) =>
        WriteAsync(async session =>
        {
            await write(session);
            return true;
        }, cancel);
}
