using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Autogestion.Registry;

/// <summary>
/// Admission seals in the book who an id is, without saying it: base64url of SHA-256 over a random salt of 16 bytes, the NFC
/// UTF-8 name, a zero byte and the NFC UTF-8 document (empty if none). Whoever is later shown salt, name and document can check
/// that nobody was swapped; whoever has only the book learns nothing.
/// </summary>
public sealed record AdmissionCommitment(string Commitment, byte[] Salt)
{
    public const int SaltLength = 16;

    public static AdmissionCommitment Commit(string name, string? document)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        return new AdmissionCommitment(Compute(salt, name, document), salt);
    }

    public static bool Verify(string commitment, ReadOnlySpan<byte> salt, string name, string? document) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(commitment), Encoding.UTF8.GetBytes(Compute(salt, name, document)));

    static string Compute(ReadOnlySpan<byte> salt, string name, string? document)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(salt);
        hash.AppendData(Encoding.UTF8.GetBytes(InputLimits.Name(name)));
        hash.AppendData([0]);
        hash.AppendData(Encoding.UTF8.GetBytes(InputLimits.Document(document) ?? ""));
        return Base64Url.EncodeToString(hash.GetHashAndReset());
    }

    public override string ToString() => Commitment;
}

/// <summary>The opening of a commitment: what was sealed, and the salt with which anyone can check it.</summary>
public sealed record SealedIdentity(string Name, string? Document, byte[] Salt)
{
    public override string ToString() => nameof(SealedIdentity);
}
