using Autogestion.Domain.Accounts;
using Autogestion.Domain.Statutes;

namespace Autogestion.Domain.Surplus;

/// <summary>What an act about the surplus is decided against.</summary>
/// <param name="Today">In the collective's zone.</param>
/// <param name="YearEnds">The day on which its years end.</param>
/// <param name="IsKnown">Whether somebody is or was a member.</param>
/// <param name="Known">The figures that the accounts have of a year; null where none are kept of it.</param>
/// <param name="Accounts">Where they are kept, the figures must be theirs, and the allocation is posted in them.</param>
public sealed record SurplusGround(LocalDate Today, AnnualDate YearEnds, StatuteBook Statutes, Func<PersonId, bool> IsKnown, AccountBook Accounts, Func<int, SurplusFigures?> Known);

/// <summary>Decides acts about the surplus.</summary>
public static class SurplusDecider
{
    private static readonly Fraction Whole = new(1, 1);

    public static Decision Decide(SurplusAct act, SurplusState state, SurplusGround ground) => act switch
    {
        DistributeSurplus distribute => Distribute(distribute, state, ground),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    /// <summary>What an act would enter, whether or not it may be entered now: to compare alternatives.</summary>
    public static SurplusPlan Simulate(DistributeSurplus act, SurplusState state, StatuteBook statutes) => Allocating.Allocate(
        act.Figures, statutes.Rule(Rules.SurplusAllocation).Value.Value, act.Choice, Measured(act.Work, statutes), state.Years.Count);

    private static Decision Distribute(DistributeSurplus act, SurplusState state, SurplusGround ground)
    {
        if (act.YearEnd != ground.YearEnds.InYear(act.YearEnd.Year)) return SurplusRefusals.NoYearEnd.With("end", act.YearEnd);
        if (act.YearEnd >= ground.Today) return SurplusRefusals.NotOver.With("end", act.YearEnd);
        if (!state.Years.IsEmpty && state.Years.Keys.Last() >= act.YearEnd) return SurplusRefusals.AlreadyDistributed.With("end", state.Years.Keys.Last());
        if (!AreSound(act)) return SurplusRefusals.BadFigures;
        if (act.Work.Any(one => !ground.IsKnown(one.Person))) return SurplusRefusals.UnknownPerson;
        if (act.Figures.Result <= Money.Zero) return SurplusRefusals.Nothing;
        if (NotOfTheAccounts(act, ground) is { } other) return other;
        if (Outside(act.Choice, ground.Statutes) is { } flaw) return flaw;
        var plan = Simulate(act, state, ground.Statutes);
        if (plan.To(SurplusUse.Return) != Money.Sum(plan.Returns.Select(one => one.Return)) || plan.To(SurplusUse.ShareInterest) != Money.Sum(plan.Returns.Select(one => one.Interest)))
            return SurplusRefusals.NobodyWorked;
        return Posted(new SurplusDistributed(act.YearEnd, act.Figures, act.Choice, plan.Lines, plan.Returns), plan, ground);
    }

    // Whoever keeps accounts shares out what these say, after the assembly has approved them.
    private static Refusal? NotOfTheAccounts(DistributeSurplus act, SurplusGround ground)
    {
        if (!ground.Accounts.Years.ContainsKey(act.YearEnd.Year)) return null;
        if (!ground.Accounts.ApprovedYears.Contains(act.YearEnd.Year)) return SurplusRefusals.NotApproved.With("end", act.YearEnd);
        if (ground.Accounts.For(AccountRole.AdvancesOnReturns) is { } advances && !ground.Accounts.BalanceOf(advances.Code).IsZero) return SurplusRefusals.AdvancesOpen;
        return ground.Known(act.YearEnd.Year) is { } known && !AreOf(known, act.Figures) ? SurplusRefusals.OtherResult.With("result", known.Result) : null;
    }

    // More of the result may be told as that of others than the accounts tell, by the hours they worked, and never less: what is theirs is never shared out.
    private static bool AreOf(SurplusFigures known, SurplusFigures told) =>
        told.Result == known.Result && told.FromNonMembers >= known.FromNonMembers && told.FromOutside >= known.FromOutside
        && told.PastLosses == known.PastLosses && told.Capital == known.Capital && told.LegalReserve == known.LegalReserve;

    private static Decision Posted(SurplusDistributed distributed, SurplusPlan plan, SurplusGround ground)
    {
        if (!ground.Accounts.Years.ContainsKey(distributed.YearEnd.Year)) return distributed;
        return Posting.Post(ground.Accounts, ground.Today, ground.Today, TransactionKind.Surplus, distributed.YearEnd.Year, SurplusPosting.Transfers(plan)) switch
        {
            Decision.Entered posted => Decision.Of(distributed, posted.Entries[0]),
            var refused => refused,
        };
    }

    /// <summary>Whether its figures, parts and people make sense, whatever the rules say.</summary>
    public static bool AreSound(DistributeSurplus act) =>
        act.Figures.AreSound && act.Choice.InShares <= Whole && act.Choice.Interest <= Whole && (act.Choice.Return is not { } part || part <= Whole)
        && act.Work.All(one => one.Work is >= 0 and <= 1_000_000_000_000_000 && one.Shares >= Money.Zero && one.Shares <= SurplusFigures.Most)
        && act.Work.Select(one => one.Person).Distinct().Count() == act.Work.Length
        && act.Work.Sum(one => one.Shares.Value) <= act.Figures.Capital.Value;

    // Nobody chooses what law and statutes have fixed.
    private static Refusal? Outside(SurplusChoice choice, StatuteBook statutes)
    {
        var reading = statutes.Rule(Rules.PriorLosses);
        if (reading.Law.Bound.Kind != BoundKind.Default && $"{choice.PriorLosses}" != reading.Value.Value) return SurplusRefusals.OtherReading.Under(reading.Cited);
        var interest = statutes.Rule(Rules.ShareInterest);
        if (choice.Interest > interest.Value.Value) return SurplusRefusals.InterestTooHigh.With("most", interest.Value.Value).Under(interest.Cited);
        var allocation = statutes.Rule(Rules.SurplusAllocation);
        var step = allocation.Value.Value.FirstOrDefault(one => one.To == SurplusUse.Return);
        return choice.Return is not { } chosen || (step?.Least is { } least && least <= chosen && chosen <= Whole) ? null : SurplusRefusals.ReturnOutside.Under(allocation.Cited);
    }

    // Where all get the same, hours do not matter, only whether somebody worked.
    private static ImmutableArray<MemberWork> Measured(ImmutableArray<MemberWork> work, StatuteBook statutes) =>
        statutes.Rule(Rules.WorkMeasure).Value.Value == "Equal" ? [.. work.Select(one => one with { Work = Math.Min(one.Work, 1) })] : work;
}
