using System.Reflection;
using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;

namespace Autogestion.Documents;

/// <summary>The letters of papers: Liberation Serif, free (OFL), carried with the program and embedded in every document.</summary>
public sealed class SheetFonts : IFontResolver
{
    private const string Family = "Sheet";
    private static readonly Lazy<bool> Known = new(() =>
    {
        GlobalFontSettings.FontResolver = new SheetFonts();
        return true;
    });

    private SheetFonts()
    {
    }

    public static XFont Regular(double size) => Font(size, XFontStyleEx.Regular);

    public static XFont Bold(double size) => Font(size, XFontStyleEx.Bold);

    public static XFont Italic(double size) => Font(size, XFontStyleEx.Italic);

    public FontResolverInfo? ResolveTypeface(string familyName, bool bold, bool italic) =>
        familyName == Family ? new(bold ? "LiberationSerif-Bold" : italic ? "LiberationSerif-Italic" : "LiberationSerif-Regular") : null;

    public byte[]? GetFont(string faceName)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"fonts/{faceName}.ttf");
        if (stream is null) return null;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static XFont Font(double size, XFontStyleEx style) => Known.Value ? new(Family, size, style, new XPdfFontOptions(PdfFontEncoding.Unicode, PdfFontEmbedding.TryComputeSubset)) : null!;
}
