using System.Diagnostics;
using Autogestion.Bench.Peers;
using Autogestion.Book;
using Autogestion.Book.Sqlite;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Desk;
using Autogestion.Registry;

namespace Autogestion.Bench.Measures;

/// <summary>
/// What a node does with each book when it starts, and what <c>verify</c> does: read every entry, check its hash and its place,
/// and (opening) fold it. Beside it a straight program that does the same and nothing else.
/// </summary>
internal sealed class OpeningABook : IMeasure
{
    private const int Members = 100;
    private const int Items = 3;

    public string Name => "opening";

    public string Purpose => "open and verify a long book, beside bare reading, hashing, parsing and folding";

    public async Task RunAsync(Run run)
    {
        var file = Path.Combine(run.NewFolder(), "long.db");
        var id = new CollectiveId("libro-largo");
        var size = await WriteAsync(file, id, run.Of(1_000_000, 100_000));
        Run.Note($"{size:N0} entries, {new FileInfo(file).Length / 1_000_000:N0} MB");
        List<double> opening = [], bareOpening = [], verifying = [], bareVerifying = [];
        for (var round = 0; round < run.Of(3, 3); round++)
        {
            bareOpening.Add(Time(() => BareReading.Run(file, id.Value, fold: true)));
            opening.Add(await TimeAsync(() => OpenAsync(file, id, size)));
            bareVerifying.Add(Time(() => BareReading.Run(file, id.Value, fold: false)));
            verifying.Add(await TimeAsync(() => VerifyAsync(file, id, size)));
        }
        Show("open: read, check, fold", opening, bareOpening);
        Show("verify: read, check every rule of the seal", verifying, bareVerifying);
    }

    private static void Show(string what, List<double> ours, List<double> bare) =>
        Run.Line(what, Times.Say(TimeSpan.FromSeconds(ours.Min())), Times.Say(TimeSpan.FromSeconds(bare.Min())), ours.Min() / bare.Min(), "at most 1.5");

    private static async Task<long> WriteAsync(string file, CollectiveId id, long least)
    {
        await using var store = await SqliteBookStore.OpenAsync(file, new SqliteBookStoreOptions { Durability = Durability.Off });
        var scribe = new Scribe(id, store, Plant.Founding);
        var plant = new Plant(scribe, [.. Plant.People(Members).Select(person => person.Id)], Plant.Unkept);
        await plant.FoundAsync(NoteSigner.Create(Checkpoint.OriginOf(new(id.Value))).Verifier.ToString());
        while (scribe.State.Position < least) await plant.MeetAsync(Items);
        await scribe.FinishAsync();
        return scribe.State.Position;
    }

    private static async Task OpenAsync(string file, CollectiveId id, long size)
    {
        await using var store = await SqliteBookStore.OpenAsync(file);
        await using var registry = await RegistryDatabase.OpenSqliteAsync(Path.ChangeExtension(file, ".registry"));
        await using var desk = await BookDesk.OpenAsync(id, store, registry, TimeProvider.System);
        if (desk.Current.Position != size || desk.Current.Broken is not null) throw new InvalidOperationException("The book was not read whole.");
    }

    private static async Task VerifyAsync(string file, CollectiveId id, long size)
    {
        await using var store = await SqliteBookStore.OpenAsync(file);
        var verification = await StoreVerification.VerifyAsync(store, new(id.Value));
        if (verification.Size != size || verification.Fault is not null) throw new InvalidOperationException($"The book is not whole: {verification.Fault}");
    }

    private static double Time(Action work)
    {
        Settle();
        var began = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        Settle();
        var began = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static void Settle()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }
}
