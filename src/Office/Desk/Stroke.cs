using Autogestion.Book;
using Autogestion.Domain;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Codec;
using Autogestion.Registry;

namespace Autogestion.Office.Desk;

/// <summary>A request in the mailbox with the promise of its answer; or, without a request, a nudge to catch up.</summary>
internal sealed class Letterbox(ActRequest? request)
{
    /// <summary>Wakes the desk; nobody waits for an answer.</summary>
    public static readonly Letterbox Nudge = new(null);

    public ActRequest? Request { get; } = request;

    public TaskCompletionSource<ActAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>One group of acts, decided one after another on a state that runs ahead of the book until the append.</summary>
internal sealed class Stroke(CollectiveId collective, Collective state, Instant now)
{
    private readonly Dictionary<Guid, EnteredAct> acts = [];

    public Instant Now { get; } = now;

    /// <summary>The state that the entries lead to.</summary>
    public Collective State { get; private set; } = state;

    public List<SealedEntry> Entries { get; } = [];

    public IReadOnlyCollection<EnteredAct> Acts => acts.Values;

    public List<PreparedText> Texts { get; } = [];

    public Dictionary<Letterbox, ActAnswer> Answers { get; } = [];

    public bool HasRefusals => Answers.Values.Any(answer => answer is ActAnswer.Refused);

    /// <summary>Decides the next act. What cannot even be decided is told to whoever asked and leaves the others alone.</summary>
    public void Decide(Letterbox letter, RecentActs recent)
    {
        var request = letter.Request!;
        try
        {
            Answers[letter] = (recent.Find(request.Id) ?? acts.GetValueOrDefault(request.Id)) is { } known
                ? known.AnswerTo(request, State.Position, Now)
                : Decide(request);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            letter.Answer.TrySetException(e);
        }
    }

    public void AnswerAll()
    {
        foreach (var (letter, answer) in Answers) letter.Answer.TrySetResult(answer);
    }

    private ActAnswer Decide(ActRequest request)
    {
        var authority = request.Authority ?? Authorities.For(request.Act, request.Actor, Now, State) ?? new Authority.Membership();
        var stamp = new Stamp(request.Id, request.Actor, authority, Now, request.Happened);
        return State.Decide(request.Act, stamp) switch
        {
            Decision.Refused refused => new ActAnswer.Refused(refused.Refusal, State.Position, Now),
            Decision.Entered entered => Enter(request, stamp, entered.Entries),
            _ => throw new InvalidOperationException("A decision is either entered or refused."),
        };
    }

    private ActAnswer Enter(ActRequest request, Stamp stamp, ImmutableArray<Entry> decided)
    {
        IReadOnlyList<SealedEntry> sealedEntries;
        try
        {
            sealedEntries = EntryForm.Seal(collective, State.Position, request.Act, stamp, decided);
        }
        catch (FormatException)
        {
            return new ActAnswer.Refused(DeskRefusals.TooLarge, State.Position, Now);
        }
        // Folded as they will be read back, not as they were made: what could not be read or folded again is never written.
        var read = sealedEntries.Select(EntryForm.Open).ToImmutableArray();
        var next = read.Aggregate(State, (before, entry) => Collective.Evolve(before, entry.Recorded));
        var act = new EnteredAct(request.Id, request.Actor, Catalogue.House.Of(request.Act).Name, State.Position + 1, next.Position, [.. read.Select(entry => entry.Entry)]);
        State = next;
        Entries.AddRange(sealedEntries);
        Texts.AddRange(request.Texts);
        acts.Add(act.Id, act);
        return new ActAnswer.Entered(act.First, act.Last, act.Entries, false);
    }
}
