using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using Autogestion.Office.Codec;

namespace Autogestion.Api;

/// <summary>JSON schemas of acts as they are sent, made from the same contract that reads them.</summary>
public sealed class ActSchemas
{
    public const string Request = "ActRequest", Entered = "ActEntered", Refusal = "Refusal", Fault = "Fault", Problem = "Problem";

    private const string ActName = "Act", RuleName = "RuleValue", WordsName = "Words", AuthorityName = "Authority", PersonName = "Newcomer";

    private static readonly Dictionary<Type, string> Formats = new()
    {
        [typeof(Guid)] = "uuid",
        [typeof(Instant)] = "date-time",
        [typeof(LocalDate)] = "date",
        [typeof(decimal)] = "decimal",
    };

    private static readonly Dictionary<Type, string> Patterns = new()
    {
        [typeof(LocalTime)] = @"^\d{2}:\d{2}(:\d{2}(\.\d+)?)?$",
        [typeof(LocalDateTime)] = @"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?$",
        [typeof(YearMonth)] = @"^\d{4}-\d{2}$",
        [typeof(AnnualDate)] = @"^\d{2}-\d{2}$",
        [typeof(Fraction)] = @"^\d+/\d+$",
        [typeof(Money)] = @"^-?\d+\.\d{2}$",
        [typeof(LetterId)] = @"^[a-z0-9-]+:\d+$",
    };

    /// <summary>Every schema, by its name.</summary>
    public IEnumerable<(string Name, JsonNode Schema)> All()
    {
        foreach (var kind in Catalogue.House.Acts) yield return (kind.Name, Act(kind));
        yield return (ActName, new JsonObject
        {
            ["description"] = "An act inside another: the effect of a motion.",
            ["type"] = "object",
            ["required"] = new JsonArray("act", "data"),
            ["properties"] = new JsonObject { ["act"] = Names(Catalogue.House.Acts.Select(kind => kind.Name)), ["data"] = new JsonObject { ["type"] = "object" } },
        });
        yield return (RuleName, new JsonObject { ["description"] = "One member that names the type of the value.", ["type"] = "object", ["minProperties"] = 1, ["maxProperties"] = 1 });
        yield return (WordsName, Parse("""
            {"description":"Words of a person: as a string in the reader's language, or with their language.",
             "oneOf":[{"type":"string"},{"type":"object","required":["words"],"additionalProperties":false,
               "properties":{"words":{"type":"string","maxLength":20000},"language":{"type":"string"}}}]}
            """));
        yield return (AuthorityName, Parse("""
            {"description":"The source cited; left out for whatever the person has.","type":"object","required":["source"],"additionalProperties":false,
             "properties":{"source":{"enum":["ownAffair","membership","mandate"]},"id":{"type":"integer","description":"The mandate, where one is cited."}}}
            """));
        yield return (PersonName, Parse("""
            {"description":"Somebody whom member.apply brings: written down in the registry, and put into the act as person and commitment.",
             "type":"object","required":["name"],"additionalProperties":false,
             "properties":{"name":{"type":"string","maxLength":120},"document":{"type":"string"},"phone":{"type":"string"},"email":{"type":"string"},"language":{"enum":["es","en"]}}}
            """));
        yield return (Request, RequestSchema());
        yield return (Entered, Parse("""
            {"type":"object","required":["first","last","repeated","entries"],"properties":{"first":{"type":"integer"},"last":{"type":"integer"},
             "repeated":{"type":"boolean","description":"It was there already, from an earlier try."},
             "entries":{"type":"array","items":{"type":"object","properties":{"kind":{"type":"string"},"version":{"type":"integer"},"data":{"type":"object"}}}}}}
            """));
        yield return (Refusal, Parse("""
            {"type":"object","required":["type","title","status","detail","code"],"properties":{"type":{"type":"string"},"title":{"type":"string"},"status":{"const":409},
             "detail":{"type":"string","description":"The rule that stands in the way, in words."},"code":{"type":"string"},
             "rule":{"type":["string","null"]},"article":{"type":["string","null"]},"source":{"type":["string","null"]},"facts":{"type":"object"},
             "remedy":{"type":"string","description":"What can be done instead."},"position":{"type":"integer","description":"Where it was decided; nothing was written."}}}
            """));
        yield return (Fault, Parse("""
            {"type":"object","properties":{"type":{"type":"string"},"title":{"type":"string"},"status":{"type":"integer"},"detail":{"type":"string"},
             "code":{"enum":["UnknownAct","TooLarge","NotJson","UnknownMember","MissingMember","WrongValue"]},
             "path":{"type":"string","description":"JSON Pointer into the request."},"about":{"type":"string"}}}
            """));
        yield return (Problem, Parse("""
            {"type":"object","properties":{"type":{"type":"string"},"title":{"type":"string"},"status":{"type":"integer"},"detail":{"type":"string"}}}
            """));
    }

    private static JsonObject RequestSchema() => new()
    {
        ["oneOf"] = new JsonArray([.. Catalogue.House.Acts.Select(kind => new JsonObject
        {
            ["title"] = kind.Name,
            ["type"] = "object",
            ["required"] = new JsonArray("id", "act", "data"),
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject
            {
                ["id"] = new JsonObject { ["type"] = "string", ["format"] = "uuid", ["description"] = "Made by the client; a repeat writes nothing twice." },
                ["act"] = new JsonObject { ["const"] = kind.Name },
                ["data"] = Description.Reference(kind.Name),
                ["authority"] = Description.Reference(AuthorityName),
                ["happened"] = new JsonObject { ["type"] = "string", ["format"] = "date-time", ["description"] = "When it happened, if it is written down later." },
                ["newcomer"] = Description.Reference(PersonName),
            },
        })]),
    };

    private static JsonNode Act(ActKind kind)
    {
        var schema = JsonForm.Options.GetJsonSchemaAsNode(kind.Type, new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform });
        var sources = kind.Sources.Select(source => source.Power is { } power ? $"{source.Source} {power}" : $"{source.Source}");
        if (schema is JsonObject written) written.Insert(0, "description", $"Authority: {string.Join(", ", sources)}.{(kind.Matter is { } matter ? $" Matter: {matter}." : "")}");
        return schema;
    }

    // What our own converters write is not known to the exporter.
    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        if (type == typeof(Text)) return Description.Reference(WordsName);
        if (type == typeof(Domain.Kernel.Act)) return Description.Reference(ActName);
        if (type == typeof(RuleValue)) return Description.Reference(RuleName);
        if (Formats.TryGetValue(type, out var format)) return new JsonObject { ["type"] = "string", ["format"] = format };
        if (Patterns.TryGetValue(type, out var pattern)) return new JsonObject { ["type"] = "string", ["pattern"] = pattern };
        if (type.IsEnum) return Names(Enum.GetNames(type));
        if (type == typeof(string)) return new JsonObject { ["type"] = "string" };
        if (context.TypeInfo.Kind == JsonTypeInfoKind.None && Inner(type) is { } inner)
            return inner == typeof(Guid) ? new JsonObject { ["type"] = "string", ["format"] = "uuid" } : new JsonObject { ["type"] = inner == typeof(string) ? "string" : "integer" };
        return schema;
    }

    private static Type? Inner(Type type) => type.IsValueType && type.GetProperty("Value") is { } value ? value.PropertyType : null;

    private static JsonObject Names(IEnumerable<string> names) => new() { ["enum"] = new JsonArray([.. names.Select(name => JsonValue.Create(name))]) };

    private static JsonNode Parse(string json) => JsonNode.Parse(json)!;
}
