using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace Autogestion.Office.Secrecy;

/// <summary>The two numbers of an RSA key that everybody may know.</summary>
public sealed record RsaNumbers(BigInteger Modulus, BigInteger Exponent)
{
    /// <summary>Bytes of the modulus.</summary>
    public int Size => Modulus.GetByteCount(isUnsigned: true);

    /// <summary>Reads a SubjectPublicKeyInfo in base64.</summary>
    /// <exception cref="CryptographicException">It is none.</exception>
    public static RsaNumbers Of(string publicKey)
    {
        using var rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(Convert.FromBase64String(publicKey), out _);
        return Of(rsa.ExportParameters(false));
    }

    internal static RsaNumbers Of(RSAParameters key) => new(BlindRsa.Number(key.Modulus!), BlindRsa.Number(key.Exponent!));
}

/// <summary>What somebody keeps while an envelope is being signed: the message and what makes it unrecognisable.</summary>
/// <param name="Message">As it will be shown when casting.</param>
/// <param name="Inverse">Takes the blinding off again.</param>
/// <param name="Blinded">What is sent to be signed.</param>
public sealed record BlindedMessage(byte[] Message, BigInteger Inverse, byte[] Blinded);

/// <summary>
/// Blind signatures as in RFC 9474, variant RSABSSA-SHA384-PSS-Randomized: whoever signs learns nothing about what is signed,
/// whatever the computing power, and everybody can check the result as an ordinary RSASSA-PSS signature.
/// </summary>
public static class BlindRsa
{
    /// <summary>Random bytes put before a message (RFC 9474, section 4.1).</summary>
    public const int PrefixLength = 32;

    private const int HashLength = SHA384.HashSizeInBytes;

    /// <summary>Puts randomness before a message: RFC 9474's PrepareRandomize.</summary>
    public static byte[] Prepare(ReadOnlySpan<byte> message) => [.. RandomNumberGenerator.GetBytes(PrefixLength), .. message];

    /// <summary>Blinds a prepared message with fresh randomness.</summary>
    public static BlindedMessage Blind(RsaNumbers key, byte[] prepared)
    {
        for (; ; )
        {
            var factor = Number(RandomNumberGenerator.GetBytes(key.Size + 16)) % key.Modulus;
            if (factor > 1 && BigInteger.GreatestCommonDivisor(factor, key.Modulus).IsOne) return Blind(key, prepared, RandomNumberGenerator.GetBytes(HashLength), factor);
        }
    }

    /// <summary>Blinds with given randomness, as the vectors of the RFC do.</summary>
    /// <param name="factor">The RFC's r.</param>
    internal static BlindedMessage Blind(RsaNumbers key, byte[] prepared, byte[] salt, BigInteger factor)
    {
        var encoded = Number(Encode(prepared, salt, (int)key.Modulus.GetBitLength() - 1));
        var blinded = encoded * BigInteger.ModPow(factor, key.Exponent, key.Modulus) % key.Modulus;
        return new(prepared, Inverse(factor, key.Modulus), Bytes(blinded, key.Size));
    }

    /// <summary>Takes the blinding off a signature; null if it is not the signature that was asked for.</summary>
    public static byte[]? Finish(RsaNumbers key, BlindedMessage message, ReadOnlySpan<byte> blindSignature)
    {
        if (blindSignature.Length != key.Size) return null;
        var signature = Bytes(Number(blindSignature) * message.Inverse % key.Modulus, key.Size);
        return Verify(key, message.Message, signature) ? signature : null;
    }

    /// <summary>Whether a message was signed with the key, blindly or not.</summary>
    public static bool Verify(RsaNumbers key, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != key.Size || Number(signature) >= key.Modulus) return false;
        using var rsa = RSA.Create(new RSAParameters { Modulus = Bytes(key.Modulus, key.Size), Exponent = key.Exponent.ToByteArray(isUnsigned: true, isBigEndian: true) });
        return rsa.VerifyData(message, signature, HashAlgorithmName.SHA384, RSASignaturePadding.Pss);
    }

    internal static BigInteger Number(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    internal static byte[] Bytes(BigInteger number, int length)
    {
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[length - bytes.Length], .. bytes];
    }

    /// <summary>The number by which the product leaves one: extended Euclid.</summary>
    internal static BigInteger Inverse(BigInteger number, BigInteger modulus)
    {
        var (left, right, x, y) = (modulus, number, BigInteger.Zero, BigInteger.One);
        while (!right.IsZero)
        {
            var quotient = left / right;
            (left, right) = (right, left - (quotient * right));
            (x, y) = (y, x - (quotient * y));
        }
        if (!left.IsOne) throw new CryptographicException("There is no such number.");
        return x.Sign < 0 ? x + modulus : x;
    }

    // EMSA-PSS-ENCODE of RFC 8017, section 9.1.1.
    private static byte[] Encode(ReadOnlySpan<byte> message, byte[] salt, int bits)
    {
        var length = (bits + 7) / 8;
        var digest = SHA384.HashData([.. new byte[8], .. SHA384.HashData(message), .. salt]);
        var masked = Mask(digest, length - HashLength - 1);
        byte[] block = [.. new byte[masked.Length - salt.Length - 1], 1, .. salt];
        for (var i = 0; i < masked.Length; i++) masked[i] ^= block[i];
        masked[0] &= (byte)(0xFF >> ((8 * length) - bits));
        return [.. masked, .. digest, 0xBC];
    }

    // MGF1 of RFC 8017, appendix B.2.1.
    private static byte[] Mask(byte[] seed, int length)
    {
        var mask = new List<byte>(length + HashLength);
        Span<byte> counter = stackalloc byte[4];
        for (uint round = 0; mask.Count < length; round++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(counter, round);
            mask.AddRange(SHA384.HashData([.. seed, .. counter]));
        }
        return [.. mask.Take(length)];
    }
}
