using System.Text;
using System.Text.Json;
using Autogestion.Domain.Statutes;
using Autogestion.Office.Codec;
using Autogestion.Office.Presets;

namespace Autogestion.Office.Tests.Presets;

/// <summary>How presets are put together from files, and what identifies one.</summary>
public sealed class PresetLibrarySpecs
{
    private const string House = """{"rules":[{"keys":["a"],"value":{"whole":1}},{"keys":["matter.*.x"],"value":{"whole":2}}]}""";

    [Fact]
    public void A_file_stands_over_the_one_it_extends_and_that_over_the_house()
    {
        var library = Load(
            ("common", House),
            ("base", File("B", """{"keys":["a"],"value":{"whole":7},"bound":{"kind":"AtLeast"},"article":"art. 1","source":"L","mark":"Read"}""", """{"L":"Law","M":"Never cited"}""")),
            ("more", File("C", """{"keys":["matter.Merge.x"],"value":{"whole":9}},{"keys":["matter.*.x"],"value":{"whole":8}}""", "{}", "\"extends\":\"base\",")));
        var preset = library.Find("C")!.Preset;
        Assert.Equal(new PresetRule("a", new RuleValue.Whole(7), new(BoundKind.AtLeast, new RuleValue.Whole(7)), "art. 1", "L", Mark.Read), preset.Rules[0]);
        Assert.Equal([new RuleValue.Whole(9)], preset.Rules.Where(rule => rule.Key == "matter.Merge.x").Select(rule => rule.Value));
        Assert.Equal([new RuleValue.Whole(8)], preset.Rules.Where(rule => rule.Key == "matter.General.x").Select(rule => rule.Value));
        Assert.Equal(["L"], preset.Sources.Keys);
    }

    [Theory]
    [InlineData("\"extends\":\"nowhere\",", """{"keys":["a"],"value":{"whole":7}}""")]
    [InlineData("\"extends\":\"one\",", """{"keys":["a"],"value":{"whole":7}}""")]
    [InlineData("", """{"keys":["a"],"value":{"whole":7}},{"keys":["a"],"value":{"whole":8}}""")]
    public void A_file_that_cannot_be_put_together_stops_the_start(string extends, string rules) =>
        Assert.Throws<InvalidOperationException>(() => Load(("common", House), ("one", File("O", rules, "{}", extends))));

    [Fact]
    public void The_hash_is_that_of_the_stored_form_and_tells_presets_apart()
    {
        var all = PresetLibrary.Shipped.All;
        Assert.Equal(all.Length, all.Select(shipped => shipped.Hash).Distinct().Count());
        Assert.All(all, shipped =>
        {
            var again = JsonSerializer.Deserialize<Preset>(JsonSerializer.SerializeToUtf8Bytes(shipped.Preset, JsonForm.Options), JsonForm.Options)!;
            Assert.Equal(43, shipped.Hash.Length);
            Assert.Equal(shipped.Hash, PresetLibrary.HashOf(again));
        });
    }

    [Fact]
    public void The_newest_edition_is_found_unless_another_is_asked_for()
    {
        Assert.Equal(2, PresetLibrary.Shipped.Find("AR-M")!.Preset.Edition);
        Assert.Equal(1, PresetLibrary.Shipped.Find("AR-M", 1)!.Preset.Edition);
        Assert.Null(PresetLibrary.Shipped.Find("AR-M", 9));
        Assert.Null(PresetLibrary.Shipped.Find("XX"));
        Assert.DoesNotContain(PresetLibrary.Shipped.Offered, shipped => shipped.Preset is { Id: "AR-M", Edition: 1 });
    }

    private static PresetLibrary Load(params (string Name, string Json)[] files) =>
        PresetLibrary.Load(files.ToDictionary(file => file.Name, file => Encoding.UTF8.GetBytes(file.Json)));

    private static string File(string id, string rules, string sources, string extends = "") =>
        $$"""{"id":"{{id}}","edition":1,"jurisdiction":"XX","status":"Current",{{extends}}"sources":{{sources}},"rules":[{{rules}}]}""";
}
