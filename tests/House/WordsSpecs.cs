using System.Reflection;
using System.Text.RegularExpressions;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using Autogestion.Look;
using Autogestion.Office.Codec;
using Autogestion.Office.Desk;
using Autogestion.Office.Presets;
using Autogestion.Wording;

namespace Autogestion.House;

/// <summary>Everything that the domain can say has its words in every language, and no word is left over from what it once said.</summary>
public sealed partial class WordsSpecs
{
    static readonly Assembly[] Speaking = [typeof(Entry).Assembly, typeof(DeskRefusals).Assembly];

    public static TheoryData<string> Languages => [.. Texts.Languages];

    // Scenario files have a language of their own, which nobody is shown.
    static IEnumerable<string> EnumKeys() => Speaking.SelectMany(assembly => assembly.GetExportedTypes()).Where(type => type.IsEnum && type.Namespace != typeof(Office.Scenarios.Scenario).Namespace)
        .SelectMany(type => Enum.GetNames(type).Select(name => $"{char.ToLowerInvariant(type.Name[0])}{type.Name[1..]}.{name}"));

    /// <summary>Every refusal there is, in the order in which its list gives it precedence.</summary>
    public static IReadOnlyList<RefusalCode> Refusals { get; } =
        [.. Speaking.SelectMany(assembly => assembly.GetExportedTypes()).SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(RefusalCode)).Select(field => (RefusalCode)field.GetValue(null)!)];

    [Theory, MemberData(nameof(Languages))]
    public void Every_value_that_can_be_chosen_has_a_name(string language)
    {
        var keys = EnumKeys().ToList();
        Assert.True(keys.Count > 150, $"only {keys.Count} values");
        Findings.None(keys.Where(key => !Texts.For(language).Has(key)));
    }

    [Theory, MemberData(nameof(Languages))]
    public void Every_refusal_says_the_rule_and_what_can_be_done_instead(string language)
    {
        Assert.True(Refusals.Count > 140, $"only {Refusals.Count} refusals");
        Assert.Equal(Refusals.Count, Refusals.Distinct().Count());
        var texts = Texts.For(language);
        Findings.None(Refusals.SelectMany(code => new[] { $"refusal.{code}", $"refusal.{code}.remedy" }).Where(key => !texts.Has(key)));
        Findings.None(Refusals.Where(code => texts[$"refusal.{code}"] == texts[$"refusal.{code}.remedy"]).Select(code => code.Name));
    }

    [Theory, MemberData(nameof(Languages))]
    public void A_refusal_names_only_facts_that_come_with_it_wherever_it_is_given(string language)
    {
        var given = Given();
        Assert.True(given.Count > 100, $"only {given.Count} refusals found in the source");
        Findings.None(given.SelectMany(place => new[] { $"refusal.{place.Code}", $"refusal.{place.Code}.remedy" }
            .SelectMany(key => FactWording.Placeholders(Texts.For(language)[key]).Except(place.Facts).Select(fact => $"{key} names {{{fact}}}, which {place.File} does not give"))));
    }

    [Theory, MemberData(nameof(Languages))]
    public void A_refusal_can_be_said_without_its_facts(string language)
    {
        var wording = new RefusalWording(new Reader(language));
        Findings.None(Refusals.Where(code => wording.Plain(code.Name).Contains('{', StringComparison.Ordinal)).Select(code => $"refusal.{code}.plain is missing"));
    }

    [Theory, MemberData(nameof(Languages))]
    public void Operating_trouble_and_a_broken_book_are_said_plainly(string language)
    {
        var wording = new RefusalWording(new Reader(language));
        Assert.All(Enum.GetValues<Book.StoreTrouble>(), trouble => Assert.NotEqual("", wording.Trouble(trouble, "x").Rule));
        Assert.All(Enum.GetValues<BrokenReason>(), reason => Assert.Contains("12", wording.Stopped(new(12, reason), "x").Rule, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Languages))]
    public void Every_act_has_a_label_and_a_sentence_and_every_effect_its_end_of_one(string language)
    {
        var texts = Texts.For(language);
        Findings.None(Catalogue.House.Acts.SelectMany(act => new[] { $"act.{act.Name}", $"act.{act.Name}.what" }).Where(key => !texts.Has(key)));
        Findings.None(Catalogue.House.Acts.Where(act => texts.Has($"act.{act.Name}.effect") != (act.Matter is not null))
            .Select(act => $"act.{act.Name}.effect: only what a resolution can do is told as an effect, and all of it"));
    }

    [Theory, MemberData(nameof(Languages))]
    public void Every_rule_of_every_preset_reads_in_words(string language)
    {
        var wording = new RuleWording(new Reader(language));
        var lines = PresetLibrary.Shipped.All.SelectMany(shipped => shipped.Preset.Rules.Select(rule =>
            (rule.Key, Words: $"{wording.Label(rule.Key)} — {wording.Value(rule.Value, rule.Key)} — {wording.Bound(rule.Bound, rule.Key)} — {wording.Cite(new(rule.Key, rule.Article, rule.Source), shipped.Preset)}"))).ToList();
        Assert.True(lines.Count > 1000, $"only {lines.Count} rules");
        Findings.None(lines.Where(line => line.Words.Contains('{', StringComparison.Ordinal)).Select(line => $"{line.Key}: {line.Words}"));
        Findings.None(Rules.All.Values.SelectMany(key => key.Options.Select(option => wording.Value(new RuleValue.Choice(option), key.Name))).Where(words => words.Contains('{', StringComparison.Ordinal)));
    }

    [Fact]
    public void A_rule_says_where_it_is_written()
    {
        var preset = PresetLibrary.Shipped.Find("AR")!.Preset;
        Assert.Equal("Ley 20.337 de cooperativas, art. 48", new RuleWording(new Reader("es")).Cite(new("assembly.ordinary.notice", "art. 48", "L20337"), preset));
        Assert.Equal("regla del colectivo: Empate", new RuleWording(new Reader("es")).Cite(new("assembly.tie", "", ""), preset));
    }

    [Fact]
    public void No_word_is_left_over()
    {
        string[] known =
        [
            .. EnumKeys(), .. Enum.GetNames<Book.StoreTrouble>().Select(name => $"trouble.{name}"), .. Enum.GetNames<BrokenReason>().Select(name => $"trouble.stopped.{name}"),
            .. Refusals.SelectMany(code => new[] { $"refusal.{code}", $"refusal.{code}.remedy", $"refusal.{code}.plain" }),
            .. Catalogue.House.Acts.Select(act => $"act.{act.Name}"), .. Catalogue.House.Entries.Select(entry => $"entry.{entry.Name}"),
        ];
        string[] families = [.. EnumKeys().Select(key => key[..key.IndexOf('.', StringComparison.Ordinal)]).Distinct(), "refusal", "act", "entry"];
        var source = string.Concat(Repository.Files("src/Autogestion", ".cs", ".cshtml").Select(Repository.Read));
        var names = known.ToHashSet();
        Findings.None(Texts.For(Texts.FirstLanguage).Keys
            .Where(key => families.Contains(key[..key.IndexOf('.', StringComparison.Ordinal)]) && !names.Contains(key) && !Kin(key).Any(names.Contains))
            .Where(key => !source.Contains($"\"{Singular().Replace(key, "")}\"", StringComparison.Ordinal)));
    }

    // "entry.post.mandate-ended.Term" belongs to "entry.post.mandate-ended"; the tests of entries and effects look at the last part.
    static IEnumerable<string> Kin(string key)
    {
        for (var dot = key.LastIndexOf('.'); dot > key.IndexOf('.', StringComparison.Ordinal); dot = key.LastIndexOf('.', dot - 1)) yield return key[..dot];
    }

    sealed record Place(string Code, string File, IReadOnlyList<string> Facts);

    /// <summary>Every place in the source that gives a refusal, with the facts it gives along.</summary>
    static List<Place> Given()
    {
        var codes = Speaking.SelectMany(assembly => assembly.GetExportedTypes()).SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(RefusalCode))
            .ToDictionary(field => $"{field.DeclaringType!.Name}.{field.Name}", field => ((RefusalCode)field.GetValue(null)!).Name);
        return [.. Repository.Files("src", ".cs").Where(path => !path.EndsWith("Refusals.cs", StringComparison.Ordinal)).SelectMany(path =>
        {
            var text = Repository.Read(path);
            return GivenCode().Matches(text).Where(match => codes.ContainsKey(match.Value))
                .Select(match => new Place(codes[match.Value], path, [.. Chain(text, match.Index + match.Length)]));
        })];
    }

    /// <summary>The facts of <c>.With("a", x).With("b", y).Under(z)</c> behind a code, however deep the values are nested.</summary>
    static IEnumerable<string> Chain(string text, int at)
    {
        for (var call = Call().Match(text, at); call.Success; call = Call().Match(text, at))
        {
            if (call.Groups["fact"].Success) yield return call.Groups["fact"].Value;
            var depth = 1;
            for (at = call.Groups["open"].Index + 1; depth > 0; at++) depth += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
        }
    }

    [Fact]
    public void The_search_for_facts_finds_them_in_a_chain() =>
        Assert.Equal(["a", "b"], Chain("""X.Y.With("a", f(g(1), 2)).Under(z(3)).With("b", 1); W.With("c", 2)""", 3));

    [GeneratedRegex(@"\w+Refusals\.\w+")]
    private static partial Regex GivenCode();

    [GeneratedRegex("""\G\s*\.(With|Under)(?<open>\()("(?<fact>[^"]+)")?""")]
    private static partial Regex Call();

    [GeneratedRegex(@"\.(one|other)$")]
    private static partial Regex Singular();
}
