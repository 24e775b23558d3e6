using Autogestion.Domain.Kernel;
using Autogestion.Office.Codec;

namespace Autogestion.Office.Desk;

/// <summary>An act that is in the book: who asked and what came of it.</summary>
internal sealed record EnteredAct(Guid Id, PersonId Actor, string Kind, long First, long Last, ImmutableArray<Entry> Entries)
{
    /// <exception cref="FormatException">No entry says what was asked.</exception>
    public static EnteredAct Of(IReadOnlyList<ReadEntry> entries) => new(
        entries[0].Stamp.Act, entries[0].Stamp.Actor, Catalogue.House.Of(EntryForm.AskedIn(entries) ?? throw new FormatException("Nothing was asked.")).Name,
        entries[0].Position, entries[^1].Position, [.. entries.Select(entry => entry.Entry)]);

    /// <summary>The same person repeating the same kind of act hears what became of it; anybody else hears that the id is taken.</summary>
    public ActAnswer AnswerTo(ActRequest request, long position, Instant at) =>
        request.Actor == Actor && Catalogue.House.Of(request.Act).Name == Kind
            ? new ActAnswer.Entered(First, Last, Entries, true)
            : new ActAnswer.Refused(DeskRefusals.ActIdTaken, position, at);
}

/// <summary>The last acts entered, so that most repeats are recognised without asking the store.</summary>
internal sealed class RecentActs
{
    private const int Most = 4096;
    private readonly Dictionary<Guid, EnteredAct> acts = [];
    private readonly Queue<Guid> order = [];

    public EnteredAct? Find(Guid id) => acts.GetValueOrDefault(id);

    public void Add(EnteredAct act)
    {
        if (!acts.TryAdd(act.Id, act)) return;
        order.Enqueue(act.Id);
        if (order.Count > Most) acts.Remove(order.Dequeue());
    }
}
