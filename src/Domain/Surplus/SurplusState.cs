using Autogestion.Domain.Statutes;

namespace Autogestion.Domain.Surplus;

/// <summary>A year whose surplus was allocated.</summary>
public sealed record SurplusYear(LocalDate End, SurplusFigures Figures, SurplusChoice Choice, ImmutableArray<SurplusLine> Lines);

/// <summary>What a fund holds.</summary>
/// <param name="Indivisible">It never goes to a person: once so, always so.</param>
public sealed record Fund(Money Amount, bool Indivisible);

/// <summary>What years have credited to one person.</summary>
/// <param name="Returns">All returns, with what was given in shares.</param>
public sealed record MemberCredit(Money Returns, Money InShares, Money Interest);

/// <summary>The years allocated, what the funds hold of them, and what members were credited.</summary>
public sealed record SurplusState
{
    public static readonly SurplusState Empty = new();

    /// <summary>By the last day of the year.</summary>
    public ImmutableSortedDictionary<LocalDate, SurplusYear> Years { get; init; } = ImmutableSortedDictionary<LocalDate, SurplusYear>.Empty;

    public ImmutableSortedDictionary<SurplusUse, Fund> Funds { get; init; } = ImmutableSortedDictionary<SurplusUse, Fund>.Empty;

    public ImmutableDictionary<PersonId, MemberCredit> Members { get; init; } = ImmutableDictionary<PersonId, MemberCredit>.Empty;

    /// <summary>Whether a use is a fund, or money that leaves for somebody or covers a loss.</summary>
    public static bool IsFund(SurplusUse use) => use is not (SurplusUse.PastLosses or SurplusUse.ShareInterest or SurplusUse.Return);

    public static SurplusState Evolve(SurplusState state, Entry entry) => entry switch
    {
        SurplusDistributed year => state with
        {
            Years = state.Years.SetItem(year.YearEnd, new(year.YearEnd, year.Figures, year.Choice, year.Lines)),
            Funds = year.Lines.Where(line => IsFund(line.To) && !line.Amount.IsZero).Aggregate(state.Funds, (funds, line) => funds.SetItem(
                line.To, new((funds.GetValueOrDefault(line.To)?.Amount ?? Money.Zero) + line.Amount, line.Indivisible || funds.GetValueOrDefault(line.To)?.Indivisible == true))),
            Members = state.Members.SetItems(year.Returns.Select(one => KeyValuePair.Create(one.Person, Credit(state.Members.GetValueOrDefault(one.Person), one)))),
        },
        _ => state,
    };

    private static MemberCredit Credit(MemberCredit? before, SurplusReturn one) => before is null
        ? new(one.Return, one.InShares, one.Interest)
        : new(before.Returns + one.Return, before.InShares + one.InShares, before.Interest + one.Interest);
}
