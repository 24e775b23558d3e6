namespace Autogestion.Documents;

/// <summary>What a line of a sheet is: decides how it is set, and how a screen reader names it.</summary>
public enum BlockKind
{
    Paragraph,
    Title,
    Heading,
    Subheading,
    Quote,

    /// <summary>Head of a table: cells between bars.</summary>
    TableHead,
    TableRow,

    /// <summary>Room for a signature, with the name under it.</summary>
    Signature,

    /// <summary>The rest of a paragraph that began on the sheet before.</summary>
    Continued,
}

/// <summary>One line of a sheet.</summary>
public sealed record Block(BlockKind Kind, string Words)
{
    private const char Bar = '|';

    public string[] Cells => Words.Split(Bar, StringSplitOptions.TrimEntries);

    /// <summary>A row of a table; what would end a cell is written otherwise.</summary>
    public static Block Row(BlockKind kind, params string[] cells) =>
        new(kind, string.Join($" {Bar} ", cells.Select(cell => Flat(cell).Replace(Bar, '/'))));

    /// <summary>Words of people may hold several lines: each is a block of its own.</summary>
    public static IEnumerable<Block> Lines(BlockKind kind, string words) =>
        words.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => new Block(kind, Flat(line)));

    private static string Flat(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>
/// The words of a sheet as they are kept and hashed: one line for each block, begun by a sign that says what it is. Whoever
/// holds the sheet can write the same words again, and the book says whether they are the same.
/// </summary>
public static class SheetText
{
    private static readonly (BlockKind Kind, string Sign)[] Signs =
    [
        (BlockKind.Title, "# "), (BlockKind.Heading, "## "), (BlockKind.Subheading, "### "), (BlockKind.Quote, "> "),
        (BlockKind.TableHead, "|| "), (BlockKind.TableRow, "| "), (BlockKind.Signature, "__ "), (BlockKind.Continued, "~ "),
    ];

    public static string Write(IEnumerable<Block> blocks) =>
        string.Join('\n', blocks.Select(block => (Signs.FirstOrDefault(sign => sign.Kind == block.Kind).Sign ?? "") + block.Words)).Normalize();

    public static ImmutableArray<Block> Read(string words) =>
    [
        .. words.Split('\n').Select(line => Signs.FirstOrDefault(sign => line.StartsWith(sign.Sign, StringComparison.Ordinal)) is { Sign: { } found } sign
            ? new Block(sign.Kind, line[found.Length..])
            : new Block(BlockKind.Paragraph, line)),
    ];

    /// <summary>Whether two writings are the same words, however their lines are broken: signs at the head of lines, bars and spaces apart.</summary>
    public static bool SameWords(string one, string other) => Bare(one) == Bare(other);

    private static string Bare(string words) => string.Concat(Read(words.Normalize()).SelectMany(block => block.Words).Where(sign => !char.IsWhiteSpace(sign) && sign is not ('|' or '\u00ad')));
}
