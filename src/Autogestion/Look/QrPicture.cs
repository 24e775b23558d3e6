// A QR code as one drawn path: no styles, so that it passes the security policy and prints sharp.

using System.Text;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace Autogestion.Look;

/// <summary>QR codes for papers.</summary>
public static class QrPicture
{
    /// <summary>The picture of an address, dark on white with its quiet zone. It says nothing to screen readers: the address stands beside it.</summary>
    public static IHtmlContent Svg(string address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var (rows, path) = (data.ModuleMatrix, new StringBuilder());
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows[y].Count; x++)
                if (rows[y][x])
                    path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return new HtmlString($"""<svg class="qr" viewBox="0 0 {rows.Count} {rows.Count}" width="180" height="180" shape-rendering="crispEdges" aria-hidden="true"><rect width="{rows.Count}" height="{rows.Count}" fill="#fff"/><path d="{path}" fill="#000"/></svg>""");
    }
}
