namespace Autogestion.Domain.Statutes;

/// <summary>The value of a rule: a closed family, so that every rule can be stored, compared and shown.</summary>
public abstract record RuleValue
{
    private RuleValue()
    {
    }

    /// <summary>A whole number of people, seats, times.</summary>
    public sealed record Whole(int Value) : RuleValue;

    /// <summary>A part of a whole.</summary>
    public sealed record Share(Fraction Value) : RuleValue;

    /// <summary>A number of people: part of the roll, a number, or the lesser or greater of both.</summary>
    public sealed record Heads(Quorum Value) : RuleValue;

    /// <summary>Yes or no.</summary>
    public sealed record Switch(bool Value) : RuleValue;

    /// <summary>One of the options that the rule's key names.</summary>
    public sealed record Choice(string Value) : RuleValue;

    /// <summary>A length of time.</summary>
    public sealed record Limit(TimeLimit Value) : RuleValue;

    /// <summary>A majority.</summary>
    public sealed record Majority(Threshold Value) : RuleValue;

    /// <summary>The calls of an assembly, in order; at least one.</summary>
    public sealed record Calls(ImmutableArray<Call> Value) : RuleValue
    {
        public bool Equals(Calls? other) => other is not null && Value.SequenceEqual(other.Value);

        public override int GetHashCode() => Value.Length;
    }

    /// <summary>In which order a year's surplus is allocated, and how much to what.</summary>
    public sealed record Allocation(ImmutableArray<AllocationStep> Value) : RuleValue
    {
        public bool Equals(Allocation? other) => other is not null && Value.SequenceEqual(other.Value);

        public override int GetHashCode() => Value.Length;
    }

    /// <summary>Less, equal or greater; null where the two cannot be compared (other unit, other base).</summary>
    public static int? Compare(RuleValue a, RuleValue b) => (a, b) switch
    {
        (Whole x, Whole y) => x.Value.CompareTo(y.Value),
        (Share x, Share y) => x.Value.CompareTo(y.Value),
        (Heads x, Heads y) when x.Value.Absolute == y.Value.Absolute && x.Value.Pick == y.Value.Pick =>
            (x.Value.Share, x.Value.Strict, x.Value.Floor).CompareTo((y.Value.Share, y.Value.Strict, y.Value.Floor)),
        (Limit x, Limit y) => TimeLimit.Compare(x.Value, y.Value),
        (Majority x, Majority y) when x.Value.Base == y.Value.Base && x.Value.Abstentions == y.Value.Abstentions =>
            (x.Value.Share, x.Value.Strict).CompareTo((y.Value.Share, y.Value.Strict)),
        _ => a.Equals(b) ? 0 : null,
    };
}
