using System.Text.Json;
using System.Text.Json.Serialization;

namespace Autogestion.Book;

/// <summary>
/// The lines of an export file (<c>.libro</c>): one JSON object a line, UTF-8, each ended by a newline.
/// <code>
/// header       {"format":"autogestion-book/1","book":…,"audience":"full"|"public","size":…,"root":…}
/// checkpoint   {"checkpoint":"the signed note"}
/// key …        {"key":"name+hash+base64"}
/// entry …      the sealed bytes, or {"leaf":base64} where the entry is withheld
///   seal       {"size":…,"root":…,"lines":…} after every 256 entries and the last: eight bytes for each line above (<see cref="LineCheck"/>)
/// text …       {"text":{…},"hash":base64 of SHA-256 of the text's JSON}
/// end          {"entries":…,"texts":…}
/// </code>
/// The seals let a damaged line be named; what may be believed rests on the checkpoint alone.
/// </summary>
internal static class LibroLines
{
    public const string Format = "autogestion-book/1";
    public const string Full = "full";
    public const string Public = "public";

    /// <summary>Entries between two seal lines.</summary>
    public const int SealEvery = 256;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public sealed record Header(string Format, string Book, string Audience, long Size, string Root);

    public sealed record CheckpointLine(string Checkpoint);

    public sealed record KeyLine(string Key);

    public sealed record Leaf([property: JsonPropertyName("leaf")] string Hash);

    public sealed record Seal(long Size, string Root, string Lines);

    public sealed record Text([property: JsonPropertyName("text")] JsonElement Content, string Hash);

    public sealed record End(long Entries, long Texts);

    public static byte[] Write<T>(T line) => JsonSerializer.SerializeToUtf8Bytes(line, Form);

    /// <summary>Reads a line in its one spelling; anything else is not such a line.</summary>
    public static T? Read<T>(ReadOnlySpan<byte> line) where T : class
    {
        try
        {
            var read = JsonSerializer.Deserialize<T>(line, Form);
            return read is not null && line.SequenceEqual(Write(read)) ? read : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>An entry is known by its first member; no other line begins like it.</summary>
    public static bool IsEntry(ReadOnlySpan<byte> line) => line.StartsWith("{\"book\":"u8);

    public static bool IsLeaf(ReadOnlySpan<byte> line) => line.StartsWith("{\"leaf\":"u8);

    public static bool IsSeal(ReadOnlySpan<byte> line) => line.StartsWith("{\"size\":"u8);

    public static bool IsText(ReadOnlySpan<byte> line) => line.StartsWith("{\"text\":"u8);

    public static bool IsEnd(ReadOnlySpan<byte> line) => line.StartsWith("{\"entries\":"u8);

    public static bool IsKey(ReadOnlySpan<byte> line) => line.StartsWith("{\"key\":"u8);
}
