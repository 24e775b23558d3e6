using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Autogestion.Book;
using Autogestion.Book.Postgres;
using Autogestion.Book.Sqlite;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Desk;
using Autogestion.Office.Tests.Support;
using Autogestion.Registry;
using NodaTime;

namespace Autogestion.Office.Tests.Crash;

/// <summary>
/// The process that is killed: a node whose people vote, come, go and write notes all at once, for ever. Each acknowledged act
/// is told through the standard output before the next one is asked, so that whoever reads it knows what may not be lost.
/// </summary>
internal sealed class CrashChild(Node node, Random random, bool writesNotes)
{
    public const string Verb = "be-killed";

    private readonly TestCollective plant = CrashPlant.Collective;
    private readonly Stream output = Console.OpenStandardOutput();
    private readonly Lock saying = new();

    private Assembly Sitting => plant.State(node).Assemblies.Current.Values.Single();

    /// <param name="args">As <see cref="CrashProcess"/> gives them.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var (folder, postgres, began, seed, durability, notes) = (args[0], args[1], args[2], args[3], args[4], args[5]);
        var clock = new RunningClock(Instant.FromUnixTimeMilliseconds(long.Parse(began, CultureInfo.InvariantCulture)));
        var file = Path.Combine(folder, "autogestion.db");
        IBookStore store = postgres.Length > 0
            ? await PostgresBookStore.OpenAsync(postgres)
            : await SqliteBookStore.OpenAsync(file, new SqliteBookStoreOptions { Durability = Enum.Parse<Durability>(durability) });
        var registry = postgres.Length > 0
            ? await RegistryDatabase.OpenPostgresAsync(postgres, Path.Combine(folder, RegistryDatabase.KeyFileName), clock)
            : await RegistryDatabase.OpenSqliteAsync(file, time: clock);
        var node = await Node.OpenAsync(store, registry, new(Path.Combine(folder, "keys")), clock);
        await new CrashChild(node, new Random(int.Parse(seed, CultureInfo.InvariantCulture)), bool.Parse(notes)).LiveAsync();
        return 0;
    }

    private async Task LiveAsync()
    {
        Say("ready");
        List<Task> everybody = [RepeatAsync(ConductAsync), .. plant.Members.Select(person => RepeatAsync(() => VoteAsync(person))), .. Enumerable.Range(0, CrashPlant.Guests).Select(guest => RepeatAsync(() => ComeOrGoAsync(CrashPlant.Guest(guest))))];
        if (writesNotes) everybody.Add(RepeatAsync(WriteNoteAsync));
        try
        {
            await await Task.WhenAny(everybody);
        }
        catch (Exception e)
        {
            Say("failed " + e.ToString().ReplaceLineEndings(" / "));
        }
    }

    private async Task RepeatAsync(Func<Task> once)
    {
        while (true)
        {
            await once();
            await Task.Delay(Next(1, 25));
        }
    }

    private async Task VoteAsync(PersonId person)
    {
        if (Sitting.InVote is { Phase: MotionPhase.Voting, Vote: { } vote } motion && !vote.Ballots.ContainsKey(person))
            await AskAsync(person, new CastBallot(Sitting.Id, motion.Id, (Choice)Next(0, 3)));
    }

    private Task ComeOrGoAsync(PersonId guest) =>
        AskAsync(guest, Sitting.InRoom.ContainsKey(guest) ? new CheckOut(Sitting.Id, guest) : new CheckIn(Sitting.Id, guest));

    private async Task WriteNoteAsync()
    {
        var (words, prepared) = node.Registry.Texts.Prepare(plant.Id, "es", $"Toma la palabra {Next(1, 1000)}.", Retention.Legal);
        await AskAsync(plant.Secretary, new WriteMinutesNote(Sitting.Id, 1, words), prepared);
    }

    // One vote after another: close when all have voted, proclaim, table the next, open it.
    private async Task ConductAsync()
    {
        switch (Sitting.InVote)
        {
            case { Phase: MotionPhase.Voting, Vote: { } vote } motion when vote.Ballots.Count == vote.Voters.Count:
                await AskAsync(plant.Convener, new CloseVote(Sitting.Id, motion.Id));
                break;
            case { Phase: MotionPhase.Counted } motion:
                await AskAsync(plant.Convener, new ProclaimResult(Sitting.Id, motion.Id));
                break;
            case null when Sitting.Motions.Values.FirstOrDefault(motion => motion.Phase == MotionPhase.Tabled) is { } tabled:
                await AskAsync(plant.Convener, new OpenVote(Sitting.Id, tabled.Id, VoteMethod.OwnPhone, Sitting.Heads));
                break;
            case null:
                await AskAsync(plant.Secretary, new TableMotion(Sitting.Id, 1, TestCollective.Words("one more motion")));
                break;
        }
    }

    private async Task AskAsync(PersonId who, Act act, params ImmutableArray<PreparedText> texts)
    {
        var request = plant.Request(who, act) with { Texts = texts };
        // Some ask twice, as a phone does that heard nothing.
        await Task.WhenAll(Enumerable.Range(0, Next(0, 8) == 0 ? 2 : 1).Select(_ => AskAsync(request)));
    }

    private async Task AskAsync(ActRequest request)
    {
        switch (await node.AskAsync(request))
        {
            case ActAnswer.Entered entered:
                Say(string.Create(CultureInfo.InvariantCulture, $"entered {request.Id} {entered.First} {entered.Last}"));
                break;
            case ActAnswer.Unavailable unavailable:
                Say($"unavailable {unavailable.Trouble}");
                await Task.Delay(50);
                break;
            case ActAnswer.Stopped stopped:
                throw new InvalidOperationException($"stopped: {stopped.Where}");
        }
    }

    private void Say(string line)
    {
        var bytes = Encoding.UTF8.GetBytes(line + "\n");
        lock (saying) output.Write(bytes);
    }

    private int Next(int from, int below)
    {
        lock (random) return random.Next(from, below);
    }

    private sealed class RunningClock(Instant start) : TimeProvider
    {
        private readonly long began = System.GetTimestamp();

        public override DateTimeOffset GetUtcNow() => (start + Duration.FromTimeSpan(System.GetElapsedTime(began))).ToDateTimeOffset();
    }
}
