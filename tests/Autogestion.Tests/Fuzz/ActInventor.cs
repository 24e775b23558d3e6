using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using Autogestion.Office.Codec;

namespace Autogestion.Tests.Fuzz;

/// <summary>
/// Makes up acts as JSON, well formed for their contract and otherwise anything: people, sittings and motions that exist, that
/// belong to others, that never were; numbers and days at their edges. The same seed makes the same acts.
/// </summary>
internal sealed class ActInventor(Random random, IReadOnlyList<PersonId> people)
{
    private const int Deepest = 6;

    private static readonly long[] Numbers = [0, 1, 1, 2, 2, 3, 4, 5, 7, 12, -1, 100, 10_000, int.MaxValue, int.MinValue];
    private static readonly string[] Days = ["2026-03-01", "0001-01-01", "9999-12-31", "2024-02-29", "2030-06-15", "1970-01-01"];
    private static readonly string[] Instants = ["2026-03-01T12:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2030-06-15T00:00:00Z"];
    private static readonly string[] Strings = ["palabra", "X", "America/Argentina/Buenos_Aires", "planta-prueba", "assembly.tie", "no such rule", "الجمعية", "🏭", "<script>alert(1)</script>", "'; DROP TABLE entries; --", "../../etc/passwd", "\u202Eatnalp"];

    /// <summary>The members of an act.</summary>
    public JsonObject Data(ActKind kind, int depth = 0) => Members(kind.Type, depth);

    private JsonObject Members(Type type, int depth)
    {
        var made = new JsonObject();
        foreach (var property in JsonForm.Options.GetTypeInfo(type).Properties)
            if (property.IsRequired || (depth < Deepest && random.Next(2) == 0))
                made[property.Name] = Value(property.PropertyType, depth + 1);
        return made;
    }

    private JsonNode? Value(Type declared, int depth)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type == typeof(Text)) return random.Next(3) == 0 ? new JsonObject { ["words"] = Pick(Strings), ["language"] = "es" } : Pick(Strings);
        if (type == typeof(PersonId)) return Person();
        if (type == typeof(Guid)) return Guid.NewGuid().ToString();
        if (type == typeof(string)) return Pick(Strings);
        if (type == typeof(bool)) return random.Next(2) == 0;
        if (type == typeof(int)) return Pick(Numbers);
        if (type == typeof(long)) return Pick(Numbers);
        if (type == typeof(decimal)) return "12.50";
        if (type == typeof(Money)) return Pick(["12.50", "0.00", "-1.00", "999999999999999.99"]);
        if (type == typeof(Fraction)) return Pick(["1/2", "2/3", "1/10", "2147483647/1", "0/1", "1/2147483647"]);
        if (type == typeof(Instant)) return Pick(Instants);
        if (type == typeof(LocalDate)) return Pick(Days);
        if (type == typeof(LocalTime)) return "09:30:00";
        if (type == typeof(LocalDateTime)) return Pick(Days) + "T09:30:00";
        if (type == typeof(YearMonth)) return Pick(["2026-03", "1999-12"]);
        if (type == typeof(AnnualDate)) return Pick(["12-31", "02-29", "01-01"]);
        if (type == typeof(LetterId)) return Pick(["otra-planta:1", "planta-prueba:1", "x:2147483647"]);
        if (type.IsEnum) return Pick(Enum.GetNames(type));
        if (type == typeof(Act)) return Inside(depth);
        if (type == typeof(RuleValue)) return Rule(depth);
        if (type.IsValueType && type.GetProperty("Value") is { } inner && JsonForm.Options.GetTypeInfo(type).Kind == JsonTypeInfoKind.None) return Value(inner.PropertyType, depth);
        if (Element(type) is { } element) return Many(element, depth);
        return type.IsAbstract ? Family(type, depth) : Members(type, depth);
    }

    private JsonValue Person() => JsonValue.Create((random.Next(8) switch { 0 => Guid.NewGuid(), 1 => Guid.Empty, _ => people[random.Next(people.Count)].Value }).ToString());

    private JsonArray Many(Type element, int depth) =>
        new([.. Enumerable.Range(0, depth >= Deepest ? 0 : random.Next(4)).Select(_ => Value(element, depth + 1))]);

    private JsonObject Inside(int depth)
    {
        var kinds = Catalogue.House.Acts;
        var kind = depth >= Deepest - 2 ? Catalogue.House.FindAct("deed.enter-due")! : kinds[random.Next(kinds.Length)];
        return new() { ["act"] = kind.Name, ["data"] = Data(kind, depth + 1) };
    }

    private JsonObject Rule(int depth)
    {
        var families = Nested(typeof(RuleValue));
        var family = families[random.Next(families.Length)];
        return new() { [JsonNamingPolicy.CamelCase.ConvertName(family.Name)] = Value(family.GetProperty("Value")!.PropertyType, depth + 1) };
    }

    private JsonObject Family(Type family, int depth)
    {
        var members = Nested(family);
        var member = members[random.Next(members.Length)];
        var made = Members(member, depth);
        made["kind"] = JsonNamingPolicy.CamelCase.ConvertName(member.Name);
        return made;
    }

    private T Pick<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];

    private static Type[] Nested(Type family) => [.. family.GetNestedTypes().Where(type => type.IsSubclassOf(family)).OrderBy(type => type.Name, StringComparer.Ordinal)];

    private static Type? Element(Type type) =>
        type != typeof(string) && type.IsGenericType && type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            ? type.GetGenericArguments()[^1]
            : null;
}
