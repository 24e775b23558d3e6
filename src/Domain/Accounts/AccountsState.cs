namespace Autogestion.Domain.Accounts;

/// <summary>What moved on one account, section and origin in some time.</summary>
public readonly record struct Movement(Money Debit, Money Credit)
{
    public Money Net => Debit - Credit;

    public Movement With(Money amount) => amount > Money.Zero ? this with { Debit = Debit + amount } : this with { Credit = Credit - amount };

    public static Movement operator +(Movement left, Movement right) => new(left.Debit + right.Debit, left.Credit + right.Credit);
}

/// <summary>Whose movement it is: an account, and on accounts of results the section and origin.</summary>
public readonly record struct MovementKey(string Account, SectionId? Section, ResultOrigin? Origin);

/// <summary>What moved in a month or a year.</summary>
/// <param name="Movements">All but the closing of a year.</param>
/// <param name="Closing">The closing of a year only, so that its results can still be told.</param>
public sealed record Totals(ImmutableDictionary<MovementKey, Movement> Movements, ImmutableDictionary<MovementKey, Movement> Closing)
{
    public static readonly Totals None = new(ImmutableDictionary<MovementKey, Movement>.Empty, ImmutableDictionary<MovementKey, Movement>.Empty);

    public Totals With(Transaction transaction) => transaction.Kind == TransactionKind.Closing
        ? this with { Closing = Add(Closing, transaction) }
        : this with { Movements = Add(Movements, transaction) };

    private static ImmutableDictionary<MovementKey, Movement> Add(ImmutableDictionary<MovementKey, Movement> movements, Transaction transaction)
    {
        foreach (var line in transaction.Lines)
        {
            var key = new MovementKey(line.Account, line.Section, line.Origin);
            movements = movements.SetItem(key, movements.GetValueOrDefault(key).With(line.Amount));
        }
        return movements;
    }
}

/// <summary>A month of the journal.</summary>
/// <param name="Transactions">Numbers of its transactions, in the order of writing.</param>
/// <param name="From">Position of the first of them in the book.</param>
/// <param name="To">Position of the last.</param>
public sealed record JournalMonth(Totals Totals, ImmutableList<int> Transactions, long From, long To);

/// <summary>
/// The accounts: chart, totals by month and by year, and the transactions of years that are still open. Those of closed years
/// are read from the book, between the positions of their month.
/// </summary>
public sealed record AccountBook
{
    public static readonly AccountBook None = new();

    /// <summary>The currency of the accounts; null until a chart is adopted.</summary>
    public string? Currency { get; init; }

    public ImmutableSortedDictionary<string, Account> Accounts { get; init; } = ImmutableSortedDictionary.Create<string, Account>(CodeOrder.Instance);

    public ImmutableSortedDictionary<int, Section> Sections { get; init; } = ImmutableSortedDictionary<int, Section>.Empty;

    public ImmutableSortedDictionary<YearMonth, JournalMonth> Months { get; init; } = ImmutableSortedDictionary<YearMonth, JournalMonth>.Empty;

    public ImmutableSortedDictionary<int, Totals> Years { get; init; } = ImmutableSortedDictionary<int, Totals>.Empty;

    /// <summary>Transactions of years that are not closed, by number.</summary>
    public ImmutableDictionary<int, Transaction> Open { get; init; } = ImmutableDictionary<int, Transaction>.Empty;

    /// <summary>Numbers of transactions of open years that were taken back.</summary>
    public ImmutableHashSet<int> Reversed { get; init; } = [];

    public ImmutableSortedSet<int> ClosedYears { get; init; } = [];

    public ImmutableSortedSet<int> ApprovedYears { get; init; } = [];

    /// <summary>The last closed month; null while none is.</summary>
    public YearMonth? ClosedUntil { get; init; }

    /// <summary>The day of the balances that the accounts began with; nothing is written before it.</summary>
    public LocalDate? Begins { get; init; }

    /// <summary>The day on which fiscal years end.</summary>
    public AnnualDate YearEnds { get; init; } = new(12, 31);

    public TransactionId NextTransaction { get; init; } = new(1);

    public SectionId NextSection => new(Sections.Count + 1);

    public bool IsKept => Currency is not null;

    public Account? Find(string code) => Accounts.GetValueOrDefault(code);

    public Section? Find(SectionId id) => Sections.GetValueOrDefault(id.Value) is { Closed: false } section ? section : null;

    public Transaction? Find(TransactionId id) => Open.GetValueOrDefault(id.Value);

    /// <summary>The account that other rooms post on for a role: the first open one.</summary>
    public Account? For(AccountRole role) => Accounts.Values.FirstOrDefault(account => account.Role == role && !account.Closed);

    /// <summary>The fiscal year of a month.</summary>
    public FiscalYear YearOf(YearMonth month) => FiscalYear.Of(month, YearEnds);

    public bool IsClosed(YearMonth month) => ClosedUntil is { } until && month.CompareTo(until) <= 0;

    /// <summary>The year that is to be closed next: the first with something written in it that is not closed.</summary>
    public int? NextYear => Years.Keys.FirstOrDefault(year => !ClosedYears.Contains(year)) is var year and > 0 ? year : null;

    /// <summary>Balances after all that was written, by code: debit above zero.</summary>
    public ImmutableDictionary<string, Money> Balances { get; init; } = ImmutableDictionary<string, Money>.Empty;

    /// <summary>The sum of all debits there ever were: kept within what an amount can be, so that no sum of the accounts overflows.</summary>
    public decimal Turned { get; init; }

    /// <summary>The balance of an account after all that was written, whatever its day.</summary>
    public Money BalanceOf(string code) => Balances.GetValueOrDefault(code);

    /// <param name="yearEnds">As the founding deed says.</param>
    public static AccountBook Evolve(AccountBook book, AccountsEntry entry, long position, AnnualDate yearEnds) => entry switch
    {
        ChartAdopted { Chart: var chart } => book with
        {
            Currency = chart.Currency,
            YearEnds = yearEnds,
            Accounts = book.Accounts.SetItems(chart.Accounts.Select(account => KeyValuePair.Create(account.Code, new Account(account.Code, account.Role, account.Name)))),
        },
        AccountOpened { Account: var account } => book with { Accounts = book.Accounts.SetItem(account.Code, new(account.Code, account.Role, account.Name)) },
        AccountClosed closed => book with { Accounts = book.Accounts.SetItem(closed.Code, book.Accounts[closed.Code] with { Closed = true }) },
        AccountRenamed renamed => book with { Accounts = book.Accounts.SetItem(renamed.Code, book.Accounts[renamed.Code] with { Name = renamed.Name }) },
        SectionOpened opened => book with { Sections = book.Sections.SetItem(opened.Section.Value, new(opened.Section, opened.Name)) },
        TransactionPosted posted => book.With(posted.Transaction, position),
        JournalMonthClosed closed => book with { ClosedUntil = closed.Month },
        YearClosed closed => book.WithoutTransactionsOf(closed.Year),
        AccountsApproved approved => book with { ApprovedYears = book.ApprovedYears.Add(approved.Year) },
        AccountsApprovalUndone undone => book with { ApprovedYears = book.ApprovedYears.Remove(undone.Year) },
        _ => throw new ArgumentOutOfRangeException(nameof(entry)),
    };

    private AccountBook With(Transaction transaction, long position)
    {
        var month = Months.GetValueOrDefault(transaction.Month) ?? new(Totals.None, [], position, position);
        var year = YearOf(transaction.Month).Year;
        return this with
        {
            Months = Months.SetItem(transaction.Month, month with { Totals = month.Totals.With(transaction), Transactions = month.Transactions.Add(transaction.Id.Value), To = position }),
            Years = Years.SetItem(year, (Years.GetValueOrDefault(year) ?? Totals.None).With(transaction)),
            Open = Open.SetItem(transaction.Id.Value, transaction),
            Balances = transaction.Lines.Aggregate(Balances, (balances, line) => balances.SetItem(line.Account, balances.GetValueOrDefault(line.Account) + line.Amount)),
            Turned = Turned + transaction.Lines.Sum(line => Math.Max(0, line.Amount.Value)),
            Begins = transaction.Kind == TransactionKind.Opening ? transaction.Day : Begins,
            Reversed = transaction is { Kind: TransactionKind.Reversal, About: { } taken } ? Reversed.Add(taken) : Reversed,
            NextTransaction = new(transaction.Id.Value + 1),
        };
    }

    private AccountBook WithoutTransactionsOf(int year)
    {
        var numbers = Months.Where(month => YearOf(month.Key).Year == year).SelectMany(month => month.Value.Transactions).ToList();
        return this with { ClosedYears = ClosedYears.Add(year), Open = Open.RemoveRange(numbers), Reversed = Reversed.Except(numbers) };
    }
}

/// <summary>Codes in the order of their groups, so that <c>1.2</c> comes before <c>1.10</c>.</summary>
public sealed class CodeOrder : IComparer<string>
{
    public static readonly CodeOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        var (left, right) = ((x ?? "").Split('.'), (y ?? "").Split('.'));
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            var byLength = left[i].TrimStart('0').Length.CompareTo(right[i].TrimStart('0').Length);
            var order = byLength != 0 ? byLength : string.CompareOrdinal(left[i].TrimStart('0'), right[i].TrimStart('0'));
            if (order != 0) return order;
        }
        var groups = left.Length.CompareTo(right.Length);
        return groups != 0 ? groups : string.CompareOrdinal(x, y);
    }
}
