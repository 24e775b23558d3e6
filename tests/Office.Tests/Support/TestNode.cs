using Autogestion.Book;
using Autogestion.Book.Postgres;
using Autogestion.Book.Sqlite;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Desk;
using Autogestion.Office.Tests.Registry;
using Autogestion.Registry;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Autogestion.Office.Tests.Support;

/// <summary>
/// A node over a database of its own, with a clock that stands still until told. Further nodes over the same database are what
/// further processes would be. Nothing runs by itself unless asked for.
/// </summary>
public sealed class TestNode : IAsyncDisposable
{
    private readonly string folder;
    private readonly string? postgres;
    private readonly List<Node> opened = [];

    private TestNode(string? postgres, string? folder)
    {
        this.postgres = postgres;
        this.folder = folder is null ? Directory.CreateTempSubdirectory("autogestion-node-").FullName : Directory.CreateDirectory(folder).FullName;
    }

    /// <summary>The node opened last; null while it is closed.</summary>
    public Node Node { get; private set; } = null!;

    public FakeClock Clock { get; } = new();

    /// <summary>The node's data folder, with its keys and, for SQLite, its file.</summary>
    public string Folder => folder;

    public string File => Path.Combine(folder, "autogestion.db");

    /// <summary>The database where it is not the file.</summary>
    public string? PostgresConnection => postgres;

    /// <param name="around">Stands between the node and its store.</param>
    /// <param name="folder">Where, if it matters; it is deleted at the end all the same.</param>
    public static async Task<TestNode> OpenAsync(Backend backend = Backend.Sqlite, bool resting = true, Func<IBookStore, IBookStore>? around = null, string? folder = null)
    {
        var test = new TestNode(backend == Backend.Postgres ? await Postgres.NewDatabaseAsync() : null, folder);
        test.Node = await test.AnotherAsync(resting, around);
        return test;
    }

    /// <summary>One more process over the same database.</summary>
    public async Task<Node> AnotherAsync(bool resting = true, Func<IBookStore, IBookStore>? around = null, TimeProvider? clock = null)
    {
        var store = await OpenStoreAsync();
        RegistryDatabase registry;
        try
        {
            registry = await OpenRegistryAsync();
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
        var node = await Node.OpenAsync(around?.Invoke(store) ?? store, registry, new(Path.Combine(folder, "keys")), clock ?? Clock, resting);
        opened.Add(node);
        return node;
    }

    public async Task<IBookStore> OpenStoreAsync() => postgres is null
        ? await SqliteBookStore.OpenAsync(File, new SqliteBookStoreOptions { PollInterval = TimeSpan.FromMilliseconds(50) })
        : await PostgresBookStore.OpenAsync(postgres);

    public Task<RegistryDatabase> OpenRegistryAsync() => postgres is null
        ? RegistryDatabase.OpenSqliteAsync(File, time: Clock)
        : RegistryDatabase.OpenPostgresAsync(postgres, Path.Combine(folder, RegistryDatabase.KeyFileName), Clock);

    /// <summary>Closes every node.</summary>
    public async Task CloseAsync()
    {
        foreach (var node in opened) await node.DisposeAsync();
        opened.Clear();
    }

    /// <summary>Closes every node and opens one again, as after a restart.</summary>
    public async Task<Node> ReopenAsync(bool resting = true, Func<IBookStore, IBookStore>? around = null)
    {
        await CloseAsync();
        return Node = await AnotherAsync(resting, around);
    }

    /// <summary>Changes the tables past the store and its guards, as an attacker or a broken disk would.</summary>
    public async Task<int> SpoilAsync(string sql, params (string Name, object Value)[] parameters)
    {
        await using System.Data.Common.DbConnection connection = postgres is null ? new SqliteConnection($"Data Source={File};Pooling=false") : new NpgsqlConnection($"{postgres};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = postgres is null
            ? "DROP TRIGGER IF EXISTS book_entry_stays; DROP TRIGGER IF EXISTS book_entry_is_kept"
            : "ALTER TABLE book_entry DISABLE TRIGGER ALL";
        await command.ExecuteNonQueryAsync();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>Every entry of a book as the store has it.</summary>
    public static async Task<IReadOnlyList<SealedEntry>> EntriesAsync(IBookStore store, CollectiveId collective)
    {
        var entries = new List<SealedEntry>();
        await foreach (var entry in store.ReadAsync(new(collective.Value), 0)) entries.Add(entry);
        return entries;
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        Directory.Delete(folder, recursive: true);
    }
}
