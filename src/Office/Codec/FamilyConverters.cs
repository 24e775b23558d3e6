using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;

namespace Autogestion.Office.Codec;

/// <summary>The value of a rule as an object with one member that names its type: <c>{"share":"1/10"}</c>.</summary>
internal sealed class RuleValueConverter : JsonConverter<RuleValue>
{
    /// <summary>The types of value, by the member that holds them.</summary>
    public static readonly FrozenDictionary<string, (Type Family, PropertyInfo Value)> Members = StoredContract.Members(typeof(RuleValue))
        .ToFrozenDictionary(member => member.Name, member => (member.Type, member.Type.GetProperty("Value")!));

    private static readonly FrozenDictionary<Type, string> Names = Members.ToFrozenDictionary(pair => pair.Value.Family, pair => pair.Key);

    public override RuleValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject || !reader.Read() || reader.TokenType != JsonTokenType.PropertyName) throw new JsonException();
        if (!Members.TryGetValue(reader.GetString()!, out var member)) throw new JsonException();
        reader.Read();
        var value = JsonSerializer.Deserialize(ref reader, member.Value.PropertyType, options) ?? throw new JsonException();
        if (!reader.Read() || reader.TokenType != JsonTokenType.EndObject) throw new JsonException();
        return (RuleValue)Activator.CreateInstance(member.Family, value)!;
    }

    public override void Write(Utf8JsonWriter writer, RuleValue value, JsonSerializerOptions options)
    {
        var name = Names[value.GetType()];
        var property = Members[name].Value;
        writer.WriteStartObject();
        writer.WritePropertyName(name);
        JsonSerializer.Serialize(writer, property.GetValue(value), property.PropertyType, options);
        writer.WriteEndObject();
    }
}

/// <summary>An act inside an act or entry (the effect of a motion): <c>{"act":"member.admit","data":{…}}</c>, with its version above 1.</summary>
internal sealed class ActConverter(Catalogue catalogue, Upcasters upcasters) : JsonConverter<Act>
{
    public override Act Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var named = JsonSerializer.Deserialize<NamedAct>(ref reader, options) ?? throw new JsonException();
        if (catalogue.FindAct(named.Act) is not { } kind || named.Version < 1 || named.Version > kind.Version) throw new JsonException();
        if (named.Version == kind.Version) return (Act?)named.Data.Deserialize(kind.Type, options) ?? throw new JsonException();
        var lifted = upcasters.Lift(kind.Name, named.Version, kind.Version, JsonObject.Create(named.Data) ?? throw new JsonException());
        return (Act?)lifted.Deserialize(kind.Type, options) ?? throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, Act value, JsonSerializerOptions options)
    {
        var kind = catalogue.Of(value);
        writer.WriteStartObject();
        writer.WriteString("act"u8, kind.Name);
        if (kind.Version > 1) writer.WriteNumber("version"u8, kind.Version);
        writer.WritePropertyName("data"u8);
        JsonSerializer.Serialize(writer, value, kind.Type, options);
        writer.WriteEndObject();
    }

    internal sealed record NamedAct(string Act, JsonElement Data, int Version = 1);
}
