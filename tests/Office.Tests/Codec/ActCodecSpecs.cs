using System.Text;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Codec;

namespace Autogestion.Office.Tests.Codec;

/// <summary>Acts as devices send them: read whole, or answered with the place and what is wrong there.</summary>
public sealed class ActCodecSpecs
{
    private static readonly ActCodec Codec = ActCodec.For(Catalogue.Of([.. Catalogue.House.Acts.Select(kind => kind.Type), typeof(Speak), typeof(Carry)]), Upcasters.House);

    private readonly List<(string Words, string? Language, Retention Retention)> prepared = [];

    [Fact]
    public void Words_become_references_with_their_retention()
    {
        var speak = Assert.IsType<Speak>(Act("test.speak", """{"motion":"  Que haya pan  ","aside":{"words":"y rosas","language":"es"}}"""));
        Assert.Equal([("  Que haya pan  ", null, Retention.Legal), ("y rosas", "es", Retention.Erasable)], prepared);
        Assert.Equal((Retention.Legal, Retention.Erasable), (speak.Motion.Retention, speak.Aside!.Retention));
    }

    [Fact]
    public void Words_inside_an_effect_are_found_too()
    {
        var carry = Assert.IsType<Carry>(Act("test.carry", """{"effect":{"act":"test.speak","data":{"motion":"Pan"}},"texts":["uno","dos"]}"""));
        Assert.IsType<Speak>(carry.Effect);
        Assert.Equal(["Pan", "uno", "dos"], prepared.Select(text => text.Words));
    }

    [Fact]
    public void Words_are_in_one_normal_form()
    {
        Act("test.speak", """{"motion":"cafe\u0301"}""");
        Assert.Equal("café", Assert.Single(prepared).Words);
    }

    [Theory]
    [InlineData("test.speak", """{"aside":"a"}""", FaultKind.MissingMember, "/motion")]
    [InlineData("test.speak", """{"motion":"a","other":1}""", FaultKind.UnknownMember, "/other")]
    [InlineData("test.speak", """{"motion":" \n "}""", FaultKind.WrongValue, "/motion")]
    [InlineData("test.speak", """{"motion":{"words":"a","lang":"es"}}""", FaultKind.UnknownMember, "/motion/lang")]
    [InlineData("test.speak", """{"motion":null}""", FaultKind.WrongValue, "/motion")]
    [InlineData("test.speak", """{"motion":{"id":"6f9619ff-8b86-d011-b42d-00c04fc964ff","hash":"x","retention":"Erasable"}}""", FaultKind.UnknownMember, "/motion/id")]
    [InlineData("test.speak", """[]""", FaultKind.WrongValue, "")]
    [InlineData("test.speak", """null""", FaultKind.WrongValue, "")]
    [InlineData("test.speak", """{"motion":"a","motion":"b"}""", FaultKind.NotJson, "")]
    [InlineData("test.speak", """{"motion":""", FaultKind.NotJson, "")]
    [InlineData("test.speak", "", FaultKind.NotJson, "")]
    [InlineData("test.nothing", "{}", FaultKind.UnknownAct, "")]
    [InlineData("statutes.rule-set", "{}", FaultKind.UnknownAct, "")]
    [InlineData("test.carry", """{"effect":{"act":"no.such","data":{}},"texts":[]}""", FaultKind.UnknownAct, "/effect/act")]
    [InlineData("test.carry", """{"effect":{"act":"test.speak","data":{"motion":7}},"texts":[]}""", FaultKind.WrongValue, "/effect/data/motion")]
    [InlineData("test.carry", """{"effect":{"act":"test.speak","data":{"motion":"a"},"version":9},"texts":[]}""", FaultKind.WrongValue, "/effect/version")]
    [InlineData("test.carry", """{"effect":{"act":"test.speak","data":{"motion":"a"}},"texts":["a",""]}""", FaultKind.WrongValue, "/texts/1")]
    [InlineData("statutes.change-norm", """{"key":"a","value":{"share":"half"}}""", FaultKind.WrongValue, "/value/share")]
    [InlineData("statutes.change-norm", """{"key":"a","value":{"part":"1/2"}}""", FaultKind.UnknownMember, "/value/part")]
    [InlineData("statutes.change-norm", """{"key":"a","value":{"limit":{"amount":1,"unit":"Moons"}}}""", FaultKind.WrongValue, "/value/limit/unit")]
    [InlineData("statutes.change-norm", """{"key":"a","value":{"calls":[{"minDelay":0,"quorum":{"share":"1/2"}},{"quorum":{"share":"1/2"}}]}}""", FaultKind.MissingMember, "/value/calls/1/minDelay")]
    public void A_fault_says_where_and_what(string name, string json, FaultKind kind, string path)
    {
        var fault = Fault(name, json);
        Assert.Equal((kind, path), (fault.Kind, fault.Path));
        Assert.Empty(prepared);
    }

    [Fact]
    public void A_fault_says_which_form_was_expected()
    {
        Assert.Equal("Minutes|Hours|Days|WorkingDays|Months|Years", Fault("statutes.change-norm", """{"key":"a","value":{"limit":{"amount":1,"unit":"Moons"}}}""").About);
        Assert.Equal("string fraction", Fault("statutes.change-norm", """{"key":"a","value":{"share":"half"}}""").About);
        Assert.Equal("string or {words, language?}", Fault("test.speak", "{}").About);
    }

    [Fact]
    public void Size_and_depth_have_limits()
    {
        var large = $$"""{"motion":"{{new string('a', ActCodec.MaxBytes)}}"}""";
        var deep = $$"""{"motion":{{new string('[', 100)}}{{new string(']', 100)}}}""";
        Assert.Equal(FaultKind.TooLarge, Fault("test.speak", large).Kind);
        Assert.Equal(FaultKind.NotJson, Fault("test.speak", deep).Kind);
    }

    private Act Act(string name, string json) => Assert.IsType<Incoming.Readable>(Read(name, json)).Act;

    private Fault Fault(string name, string json) => Assert.IsType<Incoming.Malformed>(Read(name, json)).Fault;

    private Incoming Read(string name, string json) => Codec.Read(name, Encoding.UTF8.GetBytes(json), (words, language, retention) =>
    {
        prepared.Add((words, language, retention));
        return new(Guid.NewGuid(), "hash", retention);
    });

    [Named("test.speak"), Accepts(Source.Membership)]
    private sealed record Speak(Text Motion, [property: Erasable] Text? Aside = null) : Act;

    [Named("test.carry"), Accepts(Source.Membership)]
    private sealed record Carry(Act Effect, System.Collections.Immutable.ImmutableArray<Text> Texts) : Act;
}
