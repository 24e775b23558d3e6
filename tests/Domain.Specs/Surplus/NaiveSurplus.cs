using Autogestion.Domain.Statutes;
using Autogestion.Domain.Surplus;

namespace Autogestion.Domain.Specs.Surplus;

/// <summary>A second, naive model of the allocation, in plain cents, step by step with its hands: the judge.</summary>
internal static class NaiveSurplus
{
    public static Dictionary<SurplusUse, long> Totals(SurplusFigures figures, IEnumerable<AllocationStep> steps, SurplusChoice choice, int turn)
    {
        var list = steps.ToList();
        long[] pots = [figures.FromMembers.Cents, figures.FromNonMembers.Cents, figures.FromOutside.Cents];
        var left = pots.Sum();
        var totals = list.Select(step => step.To).Distinct().ToDictionary(use => use, _ => 0L);
        if (left <= 0) return totals;
        var owed = 0L;
        foreach (var (use, amount) in new[] { (SurplusUse.PastLosses, figures.PastLosses.Cents), (SurplusUse.UsedReserves, figures.UsedReserves.Cents) })
        {
            if (list.All(step => step.To != use)) continue;
            totals[use] = Math.Min(amount, left - owed);
            owed += totals[use];
        }
        for (var at = 0; at < 3; at++)
            if (pots[at] < 0)
            {
                owed -= pots[at];
                pots[at] = 0;
            }
        Take(pots, owed, choice.PriorLosses, turn);
        left -= totals.GetValueOrDefault(SurplusUse.PastLosses) + totals.GetValueOrDefault(SurplusUse.UsedReserves);
        foreach (var step in list.Where(step => step.To is not (SurplusUse.PastLosses or SurplusUse.UsedReserves)))
        {
            var of = step.Of switch
            {
                AllocationBase.Members => pots[0],
                AllocationBase.NonMembers => pots[1],
                AllocationBase.Outside => pots[2],
                AllocationBase.Surplus => pots.Sum(),
                AllocationBase.Capital => figures.Capital.Cents,
                _ => left,
            };
            var share = step.Share;
            foreach (var tier in Enumerable.Reverse(step.Tiers ?? []))
                if ((decimal)figures.LegalReserve.Cents * tier.Below.Denominator < (decimal)figures.Capital.Cents * tier.Below.Numerator) share = tier.Share;
            if (step.To == SurplusUse.ShareInterest) share = choice.Interest;
            if (step.To == SurplusUse.Return && step.Least is not null && choice.Return is { } chosen) share = chosen;
            var part = Math.Min(left, (long)decimal.Round((decimal)of * share.Numerator / share.Denominator, MidpointRounding.AwayFromZero));
            totals[step.To] += part;
            left -= part;
        }
        return totals;
    }

    private static void Take(long[] pots, long owed, PriorLosses reading, int turn)
    {
        if (reading != PriorLosses.ProRata)
        {
            foreach (var at in reading == PriorLosses.MembersFirst ? [0, 1, 2] : new[] { 1, 2, 0 })
                while (owed > 0 && pots[at] > 0)
                {
                    var part = Math.Min(owed, pots[at]);
                    pots[at] -= part;
                    owed -= part;
                }
            return;
        }
        var sum = pots.Sum();
        if (sum == 0) return;
        var exact = pots.Select(pot => (decimal)owed * pot / sum).ToArray();
        var parts = exact.Select(part => (long)decimal.Floor(part)).ToArray();
        var odd = owed - parts.Sum();
        foreach (var at in Enumerable.Range(0, 3).OrderByDescending(at => (decimal)owed * pots[at] % sum).ThenBy(at => (at + 3 - turn % 3) % 3).Take((int)odd)) parts[at]++;
        for (var at = 0; at < 3; at++) pots[at] -= parts[at];
    }
}
