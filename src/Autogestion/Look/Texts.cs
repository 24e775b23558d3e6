// The words of the program: one flat file of keys per room and language, embedded, read once.

using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Autogestion.Look;

/// <summary>
/// All texts in one language. A text may hold <c>{name}</c> placeholders; a pair <c>key.one</c> and <c>key.other</c>
/// is read with <see cref="Count"/>. A missing key shows itself, except where the switch
/// <see cref="StrictSwitch"/> is on (every test project turns it on): there it throws.
/// </summary>
public sealed class Texts
{
    /// <summary>The runtime switch that makes a missing key an error.</summary>
    public const string StrictSwitch = "Autogestion.Texts.Strict";

    /// <summary>The language used when the person has said nothing and the browser asks for none that we have.</summary>
    public const string FirstLanguage = "es";

    static readonly FrozenDictionary<string, Texts> Loaded = Load(typeof(Texts).Assembly);

    readonly FrozenDictionary<string, string> entries;

    Texts(string language, FrozenDictionary<string, string> entries)
    {
        Language = language;
        this.entries = entries;
    }

    /// <summary>The languages that have texts, the first one being <see cref="FirstLanguage"/>.</summary>
    public static IReadOnlyList<string> Languages { get; } =
        [FirstLanguage, .. Loaded.Keys.Where(language => language != FirstLanguage).Order(StringComparer.Ordinal)];

    /// <summary>The two-letter code of this language.</summary>
    public string Language { get; }

    /// <summary>Every key of this language.</summary>
    public IEnumerable<string> Keys => entries.Keys;

    /// <summary>The texts of a language; those of the first language when there are none.</summary>
    public static Texts For(string language) =>
        Loaded.TryGetValue(language, out var texts) ? texts : Loaded[FirstLanguage];

    /// <summary>Whether this language has the key.</summary>
    public bool Has(string key) => entries.ContainsKey(key);

    /// <summary>The text as written, placeholders included.</summary>
    public string this[string key] => Find(key);

    /// <summary>The text with its placeholders filled; numbers are written as the language writes them.</summary>
    public string this[string key, params ReadOnlySpan<(string Name, object? Value)> values] =>
        Fill(Find(key), CultureInfo.GetCultureInfo(Language), values);

    /// <summary>The singular or plural of <paramref name="key"/>, with <c>{count}</c> filled.</summary>
    public string Count(string key, long count, CultureInfo culture, params ReadOnlySpan<(string Name, object? Value)> values) =>
        Fill(Find(count == 1 ? key + ".one" : key + ".other"), culture, [("count", count), .. values]);

    /// <summary>The text with its placeholders filled in the manner of <paramref name="culture"/>.</summary>
    public string Say(string key, CultureInfo culture, params ReadOnlySpan<(string Name, object? Value)> values) =>
        Fill(Find(key), culture, values);

    string Find(string key)
    {
        if (entries.TryGetValue(key, out var text))
            return text;
        if (AppContext.TryGetSwitch(StrictSwitch, out var strict) && strict)
            throw new KeyNotFoundException($"There is no text '{key}' in '{Language}'.");
        return key;
    }

    static string Fill(string text, CultureInfo culture, ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (values.IsEmpty || !text.Contains('{'))
            return text;
        var filled = new StringBuilder(text);
        foreach (var (name, value) in values)
            filled.Replace("{" + name + "}", Write(value, culture));
        return filled.ToString();
    }

    static string Write(object? value, CultureInfo culture) => value switch
    {
        null => "",
        string words => words,
        int or long or short => ((IFormattable)value).ToString("N0", culture),
        decimal number => number.ToString("#,##0.##########", culture),
        IFormattable other => other.ToString(null, culture),
        _ => value.ToString() ?? "",
    };

    static FrozenDictionary<string, Texts> Load(Assembly assembly) =>
        assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("texts/", StringComparison.Ordinal))
            .GroupBy(name => name.Split('/', '\\')[1])
            .ToFrozenDictionary(
                files => files.Key,
                files => new Texts(files.Key, files.SelectMany(file => Read(assembly, file)).ToFrozenDictionary()));

    static Dictionary<string, string> Read(Assembly assembly, string file)
    {
        using var stream = assembly.GetManifestResourceStream(file)!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream, JsonSerializerOptions.Strict)
            ?? throw new InvalidDataException($"{file} holds no texts.");
    }
}
