using System.Globalization;
using Autogestion.Domain;
using Autogestion.Domain.Accounts;
using Autogestion.Domain.Kernel;
using Autogestion.Web;
using Autogestion.Wording;
using NodaTime.Text;

namespace Autogestion.Pages.Accounts;

/// <summary>What the pages about the accounts have in common: the book of account, the months asked for, and names.</summary>
public abstract class AccountsPages() : RoomPage(Audience.Members)
{
    public AccountBook Book => Visit.State.Accounts;

    public string Here => $"/c/{BookId}/accounts";

    public YearMonth ThisMonth => Visit.Today.ToYearMonth();

    /// <summary>The last month in which something was written; this month where nothing was.</summary>
    public YearMonth LastMonth => Book.Months.IsEmpty ? ThisMonth : Book.Months.Keys.Last();

    public bool MayKeep => Visit.Viewer.Person is { } person && Authorities.For(new CloseJournalMonth(ThisMonth), person, Visit.Now, Visit.State) is not null;

    public FiscalYear Year => Book.YearOf(LastMonth);

    /// <summary>An account as people call it.</summary>
    public string NameOf(Account account) => account.Name is { } name ? Words[name] : T.Name(account.Role);

    public string NameOf(string code) => Book.Find(code) is { } account ? NameOf(account) : code;

    public string Amount(Money amount) => T.Amount(amount);

    /// <summary>An amount in a column that is empty where there is nothing.</summary>
    public string InColumn(Money amount) => amount.IsZero ? "" : T.Amount(amount);

    public string MonthOf(YearMonth month) => T.MonthAndYear(month.OnDayOfMonth(1));

    public static string Write(YearMonth month) => YearMonthPattern.Iso.Format(month);

    /// <summary>A month in the address, if it is one within a hundred years; else another one.</summary>
    protected YearMonth Asked(string? month, YearMonth otherwise) =>
        YearMonthPattern.Iso.Parse(month ?? "") is { Success: true, Value: var asked } && Math.Abs(asked.Year - Visit.Today.Year) < 100 ? asked : otherwise;

    /// <summary>Accounts to choose from: code, and code with name.</summary>
    public IReadOnlyList<(string Value, string Words)> Choices => [.. Book.Accounts.Values.Where(account => !account.Closed).Select(account => (account.Code, $"{account.Code} {NameOf(account)}"))];

    /// <summary>What a transaction was.</summary>
    public string WordsOf(Transaction transaction) => transaction.Words is { } words ? Words[words]
        : transaction is { Kind: TransactionKind.Pay, About: { } month } ? T["accounts.kind.Pay", ("about", MonthOf(new(month / 100, month % 100)))]
        : transaction.About is { } about ? T[$"accounts.kind.{transaction.Kind}", ("about", about.ToString(CultureInfo.InvariantCulture))] : T.Name(transaction.Kind);

    protected override IEnumerable<Text?> Texts() => [.. Book.Accounts.Values.Select(account => account.Name), .. Book.Sections.Values.Select(section => section.Name)];
}
