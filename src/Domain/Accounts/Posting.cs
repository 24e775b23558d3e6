namespace Autogestion.Domain.Accounts;

/// <summary>Whether what is to be written in the journal is sound; and the one way for other rooms to write there.</summary>
public static class Posting
{
    /// <summary>Most lines of one transaction: a pay run of a large plant has one for each workshop, not for each person.</summary>
    public const int MostLines = 500;

    /// <summary>The greatest amount of one line.</summary>
    public const decimal MostOfALine = 1_000_000_000_000m;

    // How far back balances to begin with may lie: so that a mistyped year opens no centuries.
    private const int YearsBack = 20;

    /// <summary>What another room posts: by its kind and number, over accounts found by the role of each transfer.</summary>
    /// <returns>The entry, or why the chart or the calendar does not allow it. Amounts of zero leave no line.</returns>
    public static Decision Post(
        AccountBook book, LocalDate day, LocalDate today, TransactionKind kind, int? about, IEnumerable<(Transfer Transfer, Money Amount, ResultOrigin? Origin)> transfers)
    {
        var lines = new List<Line>();
        foreach (var (transfer, amount, origin) in transfers)
        {
            if (amount.IsZero) continue;
            if (book.For(transfer.Debit) is not { } debit) return AccountsRefusals.NoAccountFor.With("role", transfer.Debit);
            if (book.For(transfer.Credit) is not { } credit) return AccountsRefusals.NoAccountFor.With("role", transfer.Credit);
            lines.Add(new(debit.Code, amount, Origin: debit.Role.IsResult() ? origin : null));
            lines.Add(new(credit.Code, -amount, Origin: credit.Role.IsResult() ? origin : null));
        }
        var transaction = new Transaction(book.NextTransaction, day, kind, null, about, Joined(lines));
        return Flaw(transaction, book, today) is { } flaw ? flaw : new TransactionPosted(transaction);
    }

    /// <summary>Why a transaction cannot be written, or null. In the order of the refusals.</summary>
    public static Refusal? Flaw(Transaction transaction, AccountBook book, LocalDate today)
    {
        if (!book.IsKept) return AccountsRefusals.NoChart;
        foreach (var line in transaction.Lines)
        {
            if (book.Find(line.Account) is not { } account) return AccountsRefusals.UnknownAccount.With("code", line.Account);
            if (account.Closed) return AccountsRefusals.AccountClosed.With("code", line.Account);
        }
        if (transaction.Lines.Length < 2) return AccountsRefusals.TooFewLines;
        if (transaction.Lines.Length > MostLines) return AccountsRefusals.TooMany.With("most", MostLines);
        foreach (var line in transaction.Lines)
            if (FlawOf(line, book) is { } flaw) return flaw;
        var debits = transaction.Lines.Sum(line => Math.Max(0, line.Amount.Value));
        if (transaction.Lines.Any(line => Math.Abs(line.Amount.Value) > MostOfALine) || book.Turned + debits > Money.Most) return AccountsRefusals.TooLarge.With("most", new Money(MostOfALine));
        var difference = Money.Sum(transaction.Lines.Select(line => line.Amount));
        if (!difference.IsZero) return AccountsRefusals.Unbalanced.With("difference", difference);
        if (transaction.Kind == TransactionKind.Manual && Guarded(transaction, book) is { } guarded) return guarded;
        if (transaction.Day > today) return AccountsRefusals.FutureDay.With("day", transaction.Day);
        if (book.IsClosed(transaction.Month)) return AccountsRefusals.ClosedMonth.With("until", book.ClosedUntil!.Value);
        var begins = book.Begins ?? today.PlusYears(transaction.Kind == TransactionKind.Opening ? -YearsBack : -1);
        return transaction.Day < begins ? AccountsRefusals.BeforeBeginning.With("first", begins) : null;
    }

    // The result of a year is the assembly's to allot; a reserve that is nobody's is not taken by hand; a fund for a purpose is no way to a person.
    private static Refusal? Guarded(Transaction transaction, AccountBook book)
    {
        AccountRole RoleOf(Line line) => book.Find(line.Account)!.Role;
        if (transaction.Lines.FirstOrDefault(line => RoleOf(line) == AccountRole.ResultOfYear) is { } result) return AccountsRefusals.ByResolution.With("code", result.Account);
        if (transaction.Lines.FirstOrDefault(line => line.Amount > Money.Zero && RoleOf(line).IsIndivisible()) is { } taken) return AccountsRefusals.Indivisible.With("code", taken.Account);
        var fund = transaction.Lines.FirstOrDefault(line => line.Amount > Money.Zero && RoleOf(line) is AccountRole.WelfareFund or AccountRole.EducationFund);
        return fund is not null && transaction.Lines.Any(line => line.Amount < Money.Zero && RoleOf(line).IsOwedToMembers()) ? AccountsRefusals.Indivisible.With("code", fund.Account) : null;
    }

    private static Refusal? FlawOf(Line line, AccountBook book)
    {
        if (line.Amount.IsZero) return AccountsRefusals.ZeroLine.With("code", line.Account);
        var isResult = book.Find(line.Account)!.Role.IsResult();
        if (line.Section is { } section && (!isResult || book.Find(section) is null)) return AccountsRefusals.UnknownSection.With("code", line.Account);
        if (line.Origin is not null && !isResult) return AccountsRefusals.OriginOutside.With("code", line.Account);
        return line.Foreign is not { } foreign || IsAtRate(foreign, line.Amount, book.Currency!) ? null : AccountsRefusals.WrongRate.With("code", line.Account);
    }

    private static bool IsAtRate(ForeignAmount foreign, Money amount, string own) =>
        Chart.IsCurrency(foreign.Currency) && foreign.Currency != own
        && foreign.Rate is > 0 and <= 1_000_000_000 && decimal.Round(foreign.Rate, 8) == foreign.Rate
        && Math.Abs(foreign.Amount.Value) <= Money.Most / 1_000_000_000
        && Money.Round(foreign.Amount.Value * foreign.Rate) == amount;

    // One line for each account and origin: the sum of what moves there.
    private static ImmutableArray<Line> Joined(List<Line> lines) =>
    [
        .. lines.GroupBy(line => (line.Account, line.Origin, IsDebit: line.Amount > Money.Zero))
            .Select(group => new Line(group.Key.Account, Money.Sum(group.Select(line => line.Amount)), Origin: group.Key.Origin)),
    ];
}
