using Autogestion.Book;
using Autogestion.Domain.Members;
using Autogestion.Office.Desk;
using Autogestion.Office.Tests.Support;

namespace Autogestion.Office.Tests.Desk;

/// <summary>Books come and go on a node: founding, opening late, opening in bad times.</summary>
public sealed class OpeningTests
{
    [Fact]
    public async Task A_desk_that_could_not_be_opened_is_opened_by_whoever_comes_next()
    {
        await using var test = await TestNode.OpenAsync();
        TroubledStore troubled = null!;
        var other = await test.AnotherAsync(around: store => troubled = new(store));
        var plant = await TestCollective.FoundAsync(test.Node);
        troubled.ReadsFail = StoreTrouble.Unreachable;
        Assert.Equal(new ActAnswer.Unavailable(StoreTrouble.Unreachable), await plant.AskAsync(other, plant.Secretary, new ProposeRecovery(plant.Members[4])));
        Assert.Null(other.Find(plant.Id));
        troubled.ReadsFail = null;
        await plant.EnterAsync(other, plant.Secretary, new ProposeRecovery(plant.Members[4]));
    }

    [Fact]
    public async Task A_refused_founding_leaves_nothing_and_the_name_free()
    {
        await using var test = await TestNode.OpenAsync();
        var plant = new TestCollective(new("ladrillos-oeste-2k7m"), 8);
        var nameless = plant.Founding(test.Node) with { Name = " " };
        Assert.Equal("deed.bad-name", Assert.IsType<ActAnswer.Refused>(await plant.AskAsync(test.Node, plant.Convener, nameless)).Refusal.Code.Name);
        Assert.Empty(test.Node.Books);
        Assert.Null(test.Node.Find(plant.Id));
        await plant.EnterAsync(test.Node, plant.Convener, plant.Founding(test.Node));
        Assert.Equal("deed.already-founded", Assert.IsType<ActAnswer.Refused>(await plant.AskAsync(test.Node, plant.Convener, plant.Founding(test.Node))).Refusal.Code.Name);
        Assert.Single(test.Node.Books);
    }

    [Fact]
    public async Task Of_two_who_found_the_same_name_at_two_processes_one_does()
    {
        await using var test = await TestNode.OpenAsync();
        var other = await test.AnotherAsync();
        var plant = new TestCollective(new("ladrillos-oeste-2k7m"), 8);
        var answers = await Task.WhenAll(
            plant.AskAsync(test.Node, plant.Convener, plant.Founding(test.Node)),
            plant.AskAsync(other, plant.Convener, plant.Founding(other)));
        Assert.Single(answers, answer => answer is ActAnswer.Entered);
        Assert.Single(answers, answer => answer is ActAnswer.Refused { Refusal.Code.Name: "deed.already-founded" });
    }

    [Fact]
    public async Task A_founding_is_repeated_like_any_other_act()
    {
        await using var test = await TestNode.OpenAsync();
        var plant = new TestCollective(new("ladrillos-oeste-2k7m"), 8);
        var request = plant.Request(plant.Convener, plant.Founding(test.Node));
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => test.Node.AskAsync(request)));
        Assert.Single(answers.Cast<ActAnswer.Entered>(), answer => !answer.Repeated);
    }

    [Theory, InlineData(""), InlineData("../etc/passwd"), InlineData("Ñandú"), InlineData("a b")]
    public async Task A_name_that_no_book_can_have_is_an_unknown_book(string name)
    {
        await using var test = await TestNode.OpenAsync();
        var nowhere = new TestCollective(new(name), 3);
        var founding = new TestCollective(new("ladrillos-oeste-2k7m"), 3).Founding(test.Node) with { Collective = nowhere.Id };
        Assert.Equal(DeskRefusals.UnknownBook, Assert.IsType<ActAnswer.Refused>(await nowhere.AskAsync(test.Node, nowhere.Convener, founding)).Refusal.Code);
        Assert.Equal(DeskRefusals.UnknownBook, Assert.IsType<ActAnswer.Refused>(await nowhere.AskAsync(test.Node, nowhere.Secretary, new ProposeRecovery(nowhere.Convener))).Refusal.Code);
    }

    [Fact]
    public async Task A_node_whose_store_is_away_says_so_and_can_be_opened_later()
    {
        await using var test = await TestNode.OpenAsync();
        var plant = await TestCollective.FoundAsync(test.Node);
        TroubledStore troubled = null!;
        var trouble = await Assert.ThrowsAsync<BookStoreUnavailableException>(() => test.AnotherAsync(around: store => troubled = new(store) { ReadsFail = StoreTrouble.Busy }));
        Assert.Equal(StoreTrouble.Busy, trouble.Trouble);
        await Assert.ThrowsAnyAsync<ObjectDisposedException>(() => troubled.HeadsAsync());
        Assert.NotNull((await test.AnotherAsync()).Find(plant.Id));
    }

    [Fact]
    public async Task What_runs_by_itself_goes_on_after_trouble()
    {
        TroubledStore troubled = null!;
        await using var test = await TestNode.OpenAsync(resting: false, around: store => troubled = new(store));
        var plant = await TestCollective.FoundAsync(test.Node);
        troubled.Down = StoreTrouble.Unreachable;
        await Task.Delay(1_200);
        troubled.Down = null;
        var elsewhere = await TestCollective.FoundAsync(await test.AnotherAsync(), "tejas-del-este-9q3d");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (test.Node.Find(elsewhere.Id) is null) await Task.Delay(50, patience.Token);
        await plant.EnterAsync(test.Node, plant.Secretary, new ProposeRecovery(plant.Members[4]));
    }
}
