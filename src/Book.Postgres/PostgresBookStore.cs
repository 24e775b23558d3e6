using System.Runtime.CompilerServices;
using Npgsql;

namespace Autogestion.Book.Postgres;

/// <summary>
/// Books in a PostgreSQL database, shared by any number of processes. What they may do at the same time is decided by row locks
/// and unique keys alone: there are no leases, no leader and no clocks.
/// </summary>
public sealed class PostgresBookStore : IBookStore
{
    private readonly NpgsqlDataSource source;
    private readonly PostgresBookStoreOptions options;
    private readonly ChangeFeed feed = new();
    private readonly CancellationTokenSource closing = new();
    private readonly PostgresMessenger messenger;
    private readonly PostgresWriter writer;
    private readonly Task messages;

    private PostgresBookStore(NpgsqlDataSource source, string connectionString, PostgresBookStoreOptions options)
    {
        this.source = source;
        Boxes = new PostgresBallotBox(source);
        this.options = options;
        messenger = new PostgresMessenger(source, connectionString, feed, options, HeadsAsync);
        writer = new PostgresWriter(source, options.GroupSize, messenger.Tell);
        messages = messenger.RunAsync(closing.Token);
    }

    public IBallotBox Boxes { get; }

    /// <summary>Opens the database; makes its tables, or brings older ones up to date.</summary>
    /// <exception cref="BookStoreUnavailableException">The server cannot be reached, or a later program wrote there.</exception>
    public static async Task<PostgresBookStore> OpenAsync(string connectionString, PostgresBookStoreOptions? options = null, CancellationToken cancellation = default)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 32, NoResetOnClose = true };
        var source = new NpgsqlDataSourceBuilder(settings.ConnectionString).UsePhysicalConnectionInitializer(PrepareSession, PrepareSessionAsync).Build();
        try
        {
            await PostgresTrouble.GuardAsync(async () =>
            {
                await PostgresSchema.MigrateAsync(source, cancellation);
                return true;
            });
        }
        catch
        {
            await source.DisposeAsync();
            throw;
        }
        return new PostgresBookStore(source, settings.ConnectionString, options ?? new PostgresBookStoreOptions());
    }

    public async Task<AppendResult> AppendAsync(BookId book, long expected, IReadOnlyList<SealedEntry> entries, CancellationToken cancellation = default)
    {
        AppendCheck.Demand(book, expected, entries);
        var work = new AppendWork(book, expected, entries, cancellation);
        await writer.DoAsync(work);
        return work.Result!;
    }

    public Task KeepCheckpointAsync(BookId book, string signedNote, long size, CancellationToken cancellation = default)
    {
        AppendCheck.DemandNote(signedNote, size);
        return writer.DoAsync(new CheckpointWork(new KeptCheckpoint(book, size, signedNote), cancellation));
    }

    public async IAsyncEnumerable<SealedEntry> ReadAsync(
        BookId book, long after, long upTo = long.MaxValue, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var last = Math.Min(upTo, await HeadAsync(book, cancellation));
        Task<List<SealedEntry>> Page(long from, long to, CancellationToken ct) => PostgresTrouble.GuardAsync(() => ReadPageAsync(book, from, to, ct));
        await foreach (var entry in Pages.ReadAsync(Math.Max(after, 0), last, Page, cancellation)) yield return entry;
    }

    public Task<IReadOnlyList<SealedEntry>> FindActAsync(BookId book, Guid act, CancellationToken cancellation = default) =>
        QueryAsync(
            "SELECT position, act, part, hash, bytes FROM book_entry WHERE book = $1 AND act = $2 ORDER BY part",
            row => Entry(book, row),
            cancellation,
            book.Value, act);

    public async Task<long> HeadAsync(BookId book, CancellationToken cancellation = default) =>
        (await QueryAsync("SELECT size FROM book_head WHERE book = $1", row => row.GetInt64(0), cancellation, book.Value)).SingleOrDefault();

    public Task<IReadOnlyList<BookHead>> HeadsAsync(CancellationToken cancellation = default) =>
        QueryAsync(
            "SELECT book, size FROM book_head WHERE size > 0 ORDER BY book",
            row => new BookHead(new BookId(row.GetString(0)), row.GetInt64(1)),
            cancellation);

    public async Task<Frontier> FrontierAsync(BookId book, CancellationToken cancellation = default) =>
        (await QueryAsync(
            "SELECT size, frontier FROM book_head WHERE book = $1",
            row => Frontier.From(row.GetInt64(0), row.GetFieldValue<byte[]>(1)),
            cancellation,
            book.Value)).SingleOrDefault() ?? new Frontier();

    public IAsyncEnumerable<BookId> ChangesAsync(CancellationToken cancellation = default) => feed.FollowAsync(HeadsAsync, cancellation);

    public Task<IReadOnlyList<Hash>> HashesAsync(BookId book, int level, long firstIndex, int count, CancellationToken cancellation = default) =>
        level == 0
            ? QueryAsync(
                "SELECT hash FROM book_entry WHERE book = $1 AND position > $2 AND position <= $3 ORDER BY position",
                row => Hash.From(row.GetFieldValue<byte[]>(0)),
                cancellation,
                book.Value, firstIndex, firstIndex + count)
            : QueryAsync(
                "SELECT hash FROM book_tile WHERE book = $1 AND level = $2 AND number >= $3 AND number < $4 ORDER BY number",
                row => Hash.From(row.GetFieldValue<byte[]>(0)),
                cancellation,
                book.Value, level, firstIndex, firstIndex + count);

    public Task<IReadOnlyList<KeptCheckpoint>> CheckpointsAsync(BookId book, CancellationToken cancellation = default) =>
        QueryAsync(
            "SELECT size, note FROM book_checkpoint WHERE book = $1 ORDER BY size, note",
            row => new KeptCheckpoint(book, row.GetInt64(0), row.GetString(1)),
            cancellation,
            book.Value);

    /// <inheritdoc/>
    /// <remarks>The copy appears under its name only when it is whole.</remarks>
    /// <exception cref="InvalidOperationException">The store was opened without <see cref="PostgresBookStoreOptions.Portable"/>.</exception>
    public async Task BackupAsync(string path, CancellationToken cancellation = default)
    {
        var open = options.Portable ?? throw new InvalidOperationException("This store was opened without a portable form for backups.");
        if (File.Exists(path)) throw new IOException($"{path} exists already.");
        var partial = path + ".partial";
        File.Delete(partial);
        await using (var copy = await open(partial, cancellation)) await BookCopy.CopyAllAsync(this, copy, cancellation);
        File.Move(partial, path);
    }

    public async ValueTask DisposeAsync()
    {
        if (closing.IsCancellationRequested) return;
        await writer.DisposeAsync();
        await closing.CancelAsync();
        feed.Close();
        await messages;
        await source.DisposeAsync();
        closing.Dispose();
    }

    private async Task<List<SealedEntry>> ReadPageAsync(BookId book, long after, long last, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(
            "SELECT position, act, part, hash, bytes FROM book_entry WHERE book = $1 AND position > $2 AND position <= $3 ORDER BY position");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = book.Value });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = after });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = last });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var page = new List<SealedEntry>();
        for (var bytes = 0; bytes < Pages.Bytes && await row.ReadAsync(cancellation); bytes += page[^1].Bytes.Length) page.Add(Entry(book, row));
        return page;
    }

    private static SealedEntry Entry(BookId book, NpgsqlDataReader row) =>
        new(book, row.GetInt64(0), row.GetGuid(1), row.GetInt32(2), row.GetFieldValue<byte[]>(4), Hash.From(row.GetFieldValue<byte[]>(3)));

    private Task<IReadOnlyList<T>> QueryAsync<T>(string sql, Func<NpgsqlDataReader, T> map, CancellationToken cancellation, params object[] parameters)
    {
        ObjectDisposedException.ThrowIf(closing.IsCancellationRequested, this);
        return PostgresTrouble.GuardAsync<IReadOnlyList<T>>(async () =>
        {
            await using var command = source.CreateCommand(sql);
            foreach (var value in parameters) command.Parameters.AddWithValue(value);
            await using var row = await command.ExecuteReaderAsync(cancellation);
            var rows = new List<T>();
            while (await row.ReadAsync(cancellation)) rows.Add(map(row));
            return rows;
        });
    }

    /// <summary>
    /// "Durable when it returns" must not be undone by a server that was set to answer before it has written. And a process that
    /// hangs between lock and commit must not hold a book for ever: the server ends its transaction, and its late commit fails.
    /// </summary>
    private const string Session =
        """
        SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off';
        SET idle_in_transaction_session_timeout = '5s'
        """;

    private static void PrepareSession(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(Session, connection);
        command.ExecuteNonQuery();
    }

    private static async Task PrepareSessionAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(Session, connection);
        await command.ExecuteNonQueryAsync();
    }
}
