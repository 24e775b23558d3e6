using Autogestion.Domain.Accounts;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Pay;

namespace Autogestion.Api;

/// <summary>The accounts of this year: trial balance up to the last month written.</summary>
public sealed record AccountsLine(string? Currency, YearMonth? From, YearMonth? To, YearMonth? ClosedUntil, IReadOnlyList<AccountLine> Accounts);

/// <summary>One account: debit above zero.</summary>
public sealed record AccountLine(string Code, AccountRole Role, AccountClass Class, SaidView? Name, Money Before, Money Debit, Money Credit, Money After);

/// <summary>How everybody is paid, the months kept, and what is owed.</summary>
public sealed record PayLines(PayBasis? Basis, Money? Amount, ResolutionId? By, Money Owed, IReadOnlyList<PayRunLine> Months);

/// <summary>The slips of a month.</summary>
public sealed record PayRunLine(YearMonth Month, ResolutionId? By, bool Settled, Instant ContestUntil, Money Gross, Money Deducted, IReadOnlyList<SlipLine> Slips);

/// <summary>One slip with its arithmetic.</summary>
public sealed record SlipLine(PersonView Person, Money Net, IReadOnlyList<PayLine> Lines);

/// <summary>Views of accounts and pay: pure, from the state to what is said.</summary>
public static class EconomyViews
{
    public static AccountsLine Accounts(ViewRequest request, Say say)
    {
        var book = request.Visit.State.Accounts;
        if (book.Months.IsEmpty) return new(book.Currency, null, null, book.ClosedUntil, []);
        var (to, from) = (book.Months.Keys.Last(), book.YearOf(book.Months.Keys.Last()).First);
        return new(book.Currency, from, to, book.ClosedUntil,
            [.. Statements.TrialBalance(book, from, to).Lines.Select(line => new AccountLine(line.Account.Code, line.Account.Role, line.Account.Class, say(line.Account.Name), line.Before, line.Debit, line.Credit, line.After))]);
    }

    public static PayLines Pay(ViewRequest request, Say say)
    {
        var book = request.Visit.State.Pay;
        return new(book.Rule?.Basis, book.Rule?.Amount, book.RuleBy, book.TotalOwed,
            [.. book.Runs.Values.Reverse().Take(3).Select(run => new PayRunLine(run.Month, run.By, run.Settled, run.ContestUntil, run.Gross, run.Deducted,
                [.. run.Slips.Values.Select(slip => new SlipLine(request.Person(slip.Person), slip.Net, slip.Lines))]))]);
    }
}
