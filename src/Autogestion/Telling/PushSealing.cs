using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Autogestion.Telling;

/// <summary>
/// Encrypts a message for one device, so that the push service that carries it cannot read it (RFC 8291 over RFC 8188,
/// <c>aes128gcm</c>, one record). The platform has every part of it.
/// </summary>
public static class PushSealing
{
    private const int RecordSize = 4096, KeyLength = 65, SaltLength = 16, TagLength = 16;

    /// <summary>The body to send.</summary>
    /// <param name="device">Public key of the device: an uncompressed point of P-256.</param>
    /// <param name="auth">Secret that the device shares with us.</param>
    public static byte[] Seal(ReadOnlySpan<byte> message, byte[] device, byte[] auth)
    {
        using var ours = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return Seal(message, device, auth, ours, RandomNumberGenerator.GetBytes(SaltLength));
    }

    /// <summary>The same with a key and a salt that are given.</summary>
    public static byte[] Seal(ReadOnlySpan<byte> message, byte[] device, byte[] auth, ECDiffieHellman ours, byte[] salt)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(message.Length, RecordSize - TagLength - 1);
        using var theirs = ECDiffieHellman.Create(Point(device));
        var own = Bytes(ours.ExportParameters(false).Q);
        var shared = ours.DeriveRawSecretAgreement(theirs.PublicKey);
        var keyed = HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, 32, auth, [.. "WebPush: info\0"u8, .. device, .. own]);
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, keyed, 16, salt, "Content-Encoding: aes128gcm\0"u8.ToArray());
        var nonce = HKDF.DeriveKey(HashAlgorithmName.SHA256, keyed, 12, salt, "Content-Encoding: nonce\0"u8.ToArray());

        // 2 says that this record is the last.
        byte[] plain = [.. message, 2];
        var body = new byte[SaltLength + 5 + KeyLength + plain.Length + TagLength];
        salt.CopyTo(body, 0);
        BinaryPrimitives.WriteUInt32BigEndian(body.AsSpan(SaltLength), RecordSize);
        body[SaltLength + 4] = KeyLength;
        own.CopyTo(body, SaltLength + 5);
        var sealedPart = body.AsSpan(SaltLength + 5 + KeyLength);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, plain, sealedPart[..plain.Length], sealedPart[plain.Length..]);
        return body;
    }

    /// <summary>What proves to the push service who sends (VAPID, RFC 8292): a signed claim for its origin, for half a day.</summary>
    public static string Authorization(ECDsa key, Uri endpoint, string contact, DateTimeOffset now)
    {
        var head = Part("""{"typ":"JWT","alg":"ES256"}""");
        var claims = Part(System.Text.Json.JsonSerializer.Serialize(new { aud = endpoint.GetLeftPart(UriPartial.Authority), exp = now.AddHours(12).ToUnixTimeSeconds(), sub = contact }));
        var signature = key.SignData(Encoding.ASCII.GetBytes($"{head}.{claims}"), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return $"vapid t={head}.{claims}.{Base64(signature)}, k={Base64(Bytes(key.ExportParameters(false).Q))}";
    }

    /// <summary>A public key as browsers and push services want it.</summary>
    public static string PublicKey(ECDsa key) => Base64(Bytes(key.ExportParameters(false).Q));

    private static string Part(string json) => Base64(Encoding.UTF8.GetBytes(json));

    private static string Base64(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    private static byte[] Bytes(ECPoint point) => [4, .. point.X!, .. point.Y!];

    private static ECParameters Point(byte[] key) => key is [4, ..] && key.Length == KeyLength
        ? new() { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = key[1..33], Y = key[33..] } }
        : throw new CryptographicException("Not an uncompressed point of P-256.");
}
