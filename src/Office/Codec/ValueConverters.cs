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
    protected abstract bool TryParse(string text, out T value);

    protected abstract string Format(T value);

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryParse(reader.GetString()!, out var value) ? value : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Format(value));

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TryParse(reader.GetString()!, out var value) ? value : throw new JsonException();

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(Format(value));
}

/// <summary>Text in NFC, without NUL.</summary>
internal sealed class NormalStringConverter : StringFormConverter<string>
{
    protected override bool TryParse(string text, out string value)
    {
        value = Normal(text);
        return !value.Contains('\0', StringComparison.Ordinal);
    }

    protected override string Format(string value) => Normal(value);

    private static string Normal(string text) => text.IsNormalized() ? text : text.Normalize();
}

/// <summary>A decimal as a string, so that no reader makes a binary fraction of it: <c>"12.50"</c>.</summary>
internal sealed class DecimalConverter : StringFormConverter<decimal>
{
    protected override bool TryParse(string text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && Format(value) == text;

    protected override string Format(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A part as <c>"2/3"</c>.</summary>
internal sealed class FractionConverter : StringFormConverter<Fraction>
{
    protected override bool TryParse(string text, out Fraction value) => Fraction.TryParse(text, out value);

    protected override string Format(Fraction value) =>
        value.Denominator > 0 ? value.ToString() : throw new InvalidOperationException("A fraction was never given a value.");
}

/// <summary>A letter as <c>"sender:number"</c>.</summary>
internal sealed class LetterIdConverter : StringFormConverter<LetterId>
{
    protected override bool TryParse(string text, out LetterId value)
    {
        var colon = text.LastIndexOf(':');
        value = default;
        if (colon < 1 || !int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        value = new(new(text[..colon]), number);
        return value.ToString() == text;
    }

    protected override string Format(LetterId value) => value.ToString();
}

/// <summary>An instant in RFC 3339 UTC with up to nine digits of a second.</summary>
internal sealed class InstantConverter : StringFormConverter<Instant>
{
    private const int YearDigits = 4;

    protected override bool TryParse(string text, out Instant value) =>
        InstantPattern.ExtendedIso.Parse(text).TryGetValue(default, out value) && text[YearDigits] == '-';

    protected override string Format(Instant value) => InstantPattern.ExtendedIso.Format(value);
}

/// <summary>A day as <c>2026-03-01</c>.</summary>
internal sealed class LocalDateConverter : StringFormConverter<LocalDate>
{
    protected override bool TryParse(string text, out LocalDate value) => LocalDatePattern.Iso.Parse(text).TryGetValue(default, out value);

    protected override string Format(LocalDate value) => LocalDatePattern.Iso.Format(value);
}

/// <summary>A time of day as <c>09:00:00</c>; the seconds may be left out when it is typed.</summary>
internal sealed class LocalTimeConverter : StringFormConverter<LocalTime>
{
    private static readonly LocalTimePattern HoursAndMinutes = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");

    protected override bool TryParse(string text, out LocalTime value) =>
        LocalTimePattern.ExtendedIso.Parse(text).TryGetValue(default, out value) || HoursAndMinutes.Parse(text).TryGetValue(default, out value);

    protected override string Format(LocalTime value) => LocalTimePattern.ExtendedIso.Format(value);
}

/// <summary>A day and time where the collective is, as <c>2026-03-01T09:00:00</c>; the seconds may be left out when it is typed.</summary>
internal sealed class LocalDateTimeConverter : StringFormConverter<LocalDateTime>
{
    private static readonly LocalDateTimePattern ToTheMinute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm");

    protected override bool TryParse(string text, out LocalDateTime value) =>
        LocalDateTimePattern.ExtendedIso.Parse(text).TryGetValue(default, out value) || ToTheMinute.Parse(text).TryGetValue(default, out value);

    protected override string Format(LocalDateTime value) => LocalDateTimePattern.ExtendedIso.Format(value);
}

/// <summary>A day of every year as <c>12-31</c>.</summary>
internal sealed class AnnualDateConverter : StringFormConverter<AnnualDate>
{
    protected override bool TryParse(string text, out AnnualDate value) => AnnualDatePattern.Iso.Parse(text).TryGetValue(new(1, 1), out value);

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

        protected override bool TryParse(string text, out T value) => ByName.TryGetValue(text, out value);

        protected override string Format(T value) => Names[value];
    }
}
