using Autogestion.Office.Scenarios;

namespace Autogestion.Office.Tests.Scenarios;

/// <summary>What a scenario file must be, and that a fault in it is told with its line.</summary>
public sealed class ReaderSpecs
{
    private const string Head = """
        title: { es: a, en: a }
        sources: { BOOK: A book }
        collective: { id: taller-000000, kind: Enterprise, name: Taller, place: Aquí, zone: America/Argentina/Buenos_Aires, yearEnds: 12-31, preset: NONE }
        posts: []
        steps:

        """;

    [Theory]
    [InlineData("  - check: { members: 1 }", "its public fact or that it is invented")]
    [InlineData("  - { fact: BOOK, invented: true, check: { members: 1 } }", "its public fact or that it is invented")]
    [InlineData("  - { fact: HEARSAY, check: { members: 1 } }", "a source called 'HEARSAY'")]
    [InlineData("  - { invented: true, chek: { members: 1 } }", "'chek' is not known here")]
    [InlineData("  - { invented: true }", "one of found, act, arrive")]
    [InlineData("  - { invented: true, at: 1st of May, check: { members: 1 } }", "a day and hour")]
    [InlineData("  - { invented: true, arrive: { fromCrowd: many } }", "a number")]
    [InlineData("  - { invented: true, weekly: { notice: 2002-01-01 10:00, start: 2002-01-02 10:00, kind: Daily } }", "one of Ordinary")]
    [InlineData("  - { invented: true, weekly: { notice: 2002-01-01 10:00, start: 2002-01-02 10:00, kind: Weekly, place: Aquí, present: 120% } }", "60-90%")]
    [InlineData("  - [ }", "")]
    public void A_fault_says_its_line(string step, string needed)
    {
        var fault = Assert.Throws<ScenarioException>(() => ScenarioReader.Read(new StringReader(Head + step)));
        Assert.Contains(needed, fault.Message, StringComparison.Ordinal);
        Assert.Equal(6, fault.Line);
    }

    [Fact]
    public void Parts_of_a_hundred_lie_within_their_range_and_move()
    {
        var step = "  - { invented: true, assembly: { notice: 2002-01-01 10:00, start: 2002-01-02 10:00, kind: Weekly, place: Aquí, present: 60-90% } }";
        var scene = Assert.IsType<AssemblyStep>(Assert.Single(ScenarioReader.Read(new StringReader(Head + step)).Steps)).Scene;
        var counts = Enumerable.Range(1, 50).Select(turn => scene.Present.Heads!.Of(200, turn)).ToList();
        Assert.All(counts, count => Assert.InRange(count, 120, 180));
        Assert.True(counts.Distinct().Count() > 10);
    }

    [Fact]
    public void Every_step_of_every_sample_names_its_source_or_is_invented() =>
        Assert.All(SampleFiles.Carried.Select(SampleFiles.Read), scenario => Assert.All(scenario.Steps, step => Assert.True(step.Fact is null || scenario.Sources.ContainsKey(step.Fact))));

    [Fact]
    public void No_two_people_of_a_sample_have_the_same_name() => Assert.All(SampleFiles.Carried.Select(SampleFiles.Read), scenario =>
    {
        var names = scenario.People.Values.Concat(Enumerable.Range(1, scenario.Crowd?.Count ?? 0).Select(number => ScenarioPlayer.NameOf(scenario, $"crowd{number}"))).ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
    });
}
