using System.Text;
using System.Text.Json.Nodes;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Codec;

namespace Autogestion.Office.Tests.Codec;

/// <summary>What was stored in an older shape stays readable. The example: bread was counted in dozens, then in loaves, then a baker was named.</summary>
public sealed class UpcasterSpecs
{
    private static readonly Catalogue Bakery = Catalogue.Of([typeof(BreadBaked), typeof(BakeBread), typeof(EffectKept)]);

    private static readonly Upcasters Steps = Upcasters.None
        .With("test.bread-baked", 1, data => new JsonObject { ["loaves"] = data["dozens"]!.GetValue<int>() * 12 })
        .With("test.bread-baked", 2, data => new JsonObject { ["loaves"] = data["loaves"]!.DeepClone(), ["baker"] = 0 })
        .With("test.bake-bread", 1, data => new JsonObject { ["loaves"] = data["dozens"]!.GetValue<int>() * 12 });

    private static readonly EntryCodec Codec = EntryCodec.For(Bakery, Steps);

    [Fact]
    public void Older_versions_are_lifted_step_by_step()
    {
        Assert.Equal(new BreadBaked(24, new(0)), Read(1, """{"dozens":2}"""));
        Assert.Equal(new BreadBaked(30, new(0)), Read(2, """{"loaves":30}"""));
        Assert.Equal(new BreadBaked(30, new(4)), Read(3, """{"loaves":30,"baker":4}"""));
    }

    [Fact]
    public void What_is_written_now_has_the_present_version()
    {
        var stored = Codec.Write(new BreadBaked(24, new(4)));
        Assert.Equal(("test.bread-baked", 3), (stored.Kind, stored.Version));
    }

    [Fact]
    public void An_older_effect_is_lifted_inside_its_motion()
    {
        var kept = (EffectKept)Codec.Read("test.effect-kept", 1, """{"effect":{"act":"test.bake-bread","data":{"dozens":2}}}"""u8);
        Assert.Equal(new BakeBread(24), kept.Effect);
        Assert.Equal("""{"effect":{"act":"test.bake-bread","version":2,"data":{"loaves":24}}}""", Encoding.UTF8.GetString(Codec.Write(kept).Data.Span));
    }

    [Theory]
    [InlineData(0, """{"dozens":2}""")]
    [InlineData(4, """{"loaves":30,"baker":4}""")]
    [InlineData(3, """{"loaves":30}""")]
    [InlineData(1, """[]""")]
    [InlineData(1, """{"dozens":"two"}""")]
    [InlineData(1, """{}""")]
    [InlineData(3, """null""")]
    [InlineData(1, """null""")]
    [InlineData(3, """{""")]
    public void What_cannot_be_read_says_which_kind_and_version(int version, string json)
    {
        var unreadable = Assert.Throws<UnreadableEntryException>(() => Read(version, json));
        Assert.Equal(("test.bread-baked", version), (unreadable.Kind, unreadable.Version));
    }

    [Fact]
    public void A_missing_step_stops_the_start() =>
        Assert.Contains("test.bread-baked 2 to 3", Assert.Throws<InvalidOperationException>(() => EntryCodec.For(Bakery, Upcasters.None)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_shipped_rules_lack_no_step() => Assert.Empty(Upcasters.House.Missing(Catalogue.House));

    private static Entry Read(int version, string json) => Codec.Read("test.bread-baked", version, Encoding.UTF8.GetBytes(json));

    [Named("test.bread-baked", Version = 3), SeenBy(Audience.Public)]
    private sealed record BreadBaked(int Loaves, PostId Baker) : Entry;

    [Named("test.bake-bread", Version = 2), Accepts(Source.Membership)]
    private sealed record BakeBread(int Loaves) : Act;
}
