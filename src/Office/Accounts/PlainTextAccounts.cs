using System.Globalization;
using Autogestion.Domain.Accounts;

namespace Autogestion.Office.Accounts;

/// <summary>A kind of file that other programs for accounts read.</summary>
public enum JournalFormat
{
    Hledger,
    Ledger,
    Beancount,
    Csv,
}

/// <summary>How accounts and transactions are called in a file that is taken away.</summary>
/// <param name="NameOf">An account in words.</param>
/// <param name="WordsOf">What a transaction was, in words.</param>
public sealed record JournalWords(Func<Account, string> NameOf, Func<Transaction, string> WordsOf);

/// <summary>
/// Writes the journal for hledger, ledger, beancount and as a table. Accounts are called by class and code, alike in all three,
/// so that their balances can be laid side by side; names are comments. Every amount is in the currency of the accounts; an
/// amount in another one is a comment.
/// </summary>
public sealed class PlainTextAccounts(AccountBook book, JournalFormat format, JournalWords words)
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    /// <summary>The ending of a file of that kind.</summary>
    public static string Ending(JournalFormat format) => format switch
    {
        JournalFormat.Hledger => "hledger",
        JournalFormat.Ledger => "ledger",
        JournalFormat.Beancount => "beancount",
        _ => "csv",
    };

    /// <summary>What an account is called there: <c>Assets:1-1-01</c>.</summary>
    public static string NameIn(Account account) => $"{Root(account.Class)}:{account.Code.Replace('.', '-')}";

    /// <summary>What stands before the first transaction.</summary>
    public void WriteHead(TextWriter file)
    {
        if (format == JournalFormat.Csv)
        {
            file.WriteLine("number,day,kind,words,account,name,debit,credit,section,origin,currency,amount,rate");
            return;
        }
        if (format == JournalFormat.Hledger) file.WriteLine($"commodity 1000.00 {book.Currency}\n");
        if (format == JournalFormat.Beancount) file.WriteLine($"option \"operating_currency\" \"{book.Currency}\"\n");
        foreach (var account in book.Accounts.Values)
        {
            file.WriteLine(format == JournalFormat.Beancount ? $"1900-01-01 open {NameIn(account)} {book.Currency}" : $"account {NameIn(account)}");
            file.WriteLine($"  ; {OneLine(words.NameOf(account))}");
        }
        file.WriteLine();
    }

    /// <summary>One transaction with all its lines.</summary>
    public void Write(TextWriter file, Transaction transaction)
    {
        if (format == JournalFormat.Csv)
        {
            foreach (var line in transaction.Lines) file.WriteLine(Row(transaction, line));
            return;
        }
        var day = transaction.Day.ToString("uuuu-MM-dd", Plain);
        var said = OneLine(words.WordsOf(transaction));
        file.WriteLine(format == JournalFormat.Beancount
            ? $"{day} * \"{said.Replace("\\", "", StringComparison.Ordinal).Replace('"', '\'')}\" ^{transaction.Id.Value.ToString(Plain)}"
            : $"{day} * ({transaction.Id.Value.ToString(Plain)}) {said.Replace(';', ',').Replace('|', '/')}");
        foreach (var line in transaction.Lines)
        {
            file.Write($"  {NameIn(book.Find(line.Account)!)}  {line.Amount} {book.Currency}");
            file.WriteLine(line.Foreign is { } foreign ? $"  ; {foreign.Amount} {foreign.Currency} a {foreign.Rate.ToString(Plain)}" : "");
        }
        file.WriteLine();
    }

    private string Row(Transaction transaction, Line line) => string.Join(',', new[]
    {
        transaction.Id.Value.ToString(Plain), transaction.Day.ToString("uuuu-MM-dd", Plain), $"{transaction.Kind}", words.WordsOf(transaction), line.Account, words.NameOf(book.Find(line.Account)!),
        line.Amount > Domain.Kernel.Money.Zero ? $"{line.Amount}" : "", line.Amount < Domain.Kernel.Money.Zero ? $"{-line.Amount}" : "",
        line.Section?.Value.ToString(Plain) ?? "", line.Origin?.ToString() ?? "", line.Foreign?.Currency ?? "", line.Foreign?.Amount.ToString() ?? "", line.Foreign?.Rate.ToString(Plain) ?? "",
    }.Select(Cell));

    /// <summary>A cell of a table (RFC 4180); none begins as a formula would in a spreadsheet.</summary>
    public static string Cell(string value)
    {
        if (value is ['=' or '+' or '@' or '\t' or '\r', ..] || (value is ['-', ..] && !decimal.TryParse(value, NumberStyles.Number, Plain, out _))) value = "'" + value;
        return value.AsSpan().IndexOfAny(",\"\r\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Root(AccountClass kind) => kind switch
    {
        AccountClass.Asset => "Assets",
        AccountClass.Liability => "Liabilities",
        AccountClass.Equity => "Equity",
        AccountClass.Income => "Income",
        _ => "Expenses",
    };
}
