using System.Text.Json;
using System.Text.Json.Nodes;
using Autogestion.Domain.Kernel;

namespace Autogestion.Office.Codec;

/// <summary>An entry or act in its stored form.</summary>
/// <param name="Kind">Stored name.</param>
/// <param name="Version">Version of the shape of the data.</param>
/// <param name="Data">UTF-8 JSON on one line.</param>
public readonly record struct Stored(string Kind, int Version, ReadOnlyMemory<byte> Data);

/// <summary>Stored data that these rules cannot read: a broken book, or one written by a later edition. Never the fault of whoever asks.</summary>
public sealed class UnreadableEntryException(string kind, int version, string reason, Exception? inner = null)
    : Exception($"Entry of kind '{kind}', version {version}: {reason}.", inner)
{
    public string Kind { get; } = kind;

    public int Version { get; } = version;
}

/// <summary>Between entries and their stored form. Older versions are lifted to the present one.</summary>
public sealed class EntryCodec(Catalogue catalogue, Upcasters upcasters, JsonSerializerOptions options)
{
    /// <summary>For the rules as shipped.</summary>
    public static EntryCodec House { get; } = new(Catalogue.House, Upcasters.House, JsonForm.Options);

    /// <summary>For a catalogue of its own.</summary>
    public static EntryCodec For(Catalogue catalogue, Upcasters upcasters) => new(catalogue, upcasters, JsonForm.For(catalogue, upcasters));

    /// <summary>The stored form of an entry.</summary>
    public Stored Write(Entry entry)
    {
        var kind = catalogue.Of(entry);
        return new(kind.Name, kind.Version, JsonSerializer.SerializeToUtf8Bytes(entry, kind.Type, options));
    }

    /// <summary>The entry of a stored form.</summary>
    /// <exception cref="UnreadableEntryException">The kind or version is unknown, or the data have another shape.</exception>
    public Entry Read(string kind, int version, ReadOnlySpan<byte> data)
    {
        if (catalogue.FindEntry(kind) is not { } known) throw new UnreadableEntryException(kind, version, "these rules have no such kind");
        if (version < 1 || version > known.Version) throw new UnreadableEntryException(kind, version, $"these rules know versions 1 to {known.Version}");
        try
        {
            // Whatever goes wrong here, in an old step too, is the same to the reader: this entry cannot be read.
            var entry = version == known.Version
                ? JsonSerializer.Deserialize(data, known.Type, options)
                : upcasters.Lift(kind, version, known.Version, (JsonObject)JsonNode.Parse(data)!).Deserialize(known.Type, options);
            return (Entry?)entry ?? throw new UnreadableEntryException(kind, version, "there is nothing in it");
        }
        catch (Exception e) when (e is not UnreadableEntryException)
        {
            throw new UnreadableEntryException(kind, version, "the data do not have its shape", e);
        }
    }
}
