namespace Autogestion.Domain.Signatures;

/// <summary>An act with one signature.</summary>
/// <param name="First">Who signed.</param>
/// <param name="Audited">Whether by a mandate to audit.</param>
/// <param name="Contest">Why it was contested, if it was.</param>
public sealed record Pending(PendingId Id, Act Act, PersonId First, bool Audited, Instant At, Instant Expires, Text? Contest = null)
{
    /// <summary>The person it is about, where it is about one.</summary>
    public PersonId? About => (Act as ITakesTwo)?.About;
}

/// <summary>What waits for a second signature.</summary>
public sealed record PendingList
{
    public static readonly PendingList Empty = new();

    public ImmutableSortedDictionary<int, Pending> Open { get; init; } = ImmutableSortedDictionary<int, Pending>.Empty;

    public PendingId Next { get; init; } = new(1);

    public Pending? Find(PendingId id) => Open.GetValueOrDefault(id.Value);

    /// <param name="audits">Whether the mandate that was cited is one to audit.</param>
    public static PendingList Evolve(PendingList list, Entry entry, Stamp stamp, bool audits) => entry switch
    {
        FirstSignatureGiven given => list with
        {
            Open = list.Open.Add(given.Pending.Value, new(given.Pending, given.Act, stamp.Actor, audits, stamp.Entered, given.Expires)),
            Next = new(given.Pending.Value + 1),
        },
        SignatureContested contested => list with { Open = list.Open.SetItem(contested.Pending.Value, list.Open[contested.Pending.Value] with { Contest = contested.Ground }) },
        SecondSignatureGiven given => list.Without(given.Pending),
        FirstSignatureWithdrawn withdrawn => list.Without(withdrawn.Pending),
        FirstSignatureLapsed lapsed => list.Without(lapsed.Pending),
        _ => list,
    };

    private PendingList Without(PendingId id) => this with { Open = Open.Remove(id.Value) };
}
