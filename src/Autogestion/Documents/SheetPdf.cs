using System.Globalization;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;
using QRCoder;

namespace Autogestion.Documents;

/// <summary>A sheet to be printed.</summary>
/// <param name="Folio">Its number; null for a draft.</param>
/// <param name="Address">Where it can be checked; null for a draft.</param>
/// <param name="Foot">What the foot says beside the code.</param>
public sealed record Sheet(ImmutableArray<Block> Blocks, int? Folio, string? Address, string Foot);

/// <summary>What stands on every sheet of a document.</summary>
/// <param name="Language">BCP 47.</param>
/// <param name="FolioWord">How a folio is called, with its number in place of <c>{0}</c>.</param>
/// <param name="CodeWord">What the code says to who cannot see it, with the address in place of <c>{0}</c>.</param>
public sealed record SheetHead(string Title, string Collective, string Book, string Language, string FolioWord, string CodeWord, string Draft);

/// <summary>
/// Sheets as a PDF that is tagged for screen readers (PDF/UA, as far as the library goes): language, title, headings, tables with
/// their heads, the code with what it says; head and rules are artifacts. Letters are embedded.
/// </summary>
public static class SheetPdf
{
    private const double CodeSize = 62;
    private static readonly XPen Rule = new(XColors.Black, 0.6);

    public static byte[] Make(SheetHead head, IReadOnlyList<Sheet> sheets)
    {
        using var document = new PdfDocument();
        var accessible = UAManager.ForDocument(document);
        accessible.SetDocumentLanguage(head.Language);
        document.Info.Title = head.Title;
        document.Info.Author = head.Collective;
        document.Info.Creator = "Autogestión";
        document.ViewerPreferences.DisplayDocTitle = true;
        foreach (var (sheet, number) in sheets.Select((sheet, index) => (sheet, index + 1)))
        {
            var page = document.AddPage();
            (page.Width, page.Height) = (XUnit.FromPoint(SheetLayout.Width), XUnit.FromPoint(SheetLayout.Height));
            using var graphics = XGraphics.FromPdfPage(page);
            Draw(new(graphics, accessible.StructureBuilder, head, sheet, (sheet.Folio ?? number) % 2 == 1, number == sheets.Count));
        }
        using var stream = new MemoryStream();
        document.Save(stream);
        return stream.ToArray();
    }

    private sealed record Canvas(XGraphics Graphics, StructureBuilder Structure, SheetHead Head, Sheet Sheet, bool Front, bool Last)
    {
        public double Left => Front ? SheetLayout.Inner : SheetLayout.Outer;

        public double Right => SheetLayout.Width - (Front ? SheetLayout.Outer : SheetLayout.Inner);

        public void Write(string words, XFont font, double x, double y) => Graphics.DrawString(words, font, XBrushes.Black, x, y);
    }

    private static void Draw(Canvas on)
    {
        Artifact(on, () => DrawHead(on));
        on.Structure.BeginElement(PdfGroupingElementTag.Section);
        var set = SheetLayout.Set(on.Sheet.Blocks, on.Front);
        for (var index = 0; index < set.Length; index++)
        {
            if (IsRow(set[index])) index = DrawTable(on, set, index);
            else DrawBlock(on, set[index]);
        }
        Artifact(on, () => CrossOut(on, set));
        DrawFoot(on);
        on.Structure.End();
    }

    private static void DrawHead(Canvas on)
    {
        var folio = on.Sheet.Folio is { } number ? string.Format(CultureInfo.InvariantCulture, on.Head.FolioWord, number) : on.Head.Draft;
        var (name, small) = (SheetFonts.Bold(11), SheetFonts.Regular(9));
        var wide = on.Graphics.MeasureString(folio, name).Width;
        on.Write(on.Head.Collective, name, on.Front ? on.Left : on.Right - on.Graphics.MeasureString(on.Head.Collective, name).Width, 52);
        on.Write(on.Head.Book, small, on.Front ? on.Left : on.Right - on.Graphics.MeasureString(on.Head.Book, small).Width, 66);
        on.Write(folio, name, on.Front ? on.Right - wide : on.Left, 52);
        on.Graphics.DrawLine(Rule, on.Left, 74, on.Right, 74);
    }

    private static void DrawBlock(Canvas on, SetBlock block)
    {
        var tag = block.Block.Kind switch
        {
            BlockKind.Title => PdfBlockLevelElementTag.Heading1,
            BlockKind.Heading => PdfBlockLevelElementTag.Heading2,
            BlockKind.Subheading => PdfBlockLevelElementTag.Heading3,
            _ => PdfBlockLevelElementTag.Paragraph,
        };
        if (block.Block.Kind == BlockKind.Signature) Artifact(on, () => on.Graphics.DrawLine(Rule, on.Left, block.Top, on.Left + 220, block.Top));
        if (block.Block.Kind == BlockKind.Quote) on.Structure.BeginElement(PdfGroupingElementTag.BlockQuotation);
        on.Structure.BeginElement(tag);
        foreach (var line in block.Cells[0]) on.Write(line.Words + " ", block.Font, line.X, line.Y);
        on.Structure.End();
        if (block.Block.Kind == BlockKind.Quote) on.Structure.End();
    }

    private static bool IsRow(SetBlock block) => block.Block.Kind is BlockKind.TableHead or BlockKind.TableRow;

    // A table that goes over to the next sheet is a table there too.
    private static int DrawTable(Canvas on, ImmutableArray<SetBlock> set, int from)
    {
        on.Structure.BeginElement(PdfBlockLevelElementTag.Table);
        var index = from;
        for (; index < set.Length && IsRow(set[index]); index++)
        {
            on.Structure.BeginElement(PdfBlockLevelElementTag.TableRow);
            foreach (var (cell, column) in set[index].Cells.Select((cell, column) => (cell, column)))
            {
                var heads = set[index].Block.Kind == BlockKind.TableHead;
                on.Structure.BeginElement(heads || column == 1 ? PdfBlockLevelElementTag.TableHeaderCell : PdfBlockLevelElementTag.TableDataCell);
                if (heads || column == 1) Scope(on.Structure, heads ? "/Column" : "/Row");
                foreach (var line in cell) on.Write(line.Words.Length == 0 ? " " : line.Words + " ", set[index].Font, line.X, line.Y);
                on.Structure.End();
            }
            on.Structure.End();
        }
        on.Structure.End();
        return index - 1;
    }

    private static void Scope(StructureBuilder structure, string scope)
    {
        var attributes = new PdfDictionary();
        attributes.Elements.SetName("/O", "/Table");
        attributes.Elements.SetName("/Scope", scope);
        structure.CurrentStructureElement.Elements["/A"] = attributes;
    }

    // What is left white is crossed out, so that nothing is written there later.
    private static void CrossOut(Canvas on, ImmutableArray<SetBlock> set)
    {
        var y = set.IsEmpty ? SheetLayout.Top : set[^1].Bottom + 10;
        if (on.Last && on.Sheet.Folio is not null && y < SheetLayout.Bottom - 30) on.Graphics.DrawLine(Rule, on.Left, SheetLayout.Bottom, on.Right, y);
    }

    private static void DrawFoot(Canvas on)
    {
        const double top = SheetLayout.Bottom + 22;
        Artifact(on, () => on.Graphics.DrawLine(Rule, on.Left, top - 8, on.Right, top - 8));
        if (on.Sheet.Address is { } address) DrawCode(on, address, top);
        var (x, y) = (on.Left + (on.Sheet.Address is null ? 0 : CodeSize + 10), top + 8);
        on.Structure.BeginElement(PdfBlockLevelElementTag.Paragraph);
        foreach (var line in on.Sheet.Foot.Split('\n'))
        {
            on.Write(line + " ", SheetFonts.Regular(7.5), x, y);
            y += 10;
        }
        on.Structure.End();
    }

    private static void DrawCode(Canvas on, string address, double top)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.L);
        var rows = data.ModuleMatrix;
        var step = CodeSize / rows.Count;
        on.Structure.BeginElement(PdfIllustrationElementTag.Figure, string.Format(CultureInfo.InvariantCulture, on.Head.CodeWord, address), new XRect(on.Left, top, CodeSize, CodeSize));
        var path = new XGraphicsPath();
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows[y].Count; x++)
                if (rows[y][x]) path.AddRectangle(on.Left + x * step, top + y * step, step, step);
        on.Graphics.DrawPath(XBrushes.Black, path);
        on.Structure.End();
    }

    private static void Artifact(Canvas on, Action draw)
    {
        on.Structure.BeginArtifact();
        draw();
        on.Structure.End();
    }
}
