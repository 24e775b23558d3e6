using Autogestion.Book;
using Autogestion.Domain;
using Autogestion.Domain.Kernel;
using Autogestion.Registry;

namespace Autogestion.Office.Desk;

/// <summary>A request in the mailbox with the promise of its answer; or, without a request, a nudge to catch up.</summary>
internal sealed class Letterbox(ActRequest? request)
{
    public static Letterbox CatchUp => new(null);

    public ActRequest? Request { get; } = request;

    public TaskCompletionSource<ActAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>An act that is in the book: who asked and what came of it.</summary>
internal sealed record EnteredAct(Guid Id, PersonId Actor, string Kind, long First, long Last, ImmutableArray<Entry> Entries)
{
    public static EnteredAct Of(IReadOnlyList<ReadEntry> entries) => new(
        entries[0].Stamp.Act, entries[0].Stamp.Actor, Codec.Catalogue.House.Of(EntryForm.AskedIn(entries[0].Envelope)!).Name,
        entries[0].Position, entries[^1].Position, [.. entries.Select(entry => entry.Entry)]);

    /// <summary>The same person repeating the same kind of act hears what became of it; anybody else hears that the id is taken.</summary>
    public ActAnswer AnswerTo(ActRequest request, long position, Instant at) =>
        request.Actor == Actor && Codec.Catalogue.House.Of(request.Act).Name == Kind
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

/// <summary>One group of acts, decided one after another on a state that runs ahead of the book until the append.</summary>
internal sealed class Stroke(CollectiveId collective, Collective state, Instant now)
{
    private Collective state = state;

    public Instant Now { get; } = now;

    public List<SealedEntry> Entries { get; } = [];

    public List<Recorded> Recorded { get; } = [];

    public List<EnteredAct> Acts { get; } = [];

    public List<PreparedText> Texts { get; } = [];

    public Dictionary<Letterbox, ActAnswer> Answers { get; } = [];

    public void Decide(Letterbox letter, RecentActs recent)
    {
        var request = letter.Request!;
        Answers[letter] = (recent.Find(request.Id) ?? Acts.Find(act => act.Id == request.Id)) is { } known
            ? known.AnswerTo(request, state.Position, Now)
            : Decide(request);
    }

    public void AnswerAll()
    {
        foreach (var (letter, answer) in Answers) letter.Answer.TrySetResult(answer);
    }

    private ActAnswer Decide(ActRequest request)
    {
        var authority = request.Authority ?? Authorities.For(request.Act, request.Actor, Now, state) ?? new Authority.Membership();
        var stamp = new Stamp(request.Id, request.Actor, authority, Now, request.Happened);
        switch (state.Decide(request.Act, stamp))
        {
            case Decision.Refused refused:
                return new ActAnswer.Refused(refused.Refusal, state.Position, Now);
            case Decision.Entered entered:
                return Enter(request, stamp, entered.Entries);
            default:
                throw new InvalidOperationException("A decision is either entered or refused.");
        }
    }

    private ActAnswer Enter(ActRequest request, Stamp stamp, ImmutableArray<Entry> entries)
    {
        IReadOnlyList<SealedEntry> sealedEntries;
        try
        {
            sealedEntries = EntryForm.Seal(collective, state.Position, request.Act, stamp, entries);
        }
        catch (FormatException)
        {
            return new ActAnswer.Refused(DeskRefusals.TooLarge, state.Position, Now);
        }
        var first = state.Position + 1;
        foreach (var entry in entries)
        {
            var recorded = new Recorded(state.Position + 1, stamp, entry);
            Recorded.Add(recorded);
            state = Collective.Evolve(state, recorded);
        }
        Entries.AddRange(sealedEntries);
        Texts.AddRange(request.Texts);
        Acts.Add(new(request.Id, request.Actor, Codec.Catalogue.House.Of(request.Act).Name, first, state.Position, entries));
        return new ActAnswer.Entered(first, state.Position, entries, false);
    }
}
