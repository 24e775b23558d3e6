using System.Security.Cryptography;
using System.Text.Json;
using Autogestion.Book;
using Autogestion.Book.Sqlite;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Secrecy;

namespace Autogestion.Bench.Measures;

/// <summary>
/// A secret vote of a thousand: each phone asks for its envelope with its own session, and later casts its ballot without any,
/// all at the same moment; beside what the box itself takes for the same slips, one durable transaction for each group.
/// </summary>
internal sealed class SecretBallot : IMeasure
{
    private const int Members = 1000;

    public string Name => "secret";

    public string Purpose => "1,000 phones draw their envelopes and cast their ballots, beside the bare box";

    public async Task RunAsync(Run run)
    {
        AssemblyId assembly = default;
        var folder = run.NewFolder();
        await using var served = await ServedPlant.StartAsync(folder, Members, async plant =>
        {
            assembly = await plant.CallAsync(1);
            await plant.OpenAsync(assembly);
            await plant.PutToVoteAsync(assembly, 1, VoteMethod.Secret);
        });
        await served.Node.Ballots.LookAfterAsync();
        var motion = served.Node.Find(served.Plant.Scribe.Id)!.Current.State.Assemblies.Find(assembly)!.InVote!;
        var key = RsaNumbers.Of(motion.Vote!.Secret!.Key!);
        var blinded = served.Plant.Members.Select(_ => BlindRsa.Blind(key, BlindRsa.Prepare(RandomNumberGenerator.GetBytes(32)))).ToList();
        var draws = new List<string>();
        foreach (var (person, at) in served.Plant.Members.Select((person, at) => (person, at)))
            draws.Add(Json($"/c/{served.Book}/api/envelope/{motion.Id.Value}", await served.SessionAsync(person), new { id = Guid.CreateVersion7(), assembly = assembly.Value, blinded = Convert.ToBase64String(blinded[at].Blinded) }));

        var drawn = await Phones.AllAtOnceAsync(served.Port, draws);
        Demand(drawn);
        // The phones are another process: what was signed for each is asked for once more here, which gives the same.
        var envelopes = new List<byte[]>();
        foreach (var (person, at) in served.Plant.Members.Select((person, at) => (person, at)))
            envelopes.Add(BlindRsa.Finish(key, blinded[at], (await served.Node.Ballots.SignAsync(served.Plant.Scribe.Id, motion.Id, person, blinded[at].Blinded))!)!);
        await served.EnterAsync(served.Plant.Members[0], new EndDrawing(assembly, motion.Id));

        var casts = envelopes.Select((signature, at) => Json($"/c/{served.Book}/api/ballot-box/{motion.Id.Value}", "", new
        {
            message = Convert.ToBase64String(blinded[at].Message),
            signature = Convert.ToBase64String(signature),
            ballot = at % 5 == 0 ? "against" : "for",
        })).ToList();
        var cast = await Phones.AllAtOnceAsync(served.Port, casts);
        Demand(cast);
        var bare = Times.Of(await BareAsync(Path.Combine(run.NewFolder(), "bare.db")));
        Say("envelope", drawn, bare);
        Say("ballot", cast, bare);
    }

    private static void Say(string what, IReadOnlyList<Phones.Answer> answers, Times bare)
    {
        var times = Times.Of([.. answers.Select(answer => answer.Took)]);
        Run.Line($"{what}: until half of the phones have their answer", Times.Say(times.Half), Times.Say(bare.Half), times.Half / bare.Half, "");
        Run.Line($"{what}: until 99 of 100 have it", Times.Say(times.Most), Times.Say(bare.Half), times.Most / bare.Half, "both steps together under a minute");
    }

    // The same thousand slips put into a box in groups of a hundred.
    private static async Task<List<TimeSpan>> BareAsync(string file)
    {
        await using var store = await SqliteBookStore.OpenAsync(file);
        var box = new BoxId(new("bare"), "1");
        await store.Boxes.OpenAsync(box, new byte[16]);
        var times = new List<TimeSpan>();
        for (var group = 0; group < 10; group++)
        {
            Slip[] slips = [.. Enumerable.Range(0, 100).Select(_ => new Slip(Hash.From(RandomNumberGenerator.GetBytes(32)), "for"))];
            var began = System.Diagnostics.Stopwatch.GetTimestamp();
            await store.Boxes.CastAsync(box, slips);
            times.Add(System.Diagnostics.Stopwatch.GetElapsedTime(began));
        }
        return times;
    }

    private static void Demand(IReadOnlyList<Phones.Answer> answers)
    {
        if (answers.Any(answer => answer.Status != 200)) throw new InvalidOperationException($"A phone was answered with {answers.First(answer => answer.Status != 200).Status}.");
    }

    private static string Json(string path, string cookie, object body)
    {
        var text = JsonSerializer.Serialize(body);
        return $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Language: es\r\nAutogestion: bench\r\n{(cookie.Length == 0 ? "" : $"Cookie: {cookie}\r\n")}Content-Type: application/json\r\nContent-Length: {text.Length}\r\n\r\n{text}";
    }
}
