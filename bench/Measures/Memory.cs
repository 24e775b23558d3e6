using Autogestion.Book.Sqlite;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Desk;
using Autogestion.Registry;

namespace Autogestion.Bench.Measures;

/// <summary>
/// What a node keeps in memory for each collective of 500 that was founded and held one assembly: the fold of its book and the
/// names of its people. Beside it the same people in a plain dictionary.
/// </summary>
internal sealed class Memory : IMeasure
{
    private const int Collectives = 20;
    private const int Members = 500;

    public string Name => "memory";

    public string Purpose => $"bytes for each of {Collectives} collectives of {Members}, beside the same people in a plain dictionary";

    private sealed record Plain(int Number, string Name, string Commitment, DateTimeOffset Since);

    public async Task RunAsync(Run run)
    {
        var folder = run.NewFolder();
        var file = Path.Combine(folder, "many.db");
        var ids = Enumerable.Range(1, Collectives).Select(i => new CollectiveId($"planta-{i}")).ToList();
        var people = await WriteAsync(file, folder, ids);
        Run.Note($"{new FileInfo(file).Length / Collectives / 1024:N0} KB on the disk for each");

        var before = Held();
        var plain = ids.Select(id => people.ToDictionary(person => person.Id, person => new Plain(1, new(person.Details.Name), new('x', 43), DateTimeOffset.UnixEpoch))).ToList();
        var bare = (Held() - before) / Collectives;
        GC.KeepAlive(plain);
        plain = null;

        before = Held();
        await using var node = await Node.OpenAsync(await SqliteBookStore.OpenAsync(file), await RegistryDatabase.OpenSqliteAsync(file), new(Path.Combine(folder, "keys")), TimeProvider.System, resting: true);
        var books = Held() - before;
        foreach (var id in ids) await node.Registry.Persons.NamesAsync(id);
        var all = Held() - before;
        Run.Line("fold of the book", Say(books / Collectives), Say(bare), books / (double)Collectives / bare, "");
        Run.Line("fold of the book and names", Say(all / Collectives), Say(bare), all / (double)Collectives / bare, "at most 10; a thousand such collectives fit in 4 GB");
    }

    private static async Task<ImmutableArray<(PersonId Id, PersonDetails Details)>> WriteAsync(string file, string folder, List<CollectiveId> ids)
    {
        await using var store = await SqliteBookStore.OpenAsync(file, new SqliteBookStoreOptions { Durability = Durability.Off });
        await using var registry = await RegistryDatabase.OpenSqliteAsync(file);
        var keys = new NodeKeys(Path.Combine(folder, "keys"));
        var people = Plant.People(Members);
        foreach (var id in ids)
        {
            await registry.Persons.SaveManyAsync(id, people.Select(person => (person.Id, person.Details)));
            var plant = new Plant(new(id, store, Plant.Founding), [.. people.Select(person => person.Id)], Plant.Unkept);
            await plant.FoundAsync(keys.For(id).Verifier.ToString());
            await plant.MeetAsync(1);
            await plant.Scribe.FinishAsync();
        }
        return people;
    }

    private static long Held() => GC.GetTotalMemory(forceFullCollection: true);

    private static string Say(long bytes) => $"{bytes / 1024:N0} KB";
}
