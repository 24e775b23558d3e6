using Autogestion.Domain.Deed;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Network;
using Autogestion.Office.Desk;
using Autogestion.Office.Tests.Registry;
using Autogestion.Office.Tests.Support;

namespace Autogestion.Office.Tests.Desk;

/// <summary>Letters between two books of one node: written first, delivered at least once, entered once, always answered.</summary>
public sealed class LetterTests
{
    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task A_request_is_received_answered_by_the_assembly_of_the_network_and_joined(Backend backend)
    {
        await using var test = await TestNode.OpenAsync(backend);
        var (plant, network) = await BothAsync(test);
        await plant.ResolveAsync(test.Node, test.Clock, new RequestMembership(network.Id));
        Assert.Empty(network.State(test.Node).Network.Requests);

        await test.Node.PostOffice.DeliverAsync();
        var request = Assert.Single(network.State(test.Node).Network.Requests.Values);
        Assert.Equal((plant.Id, "Ladrillos del Oeste"), (request.From, request.Name));
        Assert.Empty(plant.State(test.Node).Network.Networks);

        await network.ResolveAsync(test.Node, test.Clock, new AdmitCollective(request.Letter));
        await test.Node.PostOffice.DeliverAsync();
        Assert.Equal([network.Id], plant.State(test.Node).Network.Networks);
        Assert.Equal([plant.Id], network.State(test.Node).Network.Collectives.Keys);
        Assert.Empty(plant.State(test.Node).Network.Asked);
    }

    [Fact]
    public async Task A_collective_that_is_no_network_answers_no()
    {
        await using var test = await TestNode.OpenAsync();
        var (plant, other) = await BothAsync(test, CollectiveKind.Enterprise);
        await plant.ResolveAsync(test.Node, test.Clock, new RequestMembership(other.Id));
        Assert.Single(plant.State(test.Node).Network.Asked);
        await test.Node.PostOffice.DeliverAsync();
        await test.Node.PostOffice.DeliverAsync();
        Assert.Empty(other.State(test.Node).Network.Requests);
        Assert.Empty(plant.State(test.Node).Network.Asked);
        Assert.Empty(plant.State(test.Node).Network.Networks);
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task Delivered_by_several_at_once_and_again_after_a_restart_it_enters_once(Backend backend)
    {
        await using var test = await TestNode.OpenAsync(backend);
        var (plant, network) = await BothAsync(test);
        await plant.ResolveAsync(test.Node, test.Clock, new RequestMembership(network.Id));
        Node[] carriers = [test.Node, await test.AnotherAsync(), await test.AnotherAsync()];
        await Task.WhenAll(carriers.SelectMany(node => new[] { node.PostOffice.DeliverAsync(), node.PostOffice.DeliverAsync() }));
        await (await test.ReopenAsync()).PostOffice.DeliverAsync();
        await using var store = await test.OpenStoreAsync();
        Assert.Single((await TestNode.EntriesAsync(store, network.Id)).Select(EntryForm.Open), entry => entry.Entry is LetterReceived);
    }

    [Fact]
    public async Task A_letter_to_a_book_that_is_not_here_waits_for_it()
    {
        await using var test = await TestNode.OpenAsync();
        var plant = await TestCollective.FoundAsync(test.Node);
        await plant.ResolveAsync(test.Node, test.Clock, new RequestMembership(new("red-de-fabricas-4h8n")));
        await test.Node.PostOffice.DeliverAsync();
        var network = await TestCollective.FoundAsync(test.Node, "red-de-fabricas-4h8n", kind: CollectiveKind.Network);
        await test.Node.PostOffice.DeliverAsync();
        Assert.Single(network.State(test.Node).Network.Requests);
    }

    [Fact]
    public async Task Nobody_delivers_in_the_name_of_the_post_office()
    {
        await using var test = await TestNode.OpenAsync();
        var (plant, network) = await BothAsync(test);
        var forged = new ReceiveLetter(new(plant.Id, 1), network.Id, new LetterContent.MembershipRequest("Otra"));
        var request = network.Request(network.Convener, forged) with { Authority = new Authority.Letter(forged.Letter) };
        Assert.Equal("authority.only-the-desk", Assert.IsType<ActAnswer.Refused>(await test.Node.AskAsync(request)).Refusal.Code.Name);
    }

    [Fact]
    public async Task The_post_goes_by_itself_on_a_node_that_is_awake()
    {
        await using var test = await TestNode.OpenAsync(resting: false);
        var (plant, network) = await BothAsync(test);
        await plant.ResolveAsync(test.Node, test.Clock, new RequestMembership(network.Id));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (network.State(test.Node).Network.Requests.IsEmpty) await Task.Delay(50, patience.Token);
    }

    private static async Task<(TestCollective Plant, TestCollective Network)> BothAsync(TestNode test, CollectiveKind kind = CollectiveKind.Network) =>
        (await TestCollective.FoundAsync(test.Node), await TestCollective.FoundAsync(test.Node, "red-de-fabricas-4h8n", kind: kind));
}
