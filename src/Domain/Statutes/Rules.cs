namespace Autogestion.Domain.Statutes;

/// <summary>The key of a rule: its stored name and, for a choice, its options.</summary>
public abstract record RuleKey(string Name, Type ValueType)
{
    /// <summary>For a <see cref="RuleValue.Choice"/>: what may be chosen; empty otherwise.</summary>
    public ImmutableArray<string> Options { get; init; } = [];

    /// <summary>
    /// For a rule that came after books had been written: what holds where the preset in a book does not speak of it, a default
    /// of the house. Null for the first rules, which every preset states. Once given it never changes, or old books would be decided otherwise.
    /// </summary>
    public RuleValue? Otherwise { get; init; }

    /// <summary>The rule of a preset that does not speak of it; null for the first rules.</summary>
    public PresetRule? OfTheHouse => Otherwise is { } value ? new(Name, value, new(BoundKind.Default), "", "", Mark.House) : null;

    /// <summary>Whether a value has the right shape for this key.</summary>
    public bool Fits(RuleValue value) => value.GetType() == ValueType && value switch
    {
        RuleValue.Choice choice => Options.Contains(choice.Value),
        RuleValue.Calls calls => calls.Value.Length is > 0 and <= 5 && calls.Value.All(IsCall),
        RuleValue.Limit limit => limit.Value.Amount >= 0 && limit.Value.Amount <= (limit.Value.Unit is TimeUnit.Years or TimeUnit.Months ? 1_200 : 10_000),
        RuleValue.Whole whole => whole.Value is >= 0 and <= 1_000_000,
        RuleValue.Share share => share.Value <= new Fraction(1, 1),
        RuleValue.Heads heads => IsQuorum(heads.Value) && heads.Value.Floor >= 1,
        RuleValue.Majority majority => majority.Value.Share <= new Fraction(1, 1) && majority.Value is { Floor: null or >= 0, Ceiling: null or >= 1 },
        _ => true,
    };

    private static bool IsCall(Call call) =>
        call.MinDelay is >= 0 and <= 100_000
        && (call.MaxDelay is not { } most || most >= call.MinDelay)
        && IsQuorum(call.Quorum);

    private static bool IsQuorum(Quorum quorum) =>
        quorum is { Absolute: null or >= 0, Floor: >= 0 } && (quorum.Share is not { } share || share <= new Fraction(1, 1));
}

/// <summary>A key whose value has a known type.</summary>
public sealed record RuleKey<T>(string Name) : RuleKey(Name, typeof(T))
    where T : RuleValue;

/// <summary>
/// Every rule that law, statutes or norms can set: the closed list. Rules are data: nothing here has a value, but for rules and
/// matters that came later, which say what holds in a book whose preset is older than they are.
/// </summary>
public static class Rules
{
    // Members
    public static readonly RuleKey<RuleValue.Whole> LeastMembers = new("members.least");
    public static readonly RuleKey<RuleValue.Limit> LongestTrial = new("members.trial-longest");
    public static readonly RuleKey<RuleValue.Limit> ResignationAnswer = new("members.resignation-answer");
    public static readonly RuleKey<RuleValue.Share> ExclusionsAYear = new("members.exclusions-a-year");
    public static readonly RuleKey<RuleValue.Limit> LongestSuspension = new("members.suspension-longest");

    // Calling an assembly
    public static readonly RuleKey<RuleValue.Limit> OrdinaryNotice = new("assembly.ordinary.notice");
    public static readonly RuleKey<RuleValue.Limit> OrdinaryNoticeMost = new("assembly.ordinary.notice-most");
    public static readonly RuleKey<RuleValue.Limit> ExtraordinaryNotice = new("assembly.extraordinary.notice");
    public static readonly RuleKey<RuleValue.Limit> ExtraordinaryNoticeMost = new("assembly.extraordinary.notice-most");
    public static readonly RuleKey<RuleValue.Limit> InternalNotice = new("assembly.internal.notice");
    public static readonly RuleKey<RuleValue.Limit> CouncilNotice = new("council.notice");
    public static readonly RuleKey<RuleValue.Calls> FormalCalls = new("assembly.formal.calls");
    public static readonly RuleKey<RuleValue.Calls> InternalCalls = new("assembly.internal.calls");
    public static readonly RuleKey<RuleValue.Calls> CouncilCalls = new("council.calls");
    public static readonly RuleKey<RuleValue.Limit> OrdinaryWithin = new("assembly.ordinary.within");
    public static readonly RuleKey<RuleValue.Heads> PetitionShare = new("assembly.petition-share");
    public static readonly RuleKey<RuleValue.Limit> PetitionHeldWithin = new("assembly.petition-held-within");
    public static readonly RuleKey<RuleValue.Heads> SelfConvening = new("assembly.self-convening");

    // In the room
    public static readonly RuleKey<RuleValue.Choice> QuorumAt = new("assembly.quorum-at") { Options = ["Opening", "EachVote"] };
    public static readonly RuleKey<RuleValue.Switch> Seconding = new("assembly.seconding");
    public static readonly RuleKey<RuleValue.Choice> Tie = new("assembly.tie") { Options = ["Lost", "ChairDecides"] };
    public static readonly RuleKey<RuleValue.Limit> LongestRecess = new("assembly.recess-longest");
    public static readonly RuleKey<RuleValue.Whole> MinutesSigners = new("assembly.minutes-signers");
    public static readonly RuleKey<RuleValue.Limit> MinutesWithin = new("assembly.minutes-within");
    public static readonly RuleKey<RuleValue.Limit> AppealWithin = new("assembly.appeal-within");

    // Council and audit
    public static readonly RuleKey<RuleValue.Whole> CouncilSize = new("council.size");
    public static readonly RuleKey<RuleValue.Limit> CouncilTerm = new("council.term");
    public static readonly RuleKey<RuleValue.Limit> AuditorTerm = new("auditor.term");
    public static readonly RuleKey<RuleValue.Whole> CouncilConsecutive = new("council.consecutive-terms");
    public static readonly RuleKey<RuleValue.Whole> AuditorConsecutive = new("auditor.consecutive-terms");

    /// <summary>The body that decides a matter.</summary>
    public static RuleKey<RuleValue.Choice> CompetentBody(Matter matter) =>
        new($"matter.{matter}.body") { Options = ["Assembly", "Council", "Any"] };

    /// <summary>The body that hears an appeal against it.</summary>
    public static RuleKey<RuleValue.Choice> AppealBody(Matter matter) =>
        new($"matter.{matter}.appeal") { Options = ["None", "Assembly", "AppealsCommittee"] };

    /// <summary>The majority it takes.</summary>
    public static RuleKey<RuleValue.Majority> MajorityFor(Matter matter) => new($"matter.{matter}.majority");

    /// <summary>How many must be in the room to vote on it, where the law asks for more than the call did.</summary>
    public static RuleKey<RuleValue.Heads> QuorumFor(Matter matter) => new($"matter.{matter}.quorum");

    /// <summary>Whether the ballot must be secret.</summary>
    public static RuleKey<RuleValue.Switch> Secret(Matter matter) => new($"matter.{matter}.secret");

    /// <summary>Whether the law reserves it to a formal assembly.</summary>
    public static RuleKey<RuleValue.Switch> Reserved(Matter matter) => new($"matter.{matter}.reserved");

    /// <summary>Whether it may come up without being on the agenda.</summary>
    public static RuleKey<RuleValue.Choice> OffAgenda(Matter matter) =>
        new($"matter.{matter}.off-agenda") { Options = ["Never", "IfConsequence", "MajorityOfAll", "TwoThirdsOfPresent"] };

    /// <summary>Every key there is, by stored name.</summary>
    public static ImmutableSortedDictionary<string, RuleKey> All => Lists.All;

    private static IEnumerable<RuleKey> AllKeys() =>
        typeof(Rules).GetFields().Select(field => field.GetValue(null)).OfType<RuleKey>().Concat(Enum.GetValues<Matter>().SelectMany(Of));

    private static IEnumerable<RuleKey> Of(Matter matter)
    {
        RuleKey[] keys = [CompetentBody(matter), AppealBody(matter), MajorityFor(matter), QuorumFor(matter), Secret(matter), Reserved(matter), OffAgenda(matter)];
        return matter <= Matter.Keys ? keys : keys.Zip(OfLaterMatters, (key, value) => key with { Otherwise = value });
    }

    // In the order of the keys above: the assembly decides, no appeal, a majority of those who say yes or no, nothing special.
    private static readonly RuleValue[] OfLaterMatters =
    [
        new RuleValue.Choice("Assembly"), new RuleValue.Choice("None"),
        new RuleValue.Majority(new(Fraction.Half, true, ThresholdBase.Present, Uncounted.Excluded, Uncounted.Excluded)),
        new RuleValue.Heads(new(null)), new RuleValue.Switch(false), new RuleValue.Switch(false), new RuleValue.Choice("Never"),
    ];

    // Apart, so that every key and every later value above is there before the list is made.
    private static class Lists
    {
        public static readonly ImmutableSortedDictionary<string, RuleKey> All = AllKeys().ToImmutableSortedDictionary(key => key.Name, key => key, StringComparer.Ordinal);
    }
}
