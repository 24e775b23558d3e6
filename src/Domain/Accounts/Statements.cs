namespace Autogestion.Domain.Accounts;

/// <summary>One line of a trial balance.</summary>
/// <param name="Before">Balance when the time began: debit above zero.</param>
public sealed record TrialLine(Account Account, Money Before, Money Debit, Money Credit)
{
    public Money After => Before + Debit - Credit;
}

/// <summary>Sums and balances from one month to another.</summary>
public sealed record TrialBalance(YearMonth From, YearMonth To, ImmutableArray<TrialLine> Lines)
{
    public Money Debit => Money.Sum(Lines.Select(line => line.Debit));

    public Money Credit => Money.Sum(Lines.Select(line => line.Credit));
}

/// <summary>One account in a statement.</summary>
/// <param name="Amount">As people read it: income, assets and debts above zero.</param>
public sealed record StatementLine(Account Account, Money Amount);

/// <summary>Income less expenses of some months.</summary>
public sealed record IncomeStatement(YearMonth From, YearMonth To, ImmutableArray<StatementLine> Income, ImmutableArray<StatementLine> Expenses)
{
    public Money TotalIncome => Money.Sum(Income.Select(line => line.Amount));

    public Money TotalExpenses => Money.Sum(Expenses.Select(line => line.Amount));

    /// <summary>Surplus above zero, deficit below.</summary>
    public Money Result => TotalIncome - TotalExpenses;
}

/// <summary>What there is and whose it is at the end of a month.</summary>
/// <param name="Unclosed">The result of what is not closed yet: part of the equity.</param>
public sealed record BalanceSheet(YearMonth At, ImmutableArray<StatementLine> Assets, ImmutableArray<StatementLine> Liabilities, ImmutableArray<StatementLine> Equity, Money Unclosed)
{
    public Money TotalAssets => Money.Sum(Assets.Select(line => line.Amount));

    public Money TotalLiabilities => Money.Sum(Liabilities.Select(line => line.Amount));

    public Money TotalEquity => Money.Sum(Equity.Select(line => line.Amount)) + Unclosed;
}

/// <summary>Views of the accounts. Their work grows with accounts, months of the years in question and years, never with transactions.</summary>
public static class Statements
{
    /// <summary>Sums and balances; accounts on which nothing ever moved are left out.</summary>
    public static TrialBalance TrialBalance(AccountBook book, YearMonth from, YearMonth to)
    {
        var before = NetBefore(book, from);
        var during = new Dictionary<string, Movement>(StringComparer.Ordinal);
        foreach (var totals in Between(book, from, to))
            foreach (var (key, movement) in totals.Movements.Concat(totals.Closing)) during[key.Account] = during.GetValueOrDefault(key.Account) + movement;
        return new(from, to, [.. from account in book.Accounts.Values
            where before.ContainsKey(account.Code) || during.ContainsKey(account.Code)
            let movement = during.GetValueOrDefault(account.Code)
            select new TrialLine(account, before.GetValueOrDefault(account.Code), movement.Debit, movement.Credit)]);
    }

    /// <summary>Income and expenses, as they were before a year was closed.</summary>
    /// <param name="chosen">Which movements count: a section, an origin.</param>
    public static IncomeStatement Income(AccountBook book, YearMonth from, YearMonth to, Func<MovementKey, bool>? chosen = null)
    {
        var sums = new Dictionary<string, Money>(StringComparer.Ordinal);
        foreach (var (key, movement) in Between(book, from, to).SelectMany(totals => totals.Movements))
            if (chosen?.Invoke(key) != false) sums[key.Account] = sums.GetValueOrDefault(key.Account) + movement.Net;
        ImmutableArray<StatementLine> Of(AccountClass kind, int sign) =>
            [.. book.Accounts.Values.Where(account => account.Class == kind && sums.ContainsKey(account.Code)).Select(account => new StatementLine(account, sign > 0 ? sums[account.Code] : -sums[account.Code]))];
        return new(from, to, Of(AccountClass.Income, -1), Of(AccountClass.Expense, 1));
    }

    /// <summary>The balance sheet at the end of a month.</summary>
    public static BalanceSheet Balance(AccountBook book, YearMonth at)
    {
        var net = NetBefore(book, at.PlusMonths(1));
        ImmutableArray<StatementLine> Of(AccountClass kind, int sign) =>
            [.. from account in book.Accounts.Values
                where account.Class == kind && net.TryGetValue(account.Code, out var amount) && !amount.IsZero
                select new StatementLine(account, sign > 0 ? net[account.Code] : -net[account.Code])];
        var unclosed = -Money.Sum(book.Accounts.Values.Where(account => account.Role.IsResult()).Select(account => net.GetValueOrDefault(account.Code)));
        return new(at, Of(AccountClass.Asset, 1), Of(AccountClass.Liability, -1), Of(AccountClass.Equity, -1), unclosed);
    }

    // Whole years first, then the months of the year in question.
    private static Dictionary<string, Money> NetBefore(AccountBook book, YearMonth month)
    {
        var year = book.YearOf(month);
        var net = new Dictionary<string, Money>(StringComparer.Ordinal);
        var earlier = book.Years.TakeWhile(one => one.Key < year.Year).Select(one => one.Value);
        foreach (var totals in earlier.Concat(Between(book, year.First, month.PlusMonths(-1))))
            foreach (var (key, movement) in totals.Movements.Concat(totals.Closing)) net[key.Account] = net.GetValueOrDefault(key.Account) + movement.Net;
        return net;
    }

    private static IEnumerable<Totals> Between(AccountBook book, YearMonth from, YearMonth to)
    {
        for (var month = from; month.CompareTo(to) <= 0; month = month.PlusMonths(1))
            if (book.Months.TryGetValue(month, out var there)) yield return there.Totals;
    }
}
