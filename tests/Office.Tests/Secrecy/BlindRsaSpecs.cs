using System.Numerics;
using System.Security.Cryptography;
using System.Text.Json;
using Autogestion.Office.Secrecy;

namespace Autogestion.Office.Tests.Secrecy;

/// <summary>Blind signatures, against the vector of RFC 9474 for the variant used, and what must not pass.</summary>
public sealed class BlindRsaSpecs
{
    private static readonly Dictionary<string, string> Vector =
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "rfc9474.json")))!;

    private static byte[] Bytes(string name) => Convert.FromHexString(Vector[name]);

    private static RsaNumbers Key => new(BlindRsa.Number(Bytes("n")), 65537);

    [Fact]
    public void Blinding_signing_and_finishing_give_what_the_standard_gives()
    {
        var inverse = BlindRsa.Number(Bytes("inv"));
        byte[] prepared = [.. Bytes("msg_prefix"), .. Bytes("msg")];
        var blinded = BlindRsa.Blind(Key, prepared, Bytes("salt"), BlindRsa.Inverse(inverse, Key.Modulus));
        Assert.Equal(Vector["blinded_msg"], Convert.ToHexStringLower(blinded.Blinded));
        Assert.Equal(inverse, blinded.Inverse);

        using var rsa = RSA.Create(PrivateKey());
        var signature = BlindSigner.Of(rsa).Sign(blinded.Blinded)!;
        Assert.Equal(Vector["blind_sig"], Convert.ToHexStringLower(signature));
        var finished = BlindRsa.Finish(Key, blinded, signature)!;
        Assert.Equal(Vector["sig"], Convert.ToHexStringLower(finished));
        Assert.True(BlindRsa.Verify(Key, prepared, finished));
    }

    [Fact]
    public void What_was_not_signed_does_not_pass()
    {
        var signer = BlindSigner.Of(BlindSigner.Draw());
        var blinded = BlindRsa.Blind(signer.Public, BlindRsa.Prepare(RandomNumberGenerator.GetBytes(32)));
        var other = BlindRsa.Blind(signer.Public, BlindRsa.Prepare(RandomNumberGenerator.GetBytes(32)));
        var signature = BlindRsa.Finish(signer.Public, blinded, signer.Sign(blinded.Blinded))!;
        Assert.True(BlindRsa.Verify(signer.Public, blinded.Message, signature));
        Assert.False(BlindRsa.Verify(signer.Public, other.Message, signature));
        Assert.False(BlindRsa.Verify(BlindSigner.Of(BlindSigner.Draw()).Public, blinded.Message, signature));
        Assert.False(BlindRsa.Verify(signer.Public, blinded.Message, signature.AsSpan(1).ToArray()));
        Assert.Null(BlindRsa.Finish(signer.Public, other, signer.Sign(blinded.Blinded)));
        Assert.Null(signer.Sign(new byte[signer.Public.Size]));
        Assert.Null(signer.Sign(BlindRsa.Bytes(signer.Public.Modulus, signer.Public.Size)));
        Assert.Null(signer.Sign(blinded.Blinded.AsSpan(1)));
    }

    [Fact]
    public void The_key_travels_as_the_book_announces_it()
    {
        var signer = BlindSigner.Of(BlindSigner.Draw());
        Assert.Equal(signer.Public, RsaNumbers.Of(signer.PublicKey));
        Assert.Equal(BlindSigner.KeyBits / 8, signer.Public.Size);
    }

    private static RSAParameters PrivateKey()
    {
        BigInteger p = BlindRsa.Number(Bytes("p")), q = BlindRsa.Number(Bytes("q"));
        var d = BlindRsa.Inverse(65537, (p - 1) * (q - 1));
        return new()
        {
            Modulus = Bytes("n"),
            Exponent = [1, 0, 1],
            P = Bytes("p"),
            Q = Bytes("q"),
            D = BlindRsa.Bytes(d, 512),
            DP = BlindRsa.Bytes(d % (p - 1), 256),
            DQ = BlindRsa.Bytes(d % (q - 1), 256),
            InverseQ = BlindRsa.Bytes(BlindRsa.Inverse(q % p, p), 256),
        };
    }
}
