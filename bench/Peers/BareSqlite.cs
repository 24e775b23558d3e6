using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Autogestion.Bench.Peers;

/// <summary>
/// What SQLite itself takes for the same rows with the same pragmas and the same unique keys: one thread, one prepared insert,
/// one durable transaction for everything that waits. No head, no tree, no checks.
/// </summary>
internal sealed class BareSqlite : IBareLog, IDisposable
{
    private const int MostInOneGroup = 512;

    private readonly BlockingCollection<(BareRow Row, TaskCompletionSource Done)> waiting = [];
    private readonly SqliteConnection connection;
    private readonly Thread thread;

    public BareSqlite(string file)
    {
        connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        foreach (var sql in new[]
        {
            "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA cache_size = -32768", "PRAGMA wal_autocheckpoint = 4096",
            "CREATE TABLE entry (book TEXT NOT NULL, position INTEGER NOT NULL, act BLOB NOT NULL, part INTEGER NOT NULL, hash BLOB NOT NULL, bytes BLOB NOT NULL, UNIQUE (book, position), UNIQUE (book, act, part))",
        })
        {
            using var command = Command(sql);
            command.ExecuteNonQuery();
        }
        thread = new Thread(Write) { IsBackground = true };
        thread.Start();
    }

    public Task AppendAsync(BareRow row)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.Add((row, done));
        return done.Task;
    }

    public void Dispose()
    {
        waiting.CompleteAdding();
        thread.Join();
        waiting.Dispose();
        connection.Dispose();
    }

    private void Write()
    {
        using var begin = Command("BEGIN IMMEDIATE");
        using var commit = Command("COMMIT");
        using var insert = Command("INSERT INTO entry (book, position, act, part, hash, bytes) VALUES ($0, $1, $2, 1, $3, $4)");
        for (var i = 0; i <= 4; i++) insert.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        var group = new List<TaskCompletionSource>();
        while (waiting.TryTake(out var next, Timeout.Infinite))
        {
            begin.ExecuteNonQuery();
            do
            {
                var (row, done) = next;
                (insert.Parameters[0].Value, insert.Parameters[1].Value) = (row.Book, row.Position);
                (insert.Parameters[2].Value, insert.Parameters[3].Value, insert.Parameters[4].Value) = (row.Act.ToByteArray(bigEndian: true), row.Hash, row.Bytes);
                insert.ExecuteNonQuery();
                group.Add(done);
            }
            while (group.Count < MostInOneGroup && waiting.TryTake(out next));
            commit.ExecuteNonQuery();
            foreach (var done in group) done.SetResult();
            group.Clear();
        }
    }

    private SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
