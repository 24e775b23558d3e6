using System.Globalization;
using Autogestion.Domain.Kernel;
using Autogestion.Look;

namespace Autogestion.Wording;

/// <summary>How a fact of the domain is written for a reader: numbers, dates, shares, and the names of enum values.</summary>
public static class FactWording
{
    /// <summary>The fact in the reader's words. Enum values have a text <c>{type}.{value}</c>, as <c>matter.AdmitMember</c>.</summary>
    public static string Fact(this Reader reader, object? value) => value switch
    {
        null => "",
        Enum choice => reader.Name(choice),
        Instant instant => reader.Moment(instant),
        LocalDate date => reader.Date(date),
        AnnualDate day => day.InYear(2000).ToDateTimeUnspecified().ToString("M", reader.Culture),
        Money amount => reader.Amount(amount),
        YearMonth month => reader.MonthAndYear(month.OnDayOfMonth(1)),
        Fraction share => reader.Fraction(share.Numerator, share.Denominator),
        int number => reader.Number(number),
        long number => reader.Number(number),
        bool yes => reader[yes ? "answer.yes" : "answer.no"],
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>An amount as the reader's country writes it, always with two places.</summary>
    public static string Amount(this Reader reader, Money amount) => amount.Value.ToString("N2", reader.Culture);

    /// <summary>The text of an enum value.</summary>
    public static string Name(this Reader reader, Enum value) => reader[Key(value)];

    /// <summary>The text of an enum value within a sentence: its first letter small.</summary>
    public static string NameWithin(this Reader reader, Enum value) => reader.Name(value) is [var first, .. var rest] ? char.ToLower(first, reader.Culture) + rest : "";

    /// <summary>"Elba, Rosa y Tito": at most so many by name, the others counted.</summary>
    public static string List(this Reader reader, IEnumerable<string> names, int most = 12)
    {
        var all = names.ToList();
        if (all.Count > most) all = [.. all.Take(most - 1), reader["list.more", ("count", all.Count - most + 1)]];
        return all switch
        {
            [] => "",
            [var only] => only,
            [.. var first, var last] => $"{string.Join(", ", first)} {And(reader, last)} {last}",
        };
    }

    /// <summary>The placeholders of a text, in order.</summary>
    public static IEnumerable<string> Placeholders(string text)
    {
        for (var open = text.IndexOf('{', StringComparison.Ordinal); open >= 0; open = text.IndexOf('{', open + 1))
            if (text.IndexOf('}', open) is > 0 and var close) yield return text[(open + 1)..close];
    }

    /// <summary>A text with only those placeholders looked up that it has.</summary>
    internal static string Tell(this Reader reader, string key, Func<string, string> fact) =>
        reader[key, [.. Placeholders(reader[key]).Distinct().Select(name => (name, (object?)fact(name)))]];

    private static string Key(Enum value)
    {
        var type = value.GetType().Name;
        return $"{char.ToLowerInvariant(type[0])}{type[1..]}.{value}";
    }

    // Spanish says "e" before the sound of an i.
    private static string And(Reader reader, string next) =>
        reader.Language == "es" && next is ['I' or 'i' or 'Í' or 'í', ..] or ['H' or 'h', 'i' or 'í', not ('e' or 'a'), ..] ? "e" : reader["list.and"];
}
