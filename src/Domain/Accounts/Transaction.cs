namespace Autogestion.Domain.Accounts;

/// <summary>Whose doing a result is: the law keeps the surplus of hired labour and of other business from being shared out.</summary>
public enum ResultOrigin
{
    Members,

    /// <summary>Of those who work without being members.</summary>
    HiredLabour,

    /// <summary>From outside the cooperative's own business.</summary>
    Outside,
}

/// <summary>What a transaction came from.</summary>
public enum TransactionKind
{
    /// <summary>Written by hand, or imported.</summary>
    Manual,

    /// <summary>The balances that the accounts began with.</summary>
    Opening,

    /// <summary>Brings the results of a year to nothing and their sum to the result of the year.</summary>
    Closing,

    /// <summary>Takes back another one, line by line.</summary>
    Reversal,

    /// <summary>A sale, a purchase, or what settles them.</summary>
    Document,

    /// <summary>Advances of a month, earned.</summary>
    Pay,

    /// <summary>Advances paid out.</summary>
    Payment,

    /// <summary>The surplus of a year as the assembly allotted it.</summary>
    Surplus,
}

/// <summary>An amount in another currency, at the rate of its day.</summary>
/// <param name="Currency">Three letters of ISO 4217.</param>
/// <param name="Amount">Not zero, with the sign of its line; at most two places.</param>
/// <param name="Rate">What one unit cost in the currency of the accounts, at most eight places.</param>
public sealed record ForeignAmount(string Currency, Money Amount, decimal Rate);

/// <summary>One line of a transaction.</summary>
/// <param name="Account">Code of the account.</param>
/// <param name="Amount">Debit above zero, credit below; never zero.</param>
/// <param name="Section">Whose result it is, on accounts of results.</param>
/// <param name="Origin">Whose doing it is, on accounts of results; members where nothing is said.</param>
public sealed record Line(string Account, Money Amount, SectionId? Section = null, ResultOrigin? Origin = null, ForeignAmount? Foreign = null);

/// <summary>Several lines that stand or fall together; their sum is zero.</summary>
/// <param name="Day">When it happened: it counts in that day's month.</param>
/// <param name="Words">What it was.</param>
/// <param name="About">Number of what it came from, where that has one: the transaction taken back, the pay run, the document.</param>
public sealed record Transaction(TransactionId Id, LocalDate Day, TransactionKind Kind, Text? Words, int? About, ImmutableArray<Line> Lines)
{
    public YearMonth Month => Day.ToYearMonth();

    /// <summary>The sum of its debits, which is that of its credits.</summary>
    public Money Total => Money.Sum(Lines.Where(line => line.Amount > Money.Zero).Select(line => line.Amount));
}
