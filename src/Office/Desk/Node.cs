using System.Collections.Concurrent;
using Autogestion.Book;
using Autogestion.Domain.Deed;
using Autogestion.Domain.Kernel;
using Autogestion.Registry;

namespace Autogestion.Office.Desk;

/// <summary>The book does not authorise the key of this node: a resolution must do so first.</summary>
public sealed class UnauthorisedKeyException() : Exception("The book does not authorise the key of this node.");

/// <summary>
/// A place where books are kept and served: the desks, the registry beside them, and what runs by itself (following other
/// processes, what falls due, the post office). It has no power inside any collective.
/// </summary>
public sealed class Node : IAsyncDisposable
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<CollectiveId, Lazy<Task<BookDesk>>> desks = new();
    private readonly CancellationTokenSource closing = new();
    private readonly List<Task> running = [];

    private Node(IBookStore store, RegistryDatabase registry, NodeKeys keys, TimeProvider clock)
    {
        (Store, Registry, Keys, Clock) = (store, registry, keys, clock);
        PostOffice = new(this);
    }

    public IBookStore Store { get; }

    public RegistryDatabase Registry { get; }

    public NodeKeys Keys { get; }

    public TimeProvider Clock { get; }

    public PostOffice PostOffice { get; }

    /// <summary>Opens every book, checking each, and starts following. The store and the registry are closed with the node.</summary>
    /// <param name="resting">Nothing runs by itself: no following, nothing entered as due, no letters carried.</param>
    public static async Task<Node> OpenAsync(IBookStore store, RegistryDatabase registry, NodeKeys keys, TimeProvider clock, bool resting = false, CancellationToken cancellation = default)
    {
        var node = new Node(store, registry, keys, clock);
        foreach (var head in await store.HeadsAsync(cancellation))
            await node.DeskAsync(new(head.Book.Value), cancellation);
        if (resting) return node;
        node.running.Add(Task.Run(node.FollowAsync, CancellationToken.None));
        node.running.Add(Task.Run(node.WatchDueAsync, CancellationToken.None));
        node.running.Add(Task.Run(() => node.PostOffice.RunAsync(node.closing.Token), CancellationToken.None));
        return node;
    }

    /// <summary>The books of this node as they stand, by name.</summary>
    public IReadOnlyList<BookSnapshot> Books =>
        [.. Opened().Select(desk => desk.Current).Where(book => book.Position > 0 || book.Broken is not null).OrderBy(book => book.State.Deed.Name, StringComparer.Ordinal)];

    /// <summary>The desk of a book that exists on this node, or null.</summary>
    public BookDesk? Find(CollectiveId collective) =>
        desks.TryGetValue(collective, out var lazy) && lazy.Value is { IsCompletedSuccessfully: true, Result: var desk } && desk.Current is not { Position: 0, Broken: null }
            ? desk
            : null;

    /// <summary>Asks the desk of a book. Only a founding may name a book that does not exist yet.</summary>
    public async Task<ActAnswer> AskAsync(ActRequest request, CancellationToken cancellation = default)
    {
        if (Find(request.Collective) is { } desk) return await desk.AskAsync(request, cancellation);
        if (request.Act is not Found found || found.Collective != request.Collective || !BookId.IsValid(request.Collective.Value))
            return new ActAnswer.Refused(DeskRefusals.UnknownBook, 0, Instant.FromDateTimeOffset(Clock.GetUtcNow()));
        return await (await DeskAsync(request.Collective, cancellation)).AskAsync(request, cancellation);
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
        await closing.CancelAsync();
        await Task.WhenAll(running);
        foreach (var desk in Opened()) await desk.DisposeAsync();
        await Registry.DisposeAsync();
        await Store.DisposeAsync();
        closing.Dispose();
    }

    private IEnumerable<BookDesk> Opened() =>
        desks.Values.Where(lazy => lazy is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }).Select(lazy => lazy.Value.Result);

    private Task<BookDesk> DeskAsync(CollectiveId collective, CancellationToken cancellation) =>
        desks.GetOrAdd(collective, id => new(() => BookDesk.OpenAsync(id, Store, Registry, Clock, cancellation))).Value;

    // Whatever was appended, by this process or another, is followed from the book itself.
    private async Task FollowAsync()
    {
        while (!closing.IsCancellationRequested)
        {
            try
            {
                await foreach (var book in Store.ChangesAsync(closing.Token))
                {
                    var desk = await DeskAsync(new(book.Value), closing.Token);
                    desk.Nudge();
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (BookStoreUnavailableException)
            {
                await PauseAsync(TimeSpan.FromSeconds(1));
            }
        }
    }

    private async Task WatchDueAsync()
    {
        while (!closing.IsCancellationRequested)
        {
            var now = Instant.FromDateTimeOffset(Clock.GetUtcNow());
            foreach (var book in Books.Where(book => book.Broken is null && Domain.Due.Next(book.State) <= now))
                await Find(book.Id)!.AskAsync(new(book.Id, Guid.CreateVersion7(), PersonId.Nobody, new EnterDue(), new Authority.RuleDue()));
            await PauseAsync(LongestSleep);
        }
    }

    private async Task PauseAsync(TimeSpan time)
    {
        try
        {
            await Task.Delay(time, closing.Token);
        }
        catch (OperationCanceledException)
        {
            // Closing: the loop ends by itself.
        }
    }
}
