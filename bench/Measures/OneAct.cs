using Autogestion.Book;
using Autogestion.Book.Sqlite;
using Autogestion.Domain;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Desk;

namespace Autogestion.Bench.Measures;

/// <summary>Where the processor time of a light act goes, step by step, each step repeated alone.</summary>
internal sealed class OneAct : IMeasure
{
    private const int Members = 256;

    public string Name => "act";

    public string Purpose => "processor time of one light act, step by step, beside hashing its bytes once";

    public async Task RunAsync(Run run)
    {
        await using var store = await SqliteBookStore.OpenAsync(Path.Combine(run.NewFolder(), "act.db"), new SqliteBookStoreOptions { Durability = Durability.Off });
        var plant = new Plant(new(new("planta-de-medida"), store, Plant.Founding), [.. Plant.People(Members).Select(person => person.Id)], Plant.Unkept);
        await plant.FoundAsync(NoteSigner.Create(Checkpoint.OriginOf(new(plant.Scribe.Id.Value))).Verifier.ToString());
        var sitting = await plant.CallAsync(1);
        plant.MoveBefore(sitting);

        var (state, id) = (plant.Scribe.State, plant.Scribe.Id);
        var act = new CheckIn(sitting, plant.Members[7]);
        var stamp = new Stamp(Guid.CreateVersion7(), act.Person, new Authority.OwnAffair(), plant.Scribe.Now);
        var entries = ((Decision.Entered)state.Decide(act, stamp)).Entries;
        var entry = EntryForm.Seal(id, state.Position, act, stamp, entries)[0];
        var recorded = EntryForm.Open(entry).Recorded;

        (string What, Action Do)[] steps =
        [
            ("find what carries it", () => Authorities.For(act, act.Person, plant.Scribe.Now, state)),
            ("decide", () => state.Decide(act, stamp)),
            ("seal: write, salt, hash", () => EntryForm.Seal(id, state.Position, act, stamp, entries)),
            ("read back", () => EntryForm.Open(entry)),
            ("fold", () => Collective.Evolve(state, recorded)),
            ("check before the store takes it", () => _ = EnvelopeCodec.TryRead(entry.Bytes, out _) == EnvelopeFault.None && Merkle.Leaf(entry.Bytes.Span) == entry.Hash),
        ];
        var hash = Cost(run, () => Merkle.Leaf(entry.Bytes.Span));
        foreach (var (what, step) in steps)
        {
            var cost = Cost(run, step);
            Run.Line(what, $"{cost:0.0} µs", $"{hash:0.0} µs", cost / hash, "");
        }
        Run.Note($"the entry has {entry.Bytes.Length} bytes");
    }

    private static double Cost(Run run, Action step)
    {
        var times = run.Of(50_000, 10_000);
        var rounds = new List<double>();
        for (var round = 0; round < 6; round++)
        {
            var spent = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < times; i++) step();
            rounds.Add((Environment.CpuUsage.TotalTime - spent).TotalMicroseconds / times);
        }
        // What is compiled better in the background meanwhile is counted too: the least is nearest to the step itself.
        return rounds.Min();
    }
}
