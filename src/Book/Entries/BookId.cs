using System.Buffers;

namespace Autogestion.Book;

/// <summary>The name of a book: 1 to 63 characters of [a-z0-9-]. One collective, one book.</summary>
public readonly record struct BookId
{
    /// <summary>Most characters that a name may have.</summary>
    public const int MaxLength = 63;

    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <exception cref="FormatException">The text is not a book id.</exception>
    public BookId(string value)
    {
        if (!IsValid(value)) throw new FormatException("A book id has 1 to 63 characters of [a-z0-9-].");
        Value = value;
    }

    public string Value { get; }

    public static bool IsValid(string? value) =>
        value is { Length: >= 1 and <= MaxLength }
        && !value.AsSpan().ContainsAnyExcept(Allowed);

    public override string ToString() => Value;
}
