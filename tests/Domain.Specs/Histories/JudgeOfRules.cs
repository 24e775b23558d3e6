using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;

namespace Autogestion.Domain.Specs.Histories;

/// <summary>The naive model's rules: which value was in force when, and whether each layer kept within what was left to it.</summary>
internal sealed partial class Judge
{
    private readonly List<Dictionary<string, RuleValue>> versions = [[]];
    private readonly Dictionary<string, RuleValue> norms = [];
    private readonly Dictionary<string, RuleValue> statutes = [];
    private Dictionary<string, PresetRule> law = [];

    private T RuleOf<T>(int version, RuleKey<T> key)
        where T : RuleValue => (T)(versions[version].GetValueOrDefault(key.Name) ?? Rules.All[key.Name].Otherwise!);

    // Which versions of the rules rest on a law that tells recalls apart.
    private readonly List<bool> tellsRecallsApart = [false];

    private void JudgeRules(Entry entry)
    {
        switch (entry)
        {
            case PresetAdopted adopted: law = adopted.Preset.Rules.ToDictionary(rule => rule.Key); break;
            case RuleSet { Layer: Layer.Statutes } set: statutes[set.Key] = set.Value; norms.Remove(set.Key); break;
            case RuleSet set: norms[set.Key] = set.Value; break;
            case RuleCleared cleared: (cleared.Layer == Layer.Statutes ? statutes : norms).Remove(cleared.Key); break;
            default: return;
        }
        var inForce = law.ToDictionary(rule => rule.Key, rule => rule.Value.Value);
        foreach (var (key, value) in statutes) inForce[key] = value;
        foreach (var (key, value) in norms) inForce[key] = value;
        versions.Add(inForce);
        tellsRecallsApart.Add(law.ContainsKey(Rules.MajorityFor(Matter.RecallCouncil).Name));

        if (entry is RuleSet changed)
        {
            Demand(Cause<ChangeNorm>()?.Key == changed.Key || Cause<ReformStatutes>()?.Key == changed.Key || IsSetAside(), "a rule changes by resolution");
            Demand(IsWithin(changed.Key, changed.Value, changed.Layer), "a rule stays in the range that the layer above leaves");
        }
    }

    // After the last entry of a stroke nothing stands outside the law, also when the law itself changed.
    private void JudgeRanges()
    {
        foreach (var (key, value) in statutes) Demand(IsWithin(key, value, Layer.Statutes), $"{key} of the statutes is within the law");
        foreach (var (key, value) in norms) Demand(IsWithin(key, value, Layer.Norms), $"{key} of the norms is within the law");
    }

    private bool IsWithin(string key, RuleValue value, Layer layer)
    {
        var rule = law.GetValueOrDefault(key) ?? Rules.All[key].OfTheHouse!;
        if (layer == Layer.Norms && (rule.Mark != Mark.House || statutes.ContainsKey(key))) return false;
        return rule.Bound.Kind switch
        {
            BoundKind.Fixed => false,
            BoundKind.Default => true,
            BoundKind.OnlyIfStatutesSay => layer == Layer.Statutes,
            BoundKind.AtLeast => IsNotLess(value, rule.Bound.Least!),
            BoundKind.AtMost => IsNotLess(rule.Bound.Most!, value),
            _ => IsNotLess(value, rule.Bound.Least!) && IsNotLess(rule.Bound.Most!, value),
        };
    }

    // Only the shapes that the walks put a range on.
    private static bool IsNotLess(RuleValue one, RuleValue other) => (one, other) switch
    {
        (RuleValue.Heads { Value.Share: { } a }, RuleValue.Heads { Value.Share: { } b }) => a.Numerator * b.Denominator >= b.Numerator * a.Denominator,
        (RuleValue.Limit { Value: var a }, RuleValue.Limit { Value: var b }) => DaysOf(a) >= DaysOf(b),
        _ => throw new ArgumentOutOfRangeException(nameof(one), one, "The naive model knows no order here."),
    };

    private static int DaysOf(TimeLimit limit) => limit.Unit switch
    {
        TimeUnit.Months => limit.Amount * 30,
        TimeUnit.Days => limit.Amount + (limit.Excluded == ExcludedEnds.Both ? 1 : limit.Excluded == ExcludedEnds.None ? -1 : 0),
        _ => throw new ArgumentOutOfRangeException(nameof(limit), limit, "The naive model does not count these."),
    };

    // Counts up until it is enough: no rounding to get wrong.
    private static int Least(Fraction share, bool strict, int whole)
    {
        for (long heads = 0; ; heads++)
            if (strict ? heads * share.Denominator > (long)whole * share.Numerator : heads * share.Denominator >= (long)whole * share.Numerator) return (int)heads;
    }

    private static int QuorumOf(Quorum quorum, int roll)
    {
        List<int> numbers = [];
        if (quorum.Share is { } share) numbers.Add(Least(share, quorum.Strict, roll));
        if (quorum.Absolute is { } absolute) numbers.Add(absolute);
        var needed = numbers.Count == 0 ? 0 : quorum.Pick == Pick.Min ? numbers.Min() : numbers.Max();
        return Math.Max(needed, quorum.Floor);
    }

    private static (int Base, int Needed, bool Carried) Add(Threshold majority, Count count)
    {
        var people = new List<string>();
        var heads = majority.Base switch { ThresholdBase.Present => count.Present, ThresholdBase.Cast => count.For + count.Against + count.Abstain + count.Blank, _ => count.Roll };
        for (var i = 0; i < heads; i++) people.Add("person");
        void Leave(int many) { for (var i = 0; i < many && people.Count > 0; i++) people.RemoveAt(0); }
        if (majority.Base != ThresholdBase.Cast && !majority.RecusedInBase) Leave(count.Recused);
        if (majority.Abstentions == Uncounted.Excluded || (majority.Abstentions == Uncounted.CountAsAbsent && majority.Base != ThresholdBase.Roll)) Leave(count.Abstain);
        if (majority.Blanks == Uncounted.Excluded || (majority.Blanks == Uncounted.CountAsAbsent && majority.Base != ThresholdBase.Roll)) Leave(count.Blank);
        var needed = Least(majority.Share, majority.Strict, people.Count);
        if (majority.Floor > needed) needed = majority.Floor.Value;
        if (majority.Ceiling < needed) needed = majority.Ceiling.Value;
        if (needed < 1) needed = 1;
        return (people.Count, needed, people.Count > 0 && count.For >= needed);
    }
}
