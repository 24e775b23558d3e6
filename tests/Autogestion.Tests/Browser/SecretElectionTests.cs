using System.Security.Cryptography;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Secrecy;
using Autogestion.Tests.Support;

namespace Autogestion.Tests.Browser;

/// <summary>A secret vote with phones, the shared device and paper together, as people see it.</summary>
public sealed class SecretElectionTests(Screens screens)
{
    [Fact]
    public async Task Phones_a_shared_device_and_papers_in_one_vote()
    {
        await using var server = await TestServer.StartAsync();
        server.Node.Ballots.Gathers = TimeSpan.Zero;
        var plant = await TestPlant.FoundAsync(server, people: 7);
        var assembly = await plant.OpenAssemblyAsync();
        var room = $"/c/{plant.Id}/assemblies/{assembly}";
        await server.Node.Registry.PersonalCodes.SetAsync(plant.Id, plant.People[4].Person, "480215");
        var motion = (await plant.EnterAsync(plant.Convener, new TableMotion(assembly, 1, await plant.WordsAsync("Rotar los turnos cada mes")))).Entries.OfType<MotionTabled>().Single().Motion;
        if (plant.Book.State.Statutes.Rule(Domain.Statutes.Rules.Seconding).Value.Value) await plant.EnterAsync(plant.Auditor, new SecondMotion(assembly, motion));
        Vote Vote() => plant.Book.State.Assemblies.Find(assembly)!.Find(motion)!.Vote!;

        var chair = await screens.OpenAsync(server, "secret-chair", 1100, 900);
        var phone = await screens.OpenAsync(server, "secret-phone", 360, 740);
        var pad = await screens.OpenAsync(server, "secret-pad", 800, 600);
        await chair.SignInAsync(plant.Convener);
        await phone.SignInAsync(plant.Somebody);
        await pad.SignInAsync(plant.Secretary);
        await chair.SeeAsync(room);
        await chair.SendAsync("OpenVote", ($"method{motion.Value}", "Secret"));

        await phone.SeeAsync(room);
        await phone.Page.ClickAsync("[data-draw]");
        await phone.Page.WaitForSelectorAsync("[data-show=wait]:not([hidden])");
        await phone.LookAsync();
        await pad.SeeAsync(room);
        await pad.Page.Locator("#shared-device summary").ClickAsync();
        await pad.PressAsync(pad.Page.Locator("form[action*=Pad] button"));
        await EnterAsync(pad, plant.Book.State.Roster.Find(plant.People[4].Person)!.Number);
        await pad.Page.WaitForSelectorAsync("[data-pad-draw]:not([hidden])");
        await pad.Page.FillAsync("[name=again]", "480215");
        await pad.Page.ClickAsync("[data-pad-draw] button");
        await pad.Page.WaitForSelectorAsync("[data-pad-drawn]:not([hidden])");
        await pad.LookAsync();
        var others = new List<(byte[] Message, byte[] Signature)>();
        foreach (var worker in plant.People.Take(3)) others.Add(await DrawAsync(server, plant, assembly, motion, worker, RsaNumbers.Of(Vote().Secret!.Key!)));
        Assert.Equal(5, Vote().Secret!.Envelopes.Count);

        server.Clock.Pass(VoteDecider.TimeToVote.ToTimeSpan());
        await chair.SeeAsync(room);
        await chair.SendAsync("EndDrawing");
        await phone.SeeAsync(room);
        await phone.Page.WaitForSelectorAsync("[data-cast=for]:visible");
        await phone.LookAsync();
        await phone.Page.ClickAsync("[data-cast=for]");
        await phone.Page.WaitForSelectorAsync("[data-show=done]:not([hidden])");
        await pad.SeeAsync($"/c/{plant.Id}/pad/{assembly}");
        await pad.Page.FillAsync("[name=member]", $"{plant.Book.State.Roster.Find(plant.People[4].Person)!.Number}");
        await pad.Page.FillAsync("[name=code]", "480215");
        await pad.Page.ClickAsync("[data-pad-enter] button");
        await pad.Page.ClickAsync("[data-cast=against]");
        await pad.Page.WaitForSelectorAsync("[data-pad-done]:not([hidden])");
        foreach (var (message, signature) in others) Assert.Equal(CastAnswer.InTheBox, await server.Node.Ballots.CastAsync(plant.Id, motion, message, signature, "for"));

        using var teller = await plant.SignedInAsync(plant.People[6]);
        await teller.FillAsync(room, new Dictionary<string, string> { ["paper.for"] = "1", ["paper.blank"] = "1" }, "Papers");
        server.Clock.Pass(VoteDecider.TimeToVote.ToTimeSpan());
        await chair.SeeAsync(room);
        await chair.SendAsync("CloseVote");
        Assert.Equal(new Domain.Statutes.Count(7, 7, 0, 5, 1, 0, 1), Vote().Count);
        await chair.SendAsync("Proclaim");
        await chair.LookAsync();
    }

    private static async Task EnterAsync(Screen pad, int? number)
    {
        await pad.Page.FillAsync("[name=member]", $"{number}");
        await pad.Page.FillAsync("[name=code]", "480215");
        await pad.PressAsync(pad.Page.Locator("[data-pad-enter] button"));
    }

    private static async Task<(byte[] Message, byte[] Signature)> DrawAsync(TestServer server, TestPlant plant, AssemblyId assembly, MotionId motion, Worker worker, RsaNumbers key)
    {
        var blinded = BlindRsa.Blind(key, BlindRsa.Prepare(RandomNumberGenerator.GetBytes(32)));
        await plant.EnterAsync(worker, new DrawEnvelope(assembly, motion, BallotOffice.DigestOf(blinded.Blinded)));
        return (blinded.Message, BlindRsa.Finish(key, blinded, (await server.Node.Ballots.SignAsync(plant.Id, motion, worker.Person, blinded.Blinded))!)!);
    }
}
