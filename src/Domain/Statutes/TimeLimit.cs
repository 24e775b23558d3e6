namespace Autogestion.Domain.Statutes;

/// <summary>What a limit is counted in. Months and years are counted as such, never as thirty days.</summary>
public enum TimeUnit
{
    Minutes,
    Hours,
    Days,

    /// <summary>Monday to Friday; public holidays are not known here and count as working days.</summary>
    WorkingDays,
    Months,
    Years,
}

/// <summary>Which end days are left out of a count of days.</summary>
public enum ExcludedEnds
{
    /// <summary>The first day is not counted, the last is: the common way.</summary>
    First,

    /// <summary>Neither is counted (ES art. 24.1).</summary>
    Both,

    /// <summary>Both are counted.</summary>
    None,
}

/// <summary>A length of time as a rule states it, with its way of counting.</summary>
public sealed record TimeLimit(int Amount, TimeUnit Unit, ExcludedEnds Excluded = ExcludedEnds.First)
{
    /// <summary>The earliest moment that leaves at least this much time after <paramref name="from"/> (days: the start of that day).</summary>
    public Instant Earliest(Instant from, DateTimeZone zone) => Unit switch
    {
        TimeUnit.Minutes => from + Duration.FromMinutes(Amount),
        TimeUnit.Hours => from + Duration.FromHours(Amount),
        _ => zone.AtStartOfDay(After(from.InZone(zone).Date)).ToInstant(),
    };

    /// <summary>The last moment within this limit after <paramref name="from"/> (days: the end of that day).</summary>
    public Instant Latest(Instant from, DateTimeZone zone) => Unit switch
    {
        TimeUnit.Minutes or TimeUnit.Hours => Earliest(from, zone),
        _ => zone.AtStartOfDay(After(from.InZone(zone).Date).PlusDays(1)).ToInstant() - Duration.Epsilon,
    };

    /// <summary>The day on which this much time has passed since <paramref name="from"/>.</summary>
    public LocalDate After(LocalDate from) => Unit switch
    {
        TimeUnit.Days => from.PlusDays(Amount + Shift),
        TimeUnit.WorkingDays => PlusWorkingDays(from, Amount + Shift),
        TimeUnit.Months => from.PlusMonths(Amount),
        TimeUnit.Years => from.PlusYears(Amount),
        _ => from,
    };

    /// <summary>The last day that leaves at least this much time before <paramref name="to"/>.</summary>
    public LocalDate Before(LocalDate to) => Unit switch
    {
        TimeUnit.Days => to.PlusDays(-(Amount + Shift)),
        TimeUnit.WorkingDays => MinusWorkingDays(to, Amount + Shift),
        TimeUnit.Months => to.PlusMonths(-Amount),
        TimeUnit.Years => to.PlusYears(-Amount),
        _ => to,
    };

    /// <summary>
    /// Less, equal or greater; null where the two are counted in ways that cannot be compared. Hours are minutes and years
    /// are months; days are days only when their ends are counted alike.
    /// </summary>
    public static int? Compare(TimeLimit a, TimeLimit b)
    {
        var (unitA, amountA) = a.InLeastUnit;
        var (unitB, amountB) = b.InLeastUnit;
        var endsMatter = unitA is TimeUnit.Days or TimeUnit.WorkingDays;
        return unitA == unitB && (!endsMatter || a.Excluded == b.Excluded) ? amountA.CompareTo(amountB) : null;
    }

    private (TimeUnit Unit, long Amount) InLeastUnit => Unit switch
    {
        TimeUnit.Hours => (TimeUnit.Minutes, Amount * 60L),
        TimeUnit.Years => (TimeUnit.Months, Amount * 12L),
        _ => (Unit, Amount),
    };

    private int Shift => Excluded switch
    {
        ExcludedEnds.Both => 1,
        ExcludedEnds.None => -1,
        _ => 0,
    };

    private static LocalDate PlusWorkingDays(LocalDate from, int days)
    {
        var date = from;
        for (var left = days; left > 0;)
        {
            date = date.PlusDays(1);
            if (date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)) left--;
        }
        return date;
    }

    private static LocalDate MinusWorkingDays(LocalDate to, int days)
    {
        var date = to;
        for (var left = days; left > 0;)
        {
            date = date.PlusDays(-1);
            if (date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)) left--;
        }
        return date;
    }
}
