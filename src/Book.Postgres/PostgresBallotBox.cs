using Npgsql;

namespace Autogestion.Book.Postgres;

/// <summary>
/// Boxes in two tables of the same database. A box is one row that is written whole, so that neither the number nor the place
/// of a row says when a slip came. Dead versions of it and the server's own log keep earlier states until they are cleaned up,
/// which whoever runs the server should know (see the manual on secret votes).
/// </summary>
internal sealed class PostgresBallotBox(NpgsqlDataSource source) : IBallotBox
{
    public Task OpenAsync(BoxId box, ReadOnlyMemory<byte> key, CancellationToken cancellation = default) =>
        ExecuteAsync("INSERT INTO ballot_box (book, vote, key, slips) VALUES ($1, $2, $3, '') ON CONFLICT DO NOTHING", cancellation, box.Book.Value, box.Vote, key.ToArray());

    public async Task<byte[]?> KeyAsync(BoxId box, CancellationToken cancellation = default) =>
        (await QueryAsync("SELECT key FROM ballot_box WHERE book = $1 AND vote = $2", row => row.GetFieldValue<byte[]>(0), cancellation, box.Book.Value, box.Vote)).SingleOrDefault();

    public Task DestroyKeyAsync(BoxId box, CancellationToken cancellation = default) =>
        ExecuteAsync("UPDATE ballot_box SET key = '' WHERE book = $1 AND vote = $2", cancellation, box.Book.Value, box.Vote);

    public Task<IReadOnlyList<CastResult>> CastAsync(BoxId box, IReadOnlyList<Slip> slips, CancellationToken cancellation = default) =>
        PostgresTrouble.GuardAsync<IReadOnlyList<CastResult>>(async () =>
        {
            await using var connection = await source.OpenConnectionAsync(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await using var read = new NpgsqlCommand("SELECT slips FROM ballot_box WHERE book = $1 AND vote = $2 AND NOT sealed FOR UPDATE", connection);
            Bind(read.Parameters, box.Book.Value, box.Vote);
            if (await read.ExecuteScalarAsync(cancellation) is not byte[] block) return [.. slips.Select(_ => CastResult.NoBox)];
            var (next, results) = SlipBlock.With(block, slips);
            await using var write = new NpgsqlCommand("UPDATE ballot_box SET slips = $3 WHERE book = $1 AND vote = $2", connection);
            Bind(write.Parameters, box.Book.Value, box.Vote, next);
            await write.ExecuteNonQueryAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return results;
        });

    public Task PutPapersAsync(BoxId box, Guid act, ReadOnlyMemory<byte> figures, CancellationToken cancellation = default) => ExecuteAsync(
        "INSERT INTO ballot_papers (book, vote, act, figures) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING", cancellation, box.Book.Value, box.Vote, act, figures.ToArray());

    public async Task<BoxContents?> SealAsync(BoxId box, CancellationToken cancellation = default)
    {
        var blocks = await QueryAsync(
            "UPDATE ballot_box SET sealed = true, key = '' WHERE book = $1 AND vote = $2 RETURNING slips", row => row.GetFieldValue<byte[]>(0), cancellation, box.Book.Value, box.Vote);
        var papers = await QueryAsync(
            "SELECT act, figures FROM ballot_papers WHERE book = $1 AND vote = $2", row => (Act: row.GetGuid(0), Figures: row.GetFieldValue<byte[]>(1)), cancellation, box.Book.Value, box.Vote);
        return blocks is [var block] ? new BoxContents(SlipBlock.Read(block), papers.ToDictionary(one => one.Act, one => one.Figures)) : null;
    }

    public async Task RemoveAsync(BoxId box, CancellationToken cancellation = default)
    {
        await ExecuteAsync("DELETE FROM ballot_papers WHERE book = $1 AND vote = $2", cancellation, box.Book.Value, box.Vote);
        await ExecuteAsync("DELETE FROM ballot_box WHERE book = $1 AND vote = $2", cancellation, box.Book.Value, box.Vote);
    }

    private Task ExecuteAsync(string sql, CancellationToken cancellation, params object[] values) => PostgresTrouble.GuardAsync(async () =>
    {
        await using var command = source.CreateCommand(sql);
        Bind(command.Parameters, values);
        return await command.ExecuteNonQueryAsync(cancellation);
    });

    private Task<List<T>> QueryAsync<T>(string sql, Func<NpgsqlDataReader, T> map, CancellationToken cancellation, params object[] values) => PostgresTrouble.GuardAsync(async () =>
    {
        await using var command = source.CreateCommand(sql);
        Bind(command.Parameters, values);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<T>();
        while (await row.ReadAsync(cancellation)) rows.Add(map(row));
        return rows;
    });

    private static void Bind(NpgsqlParameterCollection parameters, params object[] values)
    {
        foreach (var value in values) parameters.AddWithValue(value);
    }
}
