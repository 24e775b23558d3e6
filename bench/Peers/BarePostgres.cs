using System.Threading.Channels;
using Npgsql;

namespace Autogestion.Bench.Peers;

/// <summary>What PostgreSQL itself takes for the same rows and unique keys: one connection, one insert of arrays for everything that waits.</summary>
internal sealed class BarePostgres : IBareLog, IAsyncDisposable
{
    private const int MostInOneGroup = 512;

    private readonly Channel<(BareRow Row, TaskCompletionSource Done)> waiting = Channel.CreateUnbounded<(BareRow, TaskCompletionSource)>(new UnboundedChannelOptions { SingleReader = true });
    private readonly NpgsqlConnection connection;
    private readonly Task writing;

    private BarePostgres(NpgsqlConnection connection)
    {
        this.connection = connection;
        writing = Task.Run(WriteAsync);
    }

    public static async Task<BarePostgres> OpenAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand(
            """CREATE TABLE entry (book text COLLATE "C" NOT NULL, position bigint NOT NULL, act uuid NOT NULL, part integer NOT NULL, hash bytea NOT NULL, bytes bytea NOT NULL, PRIMARY KEY (book, position), UNIQUE (book, act, part))""",
            connection);
        await create.ExecuteNonQueryAsync();
        return new(connection);
    }

    public Task AppendAsync(BareRow row)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.Writer.TryWrite((row, done));
        return done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.Complete();
        await writing;
        await connection.DisposeAsync();
    }

    private async Task WriteAsync()
    {
        var group = new List<(BareRow Row, TaskCompletionSource Done)>();
        await using var insert = new NpgsqlCommand("INSERT INTO entry (book, position, act, part, hash, bytes) SELECT b, p, a, 1, h, y FROM unnest($1, $2, $3, $4, $5) AS new (b, p, a, h, y)", connection);
        NpgsqlParameter<string[]> book = new();
        NpgsqlParameter<long[]> position = new();
        NpgsqlParameter<Guid[]> act = new();
        NpgsqlParameter<byte[][]> hash = new(), bytes = new();
        foreach (var parameter in new NpgsqlParameter[] { book, position, act, hash, bytes }) insert.Parameters.Add(parameter);
        while (await waiting.Reader.WaitToReadAsync())
        {
            while (group.Count < MostInOneGroup && waiting.Reader.TryRead(out var next)) group.Add(next);
            book.TypedValue = [.. group.Select(one => one.Row.Book)];
            position.TypedValue = [.. group.Select(one => one.Row.Position)];
            act.TypedValue = [.. group.Select(one => one.Row.Act)];
            hash.TypedValue = [.. group.Select(one => one.Row.Hash)];
            bytes.TypedValue = [.. group.Select(one => one.Row.Bytes)];
            if (!insert.IsPrepared) await insert.PrepareAsync();
            await insert.ExecuteNonQueryAsync();
            foreach (var (_, done) in group) done.SetResult();
            group.Clear();
        }
    }
}
