using Autogestion.Domain.Kernel;
using Autogestion.Look;
using Autogestion.Office.Desk;
using Autogestion.Office.Scenarios;
using Autogestion.Web;
using Autogestion.Wording;
using NodaTime;

namespace Autogestion.House;

/// <summary>A whole book read aloud: the smallest sample, played as its people would have, and every entry told with their names and words.</summary>
public sealed class WordsBookSpecs
{
    [Theory]
    [InlineData("es", "Clara Medina entró a la asamblea 1 y firmó con su teléfono.", "Darío Luna tiene el cargo Puerta desde el 4 ago 2005 hasta el 4 feb", "por el acta fundacional", "aprobada la moción 1 (6 presentes: base 6, más de la mitad = 4, a favor 5)")]
    [InlineData("en", "Clara Medina came into assembly 1 and checked in on the phone.", "Darío Luna holds the post Puerta from 4 Aug 2005 to 4 Feb 2006, by resolution 3", "by the founding deed", "motion 1 carried (6 present: base 6, more than half = 4, in favour 5)")]
    public async Task It_reads_as_people_would_tell_it(string language, params string[] sayings)
    {
        var folder = Directory.CreateTempSubdirectory("autogestion-words-");
        try
        {
            var told = await TellAsync(folder.FullName, language);
            Assert.True(told.Count > 40, $"only {told.Count} entries");
            Assert.All(sayings, saying => Assert.Contains(told, sentence => sentence.Contains(saying, StringComparison.Ordinal)));
            Assert.DoesNotContain(told, sentence => sentence.Contains(Texts.For(language)["words.absent"], StringComparison.Ordinal) || sentence.Contains('{', StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static async Task<List<string>> TellAsync(string folder, string language)
    {
        var scenario = ScenarioReader.Read(new StringReader(Repository.Read("samples/first-assembly.yaml")));
        var time = new Timeline(new(Instant.FromUtc(2000, 1, 1, 0, 0)));
        await using var node = await new NodeOptions(folder).OpenNodeAsync(time.Clock, resting: true);
        await time.PlayAsync(node, [scenario]);
        var id = new CollectiveId(scenario.Id);
        var desk = node.Find(id)!;
        var state = desk.Current.State;
        var entries = await desk.ReadAsync(0, desk.Current.Position).ToListAsync();
        var reader = new Reader(language, zone: state.Deed.Zone);
        var words = await Words.ReadAsync(node.Registry.Texts, id, EntryWording.Texts(state, entries.Select(entry => entry.Recorded)), reader);
        var visit = new Visit(desk, desk.Current, Viewer.Public, await node.Registry.Persons.NamesAsync(id), state.LastEntered);
        var wording = new EntryWording(reader, visit, words);
        return [.. entries.Select(entry => $"{wording.Sentence(entry)} ({wording.Authority(entry.Stamp)})")];
    }
}
