using Autogestion.Domain.Kernel;
using Autogestion.Domain.Specs.Histories;
using Autogestion.Domain.Statutes;
using Autogestion.Domain.Surplus;
using FsCheck;
using FsCheck.Fluent;

namespace Autogestion.Domain.Specs.Surplus;

/// <summary>Whatever act is tried: what went into an indivisible fund stays there, and no cent is anywhere but where its year put it.</summary>
public sealed class IndivisibleLaws
{
    [Fact]
    public void In_no_life_does_an_act_take_anything_out_of_an_indivisible_fund() => HistoryLaws.Hold(history =>
    {
        foreach (var (before, after) in history.States.Zip(history.States.Skip(1)).Where(pair => !ReferenceEquals(pair.First.Surplus, pair.Second.Surplus)))
            Assert.True(NothingLeft(before.Surplus, after.Surplus));
        Assert.True(IsWhole(history.State.Surplus));
    }, 20);

    [Fact]
    public void Years_on_years_fill_the_funds_and_never_empty_them()
    {
        var statutes = Enumerable.Range(0, 3).Select(order => Plant.Founded(2, House.Preset((Rules.SurplusAllocation, AllocatingSpecs.Drawn(order)))).State.Statutes).ToArray();
        var many = Gen.Choose(-2_000_000, 90_000_000).ArrayOf(6).ListOf(6).Zip(Gen.Choose(0, 2));
        Prop.ForAll(many.ToArbitrary(), given =>
        {
            var (state, year) = (SurplusState.Empty, 2000);
            foreach (var figures in given.Item1)
            {
                var act = Act(figures, year++, given.Item2);
                var decision = SurplusDecider.Decide(act, state, new(new(2050, 1, 1), new(12, 31), statutes[given.Item2], _ => true, Domain.Accounts.AccountBook.None, _ => null));
                if (decision is not Decision.Entered { Entries: [var entry] }) continue;
                var after = SurplusState.Evolve(state, entry);
                if (!NothingLeft(state, after) || !IsWhole(after)) return false;
                state = after;
            }
            return true;
        }).QuickCheckThrowOnFailure();
    }

    private static DistributeSurplus Act(int[] figures, int year, int order)
    {
        Money Cents(int at) => Money.OfCents(Math.Abs(figures[at]));
        return new(
            new(year, 12, 31), new(Money.OfCents(figures[0]), Money.OfCents(figures[1] / 10), Money.Zero, Cents(2), Money.Zero, Cents(3), Cents(4)),
            new((PriorLosses)(Math.Abs(figures[5]) % 3), new(0, 1), order > 0 && figures[5] % 2 == 0 ? Fraction.Half : null, new(1, 3)),
            [.. Enumerable.Range(1, 3).Select(number => new MemberWork(AllocatingSpecs.Person(number), Math.Abs(figures[number]) / 1000 + 1, Money.Zero))]);
    }

    private static bool NothingLeft(SurplusState before, SurplusState after) =>
        before.Funds.Where(fund => fund.Value.Indivisible).All(fund => after.Funds[fund.Key] is { Indivisible: true } then && then.Amount >= fund.Value.Amount);

    private static bool IsWhole(SurplusState state)
    {
        var lines = state.Years.Values.SelectMany(year => year.Lines).ToArray();
        return state.Years.Values.All(year => year.Figures.Result == Sum(year.Lines))
            && Sum(lines.Where(line => SurplusState.IsFund(line.To))) == Money.Sum(state.Funds.Values.Select(fund => fund.Amount))
            && Sum(lines.Where(line => line.To == SurplusUse.Return)) == Money.Sum(state.Members.Values.Select(member => member.Returns));
    }

    private static Money Sum(IEnumerable<SurplusLine> lines) => Money.Sum(lines.Select(line => line.Amount));
}
