using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;

namespace Autogestion.Office.Codec;

/// <summary>What can be wrong with incoming JSON.</summary>
public enum FaultKind
{
    /// <summary>No act has that name; the name is in <see cref="Fault.About"/>.</summary>
    UnknownAct,

    /// <summary>More bytes than the number in <see cref="Fault.About"/>.</summary>
    TooLarge,

    /// <summary>Not JSON, a name twice in one object, or nested too deeply.</summary>
    NotJson,

    /// <summary>Something that is not known here.</summary>
    UnknownMember,

    /// <summary>Something that must be there and is not; what it is, in <see cref="Fault.About"/>.</summary>
    MissingMember,

    /// <summary>A value of another form than the one in <see cref="Fault.About"/>.</summary>
    WrongValue,
}

/// <summary>What is wrong with incoming JSON, and where.</summary>
/// <param name="Path">JSON Pointer (RFC 6901); empty for the whole.</param>
/// <param name="About">A name, number or form, by kind; never text of an exception and never what was sent, but for a name.</param>
public sealed record Fault(FaultKind Kind, string Path, string About = "");

/// <summary>Finds what is wrong with JSON that did not become an act, by walking it beside the contract. Runs only after a failure.</summary>
internal sealed class Diagnosis(Catalogue catalogue, JsonSerializerOptions options)
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = JsonForm.MaxDepth, AllowDuplicateProperties = false };

    /// <summary>The fault of bytes that are no JSON of ours at all, or null.</summary>
    public static Fault? NotJson(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return null;
        }
        catch (JsonException e)
        {
            return new(FaultKind.NotJson, "", e.BytePositionInLine is { } at ? $"line {e.LineNumber + 1}, byte {at + 1}" : "");
        }
    }

    /// <summary>The first fault.</summary>
    public Fault Find(ReadOnlyMemory<byte> json, Type type)
    {
        using var document = JsonDocument.Parse(json, Strict);
        return TextConverter.Incoming(
            (_, _, retention) => new Text(Guid.Empty, "", retention),
            () => Walk(document.RootElement, type, "") ?? new(FaultKind.WrongValue, "", Shapes.Form(type)));
    }

    private Fault? Walk(JsonElement json, Type type, string path)
    {
        if (Reads(json, type)) return null;
        if (type == typeof(Text) && json.ValueKind == JsonValueKind.Object) return Walk(json, typeof(TextConverter.TypedWords), path);
        if (type == typeof(Act)) return WalkAct(json, path);
        if (type == typeof(RuleValue)) return WalkRule(json, path);
        var info = options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);
        var inside = (info.Kind, json.ValueKind) switch
        {
            (JsonTypeInfoKind.Object, JsonValueKind.Object) => info.Type.IsAbstract ? WalkFamily(json, info, path) : WalkMembers(json, info, path, known: null),
            (JsonTypeInfoKind.Enumerable, JsonValueKind.Array) => json.EnumerateArray()
                .Select((element, index) => Walk(element, info.ElementType!, $"{path}/{index}")).FirstOrDefault(fault => fault is not null),
            (JsonTypeInfoKind.Dictionary, JsonValueKind.Object) => json.EnumerateObject()
                .Select(member => Walk(member.Value, info.ElementType!, Below(path, member.Name))).FirstOrDefault(fault => fault is not null),
            _ => null,
        };
        return inside ?? new(FaultKind.WrongValue, path, Shapes.Form(type));
    }

    private Fault? WalkMembers(JsonElement json, JsonTypeInfo info, string path, string? known)
    {
        foreach (var member in json.EnumerateObject().Where(member => member.Name != known))
        {
            if (info.Properties.FirstOrDefault(property => property.Name == member.Name) is not { } property)
                return new(FaultKind.UnknownMember, Below(path, member.Name));
            if (member.Value.ValueKind == JsonValueKind.Null && property.IsSetNullable) continue;
            if (Walk(member.Value, property.PropertyType, Below(path, member.Name)) is { } fault) return fault;
        }
        return info.Properties.FirstOrDefault(property => property.IsRequired && !json.TryGetProperty(property.Name, out _)) is { } missing
            ? new(FaultKind.MissingMember, Below(path, missing.Name), Shapes.Form(missing.PropertyType))
            : null;
    }

    private Fault? WalkFamily(JsonElement json, JsonTypeInfo info, string path)
    {
        var name = StoredContract.Discriminator(info.Type);
        if (!json.TryGetProperty(name, out var kind)) return new(FaultKind.MissingMember, Below(path, name), Shapes.Form(info.Type));
        var member = StoredContract.Members(info.Type).FirstOrDefault(member => kind.ValueKind == JsonValueKind.String && kind.ValueEquals(member.Name));
        return member.Type is null
            ? new(FaultKind.WrongValue, Below(path, name), Shapes.Form(info.Type))
            : WalkMembers(json, options.GetTypeInfo(member.Type), path, known: name);
    }

    private Fault? WalkAct(JsonElement json, string path)
    {
        if (json.ValueKind != JsonValueKind.Object) return new(FaultKind.WrongValue, path, Shapes.Form(typeof(Act)));
        if (WalkMembers(json, options.GetTypeInfo(typeof(ActConverter.NamedAct)), path, known: null) is { } fault) return fault;
        var name = json.GetProperty("act").GetString()!;
        return catalogue.FindAct(name) is { } kind
            ? Walk(json.GetProperty("data"), kind.Type, Below(path, "data")) ?? new(FaultKind.WrongValue, Below(path, "version"), $"{kind.Version}")
            : new(FaultKind.UnknownAct, Below(path, "act"), name);
    }

    private Fault? WalkRule(JsonElement json, string path)
    {
        if (json.ValueKind != JsonValueKind.Object || json.EnumerateObject().ToList() is not [var only])
            return new(FaultKind.WrongValue, path, Shapes.Form(typeof(RuleValue)));
        return RuleValueConverter.Members.TryGetValue(only.Name, out var member)
            ? Walk(only.Value, member.Value.PropertyType, Below(path, only.Name))
            : new(FaultKind.UnknownMember, Below(path, only.Name), Shapes.Form(typeof(RuleValue)));
    }

    private bool Reads(JsonElement json, Type type)
    {
        try
        {
            return json.Deserialize(type, options) is not null;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return false;
        }
    }

    private static string Below(string path, string name) =>
        $"{path}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
}
