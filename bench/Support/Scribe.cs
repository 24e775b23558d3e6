using Autogestion.Book;
using Autogestion.Domain;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Desk;

namespace Autogestion.Bench.Support;

/// <summary>
/// Writes a book as if people had asked, without waiting for each answer: every act is decided by the rules and sealed as the
/// desk seals it, and many are appended at once. The book that comes of it is real and can be opened by any desk.
/// </summary>
internal sealed class Scribe(CollectiveId id, IBookStore store, Instant start)
{
    private const int Bulk = 4096;

    private readonly BookId book = new(id.Value);
    private List<SealedEntry> waiting = [];
    private Task appending = Task.CompletedTask;

    public CollectiveId Id => id;

    public Collective State { get; private set; } = Collective.Empty;

    /// <summary>Legal time of the next act.</summary>
    public Instant Now { get; set; } = start;

    /// <summary>Enters an act under whatever the person may cite for it.</summary>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public async ValueTask<ImmutableArray<Entry>> EnterAsync(PersonId who, Act act)
    {
        var authority = Authorities.For(act, who, Now, State) ?? throw new InvalidOperationException($"Nothing lets that person do {act.GetType().Name}.");
        var stamp = new Stamp(Guid.CreateVersion7(), who, authority, Now);
        var decision = State.Decide(act, stamp);
        if (decision is not Decision.Entered { Entries: var entries }) throw new InvalidOperationException($"{act.GetType().Name}: {decision}");
        waiting.AddRange(EntryForm.Seal(id, State.Position, act, stamp, entries));
        State = State.With(entries, stamp);
        if (waiting.Count >= Bulk) await HandOverAsync();
        return entries;
    }

    /// <summary>Waits until everything is in the store.</summary>
    public async Task FinishAsync()
    {
        if (waiting.Count > 0) await HandOverAsync();
        await appending;
    }

    // The store checks and writes one lot while the next is decided.
    private async Task HandOverAsync()
    {
        await appending;
        var lot = waiting;
        waiting = new(Bulk + 512);
        appending = Task.Run(() => AppendAsync(lot));
    }

    private async Task AppendAsync(List<SealedEntry> lot)
    {
        if (await store.AppendAsync(book, lot[0].Position - 1, lot) is not AppendResult.Appended) throw new InvalidOperationException("Somebody else wrote in this book.");
    }
}
