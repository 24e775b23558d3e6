using System.Text;
using Autogestion.Domain.Kernel;
using Autogestion.Registry;
using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Autogestion.Office.Tests.Registry;

/// <summary>The two databases that every test of the registry runs on.</summary>
public enum Backend { Sqlite, Postgres }

/// <summary>A fresh registry with its clock, its services and everything they logged.</summary>
public sealed class World : IAsyncDisposable
{
    public static readonly CollectiveId Glassworks = new("vidrio-sur-7kq2");
    public static readonly CollectiveId Tiles = new("tejas-norte-3xw9");

    readonly string _folder;
    readonly string? _postgres;
    readonly ServiceProvider _services;

    World(Backend backend, string folder, string? postgres, RegistryDatabase registry, FakeClock clock)
    {
        Backend = backend;
        _folder = folder;
        _postgres = postgres;
        Registry = registry;
        Clock = clock;
        _services = ServicesOf(registry);
    }

    /// <summary>The services of one process that uses the registry.</summary>
    public ServiceProvider ServicesOf(RegistryDatabase registry)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddRegistry(registry);
        return services.BuildServiceProvider(validateScopes: true);
    }

    public Backend Backend { get; }

    public RegistryDatabase Registry { get; }

    public FakeClock Clock { get; }

    public LogLines Log { get; } = new();

    public string KeyFile => Path.Combine(_folder, RegistryDatabase.KeyFileName);

    public string SqliteFile => Path.Combine(_folder, "books.db");

    public static async Task<World> OpenAsync(Backend backend)
    {
        var clock = new FakeClock();
        var folder = Directory.CreateTempSubdirectory("registry-").FullName;
        var postgres = backend == Backend.Postgres ? await NewSchemaAsync() : null;
        return new World(backend, folder, postgres, await OpenAsync(folder, postgres, clock), clock);
    }

    /// <summary>The same registry as another process of the node would open it.</summary>
    public Task<RegistryDatabase> OpenAgainAsync() => OpenAsync(_folder, _postgres, Clock);

    /// <summary>An empty registry in another database of the same kind, with the same key file.</summary>
    public async Task<RegistryDatabase> OpenBesideAsync() => Backend == Backend.Postgres
        ? await RegistryDatabase.OpenPostgresAsync(await NewSchemaAsync(), KeyFile, Clock)
        : await RegistryDatabase.OpenSqliteAsync(Path.Combine(_folder, "beside.db"), KeyFile, Clock);

    static Task<RegistryDatabase> OpenAsync(string folder, string? postgres, FakeClock clock) => postgres is null
        ? RegistryDatabase.OpenSqliteAsync(Path.Combine(folder, "books.db"), time: clock)
        : RegistryDatabase.OpenPostgresAsync(postgres, Path.Combine(folder, RegistryDatabase.KeyFileName), clock);

    static async Task<string> NewSchemaAsync()
    {
        var server = Environment.GetEnvironmentVariable("AUTOGESTION_TEST_POSTGRES");
        Assert.SkipWhen(string.IsNullOrEmpty(server), "No PostgreSQL to test on: AUTOGESTION_TEST_POSTGRES is not set.");
        var schema = $"registry_test_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection($"{server};Pooling=false");
        await connection.ExecuteAsync($"CREATE SCHEMA {schema}");
        return new NpgsqlConnectionStringBuilder(server) { SearchPath = schema }.ToString();
    }

    public AsyncServiceScope Scope() => _services.CreateAsyncScope();

    /// <summary>Runs with Identity as one request would, with services of its own.</summary>
    public async Task<T> RequestAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Scope();
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        return await work(scope.ServiceProvider);
    }

    public Task<T> WithManagerAsync<T>(Func<AccountManager, Task<T>> work) =>
        RequestAsync(services => work(services.GetRequiredService<AccountManager>()));

    public Task<T> WithRedemptionsAsync<T>(Func<Redemptions, Task<T>> work) =>
        RequestAsync(services => work(services.GetRequiredService<Redemptions>()));

    public async Task<Account> NewAccountAsync(string loginName = "rosa.q", string password = Password)
    {
        var account = new Account { LoginName = loginName };
        var result = await WithManagerAsync(manager => manager.CreateAsync(account, password));
        Assert.True(result.Succeeded, string.Join(",", result.Errors.Select(error => error.Code)));
        return account;
    }

    public const string Password = "tres hornos y una asamblea";

    public async Task<PersonId> NewPersonAsync(string name = "Rosa Quiroga", CollectiveId? collective = null)
    {
        var id = new PersonId(Guid.NewGuid());
        Assert.True(await Registry.Persons.SaveAsync(collective ?? Glassworks, id, new PersonDetails(name)));
        return id;
    }

    /// <summary>Looks at the tables as a curious administrator would.</summary>
    public async Task<IReadOnlyList<T>> PeekAsync<T>(string sql, object? arguments = null)
    {
        await using System.Data.Common.DbConnection connection = _postgres is null
            ? new SqliteConnection($"Data Source={SqliteFile};Pooling=False")
            : new NpgsqlConnection($"{_postgres};Pooling=false");
        return [.. await connection.QueryAsync<T>(sql, arguments)];
    }

    /// <summary>Everything that the tables hold, as one text in which plain words would be found.</summary>
    public async Task<string> DumpAsync()
    {
        var dump = new StringBuilder();
        foreach (var table in new[] { "account", "passkey", "person", "identity_seal", "invitation", "text", "text_key", "setting", "session_key" })
            foreach (var row in await PeekAsync<dynamic>($"SELECT * FROM registry_{table}"))
                foreach (var (column, value) in (IDictionary<string, object?>)row)
                    dump.Append(table).Append('.').Append(column).Append('=')
                        .AppendLine(value is byte[] bytes ? Encoding.Latin1.GetString(bytes) : value?.ToString());
        return dump.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Registry.DisposeAsync();
        if (_postgres is not null)
            await PeekAsync<int>($"DROP SCHEMA {new NpgsqlConnectionStringBuilder(_postgres).SearchPath} CASCADE");
        Directory.Delete(_folder, recursive: true);
    }
}
