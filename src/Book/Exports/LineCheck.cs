using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;

namespace Autogestion.Book;

/// <summary>
/// Eight bytes that tell whether a line of a file is as it was written: the beginning of the line's RFC 6962 leaf hash.
/// For an entry that is its own leaf hash. It lets a damaged line be named; it is no proof.
/// </summary>
internal readonly record struct LineCheck(ulong Value)
{
    public const int Length = 8;

    public static LineCheck OfEntry(Hash leaf) => new(BinaryPrimitives.ReadUInt64BigEndian(leaf.ToArray()));

    public static LineCheck Of(ReadOnlySpan<byte> line) => OfEntry(Merkle.Leaf(line));

    /// <summary>The checks one after another, in base64.</summary>
    public static string Join(IReadOnlyList<LineCheck> checks)
    {
        var bytes = new byte[checks.Count * Length];
        for (var i = 0; i < checks.Count; i++) BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(i * Length), checks[i].Value);
        return Convert.ToBase64String(bytes);
    }

    /// <summary>The reverse; nothing, if the text is not the one spelling of so many checks.</summary>
    public static IReadOnlyList<LineCheck>? Split(string text, int count)
    {
        var bytes = new byte[count * Length + 3];
        if (!Convert.TryFromBase64String(text, bytes, out var written) || written != count * Length) return null;
        var checks = new LineCheck[count];
        for (var i = 0; i < count; i++) checks[i] = new LineCheck(BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(i * Length)));
        return Join(checks) == text ? checks : null;
    }

    /// <summary>SHA-256 over an attached text's JSON as it stands in the file.</summary>
    public static string OfText(JsonElement text) => Convert.ToBase64String(SHA256.HashData(LibroLines.Write(text)));
}
