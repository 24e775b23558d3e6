using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;

namespace Autogestion.Domain.Specs;

/// <summary>A complete set of rules for specs, with readable exceptions: what a plant without legal form might agree on.</summary>
internal static class House
{
    private static readonly Threshold SimpleMajority = new(Fraction.Half, true, ThresholdBase.Present, Uncounted.Excluded, Uncounted.Excluded);

    public static Preset Preset(params (RuleKey Key, RuleValue Value)[] exceptions) =>
        PresetOf(Domain.Statutes.Preset.NoLegalForm, 1, exceptions.Select(pair => new PresetRule(pair.Key.Name, pair.Value, new(BoundKind.Default), "", "", Mark.House)));

    public static Preset PresetOf(string id, int edition, IEnumerable<PresetRule> rules)
    {
        var given = rules.ToDictionary(rule => rule.Key);
        return new(
            id, edition, "XX", PresetStatus.Current, null, null, ImmutableSortedDictionary<string, string>.Empty,
            [.. Rules.All.Values.Where(key => key.Otherwise is null || given.ContainsKey(key.Name)).Select(key => given.GetValueOrDefault(key.Name) ?? new(key.Name, ValueOf(key), new(BoundKind.Default), "", "", Mark.House))]);
    }

    private static RuleValue ValueOf(RuleKey key) => key.Otherwise ?? key.Name switch
    {
        "members.least" => new RuleValue.Whole(2),
        "council.size" => new RuleValue.Whole(3),
        "council.consecutive-terms" or "auditor.consecutive-terms" => new RuleValue.Whole(2),
        "assembly.minutes-signers" => new RuleValue.Whole(1),
        "assembly.petition-share" => new RuleValue.Heads(new(new Fraction(1, 10))),
        "assembly.self-convening" => new RuleValue.Heads(new(new Fraction(1, 5))),
        "members.exclusions-a-year" => new RuleValue.Share(new(1, 10)),
        "assembly.quorum-at" => new RuleValue.Choice("EachVote"),
        "assembly.tie" => new RuleValue.Choice("Lost"),
        "assembly.internal.notice" or "council.notice" => new RuleValue.Limit(new(24, TimeUnit.Hours)),
        "assembly.ordinary.notice-most" or "assembly.extraordinary.notice-most" => new RuleValue.Limit(new(60, TimeUnit.Days)),
        "council.term" or "auditor.term" => new RuleValue.Limit(new(36, TimeUnit.Months)),
        "members.trial-longest" => new RuleValue.Limit(new(6, TimeUnit.Months)),
        _ when key.Name.EndsWith(".body", StringComparison.Ordinal) => new RuleValue.Choice("Any"),
        _ when key.Name.EndsWith(".appeal", StringComparison.Ordinal) => new RuleValue.Choice("None"),
        _ when key.Name.EndsWith(".off-agenda", StringComparison.Ordinal) => new RuleValue.Choice("Never"),
        _ when key.Name.EndsWith(".majority", StringComparison.Ordinal) => new RuleValue.Majority(SimpleMajority),
        _ when key.ValueType == typeof(RuleValue.Heads) => new RuleValue.Heads(new(null)),
        _ when key.Name.EndsWith("calls", StringComparison.Ordinal) => new RuleValue.Calls([
            new(0, null, new(Fraction.Half, true)), new(60, null, new(new Fraction(1, 4)))]),
        _ when key.ValueType == typeof(RuleValue.Switch) => new RuleValue.Switch(false),
        _ when key.ValueType == typeof(RuleValue.Limit) => new RuleValue.Limit(new(15, TimeUnit.Days)),
        _ when key.ValueType == typeof(RuleValue.Whole) => new RuleValue.Whole(1),
        _ => throw new ArgumentOutOfRangeException(nameof(key), key.Name, "A rule needs a value for specs."),
    };
}
