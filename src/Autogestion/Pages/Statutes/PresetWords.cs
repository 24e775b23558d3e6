using Autogestion.Domain.Statutes;
using Autogestion.Look;

namespace Autogestion.Pages.Statutes;

/// <summary>How a legal preset is called, and how sentences begin.</summary>
public static class PresetWords
{
    /// <summary>The place and the law in a few words; the id where there are none for it.</summary>
    public static string Name(this Reader reader, Preset preset)
    {
        var key = $"statutes.preset.{preset.Id.Replace("-", "", StringComparison.Ordinal)}";
        return reader.Texts.Has(key) ? reader[key] : preset.Id;
    }

    /// <summary>Edition, validity and status in one line.</summary>
    public static string Standing(this Reader reader, Preset preset) => string.Join(" · ", new[]
    {
        reader["statutes.edition", ("edition", preset.Edition)],
        preset.ValidFrom is { } from ? reader["statutes.validFrom", ("date", reader.ShortDate(from))] : null,
        preset.ValidTo is { } to ? reader["statutes.validTo", ("date", reader.ShortDate(to))] : null,
        reader[$"statutes.status.{preset.Status}"],
    }.OfType<string>());

    /// <summary>A sentence with its first letter large.</summary>
    public static string Begin(this Reader reader, string words) =>
        words.Length == 0 ? words : char.ToUpper(words[0], reader.Culture) + words[1..];
}
