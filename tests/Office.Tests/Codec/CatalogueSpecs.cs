using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using Autogestion.Office.Codec;

namespace Autogestion.Office.Tests.Codec;

public sealed class CatalogueSpecs
{
    [Fact]
    public void Reads_what_the_types_declare()
    {
        var act = Catalogue.House.FindAct("statutes.record-law")!;
        Assert.Equal(typeof(RecordLaw), act.Type);
        Assert.Equal([new(Source.Mandate, Power.Audit), new(Source.Mandate, Power.Represent)], act.Sources);
        Assert.Null(act.Matter);
        Assert.Equal(Matter.ReformStatutes, Catalogue.House.FindAct("statutes.reform")!.Matter);
        Assert.Equal(new EntryKind("statutes.rule-set", 1, typeof(RuleSet), Audience.Public), Catalogue.House.FindEntry("statutes.rule-set"));
        Assert.Null(Catalogue.House.FindEntry("statutes.record-law"));
    }

    [Theory]
    [InlineData("Nameless has no stored name.", typeof(Nameless))]
    [InlineData("Loose is not sealed.", typeof(Loose))]
    [InlineData("Unseen does not say who sees it.", typeof(Unseen))]
    [InlineData("Misnamed: the stored name 'Test.Misnamed'", typeof(Misnamed))]
    [InlineData("Powerless accepts no source of authority.", typeof(Powerless))]
    [InlineData("Matterless: whatever a resolution does has a matter", typeof(Matterless))]
    [InlineData("Vague accepts a mandate without saying which power.", typeof(Vague))]
    [InlineData("One and Other share the stored name 'test.same'.", typeof(One), typeof(Other))]
    public void A_flawed_type_stops_the_start(string message, params Type[] types) =>
        Assert.Contains(message, Assert.Throws<InvalidOperationException>(() => Catalogue.Of(types)).Message, StringComparison.Ordinal);

    [SeenBy(Audience.Public)]
    private sealed record Nameless : Entry;

    [Named("test.loose"), SeenBy(Audience.Public)]
    public record Loose : Entry;

    [Named("test.unseen")]
    private sealed record Unseen : Entry;

    [Named("Test.Misnamed"), SeenBy(Audience.Public)]
    private sealed record Misnamed : Entry;

    [Named("test.powerless")]
    private sealed record Powerless : Act;

    [Named("test.matterless"), Accepts(Source.Resolution)]
    private sealed record Matterless : Act;

    [Named("test.vague"), Accepts(Source.Mandate)]
    private sealed record Vague : Act;

    [Named("test.same"), SeenBy(Audience.Public)]
    private sealed record One : Entry;

    [Named("test.same"), SeenBy(Audience.Public)]
    private sealed record Other : Entry;
}
