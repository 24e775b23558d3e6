using System.Data.Common;
using Npgsql;

namespace Autogestion.Registry.Storage;

/// <summary>
/// The registry's tables in the PostgreSQL database of the book. Error details are switched off,
/// because the server quotes the offending values in them.
/// </summary>
internal sealed class PostgresStorage(string connectionString) : RegistryStorage
{
    const long MigrationLock = 0x5245_4749_5354_5259;

    readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(connectionString) { IncludeErrorDetail = false });

    public override string BytesType => "BYTEA";

    public override string OneOf(string column, string parameter) => $"{column} = ANY({parameter})";

    public override async Task<DbConnection> OpenAsync(CancellationToken cancel) => await _source.OpenConnectionAsync(cancel);

    public override Task LockForMigrationAsync(Session session) =>
        session.ExecuteAsync("SELECT pg_advisory_xact_lock(@MigrationLock)", new { MigrationLock });

    public override bool IsDuplicate(DbException failure) => failure is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <summary>Dead rows are PostgreSQL's own to reclaim: vacuum does so, replicas and the log follow by their own terms.</summary>
    public override Task AfterErasureAsync(CancellationToken cancel) => Task.CompletedTask;

    protected override Task<IDisposable?> EnterAsync(CancellationToken cancel) => Task.FromResult<IDisposable?>(null);

    public override ValueTask DisposeAsync() => _source.DisposeAsync();
}
