using Autogestion.Domain.Statutes;

namespace Autogestion.Domain.Surplus;

/// <summary>On which result losses fall first.</summary>
public enum PriorLosses
{
    /// <summary>On each in proportion to what it brought.</summary>
    ProRata,

    /// <summary>On that of members.</summary>
    MembersFirst,

    /// <summary>On that of those who are no members, then on that from outside.</summary>
    NonMembersFirst,
}

/// <summary>The figures of a year, as its approved accounts have them.</summary>
/// <param name="FromMembers">The result from members' work; below zero for a loss.</param>
/// <param name="FromNonMembers">The result from work of those who are no members.</param>
/// <param name="FromOutside">The result from business outside of the cooperative's own.</param>
/// <param name="PastLosses">Losses of years before that nothing has covered yet.</param>
/// <param name="UsedReserves">Reserves used to cover losses and not restored yet.</param>
/// <param name="Capital">Shares paid in.</param>
/// <param name="LegalReserve">The legal reserve before this year.</param>
public sealed record SurplusFigures(Money FromMembers, Money FromNonMembers, Money FromOutside, Money PastLosses, Money UsedReserves, Money Capital, Money LegalReserve)
{
    /// <summary>The greatest of each, so that no sum can overflow.</summary>
    public static readonly Money Most = new(9_999_999_999_999.99m);

    /// <summary>What the year left, below zero for a loss.</summary>
    public Money Result => Money.Sum(Results);

    /// <summary>The three results, in a fixed order.</summary>
    internal ImmutableArray<Money> Results => [FromMembers, FromNonMembers, FromOutside];

    /// <summary>Whether they can be figures of a year.</summary>
    public bool AreSound =>
        Results.All(result => result >= -Most && result <= Most)
        && new[] { PastLosses, UsedReserves, Capital, LegalReserve }.All(amount => amount >= Money.Zero && amount <= Most);
}

/// <summary>What one person put into the year.</summary>
/// <param name="Work">By the measure in force: hours, days or cents of advances.</param>
/// <param name="Shares">Shares paid in, on which an interest may be given.</param>
public sealed record MemberWork(PersonId Person, long Work, Money Shares);

/// <summary>What the assembly chooses, where law and statutes leave it a choice.</summary>
/// <param name="Interest">Of the year on paid shares.</param>
/// <param name="Return">The part of the rest that goes back to those who worked; null for what the rules say.</param>
/// <param name="InShares">The part of each one's return that is given in shares.</param>
public sealed record SurplusChoice(PriorLosses PriorLosses, Fraction Interest, Fraction? Return, Fraction InShares);

/// <summary>One line of a year's allocation.</summary>
/// <param name="Base">What the part is counted of.</param>
/// <param name="Amount">May be less than the part where less was left.</param>
public sealed record SurplusLine(SurplusUse To, AllocationBase Of, Money Base, Fraction Share, Money Amount, string Article, Mark Mark, bool Indivisible);

/// <summary>What one person gets of a year.</summary>
/// <param name="InShares">How much of the return is given in shares.</param>
public sealed record SurplusReturn(PersonId Person, long Work, Money Return, Money InShares, Money Interest);

/// <summary>A year's allocation: the lines in their order, and who gets what.</summary>
public sealed record SurplusPlan(ImmutableArray<SurplusLine> Lines, ImmutableArray<SurplusReturn> Returns)
{
    /// <summary>Of a year that left nothing.</summary>
    public static readonly SurplusPlan Nothing = new([], []);

    /// <summary>How much goes to one use.</summary>
    public Money To(SurplusUse use) => Money.Sum(Lines.Where(line => line.To == use).Select(line => line.Amount));
}
