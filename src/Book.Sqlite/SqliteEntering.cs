using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace Autogestion.Book.Sqlite;

/// <summary>
/// The statements of the one writing connection, and what it remembers of the books' heads. Between <see cref="Begin"/> and
/// <see cref="Commit"/> nobody else can write, so the remembered heads hold; they are forgotten when another process wrote
/// or a transaction failed.
/// </summary>
internal sealed class SqliteEntering : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand begin, commit, rollback, dataVersion, readHead, findAct, insertEntry, insertTile, writeHead, keep;
    private readonly Dictionary<BookId, Frontier> heads = [];
    private readonly HashSet<BookId> changed = [];
    private readonly List<Tile> tiles = [];
    private long seenVersion = -1;

    public SqliteEntering(SqliteConnection connection)
    {
        this.connection = connection;
        begin = Command("BEGIN IMMEDIATE");
        commit = Command("COMMIT");
        rollback = Command("ROLLBACK");
        dataVersion = Command("PRAGMA data_version");
        readHead = Command("SELECT size, frontier FROM book_head WHERE book = $book", "$book");
        findAct = Command("SELECT 1 FROM book_entry WHERE book = $book AND act = $act LIMIT 1", "$book", "$act");
        insertEntry = Command(
            "INSERT INTO book_entry (book, position, act, part, hash, bytes) VALUES ($book, $position, $act, $part, $hash, $bytes)",
            "$book", "$position", "$act", "$part", "$hash", "$bytes");
        insertTile = Command(
            "INSERT INTO book_tile (book, level, number, hash) VALUES ($book, $level, $number, $hash)", "$book", "$level", "$number", "$hash");
        writeHead = Command(
            "INSERT INTO book_head (book, size, frontier) VALUES ($book, $size, $frontier) ON CONFLICT (book) DO UPDATE SET size = $size, frontier = $frontier",
            "$book", "$size", "$frontier");
        keep = Command("INSERT OR IGNORE INTO book_checkpoint (book, size, note) VALUES ($book, $size, $note)", "$book", "$size", "$note");
    }

    public void Begin()
    {
        begin.ExecuteNonQuery();
        var version = (long)dataVersion.ExecuteScalar()!;
        if (version == seenVersion) return;
        heads.Clear();
        seenVersion = version;
    }

    public void Commit()
    {
        foreach (var book in changed) Execute(writeHead, book.Value, heads[book].Size, heads[book].ToArray());
        changed.Clear();
        commit.ExecuteNonQuery();
    }

    /// <summary>Leaves the file as it was before <see cref="Begin"/>, and forgets everything.</summary>
    public void RollBack()
    {
        heads.Clear();
        changed.Clear();
        if (sqlite3_get_autocommit(connection.Handle) == 0) rollback.ExecuteNonQuery();
    }

    public AppendResult Append(BookId book, long expected, IReadOnlyList<SealedEntry> entries)
    {
        var head = Head(book);
        if (head.Size != expected || entries[0].Act != entries[^1].Act)
        {
            foreach (var act in AppendCheck.Acts(entries))
                if (IsEntered(book, act)) return new AppendResult.AlreadyEntered(act);
            if (head.Size != expected) return new AppendResult.Conflict(head.Size);
        }
        for (var i = 0; i < entries.Count; i++)
        {
            if (!TryInsert(entries[i], first: i == 0)) return new AppendResult.AlreadyEntered(entries[i].Act);
        }
        tiles.Clear();
        foreach (var entry in entries) head.Add(entry.Hash, tiles);
        foreach (var tile in tiles) Execute(insertTile, book.Value, tile.Level, tile.Index, tile.Hash.ToArray());
        changed.Add(book);
        return new AppendResult.Appended(head.Size);
    }

    public void Keep(KeptCheckpoint checkpoint) => Execute(keep, checkpoint.Book.Value, checkpoint.Size, checkpoint.Note);

    public void Dispose()
    {
        foreach (var command in (SqliteCommand[])[begin, commit, rollback, dataVersion, readHead, findAct, insertEntry, insertTile, writeHead, keep])
            command.Dispose();
        connection.Dispose();
    }

    /// <summary>Inserts one entry; false if the unique key says that this act is in the book already. Only the first insert of an act can meet that, when nothing of it has been written.</summary>
    private bool TryInsert(SealedEntry entry, bool first)
    {
        try
        {
            Execute(insertEntry, entry.Book.Value, entry.Position, entry.Act.ToByteArray(bigEndian: true), entry.Part, entry.Hash.ToArray(), Exact(entry.Bytes));
            return true;
        }
        catch (SqliteException e) when (first && SqliteTrouble.IsUniqueViolation(e) && IsEntered(entry.Book, entry.Act))
        {
            return false;
        }
    }

    private bool IsEntered(BookId book, Guid act)
    {
        Bind(findAct, book.Value, act.ToByteArray(bigEndian: true));
        return findAct.ExecuteScalar() is not null;
    }

    private Frontier Head(BookId book)
    {
        if (heads.TryGetValue(book, out var known)) return known;
        Bind(readHead, book.Value);
        using var row = readHead.ExecuteReader();
        return heads[book] = row.Read() ? Frontier.From(row.GetInt64(0), (byte[])row[1]) : new Frontier();
    }

    private SqliteCommand Command(string sql, params ReadOnlySpan<string> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters) command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }

    private static void Bind(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
    }

    private static void Execute(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        Bind(command, values);
        command.ExecuteNonQuery();
    }

    private static byte[] Exact(ReadOnlyMemory<byte> bytes) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out var segment) && segment.Offset == 0 && segment.Count == segment.Array!.Length
            ? segment.Array
            : bytes.ToArray();
}
