using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Autogestion.Book.Sqlite;

/// <summary>
/// Books in one SQLite file (write-ahead log). One thread writes; readers see whole transactions and never wait.
/// Several processes may have the file open; they wait for each other to write.
/// </summary>
public sealed class SqliteBookStore : IBookStore
{
    private readonly string connectionString;
    private readonly SqliteBookStoreOptions options;
    private readonly ChangeFeed feed = new();
    private readonly CancellationTokenSource closing = new();
    private readonly SqliteWriter? writer;
    private readonly Task polling;

    private SqliteBookStore(string file, string connectionString, SqliteBookStoreOptions options)
    {
        Boxes = new SqliteBallotBox(file, options);
        this.connectionString = connectionString;
        this.options = options;
        var connection = Open();
        try
        {
            if (options.ReadOnly)
            {
                SqliteSchema.Version(connection);
                connection.Dispose();
            }
            else
            {
                Prepare(connection);
                writer = new SqliteWriter(connection, feed, options.GroupSize);
            }
        }
        catch
        {
            // What was opened in bad times must not be handed out again in better ones.
            connection.Dispose();
            SqliteConnection.ClearPool(connection);
            throw;
        }
        polling = Task.Run(PollAsync);
    }

    public IBallotBox Boxes { get; }

    /// <summary>Opens the file, or makes it; brings older files up to date.</summary>
    /// <exception cref="BookStoreUnavailableException">The file cannot be opened, is damaged, or was written by a later program.</exception>
    public static Task<SqliteBookStore> OpenAsync(string file, SqliteBookStoreOptions? options = null, CancellationToken cancellation = default) =>
        Task.Run(() => SqliteTrouble.Guard(() => Open(file, options ?? new SqliteBookStoreOptions())), cancellation);

    public Task<AppendResult> AppendAsync(BookId book, long expected, IReadOnlyList<SealedEntry> entries, CancellationToken cancellation = default)
    {
        AppendCheck.Demand(book, expected, entries);
        return Writer().DoAsync(new AppendWork(book, expected, entries, cancellation));
    }

    public Task KeepCheckpointAsync(BookId book, string signedNote, long size, CancellationToken cancellation = default)
    {
        AppendCheck.DemandNote(signedNote, size);
        return Writer().DoAsync(new CheckpointWork(new KeptCheckpoint(book, size, signedNote), cancellation));
    }

    public async IAsyncEnumerable<SealedEntry> ReadAsync(
        BookId book, long after, long upTo = long.MaxValue, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var last = Math.Min(upTo, await HeadAsync(book, cancellation));
        Task<List<SealedEntry>> Page(long from, long to, CancellationToken ct) => Task.Run(() => ReadPage(book, from, to), ct);
        await foreach (var entry in Pages.ReadAsync(Math.Max(after, 0), last, Page, cancellation)) yield return entry;
    }

    public Task<IReadOnlyList<SealedEntry>> FindActAsync(BookId book, Guid act, CancellationToken cancellation = default) =>
        QueryAsync(
            "SELECT position, act, part, hash, bytes FROM book_entry WHERE book = $book AND act = $act ORDER BY part",
            row => Entry(book, row),
            cancellation,
            ("$book", book.Value), ("$act", act.ToByteArray(bigEndian: true)));

    public async Task<long> HeadAsync(BookId book, CancellationToken cancellation = default) =>
        (await QueryAsync("SELECT size FROM book_head WHERE book = $book", row => row.GetInt64(0), cancellation, ("$book", book.Value)))
        .SingleOrDefault();

    public Task<IReadOnlyList<BookHead>> HeadsAsync(CancellationToken cancellation = default) =>
        QueryAsync("SELECT book, size FROM book_head ORDER BY book", row => new BookHead(new BookId(row.GetString(0)), row.GetInt64(1)), cancellation);

    public async Task<Frontier> FrontierAsync(BookId book, CancellationToken cancellation = default) =>
        (await QueryAsync(
            "SELECT size, frontier FROM book_head WHERE book = $book",
            row => Frontier.From(row.GetInt64(0), Blob(row, 1)),
            cancellation,
            ("$book", book.Value))).SingleOrDefault() ?? new Frontier();

    public IAsyncEnumerable<BookId> ChangesAsync(CancellationToken cancellation = default) => feed.FollowAsync(HeadsAsync, cancellation);

    public Task<IReadOnlyList<Hash>> HashesAsync(BookId book, int level, long firstIndex, int count, CancellationToken cancellation = default) =>
        level == 0
            ? QueryAsync(
                "SELECT hash FROM book_entry WHERE book = $book AND position > $first AND position <= $last ORDER BY position",
                row => Leaf(Blob(row, 0)),
                cancellation,
                ("$book", book.Value), ("$first", firstIndex), ("$last", firstIndex + count))
            : QueryAsync(
                "SELECT hash FROM book_tile WHERE book = $book AND level = $level AND number >= $first AND number < $last ORDER BY number",
                row => Leaf(Blob(row, 0)),
                cancellation,
                ("$book", book.Value), ("$level", level), ("$first", firstIndex), ("$last", firstIndex + count));

    public Task<IReadOnlyList<KeptCheckpoint>> CheckpointsAsync(BookId book, CancellationToken cancellation = default) =>
        QueryAsync(
            "SELECT size, note FROM book_checkpoint WHERE book = $book ORDER BY size, note",
            row => new KeptCheckpoint(book, row.GetInt64(0), row.GetString(1)),
            cancellation,
            ("$book", book.Value));

    /// <inheritdoc/>
    /// <remarks>The whole file is copied, other tables in it too. The copy appears under its name only when it is whole and on the disk.</remarks>
    public Task BackupAsync(string path, CancellationToken cancellation = default) => Task.Run(() => SqliteTrouble.Guard(() => Backup(path)), cancellation);

    public async ValueTask DisposeAsync()
    {
        if (closing.IsCancellationRequested) return;
        await closing.CancelAsync();
        feed.Close();
        await polling;
        if (writer is not null) await Task.Run(writer.Dispose);
        using (var pooled = new SqliteConnection(connectionString)) SqliteConnection.ClearPool(pooled);
        closing.Dispose();
    }

    private static SqliteBookStore Open(string file, SqliteBookStoreOptions options)
    {
        try
        {
            return new SqliteBookStore(file, SqliteFile.ConnectionString(file, options), options);
        }
        catch (SqliteException e) when (SqliteFile.IsClosedToWriting(e, file))
        {
            return options.ReadOnly && !SqliteFile.HasLog(file)
                ? new SqliteBookStore(file, SqliteFile.UnchangingConnectionString(file), options)
                : throw new BookStoreUnavailableException(StoreTrouble.ReadOnly, "the folder takes no writing", e);
        }
    }

    private SqliteWriter Writer() => writer ?? throw new BookStoreUnavailableException(StoreTrouble.ReadOnly, "the file was opened for reading only");

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Prepare(SqliteConnection connection)
    {
        var patience = ((long)options.Patience.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        Execute(connection, $"PRAGMA busy_timeout = {patience}");
        Execute(connection, "PRAGMA journal_mode = WAL");
        Execute(connection, options.Durability == Durability.Full ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = OFF");
        Execute(connection, "PRAGMA cache_size = -32768");
        Execute(connection, "PRAGMA wal_autocheckpoint = 4096");
        SqliteSchema.Migrate(connection);
    }

    private List<SealedEntry> ReadPage(BookId book, long after, long last) => SqliteTrouble.Guard(() =>
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT position, act, part, hash, bytes FROM book_entry WHERE book = $book AND position > $after AND position <= $last ORDER BY position";
        command.Parameters.AddWithValue("$book", book.Value);
        command.Parameters.AddWithValue("$after", after);
        command.Parameters.AddWithValue("$last", last);
        using var row = command.ExecuteReader();
        var page = new List<SealedEntry>();
        for (var bytes = 0; bytes < Pages.Bytes && row.Read(); bytes += page[^1].Bytes.Length) page.Add(Entry(book, row));
        return page;
    });

    private static SealedEntry Entry(BookId book, SqliteDataReader row) =>
        new(book, row.GetInt64(0), Act(Blob(row, 1)), row.GetInt32(2), Blob(row, 4).ToArray(), Leaf(Blob(row, 3)));

    /// <summary>A column's bytes where SQLite has them, until the next row.</summary>
    private static ReadOnlySpan<byte> Blob(SqliteDataReader row, int column) => SQLitePCL.raw.sqlite3_column_blob(row.Handle, column);

    private static Guid Act(ReadOnlySpan<byte> bytes) => bytes.Length == 16 ? new Guid(bytes, bigEndian: true) : throw new FormatException("An act id has 16 bytes.");

    private static Hash Leaf(ReadOnlySpan<byte> bytes) => bytes.Length == Hash.Length ? Hash.From(bytes) : throw new FormatException("A hash has 32 bytes.");

    private Task<IReadOnlyList<T>> QueryAsync<T>(string sql, Func<SqliteDataReader, T> map, CancellationToken cancellation, params (string Name, object Value)[] parameters)
    {
        cancellation.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(closing.IsCancellationRequested, this);
        return Task.FromResult(SqliteTrouble.Guard<IReadOnlyList<T>>(() =>
        {
            using var connection = Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
            using var row = command.ExecuteReader();
            var rows = new List<T>();
            while (row.Read()) rows.Add(map(row));
            return rows;
        }));
    }

    private bool Backup(string path)
    {
        if (File.Exists(path)) throw new IOException($"{path} exists already.");
        var partial = path + ".partial";
        File.Delete(partial);
        using (var connection = Open())
        {
            using var command = connection.CreateCommand();
            command.CommandText = "VACUUM INTO $path";
            command.CommandTimeout = 0;
            command.Parameters.AddWithValue("$path", partial);
            command.ExecuteNonQuery();
        }
        using (var copy = new FileStream(partial, FileMode.Open, FileAccess.ReadWrite)) copy.Flush(flushToDisk: true);
        File.Move(partial, path);
        return true;
    }

    /// <summary>While somebody follows: looks whether another process wrote, and which books grew.</summary>
    private async Task PollAsync()
    {
        using var timer = new PeriodicTimer(options.PollInterval);
        try
        {
            while (await timer.WaitForNextTickAsync(closing.Token))
            {
                if (!feed.HasFollowers) continue;
                try
                {
                    feed.Observe(await HeadsAsync(closing.Token));
                }
                catch (BookStoreUnavailableException)
                {
                    // Whoever reads will be told; this net is thrown again at the next tick.
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // Closing.
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
