using Microsoft.Data.Sqlite;

namespace Autogestion.Book.Sqlite;

/// <summary>
/// Boxes in a file of their own beside that of the books, so that no log shows what happened in one between two things in the
/// other, and no backup of the books takes it along. What is overwritten is overwritten with zeros (<c>secure_delete</c>), and
/// the journal of a change is emptied with it: there is no log of earlier states (<c>journal_mode</c> is not WAL here).
/// </summary>
internal sealed class SqliteBallotBox(string file, SqliteBookStoreOptions options) : IBallotBox
{
    private const string Tables =
        """
        CREATE TABLE IF NOT EXISTS ballot_box (
          book TEXT NOT NULL, vote TEXT NOT NULL, key BLOB NOT NULL, sealed INTEGER NOT NULL DEFAULT 0, slips BLOB NOT NULL,
          PRIMARY KEY (book, vote)
        ) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS ballot_papers (
          book TEXT NOT NULL, vote TEXT NOT NULL, act BLOB NOT NULL, figures BLOB NOT NULL,
          PRIMARY KEY (book, vote, act)
        ) WITHOUT ROWID;
        """;

    private readonly Lock writing = new();
    private bool prepared;

    /// <summary>The file of boxes beside a file of books.</summary>
    public static string FileBeside(string books) => books + "-boxes";

    public Task OpenAsync(BoxId box, ReadOnlyMemory<byte> key, CancellationToken cancellation = default) => WriteAsync(connection =>
        Execute(connection, "INSERT OR IGNORE INTO ballot_box (book, vote, key, slips) VALUES ($book, $vote, $key, zeroblob(0))", box, ("$key", key.ToArray())), cancellation);

    public Task<byte[]?> KeyAsync(BoxId box, CancellationToken cancellation = default) =>
        WriteAsync(connection => Read(connection, "SELECT key FROM ballot_box WHERE book = $book AND vote = $vote", box, row => (byte[])row[0]).SingleOrDefault(), cancellation);

    public Task DestroyKeyAsync(BoxId box, CancellationToken cancellation = default) =>
        WriteAsync(connection => Execute(connection, "UPDATE ballot_box SET key = zeroblob(0) WHERE book = $book AND vote = $vote", box), cancellation);

    public Task<IReadOnlyList<CastResult>> CastAsync(BoxId box, IReadOnlyList<Slip> slips, CancellationToken cancellation = default) => WriteAsync(connection =>
    {
        var blocks = Read(connection, "SELECT slips FROM ballot_box WHERE book = $book AND vote = $vote AND sealed = 0", box, row => (byte[])row[0]);
        if (blocks is not [var block]) return [.. slips.Select(_ => CastResult.NoBox)];
        var (next, results) = SlipBlock.With(block, slips);
        Execute(connection, "UPDATE ballot_box SET slips = $slips WHERE book = $book AND vote = $vote", box, ("$slips", next));
        return results;
    }, cancellation);

    public Task PutPapersAsync(BoxId box, Guid act, ReadOnlyMemory<byte> figures, CancellationToken cancellation = default) => WriteAsync(connection =>
        Execute(connection, "INSERT OR IGNORE INTO ballot_papers (book, vote, act, figures) VALUES ($book, $vote, $act, $figures)", box, ("$act", act.ToByteArray()), ("$figures", figures.ToArray())), cancellation);

    public Task<BoxContents?> SealAsync(BoxId box, CancellationToken cancellation = default) => WriteAsync(connection =>
    {
        Execute(connection, "UPDATE ballot_box SET sealed = 1, key = zeroblob(0) WHERE book = $book AND vote = $vote", box);
        var blocks = Read(connection, "SELECT slips FROM ballot_box WHERE book = $book AND vote = $vote", box, row => (byte[])row[0]);
        var papers = Read(connection, "SELECT act, figures FROM ballot_papers WHERE book = $book AND vote = $vote", box, row => (Act: new Guid((byte[])row[0]), Figures: (byte[])row[1]));
        return blocks is [var block] ? new BoxContents(SlipBlock.Read(block), papers.ToDictionary(one => one.Act, one => one.Figures)) : null;
    }, cancellation);

    public Task RemoveAsync(BoxId box, CancellationToken cancellation = default) => WriteAsync(connection =>
        Execute(connection, "DELETE FROM ballot_papers WHERE book = $book AND vote = $vote; DELETE FROM ballot_box WHERE book = $book AND vote = $vote", box), cancellation);

    // One at a time: a box is small, and whoever waits for one waits for the disk.
    private Task<T> WriteAsync<T>(Func<SqliteConnection, T> change, CancellationToken cancellation) => Task.Run(() => SqliteTrouble.Guard(() =>
    {
        if (options.ReadOnly) throw new BookStoreUnavailableException(StoreTrouble.ReadOnly, "the file was opened for reading only");
        lock (writing)
        {
            using var connection = Connect();
            using var transaction = connection.BeginTransaction(deferred: false);
            var result = change(connection);
            transaction.Commit();
            return result;
        }
    }), cancellation);

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = FileBeside(file),
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
            DefaultTimeout = (int)Math.Ceiling(options.Patience.TotalSeconds),
        }.ToString());
        try
        {
            connection.Open();
            var durability = options.Durability == Durability.Full ? "FULL" : "OFF";
            Run(connection, $"PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = {durability}; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY");
            if (!prepared) Run(connection, Tables);
            prepared = true;
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static int Execute(SqliteConnection connection, string sql, BoxId box, params (string Name, object Value)[] values)
    {
        using var command = Command(connection, sql, box, values);
        return command.ExecuteNonQuery();
    }

    private static List<T> Read<T>(SqliteConnection connection, string sql, BoxId box, Func<SqliteDataReader, T> map)
    {
        using var command = Command(connection, sql, box);
        using var row = command.ExecuteReader();
        var rows = new List<T>();
        while (row.Read()) rows.Add(map(row));
        return rows;
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, BoxId box, params (string Name, object Value)[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$book", box.Book.Value);
        command.Parameters.AddWithValue("$vote", box.Vote);
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        return command;
    }
}
