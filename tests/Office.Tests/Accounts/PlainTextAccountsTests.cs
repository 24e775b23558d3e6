using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Autogestion.Domain.Accounts;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Accounts;
using Autogestion.Office.Charts;
using NodaTime;

namespace Autogestion.Office.Tests.Accounts;

/// <summary>Three other programs for accounts read what we write, and come to the same balances, to the cent.</summary>
public sealed class PlainTextAccountsTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("accounts").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Hledger_agrees(int seed) => Agrees(seed, JournalFormat.Hledger, "hledger", file => ["-f", file, "balance", "--flat", "--no-total", "-O", "csv"], ReadCsv);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Ledger_agrees(int seed) => Agrees(seed, JournalFormat.Ledger, "ledger", file => ["-f", file, "balance", "--flat", "--no-total", "--balance-format", "%(account),%(quantity(total))\n"], ReadCsv);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Beancount_agrees(int seed) => Agrees(seed, JournalFormat.Beancount, "bean-query", file => ["-f", "csv", file, "SELECT account, sum(position) GROUP BY account"], ReadCsv);

    [Fact]
    public void A_table_begins_no_cell_as_a_formula()
    {
        var book = Begun();
        var transaction = new Transaction(new(1), new(2005, 3, 1), TransactionKind.Manual, null, null, [new("1.1.01", new(5)), new("4.1.01", new(-5))]);
        using var text = new StringWriter();
        new PlainTextAccounts(book, JournalFormat.Csv, new(account => account.Code, _ => "=SUM(A1), \"ojo\"")).Write(text, transaction);
        Assert.Contains("\"'=SUM(A1), \"\"ojo\"\"\"", text.ToString(), StringComparison.Ordinal);
    }

    void Agrees(int seed, JournalFormat format, string program, Func<string, string[]> arguments, Func<string, Dictionary<string, decimal>> read)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(place => Path.Combine(place, program)).FirstOrDefault(File.Exists);
        Assert.SkipWhen(path is null, $"{program} is not there");
        var (book, transactions) = Lived(seed);
        var file = Path.Combine(folder, $"{seed}.{PlainTextAccounts.Ending(format)}");
        using (var text = new StreamWriter(file))
        {
            var writer = new PlainTextAccounts(book, format, new(account => $"{account.Role}; \"ñandú\"", transaction => $"Compra; de \"vidrio\" | n.º {transaction.Id.Value}"));
            writer.WriteHead(text);
            foreach (var transaction in transactions) writer.Write(text, transaction);
        }
        var theirs = read(Run(path!, arguments(file)));
        var ours = Statements.TrialBalance(book, book.Months.Keys.First(), book.Months.Keys.Last()).Lines.Where(line => !line.After.IsZero).ToDictionary(line => PlainTextAccounts.NameIn(line.Account), line => line.After.Value);
        Assert.True(ours.Count > 10, "hardly any account moved");
        Assert.Equal(ours.OrderBy(line => line.Key, StringComparer.Ordinal), theirs.Where(line => line.Value != 0).OrderBy(line => line.Key, StringComparer.Ordinal));
    }

    // Two years of random transactions, with the first year closed.
    static (AccountBook, List<Transaction>) Lived(int seed)
    {
        var random = new Random(seed);
        var (book, transactions, position) = (Begun(), new List<Transaction>(), 1L);
        // What a hand may write on: neither the result of a year nor what is nobody's.
        var codes = book.Accounts.Values.Where(account => account.Role is not (AccountRole.ResultOfYear or AccountRole.WelfareFund or AccountRole.EducationFund) && !account.Role.IsIndivisible()).Select(account => account.Code).ToList();
        for (var day = new LocalDate(2004, 1, 1); day < new LocalDate(2005, 12, 1); day = day.PlusDays(random.Next(1, 4)))
        {
            if (book.NextYear == 2004 && day.Year == 2005) Take(new CloseJournalMonth(new(2004, 12)), day);
            if (book.NextYear == 2004 && day.Year == 2005) Take(new CloseYear(2004), day);
            var cents = Enumerable.Range(0, random.Next(1, 4)).Select(_ => (long)random.Next(1, 90_000_000)).ToList();
            ImmutableArray<Line> lines = [.. cents.Select(amount => new Line(codes[random.Next(codes.Count)], Money.OfCents(amount))), new(codes[random.Next(codes.Count)], Money.OfCents(-cents.Sum()))];
            Take(new PostTransactions([new(day, null, lines)]), day);
        }
        return (book, transactions);

        void Take(AccountsAct act, LocalDate today)
        {
            foreach (var entry in ((Decision.Entered)AccountsDecider.Decide(act, book, today)).Entries.Cast<AccountsEntry>())
            {
                book = AccountBook.Evolve(book, entry, ++position, new(12, 31));
                if (entry is TransactionPosted posted) transactions.Add(posted.Transaction);
            }
        }
    }

    static AccountBook Begun() => AccountBook.Evolve(AccountBook.None, new ChartAdopted(ChartLibrary.For("AR")), 1, new(12, 31));

    static string Run(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["LC_ALL"] = "C.UTF-8" } };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        return output;
    }

    // "Assets:1-1-01","12.50 ARS" with a head, or without one and without currency.
    static Dictionary<string, decimal> ReadCsv(string output) => output.Split('\n')
        .Select(line => line.Replace("\"", "", StringComparison.Ordinal).Split(','))
        .Where(cells => cells.Length > 1 && cells[0].Contains(':', StringComparison.Ordinal))
        .ToDictionary(cells => cells[0].Trim(), cells => decimal.Parse(cells[1].Trim().Split(' ')[0], NumberStyles.Number, CultureInfo.InvariantCulture));
}
