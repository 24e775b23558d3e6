using Autogestion.Tests.Shared;

[assembly: AssemblyFixture(typeof(Autogestion.Office.Tests.Support.Postgres))]

namespace Autogestion.Office.Tests.Support;

/// <summary>The PostgreSQL server named by the environment, for all tests of the run.</summary>
public sealed class Postgres : IAsyncDisposable
{
    private static readonly Lazy<Task<PrivatePostgres?>> Server = new(FindAsync);

    /// <summary>An empty database; skips the running test where there is no server.</summary>
    public static async Task<string> NewDatabaseAsync()
    {
        if (await Server.Value is { } server) return await server.CreateDatabaseAsync();
        Assert.Skip($"No PostgreSQL to test on: {PrivatePostgres.Variable} is not set.");
        return "";
    }

    public async ValueTask DisposeAsync()
    {
        if (Server.IsValueCreated && await Server.Value is { } server) await server.DisposeAsync();
    }

    private static async Task<PrivatePostgres?> FindAsync() =>
        Environment.GetEnvironmentVariable(PrivatePostgres.Variable) is { Length: > 0 } ? (await PrivatePostgres.TryStartAsync()).Cluster : null;
}
