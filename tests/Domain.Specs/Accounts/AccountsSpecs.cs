using Autogestion.Domain.Accounts;
using Autogestion.Domain.Kernel;
using static Autogestion.Domain.Specs.Accounts.AccountsExamples;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Accounts;

/// <summary>What is written in the journal, taken back, closed and approved.</summary>
public sealed class AccountsSpecs
{
    private static readonly YearMonth March = new(2024, 3);

    [Fact]
    public void Whoever_has_no_power_over_the_accounts_writes_nothing()
    {
        var refusal = Kept().Refused(Person(5), new PostTransactions([Sale(1)]));
        Assert.Equal(AuthorityRefusals.NotAccepted, refusal.Code);
    }

    [Fact]
    public void Several_transactions_enter_all_or_none()
    {
        var plant = Kept();
        var refusal = plant.Refused(Person(6), new PostTransactions([Sale(1), Sale(2), Sale(3) with { Lines = [new("1.1.01", new(3)), new("4.1.01", new(-2))] }]));
        Assert.Equal(AccountsRefusals.Unbalanced, refusal.Code);
        Assert.Contains(("number", (object)3), refusal.Facts);
        Assert.True(plant.State.Accounts.Months.IsEmpty);
    }

    [Fact]
    public void A_trial_balance_tells_what_was_before_what_moved_and_what_is()
    {
        var trial = Statements.TrialBalance(Sold().State.Accounts, March, March);
        Assert.Equal([("1.1.01", 1000m, 600m, 400m), ("4.1.01", 0m, 1000m, -1000m), ("5.1.01", 600m, 0m, 600m)], trial.Lines.Select(line => (line.Account.Code, line.Debit.Value, line.Credit.Value, line.After.Value)));
        Assert.Equal(trial.Debit, trial.Credit);
    }

    [Fact]
    public void A_reversal_is_the_opposite_line_by_line_and_both_stay()
    {
        var plant = Sold();
        var reversal = Assert.Single(plant.Enter(Person(6), new ReverseTransaction(new(1), Day, Words("Otra cuenta"))).OfType<TransactionPosted>()).Transaction;
        Assert.Equal((TransactionKind.Reversal, 1), (reversal.Kind, reversal.About));
        Assert.Equal([("1.1.01", -1000m), ("4.1.01", 1000m)], reversal.Lines.Select(line => (line.Account, line.Amount.Value)));
        Assert.Equal(3, plant.State.Accounts.Months[March].Transactions.Count);
        Assert.Equal(-600m, plant.State.Accounts.BalanceOf("1.1.01").Value);
    }

    [Fact]
    public void A_foreign_amount_at_its_rate_is_the_amount_of_its_line()
    {
        var plant = Kept();
        plant.Enter(Person(6), Entry(new Line("1.1.01", new(1012.35m), Foreign: new("USD", new(1), 1012.345m)), new Line("4.1.01", new(-1012.35m))));
        Assert.Equal(1012.35m, plant.State.Accounts.BalanceOf("1.1.01").Value);
    }

    [Fact]
    public void Closing_a_year_brings_its_results_to_the_result_of_the_year_and_they_can_still_be_told()
    {
        var book = ClosedYear().State.Accounts;
        Assert.Equal(-400m, book.BalanceOf("3.5.01").Value);
        Assert.Equal(0m, book.BalanceOf("4.1.01").Value);
        Assert.Equal(400m, Statements.Income(book, new(2024, 1), new(2024, 12)).Result.Value);
        var sheet = Statements.Balance(book, new(2024, 12));
        Assert.Equal((400m, 0m, 400m, 0m), (sheet.TotalAssets.Value, sheet.TotalLiabilities.Value, sheet.TotalEquity.Value, sheet.Unclosed.Value));
        Assert.Empty(book.Open);
    }

    [Fact]
    public void A_deficit_waits_among_the_results_of_earlier_years_for_the_next_surplus()
    {
        var plant = Kept();
        plant.Enter(Person(6), Entry(new Line("5.1.01", new(600)), new Line("1.1.01", new(-600))));
        plant.Now = new LocalDate(2025, 1, 20).AtStartOfDayInZone(Zone).ToInstant();
        plant.Enter(Person(6), new CloseJournalMonth(new(2024, 12)));
        plant.Enter(Person(6), new CloseYear(2024));
        Assert.Equal((600m, 0m), (plant.State.Accounts.BalanceOf("3.4.01").Value, plant.State.Accounts.BalanceOf("3.5.01").Value));
        plant.Enter(Person(6), new PostTransactions([Sale(1000) with { Day = new(2025, 1, 10) }]));
        Assert.Equal(600m, YearFigures.Of(2025, plant.State)!.PastLosses.Value);
    }

    [Fact]
    public void What_the_accounts_began_with_is_put_right_only_before_anything_else()
    {
        var plant = Kept();
        ImmutableArray<Line> lines = [new("1.1.01", new(500)), new("3.2.01", new(-500))];
        plant.Enter(Person(6), new OpenBalances(Day, null, lines));
        Assert.Equal(AccountsRefusals.AlreadyBegun, plant.Refused(Person(6), new OpenBalances(Day, null, lines)).Code);
        plant.Enter(Person(6), new ReverseTransaction(new(1), Day, Words("error")));
        plant.Enter(Person(6), new OpenBalances(Day, null, lines));
        plant.Enter(Person(6), new PostTransactions([Sale(1)]));
        Assert.Equal(AccountsRefusals.NotReversible, plant.Refused(Person(6), new ReverseTransaction(new(3), Day, Words("error"))).Code);
    }

    [Fact]
    public void Before_the_closing_the_balance_sheet_shows_the_result_so_far()
    {
        var sheet = Statements.Balance(Sold().State.Accounts, March);
        Assert.Equal((400m, 400m), (sheet.TotalAssets.Value, sheet.TotalEquity.Value));
        Assert.Equal(400m, sheet.Unclosed.Value);
    }

    [Fact]
    public void Results_are_told_apart_by_section_and_origin()
    {
        var plant = Kept();
        plant.Enter(Person(6), new OpenSection(Words("Exportación")));
        plant.Enter(Person(6), Entry(new Line("1.1.01", new(100)), new Line("4.1.01", new(-70), new(1)), new Line("4.1.01", new(-30), Origin: ResultOrigin.HiredLabour)));
        var book = plant.State.Accounts;
        Assert.Equal(70m, Statements.Income(book, March, March, key => key.Section == new SectionId(1)).Result.Value);
        Assert.Equal(30m, Statements.Income(book, March, March, key => key.Origin == ResultOrigin.HiredLabour).Result.Value);
    }

    [Fact]
    public void The_assembly_approves_a_closed_year_once_and_can_take_it_back()
    {
        var plant = ClosedYear();
        Assert.Contains(plant.Resolve(new ApproveAccounts(2024)), entry => entry is AccountsApproved { Year: 2024 });
        Assert.Equal([2024], plant.State.Accounts.ApprovedYears);
        Assert.Equal(AccountsRefusals.NotToApprove, plant.Blocked(new ApproveAccounts(2024)).Code);
    }

    [Fact]
    public void Codes_stand_in_the_order_of_their_groups() =>
        Assert.Equal(["1", "1.2", "1.10", "2.1"], new[] { "2.1", "1.10", "1", "1.2" }.Order(CodeOrder.Instance));

    [Theory]
    [InlineData(2024, 6, 6, 2024)]
    [InlineData(2024, 7, 6, 2025)]
    [InlineData(2024, 12, 12, 2024)]
    public void A_fiscal_year_is_called_by_the_year_it_ends_in(int year, int month, int ends, int called) =>
        Assert.Equal(called, FiscalYear.Of(new(year, month), new(ends, 30)).Year);

    [Fact]
    public void Every_role_has_a_class_and_no_two_transfers_are_the_same()
    {
        Assert.Equal(5, Enum.GetValues<AccountRole>().Select(role => role.Class()).Distinct().Count());
        Assert.True(Transfer.All.Length > 10);
        Assert.Equal(Transfer.All.Length, Transfer.All.Distinct().Count());
    }
}
