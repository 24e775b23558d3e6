using Autogestion.Book.Postgres;
using Autogestion.Tests.Shared;
using Npgsql;

namespace Autogestion.Book.Conformance.Stores;

/// <summary>Lost connections, servers that are not there or take no writing: a plain word, nothing half done, and on it goes.</summary>
public sealed class PostgresTroubleTests(PostgresCluster cluster)
{
    private static readonly BookId A = new("vidriera");

    [Fact]
    public async Task A_server_that_is_not_there_is_unreachable()
    {
        var refused = await Assert.ThrowsAsync<BookStoreUnavailableException>(
            () => PostgresBookStore.OpenAsync("Host=127.0.0.1;Port=1;Username=nobody;Database=none;Timeout=2"));
        Assert.Equal(StoreTrouble.Unreachable, refused.Trouble);
    }

    [Fact]
    public async Task Connections_cut_while_writing_lose_nothing_and_double_nothing()
    {
        var server = await cluster.GetAsync();
        var database = await server.CreateDatabaseAsync();
        await using var store = await PostgresBookStore.OpenAsync(database);
        var troubles = 0;
        var cutting = Task.Run(async () =>
        {
            for (var i = 0; i < 10; i++)
            {
                await Task.Delay(30);
                await RunAsync(server, $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{new NpgsqlConnectionStringBuilder(database).Database}'");
            }
        });
        var acts = new List<Guid>();
        for (var head = 0L; !cutting.IsCompleted || acts.Count < 50;)
        {
            var act = Guid.NewGuid();
            acts.Add(act);
            for (var entered = false; !entered;)
            {
                try
                {
                    head = await store.AppendAsync(A, head, Samples.Act(A, head, parts: 2, act)) switch
                    {
                        AppendResult.Appended appended => appended.Head,
                        AppendResult.AlreadyEntered => (await store.FindActAsync(A, act))[^1].Position,
                        var other => throw new InvalidOperationException(other.ToString()),
                    };
                    entered = true;
                }
                catch (BookStoreUnavailableException e) when (e.Trouble == StoreTrouble.Unreachable)
                {
                    troubles++;
                }
            }
        }
        await cutting;
        Assert.NotEqual(0, troubles);
        var entries = await ReadPatientlyAsync(store);
        Assert.Equal(acts, entries.Where(entry => entry.Part == 1).Select(entry => entry.Act));
        Assert.Null((await StoreVerification.VerifyAsync(store, A)).Fault);
    }

    [Fact]
    public async Task News_arrive_again_after_the_listening_connection_was_cut()
    {
        var server = await cluster.GetAsync();
        var database = await server.CreateDatabaseAsync();
        var options = new PostgresBookStoreOptions { PollInterval = TimeSpan.FromMilliseconds(200) };
        await using var first = await PostgresBookStore.OpenAsync(database, options);
        await using var second = await PostgresBookStore.OpenAsync(database, options);
        await using var changes = second.ChangesAsync().GetAsyncEnumerator();
        var next = changes.MoveNextAsync().AsTask();
        await RunAsync(server, $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{new NpgsqlConnectionStringBuilder(database).Database}' AND query LIKE 'LISTEN%'");
        await first.AppendAsync(A, 0, Samples.Act(A, 0));
        Assert.True(await next.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Equal(A, changes.Current);
    }

    [Fact]
    public async Task A_server_closed_to_writing_is_read_only_until_it_opens()
    {
        var server = await cluster.GetAsync();
        var database = await server.CreateDatabaseAsync();
        var name = new NpgsqlConnectionStringBuilder(database).Database;
        await using (var store = await PostgresBookStore.OpenAsync(database)) await store.AppendAsync(A, 0, Samples.Act(A, 0));
        await RunAsync(server, $"ALTER DATABASE {name} SET default_transaction_read_only = on");
        await using (var closed = await PostgresBookStore.OpenAsync(database))
        {
            Assert.Equal(1, await closed.HeadAsync(A));
            var refused = await Assert.ThrowsAsync<BookStoreUnavailableException>(() => closed.AppendAsync(A, 1, Samples.Act(A, 1)));
            Assert.Equal(StoreTrouble.ReadOnly, refused.Trouble);
        }
        await RunAsync(server, $"ALTER DATABASE {name} RESET default_transaction_read_only");
        await using var open = await PostgresBookStore.OpenAsync(database);
        Assert.Equal(new AppendResult.Appended(2), await open.AppendAsync(A, 1, Samples.Act(A, 1)));
    }

    [Fact]
    public async Task An_append_is_durable_even_where_the_server_was_told_not_to_wait()
    {
        var server = await cluster.GetAsync();
        var database = await server.CreateDatabaseAsync();
        await RunAsync(server, $"ALTER DATABASE {new NpgsqlConnectionStringBuilder(database).Database} SET synchronous_commit = off");
        await using var store = await PostgresBookStore.OpenAsync(database);
        await using var source = NpgsqlDataSource.Create(database);
        await using var watch = source.CreateCommand(
            """
            CREATE TABLE seen (setting text);
            CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              INSERT INTO seen VALUES (current_setting('synchronous_commit'));
              RETURN NULL;
            END $$;
            CREATE TRIGGER watch AFTER INSERT ON book_entry FOR EACH STATEMENT EXECUTE FUNCTION see();
            """);
        await watch.ExecuteNonQueryAsync();
        await store.AppendAsync(A, 0, Samples.Act(A, 0));
        await using var seen = source.CreateCommand("SELECT setting FROM seen");
        Assert.Equal("on", await seen.ExecuteScalarAsync());
    }

    private static async Task RunAsync(PrivatePostgres server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<List<SealedEntry>> ReadPatientlyAsync(IBookStore store)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await store.ReadAsync(A, 0).ToListAsync();
            }
            catch (BookStoreUnavailableException) when (attempt < 10)
            {
                await Task.Delay(50);
            }
        }
    }
}
