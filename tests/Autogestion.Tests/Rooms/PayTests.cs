using System.Net;
using Autogestion.Domain.Accounts;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Charts;
using Autogestion.Tests.Support;

namespace Autogestion.Tests.Rooms;

/// <summary>Pay through a real server and without any script: from the motion of the assembly to the money in the hand.</summary>
public sealed class PayTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private static readonly Dictionary<string, string> Nothing = [];

    private static string Room(TestPlant plant) => $"/c/{plant.Id}/pay";

    // An assembly that sets the rule, with the form by which a motion is tabled.
    private static async Task ResolveAsync(TestPlant plant, Visitor convener)
    {
        var id = await plant.OpenAssemblyAsync(Matter.PayRule);
        var tabled = await convener.FillAsync($"/c/{plant.Id}/assemblies/{id}/motion?item=3&does=payRule", new Dictionary<string, string>
        {
            ["basis"] = "EqualMonthly",
            ["amount"] = "310.000,00",
            ["monthHours"] = "176",
            ["absences"] = "true",
            ["words"] = "Lo mismo para todos",
        });
        Assert.Equal(HttpStatusCode.Redirect, tabled.Status);
        var motion = plant.Book.State.Assemblies.Find(id)!.Motions.Keys.Max();
        await plant.EnterAsync(plant.Convener, new TakeItem(id, 3));
        await plant.EnterAsync(plant.Convener, new OpenVote(id, new(motion), VoteMethod.ShowOfHands, plant.People.Length));
        var tellers = plant.People.TakeLast(2).ToList();
        await plant.EnterAsync(tellers[0], new EnterCount(id, new(motion), plant.People.Length, 0, 0, 0, [.. tellers.Select(teller => teller.Person)]));
        await plant.EnterAsync(plant.Convener, new ProclaimResult(id, new(motion)));
        await plant.EnterAsync(plant.Convener, new CloseAssembly(id));
    }

    [Fact]
    public async Task The_assembly_sets_it_each_sees_every_slip_contests_the_own_and_is_paid()
    {
        var plant = await shared.FoundAsync();
        await plant.EnterAsync(plant.Convener, new AdoptChart(ChartLibrary.For("AR")));
        using (var mover = await plant.SignedInAsync(plant.Convener)) await ResolveAsync(plant, mover);
        Assert.Equal(310_000m, plant.Book.State.Pay.Rule!.Amount.Value);

        shared.Server.Clock.Pass(TimeSpan.FromDays(31));
        using var keeper = await plant.SignedInAsync(plant.Convener);
        using var somebody = await plant.SignedInAsync(plant.Somebody);
        var month = Instant.FromDateTimeOffset(shared.Server.Clock.GetUtcNow()).InZone(plant.Book.State.Deed.Zone).Date.ToYearMonth().PlusMonths(-1);
        Assert.Equal(HttpStatusCode.Redirect, (await keeper.FillAsync(Room(plant), new Dictionary<string, string> { ["month"] = $"{month:yyyy-MM}" }, "DrawUp")).Status);
        var slip = $"{Room(plant)}/{month:yyyy-MM}/{plant.Somebody.Person}";
        var seen = await keeper.GetAsync(slip);
        Assert.Equal(HttpStatusCode.OK, seen.Status);
        Assert.Contains("Resolución", seen.Words, StringComparison.Ordinal);
        Assert.Contains(plant.Somebody.Name, (await somebody.GetAsync($"{Room(plant)}/{month:yyyy-MM}")).Words, StringComparison.Ordinal);
        Assert.Null((await keeper.GetAsync(slip)).Page.QuerySelector("form[action*=Contest]"));

        Assert.Equal(HttpStatusCode.Redirect, (await somebody.FillAsync(slip, new Dictionary<string, string> { ["reason"] = "Faltan días" }, "Contest")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await keeper.FillAsync(slip, new Dictionary<string, string> { ["answer"] = "Son los días en el colectivo" }, "Answer")).Status);
        shared.Server.Clock.Pass(TimeSpan.FromDays(6));
        Assert.Equal(HttpStatusCode.Redirect, (await keeper.FillAsync(Room(plant), Nothing, "Settle")).Status);
        var owed = plant.Book.State.Pay.TotalOwed;
        Assert.True(owed > Money.Zero);

        var day = Instant.FromDateTimeOffset(shared.Server.Clock.GetUtcNow()).InZone(plant.Book.State.Deed.Zone).Date;
        var scarce = await keeper.FillAsync(Room(plant), new Dictionary<string, string> { ["day"] = $"{day:yyyy-MM-dd}" }, "Pay");
        Assert.Equal(HttpStatusCode.Conflict, scarce.Status);
        await plant.EnterAsync(plant.Convener, new PostTransactions([new(day, await plant.WordsAsync("Venta"), [new("1.1.02", owed), new("4.1.01", -owed)])]));
        Assert.Contains(plant.Somebody.Name, (await keeper.GetAsync($"{Room(plant)}/file/csv")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await somebody.GetAsync($"{Room(plant)}/file/csv")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await keeper.FillAsync(Room(plant), new Dictionary<string, string> { ["day"] = $"{day:yyyy-MM-dd}" }, "Pay")).Status);
        Assert.Equal(Money.Zero, plant.Book.State.Pay.TotalOwed);
        Assert.Equal(0m, plant.Book.State.Accounts.BalanceOf("1.1.02").Value);
    }
}
