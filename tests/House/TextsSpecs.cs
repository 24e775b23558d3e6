using System.Text.Json;
using System.Text.RegularExpressions;
using Autogestion.Look;

namespace Autogestion.House;

/// <summary>Every language says everything, with the same placeholders; every word a page asks for exists.</summary>
public sealed partial class TextsSpecs
{
    const string Folder = "src/Autogestion/Texts";

    /// <summary>Files whose keys are used by every room, and so need not begin with the name of the file.</summary>
    static readonly HashSet<string> OfAllRooms = ["shared", "numbers", "domain"];

    /// <summary>Files of words that are looked up by the names of the domain: how their keys begin.</summary>
    static readonly Dictionary<string, string[]> Beginnings = new()
    {
        ["refusals"] = ["refusal."],
        ["entries"] = ["entry.", "authority."],
        ["acts"] = ["act."],
        ["rules"] = ["rule.", "sum."],
        ["trouble"] = ["trouble.", "words."],
    };

    sealed record Line(string Language, string File, string Key, string Words);

    static List<Line> Lines() =>
        [.. Repository.Files(Folder, ".json").SelectMany(path =>
        {
            var (language, file) = (path.Split('/')[Folder.Count(letter => letter == '/') + 1], Path.GetFileNameWithoutExtension(path));
            using var document = JsonDocument.Parse(Repository.Read(path));
            return document.RootElement.EnumerateObject().Select(text => new Line(language, file, text.Name, text.Value.GetString()!)).ToList();
        })];

    static ILookup<string, Line> ByLanguage()
    {
        var lines = Lines().ToLookup(line => line.Language);
        Assert.Equal(Texts.Languages.Order(), lines.Select(language => language.Key).Order());
        Assert.True(Texts.Languages.Count >= 2 && lines.All(language => language.Count() > 100), "there are hardly any texts");
        return lines;
    }

    [Fact]
    public void Every_language_has_the_same_keys_in_the_same_files()
    {
        var lines = ByLanguage();
        var all = Lines().Select(line => (line.File, line.Key)).ToHashSet();
        Findings.None(lines.SelectMany(language => all.Except(language.Select(line => (line.File, line.Key)))
            .Select(missing => $"{language.Key}/{missing.File}.json lacks {missing.Key}")));
    }

    [Fact]
    public void Every_language_fills_the_same_placeholders() =>
        Findings.None(Lines().GroupBy(line => line.Key)
            .Where(key => key.Select(line => string.Join(' ', Placeholders(line.Words))).Distinct().Count() > 1)
            .Select(key => $"{key.Key}: {string.Join(" / ", key.Select(line => $"{line.Language} {{{string.Join(", ", Placeholders(line.Words))}}}"))}"));

    [Fact]
    public void No_key_stands_twice_and_each_begins_with_its_file()
    {
        var lines = Lines();
        Findings.None(
        [
            .. lines.GroupBy(line => (line.Language, line.Key)).Where(key => key.Count() > 1).Select(key => $"{key.Key.Language}: {key.Key.Key} stands {key.Count()} times"),
            .. lines.Where(line => !OfAllRooms.Contains(line.File) && !Beginnings.GetValueOrDefault(line.File, [line.File + "."]).Any(beginning => line.Key.StartsWith(beginning, StringComparison.Ordinal))).Select(line => $"{line.Language}/{line.File}.json: {line.Key} does not begin as its file does"),
            .. lines.Where(line => !KeyShape().IsMatch(line.Key)).Select(line => $"{line.Language}/{line.File}.json: '{line.Key}' is no key"),
        ]);
    }

    [Fact]
    public void A_singular_has_its_plural()
    {
        var keys = Lines().Select(line => (line.Language, line.Key)).ToHashSet();
        Findings.None(keys.Select(key => (key.Language, Other: Counterpart(key.Key))).Where(key => key.Other is not null && !keys.Contains((key.Language, key.Other)))
            .Select(key => $"{key.Language} lacks {key.Other}"));
    }

    [Fact]
    public void No_text_is_empty_or_left_ragged() =>
        Findings.None(Lines().Where(line => line.Words.Trim() != line.Words || line.Words.Length == 0 || line.Words.Contains("  ", StringComparison.Ordinal))
            .Select(line => $"{line.Language}/{line.File}.json: {line.Key} = '{line.Words}'"));

    [Fact]
    public void Spanish_includes_everybody_in_plain_words_and_says_vos() =>
        Findings.None(Lines().Where(line => line.Language == "es" && (Ending().IsMatch(line.Words) || OtherAddress().IsMatch(line.Words)))
            .Select(line => $"es/{line.File}.json: {line.Key} = '{line.Words}'"));

    [Theory]
    [InlineData("lxs asociadxs"), InlineData("l@s compañer@s"), InlineData("les compañeres")]
    public void The_search_for_endings_finds_them(string words) => Assert.Matches(Ending(), words);

    [Theory]
    [InlineData("si tú quieres"), InlineData("puedes votar"), InlineData("Tienes que firmar")]
    public void The_search_for_another_address_finds_it(string words) => Assert.Matches(OtherAddress(), words);

    [Fact]
    public void Every_text_that_a_page_asks_for_exists()
    {
        var asked = Repository.Files("src/Autogestion", ".cshtml", ".cs")
            .SelectMany(path => Asked().Matches(Repository.Read(path)).Select(match => (path, key: match.Groups["key"].Value, plural: match.Groups["plural"].Success))).ToList();
        Assert.True(asked.Count > 30, $"only {asked.Count} texts are asked for");
        var texts = Texts.For(Texts.FirstLanguage);
        Findings.None(asked.Where(text => !texts.Has(text.plural ? text.key + ".other" : text.key)).Select(text => $"{text.path}: {text.key}").Distinct());
    }

    [Fact]
    public void A_missing_text_is_an_error_in_tests() =>
        Assert.Throws<KeyNotFoundException>(() => Texts.For("en")["no.such.text"]);

    static IEnumerable<string> Placeholders(string words) =>
        Placeholder().Matches(words).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    static string? Counterpart(string key) =>
        key.EndsWith(".one", StringComparison.Ordinal) ? key[..^4] + ".other"
        : key.EndsWith(".other", StringComparison.Ordinal) ? key[..^6] + ".one" : null;

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^[a-z][A-Za-z0-9]*(\.[A-Za-z0-9]+(-[A-Za-z0-9]+)*)+$")]
    private static partial Regex KeyShape();

    [GeneratedRegex(@"\p{L}@s?\b|\b\p{L}*[^aeiou\W]x(s)?\b|\b(les|todes|compañeres|asociades)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Ending();

    [GeneratedRegex(@"\b(tú|puedes|tienes|quieres|debes|eres|vosotros)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OtherAddress();

    [GeneratedRegex("""\bT(\.(Html|(?<plural>Count)))?[\[(]"(?<key>[A-Za-z0-9.]+)["]""")]
    private static partial Regex Asked();
}
