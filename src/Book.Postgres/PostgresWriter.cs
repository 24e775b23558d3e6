using System.Threading.Channels;
using Npgsql;

namespace Autogestion.Book.Postgres;

/// <summary>One task that writes everything that waits, for all books of this process, in one durable transaction after another.</summary>
internal sealed class PostgresWriter : IAsyncDisposable
{
    private const int Tries = 5;

    private readonly Channel<PostgresWork> waiting = Channel.CreateUnbounded<PostgresWork>(new UnboundedChannelOptions { SingleReader = true });
    private readonly NpgsqlDataSource source;
    private readonly Action<BookId> grown;
    private readonly int groupSize;
    private readonly Task running;

    public PostgresWriter(NpgsqlDataSource source, int groupSize, Action<BookId> grown)
    {
        this.source = source;
        this.groupSize = groupSize;
        this.grown = grown;
        running = Task.Run(RunAsync);
    }

    public Task DoAsync(PostgresWork work)
    {
        ObjectDisposedException.ThrowIf(!waiting.Writer.TryWrite(work), typeof(PostgresBookStore));
        return work.Answered;
    }

    /// <summary>Finishes what waits, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await running;
    }

    private async Task RunAsync()
    {
        while (await waiting.Reader.WaitToReadAsync())
        {
            var group = Take();
            if (group.Count == 0) continue;
            try
            {
                var books = await CommitAsync(group);
                foreach (var work in group) work.Answer();
                foreach (var book in books) grown(book);
            }
            catch (Exception e)
            {
                var trouble = PostgresTrouble.Of(e) ?? e;
                foreach (var work in group) work.Fail(trouble);
            }
        }
    }

    private List<PostgresWork> Take()
    {
        var group = new List<PostgresWork>();
        for (var weight = 0; weight < groupSize && waiting.Reader.TryRead(out var work);)
        {
            if (work.IsGivenUp)
            {
                work.GiveUp();
                continue;
            }
            group.Add(work);
            weight += work.Weight;
        }
        return group;
    }

    private async Task<IEnumerable<BookId>> CommitAsync(List<PostgresWork> works)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync();
                var group = new PostgresGroup(connection, works);
                await group.CommitAsync();
                return group.Grown;
            }
            catch (PostgresException e) when (attempt < Tries && PostgresTrouble.IsWorthAnotherTry(e))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5 * attempt));
            }
        }
    }
}
