using Npgsql;

namespace Autogestion.Book.Postgres;

/// <summary>
/// One transaction for everything that waits. It locks the head rows of all books concerned (in the order of their names, so that
/// two processes cannot wait for each other), asks which acts are known, decides each append in memory, and writes all at once.
/// While the rows are locked nobody else can append to these books, so the unique keys cannot be met by chance.
/// </summary>
internal sealed class PostgresGroup(NpgsqlConnection connection, IReadOnlyList<PostgresWork> works)
{
    private readonly AppendWork[] appends = [.. works.OfType<AppendWork>()];
    private readonly Dictionary<BookId, Frontier> heads = [];
    private readonly HashSet<(BookId, Guid)> known = [];
    private readonly List<SealedEntry> entries = [];
    private readonly List<(BookId Book, Tile Tile)> tiles = [];

    /// <summary>Books that grew.</summary>
    public HashSet<BookId> Grown { get; } = [];

    public async Task CommitAsync()
    {
        await using var transaction = await connection.BeginTransactionAsync();
        if (appends.Length > 0) await LockAsync();
        foreach (var append in appends) append.Result = Decide(append);
        await WriteAsync();
        await transaction.CommitAsync();
    }

    private AppendResult Decide(AppendWork append)
    {
        foreach (var act in AppendCheck.Acts(append.Entries))
            if (known.Contains((append.Book, act))) return new AppendResult.AlreadyEntered(act);
        var head = heads[append.Book];
        if (head.Size != append.Expected) return new AppendResult.Conflict(head.Size);
        var completed = new List<Tile>();
        foreach (var entry in append.Entries)
        {
            entries.Add(entry);
            known.Add((entry.Book, entry.Act));
            head.Add(entry.Hash, completed);
        }
        tiles.AddRange(completed.Select(tile => (append.Book, tile)));
        Grown.Add(append.Book);
        return new AppendResult.Appended(head.Size);
    }

    private async Task LockAsync()
    {
        var books = appends.Select(append => append.Book.Value).Distinct().Order(StringComparer.Ordinal).ToArray();
        await ReadHeadsAsync(books);
        if (heads.Count == books.Length) return;
        await using (var create = new NpgsqlCommand(
            "INSERT INTO book_head (book, size, frontier) SELECT book, 0, '' FROM unnest($1) AS new (book) ORDER BY book ON CONFLICT DO NOTHING", connection))
        {
            create.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. books.Where(book => !heads.ContainsKey(new BookId(book)))] });
            await create.ExecuteNonQueryAsync();
        }
        await ReadHeadsAsync(books);
    }

    private async Task ReadHeadsAsync(string[] books)
    {
        var acts = appends.SelectMany(append => AppendCheck.Acts(append.Entries).Select(act => (append.Book, Act: act))).ToArray();
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand("SELECT book, size, frontier FROM book_head WHERE book = ANY ($1) ORDER BY book FOR UPDATE")
                {
                    Parameters = { new NpgsqlParameter<string[]> { TypedValue = books } },
                },
                new NpgsqlBatchCommand(
                    """
                    SELECT wanted.book, wanted.act FROM unnest($1, $2) AS wanted (book, act)
                    CROSS JOIN LATERAL (SELECT 1 FROM book_entry WHERE book_entry.book = wanted.book AND book_entry.act = wanted.act LIMIT 1) AS found
                    """)
                {
                    Parameters =
                    {
                        new NpgsqlParameter<string[]> { TypedValue = [.. acts.Select(a => a.Book.Value)] },
                        new NpgsqlParameter<Guid[]> { TypedValue = [.. acts.Select(a => a.Act)] },
                    },
                },
            },
        };
        await using var row = await batch.ExecuteReaderAsync();
        while (await row.ReadAsync()) heads[new BookId(row.GetString(0))] = Frontier.From(row.GetInt64(1), row.GetFieldValue<byte[]>(2));
        await row.NextResultAsync();
        while (await row.ReadAsync()) known.Add((new BookId(row.GetString(0)), row.GetGuid(1)));
    }

    private async Task WriteAsync()
    {
        await using var batch = new NpgsqlBatch(connection);
        if (entries.Count > 0) batch.BatchCommands.Add(InsertEntries());
        if (tiles.Count > 0) batch.BatchCommands.Add(InsertTiles());
        if (Grown.Count > 0) batch.BatchCommands.Add(UpdateHeads());
        foreach (var work in works.OfType<CheckpointWork>()) batch.BatchCommands.Add(Keep(work.Checkpoint));
        if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync();
    }

    private NpgsqlBatchCommand InsertEntries() =>
        new("INSERT INTO book_entry (book, position, act, part, hash, bytes) SELECT * FROM unnest($1, $2, $3, $4, $5, $6)")
        {
            Parameters =
            {
                Column(entries, entry => entry.Book.Value),
                Column(entries, entry => entry.Position),
                Column(entries, entry => entry.Act),
                Column(entries, entry => entry.Part),
                Column(entries, entry => entry.Hash.ToArray()),
                Column(entries, entry => entry.Bytes.ToArray()),
            },
        };

    private NpgsqlBatchCommand InsertTiles() =>
        new("INSERT INTO book_tile (book, level, number, hash) SELECT * FROM unnest($1, $2, $3, $4)")
        {
            Parameters =
            {
                Column(tiles, tile => tile.Book.Value),
                Column(tiles, tile => tile.Tile.Level),
                Column(tiles, tile => tile.Tile.Index),
                Column(tiles, tile => tile.Tile.Hash.ToArray()),
            },
        };

    private NpgsqlBatchCommand UpdateHeads()
    {
        var grown = Grown.ToList();
        return new("UPDATE book_head SET size = new.size, frontier = new.frontier FROM unnest($1, $2, $3) AS new (book, size, frontier) WHERE book_head.book = new.book")
        {
            Parameters =
            {
                Column(grown, book => book.Value),
                Column(grown, book => heads[book].Size),
                Column(grown, book => heads[book].ToArray()),
            },
        };
    }

    private static NpgsqlBatchCommand Keep(KeptCheckpoint checkpoint) =>
        new("INSERT INTO book_checkpoint (book, size, note) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING")
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = checkpoint.Book.Value },
                new NpgsqlParameter<long> { TypedValue = checkpoint.Size },
                new NpgsqlParameter<string> { TypedValue = checkpoint.Note },
            },
        };

    private static NpgsqlParameter<TValue[]> Column<TRow, TValue>(IReadOnlyList<TRow> rows, Func<TRow, TValue> value)
    {
        var values = new TValue[rows.Count];
        for (var i = 0; i < values.Length; i++) values[i] = value(rows[i]);
        return new NpgsqlParameter<TValue[]> { TypedValue = values };
    }
}
