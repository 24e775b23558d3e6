using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Voting;
using Autogestion.Office.Secrecy;
using Autogestion.Registry;
using Autogestion.Tests.Support;

namespace Autogestion.Tests.Http;

/// <summary>A secret vote over the wire, and the device that is handed around.</summary>
public sealed class SecretVoteTests : IAsyncLifetime
{
    private TestServer server = null!;
    private TestPlant plant = null!;
    private AssemblyId assembly;
    private MotionId motion;

    public async ValueTask InitializeAsync()
    {
        server = await TestServer.StartAsync();
        plant = await TestPlant.FoundAsync(server);
        assembly = await plant.OpenAssemblyAsync();
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private Vote Vote => plant.Book.State.Assemblies.Find(assembly)!.Find(motion)!.Vote!;

    [Fact]
    public async Task An_envelope_is_drawn_with_a_session_and_a_ballot_cast_without_any()
    {
        await OpenAsync(VoteMethod.Secret);
        var envelopes = new List<(byte[] Message, byte[] Signature)>();
        foreach (var worker in plant.People) envelopes.Add(await DrawAsync(worker));
        server.Clock.Pass(VoteDecider.TimeToVote.ToTimeSpan());
        await plant.EnterAsync(plant.Convener, new EndDrawing(assembly, motion));

        var signedIn = await plant.SignedInAsync(plant.Somebody);
        Assert.Equal(HttpStatusCode.BadRequest, (await CastAsync(signedIn, envelopes[0], "for")).Status);
        using var nobody = server.NewVisitor();
        foreach (var envelope in envelopes.Take(4)) Assert.Equal(HttpStatusCode.OK, (await CastAsync(nobody, envelope, "for")).Status);
        var again = await CastAsync(nobody, envelopes[0], "against");
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("EnvelopeUsed", again.Body, StringComparison.Ordinal);
        Assert.Empty(again.Cookies);
        Assert.Contains("no-store", again.Response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(server.Log, line => line.Contains("ballot-box", StringComparison.Ordinal));

        server.Clock.Pass(VoteDecider.TimeToVote.ToTimeSpan());
        await plant.EnterAsync(plant.Convener, new CloseVote(assembly, motion));
        Assert.Equal(4, Vote.Count!.For);
        Assert.Equal(4, Vote.Count.Cast);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_and_changes_nothing()
    {
        await OpenAsync(VoteMethod.Secret);
        using var nobody = server.NewVisitor();
        foreach (var body in new[] { "", "{}", "[]", """{"message":"","signature":"","ballot":"for"}""", """{"message":"!","signature":"AA==","ballot":"for"}""" })
            Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(nobody, $"ballot-box/{motion.Value}", body)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await CastAsync(nobody, (new byte[64], new byte[256]), "for")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(nobody, $"envelope/{motion.Value}", "{}")).Status);
        using var somebody = await plant.SignedInAsync(plant.Somebody);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(somebody, $"envelope/{motion.Value}", "{}")).Status);
    }

    [Fact]
    public async Task The_shared_device_serves_one_after_another_and_keeps_nobody()
    {
        foreach (var worker in plant.People) await server.Node.Registry.PersonalCodes.SetAsync(plant.Id, worker.Person, "480215");
        await plant.EnterAsync(plant.Somebody, new CheckOut(assembly, plant.Somebody.Person));
        using var device = await plant.SignedInAsync(plant.Secretary);
        var room = $"/c/{plant.Id}/assemblies/{assembly}";
        var pad = $"/c/{plant.Id}/pad/{assembly}";
        Assert.Equal(HttpStatusCode.Forbidden, (await device.GetAsync(pad)).Status);
        await device.FillAsync(room, new Dictionary<string, string>(), "Pad");
        Assert.NotEqual(HttpStatusCode.OK, (await device.GetAsync(room)).Status);

        var number = plant.Book.State.Roster.Find(plant.Somebody.Person)!.Number;
        Assert.Contains("Estás en la lista", (await EnterAsync(device, pad, number, "480215")).Words, StringComparison.Ordinal);
        Assert.True(plant.Book.State.Assemblies.Find(assembly)!.InRoom.ContainsKey(plant.Somebody.Person));

        await OpenAsync(VoteMethod.OwnPhone);
        var start = await device.GetAsync(pad);
        Assert.Contains("no-store", start.Response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        var asked = await device.FillAsync(start, pad, Fields(number, "480215"), "Enter");
        var again = await device.FillAsync(start, pad, Fields(number, "480215"), "Enter");
        Assert.Equal(HttpStatusCode.Redirect, again.Status);
        var voted = await device.FillAsync(asked, pad, new Dictionary<string, string> { ["choice"] = "For" }, "Vote");
        Assert.Equal((Ballot)Choice.For, Vote.Ballots[plant.Somebody.Person]);
        Assert.DoesNotContain(plant.Somebody.Name, voted.Body, StringComparison.Ordinal);
        var late = await device.FillAsync(asked, pad, new Dictionary<string, string> { ["choice"] = "Against" }, "Vote");
        Assert.Equal(HttpStatusCode.Forbidden, late.Status);
        Assert.DoesNotContain(plant.Somebody.Name, (await device.GetAsync(pad)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_is_tried_too_often_is_locked_for_that_person_only()
    {
        var codes = server.Node.Registry.PersonalCodes;
        await codes.SetAsync(plant.Id, plant.Somebody.Person, "480215");
        await codes.SetAsync(plant.Id, plant.Auditor.Person, "739104");
        for (var at = 1; at < PersonalCodes.MostTries; at++) Assert.Equal(CodeTry.Wrong, await codes.TryAsync(plant.Id, plant.Somebody.Person, "000001"));
        Assert.Equal(CodeTry.Locked, await codes.TryAsync(plant.Id, plant.Somebody.Person, "000001"));
        Assert.Equal(CodeTry.Locked, await codes.TryAsync(plant.Id, plant.Somebody.Person, "480215"));
        Assert.Equal(CodeTry.Right, await codes.TryAsync(plant.Id, plant.Auditor.Person, "739104"));
        server.Clock.Pass(PersonalCodes.LockedFor.ToTimeSpan() + TimeSpan.FromSeconds(1));
        Assert.Equal(CodeTry.Right, await codes.TryAsync(plant.Id, plant.Somebody.Person, "480 215"));
        Assert.Equal(CodeTry.Wrong, await codes.TryAsync(plant.Id, null, "480215"));
        Assert.All(new[] { "12345", "123456", "111111", "654321", "12345a", "1234567890123" }, code => Assert.False(PersonalCodes.IsGood(code)));
    }

    private static Dictionary<string, string> Fields(int? number, string code) => new() { ["member"] = $"{number}", ["code"] = code };

    private static Task<Answer> EnterAsync(Visitor device, string pad, int? number, string code) => device.FillAsync(pad, Fields(number, code), "Enter");

    private async Task OpenAsync(VoteMethod method)
    {
        motion = (await plant.EnterAsync(plant.Convener, new TableMotion(assembly, 1, await plant.WordsAsync("Rotar los turnos")))).Entries.OfType<MotionTabled>().Single().Motion;
        if (plant.Book.State.Statutes.Rule(Domain.Statutes.Rules.Seconding).Value.Value) await plant.EnterAsync(plant.Auditor, new SecondMotion(assembly, motion));
        await plant.EnterAsync(plant.Convener, new OpenVote(assembly, motion, method, plant.People.Length));
    }

    private async Task<(byte[] Message, byte[] Signature)> DrawAsync(Worker worker)
    {
        using var phone = await plant.SignedInAsync(worker);
        var key = RsaNumbers.Of(Vote.Secret!.Key!);
        var blinded = BlindRsa.Blind(key, BlindRsa.Prepare(RandomNumberGenerator.GetBytes(32)));
        var body = JsonSerializer.Serialize(new { id = Guid.NewGuid(), assembly = assembly.Value, blinded = Convert.ToBase64String(blinded.Blinded) });
        var answer = await SendAsync(phone, $"envelope/{motion.Value}", body);
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Body);
        Assert.Equal(answer.Body, (await SendAsync(phone, $"envelope/{motion.Value}", body)).Body);
        var signature = JsonDocument.Parse(answer.Body).RootElement.GetProperty("signature").GetBytesFromBase64();
        return (blinded.Message, BlindRsa.Finish(key, blinded, signature)!);
    }

    private Task<Answer> CastAsync(Visitor visitor, (byte[] Message, byte[] Signature) envelope, string ballot) =>
        SendAsync(visitor, $"ballot-box/{motion.Value}", JsonSerializer.Serialize(new { message = Convert.ToBase64String(envelope.Message), signature = Convert.ToBase64String(envelope.Signature), ballot }));

    private Task<Answer> SendAsync(Visitor visitor, string path, string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/c/{plant.Id}/api/{path}") { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("Autogestion", "1");
        return visitor.SendAsync(request);
    }
}
