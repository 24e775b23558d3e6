using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Autogestion.Book;

/// <summary>
/// A public key that signs notes: ECDSA over P-256 with SHA-256, signature type 0x02 of C2SP signed-note.
/// Its text is <c>name+hash+base64(0x02 ‖ SubjectPublicKeyInfo)</c>; for this type the hash is, as the specification says,
/// the first four bytes of SHA-256 over the DER key alone, in hexadecimal.
/// </summary>
public sealed class NoteVerifier
{
    internal const byte EcdsaType = 0x02;

    /// <summary>How a SubjectPublicKeyInfo of an uncompressed point on P-256 begins (RFC 5480); 64 bytes follow.</summary>
    private static readonly byte[] P256 = Convert.FromHexString("3059301306072A8648CE3D020106082A8648CE3D03010703420004");

    private readonly byte[] publicKey;

    internal NoteVerifier(string name, byte[] publicKey)
    {
        if (!SignedNote.IsKeyName(name)) throw new FormatException("A key name is not empty and has neither spaces nor a plus sign.");
        Name = name;
        this.publicKey = publicKey;
        KeyId = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(publicKey));
        if (publicKey.Length != P256.Length + 64 || !publicKey.AsSpan().StartsWith(P256)) throw new FormatException("The key is not on the curve P-256.");
        using var key = Import();
    }

    public string Name { get; }

    /// <summary>The short hash that tells which key made a signature.</summary>
    public uint KeyId { get; }

    /// <summary>Reads the one spelling of a key line.</summary>
    /// <exception cref="FormatException">The text is not a P-256 key line, or its hash is not that of its key.</exception>
    public static NoteVerifier Parse(string text)
    {
        var fields = text.Split('+', 3);
        if (fields.Length != 3 || fields[1].Length != 8
            || !uint.TryParse(fields[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var keyId))
            throw new FormatException("A key line is name+hash+base64.");
        var bytes = Convert.FromBase64String(fields[2]);
        if (bytes is not [EcdsaType, ..]) throw new FormatException("The key is not of signature type 0x02.");
        var verifier = new NoteVerifier(fields[0], bytes[1..]);
        if (verifier.KeyId != keyId) throw new FormatException("The hash in the key line is not that of its key.");
        return verifier.ToString() == text ? verifier : throw new FormatException("The key line is not spelled as it must be.");
    }

    /// <summary>Did this key sign the text?</summary>
    public bool Verify(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature)
    {
        using var key = Import();
        return key.VerifyData(text, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    public override string ToString() =>
        $"{Name}+{KeyId.ToString("x8", CultureInfo.InvariantCulture)}+{Convert.ToBase64String([EcdsaType, .. publicKey])}";

    private ECDsa Import()
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(publicKey, out _);
            return key;
        }
        catch (CryptographicException e)
        {
            key.Dispose();
            throw new FormatException("The key is not a point on the curve P-256.", e);
        }
    }
}

/// <summary>A private key that signs notes under a name. The node holds it; the book authorises its public half.</summary>
public sealed class NoteSigner : IDisposable
{
    private readonly ECDsa key;

    private NoteSigner(string name, ECDsa key)
    {
        this.key = key;
        Verifier = new NoteVerifier(name, key.ExportSubjectPublicKeyInfo());
    }

    /// <summary>The public half.</summary>
    public NoteVerifier Verifier { get; }

    /// <summary>Draws a new key.</summary>
    public static NoteSigner Create(string name) => new(name, ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <exception cref="FormatException">The text is not a private key on P-256 in PEM.</exception>
    public static NoteSigner FromPem(string name, string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            key.ExportECPrivateKey();
            return new NoteSigner(name, key);
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException or FormatException)
        {
            key.Dispose();
            throw new FormatException("The text is not a private key on P-256 in PEM.", e);
        }
    }

    /// <summary>The private key as PKCS #8 PEM, to be kept where only the node can read it.</summary>
    public string ToPem() => key.ExportPkcs8PrivateKeyPem();

    /// <summary>Signs a text that ends in a newline.</summary>
    public NoteSignature Sign(string text)
    {
        var signature = key.SignData(System.Text.Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return new NoteSignature(Verifier.Name, Verifier.KeyId, signature);
    }

    public void Dispose() => key.Dispose();
}
