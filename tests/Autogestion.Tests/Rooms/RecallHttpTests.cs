using System.Net;
using System.Net.ServerSentEvents;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Tests.Support;

namespace Autogestion.Tests.Rooms;

/// <summary>A contested recall from the petition to the new election, with the recalled officer on two devices.</summary>
public sealed class RecallHttpTests : IAsyncLifetime
{
    private readonly CancellationTokenSource leaving = new(TimeSpan.FromSeconds(60));
    private TestServer server = null!;
    private TestPlant plant = null!;

    public async ValueTask InitializeAsync()
    {
        server = await TestServer.StartAsync();
        plant = await TestPlant.FoundAsync(server, people: 8);
    }

    public async ValueTask DisposeAsync()
    {
        await leaving.CancelAsync();
        await server.DisposeAsync();
        leaving.Dispose();
    }

    [Fact]
    public async Task The_powers_of_a_recalled_officer_are_gone_that_second_on_every_device_and_the_next_one_has_them()
    {
        var id = await PetitionedAsync();
        using var phone = await plant.SignedInAsync(plant.Convener);
        using var desk = await plant.SignedInAsync(plant.Convener);
        using var member = await plant.SignedInAsync(plant.People[6]);
        var (assemblies, call) = ($"/c/{plant.Id}/assemblies", $"/c/{plant.Id}/assemblies/call");
        Assert.Contains($"href=\"{call}\"", (await phone.GetAsync(assemblies)).Body, StringComparison.Ordinal);
        Assert.Contains($"href=\"{call}\"", (await desk.GetAsync(assemblies)).Body, StringComparison.Ordinal);

        using var response = await member.OpenAsync($"/c/{plant.Id}/api/live/{id}", leaving.Token);
        await using var stream = await response.Content.ReadAsStreamAsync(leaving.Token);
        await using var events = SseParser.Create(stream).EnumerateAsync(leaving.Token).GetAsyncEnumerator(leaving.Token);
        Assert.True(await events.MoveNextAsync());

        await VoteAsync(id, 1, new RecallMandate(new(1)), recused: plant.Convener);
        Assert.Equal(MandateEnd.Recall, plant.Book.State.Posts.Find(new MandateId(1))!.End);

        // The stream tells the room, the pages of both devices no longer offer it, and the act itself is refused.
        while (!events.Current.Data.Contains("Aprobada", StringComparison.Ordinal)) Assert.True(await events.MoveNextAsync());
        Assert.DoesNotContain($"href=\"{call}\"", (await phone.GetAsync(assemblies)).Body, StringComparison.Ordinal);
        Assert.DoesNotContain($"href=\"{call}\"", (await desk.GetAsync(assemblies)).Body, StringComparison.Ordinal);
        var act = $$$"""{"id":"{{{Guid.CreateVersion7()}}}","act":"assembly.notice","authority":{"source":"mandate","id":1},"data":{"body":1,"kind":"Weekly","start":"2030-01-01T18:00:00","place":{"words":"Nave 1"},"agenda":[{"title":{"words":"Varios"},"matter":"General"}]}}""";
        var no = await desk.ActAsync(plant.Id.Value, act);
        Assert.True(no.Status == HttpStatusCode.Conflict && no.Body.Contains("authority.mandate-over", StringComparison.Ordinal), no.Body);

        var next = plant.People[4];
        await VoteAsync(id, 2, new GrantMandate(new(1), next.Person), recused: null);
        using var elected = await plant.SignedInAsync(next);
        Assert.Contains($"href=\"{call}\"", (await elected.GetAsync(assemblies)).Body, StringComparison.Ordinal);
    }

    // Somebody asks for it, whoever convenes lets the time pass, and the petitioner calls it and chairs.
    private async Task<AssemblyId> PetitionedAsync()
    {
        var petitioner = plant.Somebody;
        var petition = (await plant.EnterAsync(petitioner, new PetitionAssembly(AssemblyKind.Weekly, [new(await plant.WordsAsync("Revocatoria"), Matter.RecallMandate), new(await plant.WordsAsync("Quién sigue"), Matter.ElectPost)])))
            .Entries.OfType<AssemblyPetitioned>().Single().Petition;
        server.Clock.Pass(TimeSpan.FromDays(9));
        var start = Instant.FromDateTimeOffset(server.Clock.GetUtcNow()).InZone(plant.Book.State.Deed.Zone).LocalDateTime.PlusDays(2);
        var id = (await plant.EnterAsync(petitioner, new IssuePetitionedNotice(petition, start, await plant.WordsAsync("Nave 1")))).Entries.OfType<AssemblyNoticed>().Single().Assembly;
        await plant.EnterAsync(petitioner, new NameSittingOfficer(id, SittingRole.Secretary, plant.Secretary.Person));
        foreach (var teller in plant.People.TakeLast(2)) await plant.EnterAsync(petitioner, new NameSittingOfficer(id, SittingRole.Teller, teller.Person));
        server.Clock.Pass(TimeSpan.FromDays(2));
        foreach (var worker in plant.People) await plant.EnterAsync(worker, new CheckIn(id, worker.Person));
        await plant.EnterAsync(petitioner, new DeclareCall(id, 1));
        return id;
    }

    private async Task VoteAsync(AssemblyId id, int item, Act effect, Worker? recused)
    {
        var chair = plant.Somebody;
        await plant.EnterAsync(chair, new TakeItem(id, item));
        var motion = (await plant.EnterAsync(chair, new TableMotion(id, item, await plant.WordsAsync("Se propone"), effect))).Entries.OfType<MotionTabled>().Single().Motion;
        await plant.EnterAsync(chair, new OpenVote(id, motion, VoteMethod.OwnPhone, plant.People.Length));
        foreach (var worker in plant.People.Where(worker => worker != recused))
            await plant.EnterAsync(worker, new CastBallot(id, motion, worker == plant.Secretary ? Choice.Against : Choice.For));
        await plant.EnterAsync(plant.People[^1], new CloseVote(id, motion));
        await plant.EnterAsync(chair, new ProclaimResult(id, motion));
    }
}
