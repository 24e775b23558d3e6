using Autogestion.Domain.Accounts;
using Autogestion.Domain.Kernel;
using FsCheck;
using FsCheck.Fluent;

namespace Autogestion.Domain.Specs.Accounts;

/// <summary>Laws of random journals, against a naive bookkeeper who adds up every line each time.</summary>
public sealed class AccountsLaws
{
    private static readonly LocalDate Today = new(2027, 6, 30);
    private static readonly string[] Codes = [.. AccountsExamples.Small.Select(account => account.Code)];

    private static readonly Gen<Draft> Drafts =
        from days in Gen.Choose(0, 1_000)
        from count in Gen.Choose(1, 5)
        from codes in Gen.Elements(Codes).ArrayOf(count + 1)
        from cents in Gen.Choose(-500_000, 500_000).Where(amount => amount != 0).ArrayOf(count)
        where cents.Sum() != 0
        select new Draft(
            new LocalDate(2024, 1, 1).PlusDays(days), null,
            [.. cents.Select((amount, i) => new Line(codes[i], Money.OfCents(amount))), new(codes[count], Money.OfCents(-cents.Sum()))]);

    private static (AccountBook Book, List<Draft> Written) Play(IEnumerable<Draft> drafts)
    {
        var book = AccountBook.Evolve(AccountBook.None, new ChartAdopted(new("ARS", AccountsExamples.Small)), 1, new(6, 30));
        var (position, written) = (1, new List<Draft>());
        foreach (var draft in drafts.OrderBy(draft => draft.Day))
        {
            while (book.NextYear is { } year && book.YearOf(draft.Day.ToYearMonth()).Year > year + 1) book = Close(book, year, ref position);
            if (AccountsDecider.Decide(new PostTransactions([draft]), book, draft.Day) is not Decision.Entered entered) continue;
            book = Take(book, entered, ref position);
            written.Add(draft);
        }
        return (book, written);
    }

    private static AccountBook Close(AccountBook book, int year, ref int position)
    {
        var last = FiscalYear.Ending(year, book.YearEnds).Last;
        book = Take(book, (Decision.Entered)AccountsDecider.Decide(new CloseJournalMonth(last), book, Today), ref position);
        return Take(book, (Decision.Entered)AccountsDecider.Decide(new CloseYear(year), book, Today), ref position);
    }

    private static AccountBook Take(AccountBook book, Decision.Entered entered, ref int position)
    {
        foreach (var entry in entered.Entries.Cast<AccountsEntry>()) book = AccountBook.Evolve(book, entry, ++position, new(6, 30));
        return book;
    }

    private static void ForAll(Func<List<Draft>, AccountBook, bool> holds) =>
        Prop.ForAll(Drafts.ArrayOf().ToArbitrary(), drafts => Play(drafts) is var (book, written) && holds(written, book)).QuickCheckThrowOnFailure();

    [Fact]
    public void Debits_equal_credits_whatever_is_written_and_closed() => ForAll((_, book) =>
        book.Months.Keys.All(month => Statements.TrialBalance(book, month, month) is var trial && trial.Debit == trial.Credit && Money.Sum(trial.Lines.Select(line => line.After)).IsZero));

    [Fact]
    public void What_there_is_equals_what_is_owed_and_owned() => ForAll((_, book) =>
        book.Months.Keys.All(month => Statements.Balance(book, month) is var sheet && sheet.TotalAssets == sheet.TotalLiabilities + sheet.TotalEquity));

    [Fact]
    public void Balances_are_what_a_naive_bookkeeper_adds_up() => ForAll((drafts, book) =>
    {
        return Codes.Where(code => !book.Find(code)!.Role.IsResult() && book.Find(code)!.Role is not (AccountRole.ResultOfYear or AccountRole.PriorResults))
            .All(code => book.BalanceOf(code).Value == drafts.Sum(draft => draft.Lines.Where(line => line.Account == code).Sum(line => line.Amount.Value)));
    });

    [Fact]
    public void The_result_of_a_year_is_the_same_before_and_after_its_closing() => ForAll((drafts, book) => book.Years.Keys.All(year =>
    {
        var months = FiscalYear.Ending(year, book.YearEnds);
        var naive = -drafts.Where(draft => months.Contains(draft.Day.ToYearMonth())).SelectMany(draft => draft.Lines).Where(line => book.Find(line.Account)!.Role.IsResult()).Sum(line => line.Amount.Value);
        return Statements.Income(book, months.First, months.Last).Result.Value == naive;
    }));

    [Fact]
    public void No_hand_takes_anything_out_of_a_reserve_that_is_nobodys() => ForAll((written, book) =>
        written.All(draft => draft.Lines.All(line => line.Amount < Money.Zero || !book.Find(line.Account)!.Role.IsIndivisible())));
}
