using Autogestion.Book.Postgres;
using Autogestion.Book.Sqlite;
using Autogestion.Tests.Shared;
using Npgsql;

[assembly: AssemblyFixture(typeof(Autogestion.Book.Conformance.Stores.PostgresCluster))]

namespace Autogestion.Book.Conformance.Stores;

/// <summary>One cluster for all tests of the run, started when the first test asks.</summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private readonly Lazy<Task<(PrivatePostgres? Cluster, string? WhyNot)>> started = new(PrivatePostgres.TryStartAsync);

    /// <summary>Skips the running test where there is no PostgreSQL.</summary>
    public async Task<PrivatePostgres> GetAsync()
    {
        var (cluster, whyNot) = await started.Value;
        if (cluster is null) Assert.Skip(whyNot!);
        return cluster;
    }

    public async ValueTask DisposeAsync()
    {
        if (started.IsValueCreated && (await started.Value).Cluster is { } cluster) await cluster.DisposeAsync();
    }
}

public sealed class PostgresPlaces(PostgresCluster cluster) : IPlaces
{
    public async Task<IPlace> NewAsync() => new Place(await (await cluster.GetAsync()).CreateDatabaseAsync());

    private sealed class Place(string connectionString) : IPlace
    {
        public async Task<IBookStore> OpenAsync() =>
            await PostgresBookStore.OpenAsync(connectionString, new PostgresBookStoreOptions
            {
                Portable = async (path, cancellation) => await SqliteBookStore.OpenAsync(path, cancellation: cancellation),
            });

        public async Task RunAsync(string sql, params (string Name, object Value)[] parameters)
        {
            await using var source = NpgsqlDataSource.Create(connectionString + ";Pooling=false");
            await using var command = source.CreateCommand(sql);
            foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
            await command.ExecuteNonQueryAsync();
        }

        public async Task SpoilAsync(string sql, params (string Name, object Value)[] parameters)
        {
            await RunAsync("ALTER TABLE book_entry DISABLE TRIGGER ALL");
            await RunAsync(sql, parameters);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
