using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Autogestion.Book.Sqlite;

/// <summary>
/// One thread that writes everything that waits, for all books, in one durable transaction after another (group commit).
/// Whoever waits is answered after the commit.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly BlockingCollection<SqliteWork> waiting = [];
    private readonly SqliteEntering entering;
    private readonly ChangeFeed feed;
    private readonly int groupSize;
    private readonly Thread thread;

    public SqliteWriter(SqliteConnection connection, ChangeFeed feed, int groupSize)
    {
        entering = new SqliteEntering(connection);
        this.feed = feed;
        this.groupSize = groupSize;
        thread = new Thread(Run) { IsBackground = true, Name = "book writer" };
        thread.Start();
    }

    public async Task<T> DoAsync<T>(SqliteWork<T> work)
    {
        try
        {
            waiting.Add(work);
        }
        catch (InvalidOperationException)
        {
            throw new ObjectDisposedException(nameof(SqliteBookStore));
        }
        return await work.Answered;
    }

    /// <summary>Finishes what waits, then stops.</summary>
    public void Dispose()
    {
        waiting.CompleteAdding();
        thread.Join();
        entering.Dispose();
        waiting.Dispose();
    }

    private void Run()
    {
        var group = new List<SqliteWork>();
        while (Take(group)) Commit(group);
    }

    private bool Take(List<SqliteWork> group)
    {
        group.Clear();
        if (!waiting.TryTake(out var work, Timeout.Infinite)) return false;
        var weight = 0;
        do
        {
            if (work.IsGivenUp)
            {
                work.GiveUp();
                continue;
            }
            group.Add(work);
            weight += work.Weight;
        }
        while (weight < groupSize && waiting.TryTake(out work));
        return true;
    }

    private void Commit(List<SqliteWork> group)
    {
        if (group.Count == 0) return;
        try
        {
            entering.Begin();
            foreach (var work in group) work.Run(entering);
            entering.Commit();
        }
        catch (Exception e)
        {
            Abandon(group, e);
            return;
        }
        foreach (var work in group) work.Answer();
        foreach (var book in group.OfType<AppendWork>().Where(work => work.Grew).Select(work => work.Book).Distinct()) feed.Publish(book);
    }

    /// <summary>All or nothing for the whole group: each caller is told, and may ask again.</summary>
    private void Abandon(List<SqliteWork> group, Exception cause)
    {
        try
        {
            entering.RollBack();
        }
        catch (SqliteException)
        {
            // The transaction is gone already; the first cause says more than this.
        }
        var trouble = SqliteTrouble.Of(cause) ?? cause;
        foreach (var work in group) work.Fail(trouble);
    }
}
