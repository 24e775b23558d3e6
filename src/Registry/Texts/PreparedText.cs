using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Autogestion.Domain.Kernel;

namespace Autogestion.Registry;

/// <summary>A text ready to be stored: already encrypted, with its key wrapped. Nothing of it can be read without the registry.</summary>
public sealed class PreparedText
{
    internal PreparedText(CollectiveId collective, Text reference, string language, byte[] ciphertext, byte[] wrappedKey)
    {
        Collective = collective;
        Reference = reference;
        Language = language;
        Ciphertext = ciphertext;
        WrappedKey = wrappedKey;
    }

    public CollectiveId Collective { get; }

    /// <summary>What the book will hold.</summary>
    public Text Reference { get; }

    public string Language { get; }

    internal byte[] Ciphertext { get; }

    internal byte[] WrappedKey { get; }
}

/// <summary>A text in the clear, as it travels with the export of a book: with the salt, anyone can check the words against the book.</summary>
/// <param name="Salt">16 bytes; nothing once erased.</param>
/// <param name="Words">Nothing once erased.</param>
public sealed record PlainText(Guid Id, Retention Retention, string Language, byte[]? Salt, string? Words)
{
    public const int SaltLength = 16;

    /// <summary>The hash that the book holds: base64url of SHA-256 over the salt and the NFC UTF-8 words.</summary>
    public static string HashOf(ReadOnlySpan<byte> salt, string words)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(salt);
        hash.AppendData(Encoding.UTF8.GetBytes(words));
        return Base64Url.EncodeToString(hash.GetHashAndReset());
    }

    public override string ToString() => Id.ToString();
}

/// <summary>What reading a text found.</summary>
public abstract record TextReading
{
    TextReading()
    {
    }

    /// <summary>The words in the language they were written in, and their hash, to be compared with the book's.</summary>
    public sealed record Legible(string Language, string Words, string Hash) : TextReading
    {
        public bool Matches(Text reference) => Hash == reference.Hash;

        public override string ToString() => Hash;
    }

    /// <summary>Erased: the key was destroyed. The book says on what ground.</summary>
    public sealed record Erased : TextReading
    {
        public static readonly Erased Instance = new();
    }

    /// <summary>Never stored here, or belongs to another book.</summary>
    public sealed record Absent : TextReading
    {
        public static readonly Absent Instance = new();
    }
}

/// <summary>What became of erasing a text.</summary>
public enum EraseOutcome
{
    Erased,
    AlreadyErased,

    /// <summary>Must be kept within the legal term.</summary>
    KeptByLaw,
    NoSuchText,
}
