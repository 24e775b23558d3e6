using System.Diagnostics;
using Autogestion.Book;
using Autogestion.Book.Sqlite;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Desk;
using Autogestion.Office.Search;
using Autogestion.Registry;

namespace Autogestion.Bench.Measures;

/// <summary>
/// Looking for words in ten years of weekly assemblies: the first question, which makes the index, and the later ones. Beside
/// them what a search without an index would at least do: go through every text, already decrypted and in small letters.
/// </summary>
internal sealed class Searching : IMeasure
{
    private const int Members = 12, Items = 6, Questions = 400;

    private static readonly string[] Words =
    [
        "comedor", "camión", "reparto", "hornos", "sección", "turno", "domingo", "guardia", "compra", "harina", "máquina", "arreglo", "techo", "escuela", "barrio",
        "olla", "préstamo", "fondo", "retiro", "jubilación", "médico", "ropa", "cuadrilla", "ladrillo", "arcilla", "gas", "tarifa", "proveedor", "factura", "viaje",
    ];

    public string Name => "searching";

    public string Purpose => "search over 500 assemblies, beside going through all the words in memory";

    public async Task RunAsync(Run run)
    {
        var id = new CollectiveId("libro-largo");
        var file = Path.Combine(run.NewFolder(), "words.db");
        var registry = await RegistryDatabase.OpenSqliteAsync(file, durable: false);
        var store = await SqliteBookStore.OpenAsync(file, new SqliteBookStoreOptions { Durability = Durability.Off });
        var plain = new List<string>();
        await WriteAsync(store, registry, id, run.Of(500, 60), plain);
        await using var node = await Node.OpenAsync(store, registry, new(Path.Combine(Path.GetDirectoryName(file)!, "keys")), TimeProvider.System, resting: true);
        using var shelf = new SearchShelf(node);
        var desk = node.Find(id)!;

        var began = Stopwatch.GetTimestamp();
        await shelf.AskAsync(desk, new("comedor"), 0, 20);
        Run.Note($"{plain.Count:N0} texts in {desk.Current.Position:N0} entries; the first question, which makes the index, took {Times.Say(Stopwatch.GetElapsedTime(began))}");
        Show("one word, twenty best answers", await AskedAsync(shelf, desk, one => Words[one % Words.Length]), Gone(plain, one => [Words[one % Words.Length]]));
        Show("two words", await AskedAsync(shelf, desk, one => $"{Words[one % Words.Length]} {Words[one * 7 % Words.Length]}"), Gone(plain, one => [Words[one % Words.Length], Words[one * 7 % Words.Length]]));
    }

    private static void Show(string what, Times ours, Times bare) =>
        Run.Line($"{what} (half; 99 of 100: {Times.Say(ours.Most)})", Times.Say(ours.Half), Times.Say(bare.Half), ours.Half / bare.Half, "at most 1");

    private static async Task<Times> AskedAsync(SearchShelf shelf, BookDesk desk, Func<int, string> asked)
    {
        var times = new List<TimeSpan>();
        for (var one = 0; one < Questions; one++)
        {
            var began = Stopwatch.GetTimestamp();
            await shelf.AskAsync(desk, new(asked(one)), 0, 20);
            times.Add(Stopwatch.GetElapsedTime(began));
        }
        return Times.Of(times);
    }

    private static Times Gone(List<string> plain, Func<int, string[]> asked)
    {
        var times = new List<TimeSpan>();
        for (var one = 0; one < Questions / 4; one++)
        {
            var words = asked(one);
            var began = Stopwatch.GetTimestamp();
            var found = plain.Count(text => words.All(word => text.Contains(word, StringComparison.Ordinal)));
            times.Add(Stopwatch.GetElapsedTime(began));
            if (found < 0) throw new InvalidOperationException();
        }
        return Times.Of(times);
    }

    private static async Task WriteAsync(SqliteBookStore store, RegistryDatabase registry, CollectiveId id, int assemblies, List<string> plain)
    {
        var (chance, prepared) = (new Random(7), new List<PreparedText>());
        Text Say(string begin)
        {
            var words = $"{begin}: {string.Join(' ', Enumerable.Range(0, 18).Select(_ => Words[chance.Next(Words.Length)]))} {chance.Next(10_000)}";
            plain.Add(words);
            var (text, ready) = registry.Texts.Prepare(id, "es", words, Retention.Legal);
            prepared.Add(ready);
            return text;
        }
        var scribe = new Scribe(id, store, Plant.Founding);
        var plant = new Plant(scribe, [.. Plant.People(Members).Select(person => person.Id)], Say);
        await plant.FoundAsync(NoteSigner.Create(Checkpoint.OriginOf(new(id.Value))).Verifier.ToString());
        for (var meeting = 0; meeting < assemblies; meeting++)
        {
            await plant.MeetAsync(Items);
            await registry.Texts.StoreAsync(prepared);
            prepared.Clear();
        }
        await scribe.FinishAsync();
    }
}
