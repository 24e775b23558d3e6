using System.Numerics;
using System.Security.Cryptography;

namespace Autogestion.Office.Secrecy;

/// <summary>
/// Signs what it cannot read. The work is done on a number that is itself made unrecognisable first, so that the time it takes
/// says nothing of the key, and in the two halves of the key; the result is checked before it leaves, so that a fault of the
/// machine does not give the key away (RFC 9474, section 7.1).
/// </summary>
public sealed class BlindSigner
{
    /// <summary>Bits of a key: it need not be forged within the hour for which it is used; secrecy does not rest on it at all.</summary>
    public const int KeyBits = 2048;

    private readonly BigInteger p, q, exponentP, exponentQ, inverseQ;

    private BlindSigner(RSAParameters key, string publicKey)
    {
        Public = RsaNumbers.Of(key);
        PublicKey = publicKey;
        (p, q, inverseQ) = (BlindRsa.Number(key.P!), BlindRsa.Number(key.Q!), BlindRsa.Number(key.InverseQ!));
        (exponentP, exponentQ) = (BlindRsa.Number(key.DP!), BlindRsa.Number(key.DQ!));
    }

    public RsaNumbers Public { get; }

    /// <summary>SubjectPublicKeyInfo in base64.</summary>
    public string PublicKey { get; }

    /// <summary>Draws a key, as PKCS #8.</summary>
    public static byte[] Draw()
    {
        using var rsa = RSA.Create(KeyBits);
        return rsa.ExportPkcs8PrivateKey();
    }

    /// <summary>Reads a key that was drawn.</summary>
    public static BlindSigner Of(ReadOnlySpan<byte> key)
    {
        using var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(key, out _);
        return Of(rsa);
    }

    internal static BlindSigner Of(RSA rsa) => new(rsa.ExportParameters(true), Convert.ToBase64String(rsa.ExportSubjectPublicKeyInfo()));

    /// <summary>Signs a blinded message; null if it is none.</summary>
    public byte[]? Sign(ReadOnlySpan<byte> blinded)
    {
        var number = BlindRsa.Number(blinded);
        if (blinded.Length != Public.Size || number >= Public.Modulus || number.IsZero) return null;
        var factor = Number();
        var hidden = number * BigInteger.ModPow(factor, Public.Exponent, Public.Modulus) % Public.Modulus;
        var signature = Root(hidden) * BlindRsa.Inverse(factor, Public.Modulus) % Public.Modulus;
        return BigInteger.ModPow(signature, Public.Exponent, Public.Modulus) == number
            ? BlindRsa.Bytes(signature, Public.Size)
            : throw new CryptographicException("The signature came out wrong.");
    }

    // By the Chinese remainder theorem: two powers of half the length.
    private BigInteger Root(BigInteger number)
    {
        var (half, other) = (BigInteger.ModPow(number % p, exponentP, p), BigInteger.ModPow(number % q, exponentQ, q));
        var difference = (half - other) * inverseQ % p;
        return other + ((difference.Sign < 0 ? difference + p : difference) * q);
    }

    private BigInteger Number()
    {
        for (; ; )
        {
            var number = BlindRsa.Number(RandomNumberGenerator.GetBytes(Public.Size + 16)) % Public.Modulus;
            if (BigInteger.GreatestCommonDivisor(number, Public.Modulus).IsOne) return number;
        }
    }
}
