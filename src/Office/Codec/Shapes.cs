using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;

namespace Autogestion.Office.Codec;

/// <summary>
/// The stored shapes written down as text: every kind with version and members, every type they use, and every rule that a
/// preset must hold. For people to read and for a test to compare.
/// </summary>
public sealed class Shapes
{
    private static readonly Dictionary<Type, string> Plain = new()
    {
        [typeof(string)] = "string",
        [typeof(bool)] = "boolean",
        [typeof(int)] = "number",
        [typeof(long)] = "number",
        [typeof(decimal)] = "string decimal",
        [typeof(Guid)] = "string uuid",
        [typeof(Instant)] = "string instant",
        [typeof(LocalDate)] = "string date",
        [typeof(LocalTime)] = "string time",
        [typeof(LocalDateTime)] = "string date and time",
        [typeof(YearMonth)] = "string year and month",
        [typeof(AnnualDate)] = "string month and day",
        [typeof(Fraction)] = "string fraction",
        [typeof(Money)] = "string money",
        [typeof(LetterId)] = "string letter",
        [typeof(Act)] = "object act",
    };

    private readonly SortedDictionary<string, string> types = new(StringComparer.Ordinal);
    private readonly JsonSerializerOptions options;

    private Shapes(JsonSerializerOptions options) => this.options = options;

    /// <summary>All shapes of a catalogue.</summary>
    public static string Describe(Catalogue catalogue, JsonSerializerOptions options)
    {
        var shapes = new Shapes(options);
        var text = new StringBuilder();
        foreach (var kind in catalogue.Entries)
            text.Append(CultureInfo.InvariantCulture, $"entry {kind.Name} version {kind.Version} seen by {kind.Audience}\n{shapes.Members(kind.Type, "  ")}\n");
        foreach (var kind in catalogue.Acts)
        {
            var sources = string.Join(", ", kind.Sources.Select(source => source.Power is { } power ? $"{source.Source} {power}" : $"{source.Source}"));
            var matter = kind.Matter is { } of ? $" on {of}" : "";
            text.Append(CultureInfo.InvariantCulture, $"act {kind.Name} version {kind.Version} by {sources}{matter}\n{shapes.Members(kind.Type, "  ")}\n");
        }
        foreach (var type in shapes.types.Values) text.Append(CultureInfo.InvariantCulture, $"{type}\n");
        return text.Append(CultureInfo.InvariantCulture, $"complete preset\n{string.Concat(Rules.All.Values.Select(shapes.Rule))}").ToString();
    }

    /// <summary>The form of a type in a few words, as <c>string fraction</c> or <c>Opening|EachVote</c>.</summary>
    public static string Form(Type type)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        if (Plain.TryGetValue(inner, out var plain)) return plain;
        if (IdConverterFactory.ValueOf(inner) is { } value) return $"{Form(value)} {inner.Name}";
        if (inner.IsEnum) return string.Join('|', Enum.GetNames(inner));
        if (Element(inner) is { } element) return $"[{Form(element)}]";
        if (inner == typeof(Text) || inner == typeof(TextConverter.TypedWords)) return "string or {words, language?}";
        return inner.IsAbstract ? $"{inner.Name} {string.Join('|', StoredContract.Members(inner).Select(member => member.Name))}" : inner.Name;
    }

    private static Type? Element(Type type) =>
        type.IsGenericType && type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            ? type.GetGenericArguments()[^1]
            : null;

    // A rule that came later has a value for the books that do not speak of it: as binding as its name.
    private string Rule(RuleKey key) =>
        $"  {key.Name}: {JsonNamingPolicy.CamelCase.ConvertName(key.ValueType.Name)}{(key.Options.IsEmpty ? "" : " " + string.Join('|', key.Options))}{(key.Otherwise is { } value ? " else " + JsonSerializer.Serialize(value, options) : "")}\n";

    private string Members(Type type, string indent) => string.Concat(
        options.GetTypeInfo(type).Properties
            .OrderBy(property => property.Name, StringComparer.Ordinal)
            .Select(property => $"{indent}{property.Name}{(property.IsRequired ? "" : "?")}: {Refer(property.PropertyType)}{Absent(property)}\n"));

    // What stands for a member that is left out: to change it would change what is already written.
    private static string Absent(JsonPropertyInfo property) =>
        property.AssociatedParameter is { HasDefaultValue: true, DefaultValue: { } value } ? $" = {value}" : "";

    private string Refer(Type type)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        if (Plain.ContainsKey(inner) || IdConverterFactory.ValueOf(inner) is not null) return Form(inner);
        if (Element(inner) is { } element) return options.GetTypeInfo(inner).Kind == JsonTypeInfoKind.Dictionary ? $"{{{Refer(element)}}}" : $"[{Refer(element)}]";
        if (!types.ContainsKey(inner.Name))
        {
            types[inner.Name] = "";
            types[inner.Name] = Define(inner);
        }
        return inner.Name;
    }

    private string Define(Type type)
    {
        if (type.IsEnum) return $"enum {type.Name}\n{string.Concat(Enum.GetNames(type).Order(StringComparer.Ordinal).Select(name => $"  {name}\n"))}";
        if (type == typeof(RuleValue))
            return $"family {type.Name}\n{string.Concat(RuleValueConverter.Members.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"  {pair.Key}: {Refer(pair.Value.Value.PropertyType)}\n"))}";
        if (type == typeof(Text)) return $"type {type.Name}\n{Members(typeof(TextConverter.Reference), "  ")}";
        return type.IsAbstract
            ? $"family {type.Name} by {StoredContract.Discriminator(type)}\n{string.Concat(StoredContract.Members(type).Select(member => $"  {member.Name}\n{Members(member.Type, "    ")}"))}"
            : $"type {type.Name}\n{Members(type, "  ")}";
    }
}
