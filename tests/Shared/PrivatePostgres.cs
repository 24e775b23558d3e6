using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Autogestion.Tests.Shared;

/// <summary>
/// A PostgreSQL cluster of the tests' own: made in a temporary folder, reached at 127.0.0.1 and a socket in that folder, and
/// deleted at the end, also when the tests are killed. PostgreSQL refuses to run as root: then it runs as the user <c>postgres</c>.
/// With <see cref="Variable"/> set to a connection string, that server is used instead and left as it was.
/// </summary>
public sealed class PrivatePostgres : IAsyncDisposable
{
    /// <summary>Names a ready server whose user may create databases.</summary>
    public const string Variable = "AUTOGESTION_TEST_POSTGRES";

    private readonly Process? keeper;
    private readonly NpgsqlConnectionStringBuilder server;
    private readonly System.Collections.Concurrent.ConcurrentBag<string> created = [];

    private PrivatePostgres(Process? keeper, string connectionString)
    {
        this.keeper = keeper;
        server = new NpgsqlConnectionStringBuilder(connectionString);
    }

    /// <summary>Connects to the server's own database <c>postgres</c>.</summary>
    public string ConnectionString => server.ConnectionString;

    /// <summary>Starts a cluster; if there cannot be one here, says plainly why.</summary>
    public static async Task<(PrivatePostgres? Cluster, string? WhyNot)> TryStartAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } ready) return (new PrivatePostgres(null, ready), null);
        if (!OperatingSystem.IsLinux()) return (null, $"a private PostgreSQL is started on Linux only; set {Variable}");
        if (FindPrograms() is not { } programs) return (null, $"PostgreSQL is not on this machine (initdb and pg_ctl not found); set {Variable}");
        var port = FreePort();
        Process keeper;
        try
        {
            keeper = Start(programs, port);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return (null, "PostgreSQL could not be started as the user postgres: " + e.Message);
        }
        while (await keeper.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == "ready") return (new PrivatePostgres(keeper, $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres"), null);
        }
        var errors = await keeper.StandardError.ReadToEndAsync();
        keeper.Dispose();
        return (null, "PostgreSQL did not start: " + errors.Trim());
    }

    /// <summary>Makes an empty database and answers with its connection string.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = "test_" + Guid.NewGuid().ToString("n");
        await RunAsync($"CREATE DATABASE {name}");
        created.Add(name);
        return new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name }.ConnectionString;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (keeper is null)
        {
            foreach (var name in created) await RunAsync($"DROP DATABASE {name} WITH (FORCE)");
            return;
        }
        keeper.StandardInput.Close();
        await keeper.WaitForExitAsync();
        keeper.Dispose();
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>
    /// A shell keeps the cluster: it starts it, says "ready", and waits for the end of its input, which comes when the tests
    /// close it or die in whatever way. Then it stops the cluster and deletes the folder.
    /// </summary>
    private static Process Start(string programs, int port)
    {
        var script = $"""
            set -e
            folder=$(mktemp -d /tmp/autogestion-postgres.XXXXXX)
            trap 'rm -rf "$folder"' EXIT
            "{programs}/initdb" --pgdata "$folder/data" --username postgres --auth trust --no-locale --encoding UTF8 --no-sync >"$folder/log" 2>&1 || (cat "$folder/log" >&2; exit 1)
            "{programs}/pg_ctl" --pgdata "$folder/data" --log "$folder/log" --wait --options "-p {port} -c listen_addresses=127.0.0.1 -k $folder -c max_connections=200" start >/dev/null 2>&1 </dev/null || (cat "$folder/log" >&2; exit 1)
            echo ready
            cat >/dev/null
            "{programs}/pg_ctl" --pgdata "$folder/data" --mode immediate stop >/dev/null 2>&1
            """;
        var start = new ProcessStartInfo { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/tmp" };
        var command = Environment.UserName == "root" ? new[] { "runuser", "-u", "postgres", "--", "sh", "-c", script } : ["sh", "-c", script];
        start.FileName = command[0];
        foreach (var argument in command[1..]) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private static string? FindPrograms()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Where(folder => folder.Length > 0);
        if (Directory.Exists("/usr/lib/postgresql"))
        {
            folders = folders.Concat(Directory.GetDirectories("/usr/lib/postgresql")
                .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0)
                .Select(folder => Path.Combine(folder, "bin")));
        }
        return folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
