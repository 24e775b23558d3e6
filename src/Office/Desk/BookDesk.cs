using System.Threading.Channels;
using Autogestion.Book;
using Autogestion.Domain.Kernel;
using Autogestion.Registry;

namespace Autogestion.Office.Desk;

/// <summary>
/// The mailbox of one book in this process: load → authorise → decide → append → tell. Acts are decided one after another
/// and appended in groups; whoever asked is answered only when it is durable. Another process may write the same book: the
/// expected position fences, and a conflict means catch up and decide again.
/// </summary>
public sealed class BookDesk : IAsyncDisposable
{
    private const int MostInOneGroup = 512;
    private const int MostTries = 20;
    private static readonly TimeSpan BeforeLookingAgain = TimeSpan.FromSeconds(1);

    private readonly IBookStore store;
    private readonly RegistryDatabase registry;
    private readonly TimeProvider clock;
    private readonly BookId book;
    private readonly BookFold fold;
    private readonly BookReader reader;
    private readonly RecentActs recent = new();
    private readonly Channel<Letterbox> mailbox = Channel.CreateBounded<Letterbox>(new BoundedChannelOptions(8192) { SingleReader = true });
    private readonly CancellationTokenSource closing = new();
    private readonly Task working;
    private volatile BookSnapshot current;
    private volatile TaskCompletionSource changed = NewSignal();
    private int behind;

    private BookDesk(IBookStore store, RegistryDatabase registry, TimeProvider clock, BookFold fold)
    {
        this.store = store;
        this.registry = registry;
        this.clock = clock;
        this.fold = fold;
        reader = new(store, fold);
        book = new(fold.Id.Value);
        current = fold.Snapshot();
        working = Task.Run(WorkAsync);
    }

    /// <summary>The book as this process knows it.</summary>
    public BookSnapshot Current => current;

    /// <summary>Reads the whole book, checking every entry and the roots that this node signed.</summary>
    /// <exception cref="BookStoreUnavailableException">The store as a whole is in trouble. A book that is not whole is opened, and says where.</exception>
    public static async Task<BookDesk> OpenAsync(CollectiveId id, IBookStore store, RegistryDatabase registry, TimeProvider clock, CancellationToken cancellation = default) =>
        new(store, registry, clock, await BookOpening.OpenAsync(id, store, cancellation));

    /// <summary>Asks for an act and waits until the answer is durable. Giving up the wait does not take the act back.</summary>
    public async Task<ActAnswer> AskAsync(ActRequest request, CancellationToken cancellation = default)
    {
        var letterbox = new Letterbox(request);
        try
        {
            await mailbox.Writer.WriteAsync(letterbox, cancellation);
        }
        catch (ChannelClosedException)
        {
            return Closed;
        }
        return await letterbox.Answer.Task.WaitAsync(cancellation);
    }

    /// <summary>Says that the book may have grown elsewhere. However often it is said, the desk looks once.</summary>
    public void Nudge()
    {
        // A mailbox that is full wakes the desk as well, and it looks at the mark with every group.
        if (Interlocked.Exchange(ref behind, 1) == 0) mailbox.Writer.TryWrite(Letterbox.Nudge);
    }

    /// <summary>Waits until the book has reached a position; gives the snapshot that has.</summary>
    /// <exception cref="OperationCanceledException">Cancelled, or the desk is closed.</exception>
    public async Task<BookSnapshot> AtLeastAsync(long position, CancellationToken cancellation = default)
    {
        for (var looked = false; ; looked = true)
        {
            var signal = changed;
            var snapshot = current;
            if (snapshot.Position >= position || snapshot.Broken is not null) return snapshot;
            if (!looked) Nudge();
            await signal.Task.WaitAsync(cancellation);
        }
    }

    /// <summary>Reads entries back, after one position up to another.</summary>
    public async IAsyncEnumerable<ReadEntry> ReadAsync(long after, long upTo, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var entry in store.ReadAsync(book, after, Math.Min(upTo, current.Position), cancellation))
            yield return EntryForm.Open(entry);
    }

    /// <summary>Finishes the group under way; what waits behind it is told that nothing was done.</summary>
    public async ValueTask DisposeAsync()
    {
        mailbox.Writer.TryComplete();
        if (!closing.IsCancellationRequested) await closing.CancelAsync();
        await working;
        changed.TrySetCanceled();
        closing.Dispose();
    }

    private static ActAnswer Closed => new ActAnswer.Unavailable(StoreTrouble.Unreachable);

    private async Task WorkAsync()
    {
        var group = new List<Letterbox>(MostInOneGroup);
        while (await NextAsync())
        {
            group.Clear();
            while (group.Count < MostInOneGroup && mailbox.Reader.TryRead(out var letter))
                if (letter.Request is not null) group.Add(letter);
            try
            {
                await HandleAsync(group);
            }
            catch (Exception e)
            {
                // An append may stand although its answer was lost: look before deciding anything again.
                LookLater();
                Fail(group, e);
            }
        }
    }

    private async Task<bool> NextAsync()
    {
        try
        {
            return await mailbox.Reader.WaitToReadAsync(closing.Token);
        }
        catch (OperationCanceledException)
        {
            while (mailbox.Reader.TryRead(out var letter)) letter.Answer.TrySetResult(Closed);
            return false;
        }
    }

    private async Task HandleAsync(List<Letterbox> waiting)
    {
        var isFresh = Interlocked.Exchange(ref behind, 0) == 1;
        if (isFresh) await CatchUpAsync();
        for (var tries = 0; waiting.Count > 0; tries++)
        {
            if (fold.Broken is { } broken)
            {
                AnswerAll(waiting, new ActAnswer.Stopped(broken));
                return;
            }
            var stroke = new Stroke(fold.Id, fold.State, Now());
            foreach (var letter in waiting) stroke.Decide(letter, recent);
            if (await SettleAsync(stroke, isFresh))
            {
                stroke.AnswerAll();
                return;
            }
            if (tries == MostTries)
            {
                AnswerAll(waiting, new ActAnswer.Unavailable(StoreTrouble.Busy));
                return;
            }
            await CatchUpAsync();
            isFresh = true;
            waiting.RemoveAll(letter => letter.Answer.Task.IsCompleted);
        }
    }

    // Whether the answers stand. An append proves that they were decided at the end of the book; a mere no must be as fresh.
    private async Task<bool> SettleAsync(Stroke stroke, bool isFresh)
    {
        if (!await RecogniseRepeatsAsync(stroke)) return false;
        if (stroke.Entries.Count > 0) return await AppendAsync(stroke);
        return isFresh || !stroke.HasRefusals || await store.HeadAsync(book) <= fold.Position;
    }

    // A refusal may be of something done before: "already voted", because it was this very act that voted.
    private async Task<bool> RecogniseRepeatsAsync(Stroke stroke)
    {
        foreach (var (letter, answer) in stroke.Answers.ToList())
        {
            if (answer is not ActAnswer.Refused || await FindAsync(letter.Request!.Id, [letter]) is not { } entered) continue;
            if (entered.Last > fold.Position) return false;
            stroke.Answers[letter] = entered.AnswerTo(letter.Request, fold.Position, stroke.Now);
        }
        return true;
    }

    private async Task<bool> AppendAsync(Stroke stroke)
    {
        await StoreAsync(stroke.Texts);
        switch (await store.AppendAsync(book, fold.Position, stroke.Entries))
        {
            case AppendResult.Appended:
                fold.Append(stroke.Entries, stroke.State);
                foreach (var act in stroke.Acts) recent.Add(act);
                Publish();
                return true;
            case AppendResult.AlreadyEntered:
                // Where one is a repeat, others may be: all are looked up at once, so that one more try is enough.
                foreach (var act in stroke.Acts)
                    if (await FindAsync(act.Id, stroke.Answers.Keys.Where(letter => letter.Request!.Id == act.Id)) is { } entered) recent.Add(entered);
                return false;
            default:
                return false;
        }
    }

    // What stands in the book for an act. If it cannot be read back, those who ask for that act hear of it; the others do not.
    private async Task<EnteredAct?> FindAsync(Guid act, IEnumerable<Letterbox> asking)
    {
        var found = await store.FindActAsync(book, act);
        try
        {
            return found.Count == 0 ? null : EnteredAct.Of([.. found.Select(EntryForm.Open)]);
        }
        catch (Exception e) when (e is FormatException or Codec.UnreadableEntryException or System.Text.Json.JsonException)
        {
            foreach (var letter in asking) letter.Answer.TrySetException(e);
            return null;
        }
    }

    private async Task StoreAsync(List<PreparedText> texts)
    {
        try
        {
            await registry.Texts.StoreAsync(texts);
        }
        catch (Exception e) when (RegistryTroubles.Of(e) is { } trouble)
        {
            throw new BookStoreUnavailableException(Enum.Parse<StoreTrouble>(trouble.ToString()), "the words could not be stored", e);
        }
    }

    private async Task CatchUpAsync()
    {
        var before = fold.Position;
        await reader.ReadAsync();
        if (fold.Position != before || fold.Broken is not null) Publish();
    }

    private void LookLater()
    {
        Interlocked.Exchange(ref behind, 1);
        _ = Task.Delay(BeforeLookingAgain, closing.Token)
            .ContinueWith(_ => mailbox.Writer.TryWrite(Letterbox.Nudge), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private void Publish()
    {
        current = fold.Snapshot();
        var signal = changed;
        changed = NewSignal();
        signal.TrySetResult();
    }

    // Legal time never goes back, even if the clock does.
    private Instant Now() => Instant.Max(Instant.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds()), fold.State.LastEntered);

    private static void Fail(List<Letterbox> letters, Exception cause)
    {
        if (cause is BookStoreUnavailableException trouble) AnswerAll(letters, new ActAnswer.Unavailable(trouble.Trouble));
        foreach (var letter in letters) letter.Answer.TrySetException(cause);
    }

    private static void AnswerAll(IEnumerable<Letterbox> letters, ActAnswer answer)
    {
        foreach (var letter in letters) letter.Answer.TrySetResult(answer);
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
