using System.Security.Cryptography;
using System.Text;

namespace Autogestion.Registry.Keys;

/// <summary>
/// AES-256-GCM (NIST SP 800-38D): format byte 1, nonce of 12 bytes, tag of 16 bytes, ciphertext. The context (which field of
/// which row) is authenticated with it, so that a sealed value cannot be moved to another place.
/// </summary>
internal sealed class Sealer(byte[] key)
{
    const byte Format = 1;
    const int NonceLength = 12;
    const int TagLength = 16;
    const int HeadLength = 1 + NonceLength + TagLength;

    public byte[] Seal(ReadOnlySpan<byte> plain, string context)
    {
        var result = new byte[HeadLength + plain.Length];
        result[0] = Format;
        var nonce = result.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, plain, result.AsSpan(HeadLength), result.AsSpan(1 + NonceLength, TagLength), Encoding.UTF8.GetBytes(context));
        return result;
    }

    /// <exception cref="CryptographicException">The value was altered, moved, or sealed with another key.</exception>
    public byte[] Open(ReadOnlySpan<byte> value, string context)
    {
        if (value.Length < HeadLength || value[0] != Format)
            throw new CryptographicException("Not a sealed value of this registry.");
        var plain = new byte[value.Length - HeadLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(value.Slice(1, NonceLength), value[HeadLength..], value.Slice(1 + NonceLength, TagLength), plain, Encoding.UTF8.GetBytes(context));
        return plain;
    }

    public byte[]? SealText(string? plain, string context) => plain is null ? null : Seal(Encoding.UTF8.GetBytes(plain), context);

    public string? OpenText(byte[]? value, string context) => value is null ? null : Encoding.UTF8.GetString(Open(value, context));
}
