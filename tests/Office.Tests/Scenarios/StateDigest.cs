using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Autogestion.Office.Tests.Scenarios;

/// <summary>
/// A digest of all that a state says: every public property, down to numbers and words. Two states with the same digest cannot
/// be told apart by anybody; how their collections came about plays no part.
/// </summary>
internal static class StateDigest
{
    public static string Of(object state)
    {
        var words = new StringBuilder();
        Write(state, words);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(words.ToString())));
    }

    private static void Write(object? value, StringBuilder words)
    {
        switch (value)
        {
            case null:
                words.Append('-');
                break;
            case string or Guid or Enum or bool:
                words.Append(value);
                break;
            case IFormattable plain when value.GetType().IsPrimitive || value.GetType().Namespace?.StartsWith(nameof(NodaTime), StringComparison.Ordinal) == true:
                words.Append(plain.ToString(null, CultureInfo.InvariantCulture));
                break;
            case NodaTime.DateTimeZone zone:
                words.Append(zone.Id);
                break;
            case IEnumerable many:
                WriteMany(many, words);
                break;
            default:
                WriteParts(value, words);
                break;
        }
    }

    // Sets and dictionaries say nothing by their order; lists do.
    private static void WriteMany(IEnumerable many, StringBuilder words)
    {
        var items = many.Cast<object?>().Select(item =>
        {
            var one = new StringBuilder();
            Write(item, one);
            return one.ToString();
        });
        var name = many.GetType().Name;
        if (name.Contains("Dictionary", StringComparison.Ordinal) || name.Contains("Set", StringComparison.Ordinal)) items = items.Order(StringComparer.Ordinal);
        words.Append('[').AppendJoin(',', items).Append(']');
    }

    private static void WriteParts(object value, StringBuilder words)
    {
        words.Append(value.GetType().Name).Append('{');
        foreach (var part in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(part => part.GetIndexParameters().Length == 0))
        {
            words.Append(part.Name).Append('=');
            Write(part.GetValue(value), words);
            words.Append(';');
        }
        words.Append('}');
    }
}
