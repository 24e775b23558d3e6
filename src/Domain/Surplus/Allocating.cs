using Autogestion.Domain.Statutes;

namespace Autogestion.Domain.Surplus;

/// <summary>
/// Allocates the surplus of a year, as a pure function: losses fall on the three results as the reading says, then each step of
/// the law takes its part, and the last what is left. Every line is rounded to the cent where it arises, and all lines together
/// are the result: nothing is lost.
/// </summary>
public static class Allocating
{
    private static readonly Fraction Whole = new(1, 1);

    /// <summary>The lines in the order of the steps, and what each person gets. Empty where the year left nothing.</summary>
    /// <param name="steps">As <see cref="Rules.SurplusAllocation"/> has them in force.</param>
    /// <param name="turn">Counts up each year, so that it is not always the same who gets the odd cent.</param>
    public static SurplusPlan Allocate(SurplusFigures figures, ImmutableArray<AllocationStep> steps, SurplusChoice choice, ImmutableArray<MemberWork> work, int turn)
    {
        var rest = figures.Result;
        if (rest <= Money.Zero) return SurplusPlan.Nothing;
        var losses = Least(steps.Any(step => step.To == SurplusUse.PastLosses) ? figures.PastLosses : Money.Zero, rest);
        var restored = Least(steps.Any(step => step.To == SurplusUse.UsedReserves) ? figures.UsedReserves : Money.Zero, rest - losses);
        var results = Bear(figures.Results, losses + restored, choice.PriorLosses, turn);
        var lines = ImmutableArray.CreateBuilder<SurplusLine>(steps.Length);
        foreach (var step in steps)
        {
            var (of, share) = (BaseOf(step, results, figures, rest), ShareOf(step, figures, choice));
            var amount = Least(step.To switch { SurplusUse.PastLosses => losses, SurplusUse.UsedReserves => restored, _ => of.Part(share) }, rest);
            rest -= amount;
            lines.Add(new(step.To, step.Of, of, share, amount, step.Article, step.Mark, step.Indivisible));
        }
        var plan = new SurplusPlan(lines.DrainToImmutable(), []);
        return plan with { Returns = Divide(plan, choice, work, turn) };
    }

    /// <summary>The three results after losses, and the year's own loss in one of them, fell on them.</summary>
    internal static ImmutableArray<Money> Bear(ImmutableArray<Money> results, Money losses, PriorLosses reading, int turn)
    {
        var gains = results.Select(result => result < Money.Zero ? Money.Zero : result).ToArray();
        var borne = losses + Money.Sum(gains) - Money.Sum(results);
        if (reading == PriorLosses.ProRata) return [.. gains.Zip(Apportionment.Divide(borne, [.. gains.Select(gain => gain.Cents)], turn), (gain, part) => gain - part)];
        foreach (var at in reading == PriorLosses.MembersFirst ? [0, 1, 2] : new[] { 1, 2, 0 })
        {
            var part = Least(borne, gains[at]);
            (gains[at], borne) = (gains[at] - part, borne - part);
        }
        return [.. gains];
    }

    private static Money BaseOf(AllocationStep step, ImmutableArray<Money> results, SurplusFigures figures, Money rest) => step switch
    {
        { Restores: true } => figures.Result,
        { Of: AllocationBase.Members } => results[0],
        { Of: AllocationBase.NonMembers } => results[1],
        { Of: AllocationBase.Outside } => results[2],
        { Of: AllocationBase.Surplus } => Money.Sum(results),
        { Of: AllocationBase.Capital } => figures.Capital,
        _ => rest,
    };

    private static Fraction ShareOf(AllocationStep step, SurplusFigures figures, SurplusChoice choice) => step switch
    {
        { To: SurplusUse.ShareInterest } => choice.Interest,
        { To: SurplusUse.Return, Least: not null } => choice.Return ?? step.Share,
        { Restores: true } => Whole,
        _ => step.ShareAt(figures.LegalReserve, figures.Capital),
    };

    private static ImmutableArray<SurplusReturn> Divide(SurplusPlan plan, SurplusChoice choice, ImmutableArray<MemberWork> work, int turn)
    {
        var returns = Parts(plan.To(SurplusUse.Return), [.. work.Select(one => one.Work)], turn);
        var interest = Parts(plan.To(SurplusUse.ShareInterest), [.. work.Select(one => one.Shares.Cents)], turn);
        return [.. work.Select((one, at) => new SurplusReturn(one.Person, one.Work, returns[at], returns[at].Part(choice.InShares), interest[at]))];
    }

    private static ImmutableArray<Money> Parts(Money whole, ImmutableArray<long> weights, int turn) =>
        weights.Any(weight => weight > 0) ? Apportionment.Divide(whole, weights, turn) : [.. weights.Select(_ => Money.Zero)];

    private static Money Least(Money one, Money other) => one < other ? one : other;
}
