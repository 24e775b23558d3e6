using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Autogestion.Registry.Storage;

/// <summary>
/// The registry's tables in the SQLite file of the book. Deleted bytes are overwritten (<c>secure_delete</c>),
/// because erasing a text is worth nothing if its key stays in a free page.
/// </summary>
internal sealed class SqliteStorage(string file, bool durable = true) : RegistryStorage
{
    const int Constraint = 19;

    // A connection comes back from the pool as it was left: what it was told once holds.
    readonly System.Runtime.CompilerServices.ConditionalWeakTable<SQLitePCL.sqlite3, object> _told = [];
    readonly SemaphoreSlim _oneWriter = new(1, 1);
    readonly string _connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = file,
        ForeignKeys = true,
    }.ToString();

    public override string BytesType => "BLOB";

    public override string OneOf(string column, string parameter) => $"{column} IN {parameter}";

    public override async Task<DbConnection> OpenAsync(CancellationToken cancel)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancel);
            if (!_told.TryGetValue(connection.Handle!, out _))
            {
                await connection.ExecuteAsync($"PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = {(durable ? "FULL" : "OFF")}; PRAGMA secure_delete = ON");
                _told.AddOrUpdate(connection.Handle!, this);
            }
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>A write transaction of SQLite already excludes every other writer.</summary>
    public override Task LockForMigrationAsync(Session session) => Task.CompletedTask;

    public override bool IsDuplicate(DbException failure) =>
        failure is SqliteException { SqliteErrorCode: Constraint, SqliteExtendedErrorCode: 2067 or 1555 };

    /// <summary>
    /// Moves the log into the file and empties it, so that it no longer holds the page as it was before. If readers keep it
    /// busy for more than a second, the log is overwritten in its own time.
    /// </summary>
    public override async Task AfterErasureAsync(CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        await connection.ExecuteAsync(new CommandDefinition("PRAGMA busy_timeout = 1000; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA busy_timeout = 10000", cancellationToken: cancel));
    }

    protected override async Task<IDisposable?> EnterAsync(CancellationToken cancel)
    {
        await _oneWriter.WaitAsync(cancel);
        return new Turn(_oneWriter);
    }

    public override ValueTask DisposeAsync()
    {
        using (var connection = new SqliteConnection(_connectionString))
            SqliteConnection.ClearPool(connection);
        _oneWriter.Dispose();
        return ValueTask.CompletedTask;
    }

    sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
