using System.Text.Json;
using System.Text.Json.Nodes;
using Autogestion.Domain.Kernel;

namespace Autogestion.Office.Codec;

/// <summary>What became of incoming JSON: an act, or the first fault in it.</summary>
public abstract record Incoming
{
    private Incoming()
    {
    }

    public sealed record Readable(Act Act) : Incoming;

    public sealed record Malformed(Fault Fault) : Incoming;
}

/// <summary>Between acts and JSON as people's devices send it.</summary>
public sealed class ActCodec(Catalogue catalogue, JsonSerializerOptions options, Upcasters upcasters)
{
    /// <summary>Most bytes of one act: one that adopts a whole preset has about 40 thousand.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>For the rules as shipped.</summary>
    public static ActCodec House { get; } = new(Catalogue.House, JsonForm.Options, Upcasters.House);

    /// <summary>For a catalogue of its own.</summary>
    public static ActCodec For(Catalogue catalogue, Upcasters upcasters) => new(catalogue, JsonForm.For(catalogue, upcasters), upcasters);

    /// <summary>The stored form of an act with its name: what a passkey signs, and what an entry keeps as asked.</summary>
    public byte[] Write(Act act) => JsonSerializer.SerializeToUtf8Bytes(act, options);

    /// <summary>Reads an act in its present version, or in an older one that devices still send. Words in it become references through <paramref name="prepare"/>, called only for acts that are whole.</summary>
    public Incoming Read(string name, ReadOnlyMemory<byte> json, PrepareText prepare)
    {
        if (catalogue.FindAct(name) is not { } kind) return new Incoming.Malformed(new(FaultKind.UnknownAct, "", name));
        if (json.Length > MaxBytes) return new Incoming.Malformed(new(FaultKind.TooLarge, "", $"{MaxBytes}"));
        if (Diagnosis.NotJson(json) is { } broken) return new Incoming.Malformed(broken);
        try
        {
            TextConverter.Incoming(Unwritten, () => JsonSerializer.Deserialize(json.Span, kind.Type, options));
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            if (Lifted(kind, json) is not { } lifted) return new Incoming.Malformed(new Diagnosis(catalogue, options).Find(json, kind.Type));
            json = lifted;
        }
        var act = TextConverter.Incoming(prepare, () => JsonSerializer.Deserialize(json.Span, kind.Type, options));
        return act is Act whole ? new Incoming.Readable(whole) : new Incoming.Malformed(new(FaultKind.WrongValue, "", "object"));
    }

    // The act in its present shape, if it was written in an older one.
    private byte[]? Lifted(ActKind kind, ReadOnlyMemory<byte> json)
    {
        for (var version = kind.Version - 1; version >= 1; version--)
        {
            try
            {
                if (JsonNode.Parse(json.Span) is not JsonObject data) return null;
                var lifted = JsonSerializer.SerializeToUtf8Bytes(upcasters.Lift(kind.Name, version, kind.Version, data));
                TextConverter.Incoming(Unwritten, () => JsonSerializer.Deserialize(lifted, kind.Type, options));
                return lifted;
            }
            catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException or FormatException)
            {
            }
        }
        return null;
    }

    private static Text Unwritten(string words, string? language, Retention retention) => new(Guid.Empty, "", retention);
}
