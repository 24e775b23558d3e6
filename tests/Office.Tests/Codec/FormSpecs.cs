using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using Autogestion.Office.Codec;
using NodaTime;

namespace Autogestion.Office.Tests.Codec;

/// <summary>How each kind of value is written, and what is not read.</summary>
public sealed class FormSpecs
{
    [Fact]
    public void Values_have_one_written_form()
    {
        Assert.Equal("\"2/3\"", Write(new Fraction(4, 6)));
        Assert.Equal("\"12.50\"", Write(12.50m));
        Assert.Equal("\"2026-03-01T12:00:00.000000001Z\"", Write(Instant.FromUtc(2026, 3, 1, 12, 0).PlusNanoseconds(1)));
        Assert.Equal("\"2026-03-01T12:00:00Z\"", Write(Instant.FromUtc(2026, 3, 1, 12, 0)));
        Assert.Equal("\"2026-03-01\"", Write(new LocalDate(2026, 3, 1)));
        Assert.Equal("\"09:30:00\"", Write(new LocalTime(9, 30)));
        Assert.Equal("\"2026-03-01T09:30:00\"", Write(new LocalDateTime(2026, 3, 1, 9, 30)));
        Assert.Equal("\"12-31\"", Write(new AnnualDate(12, 31)));
        Assert.Equal("7", Write(new BodyId(7)));
        Assert.Equal("\"la-llama-x7\"", Write(new CollectiveId("la-llama-x7")));
        Assert.Equal("\"la-llama-x7:12\"", Write(new LetterId(new("la-llama-x7"), 12)));
        Assert.Equal("\"ElectCouncil\"", Write(Matter.ElectCouncil));
        Assert.Equal("\"\u00e9\"", Write("e\u0301"));
    }

    [Fact]
    public void Rule_values_name_their_type()
    {
        Assert.Equal("""{"whole":15}""", Write<RuleValue>(new RuleValue.Whole(15)));
        Assert.Equal("""{"share":"1/10"}""", Write<RuleValue>(new RuleValue.Share(new(1, 10))));
        Assert.Equal("""{"heads":{"share":"1/10","strict":true}}""", Write<RuleValue>(new RuleValue.Heads(new(new Fraction(1, 10), Strict: true))));
        Assert.Equal("""{"switch":true}""", Write<RuleValue>(new RuleValue.Switch(true)));
        Assert.Equal("""{"choice":"Opening"}""", Write<RuleValue>(new RuleValue.Choice("Opening")));
        Assert.Equal("""{"limit":{"amount":15,"unit":"Days"}}""", Write<RuleValue>(new RuleValue.Limit(new(15, TimeUnit.Days))));
        Assert.Equal("""{"limit":{"amount":2,"unit":"Months","excluded":"Both"}}""", Write<RuleValue>(new RuleValue.Limit(new(2, TimeUnit.Months, ExcludedEnds.Both))));
        Assert.Equal(
            """{"majority":{"share":"1/2","strict":true,"base":"Present","abstentions":"Excluded","blanks":"Excluded"}}""",
            Write<RuleValue>(new RuleValue.Majority(new(Fraction.Half, true, ThresholdBase.Present, Uncounted.Excluded, Uncounted.Excluded))));
        Assert.Equal(
            """{"calls":[{"minDelay":0,"quorum":{"share":"1/2","strict":true}},{"minDelay":60,"maxDelay":90,"quorum":{"absolute":3}}]}""",
            Write<RuleValue>(new RuleValue.Calls([new(0, null, new(Fraction.Half, true)), new(60, 90, new(null, Absolute: 3))])));
    }

    [Fact]
    public void Authority_names_its_source_in_any_place()
    {
        Assert.Equal("""{"source":"mandate","id":3}""", Write<Authority>(new Authority.Mandate(new(3))));
        Assert.Equal("""{"source":"membership"}""", Write<Authority>(new Authority.Membership()));
        Assert.Equal(new Authority.Mandate(new(3)), Read<Authority>("""{"id":3,"source":"mandate"}"""));
    }

    [Theory]
    [InlineData("""{"amount":15,"unit":"Days","surplus":1}""")]
    [InlineData("""{"amount":15,"amount":15,"unit":"Days"}""")]
    [InlineData("""{"unit":"Days"}""")]
    [InlineData("""{"amount":15,"unit":null}""")]
    [InlineData("""{"amount":15,"unit":"days"}""")]
    [InlineData("""{"amount":15,"unit":"Days, Months"}""")]
    [InlineData("""{"amount":15,"unit":2}""")]
    [InlineData("""{"amount":"15","unit":"Days"}""")]
    [InlineData("""{"amount":15.5,"unit":"Days"}""")]
    [InlineData("""{"amount":99999999999,"unit":"Days"}""")]
    [InlineData("""{"amount":15,"unit":"Days",}""")]
    [InlineData("""{"amount":15,/* */"unit":"Days"}""")]
    public void Anything_loose_in_a_record_is_not_read(string json) => Assert.Throws<JsonException>(() => Read<TimeLimit>(json));

    [Fact]
    public void Values_in_another_spelling_are_not_read()
    {
        Unreadable<Fraction>("\"1/0\"", "\"-1/2\"", "\"1/2/3\"", "0.5", "\"0.5\"", "\"1 /2\"", "\"99999999999/3\"");
        Unreadable<decimal>("1.5", "\"1,5\"", "\" 1\"", "\"1e3\"", "\".5\"", "\"01\"", "\"1.\"", "\"+1\"");
        Unreadable<Instant>("\"2026-03-01T12:00:00\"", "\"2026-03-01T12:00:00+01:00\"", "\"2026-03-01T12:00:00.0000000001Z\"", "\"-2026-03-01T12:00:00Z\"", "\"2026-02-30T12:00:00Z\"", "12");
        Unreadable<LocalDate>("\"2026-13-01\"", "\"2026-3-1\"", "\"01/03/2026\"");
        Unreadable<LocalDateTime>("\"2026-03-01\"", "\"2026-03-01T09:30:00Z\"", "\"2026-03-01 09:30\"");
        Unreadable<AnnualDate>("\"2-30\"", "\"02-30\"", "\"31-12\"");
        Unreadable<LocalTime>("\"24:00\"", "\"9:30\"");
        Unreadable<LetterId>("\"llama\"", "\":1\"", "\"llama:\"", "\"llama:-1\"", "\"llama:01\"");
        Unreadable<PersonId>("\"{6F9619FF-8B86-D011-B42D-00C04FC964FF}\"", "null", "1", "\"\"");
        Unreadable<BodyId>("\"1\"", "null", "1.5", "{}");
        Unreadable<RuleValue>("{}", "{\"whole\":1,\"share\":\"1/2\"}", "{\"Whole\":1}", "[]", "null", "{\"whole\":null}", "{\"calls\":null}");
        Unreadable<string>("\"\\u0000\"", "\"\\ud800\"");
    }

    [Fact]
    public void A_time_may_be_typed_without_seconds()
    {
        Assert.Equal(new LocalTime(9, 30), Read<LocalTime>("\"09:30\""));
        Assert.Equal(new LocalDateTime(2026, 3, 1, 9, 30), Read<LocalDateTime>("\"2026-03-01T09:30\""));
    }

    [Fact]
    public void An_array_without_a_value_is_not_written() =>
        Assert.ThrowsAny<Exception>(() => Write<RuleValue>(new RuleValue.Calls(default)));

    [Fact]
    public void Nesting_has_a_limit()
    {
        var deep = new string('[', JsonForm.MaxDepth + 1) + new string(']', JsonForm.MaxDepth + 1);
        Assert.Throws<JsonException>(() => Read<JsonElement>(deep));
    }

    [Fact]
    public void A_member_that_would_not_come_back_is_refused_at_once()
    {
        Assert.Contains("would not come back", Flaw(new Forgetful(1) { Extra = 2 }), StringComparison.Ordinal);
        Assert.Contains("null when absent", Flaw(new Hollow()), StringComparison.Ordinal);
        Assert.Contains("single text", Flaw(new Blurred([])), StringComparison.Ordinal);
        Assert.Contains("no written form", Flaw(new Timed(Duration.Zero)), StringComparison.Ordinal);

        static string Flaw(object value) => Assert.Throws<InvalidOperationException>(() => JsonSerializer.Serialize(value, JsonForm.Options)).Message;
    }

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, JsonForm.Options);

    private static T? Read<T>(string json) => JsonSerializer.Deserialize<T>(Encoding.UTF8.GetBytes(json), JsonForm.Options);

    private static void Unreadable<T>(params ReadOnlySpan<string> all)
    {
        foreach (var json in all)
        {
            if (json == "null" && !typeof(T).IsValueType) Assert.Null(Read<T>(json));
            else Assert.ThrowsAny<JsonException>(() => Read<T>(json));
        }
    }

    private sealed record Forgetful(int Kept) : Entry
    {
        public int Extra { get; init; }
    }

    private sealed record Hollow(ImmutableArray<int> List = default) : Entry;

    private sealed record Timed(Duration Length) : Entry;

    private sealed record Blurred([property: Erasable] ImmutableArray<Text> Texts) : Entry;
}
