using System.Globalization;
using Autogestion.Domain.Accounts;
using Autogestion.Domain.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Accounts;

/// <summary>Income statement and balance sheet of a year, beside the year before, by section and by whose doing it is.</summary>
public sealed class StatementsPage : AccountsPages
{
    [BindProperty(SupportsGet = true, Name = "year")]
    public string? AskedYear { get; set; }

    [BindProperty(SupportsGet = true, Name = "section")]
    public int? AskedSection { get; set; }

    public FiscalYear Shown => int.TryParse(AskedYear, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && Math.Abs(year - Visit.Today.Year) < 100
        ? FiscalYear.Ending(year, Book.YearEnds) : Year;

    public FiscalYear YearBefore => FiscalYear.Ending(Shown.Year - 1, Book.YearEnds);

    /// <summary>The last month told of the year shown.</summary>
    public YearMonth Until => Shown.Last.CompareTo(LastMonth) <= 0 || Book.Months.IsEmpty ? Shown.Last : LastMonth;

    public IncomeStatement Income { get; private set; } = null!;

    public IncomeStatement IncomeBefore { get; private set; } = null!;

    public BalanceSheet Sheet { get; private set; } = null!;

    public BalanceSheet SheetBefore { get; private set; } = null!;

    public ImmutableArray<(ResultOrigin Origin, Money Result)> ByOrigin { get; private set; } = [];

    public bool IsClosed => Book.ClosedYears.Contains(Shown.Year);

    public bool IsApproved => Book.ApprovedYears.Contains(Shown.Year);

    protected override Task LoadAsync()
    {
        Func<MovementKey, bool> chosen = AskedSection is { } section ? key => key.Section?.Value == section : _ => true;
        Income = Domain.Accounts.Statements.Income(Book, Shown.First, Until, chosen);
        IncomeBefore = Domain.Accounts.Statements.Income(Book, YearBefore.First, YearBefore.Last, chosen);
        Sheet = Domain.Accounts.Statements.Balance(Book, Until);
        SheetBefore = Domain.Accounts.Statements.Balance(Book, YearBefore.Last);
        ByOrigin = [.. Enum.GetValues<ResultOrigin>().Select(origin => (origin, Domain.Accounts.Statements.Income(Book, Shown.First, Until, key => (key.Origin ?? ResultOrigin.Members) == origin && chosen(key)).Result))];
        return Task.CompletedTask;
    }

    /// <summary>Lines of this year and of the year before, side by side.</summary>
    public static IEnumerable<(Account Account, Money Now, Money Before)> Beside(ImmutableArray<StatementLine> now, ImmutableArray<StatementLine> before) =>
        now.Concat(before).Select(line => line.Account).DistinctBy(account => account.Code).OrderBy(account => account.Code, CodeOrder.Instance).Select(account => (account, Of(now, account), Of(before, account)));

    private static Money Of(ImmutableArray<StatementLine> lines, Account account) => lines.FirstOrDefault(line => line.Account.Code == account.Code)?.Amount ?? Money.Zero;
}
