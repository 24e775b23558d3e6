namespace Autogestion.Domain.Accounts;

/// <summary>Twelve months of account, called by the year in which they end.</summary>
public readonly record struct FiscalYear(YearMonth First, YearMonth Last)
{
    public int Year => Last.Year;

    /// <summary>The fiscal year of a month.</summary>
    /// <param name="ends">The day on which years end: its month is the last.</param>
    public static FiscalYear Of(YearMonth month, AnnualDate ends) => Ending(month.Month > ends.Month ? month.Year + 1 : month.Year, ends);

    /// <summary>The fiscal year that ends in a calendar year.</summary>
    public static FiscalYear Ending(int year, AnnualDate ends)
    {
        var last = new YearMonth(year, ends.Month);
        return new(last.PlusMonths(-11), last);
    }

    public bool Contains(YearMonth month) => First.CompareTo(month) <= 0 && month.CompareTo(Last) <= 0;

    /// <summary>Its months, in order.</summary>
    public IEnumerable<YearMonth> Months
    {
        get
        {
            var first = First;
            return Enumerable.Range(0, 12).Select(first.PlusMonths);
        }
    }
}
