using System.Text;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Codec;

namespace Autogestion.Office.Tests.Codec;

/// <summary>Whatever the rules can say comes back from its stored form.</summary>
public sealed class RoundTripSpecs
{
    private static readonly EntryCodec Entries = EntryCodec.House;

    public static TheoryData<string> EntryKinds => [.. Catalogue.House.Entries.Select(kind => kind.Name)];

    public static TheoryData<string> ActKinds => [.. Catalogue.House.Acts.Select(kind => kind.Name)];

    [Theory, MemberData(nameof(EntryKinds))]
    public void Every_entry_comes_back(string name)
    {
        var kind = Catalogue.House.FindEntry(name)!;
        foreach (var entry in Invented(kind.Type).Cast<Entry>())
        {
            var stored = Entries.Write(entry);
            var back = Entries.Read(stored.Kind, stored.Version, stored.Data.Span);
            Assert.Equal(name, stored.Kind);
            Assert.IsType(kind.Type, back);
            Assert.Equal(Text(stored), Text(Entries.Write(back)));
            Assert.Equal(entry.ToString(), back.ToString());
        }
    }

    /// <summary>Acts are stored as the effects of motions, words and all.</summary>
    [Theory, MemberData(nameof(ActKinds))]
    public void Every_act_comes_back_as_an_effect(string name)
    {
        var kind = Catalogue.House.FindAct(name)!;
        var codec = EntryCodec.For(Catalogue.Of([.. Catalogue.House.Entries.Select(k => k.Type), .. Catalogue.House.Acts.Select(k => k.Type), typeof(EffectKept)]), Upcasters.House);
        foreach (var act in Invented(kind.Type).Cast<Act>())
        {
            var stored = codec.Write(new EffectKept(act));
            var back = codec.Read(stored.Kind, stored.Version, stored.Data.Span);
            Assert.Equal(Text(stored), Text(codec.Write(back)));
            var version = kind.Version == 1 ? "" : $$""","version":{{kind.Version}}""";
            Assert.StartsWith($$"""{"effect":{"act":"{{name}}"{{version}},"data":{""", Text(stored), StringComparison.Ordinal);
        }
    }

    private static IEnumerable<object> Invented(Type type) =>
        from seed in Enumerable.Range(1, 20)
        from sparse in new[] { true, false }
        select new Inventions(new Random(seed), sparse).Of(type);

    private static string Text(Stored stored) => Encoding.UTF8.GetString(stored.Data.Span);
}

/// <summary>Stands for whatever entry keeps an effect.</summary>
[Named("test.effect-kept"), SeenBy(Audience.Auditors)]
public sealed record EffectKept(Act Effect) : Entry;
