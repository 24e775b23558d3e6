using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Autogestion.Book;

/// <summary>Tells followers which books may have grown. A book that a follower has not yet taken up is not told twice.</summary>
internal sealed class ChangeFeed
{
    private readonly Lock gate = new();
    private readonly HashSet<Follower> followers = [];
    private readonly Dictionary<BookId, long> seen = [];
    private bool closed;

    public bool HasFollowers
    {
        get
        {
            lock (gate) return followers.Count > 0;
        }
    }

    public void Publish(BookId book)
    {
        lock (gate)
        {
            foreach (var follower in followers) follower.Tell(book);
        }
    }

    /// <summary>The safety net: publishes the books whose head is not the one seen last time.</summary>
    public void Observe(IReadOnlyList<BookHead> heads)
    {
        foreach (var head in heads)
        {
            lock (gate)
            {
                if (seen.TryGetValue(head.Book, out var size) && size == head.Size) continue;
                seen[head.Book] = head.Size;
            }
            Publish(head.Book);
        }
    }

    /// <summary>Follows from now on, beginning with every book there is.</summary>
    public async IAsyncEnumerable<BookId> FollowAsync(
        Func<CancellationToken, Task<IReadOnlyList<BookHead>>> readHeads, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var follower = new Follower();
        lock (gate)
        {
            if (closed) yield break;
            followers.Add(follower);
        }
        try
        {
            foreach (var head in await readHeads(cancellation)) follower.Tell(head.Book);
            await foreach (var book in follower.Waiting.ReadAllAsync(cancellation))
            {
                follower.Take(book);
                yield return book;
            }
        }
        finally
        {
            lock (gate) followers.Remove(follower);
        }
    }

    /// <summary>Ends every following.</summary>
    public void Close()
    {
        lock (gate)
        {
            closed = true;
            foreach (var follower in followers) follower.Close();
        }
    }

    private sealed class Follower
    {
        private readonly Channel<BookId> channel = Channel.CreateUnbounded<BookId>();
        private readonly HashSet<BookId> pending = [];

        public ChannelReader<BookId> Waiting => channel.Reader;

        public void Tell(BookId book)
        {
            lock (pending)
            {
                if (pending.Add(book)) channel.Writer.TryWrite(book);
            }
        }

        public void Take(BookId book)
        {
            lock (pending) pending.Remove(book);
        }

        public void Close() => channel.Writer.TryComplete();
    }
}
