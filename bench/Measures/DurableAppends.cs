using Autogestion.Bench.Peers;
using Autogestion.Book;
using Autogestion.Book.Postgres;
using Autogestion.Book.Sqlite;
using Autogestion.Registry;
using Npgsql;

namespace Autogestion.Bench.Measures;

/// <summary>
/// How many durable appends a second when 1, 64 or 256 wait for the disk at once: light acts through the desk (decided, sealed,
/// entered, answered), ready entries through the store alone, and rows of the same size through the database alone.
/// </summary>
internal sealed class DurableAppends : IMeasure
{
    private static readonly int[] Waiting = [1, 64, 256];

    public string Name => "appends";

    public string Purpose => "durable appends a second, beside the same rows in bare group commits of the same database";

    public async Task RunAsync(Run run)
    {
        await SqliteAsync(run);
        var (connection, whyNot) = await run.NewDatabaseAsync();
        if (connection is null) Run.Note($"PostgreSQL is not measured: {whyNot}");
        else await PostgresAsync(run, connection);
    }

    private static async Task SqliteAsync(Run run)
    {
        var folder = run.NewFolder();
        await using var desk = await DeskLoad.OpenAsync(
            async options => await SqliteBookStore.OpenAsync(Path.Combine(folder, "desk.db"), new SqliteBookStoreOptions { Durability = options }),
            clock => RegistryDatabase.OpenSqliteAsync(Path.Combine(folder, "desk.db"), time: clock),
            folder);
        await using var store = await SqliteBookStore.OpenAsync(Path.Combine(folder, "store.db"));
        using var bare = new BareSqlite(Path.Combine(folder, "bare.db"));
        await CompareAsync(run, "SQLite", desk, store, bare);
    }

    private static async Task PostgresAsync(Run run, string connection)
    {
        var folder = run.NewFolder();
        await using var desk = await DeskLoad.OpenAsync(
            async _ => await PostgresBookStore.OpenAsync(connection),
            clock => RegistryDatabase.OpenPostgresAsync(connection, Path.Combine(folder, RegistryDatabase.KeyFileName), clock),
            folder);
        await using var store = await PostgresBookStore.OpenAsync(connection);
        await using var bare = await BarePostgres.OpenAsync(connection);
        if (await SettingAsync(connection, "fsync") == "off") Run.Note("this PostgreSQL runs with fsync off: its figures are not of durable appends");
        await CompareAsync(run, "PostgreSQL", desk, store, bare);
    }

    private static async Task CompareAsync(Run run, string database, DeskLoad desk, IBookStore store, IBareLog bare)
    {
        var one = new BareLoad(bare, desk.Sample, isOneBook: true);
        await CompareAsync(run, database, Waiting, one, desk, new StoreLoad(store, isOneBook: true));
        await CompareAsync(run, database, Waiting[^1..], new BareLoad(bare, desk.Sample, isOneBook: false), new StoreLoad(store, isOneBook: false));
    }

    private static async Task CompareAsync(Run run, string database, int[] waitings, ILoad bare, params ILoad[] ours)
    {
        var time = TimeSpan.FromSeconds(run.Of(2.0, 0.5));
        ILoad[] loads = [bare, .. ours];
        foreach (var load in loads) await load.RunAsync(64, time);
        foreach (var waiting in waitings)
        {
            var rates = loads.ToDictionary(load => load, _ => new List<double>());
            // Turn by turn, so that what else runs on the machine falls on all alike.
            for (var round = 0; round < run.Of(5, 3); round++)
                foreach (var load in loads) rates[load].Add(await load.RunAsync(waiting, time));
            var limit = Times.Middle(rates[bare]);
            foreach (var load in ours)
            {
                var rate = Times.Middle(rates[load]);
                Run.Line($"{database}, {waiting} waiting, {load.Name}", $"{rate:N0} /s", $"{limit:N0} /s", rate / limit, "at least 0.7");
            }
        }
    }

    private static async Task<string> SettingAsync(string connectionString, string name)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var show = source.CreateCommand($"SHOW {name}");
        return (string)(await show.ExecuteScalarAsync())!;
    }
}
