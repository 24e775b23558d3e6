namespace Autogestion.Domain.Kernel;

/// <summary>How long a written text must be kept, which decides whether it may be erased.</summary>
public enum Retention
{
    /// <summary>May be erased when its owner asks, or when its reason lapses.</summary>
    Erasable,

    /// <summary>Notices, motions, resolutions, minutes, accounting texts: cannot be erased within the legal term.</summary>
    Legal,
}

/// <summary>
/// A text written by a person. The book holds only this reference: the words themselves live in the registry,
/// encrypted with a key of their own, and <paramref name="Hash"/> commits to them.
/// </summary>
/// <param name="Id">Random id of the text in the registry.</param>
/// <param name="Hash">Base64url of SHA-256 over a random 16-byte salt followed by the NFC UTF-8 words.</param>
/// <param name="Retention">Whether the words may be erased.</param>
public sealed record Text(Guid Id, string Hash, Retention Retention);

/// <summary>Marks a text of an act whose words may be erased; all others are kept for the legal term.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ErasableAttribute : Attribute;
