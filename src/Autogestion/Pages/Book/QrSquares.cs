using System.Globalization;
using System.Text;
using QRCoder;

namespace Autogestion.Pages.Book;

/// <summary>A QR code as one path of squares, so that it needs no image and no inline style.</summary>
/// <param name="Size">Squares along one side, quiet zone included.</param>
/// <param name="Path">The dark squares.</param>
public sealed record QrSquares(int Size, string Path)
{
    public static QrSquares Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var row = 0; row < code.ModuleMatrix.Count; row++)
            for (var column = 0; column < code.ModuleMatrix[row].Count; column++)
                if (code.ModuleMatrix[row][column]) path.Append(CultureInfo.InvariantCulture, $"M{column} {row}h1v1h-1z");
        return new(code.ModuleMatrix.Count, path.ToString());
    }
}
