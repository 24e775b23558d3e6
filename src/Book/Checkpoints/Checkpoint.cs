using System.Globalization;

namespace Autogestion.Book;

/// <summary>What a book says of itself at one size (C2SP tlog-checkpoint): whoever keeps it can later demand proof that nothing before was changed.</summary>
/// <param name="Origin">Which book: <c>autogestion/</c> and its id.</param>
/// <param name="Size">How many entries.</param>
/// <param name="Root">The Merkle root over them.</param>
/// <param name="Extensions">Further lines, normally none.</param>
public sealed record Checkpoint(string Origin, long Size, Hash Root, IReadOnlyList<string> Extensions)
{
    private const string OriginPrefix = "autogestion/";

    /// <param name="epoch">Counts up when a book goes on after a loss: the origin changes, so that nobody takes it for the same log.</param>
    public Checkpoint(BookId book, long size, Hash root, int epoch = 1) : this(OriginOf(book, epoch), size, root, [])
    {
    }

    /// <summary>The book that the origin names, if it names one of ours.</summary>
    public BookId? Book
    {
        get
        {
            if (!Origin.StartsWith(OriginPrefix, StringComparison.Ordinal)) return null;
            var parts = Origin[OriginPrefix.Length..].Split('/');
            var isOurs = BookId.IsValid(parts[0]) && (parts.Length == 1 || (parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var epoch) && epoch > 1));
            return isOurs ? new BookId(parts[0]) : null;
        }
    }

    /// <summary>The origin line of a book in an epoch: <c>autogestion/name</c>, later <c>autogestion/name/2</c>.</summary>
    public static string OriginOf(BookId book, int epoch = 1) =>
        epoch == 1 ? OriginPrefix + book.Value : string.Create(CultureInfo.InvariantCulture, $"{OriginPrefix}{book.Value}/{epoch}");

    /// <summary>Signs the checkpoint; the key's name should be the origin.</summary>
    public SignedNote Sign(NoteSigner signer) => SignedNote.Sign(ToString(), signer);

    /// <summary>Reads a note's text.</summary>
    /// <exception cref="FormatException">The text is not a checkpoint.</exception>
    public static Checkpoint Parse(string text)
    {
        var lines = text.Split('\n');
        if (lines.Length < 4 || lines[^1].Length != 0 || lines[..^1].Any(line => line.Length == 0))
            throw new FormatException("A checkpoint has an origin, a size and a root, a line each.");
        if (!long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            || size.ToString(CultureInfo.InvariantCulture) != lines[1])
            throw new FormatException("The size of a checkpoint is a decimal number without leading zeroes.");
        return Hash.TryParse(lines[2], out var root)
            ? new Checkpoint(lines[0], size, root, lines[3..^1])
            : throw new FormatException("The root of a checkpoint is 32 bytes in base64.");
    }

    public bool Equals(Checkpoint? other) => other is not null && ToString() == other.ToString();

    public override int GetHashCode() => HashCode.Combine(Origin, Size, Root);

    /// <summary>The text to sign: a line each, the last with its newline.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Root}\n") + string.Concat(Extensions.Select(line => line + "\n"));
}
