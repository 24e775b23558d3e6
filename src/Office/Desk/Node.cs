using System.Collections.Concurrent;
using Autogestion.Book;
using Autogestion.Domain;
using Autogestion.Domain.Deed;
using Autogestion.Domain.Kernel;
using Autogestion.Registry;

namespace Autogestion.Office.Desk;

/// <summary>The book does not authorise the key of this node: a resolution must do so first.</summary>
public sealed class UnauthorisedKeyException() : Exception("The book does not authorise the key of this node.");

/// <summary>
/// A place where books are kept and served: the desks, the registry beside them, and what runs by itself (following other
/// processes, what falls due, the post office, the sweeping). It has no power inside any collective.
/// </summary>
public sealed class Node : IAsyncDisposable
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan BeforeTryingAgain = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<CollectiveId, Lazy<Task<BookDesk>>> desks = new();
    private readonly CancellationTokenSource closing = new();
    private readonly List<Task> running = [];

    private Node(IBookStore store, RegistryDatabase registry, NodeKeys keys, TimeProvider clock)
    {
        (Store, Registry, Keys, Clock) = (store, registry, keys, clock);
        PostOffice = new(this);
        Ballots = new(this);
    }

    public IBookStore Store { get; }

    public RegistryDatabase Registry { get; }

    public NodeKeys Keys { get; }

    public TimeProvider Clock { get; }

    public PostOffice PostOffice { get; }

    /// <summary>Keys, envelopes and boxes of secret votes.</summary>
    public Secrecy.BallotOffice Ballots { get; }

    /// <summary>
    /// Opens every book, checking each, and starts following. The store and the registry are closed with the node, also when
    /// it cannot be opened.
    /// </summary>
    /// <param name="resting">Nothing runs by itself: no following, nothing entered as due, no letters carried.</param>
    /// <exception cref="BookStoreUnavailableException">The store as a whole is in trouble. A book that is not whole is opened, and says where.</exception>
    public static async Task<Node> OpenAsync(IBookStore store, RegistryDatabase registry, NodeKeys keys, TimeProvider clock, bool resting = false, CancellationToken cancellation = default)
    {
        var node = new Node(store, registry, keys, clock);
        try
        {
            foreach (var head in await store.HeadsAsync(cancellation))
                await node.DeskAsync(new(head.Book.Value), cancellation);
        }
        catch
        {
            await node.DisposeAsync();
            throw;
        }
        if (resting) return node;
        node.running.Add(Task.Run(node.FollowAsync, CancellationToken.None));
        node.running.Add(Task.Run(() => node.RepeatAsync(LongestSleep, node.EnterDueAsync), CancellationToken.None));
        node.running.Add(Task.Run(() => node.RepeatAsync(PostOffice.Round, node.PostOffice.DeliverAsync), CancellationToken.None));
        node.running.Add(Task.Run(() => node.RepeatAsync(Secrecy.BallotOffice.Round, node.Ballots.LookAfterAsync), CancellationToken.None));
        node.running.Add(Task.Run(() => node.RepeatAsync(Sweeping.Round, cancellation => Sweeping.RoundAsync(node, cancellation), Sweeping.First), CancellationToken.None));
        return node;
    }

    /// <summary>The books of this node as they stand, by name.</summary>
    public IReadOnlyList<BookSnapshot> Books =>
        [.. Opened().Select(desk => desk.Current).Where(book => book.Position > 0 || book.Broken is not null).OrderBy(book => book.State.Deed.Name, StringComparer.Ordinal)];

    /// <summary>The desk of a book that exists on this node, or null.</summary>
    public BookDesk? Find(CollectiveId collective) =>
        desks.TryGetValue(collective, out var lazy) && lazy is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true, Result: var desk } } && desk.Current is not { Position: 0, Broken: null }
            ? desk
            : null;

    /// <summary>Asks the desk of a book. Only a founding may name a book that does not exist yet.</summary>
    public async Task<ActAnswer> AskAsync(ActRequest request, CancellationToken cancellation = default)
    {
        try
        {
            if (Find(request.Collective) is { } desk) return await Ballots.AfterAsync(request.Collective, await desk.AskAsync(request, cancellation));
            if (await ExistsAsync(request.Collective, cancellation)) return await (await DeskAsync(request.Collective, cancellation)).AskAsync(request, cancellation);
            if (RefusedFounding(request) is { } no) return no;
            return await (await DeskAsync(request.Collective, cancellation)).AskAsync(request, cancellation);
        }
        catch (BookStoreUnavailableException trouble)
        {
            return new ActAnswer.Unavailable(trouble.Trouble);
        }
    }

    /// <summary>Signs what a book is now and keeps it; the node's key must be one that the book authorises.</summary>
    public async Task<SignedNote> CheckpointAsync(CollectiveId collective, CancellationToken cancellation = default)
    {
        var book = Find(collective)?.Current ?? throw new KeyNotFoundException(collective.Value);
        var id = new BookId(collective.Value);
        if (!book.State.Deed.Keys.Contains(Keys.For(collective).Verifier.ToString())) throw new UnauthorisedKeyException();
        var note = new Checkpoint(id, book.Position, book.Root, book.State.Deed.Epoch).Sign(Keys.For(collective));
        await Store.KeepCheckpointAsync(id, note.ToString(), book.Position, cancellation);
        return note;
    }

    public async ValueTask DisposeAsync()
    {
        if (closing.IsCancellationRequested) return;
        await closing.CancelAsync();
        await Task.WhenAll(running);
        PostOffice.Dispose();
        foreach (var lazy in desks.Values)
            if (await OpenedAsync(lazy) is { } desk) await desk.DisposeAsync();
        await Registry.DisposeAsync();
        await Store.DisposeAsync();
        closing.Dispose();
    }

    private IEnumerable<BookDesk> Opened() =>
        desks.Values.Where(lazy => lazy is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }).Select(lazy => lazy.Value.Result);

    // Another process may have founded it a moment ago.
    private async Task<bool> ExistsAsync(CollectiveId collective, CancellationToken cancellation) =>
        BookId.IsValid(collective.Value) && await Store.HeadAsync(new(collective.Value), cancellation) > 0;

    // A founding that the rules refuse on a blank page leaves nothing behind, not even an empty desk.
    private ActAnswer.Refused? RefusedFounding(ActRequest request)
    {
        var now = Instant.FromDateTimeOffset(Clock.GetUtcNow());
        if (request.Act is not Found found || found.Collective != request.Collective || !BookId.IsValid(request.Collective.Value))
            return new(DeskRefusals.UnknownBook, 0, now);
        var stamp = new Stamp(request.Id, request.Actor, request.Authority ?? new Authority.OwnAffair(), now, request.Happened);
        return Collective.Empty.Decide(found, stamp) is Decision.Refused refused ? new(refused.Refusal, 0, now) : null;
    }

    // A desk that could not be opened is tried again by whoever comes next; nobody's impatience ends the opening for others.
    private async Task<BookDesk> DeskAsync(CollectiveId collective, CancellationToken cancellation)
    {
        var lazy = desks.GetOrAdd(collective, id => new(() => BookDesk.OpenAsync(id, Store, Registry, Clock, closing.Token)));
        try
        {
            return await lazy.Value.WaitAsync(cancellation);
        }
        catch when (lazy is { IsValueCreated: false } or { Value: { IsCompleted: true, IsCompletedSuccessfully: false } })
        {
            desks.TryRemove(KeyValuePair.Create(collective, lazy));
            throw;
        }
    }

    private static async Task<BookDesk?> OpenedAsync(Lazy<Task<BookDesk>> lazy)
    {
        try
        {
            return lazy.IsValueCreated ? await lazy.Value : null;
        }
        catch (Exception e) when (e is OperationCanceledException or BookStoreUnavailableException)
        {
            return null;
        }
    }

    // Whatever was appended, by this process or another, is followed from the book itself.
    private Task FollowAsync() => RepeatAsync(BeforeTryingAgain, async cancellation =>
    {
        await foreach (var book in Store.ChangesAsync(cancellation))
            (await DeskAsync(new(book.Value), cancellation)).Nudge();
    });

    private async Task EnterDueAsync(CancellationToken cancellation)
    {
        var now = Instant.FromDateTimeOffset(Clock.GetUtcNow());
        foreach (var book in Books.Where(book => book.Broken is null && RulesDue.Next(book.State) <= now))
            await AskAsync(new(book.Id, Guid.CreateVersion7(), PersonId.Nobody, new EnterDue(), new Authority.RuleDue()), cancellation);
    }

    // What runs by itself never ends by itself: whatever goes wrong in one round, the next comes.
    private async Task RepeatAsync(TimeSpan pause, Func<CancellationToken, Task> round, TimeSpan first = default)
    {
        await PauseAsync(first);
        while (!closing.IsCancellationRequested)
        {
            try
            {
                await round(closing.Token);
            }
            catch (Exception) when (!closing.IsCancellationRequested)
            {
            }
            catch (OperationCanceledException)
            {
                return;
            }
            await PauseAsync(pause);
        }
    }

    private Task PauseAsync(TimeSpan pause) =>
        Task.Delay(pause, closing.Token).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}
