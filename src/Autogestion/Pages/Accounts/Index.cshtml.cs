using Autogestion.Domain.Accounts;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Charts;
using Autogestion.Pages.Today;
using Autogestion.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Accounts;

/// <summary>The state of the enterprise in three figures, two pictures and one table; and the beginning of its accounts.</summary>
public sealed class AccountsPage : AccountsPages
{
    private const int MonthsShown = 12;

    public Chart Offered => ChartLibrary.For(Visit.State.Statutes.Preset?.Jurisdiction ?? "");

    /// <summary>The currency of the jurisdiction, to be corrected.</summary>
    public string? Currency => ChartLibrary.CurrencyOf(Visit.State.Statutes.Preset?.Jurisdiction ?? "");

    public BalanceSheet Sheet { get; private set; } = null!;

    public Money AtHand => Sum(role => role.IsMoney());

    public Money OwedToUs => Sum(role => role is AccountRole.TradeReceivables or AccountRole.OtherReceivables or AccountRole.SharesReceivable or AccountRole.TaxCredits or AccountRole.AdvancesOnReturns);

    public Money WeOwe => Money.Sum(Sheet.Liabilities.Where(line => line.Account.Role is not (AccountRole.WelfareFund or AccountRole.EducationFund or AccountRole.Provisions)).Select(line => line.Amount));

    public IncomeStatement Income { get; private set; } = null!;

    /// <summary>Money at hand at the end of each of the last months.</summary>
    public ColumnsView Hand { get; private set; } = null!;

    /// <summary>Income of each of the last months, and expenses.</summary>
    public IReadOnlyList<(YearMonth Month, Money Income, Money Expenses)> Months { get; private set; } = [];

    protected override Task LoadAsync()
    {
        if (!Book.IsKept) return Task.CompletedTask;
        Sheet = Statements.Balance(Book, LastMonth);
        Income = Statements.Income(Book, Year.First, LastMonth);
        var months = Enumerable.Range(0, MonthsShown).Select(back => LastMonth.PlusMonths(back - MonthsShown + 1)).Where(month => !Book.Months.IsEmpty && month.CompareTo(Book.Months.Keys.First()) >= 0).ToList();
        var hand = months.Select(month => (Month: month, Amount: Money.Sum(Statements.Balance(Book, month).Assets.Where(line => line.Account.Role.IsMoney()).Select(line => line.Amount)))).ToList();
        Hand = new(T["accounts.handByMonth"], [.. hand.Select(one => new Column(T.Month(one.Month.OnDayOfMonth(1)), Math.Max(0, one.Amount.Value), T.Amount(one.Amount)))], hand.Select(one => one.Amount.Value).DefaultIfEmpty().Max());
        Months = [.. months.Select(month => Statements.Income(Book, month, month)).Select(one => (one.From, one.TotalIncome, one.TotalExpenses))];
        return Task.CompletedTask;
    }

    public Task<IActionResult> OnPostBeginAsync(string? currency)
    {
        var typed = (currency ?? "").Trim().ToUpperInvariant();
        return AskAsync(new AdoptChart(Offered with { Currency = typed }), T["act.accounts.adopt-chart"], T["accounts.did.begin"], Here + "/chart");
    }

    private Money Sum(Func<AccountRole, bool> chosen) => Money.Sum(Sheet.Assets.Where(line => chosen(line.Account.Role)).Select(line => line.Amount));
}
