using Autogestion.Domain.Accounts;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Pay;
using FsCheck;
using FsCheck.Fluent;
using static Autogestion.Domain.Specs.Pay.PayExamples;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Pay;

/// <summary>From the rule of the assembly to the money in the hand.</summary>
public sealed class PaySpecs
{
    private static PaySlip SlipOf(Plant plant, int person) => plant.State.Pay.Runs[March].SlipOf(Person(person))!;

    [Fact]
    public void Only_the_assembly_sets_the_rule() =>
        Assert.Equal(AuthorityRefusals.NotAccepted, Ruled().Refused(Person(6), new SetPayRule(Same)).Code);

    [Fact]
    public void The_same_for_all_is_the_same_for_all_and_each_slip_names_its_resolution()
    {
        // The plant was founded on 4 March: 28 of 31 days, each of 10,000.
        var plant = DrawnUp();
        var run = plant.State.Pay.Runs[March];
        Assert.Equal(10, run.Slips.Count);
        Assert.All(run.Slips.Values, slip => Assert.Equal(280_000m, slip.Net.Value));
        Assert.Equal(plant.State.Pay.RuleBy, run.By);
        Assert.NotNull(run.By);
    }

    [Fact]
    public void A_grade_is_its_part_of_the_amount()
    {
        var plant = Ruled(Graded);
        plant.Resolve(new GiveGrade(Person(8), 2));
        plant.Enter(Person(6), new DrawUpPay(March));
        Assert.Equal(420_000m, SlipOf(plant, 8).Net.Value);
        Assert.Equal(280_000m, SlipOf(plant, 5).Net.Value);
    }

    [Fact]
    public void Settling_posts_what_the_slips_add_up_to_and_owes_it_to_each()
    {
        var plant = After(DrawnUp(), 10);
        var entries = plant.Enter(Person(6), new SettlePay(March));
        var posted = Assert.Single(entries.OfType<TransactionPosted>()).Transaction;
        Assert.Equal(plant.State.Pay.Runs[March].Gross, posted.Total);
        Assert.Equal((TransactionKind.Pay, new LocalDate(2024, 3, 31)), (posted.Kind, posted.Day));
        Assert.Equal(2_800_000m, plant.State.Pay.TotalOwed.Value);
        Assert.Equal(-2_800_000m, plant.State.Accounts.BalanceOf("2.2.01").Value);
    }

    [Fact]
    public void A_month_that_the_journal_has_closed_is_settled_with_the_day_of_settling()
    {
        var plant = After(DrawnUp(), 10);
        plant.Enter(Person(6), new CloseJournalMonth(March));
        var posted = plant.Enter(Person(6), new SettlePay(March)).OfType<TransactionPosted>().Single().Transaction;
        Assert.Equal(Today(plant), posted.Day);
    }

    [Fact]
    public void When_cash_is_short_each_gets_the_same_part_and_the_rest_goes_on_being_owed()
    {
        var plant = Settled();
        plant.Enter(Person(6), new PostTransactions([new(Today(plant), Words("Venta"), [new("1.1.01", new(1_000_000)), new("4.1.01", new(-1_000_000))])]));
        var paid = plant.Enter(Person(6), new PayAdvances(Today(plant), new(1_000_000), true)).OfType<AdvancesPaidOut>().Single();
        Assert.All(paid.Paid, one => Assert.Equal(100_000m, one.Amount.Value));
        Assert.Equal(1_800_000m, plant.State.Pay.TotalOwed.Value);
        Assert.Equal(0m, plant.State.Accounts.BalanceOf("1.1.01").Value);
    }

    [Fact]
    public void Drawing_a_month_up_again_replaces_its_slips_and_keeps_what_was_contested()
    {
        var plant = DrawnUp();
        plant.Enter(Person(4), new ContestSlip(Person(4), March, Words("Me falta un familiar")));
        plant.Enter(Person(6), new DrawUpPay(March));
        Assert.Contains(Person(4), plant.State.Pay.Runs[March].Contested.Keys);
        plant.Enter(Person(6), new AnswerContestedSlip(Person(4), March, Words("Se corrigió")));
        plant.Now += Duration.FromDays(10);
        plant.Enter(Person(6), new SettlePay(March));
        Assert.True(plant.State.Pay.Runs[March].Settled);
    }

    [Fact]
    public void Deductions_never_take_more_than_there_is()
    {
        var slip = PayReckoning.Slip(Same, new(Person(1), 31, 0, 0, 0), 31, null, 0, [new(DeductionKind.Loan, new(300_000), March), new(DeductionKind.CourtOrder, new(50_000), March)]);
        Assert.Equal(0m, slip.Net.Value);
        Assert.Equal(310_000m, slip.Deducted.Value);
    }

    [Fact]
    public void Every_part_of_a_slip_is_reckoned_in_the_open()
    {
        var rule = Same with { PerNeedUnit = new(1_000), SeniorityPercent = 2 };
        var slip = PayReckoning.Slip(rule, new(Person(1), 31, 3, 0, 20 * 60), 31, null, 2, []);
        Assert.Equal(
            [(PayLineKind.Base, 310_000m), (PayLineKind.Absence, -31_000m), (PayLineKind.Seniority, 18_600m), (PayLineKind.Need, 2_000m)],
            slip.Lines.Select(line => (line.Kind, line.Amount.Value)));
    }

    [Fact]
    public void A_slip_is_never_below_zero_and_is_the_sum_of_its_lines() => Prop.ForAll(
        (from amount in Gen.Choose(1, 50_000_000)
         from basis in Gen.Elements(PayBasis.EqualMonthly, PayBasis.EqualHourly)
         from days in Gen.Choose(0, 31)
         from worked in Gen.Choose(0, 20_000)
         from absent in Gen.Choose(0, 40_000)
         from percent in Gen.Choose(0, 100)
         from taken in Gen.Choose(1, 90_000_000)
         select (Rule: Same with { Basis = basis, Amount = Money.OfCents(amount), SeniorityPercent = percent }, Month: new PayMonth(Person(1), days, 4, worked, absent), Taken: Money.OfCents(taken))).ToArbitrary(),
        given =>
        {
            var slip = PayReckoning.Slip(given.Rule, given.Month, 31, null, 0, [new(DeductionKind.Loan, given.Taken, March)]);
            return slip.Net >= Money.Zero && slip.Gross >= Money.Zero && Money.Sum(slip.Lines.Select(line => line.Amount)) == slip.Net;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void When_the_resolution_no_longer_stands_the_rule_before_is_in_force_again()
    {
        var plant = Ruled();
        var by = plant.State.Pay.RuleBy!.Value;
        plant.Resolve(new SetPayRule(Same with { Amount = new(500_000) }));
        Assert.Equal(500_000m, plant.State.Pay.Rule!.Amount.Value);
        plant.Resolve(new Domain.Resolutions.SetAside(plant.State.Pay.RuleBy!.Value, null));
        Assert.Equal((310_000m, by), (plant.State.Pay.Rule!.Amount.Value, plant.State.Pay.RuleBy));
    }
}
