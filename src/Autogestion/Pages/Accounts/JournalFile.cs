using Autogestion.Domain.Accounts;
using Autogestion.Domain.Kernel;
using Autogestion.Look;
using Autogestion.Web;

namespace Autogestion.Pages.Accounts;

/// <summary>A transaction as a table gives it.</summary>
/// <param name="Line">The line of the file on which it begins.</param>
public sealed record FileTransaction(int Line, LocalDate Day, string Words, ImmutableArray<Line> Lines);

/// <summary>Transactions read from a table; or what is wrong with it.</summary>
public sealed record JournalRead(ImmutableArray<FileTransaction> Transactions, ImmutableArray<FileFlaw> Flaws);

/// <summary>
/// Reads transactions from a table: a row for each line, those of one transaction together. Where a column numbers them, rows with
/// the same number belong together; else a transaction ends where debit and credit agree.
/// </summary>
public static class JournalFile
{
    private const int MostFlaws = 20;

    private static readonly string[] Needed = ["day", "account"];

    private static readonly Dictionary<string, string> Columns = new()
    {
        ["fecha"] = "day",
        ["dia"] = "day",
        ["day"] = "day",
        ["date"] = "day",
        ["cuenta"] = "account",
        ["codigo"] = "account",
        ["account"] = "account",
        ["code"] = "account",
        ["debe"] = "debit",
        ["debito"] = "debit",
        ["debit"] = "debit",
        ["haber"] = "credit",
        ["credito"] = "credit",
        ["credit"] = "credit",
        ["importe"] = "amount",
        ["amount"] = "amount",
        ["concepto"] = "words",
        ["detalle"] = "words",
        ["que fue"] = "words",
        ["words"] = "words",
        ["asiento"] = "number",
        ["numero"] = "number",
        ["number"] = "number",
    };

    /// <param name="isOpen">Whether an account of that code can be written on.</param>
    public static JournalRead Read(string words, Func<string, bool> isOpen)
    {
        if (string.IsNullOrWhiteSpace(words)) return new([], [new(0, "Empty")]);
        var table = TableFile.Read(words, Columns);
        var flaws = new List<FileFlaw>(Needed.Where(needed => !table.Columns.ContainsKey(needed)).Select(needed => new FileFlaw(1, "NoColumn", needed)));
        if (flaws.Count == 0 && !table.Columns.ContainsKey("amount") && !(table.Columns.ContainsKey("debit") && table.Columns.ContainsKey("credit"))) flaws.Add(new(1, "NoColumn", "debit"));
        if (flaws.Count > 0) return new([], [.. flaws]);
        var transactions = ImmutableArray.CreateBuilder<FileTransaction>();
        var (number, now) = ("", (FileTransaction?)null);
        foreach (var row in table.Rows.TakeWhile(_ => flaws.Count < MostFlaws))
        {
            if (LineOf(table, row, isOpen, flaws) is not { } line) continue;
            var own = table.Cell(row, "number");
            if (now is not null && table.Columns.ContainsKey("number") && own != number) End();
            if (now is null)
            {
                if (TableFile.Day(table.Cell(row, "day")) is not { } day)
                {
                    flaws.Add(new(row.Line, "Day", table.Cell(row, "day")));
                    continue;
                }
                (number, now) = (own, new(row.Line, day, table.Cell(row, "words"), []));
            }
            now = now with { Lines = now.Lines.Add(line) };
            if (!table.Columns.ContainsKey("number") && Money.Sum(now.Lines.Select(one => one.Amount)).IsZero) End();
        }
        if (now is not null) End();
        if (flaws.Count == 0 && transactions.Count == 0) flaws.Add(new(0, "Empty"));
        return new(transactions.ToImmutable(), [.. flaws]);

        void End()
        {
            if (Money.Sum(now!.Lines.Select(one => one.Amount)) is { IsZero: false } difference && flaws.Count == 0) flaws.Add(new(now.Line, "Unbalanced", $"{difference}"));
            transactions.Add(now);
            now = null;
        }
    }

    private static Line? LineOf(TableFile table, TableRow row, Func<string, bool> isOpen, List<FileFlaw> flaws)
    {
        var code = table.Cell(row, "account").Split(' ', 2)[0];
        if (!isOpen(code)) flaws.Add(new(row.Line, "Account", table.Cell(row, "account")));
        else if (AmountOf(table, row) is { IsZero: false } amount) return new(code, amount);
        else flaws.Add(new(row.Line, "Amount", table.Cell(row, "debit") + table.Cell(row, "credit") + table.Cell(row, "amount")));
        return null;
    }

    private static Money? AmountOf(TableFile table, TableRow row)
    {
        if (table.Columns.ContainsKey("amount")) return TypedAmount.Read(table.Cell(row, "amount"));
        var (debit, credit) = (table.Cell(row, "debit"), table.Cell(row, "credit"));
        Money? Read(string word) => word.Length == 0 ? Money.Zero : TypedAmount.Read(word);
        return Read(debit) is { } more && Read(credit) is { } less ? more - less : null;
    }
}
