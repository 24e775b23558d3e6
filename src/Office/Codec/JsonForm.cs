using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace Autogestion.Office.Codec;

/// <summary>
/// The one written form of everything stored and everything spoken over the interface: strict JSON (nothing unknown,
/// nothing twice, nothing missing), names in camelCase, enums by name, decimals as strings, instants in RFC 3339 UTC, text in NFC.
/// </summary>
public static class JsonForm
{
    /// <summary>Deepest nesting: a motion whose effect adopts a preset needs about twelve.</summary>
    public const int MaxDepth = 24;

    /// <summary>The form for the rules as shipped.</summary>
    public static JsonSerializerOptions Options { get; } = For(Catalogue.House, Upcasters.House);

    /// <summary>The form for a catalogue. Make one and keep it: it caches everything it learns about types.</summary>
    /// <exception cref="InvalidOperationException">An older version could not be read.</exception>
    public static JsonSerializerOptions For(Catalogue catalogue, Upcasters upcasters)
    {
        var missing = upcasters.Missing(catalogue).ToImmutableArray();
        if (missing.Length > 0) throw new InvalidOperationException($"No way up for: {string.Join(", ", missing)}.");
        var options = new JsonSerializerOptions(JsonSerializerOptions.Strict)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            MaxDepth = MaxDepth,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            AllowOutOfOrderMetadataProperties = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { StoredContract.Apply } },
        };
        JsonConverter[] converters =
        [
            new NormalStringConverter(), new DecimalConverter(), new MoneyConverter(),
            new InstantConverter(), new LocalDateConverter(), new LocalTimeConverter(), new LocalDateTimeConverter(), new YearMonthConverter(), new AnnualDateConverter(),
            new FractionConverter(), new LetterIdConverter(), new IdConverterFactory(), new EnumNameConverterFactory(),
            new RuleValueConverter(), new ActConverter(catalogue, upcasters), TextConverter.Legal,
        ];
        foreach (var converter in converters) options.Converters.Add(converter);
        options.MakeReadOnly();
        return options;
    }
}
