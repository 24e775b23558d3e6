using Autogestion.Domain.Accounts;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Specs.Accounts;
using Autogestion.Domain.Statutes;
using Autogestion.Domain.Surplus;

namespace Autogestion.Domain.Specs.Surplus;

/// <summary>The carried motion posts the surplus in the accounts, line by line.</summary>
public sealed class SurplusPostingSpecs
{
    [Fact]
    public void Allocating_the_year_leaves_nothing_of_its_result_and_owes_each_return()
    {
        var plant = SurplusExamples.Approved();
        var entries = plant.Resolve(SurplusExamples.OfAccounts);
        var distributed = Assert.Single(entries.OfType<SurplusDistributed>());
        var posted = Assert.Single(entries.OfType<TransactionPosted>()).Transaction;
        Assert.Equal((TransactionKind.Surplus, 2024, 400m), (posted.Kind, posted.About, posted.Total.Value));
        Assert.Equal(0m, plant.State.Accounts.BalanceOf("3.5.01").Value);
        Assert.Equal(-Money.Sum(distributed.Returns.Select(one => one.Return)).Value, plant.State.Accounts.BalanceOf("2.3.01").Value);
    }

    [Fact]
    public void What_is_given_in_shares_is_capital_and_the_rest_is_owed()
    {
        var plant = SurplusExamples.Approved();
        var distributed = plant.Resolve(SurplusExamples.OfAccounts with { Choice = SurplusExamples.OfAccounts.Choice with { InShares = Fraction.Half } }).OfType<SurplusDistributed>().Single();
        var inShares = Money.Sum(distributed.Returns.Select(one => one.InShares));
        Assert.True(inShares > Money.Zero);
        Assert.Equal(-inShares.Value, plant.State.Accounts.BalanceOf("3.1.01").Value);
    }

    [Fact]
    public void Every_use_of_a_surplus_has_its_transfer_out_of_the_result_and_none_out_of_a_reserve()
    {
        var line = new SurplusLine(SurplusUse.Return, AllocationBase.Surplus, new(1), new(1, 1), new(1), "", Mark.House, false);
        var transfers = SurplusPosting.Transfers(new([.. Enum.GetValues<SurplusUse>().Select(use => line with { To = use })], [])).ToList();
        Assert.Equal(Enum.GetValues<SurplusUse>().Length + 1, transfers.Count);
        Assert.All(transfers, transfer => Assert.Equal(AccountRole.ResultOfYear, transfer.Transfer.Debit));
        Assert.DoesNotContain(Transfer.All, transfer => transfer.Debit.IsIndivisible());
    }

    [Fact]
    public void The_figures_of_a_year_come_from_its_accounts()
    {
        var figures = YearFigures.Of(2024, AccountsExamples.ClosedYear().State)!;
        Assert.Equal((400m, 400m, 0m), (figures.FromMembers.Value, figures.Result.Value, figures.PastLosses.Value));
        Assert.Null(YearFigures.Of(2023, AccountsExamples.ClosedYear().State));
    }
}
