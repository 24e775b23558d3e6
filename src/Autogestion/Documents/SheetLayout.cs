using PdfSharp.Drawing;

namespace Autogestion.Documents;

/// <summary>A line of letters at its place on a sheet.</summary>
public sealed record SetLine(double X, double Y, string Words);

/// <summary>A block as set on one sheet.</summary>
/// <param name="Cells">The lines of each cell of a row; one cell for everything else.</param>
public sealed record SetBlock(Block Block, XFont Font, double Top, double Bottom, ImmutableArray<ImmutableArray<SetLine>> Cells);

/// <summary>
/// Sets blocks on sheets of A4 as a bound book has them: running text, no gaps; front sheets are bound at the left, back
/// sheets at the right. Measures are points of 1/72 inch.
/// </summary>
public static class SheetLayout
{
    public const double Width = 595, Height = 842;
    public const double Top = 92, Bottom = 728, Inner = 90, Outer = 50;
    private const double Body = 11, Leading = 1.32;
    private static readonly double[] Columns = [0.09, 0.45, 0.26, 0.20];

    /// <summary>Cuts blocks into sheets. A sheet holds at most as many letters as a text of the registry.</summary>
    public static ImmutableArray<ImmutableArray<Block>> Cut(IEnumerable<Block> blocks)
    {
        using var measure = Measure();
        var (sheets, sheet, y) = (ImmutableArray.CreateBuilder<ImmutableArray<Block>>(), ImmutableArray.CreateBuilder<Block>(), Top);
        foreach (var block in blocks)
        {
            var rest = block;
            while (rest is not null)
            {
                var (fits, after, bottom) = Fit(rest, y, sheet.Count == 0, measure);
                if (fits is not null) sheet.Add(fits);
                y = bottom;
                rest = after;
                if (after is null) continue;
                sheets.Add(sheet.DrainToImmutable());
                y = Top;
            }
        }
        if (sheet.Count > 0 || sheets.Count == 0) sheets.Add(sheet.DrainToImmutable());
        return sheets.DrainToImmutable();
    }

    /// <summary>Sets the blocks of one sheet.</summary>
    /// <param name="front">The binding is at the left.</param>
    public static ImmutableArray<SetBlock> Set(IEnumerable<Block> sheet, bool front)
    {
        using var measure = Measure();
        var (set, y, left) = (ImmutableArray.CreateBuilder<SetBlock>(), Top, front ? Inner : Outer);
        foreach (var block in sheet)
        {
            var (font, top) = (FontOf(block.Kind), y + (y == Top ? 0 : Before(block.Kind)));
            var step = font.Size * Leading;
            var cells = Cells(block, font, measure).Select((cell, column) => cell.Lines.Select((line, number) =>
                new SetLine(left + cell.X, top + font.Size + number * step, line)).ToImmutableArray()).ToImmutableArray();
            y = top + cells.Max(cell => cell.Length) * step + After(block.Kind);
            set.Add(new(block, font, top, y, cells));
        }
        return set.DrainToImmutable();
    }

    private static XGraphics Measure() => XGraphics.CreateMeasureContext(new(Width, Height), XGraphicsUnit.Point, XPageDirection.Downwards);

    // What of a block fits below y, and what goes on the next sheet. Paragraphs are cut between lines, everything else goes over whole.
    private static (Block? Fits, Block? After, double Bottom) Fit(Block block, double y, bool first, XGraphics measure)
    {
        var font = FontOf(block.Kind);
        var (top, step) = (y + (y == Top ? 0 : Before(block.Kind)), font.Size * Leading);
        var cells = Cells(block, font, measure).ToList();
        var lines = cells.Max(cell => cell.Lines.Count);
        var room = (int)((Bottom - top + 0.001) / step);
        // A heading is never the last line of a sheet.
        var needs = block.Kind is BlockKind.Heading or BlockKind.Subheading ? lines + 2 : lines;
        if (needs <= room || (first && lines <= room)) return (block, null, top + lines * step + After(block.Kind));
        var splits = block.Kind is BlockKind.Paragraph or BlockKind.Continued or BlockKind.Quote || (first && cells.Count == 1);
        if ((!splits || room < 1) && !first) return (null, block, y);
        if (!splits) return (block, null, Bottom);
        var (head, tail) = (string.Join(' ', cells[0].Lines.Take(room)), string.Join(' ', cells[0].Lines.Skip(room)));
        return (block with { Words = head }, new(block.Kind == BlockKind.Quote ? BlockKind.Quote : BlockKind.Continued, tail), Bottom);
    }

    private static IEnumerable<(double X, IReadOnlyList<string> Lines)> Cells(Block block, XFont font, XGraphics measure)
    {
        const double whole = Width - Inner - Outer;
        if (block.Kind is not (BlockKind.TableHead or BlockKind.TableRow))
        {
            var indent = block.Kind == BlockKind.Quote ? 18 : 0;
            yield return (indent, Wrap(block.Words, font, whole - indent, measure));
            yield break;
        }
        var (x, cells) = (0.0, block.Cells);
        for (var column = 0; column < cells.Length; column++)
        {
            var wide = whole * (cells.Length == Columns.Length ? Columns[column] : 1.0 / cells.Length);
            yield return (x, Wrap(cells[column], font, wide - 6, measure));
            x += wide;
        }
    }

    private static IReadOnlyList<string> Wrap(string words, XFont font, double wide, XGraphics measure)
    {
        var (lines, line) = (new List<string>(), "");
        foreach (var word in words.Split(' ').SelectMany(word => Pieces(word, font, wide, measure)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && measure.MeasureString(longer, font).Width > wide)
            {
                lines.Add(line);
                line = word;
            }
            else line = longer;
        }
        lines.Add(line);
        return lines;
    }

    // A word longer than the line is broken where it must be.
    private static IEnumerable<string> Pieces(string word, XFont font, double wide, XGraphics measure)
    {
        while (word.Length > 1 && measure.MeasureString(word, font).Width > wide)
        {
            var length = word.Length - 1;
            while (length > 1 && measure.MeasureString(word[..length], font).Width > wide) length--;
            if (char.IsHighSurrogate(word[length - 1])) length = Math.Max(length - 1, 2);
            yield return word[..length];
            word = word[length..];
        }
        yield return word;
    }

    private static XFont FontOf(BlockKind kind) => kind switch
    {
        BlockKind.Title => SheetFonts.Bold(16),
        BlockKind.Heading => SheetFonts.Bold(12.5),
        BlockKind.Subheading => SheetFonts.Bold(Body),
        BlockKind.Quote => SheetFonts.Italic(Body),
        BlockKind.TableHead => SheetFonts.Bold(9.5),
        BlockKind.TableRow => SheetFonts.Regular(9.5),
        _ => SheetFonts.Regular(Body),
    };

    private static double Before(BlockKind kind) => kind switch
    {
        BlockKind.Heading => 12,
        BlockKind.Subheading => 7,
        BlockKind.Signature => 40,
        BlockKind.TableHead => 4,
        _ => 0,
    };

    private static double After(BlockKind kind) => kind switch
    {
        BlockKind.Title => 8,
        BlockKind.TableRow or BlockKind.TableHead => 2,
        _ => 3,
    };
}
