using System.Text.RegularExpressions;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;

namespace Autogestion.Bench.Measures;

/// <summary>
/// The chair opens a vote and everybody presses at the same moment: each phone sends the form of the live room over a
/// connection of its own and waits until the ballot is durable and answered.
/// </summary>
internal sealed partial class LiveVote : IMeasure
{
    private const int Members = 500;

    public string Name => "vote";

    public string Purpose => "500 phones vote at the same moment in the live room, beside one bare flush of the disk";

    public async Task RunAsync(Run run)
    {
        AssemblyId assembly = default;
        var folder = run.NewFolder();
        await using var served = await ServedPlant.StartAsync(folder, Members, async plant =>
        {
            assembly = await plant.CallAsync(1);
            await plant.OpenAsync(assembly);
            await plant.PutToVoteAsync(assembly, 1);
        });
        var phones = new List<(string Cookie, string Token)>();
        foreach (var person in served.Plant.Members) phones.Add(await OpenRoomAsync(served, assembly, person));

        List<TimeSpan> times = [], flushes = [];
        var rounds = run.Of(6, 3);
        for (var round = 0; round < rounds; round++)
        {
            if (round > 0) await NextMotionAsync(served, assembly);
            var motion = served.Node.Find(served.Plant.Scribe.Id)!.Current.State.Assemblies.Find(assembly)!.InVote!.Id;
            var answers = await Phones.AllAtOnceAsync(served.Port, [.. phones.Select((phone, i) => Vote(served.Book, assembly, motion, phone.Cookie, phone.Token, i))]);
            if (answers.Any(answer => answer.Status != 302)) throw new InvalidOperationException($"A ballot was answered with {answers.First(answer => answer.Status != 302).Status}.");
            // The first vote warms everything up, as the assembly's earlier acts would have.
            if (round == 0) continue;
            times.AddRange(answers.Select(answer => answer.Took));
            flushes.Add(Disk.Flushes(folder, 50).Half);
        }
        var (all, flush) = (Times.Of(times), Times.Of(flushes).Half);
        Run.Line("until half of the phones have their answer", Times.Say(all.Half), Times.Say(flush), all.Half / flush, "");
        Run.Line("until 99 of 100 have it", Times.Say(all.Most), Times.Say(flush), all.Most / flush, "under 1 s: nobody in the room waits");
    }

    // Opens the live room as the phone does, and takes the form's token from it.
    internal static async Task<(string Cookie, string Token)> OpenRoomAsync(ServedPlant served, AssemblyId assembly, PersonId person)
    {
        var session = await served.SessionAsync(person);
        var (status, page) = await Phones.AskAsync(served.Port, Phones.Get($"/c/{served.Book}/assemblies/{assembly}", session));
        if (status != 200) throw new InvalidOperationException($"The live room was answered with {status}.");
        return ($"{session}; {FormCookie().Match(page).Groups[1].Value}", FormToken().Match(page).Groups[1].Value);
    }

    internal static string Vote(string book, AssemblyId assembly, MotionId motion, string cookie, string token, int i) => Phones.Post(
        $"/c/{book}/assemblies/{assembly}?handler=Cast", cookie,
        $"act={Guid.CreateVersion7()}&motion={motion.Value}&choice={(i % 5 == 0 ? Choice.Against : Choice.For)}&__RequestVerificationToken={token}");

    private static async Task NextMotionAsync(ServedPlant served, AssemblyId assembly)
    {
        var people = served.Plant.Members;
        var last = served.Node.Find(served.Plant.Scribe.Id)!.Current.State.Assemblies.Find(assembly)!.InVote!;
        await served.EnterAsync(people[0], new CloseVote(assembly, last.Id));
        await served.EnterAsync(people[0], new ProclaimResult(assembly, last.Id));
        var tabled = (await served.EnterAsync(people[6], new TableMotion(assembly, 1, last.Words))).Entries.OfType<MotionTabled>().Single();
        await served.EnterAsync(people[0], new OpenVote(assembly, tabled.Motion, VoteMethod.OwnPhone, people.Length));
    }

    [GeneratedRegex("Set-Cookie: (form=[^;]+)", RegexOptions.IgnoreCase)]
    private static partial Regex FormCookie();

    [GeneratedRegex("__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
