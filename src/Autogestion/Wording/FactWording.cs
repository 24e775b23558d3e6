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
        Fraction share => share.ToString(),
        int number => reader.Number(number),
        long number => reader.Number(number),
        var other => other.ToString() ?? "",
    };

    /// <summary>The text of an enum value.</summary>
    public static string Name(this Reader reader, Enum value)
    {
        var type = value.GetType().Name;
        return reader[$"{char.ToLowerInvariant(type[0])}{type[1..]}.{value}"];
    }
}
