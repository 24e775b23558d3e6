using System.Buffers.Text;
using System.Security.Cryptography;

namespace Autogestion.Book;

/// <summary>Sixteen random bytes sealed inside an entry, so that its hash reveals nothing. Written as 22 characters of base64url (RFC 4648 §5, no padding).</summary>
public readonly record struct Salt(UInt128 Value)
{
    internal const int TextLength = 22;

    public static Salt Random()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        return new Salt(System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes));
    }

    /// <summary>Reads the one canonical spelling; anything else is not a salt.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out Salt salt)
    {
        Span<byte> bytes = stackalloc byte[16];
        Span<byte> again = stackalloc byte[TextLength];
        salt = default;
        if (text.Length != TextLength) return false;
        if (Base64Url.DecodeFromUtf8(text, bytes, out _, out var written) != System.Buffers.OperationStatus.Done || written != 16) return false;
        salt = new Salt(System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes));
        salt.WriteTo(again);
        return again.SequenceEqual(text);
    }

    /// <summary>Writes the 22 characters.</summary>
    public void WriteTo(Span<byte> text)
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, Value);
        Base64Url.EncodeToUtf8(bytes, text, out _, out _);
    }

    public override string ToString()
    {
        Span<byte> text = stackalloc byte[TextLength];
        WriteTo(text);
        return System.Text.Encoding.ASCII.GetString(text);
    }
}
