using System.Diagnostics;
using Autogestion.Bench.Peers;
using Autogestion.Book;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Desk;
using Autogestion.Registry;

namespace Autogestion.Bench.Support;

/// <summary>Something that takes appends from several at once, each of whom waits for the answer before the next.</summary>
internal interface ILoad
{
    string Name { get; }

    /// <summary>Durable appends a second.</summary>
    Task<double> RunAsync(int waiting, TimeSpan time);
}

internal static class Load
{
    /// <summary>Runs one loop for each that waits until the time is over or a loop has nothing left.</summary>
    /// <param name="next">Appends once for a loop; false when it has nothing left.</param>
    public static async Task<double> RunAsync(int waiting, TimeSpan time, Func<int, ValueTask<bool>> next)
    {
        var began = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, waiting).Select(loop => Task.Run(async () =>
        {
            var count = 0L;
            while (Stopwatch.GetElapsedTime(began) < time && await next(loop)) count++;
            return count;
        })));
        return counts.Sum() / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}

/// <summary>Members coming in and going out on their own phones, through the desk of one book.</summary>
internal sealed class DeskLoad : ILoad, IAsyncDisposable
{
    private const int People = 256;
    private const int Sittings = 64;
    private const int ActsInOneSitting = 2000;

    private readonly Node node;
    private readonly CollectiveId id;
    private readonly ImmutableArray<PersonId> people;
    private readonly AssemblyId?[] inRoom = new AssemblyId?[People];
    private long asked;

    private DeskLoad(Node node, Plant plant)
    {
        this.node = node;
        id = plant.Scribe.Id;
        people = plant.Members;
    }

    public string Name => "light acts through the desk";

    /// <summary>An entry as this load makes them.</summary>
    public SealedEntry Sample { get; private set; } = null!;

    /// <param name="store">Opens the store, durable or not: the book is prepared without waiting for the disk where that can be.</param>
    public static async Task<DeskLoad> OpenAsync(Func<Book.Sqlite.Durability, Task<IBookStore>> store, Func<TimeProvider, Task<RegistryDatabase>> registry, string folder)
    {
        var keys = new NodeKeys(Path.Combine(folder, "keys"));
        var id = new CollectiveId("planta-de-medida");
        Plant plant;
        await using (var preparing = await store(Book.Sqlite.Durability.Off))
        {
            plant = new(new(id, preparing, Plant.Founding), [.. Plant.People(People).Select(person => person.Id)], Plant.Unkept);
            await plant.FoundAsync(keys.For(id).Verifier.ToString());
            for (var i = 0; i < Sittings; i++) await plant.CallAsync(1);
            await plant.Scribe.FinishAsync();
        }
        var clock = new StoryClock(plant.Scribe.State.Assemblies.Current.Values.Max(assembly => assembly.Calls[0].At) - Duration.FromMinutes(30));
        var load = new DeskLoad(await Node.OpenAsync(await store(Book.Sqlite.Durability.Full), await registry(clock), keys, clock), plant);
        await load.NextAsync(0);
        await foreach (var entry in load.node.Store.ReadAsync(new(id.Value), plant.Scribe.State.Position)) load.Sample = entry;
        return load;
    }

    public Task<double> RunAsync(int waiting, TimeSpan time) => Load.RunAsync(waiting, time, NextAsync);

    public ValueTask DisposeAsync() => node.DisposeAsync();

    // As in a week of real assemblies, no sitting sees more than some thousands come and go.
    private async ValueTask<bool> NextAsync(int loop)
    {
        var sitting = inRoom[loop] ?? new AssemblyId((int)(Interlocked.Increment(ref asked) / (ActsInOneSitting / 2) % Sittings) + 1);
        Act act = inRoom[loop] is null ? new CheckIn(sitting, people[loop]) : new CheckOut(sitting, people[loop]);
        if (await node.AskAsync(new(id, Guid.CreateVersion7(), people[loop], act)) is not ActAnswer.Entered { Repeated: false } answer)
            throw new InvalidOperationException("A light act was not entered.");
        inRoom[loop] = answer.Entries[0] is CheckedIn ? sitting : null;
        return true;
    }
}

/// <summary>Entries that were sealed before, all into one book or each loop into a book of its own.</summary>
internal sealed class StoreLoad(IBookStore store, bool isOneBook) : ILoad
{
    private const int MostASecond = 60_000;
    private static readonly CheckedIn Entry = new(new(1), new(Guid.NewGuid()), CheckInMeans.OwnPhone);

    private readonly Dictionary<string, long> heads = [];

    public string Name => isOneBook ? "sealed entries into the store" : "sealed entries, a book for each";

    public async Task<double> RunAsync(int waiting, TimeSpan time)
    {
        var most = (int)(MostASecond * time.TotalSeconds / (waiting == 1 ? 10 : 1));
        return isOneBook ? await OneBookAsync(Prepare("libro", most), waiting, time) : await ManyBooksAsync(waiting, most / waiting + 1, time);
    }

    // Behind one another, as a desk appends: the next is handed over before the one before it is durable.
    private async Task<double> OneBookAsync(List<SealedEntry> entries, int waiting, TimeSpan time)
    {
        using var room = new SemaphoreSlim(waiting);
        var began = Stopwatch.GetTimestamp();
        var appended = new List<Task>(entries.Count);
        foreach (var entry in entries)
        {
            await room.WaitAsync();
            if (Stopwatch.GetElapsedTime(began) > time) break;
            appended.Add(AppendAsync(entry, room));
        }
        await Task.WhenAll(appended);
        heads["libro"] = heads.GetValueOrDefault("libro") + appended.Count;
        return appended.Count / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private async Task AppendAsync(SealedEntry entry, SemaphoreSlim? room = null)
    {
        if (await store.AppendAsync(entry.Book, entry.Position - 1, [entry]) is not AppendResult.Appended) throw new InvalidOperationException("A sealed entry was not appended.");
        room?.Release();
    }

    private async Task<double> ManyBooksAsync(int waiting, int each, TimeSpan time)
    {
        var books = Enumerable.Range(0, waiting).Select(loop => Prepare($"libro-{loop}", each)).ToList();
        var done = new int[waiting];
        var rate = await Load.RunAsync(waiting, time, async loop =>
        {
            if (done[loop] == books[loop].Count) return false;
            await AppendAsync(books[loop][done[loop]++]);
            return true;
        });
        for (var loop = 0; loop < waiting; loop++) heads[$"libro-{loop}"] = heads.GetValueOrDefault($"libro-{loop}") + done[loop];
        return rate;
    }

    private List<SealedEntry> Prepare(string book, int count)
    {
        var head = heads.GetValueOrDefault(book);
        var act = new CheckIn(new(1), Entry.Person);
        return [.. Enumerable.Range(0, count).Select(i => EntryForm.Seal(new(book), head + i, act, new(Guid.CreateVersion7(), Entry.Person, new Authority.OwnAffair(), Plant.Founding), [Entry])[0])];
    }
}

/// <summary>Rows as large as the entries of the others, all of one book or each loop of its own.</summary>
internal sealed class BareLoad(IBareLog log, SealedEntry sample, bool isOneBook) : ILoad
{
    private readonly byte[] bytes = sample.Bytes.ToArray();
    private readonly byte[] hash = sample.Hash.ToArray();
    private long position;

    public string Name => "bare";

    public Task<double> RunAsync(int waiting, TimeSpan time) => Load.RunAsync(waiting, time, async loop =>
    {
        await log.AppendAsync(new(isOneBook ? "planta-de-medida" : $"libro-{loop}", Interlocked.Increment(ref position), Guid.CreateVersion7(), hash, bytes));
        return true;
    });
}
