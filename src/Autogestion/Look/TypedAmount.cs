using System.Globalization;
using Autogestion.Domain.Kernel;

namespace Autogestion.Look;

/// <summary>
/// Amounts as people type them: <c>1.234,56</c>, <c>1,234.56</c>, <c>1234,5</c>, <c>$ 100</c>. The last point or comma with one
/// or two digits after it sets the cents off; any other stands for thousands, and then three digits follow.
/// </summary>
public static class TypedAmount
{
    /// <summary>The amount; null for nothing typed or what is no amount.</summary>
    public static Money? Read(string? typed)
    {
        var text = new string([.. (typed ?? "").Where(letter => !char.IsWhiteSpace(letter) && letter is not ('$' or '€' or '\''))]).Replace('\u2212', '-');
        if (text.Length == 0) return null;
        var mark = text.LastIndexOfAny(['.', ',']);
        var digitsAfter = text.Length - mark - 1;
        var (whole, cents) = mark >= 0 && digitsAfter is 1 or 2 && mark >= 0 ? (text[..mark], text[(mark + 1)..]) : (text, "");
        var groups = whole.Split('.', ',');
        if (groups.Length > 1 && groups[0].TrimStart('-', '+') is var first && (first.Length is 0 or > 3 || first[0] == '0')) return null;
        if (groups.Skip(1).Any(group => group.Length != 3 || !group.All(char.IsAsciiDigit))) return null;
        var plain = string.Concat(groups) + (cents.Length > 0 ? "." + cents : "");
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && Money.IsWhole(value) ? new(value) : null;
    }
}
