using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Autogestion.Domain.Specs.Histories;

/// <summary>A whole state written out, member by member and in one order, so that two states can be compared by what they hold.</summary>
internal static class Picture
{
    private static readonly ConditionalWeakTable<Type, PropertyInfo[]> Members = [];

    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Write(value, text);
        return text.ToString();
    }

    private static void Write(object? value, StringBuilder text)
    {
        switch (value)
        {
            case null: text.Append('-'); break;
            case string or Enum or bool or Guid or Instant or LocalDate or LocalDateTime or AnnualDate: text.Append(value); break;
            case IFormattable number when value.GetType().IsPrimitive: text.Append(number.ToString(null, CultureInfo.InvariantCulture)); break;
            case DateTimeZone zone: text.Append(zone.Id); break;
            case Domain.Statutes.Preset preset: text.Append(preset.Id).Append(preset.Edition).Append('#').Append(RuntimeHelpers.GetHashCode(preset)); break;
            case IEnumerable many: WriteMany(many, text); break;
            default: WriteMembers(value, text); break;
        }
    }

    private static void WriteMany(IEnumerable many, StringBuilder text)
    {
        if (many.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) && (bool)type.GetProperty("IsDefault")!.GetValue(many)!)
        {
            text.Append("default");
            return;
        }
        var parts = many.Cast<object?>().Select(Of).ToList();
        // Sets and maps have no order of their own.
        if (many is IDictionary || many.GetType().Name.Contains("Set", StringComparison.Ordinal)) parts.Sort(StringComparer.Ordinal);
        text.Append('[').AppendJoin(',', parts).Append(']');
    }

    private static void WriteMembers(object value, StringBuilder text)
    {
        var members = Members.GetValue(value.GetType(), type => [.. type
            .GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Where(member => member.GetIndexParameters().Length == 0 && member.Name != "EqualityContract")
            .OrderBy(member => member.Name, StringComparer.Ordinal)]);
        text.Append(value.GetType().Name).Append('{');
        foreach (var member in members)
        {
            text.Append(member.Name).Append('=');
            Write(member.GetValue(value), text);
            text.Append(';');
        }
        text.Append('}');
    }
}
