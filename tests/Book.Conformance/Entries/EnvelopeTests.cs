using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Autogestion.Book.Conformance.Entries;

public sealed class EnvelopeTests
{
    /// <summary>What was written by the first version must be read for ever: this line may never change.</summary>
    private const string Sealed =
        """{"book":"vidriera-7k3q","position":7,"act":"0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b","part":2,"parts":3,"salt":"AAECAwQFBgcICQoLDA0ODw","entered":"2024-05-01T12:00:00.25Z","happened":"2024-04-30T23:59:59Z","author":"persona-7","authority":{"mandate":4},"audience":"members","kind":"ballot-cast","version":1,"data":{"said":"sí, compañera"},"assertion":{"a":1},"countersignatures":[],"letter":null}""";

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    [Fact]
    public void The_stored_form_is_locked()
    {
        var envelope = EnvelopeCodec.Read(Bytes(Sealed));
        Assert.Equal(new BookId("vidriera-7k3q"), envelope.Book);
        Assert.Equal((7L, 2, 3, 1), (envelope.Position, envelope.Part, envelope.Parts, envelope.Version));
        Assert.Equal(Guid.Parse("0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b"), envelope.Act);
        Assert.Equal("AAECAwQFBgcICQoLDA0ODw", envelope.Salt.ToString());
        Assert.Equal(new DateTimeOffset(2024, 5, 1, 12, 0, 0, 250, TimeSpan.Zero), envelope.Entered);
        Assert.Equal(new DateTimeOffset(2024, 4, 30, 23, 59, 59, TimeSpan.Zero), envelope.Happened);
        Assert.Equal(("persona-7", "members", "ballot-cast"), (envelope.Author, envelope.Audience, envelope.Kind));
        Assert.Equal("""{"said":"sí, compañera"}""", Encoding.UTF8.GetString(envelope.Data.Span));
        Assert.Equal("""{"mandate":4}""", Encoding.UTF8.GetString(envelope.Authority.Span));
        Assert.Equal(("""{"a":1}""", "[]", "null"), (Encoding.UTF8.GetString(envelope.Assertion.Span), Encoding.UTF8.GetString(envelope.Countersignatures.Span), Encoding.UTF8.GetString(envelope.Letter.Span)));
        Assert.Equal(Sealed, Encoding.UTF8.GetString(EnvelopeCodec.Write(envelope)));
    }

    [Theory]
    [InlineData("\"position\":7,", "", EnvelopeFault.WrongMember)]
    [InlineData("\"position\":7,", "\"position\":7,\"position\":7,", EnvelopeFault.WrongMember)]
    [InlineData("\"position\":7,", "\"position\":7,\"extra\":1,", EnvelopeFault.WrongMember)]
    [InlineData("\"letter\":null", "\"letter\":null,\"later\":1", EnvelopeFault.WrongMember)]
    [InlineData("\"letter\":null", "\"letter\":null,\"letter\":null", EnvelopeFault.WrongMember)]
    [InlineData("\"part\":2,\"parts\":3", "\"parts\":3,\"part\":2", EnvelopeFault.WrongMember)]
    [InlineData("\"kind\"", "\"\\u006bind\"", EnvelopeFault.WrongMember)]
    [InlineData("\"position\":7", "\"position\":0", EnvelopeFault.WrongValue)]
    [InlineData("\"position\":7", "\"position\":7.0", EnvelopeFault.WrongValue)]
    [InlineData("\"position\":7", "\"position\":\"7\"", EnvelopeFault.WrongValue)]
    [InlineData("\"position\":7", "\"position\":9223372036854775808", EnvelopeFault.WrongValue)]
    [InlineData("\"part\":2", "\"part\":4", EnvelopeFault.WrongValue)]
    [InlineData("\"part\":2", "\"part\":0", EnvelopeFault.WrongValue)]
    [InlineData("\"parts\":3", "\"parts\":2147483648", EnvelopeFault.WrongValue)]
    [InlineData("\"version\":1", "\"version\":0", EnvelopeFault.WrongValue)]
    [InlineData("vidriera-7k3q", "Vidriera", EnvelopeFault.WrongValue)]
    [InlineData("0190a1b2", "0190A1B2", EnvelopeFault.WrongValue)]
    [InlineData("AAECAwQFBgcICQoLDA0ODw", "AAECAwQFBgcICQoLDA0ODx", EnvelopeFault.WrongValue)]
    [InlineData("AAECAwQFBgcICQoLDA0ODw", "AAECAwQFBgcICQoLDA0O", EnvelopeFault.WrongValue)]
    [InlineData("12:00:00.25Z", "12:00:00.250Z", EnvelopeFault.WrongValue)]
    [InlineData("12:00:00.25Z", "12:00:00.Z", EnvelopeFault.WrongValue)]
    [InlineData("12:00:00.25Z", "12:00:00+00:00", EnvelopeFault.WrongValue)]
    [InlineData("12:00:00.25Z", "12:00Z", EnvelopeFault.WrongValue)]
    [InlineData("2024-05-01T12:00:00.25Z", "2024-02-30T12:00:00Z", EnvelopeFault.WrongValue)]
    [InlineData("\"ballot-cast\"", "\"\"", EnvelopeFault.WrongValue)]
    [InlineData("\"ballot-cast\"", "null", EnvelopeFault.WrongValue)]
    [InlineData("\"ballot-cast\"", "\"\\ud800\"", EnvelopeFault.WrongValue)]
    [InlineData("{\"mandate\":4}", "{\"mandate\":4", EnvelopeFault.NotJson)]
    [InlineData("{\"mandate\":4}", "{\"mandate\":04}", EnvelopeFault.NotJson)]
    [InlineData("\"letter\":null}", "\"letter\":null}{}", EnvelopeFault.NotJson)]
    [InlineData("\"letter\":null}", "\"letter\":null} ", EnvelopeFault.NotOneLine)]
    [InlineData("\"letter\":null}", "\"letter\":null", EnvelopeFault.NotOneLine)]
    [InlineData("\"letter\":null", "\n\"letter\":null", EnvelopeFault.NotOneLine)]
    public void Anything_else_is_refused(string from, string to, EnvelopeFault fault)
    {
        var spoiled = Sealed.Replace(from, to, StringComparison.Ordinal);
        Assert.NotEqual(Sealed, spoiled);
        Assert.Equal(fault, EnvelopeCodec.TryRead(Bytes(spoiled), out var envelope));
        Assert.Null(envelope);
        Assert.Throws<FormatException>(() => EnvelopeCodec.Read(Bytes(spoiled)));
    }

    [Fact]
    public void Broken_utf8_and_deep_nesting_are_refused()
    {
        var spoiled = Bytes(Sealed);
        spoiled[Sealed.IndexOf("said", StringComparison.Ordinal)] = 0xFF;
        Assert.Equal(EnvelopeFault.NotOneLine, EnvelopeCodec.TryRead(spoiled, out _));
        var deep = Sealed.Replace("{\"mandate\":4}", new string('[', 100) + new string(']', 100), StringComparison.Ordinal);
        Assert.Equal(EnvelopeFault.NotJson, EnvelopeCodec.TryRead(Bytes(deep), out _));
        Assert.Equal(EnvelopeFault.NotOneLine, EnvelopeCodec.TryRead(default, out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"a\":1},\"kind\":\"forged\"")]
    [InlineData("{\n}")]
    [InlineData("1 2")]
    public void Raw_members_that_are_not_one_value_on_one_line_cannot_be_sealed(string raw)
    {
        var envelope = EnvelopeCodec.Read(Bytes(Sealed)) with { Data = Bytes(raw) };
        Assert.Throws<FormatException>(() => EnvelopeCodec.Write(envelope));
    }

    [Fact]
    public void Any_envelope_reads_back_as_it_was_written()
    {
        var envelopes =
            from book in Gen.Elements("a", "vidriera-7k3q", new string('z', BookId.MaxLength))
            from position in Gen.Choose(1, int.MaxValue)
            from parts in Gen.Choose(1, 5)
            from part in Gen.Choose(1, parts)
            from ticks in Gen.Choose(0, int.MaxValue)
            from happened in Gen.Elements(true, false)
            from author in ArbMap.Default.GeneratorFor<NonNull<string>>()
            from kind in ArbMap.Default.GeneratorFor<NonEmptyString>()
            where IsText(author.Get) && IsText(kind.Get)
            from letter in Gen.Elements("", "[1,\"dos\"]", "{\"ñ\":null}")
            select new Envelope
            {
                Book = new BookId(book),
                Position = position,
                Act = Guid.NewGuid(),
                Part = part,
                Parts = parts,
                Salt = Salt.Random(),
                Entered = Samples.Noon.AddTicks(ticks),
                Happened = happened ? Samples.Noon.AddTicks(-ticks) : null,
                Author = author.Get.Length == 0 ? null : author.Get,
                Authority = Samples.Json("true"),
                Audience = "members",
                Kind = kind.Get,
                Version = part,
                Data = Samples.Json("{}"),
                Letter = Samples.Json(letter),
            };
        Prop.ForAll(Arb.From(envelopes), envelope =>
        {
            var bytes = EnvelopeCodec.Write(envelope);
            var again = EnvelopeCodec.Read(bytes);
            Assert.Equal(bytes, EnvelopeCodec.Write(again));
            Assert.Equal(
                (envelope.Author, envelope.Kind, envelope.Entered, envelope.Happened, envelope.Salt, envelope.Act),
                (again.Author, again.Kind, again.Entered, again.Happened, again.Salt, again.Act));
        }).Check(Laws.Seeded);
    }

    [Fact]
    public void What_was_just_sealed_is_not_read_again_and_what_has_other_bytes_is()
    {
        var sealedHere = Samples.Act(new BookId("vidriera"), 0)[0];
        Assert.Same(sealedHere.Open(), sealedHere.Open());
        Assert.Equal(Encoding.UTF8.GetString(EnvelopeCodec.Write(sealedHere.Open())), Encoding.UTF8.GetString(sealedHere.Bytes.Span));
        var copied = sealedHere with { Bytes = sealedHere.Bytes.ToArray() };
        Assert.NotSame(sealedHere.Open(), copied.Open());
        Assert.Throws<FormatException>(() => (sealedHere with { Bytes = "{}"u8.ToArray() }).Open());
    }

    [Fact]
    public void Each_entry_of_an_act_has_its_own_salt_and_only_the_first_carries_the_assertion()
    {
        var act = new ActStamp { Act = Guid.NewGuid(), Entered = Samples.Noon, Authority = Samples.Json("{}"), Assertion = Samples.Json("{\"key\":1}") };
        var draft = new EntryDraft("noted", 1, "members", Samples.Json("{}"));
        var entries = Sealing.Seal(new BookId("a"), 10, act, [draft, draft]).Select(e => e.Open()).ToList();
        Assert.Equal([11L, 12L], entries.Select(e => e.Position));
        Assert.Equal([(1, 2), (2, 2)], entries.Select(e => (e.Part, e.Parts)));
        Assert.NotEqual(entries[0].Salt, entries[1].Salt);
        Assert.Equal([false, true], entries.Select(e => e.Assertion.IsEmpty));
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("vidriera-7k3q", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("Vidriera", false)]
    [InlineData("vidriería", false)]
    [InlineData("a b", false)]
    [InlineData("a/../b", false)]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123", false)]
    public void Book_ids_are_short_and_plain(string? text, bool valid)
    {
        Assert.Equal(valid, BookId.IsValid(text));
        if (!valid) Assert.Throws<FormatException>(() => new BookId(text!));
    }

    private static bool IsText(string text) => !text.Any(char.IsSurrogate);
}
