using System.Globalization;

namespace Autogestion.Domain.Accounts;

/// <summary>Decides acts about the accounts.</summary>
public static class AccountsDecider
{
    /// <summary>Most transactions written at once.</summary>
    public const int MostAtOnce = 2_000;

    /// <param name="today">The day in the collective's zone.</param>
    public static Decision Decide(AccountsAct act, AccountBook book, LocalDate today) => act switch
    {
        AdoptChart adopt => Adopt(adopt.Chart, book),
        _ when !book.IsKept => AccountsRefusals.NoChart,
        OpenAccount open => Open(open.Account, book),
        CloseAccount close => Close(close.Code, book),
        RenameAccount rename => book.Find(rename.Code) is null ? AccountsRefusals.UnknownAccount.With("code", rename.Code) : new AccountRenamed(rename.Code, rename.Name),
        OpenSection open => new SectionOpened(book.NextSection, open.Name),
        OpenBalances open => Begin(open, book, today),
        PostTransactions post => Post(post.Drafts, book, today),
        ReverseTransaction reverse => Reverse(reverse, book, today),
        CloseJournalMonth close => CloseMonth(close.Month, book, today),
        CloseYear close => CloseYear(close.Year, book),
        ApproveAccounts approve => book.ClosedYears.Contains(approve.Year) && !book.ApprovedYears.Contains(approve.Year) ? new AccountsApproved(approve.Year) : AccountsRefusals.NotToApprove.With("year", Plain(approve.Year)),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    private static Decision Adopt(Chart chart, AccountBook book)
    {
        if (book.IsKept) return AccountsRefusals.HasChart;
        var codes = chart.Accounts.Select(account => account.Code).ToHashSet(StringComparer.Ordinal);
        var sound = Chart.IsCurrency(chart.Currency)
            && chart.Accounts.Length <= Chart.Most && codes.Count == chart.Accounts.Length && codes.All(Chart.IsCode)
            && Chart.Needed.All(role => chart.Accounts.Any(account => account.Role == role));
        return sound ? new ChartAdopted(chart) : AccountsRefusals.BadChart;
    }

    private static Decision Open(ChartAccount account, AccountBook book) =>
        Chart.IsCode(account.Code) && book.Find(account.Code) is null && book.Accounts.Count < Chart.Most ? new AccountOpened(account) : AccountsRefusals.BadCode.With("code", account.Code);

    private static Decision Close(string code, AccountBook book)
    {
        if (book.Find(code) is not { } account) return AccountsRefusals.UnknownAccount.With("code", code);
        if (account.Closed) return AccountsRefusals.AccountClosed.With("code", code);
        var last = Chart.Needed.Contains(account.Role) && book.Accounts.Values.Count(other => other.Role == account.Role && !other.Closed) == 1;
        return last || !book.BalanceOf(code).IsZero ? AccountsRefusals.AccountInUse.With("code", code) : new AccountClosed(code);
    }

    private static Decision Begin(OpenBalances act, AccountBook book, LocalDate today)
    {
        if (book.Open.Values.Any(written => written.Kind is not (TransactionKind.Opening or TransactionKind.Reversal) || (written.Kind == TransactionKind.Opening && !book.Reversed.Contains(written.Id.Value))) || !book.ClosedYears.IsEmpty)
            return AccountsRefusals.AlreadyBegun;
        var transaction = new Transaction(book.NextTransaction, act.Day, TransactionKind.Opening, act.Words, null, act.Lines);
        return Posting.Flaw(transaction, book, today) is { } flaw ? flaw : new TransactionPosted(transaction);
    }

    private static Decision Post(ImmutableArray<Draft> drafts, AccountBook book, LocalDate today)
    {
        if (drafts.IsEmpty) return AccountsRefusals.TooFewLines;
        if (drafts.Length > MostAtOnce) return AccountsRefusals.TooMany.With("most", MostAtOnce);
        var entries = ImmutableArray.CreateBuilder<Entry>(drafts.Length);
        foreach (var draft in drafts)
        {
            var id = new TransactionId(book.NextTransaction.Value + entries.Count);
            var transaction = new Transaction(id, draft.Day, TransactionKind.Manual, draft.Words, null, draft.Lines);
            if (Posting.Flaw(transaction, book, today) is { } flaw) return drafts.Length == 1 ? flaw : flaw.With("number", entries.Count + 1);
            entries.Add(new TransactionPosted(transaction));
        }
        return entries.MoveToImmutable();
    }

    private static Decision Reverse(ReverseTransaction act, AccountBook book, LocalDate today)
    {
        if (book.Find(act.Transaction) is not { } taken) return AccountsRefusals.UnknownTransaction.With("number", act.Transaction.Value);
        if (taken.Kind is not (TransactionKind.Manual or TransactionKind.Opening) || book.Reversed.Contains(taken.Id.Value)) return AccountsRefusals.NotReversible;
        // What the accounts began with is put right only before anything else is written.
        if (taken.Kind == TransactionKind.Opening && (book.ClosedUntil is not null || book.Open.Values.Any(written => written.Kind is not (TransactionKind.Opening or TransactionKind.Reversal)))) return AccountsRefusals.NotReversible;
        var lines = taken.Lines.Select(line => line with { Amount = -line.Amount, Foreign = line.Foreign is { } foreign ? foreign with { Amount = -foreign.Amount } : null });
        var transaction = new Transaction(book.NextTransaction, act.Day, TransactionKind.Reversal, act.Words, act.Transaction.Value, [.. lines]);
        return Posting.Flaw(transaction, book, today) is { } flaw ? flaw : new TransactionPosted(transaction);
    }

    private static Decision CloseMonth(YearMonth month, AccountBook book, LocalDate today) =>
        !book.IsClosed(month) && month.ToDateInterval().End < today ? new JournalMonthClosed(month) : AccountsRefusals.WrongMonth;

    // A year is no quantity: it is written without a mark for thousands.
    private static string Plain(int? year) => year?.ToString("0000", CultureInfo.InvariantCulture) ?? "";

    private static Decision CloseYear(int year, AccountBook book)
    {
        if (year != book.NextYear || !book.IsClosed(FiscalYear.Ending(year, book.YearEnds).Last)) return AccountsRefusals.WrongYear.With("next", Plain(book.NextYear));
        if (book.For(AccountRole.ResultOfYear) is not { } result) return AccountsRefusals.NoAccountFor.With("role", AccountRole.ResultOfYear);
        var lines = Closing(book.Years.GetValueOrDefault(year) ?? Totals.None, book, result);
        if (lines.IsEmpty) return new YearClosed(year);
        var day = FiscalYear.Ending(year, book.YearEnds).Last.ToDateInterval().End;
        return Decision.Of(new TransactionPosted(new(book.NextTransaction, day, TransactionKind.Closing, null, year, lines)), new YearClosed(year));
    }

    private static ImmutableArray<Line> Closing(Totals year, AccountBook book, Account result)
    {
        var lines = year.Movements
            .Where(movement => !movement.Value.Net.IsZero && book.Find(movement.Key.Account)!.Role.IsResult())
            .OrderBy(movement => movement.Key.Account, CodeOrder.Instance).ThenBy(movement => movement.Key.Section?.Value).ThenBy(movement => movement.Key.Origin)
            .Select(movement => new Line(movement.Key.Account, -movement.Value.Net, movement.Key.Section, movement.Key.Origin))
            .ToList();
        var sum = Money.Sum(lines.Select(line => line.Amount));
        // A deficit waits among the results of earlier years, where the next surplus covers it first.
        var to = sum < Money.Zero ? book.For(AccountRole.PriorResults) ?? result : result;
        return sum.IsZero ? [.. lines] : [.. lines, new(to.Code, -sum)];
    }
}
