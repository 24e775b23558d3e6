using Autogestion.Domain;
using Autogestion.Domain.Kernel;
using Autogestion.Look;
using Autogestion.Office.Codec;
using Autogestion.Wording;

namespace Autogestion.House;

/// <summary>Whatever entry or effect comes, it is told in a whole sentence in every language, and every text of theirs is told some time.</summary>
public sealed class WordsEntriesSpecs
{
    public static TheoryData<string> Languages => [.. Texts.Languages];

    [Theory, MemberData(nameof(Languages))]
    public void Every_kind_of_entry_is_told_in_a_sentence(string language)
    {
        var wording = new EntryWording(WordsState.Naming(language));
        Assert.Equal(Catalogue.House.Entries.Select(kind => kind.Type).ToHashSet(), WordsState.Entries.Select(entry => entry.GetType()).ToHashSet());
        Findings.None(WordsState.Entries.Select(entry => (entry, words: wording.Sentence(Recorded(entry))))
            .Where(told => told.words.Contains('{', StringComparison.Ordinal) || told.words.Length < 12 || told.words.Contains("  ", StringComparison.Ordinal))
            .Select(told => $"{told.entry.GetType().Name}: {told.words}").Distinct());
        Findings.None(WordsState.Entries.Where(entry => wording.TextOf(Recorded(entry)) is null).Select(entry => entry.GetType().Name).Distinct());
    }

    [Theory, MemberData(nameof(Languages))]
    public void Every_effect_is_told_as_the_end_of_a_sentence(string language)
    {
        var wording = new EffectWording(WordsState.Naming(language));
        Findings.None(WordsState.Acts.Select(act => (act, words: wording.Sentence(act)))
            .Where(told => told.words.Contains('{', StringComparison.Ordinal) || (wording.TextOf(told.act) is null) == Effects.IsEffect(told.act) || (Effects.IsEffect(told.act) && language == "es" && char.IsUpper(told.words[0])))
            .Select(told => $"{told.act.GetType().Name}: {told.words}").Distinct());
    }

    [Fact]
    public void No_text_of_an_entry_or_effect_is_never_told()
    {
        var entries = new EntryWording(WordsState.Naming("es"));
        var effects = new EffectWording(WordsState.Naming("es"));
        var told = WordsState.Entries.SelectMany(entry => Actors(entry).Select(actor => entries.TextOf(Recorded(entry, actor))))
            .Concat(WordsState.Acts.Select(effects.TextOf)).ToHashSet();
        var kinds = Catalogue.House.Entries.Select(kind => $"entry.{kind.Name}").ToList();
        Findings.None(Texts.For("es").Keys.Where(key => !told.Contains(key))
            .Where(key => kinds.Exists(kind => key == kind || key.StartsWith(kind + ".", StringComparison.Ordinal)) || (key.StartsWith("act.", StringComparison.Ordinal) && key.Contains(".effect", StringComparison.Ordinal)))
            .Where(key => !IsFallback(key)));
    }

    [Theory, MemberData(nameof(Languages))]
    public void An_entry_says_who_acted_and_on_what_that_rested(string language)
    {
        var wording = new EntryWording(WordsState.Naming(language));
        Authority[] all =
        [
            new Authority.OwnAffair(), new Authority.Membership(), new Authority.Mandate(new(1)), new Authority.Mandate(new(100_000)), new Authority.Resolution(new(5)),
            new Authority.Letter(new(new("other"), 3)), new Authority.RuleDue(),
        ];
        Assert.Equal(all.Length, all.Select(authority => wording.Authority(WordsState.Stamp with { Authority = authority })).Distinct().Count());
    }

    [Fact]
    public void A_kind_that_has_no_text_yet_is_told_by_its_parts()
    {
        var parts = Parts.Of(WordsState.Entries[0]).Select(part => part.Name).ToList();
        Assert.NotEmpty(parts);
        Assert.DoesNotContain("equalityContract", parts);
    }

    static Recorded Recorded(Entry entry, PersonId? actor = null) => new(1, WordsState.Stamp with { Actor = actor ?? WordsState.Founder }, entry);

    // Some entries are told differently when people do them for themselves.
    static IEnumerable<PersonId> Actors(Entry entry) =>
        [WordsState.Founder, .. entry.GetType().GetProperties().Where(property => property.PropertyType == typeof(PersonId)).Select(property => (PersonId)property.GetValue(entry)!)];

    // All reasons and roles have a text of their own; the plain one is for those to come.
    static bool IsFallback(string key) => key is "entry.member.departed" or "entry.post.mandate-ended" or "entry.post.sitting-mandate-granted" or "entry.network.letter-written" or "entry.network.letter-received";
}
