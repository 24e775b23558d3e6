using System.Buffers.Binary;

namespace Autogestion.Book;

/// <summary>A SHA-256 hash: 32 bytes, compared by value. Written as standard base64 (RFC 4648 §4, 44 characters).</summary>
public readonly record struct Hash
{
    /// <summary>Bytes in a hash.</summary>
    public const int Length = 32;

    private readonly UInt128 first;
    private readonly UInt128 second;

    private Hash(UInt128 first, UInt128 second) => (this.first, this.second) = (first, second);

    /// <exception cref="ArgumentException">There are not exactly 32 bytes.</exception>
    public static Hash From(ReadOnlySpan<byte> bytes) =>
        bytes.Length == Length
            ? new Hash(BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]))
            : throw new ArgumentException("A hash has 32 bytes.", nameof(bytes));

    public void CopyTo(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt128BigEndian(bytes, first);
        BinaryPrimitives.WriteUInt128BigEndian(bytes[16..], second);
    }

    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>Reads the one canonical base64 spelling.</summary>
    public static bool TryParse(string? text, out Hash hash)
    {
        hash = default;
        Span<byte> bytes = stackalloc byte[Length + 1];
        if (text is not { Length: 44 } || !Convert.TryFromBase64String(text, bytes, out var written) || written != Length) return false;
        hash = From(bytes[..Length]);
        return hash.ToString() == text;
    }

    public override string ToString() => Convert.ToBase64String(ToArray());
}
