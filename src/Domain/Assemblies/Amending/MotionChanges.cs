namespace Autogestion.Domain.Assemblies.Amending;

/// <summary>A motion that would change the words of another.</summary>
/// <param name="Base">The words it was written on: if the motion reads otherwise now, it would undo that.</param>
public sealed record Amendment(MotionId Id, MotionId Of, Text Base, Act? Effect);

/// <summary>A motion that would refer or postpone another.</summary>
public sealed record ReferralProposal(MotionId Id, MotionId Of, BodyId? To, LocalDate? Due);

/// <summary>A merge of two motions.</summary>
public sealed record Merge(int Number, MotionId Keeps, MotionId Gives, Text Words, PersonId By, bool Done);

/// <summary>How a motion read before.</summary>
public sealed record EarlierWords(Text Words, Instant Until);

/// <summary>What is proposed about the motions of a sitting, and how they read before.</summary>
public sealed record MotionChanges
{
    public static readonly MotionChanges Empty = new();

    public ImmutableSortedDictionary<int, Amendment> Amendments { get; init; } = ImmutableSortedDictionary<int, Amendment>.Empty;

    public ImmutableSortedDictionary<int, ReferralProposal> Referrals { get; init; } = ImmutableSortedDictionary<int, ReferralProposal>.Empty;

    public ImmutableArray<Merge> Merges { get; init; } = [];

    /// <summary>Earlier wordings by motion, the first one first.</summary>
    public ImmutableDictionary<int, ImmutableArray<EarlierWords>> Earlier { get; init; } = ImmutableDictionary<int, ImmutableArray<EarlierWords>>.Empty;

    public Amendment? Amendment(MotionId id) => Amendments.GetValueOrDefault(id.Value);

    public ReferralProposal? Referral(MotionId id) => Referrals.GetValueOrDefault(id.Value);

    /// <summary>The motion that another is about: the one it would amend or refer; null for a motion that stands by itself.</summary>
    public MotionId? About(MotionId id) => Amendment(id)?.Of ?? Referral(id)?.Of;

    public ImmutableArray<EarlierWords> EarlierOf(MotionId id) => Earlier.GetValueOrDefault(id.Value, []);

    /// <summary>What was proposed about a motion and fell with it.</summary>
    public IEnumerable<MotionId> Proposed(MotionId motion) =>
        Amendments.Values.Where(amendment => amendment.Of == motion).Select(amendment => amendment.Id)
            .Concat(Referrals.Values.Where(referral => referral.Of == motion).Select(referral => referral.Id));

    /// <summary>Keeps what is proposed. What becomes of the motions themselves is written in the sitting.</summary>
    public static MotionChanges Evolve(MotionChanges changes, Entry entry, Stamp stamp, Assembly assembly) => entry switch
    {
        AmendmentProposed proposed => changes with { Amendments = changes.Amendments.Add(proposed.Amendment.Value, new(proposed.Amendment, proposed.Motion, proposed.Base, proposed.Effect)) },
        ReferralProposed proposed => changes with { Referrals = changes.Referrals.Add(proposed.Proposal.Value, new(proposed.Proposal, proposed.Motion, proposed.To, proposed.Due)) },
        MergeProposed proposed => changes with { Merges = changes.Merges.Add(new(proposed.Number, proposed.Keeps, proposed.Gives, proposed.Words, stamp.Actor, false)) },
        MotionAmended amended => changes.Keep(amended.Motion, assembly, stamp.Entered),
        MotionsMerged merged => changes.Keep(merged.Keeps, assembly, stamp.Entered) with
        {
            Merges = [.. changes.Merges.Select(merge => merge.Number == merged.Number ? merge with { Done = true } : merge)],
        },
        _ => changes,
    };

    private MotionChanges Keep(MotionId motion, Assembly assembly, Instant until) =>
        this with { Earlier = Earlier.SetItem(motion.Value, EarlierOf(motion).Add(new(assembly.Motions[motion.Value].Words, until))) };
}
