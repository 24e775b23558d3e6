using System.Net;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Surplus;
using Autogestion.Tests.Support;

namespace Autogestion.Tests.Rooms;

/// <summary>The page of the surplus: alternatives from figures that were typed, and the motion that carries one of them.</summary>
public sealed class SurplusHttpTests : IAsyncLifetime
{
    private const string Figures = "yearEnd=2025-12-31&members=900.000,00&nonMembers=100000&pastLosses=200000&reading=ProRata&work1=2000&work2=1000&work3=1000";

    private TestServer server = null!;
    private TestPlant plant = null!;

    public async ValueTask InitializeAsync()
    {
        server = await TestServer.StartAsync();
        plant = await TestPlant.FoundAsync(server, people: 10, preset: "AR");
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Alternatives_stand_side_by_side_with_articles_and_marks()
    {
        using var member = await plant.SignedInAsync(plant.Somebody);
        var page = (await member.GetAsync($"/c/{plant.Id}/surplus?{Figures}")).Page;
        Assert.Equal(["alternative-ProRata", "alternative-MembersFirst", "alternative-NonMembersFirst"], page.QuerySelectorAll("section[id^=alternative]").Select(section => section.Id));
        var first = page.QuerySelector("#alternative-ProRata")!.TextContent;
        foreach (var words in new[] { "36.000,00", "612.000,00", "306.000,00", "art. 42 inc. 3", "irrepartible" }) Assert.Contains(words, first, StringComparison.Ordinal);
        Assert.Contains("595.000,00", page.QuerySelector("#alternative-MembersFirst")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("sin confirmar", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_makes_no_sense_is_said_and_nothing_is_entered()
    {
        using var member = await plant.SignedInAsync(plant.Somebody);
        var before = plant.Book.Position;
        var answer = await member.GetAsync($"/c/{plant.Id}/surplus?yearEnd=ayer&members=mucho&reading=ProRata");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Empty(answer.Page.QuerySelectorAll("section[id^=alternative]"));
        Assert.NotNull(answer.Page.QuerySelector("[role=alert]"));
        Assert.Equal(before, plant.Book.Position);
    }

    [Fact]
    public async Task An_alternative_becomes_the_effect_of_a_motion()
    {
        var start = Instant.FromDateTimeOffset(server.Clock.GetUtcNow()).InZone(plant.Book.State.Deed.Zone).LocalDateTime.PlusDays(20);
        var noticed = await plant.EnterAsync(plant.Convener, new IssueNotice(
            BodyId.Assembly, AssemblyKind.Extraordinary, start, await plant.WordsAsync("Nave 1"), [new(await plant.WordsAsync("Excedente"), Matter.DistributeSurplus)]));
        var id = noticed.Entries.OfType<AssemblyNoticed>().Single().Assembly;
        await plant.EnterAsync(plant.Convener, new NameSittingOfficer(id, SittingRole.Chair, plant.Convener.Person));
        await plant.EnterAsync(plant.Convener, new NameSittingOfficer(id, SittingRole.Secretary, plant.Secretary.Person));
        server.Clock.Pass(TimeSpan.FromDays(20));
        foreach (var worker in plant.People) await plant.EnterAsync(worker, new CheckIn(id, worker.Person));
        await plant.EnterAsync(plant.Convener, new DeclareCall(id, 1));
        await plant.EnterAsync(plant.Convener, new TakeItem(id, 1));

        using var member = await plant.SignedInAsync(plant.Somebody);
        var year = Instant.FromDateTimeOffset(server.Clock.GetUtcNow()).InUtc().Year - 1;
        var page = (await member.GetAsync($"/c/{plant.Id}/surplus?{Figures.Replace("2025", $"{year}", StringComparison.Ordinal)}")).Page;
        var link = page.QuerySelector("#alternative-MembersFirst a.btn")!.GetAttribute("href")!;
        var tabled = await member.FillAsync(link, new Dictionary<string, string> { ["words"] = "Distribuir como dice la ley" });
        Assert.Equal(HttpStatusCode.Redirect, tabled.Status);
        var effect = Assert.IsType<DistributeSurplus>(plant.Book.State.Assemblies.Find(id)!.Motions.Values.Single().Effect);
        Assert.Equal((PriorLosses.MembersFirst, 900_000m), (effect.Choice.PriorLosses, effect.Figures.FromMembers.Value));
        Assert.Equal([2000L, 1000, 1000], effect.Work.Select(one => one.Work));
    }
}
