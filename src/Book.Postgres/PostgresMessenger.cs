using System.Threading.Channels;
using Npgsql;

namespace Autogestion.Book.Postgres;

/// <summary>
/// Tells other processes which books grew, and hears it from them. Never inside the append's transaction (that makes commits
/// many times slower): after it, gathered for some milliseconds. What is lost here, the slow look at all heads finds.
/// </summary>
internal sealed class PostgresMessenger
{
    private const string Channel = "autogestion_book";

    /// <summary>A notification holds less than 8000 bytes; this many names of books fit.</summary>
    private const int BooksInOne = 110;

    private static readonly TimeSpan BeforeReconnecting = TimeSpan.FromSeconds(1);

    private readonly Channel<BookId> grown = System.Threading.Channels.Channel.CreateUnbounded<BookId>();
    private readonly string self = Guid.NewGuid().ToString("n");
    private readonly NpgsqlDataSource source;
    private readonly string connectionString;
    private readonly ChangeFeed feed;
    private readonly PostgresBookStoreOptions options;
    private readonly Func<CancellationToken, Task<IReadOnlyList<BookHead>>> readHeads;

    public PostgresMessenger(
        NpgsqlDataSource source, string connectionString, ChangeFeed feed, PostgresBookStoreOptions options, Func<CancellationToken, Task<IReadOnlyList<BookHead>>> readHeads)
    {
        this.source = source;
        this.connectionString = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, KeepAlive = 30 }.ConnectionString;
        this.feed = feed;
        this.options = options;
        this.readHeads = readHeads;
    }

    /// <summary>This process appended to a book.</summary>
    public void Tell(BookId book)
    {
        feed.Publish(book);
        grown.Writer.TryWrite(book);
    }

    /// <summary>Runs until cancelled.</summary>
    public Task RunAsync(CancellationToken closing) =>
        Task.WhenAll(UntilClosedAsync(SpeakAsync, closing), UntilClosedAsync(ListenAsync, closing), UntilClosedAsync(PollAsync, closing));

    private async Task SpeakAsync(CancellationToken closing)
    {
        while (await grown.Reader.WaitToReadAsync(closing))
        {
            await Task.Delay(options.NotifyInterval, closing);
            var books = new HashSet<string>();
            while (books.Count < BooksInOne && grown.Reader.TryRead(out var book)) books.Add(book.Value);
            await using var command = source.CreateCommand("SELECT pg_notify($1, $2)");
            command.Parameters.AddWithValue(Channel);
            command.Parameters.AddWithValue($"{self} {string.Join(' ', books)}");
            await command.ExecuteNonQueryAsync(closing);
        }
    }

    private async Task ListenAsync(CancellationToken closing)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(closing);
        connection.Notification += (_, notification) => Hear(notification.Payload);
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection)) await listen.ExecuteNonQueryAsync(closing);
        feed.Observe(await readHeads(closing));
        while (true) await connection.WaitAsync(closing);
    }

    private async Task PollAsync(CancellationToken closing)
    {
        using var timer = new PeriodicTimer(options.PollInterval);
        while (await timer.WaitForNextTickAsync(closing))
        {
            if (feed.HasFollowers) feed.Observe(await readHeads(closing));
        }
    }

    private void Hear(string payload)
    {
        var words = payload.Split(' ');
        if (words[0] == self) return;
        foreach (var word in words.Skip(1).Where(BookId.IsValid)) feed.Publish(new BookId(word));
    }

    /// <summary>Operating trouble here delays news, nothing else: begin again after a while.</summary>
    private static async Task UntilClosedAsync(Func<CancellationToken, Task> work, CancellationToken closing)
    {
        while (!closing.IsCancellationRequested)
        {
            try
            {
                await work(closing);
            }
            catch (Exception) when (closing.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is BookStoreUnavailableException || PostgresTrouble.Of(e) is not null)
            {
                await Task.Delay(BeforeReconnecting, closing).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
        }
    }
}
