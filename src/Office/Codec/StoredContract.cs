using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Autogestion.Domain.Kernel;

namespace Autogestion.Office.Codec;

/// <summary>
/// How a record of the rules is written: exactly the parameters of its constructor, in their order, those left out that are
/// null or at their default. An abstract record with nested sealed ones is a closed family, told apart by a first member.
/// </summary>
internal static class StoredContract
{
    public static void Apply(JsonTypeInfo info)
    {
        if (info.Kind == JsonTypeInfoKind.Object && info.Type.Assembly == typeof(Instant).Assembly) throw new InvalidOperationException($"{info.Type.Name} has no written form here yet.");
        if (info.Kind != JsonTypeInfoKind.Object || !IsOurs(info.Type)) return;
        if (info.Type.IsAbstract) info.PolymorphismOptions = Family(info.Type);
        else Constrain(info);
    }

    /// <summary>The first member that tells the members of a closed family apart.</summary>
    public static string Discriminator(Type family) => family == typeof(Authority) ? "source" : "kind";

    /// <summary>The members of a closed family, by stored name.</summary>
    public static IEnumerable<(string Name, Type Type)> Members(Type family) => family.GetNestedTypes()
        .Where(type => type.IsSubclassOf(family))
        .Select(type => (JsonNamingPolicy.CamelCase.ConvertName(type.Name), type))
        .OrderBy(member => member.Item1, StringComparer.Ordinal);

    private static bool IsOurs(Type type) => type.Assembly == typeof(Entry).Assembly || type.IsSubclassOf(typeof(Entry)) || type.IsSubclassOf(typeof(Act));

    private static JsonPolymorphismOptions Family(Type family)
    {
        var options = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = Discriminator(family) };
        foreach (var (name, type) in Members(family)) options.DerivedTypes.Add(new(type, name));
        return options.DerivedTypes.Count > 0
            ? options
            : throw new InvalidOperationException($"{family.Name} is abstract and has no nested records: it cannot be stored.");
    }

    private static void Constrain(JsonTypeInfo info)
    {
        foreach (var property in info.Properties.ToList())
        {
            if (property.AssociatedParameter is { } parameter) Constrain(property, parameter);
            else if (property.Set is null) info.Properties.Remove(property);
            else throw Flaw(property, "it is no parameter of the constructor and would not come back");
        }
    }

    private static void Constrain(JsonPropertyInfo property, JsonParameterInfo parameter)
    {
        property.Order = parameter.Position;
        if (parameter.IsNullable) property.IsRequired = false;
        if (!property.IsRequired)
        {
            var absent = parameter.HasDefaultValue ? parameter.DefaultValue : null;
            property.ShouldSerialize = (_, value) => !Equals(value, absent);
        }
        if (property.AttributeProvider?.IsDefined(typeof(ErasableAttribute), inherit: false) == true)
            property.CustomConverter = property.PropertyType == typeof(Text) ? TextConverter.Erasable : throw Flaw(property, "only a single text can be marked erasable");
        if (parameter.HasDefaultValue && property.PropertyType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
            throw Flaw(property, "an optional list is null when absent, never an array without a value");
    }

    private static InvalidOperationException Flaw(JsonPropertyInfo property, string reason) =>
        new($"{property.DeclaringType.Name}.{property.Name} cannot be stored: {reason}.");
}
