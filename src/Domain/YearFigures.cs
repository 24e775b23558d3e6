using Autogestion.Domain.Accounts;
using Autogestion.Domain.Statutes;
using Autogestion.Domain.Surplus;

namespace Autogestion.Domain;

/// <summary>The figures of a year as accounts, hours and pay have them: what a motion on its surplus begins with.</summary>
public static class YearFigures
{
    /// <summary>The figures of the accounts of a year; null where none are kept of it.</summary>
    public static SurplusFigures? Of(int year, Collective collective)
    {
        var book = collective.Accounts;
        if (!book.Years.ContainsKey(year)) return null;
        var months = FiscalYear.Ending(year, book.YearEnds);
        var sheet = Statements.Balance(book, months.Last);
        Money Result(ResultOrigin origin) => Statements.Income(book, months.First, months.Last, key => (key.Origin ?? ResultOrigin.Members) == origin).Result;
        Money Balance(AccountRole role) => Money.Sum(sheet.Equity.Where(line => line.Account.Role == role).Select(line => line.Amount));
        var before = Balance(AccountRole.PriorResults);
        return new(
            Result(ResultOrigin.Members), Result(ResultOrigin.HiredLabour), Result(ResultOrigin.Outside), before < Money.Zero ? -before : Money.Zero, Money.Zero,
            Positive(Balance(AccountRole.ShareCapital)), Positive(Balance(AccountRole.LegalReserve)));
    }

    /// <summary>What one person put into a year by the measure in force, as far as the book knows: whole hours, or whole units of the advances settled.</summary>
    public static long WorkOf(PersonId person, int year, Collective collective)
    {
        var months = FiscalYear.Ending(year, collective.Deed.YearEnds).Months.ToList();
        return collective.Statutes.Rule(Rules.WorkMeasure).Value.Value == "Advances"
            ? (long)months.Sum(month => collective.Pay.Runs.GetValueOrDefault(month) is { Settled: true } run ? run.SlipOf(person)?.Gross.Value ?? 0 : 0)
            : months.Sum(month => (long)collective.Work.MinutesOf(person, month, collective.Statutes)) / 60;
    }

    private static Money Positive(Money amount) => amount < Money.Zero ? Money.Zero : amount;
}
