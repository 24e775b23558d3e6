// Figures, dates and hours as the reader's country writes them.

using System.Globalization;
using NodaTime.Text;

namespace Autogestion.Look;

public sealed partial class Reader
{
    const string NoBreak = "\u00a0";

    /// <summary>A whole number, grouped.</summary>
    public string Number(long number) => number.ToString("N0", Culture);

    /// <summary>A decimal, grouped, with as many decimals as it has or exactly <paramref name="decimals"/>.</summary>
    public string Number(decimal number, int? decimals = null) => decimals is { } fixedTo
        ? number.ToString("N" + fixedTo.ToString(CultureInfo.InvariantCulture), Culture)
        : number.ToString("#,##0.##########", Culture);

    /// <summary>A share of a whole as a percentage with at most one decimal; nothing of nothing is 0.</summary>
    public string Percent(decimal part, decimal whole) =>
        (whole == 0 ? 0 : part * 100 / whole).ToString("#,##0.#", Culture) + (Language == "en" ? "%" : NoBreak + "%");

    /// <summary>
    /// An amount with its currency. The country's own sign is used when reading in the country's language;
    /// elsewhere the ISO 4217 code, because a dollar sign says too little.
    /// </summary>
    public string Money(decimal amount, string currency) => Sign(currency) + NoBreak + Number(amount, Decimals(currency));

    /// <summary>As <see cref="Money"/>, without decimals when the amount is whole: for headlines, never for accounts.</summary>
    public string MoneyShort(decimal amount, string currency) =>
        decimal.Truncate(amount) == amount ? Sign(currency) + NoBreak + Number(amount, 0) : Money(amount, currency);

    /// <summary>"two thirds", "half", "one tenth"; figures when there is no word.</summary>
    public string Fraction(int numerator, int denominator)
    {
        if ((numerator, denominator) == (1, 2))
            return this["fractions.half"];
        var (top, bottom) = ($"numbers.{numerator}", $"fractions.{denominator}.{(numerator == 1 ? "one" : "other")}");
        return Texts.Has(top) && Texts.Has(bottom)
            ? $"{this[top]} {this[bottom]}"
            : string.Create(CultureInfo.InvariantCulture, $"{numerator}/{denominator}");
    }

    /// <summary>"1.ª", "1st": an ordinal in figures.</summary>
    public string Ordinal(int number, bool feminine = false) => Language == "en"
        ? number.ToString(CultureInfo.InvariantCulture) + (number % 100 is >= 11 and <= 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" })
        : number.ToString(CultureInfo.InvariantCulture) + (feminine ? "." + "ª" : "." + "º");

    /// <summary>"Folio 61": the numbered page of a legal book.</summary>
    public string Folio(long folio) => this["book.folioNumber", ("folio", folio)];

    /// <summary>Weekday, day, month and year.</summary>
    public string Date(LocalDate date) => Pattern(date, "time.longDate");

    /// <summary>Weekday, day, month and year of an instant in the reader's zone.</summary>
    public string Date(Instant instant) => Date(Here(instant).Date);

    /// <summary>Day, short month and year.</summary>
    public string ShortDate(LocalDate date) => Pattern(date, "time.shortDate").Replace(".", "", StringComparison.Ordinal);

    /// <summary>Day, short month and year of an instant in the reader's zone.</summary>
    public string ShortDate(Instant instant) => ShortDate(Here(instant).Date);

    /// <summary>The short name of the month, for a calendar.</summary>
    public string Month(LocalDate date) => Pattern(date, "time.month").Replace(".", "", StringComparison.Ordinal);

    /// <summary>The month in full and the year: "marzo de 2026".</summary>
    public string MonthAndYear(LocalDate date) => Pattern(date, "time.monthAndYear");

    /// <summary>A year, without a mark for thousands.</summary>
    public static string Year(int year) => year.ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>The hour alone, on 24 hours, in the reader's zone.</summary>
    public string Hour(Instant instant) => Hour(Here(instant).TimeOfDay);

    /// <summary>The hour alone, on 24 hours.</summary>
    public static string Hour(LocalTime time) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(time);

    /// <summary>The hour with its zone: wherever two zones can meet.</summary>
    public string HourWithZone(Instant instant)
    {
        var here = Here(instant);
        var city = Zone.Id.Split('/')[^1].Replace('_', ' ');
        var offset = OffsetPattern.CreateWithInvariantCulture("+H:mm").Format(here.Offset).Replace("-", "\u2212", StringComparison.Ordinal);
        if (offset.EndsWith(":00", StringComparison.Ordinal))
            offset = offset[..^3];
        return this["time.hourWithZone", ("hour", Hour(here.TimeOfDay)), ("city", city), ("offset", "UTC" + offset)];
    }

    /// <summary>Short date and hour.</summary>
    public string Moment(Instant instant) => this["time.moment", ("date", ShortDate(instant)), ("hour", Hour(instant))];

    /// <summary>"today", "tomorrow", "in 3 days", "5 days ago".</summary>
    public string RelativeDay(LocalDate date, LocalDate today) => Period.DaysBetween(today, date) switch
    {
        0 => this["time.today"],
        1 => this["time.tomorrow"],
        -1 => this["time.yesterday"],
        > 1 and var days => Count("time.inDays", days),
        var days => Count("time.daysAgo", -days),
    };

    /// <summary>Hours and minutes worked or waited: "7 h 30 min".</summary>
    public string Span(Duration duration)
    {
        var (hours, minutes) = ((long)duration.TotalMinutes / 60, (long)duration.TotalMinutes % 60);
        return (hours, minutes) switch
        {
            (0, _) => $"{Number(minutes)}{NoBreak}min",
            (_, 0) => $"{Number(hours)}{NoBreak}h",
            _ => $"{Number(hours)}{NoBreak}h{NoBreak}{minutes.ToString("00", Culture)}{NoBreak}min",
        };
    }

    /// <summary>The form of an instant that machines read, for the datetime attribute.</summary>
    public static string Machine(Instant instant) => InstantPattern.General.Format(instant);

    ZonedDateTime Here(Instant instant) => instant.InZone(Zone);

    string Pattern(LocalDate date, string key) => date.ToDateTimeUnspecified().ToString(this[key], Culture);

    string Sign(string currency)
    {
        if (Language == "en")
            return currency;
        var home = new RegionInfo(Country);
        return home.ISOCurrencySymbol == currency ? home.CurrencySymbol : currency;
    }

    static int Decimals(string currency) => currency is "CLP" or "PYG" or "JPY" or "KRW" ? 0 : 2;
}
