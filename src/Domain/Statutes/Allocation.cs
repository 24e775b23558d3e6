namespace Autogestion.Domain.Statutes;

/// <summary>What a part of a year's surplus is for.</summary>
public enum SurplusUse
{
    /// <summary>Losses of years before.</summary>
    PastLosses,

    /// <summary>Reserves that were used to cover losses, to what they were.</summary>
    UsedReserves,

    /// <summary>The reserve that takes what others than members brought.</summary>
    SpecialReserve,

    LegalReserve,
    WelfareFund,
    EducationFund,

    /// <summary>A limited interest on the shares that members paid in.</summary>
    ShareInterest,

    /// <summary>Back to those who worked, in proportion to their work.</summary>
    Return,

    /// <summary>New posts of work, and growth.</summary>
    JobsFund,

    /// <summary>What the assembly sets apart of its own will.</summary>
    VoluntaryFund,
}

/// <summary>Of what a part is counted. All but the rest are fixed before the first step, so that the order of steps on one base does not matter.</summary>
public enum AllocationBase
{
    /// <summary>The result from work of members, less the losses that fall on it.</summary>
    Members,

    /// <summary>The result from work of those who are no members, less the losses that fall on it.</summary>
    NonMembers,

    /// <summary>The result from business outside of the cooperative's own, less the losses that fall on it.</summary>
    Outside,

    /// <summary>All of it, less losses.</summary>
    Surplus,

    /// <summary>The shares that members have paid in.</summary>
    Capital,

    /// <summary>What the steps before have left.</summary>
    Rest,
}

/// <summary>The part while the legal reserve is below a multiple of the capital.</summary>
/// <param name="Below">The multiple: <c>1/1</c> says until the reserve equals the capital.</param>
public sealed record AllocationTier(Fraction Below, Fraction Share);

/// <summary>One step of the order in which law and statutes allocate a year's surplus.</summary>
/// <param name="Share">Which part; where there are tiers, the part beyond the last of them.</param>
/// <param name="Article">As the source of the rule numbers it; empty for a default of the house.</param>
/// <param name="Indivisible">It never goes to a person, not even when the collective is dissolved.</param>
/// <param name="Least">The least part that the assembly can choose; null where there is nothing to choose.</param>
/// <param name="Tiers">By the legal reserve before this year, the lowest first.</param>
public sealed record AllocationStep(
    SurplusUse To, AllocationBase Of, Fraction Share, string Article, Mark Mark, bool Indivisible = false, Fraction? Least = null, ImmutableArray<AllocationTier>? Tiers = null)
{
    /// <summary>Whether it gives back what losses took, before there is anything to allocate.</summary>
    public bool Restores => To is SurplusUse.PastLosses or SurplusUse.UsedReserves;

    /// <summary>The part for a legal reserve and a capital as they stand.</summary>
    public Fraction ShareAt(Money reserve, Money capital) =>
        (Tiers ?? []).FirstOrDefault(tier => reserve.Value * tier.Below.Denominator < capital.Value * tier.Below.Numerator)?.Share ?? Share;

    public bool Equals(AllocationStep? other) =>
        other is not null && (To, Of, Share, Article, Mark, Indivisible, Least) == (other.To, other.Of, other.Share, other.Article, other.Mark, other.Indivisible, other.Least)
        && (Tiers ?? []).SequenceEqual(other.Tiers ?? []);

    public override int GetHashCode() => HashCode.Combine(To, Of, Share, Article);

    /// <summary>Whether steps give away all there is and no more: restoring comes first, each part is a part, and the last takes the rest.</summary>
    public static bool Fit(ImmutableArray<AllocationStep> steps) =>
        steps is { IsDefaultOrEmpty: false, Length: <= 20 }
        && steps[^1] is { Of: AllocationBase.Rest, Share: { Numerator: 1, Denominator: 1 }, Least: null, Tiers: null, Restores: false }
        && steps.SkipWhile(step => step.Restores).All(step => !step.Restores)
        && steps.All(IsStep)
        && steps.Select(step => (step.To, step.Of)).Distinct().Count() == steps.Length;

    private static bool IsStep(AllocationStep step) =>
        step.Share <= One && (step.Least ?? step.Share) <= step.Share
        && (step.Of == AllocationBase.Capital) == (step.To == SurplusUse.ShareInterest)
        && (step.Tiers ?? []) is { IsDefault: false, Length: <= 5 } tiers
        && tiers.All(tier => tier.Share <= One) && tiers.Zip(tiers.Skip(1)).All(pair => pair.First.Below < pair.Second.Below);

    private static Fraction One => new(1, 1);
}
