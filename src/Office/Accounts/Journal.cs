using Autogestion.Domain.Accounts;
using Autogestion.Office.Desk;

namespace Autogestion.Office.Accounts;

/// <summary>
/// Reads transactions: of open years from the state, of closed ones from the book between the positions of their month. Work
/// that grows with that month, not with the book.
/// </summary>
public static class Journal
{
    /// <summary>The transactions of a month, by day and number.</summary>
    public static async Task<ImmutableArray<Transaction>> JournalAsync(this BookDesk desk, YearMonth month, CancellationToken cancellation = default)
    {
        var book = desk.Current.State.Accounts;
        if (book.Months.GetValueOrDefault(month) is not { } journal) return [];
        var found = ImmutableArray.CreateBuilder<Transaction>(journal.Transactions.Count);
        if (book.ClosedYears.Contains(book.YearOf(month).Year))
        {
            await foreach (var entry in desk.ReadAsync(journal.From - 1, journal.To, cancellation))
                if (entry.Entry is TransactionPosted { Transaction: var transaction } && transaction.Month == month) found.Add(transaction);
        }
        else
        {
            found.AddRange(journal.Transactions.Select(number => book.Open[number]));
        }
        found.Sort((one, other) => (one.Day, one.Id.Value).CompareTo((other.Day, other.Id.Value)));
        return found.DrainToImmutable();
    }

    /// <summary>Every transaction, month by month: for a file to take away.</summary>
    public static async IAsyncEnumerable<Transaction> WholeJournalAsync(this BookDesk desk, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var month in desk.Current.State.Accounts.Months.Keys)
            foreach (var transaction in await desk.JournalAsync(month, cancellation)) yield return transaction;
    }
}
