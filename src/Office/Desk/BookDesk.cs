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

    private readonly IBookStore store;
    private readonly RegistryDatabase registry;
    private readonly TimeProvider clock;
    private readonly BookId book;
    private readonly BookFold fold;
    private readonly RecentActs recent = new();
    private readonly Channel<Letterbox> mailbox = Channel.CreateBounded<Letterbox>(new BoundedChannelOptions(8192) { SingleReader = true });
    private readonly CancellationTokenSource closing = new();
    private readonly Task working;
    private volatile BookSnapshot current;
    private volatile TaskCompletionSource changed = NewSignal();

    private BookDesk(IBookStore store, RegistryDatabase registry, TimeProvider clock, BookFold fold)
    {
        this.store = store;
        this.registry = registry;
        this.clock = clock;
        this.fold = fold;
        book = new(fold.Id.Value);
        current = fold.Snapshot();
        working = Task.Run(WorkAsync);
    }

    /// <summary>The book as this process knows it.</summary>
    public BookSnapshot Current => current;

    /// <summary>Reads the whole book, checking every entry and the roots that this node signed.</summary>
    public static async Task<BookDesk> OpenAsync(CollectiveId id, IBookStore store, RegistryDatabase registry, TimeProvider clock, CancellationToken cancellation = default)
    {
        var fold = new BookFold(id);
        var book = new BookId(id.Value);
        var signed = new Queue<KeptCheckpoint>(await store.CheckpointsAsync(book, cancellation));
        await foreach (var entry in store.ReadAsync(book, 0, cancellation: cancellation))
        {
            if (!fold.Take(entry)) break;
            while (signed.TryPeek(out var kept) && kept.Size <= entry.Position)
            {
                signed.Dequeue();
                if (kept.Size == entry.Position && RootIn(kept.Note) is { } root && !fold.Expect(root)) break;
            }
        }
        if (fold.Broken is null && signed.Count > 0) fold.Missing();
        return new(store, registry, clock, fold);
    }

    /// <summary>Asks for an act and waits until the answer is durable.</summary>
    public async Task<ActAnswer> AskAsync(ActRequest request, CancellationToken cancellation = default)
    {
        var letterbox = new Letterbox(request);
        await mailbox.Writer.WriteAsync(letterbox, cancellation);
        return await letterbox.Answer.Task.WaitAsync(cancellation);
    }

    /// <summary>Says that the book may have grown elsewhere.</summary>
    public void Nudge() => mailbox.Writer.TryWrite(Letterbox.CatchUp);

    /// <summary>Waits until the book has reached a position; gives the snapshot that has.</summary>
    public async Task<BookSnapshot> AtLeastAsync(long position, CancellationToken cancellation = default)
    {
        while (true)
        {
            var signal = changed;
            var snapshot = current;
            if (snapshot.Position >= position || snapshot.Broken is not null) return snapshot;
            await signal.Task.WaitAsync(cancellation);
        }
    }

    /// <summary>Reads entries back, after one position up to another.</summary>
    public async IAsyncEnumerable<ReadEntry> ReadAsync(long after, long upTo, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var entry in store.ReadAsync(book, after, Math.Min(upTo, current.Position), cancellation))
            yield return EntryForm.Open(entry);
    }

    public async ValueTask DisposeAsync()
    {
        mailbox.Writer.TryComplete();
        await closing.CancelAsync();
        await working;
        closing.Dispose();
    }

    private async Task WorkAsync()
    {
        var group = new List<Letterbox>(MostInOneGroup);
        while (await NextAsync())
        {
            group.Clear();
            while (group.Count < MostInOneGroup && mailbox.Reader.TryRead(out var letter))
                group.Add(letter);
            try
            {
                await HandleAsync(group);
            }
            catch (BookStoreUnavailableException trouble)
            {
                AnswerAll(group, new ActAnswer.Unavailable(trouble.Trouble));
            }
            catch (Exception e)
            {
                // Whoever asked must hear of it; the desk itself goes on with the next group.
                foreach (var letter in group) letter.Answer.TrySetException(e);
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
            while (mailbox.Reader.TryRead(out var letter)) letter.Answer.TrySetCanceled();
            return false;
        }
    }

    private async Task HandleAsync(List<Letterbox> group)
    {
        if (group.Exists(letter => letter.Request is null)) await CatchUpAsync();
        var waiting = group.Where(letter => letter.Request is not null).ToList();
        for (var tries = 0; waiting.Count > 0; tries++)
        {
            if (fold.Broken is { } broken)
            {
                AnswerAll(waiting, new ActAnswer.Stopped(broken));
                return;
            }
            var stroke = new Stroke(fold.Id, fold.State, Now());
            foreach (var letter in waiting) stroke.Decide(letter, recent);
            await RecogniseRepeatsAsync(stroke);
            if (stroke.Entries.Count == 0 || await AppendAsync(stroke))
            {
                stroke.AnswerAll();
                return;
            }
            if (tries >= MostTries)
            {
                AnswerAll(waiting, new ActAnswer.Unavailable(StoreTrouble.Busy));
                return;
            }
            await CatchUpAsync();
        }
    }

    // A refusal may be of something done before: "already voted", because it was this very act that voted.
    private async Task RecogniseRepeatsAsync(Stroke stroke)
    {
        foreach (var (letter, answer) in stroke.Answers.ToList())
        {
            if (answer is not ActAnswer.Refused) continue;
            var request = letter.Request!;
            var found = await store.FindActAsync(book, request.Id);
            if (found.Count == 0 || found[0].Position > fold.State.Position) continue;
            var entries = found.Select(EntryForm.Open).ToList();
            stroke.Answers[letter] = EnteredAct.Of(entries).AnswerTo(request, fold.State.Position, stroke.Now);
        }
    }

    private async Task<bool> AppendAsync(Stroke stroke)
    {
        await registry.Texts.StoreAsync(stroke.Texts);
        switch (await store.AppendAsync(book, fold.State.Position, stroke.Entries))
        {
            case AppendResult.Appended:
                for (var i = 0; i < stroke.Entries.Count; i++) fold.Take(stroke.Recorded[i], stroke.Entries[i].Hash);
                foreach (var act in stroke.Acts) recent.Add(act);
                Publish();
                return true;
            case AppendResult.AlreadyEntered already:
                var entries = (await store.FindActAsync(book, already.Act)).Select(EntryForm.Open).ToList();
                recent.Add(EnteredAct.Of(entries));
                return false;
            default:
                return false;
        }
    }

    private async Task CatchUpAsync()
    {
        var before = fold.State.Position;
        await foreach (var entry in store.ReadAsync(book, before))
            if (!fold.Take(entry)) break;
        if (fold.State.Position != before || fold.Broken is not null) Publish();
    }

    private void Publish()
    {
        current = fold.Snapshot();
        var signal = changed;
        changed = NewSignal();
        signal.TrySetResult();
    }

    // Legal time never goes back, even if the clock does.
    private Instant Now()
    {
        var now = Instant.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        return now > fold.State.LastEntered ? now : fold.State.LastEntered == Instant.MinValue ? now : fold.State.LastEntered;
    }

    private static void AnswerAll(IEnumerable<Letterbox> letters, ActAnswer answer)
    {
        foreach (var letter in letters) letter.Answer.TrySetResult(answer);
    }

    private static Hash? RootIn(string note)
    {
        try
        {
            return Checkpoint.Parse(SignedNote.Parse(note).Text).Root;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
