using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Autogestion.Domain.Kernel;
using NodaTime.Text;

namespace Autogestion.Office.Codec;

/// <summary>A value written as one JSON string, with one spelling.</summary>
internal abstract class StringFormConverter<T> : JsonConverter<T>
    where T : notnull
{
    // Longer than any spelling but words; those, and anything in escapes, take the way through a string.
    private const int Short = 64;

    protected abstract bool TryParse(ReadOnlySpan<char> text, out T value);

    protected abstract string Format(T value);

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Parse(ref reader) : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Format(value));

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(ref reader);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(Format(value));

    private T Parse(ref Utf8JsonReader reader)
    {
        Span<char> buffer = stackalloc char[Short];
        var text = !reader.HasValueSequence && reader.ValueSpan.Length <= Short ? buffer[..reader.CopyString(buffer)] : reader.GetString().AsSpan();
        return TryParse(text, out var value) ? value : throw new JsonException();
    }
}

/// <summary>Text in NFC, without NUL.</summary>
internal sealed class NormalStringConverter : StringFormConverter<string>
{
    protected override bool TryParse(ReadOnlySpan<char> text, out string value)
    {
        value = Normal(text.ToString());
        return !value.Contains('\0', StringComparison.Ordinal);
    }

    protected override string Format(string value) => Normal(value);

    private static string Normal(string text) => text.IsNormalized() ? text : text.Normalize();
}

/// <summary>A decimal as a string, so that no reader makes a binary fraction of it: <c>"12.50"</c>.</summary>
internal sealed class DecimalConverter : StringFormConverter<decimal>
{
    protected override bool TryParse(ReadOnlySpan<char> text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && text.SequenceEqual(Format(value));

    protected override string Format(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>An amount of money as <c>"1250.00"</c>, always with two places.</summary>
internal sealed class MoneyConverter : StringFormConverter<Money>
{
    protected override bool TryParse(ReadOnlySpan<char> text, out Money value) => Money.TryParse(text, out value);

    protected override string Format(Money value) => value.ToString();
}

/// <summary>A part as <c>"2/3"</c>.</summary>
internal sealed class FractionConverter : StringFormConverter<Fraction>
{
    protected override bool TryParse(ReadOnlySpan<char> text, out Fraction value) => Fraction.TryParse(text.ToString(), out value);

    protected override string Format(Fraction value) =>
        value.Denominator > 0 ? value.ToString() : throw new InvalidOperationException("A fraction was never given a value.");
}

/// <summary>A letter as <c>"sender:number"</c>.</summary>
internal sealed class LetterIdConverter : StringFormConverter<LetterId>
{
    protected override bool TryParse(ReadOnlySpan<char> text, out LetterId value)
    {
        var colon = text.LastIndexOf(':');
        value = default;
        if (colon < 1 || !int.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        value = new(new(text[..colon].ToString()), number);
        return text.SequenceEqual(value.ToString());
    }

    protected override string Format(LetterId value) => value.ToString();
}

/// <summary>An instant in RFC 3339 UTC with up to nine digits of a second.</summary>
internal sealed class InstantConverter : StringFormConverter<Instant>
{
    private const int Seconds = 20;

    protected override bool TryParse(ReadOnlySpan<char> text, out Instant value)
    {
        value = default;
        if (text.Length < Seconds || text[4] != '-' || text[^1] != 'Z') return false;
        if (text.Length > Seconds) return InstantPattern.ExtendedIso.Parse(text.ToString()).TryGetValue(default, out value);
        if (!LocalDateConverter.TryRead(text[..10], out var day) || text[10] != 'T' || text[13] != ':' || text[16] != ':') return false;
        if (!LocalDateConverter.Digits(text[11..13], out var hour) || !LocalDateConverter.Digits(text[14..16], out var minute) || !LocalDateConverter.Digits(text[17..19], out var second)) return false;
        if (hour > 23 || minute > 59 || second > 59) return false;
        value = day.At(new LocalTime(hour, minute, second)).InUtc().ToInstant();
        return true;
    }

    protected override string Format(Instant value) => InstantPattern.ExtendedIso.Format(value);
}

/// <summary>A day as <c>2026-03-01</c>.</summary>
internal sealed class LocalDateConverter : StringFormConverter<LocalDate>
{
    /// <summary>Reads ten characters, year first.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out LocalDate value)
    {
        value = default;
        if (text.Length != 10 || text[4] != '-' || text[7] != '-') return false;
        if (!Digits(text[..4], out var year) || !Digits(text[5..7], out var month) || !Digits(text[8..], out var day)) return false;
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month)) return false;
        value = new(year, month, day);
        return true;
    }

    /// <summary>Reads plain digits and nothing else.</summary>
    public static bool Digits(ReadOnlySpan<char> text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    protected override bool TryParse(ReadOnlySpan<char> text, out LocalDate value) => TryRead(text, out value);

    protected override string Format(LocalDate value) => LocalDatePattern.Iso.Format(value);
}

/// <summary>A time of day as <c>09:00:00</c>; the seconds may be left out when it is typed.</summary>
internal sealed class LocalTimeConverter : StringFormConverter<LocalTime>
{
    private static readonly LocalTimePattern HoursAndMinutes = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");

    protected override bool TryParse(ReadOnlySpan<char> text, out LocalTime value) =>
        LocalTimePattern.ExtendedIso.Parse(text.ToString()).TryGetValue(default, out value) || HoursAndMinutes.Parse(text.ToString()).TryGetValue(default, out value);

    protected override string Format(LocalTime value) => LocalTimePattern.ExtendedIso.Format(value);
}

/// <summary>A day and time where the collective is, as <c>2026-03-01T09:00:00</c>; the seconds may be left out when it is typed.</summary>
internal sealed class LocalDateTimeConverter : StringFormConverter<LocalDateTime>
{
    private static readonly LocalDateTimePattern ToTheMinute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm");

    protected override bool TryParse(ReadOnlySpan<char> text, out LocalDateTime value) =>
        LocalDateTimePattern.ExtendedIso.Parse(text.ToString()).TryGetValue(default, out value) || ToTheMinute.Parse(text.ToString()).TryGetValue(default, out value);

    protected override string Format(LocalDateTime value) => LocalDateTimePattern.ExtendedIso.Format(value);
}

/// <summary>A month as <c>2026-03</c>.</summary>
internal sealed class YearMonthConverter : StringFormConverter<YearMonth>
{
    protected override bool TryParse(ReadOnlySpan<char> text, out YearMonth value) => YearMonthPattern.Iso.Parse(text.ToString()).TryGetValue(default, out value);

    protected override string Format(YearMonth value) => YearMonthPattern.Iso.Format(value);
}

/// <summary>A day of every year as <c>12-31</c>.</summary>
internal sealed class AnnualDateConverter : StringFormConverter<AnnualDate>
{
    protected override bool TryParse(ReadOnlySpan<char> text, out AnnualDate value) => AnnualDatePattern.Iso.Parse(text.ToString()).TryGetValue(new(1, 1), out value);

    protected override string Format(AnnualDate value) => AnnualDatePattern.Iso.Format(value);
}

/// <summary>Enums by name, in one spelling; never by number.</summary>
internal sealed class EnumNameConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Named<>).MakeGenericType(typeToConvert))!;

    private sealed class Named<T> : StringFormConverter<T>
        where T : struct, Enum
    {
        private static readonly FrozenDictionary<string, T> ByName = Enum.GetValues<T>().ToFrozenDictionary(value => value.ToString());

        private static readonly FrozenDictionary<T, string> Names = ByName.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

        private static readonly FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> BySpelling = ByName.GetAlternateLookup<ReadOnlySpan<char>>();

        protected override bool TryParse(ReadOnlySpan<char> text, out T value) => BySpelling.TryGetValue(text, out value);

        protected override string Format(T value) => Names[value];
    }
}
