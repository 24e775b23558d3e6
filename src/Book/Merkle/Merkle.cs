using System.Security.Cryptography;

namespace Autogestion.Book;

/// <summary>Tree hashing of RFC 6962 §2.1 (RFC 9162 §2.1.1): leaves and inner nodes are hashed under different prefixes.</summary>
public static class Merkle
{
    private const int OnStack = 2048;

    /// <summary>The root of a tree without leaves: the hash of nothing.</summary>
    public static Hash EmptyRoot { get; } = Hash.From(SHA256.HashData([]));

    /// <summary><c>SHA-256(0x00 ‖ bytes)</c>.</summary>
    public static Hash Leaf(ReadOnlySpan<byte> bytes)
    {
        Span<byte> input = bytes.Length < OnStack ? stackalloc byte[OnStack] : new byte[bytes.Length + 1];
        input[0] = 0;
        bytes.CopyTo(input[1..]);
        return Digest(input[..(bytes.Length + 1)]);
    }

    /// <summary><c>SHA-256(0x01 ‖ left ‖ right)</c>.</summary>
    public static Hash Node(Hash left, Hash right)
    {
        Span<byte> input = stackalloc byte[1 + 2 * Hash.Length];
        input[0] = 1;
        left.CopyTo(input[1..]);
        right.CopyTo(input[(1 + Hash.Length)..]);
        return Digest(input);
    }

    private static Hash Digest(ReadOnlySpan<byte> input)
    {
        Span<byte> output = stackalloc byte[Hash.Length];
        SHA256.HashData(input, output);
        return Hash.From(output);
    }
}
