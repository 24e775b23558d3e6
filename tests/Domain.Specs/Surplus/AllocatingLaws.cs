using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using Autogestion.Domain.Surplus;
using FsCheck;
using FsCheck.Fluent;

namespace Autogestion.Domain.Specs.Surplus;

/// <summary>Whatever a year's figures: every cent is in one line, nothing is below zero, and what is indivisible reaches nobody.</summary>
public sealed class AllocatingLaws
{
    private sealed record Year(SurplusFigures Figures, SurplusChoice Choice, ImmutableArray<AllocationStep> Steps, ImmutableArray<MemberWork> Work, int Turn);

    private static readonly Gen<Fraction> Part = Gen.Choose(0, 60).Zip(Gen.Choose(60, 97)).Select(pair => new Fraction(pair.Item1, pair.Item2));

    private static readonly Gen<Year> Years =
        from results in Gen.Choose(-30_000_000, 300_000_000).ArrayOf(3)
        from others in Gen.Choose(0, 200_000_000).ArrayOf(4)
        from reading in Gen.Elements(Enum.GetValues<PriorLosses>())
        from parts in Part.ArrayOf(3)
        from ways in Gen.Choose(0, 3).ArrayOf(3)
        from hours in Gen.Choose(0, 5_000).ArrayOf(5)
        from turn in Gen.Choose(0, 40)
        select new Year(
            new(Cents(results[0]), Cents(results[1]), Cents(ways[0] == 0 ? results[2] : 0), Cents(ways[1] == 0 ? 0 : others[0]), Cents(ways[2] == 0 ? others[1] : 0), Cents(others[2]), Cents(others[3])),
            new(reading, parts[0], ways[0] == 1 ? parts[1] : null, parts[2]),
            ways[2] > 1 ? AllocatingSpecs.Argentina : AllocatingSpecs.Uruguay,
            [.. hours.Append(1).Select((work, at) => new MemberWork(AllocatingSpecs.Person(at + 1), work, Cents(work)))],
            turn);

    [Fact]
    public void Every_cent_is_in_one_line() => Holds((year, plan) => year.Figures.Result <= Money.Zero
        ? plan.Lines.IsEmpty
        : Money.Sum(plan.Lines.Select(line => line.Amount)) == year.Figures.Result);

    [Fact]
    public void Nothing_is_below_zero() => Holds((_, plan) =>
        plan.Lines.All(line => line.Amount >= Money.Zero) && plan.Returns.All(one => one.Return >= one.InShares && one.InShares >= Money.Zero && one.Interest >= Money.Zero));

    [Fact]
    public void What_people_get_is_what_the_lines_give_them_and_never_what_is_indivisible() => Holds((_, plan) =>
        plan.Lines.Where(line => line.To is SurplusUse.Return or SurplusUse.ShareInterest).All(line => !line.Indivisible)
        && Money.Sum(plan.Returns.Select(one => one.Return)) == plan.To(SurplusUse.Return)
        && Money.Sum(plan.Returns.Select(one => one.Interest)) == plan.To(SurplusUse.ShareInterest));

    [Fact]
    public void A_naive_model_agrees() => Holds((year, plan) =>
        NaiveSurplus.Totals(year.Figures, year.Steps, year.Choice, year.Turn).All(total => plan.To(total.Key).Cents == total.Value));

    private static void Holds(Func<Year, SurplusPlan, bool> law) => Prop.ForAll(
        Years.ToArbitrary(), year => law(year, Allocating.Allocate(year.Figures, year.Steps, year.Choice, year.Work, year.Turn))).QuickCheckThrowOnFailure();

    private static Money Cents(int cents) => Money.OfCents(cents);
}
