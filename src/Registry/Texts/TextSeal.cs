using System.Security.Cryptography;
using System.Text;
using Autogestion.Domain.Kernel;
using Autogestion.Registry.Keys;

namespace Autogestion.Registry;

/// <summary>
/// Encrypts each text with a key of its own, and that key with the registry's. The salt is inside the ciphertext: once the key
/// is destroyed, not even guessing the words against the hash in the book is possible.
/// </summary>
internal sealed class TextSeal(MasterKey master)
{
    const int KeyLength = 32;

    readonly Sealer _wrap = new(master.Derive("texts"));

    public PreparedText Seal(CollectiveId collective, Guid id, string language, byte[] salt, string words, Retention retention)
    {
        var key = RandomNumberGenerator.GetBytes(KeyLength);
        var ciphertext = new Sealer(key).Seal([.. salt, .. Encoding.UTF8.GetBytes(words)], Place(collective, id, language, retention));
        var wrapped = _wrap.Seal(key, KeyPlace(collective, id));
        CryptographicOperations.ZeroMemory(key);
        return new PreparedText(collective, new Text(id, PlainText.HashOf(salt, words), retention), language, ciphertext, wrapped);
    }

    public PlainText Open(CollectiveId collective, Guid id, string language, Retention retention, byte[] ciphertext, byte[] wrappedKey)
    {
        var key = _wrap.Open(wrappedKey, KeyPlace(collective, id));
        var plain = new Sealer(key).Open(ciphertext, Place(collective, id, language, retention));
        CryptographicOperations.ZeroMemory(key);
        return new PlainText(id, retention, language, plain[..PlainText.SaltLength], Encoding.UTF8.GetString(plain.AsSpan(PlainText.SaltLength)));
    }

    static string Place(CollectiveId collective, Guid id, string language, Retention retention) => $"text/{collective}/{id}/{language}/{retention}";

    static string KeyPlace(CollectiveId collective, Guid id) => $"text-key/{collective}/{id}";
}
