using Autogestion.Book;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Office.Desk;
using Autogestion.Office.Tests.Support;

namespace Autogestion.Office.Tests.Desk;

/// <summary>The mailbox under pressure: full, flooded, given up, closed, and with an act in it that cannot even be decided.</summary>
public sealed class MailboxTests : IAsyncLifetime
{
    private TestNode test = null!;
    private TestCollective plant = null!;
    private TroubledStore troubled = null!;

    public async ValueTask InitializeAsync()
    {
        test = await TestNode.OpenAsync(around: store => troubled = new(store));
        plant = await TestCollective.FoundAsync(test.Node);
    }

    public ValueTask DisposeAsync() => test.DisposeAsync();

    [Fact]
    public async Task More_than_it_holds_are_all_answered()
    {
        var gate = Shut();
        var asked = Enumerable.Range(0, 9_000).Select(_ => plant.EnterAsync(test.Node, plant.Secretary, new ProposeRecovery(plant.Members[4]))).ToList();
        gate.SetResult();
        var answers = await Task.WhenAll(asked);
        Assert.Equal(9_000, answers.Select(answer => answer.First).Distinct().Count());
    }

    [Fact]
    public async Task A_flood_of_nudges_costs_one_look_and_keeps_nobody_out()
    {
        var gate = Shut();
        var asked = plant.EnterAsync(test.Node, plant.Secretary, new ProposeRecovery(plant.Members[4]));
        var looks = troubled.Looks;
        for (var i = 0; i < 100_000; i++) test.Node.Find(plant.Id)!.Nudge();
        var more = Enumerable.Range(0, 20).Select(_ => plant.EnterAsync(test.Node, plant.Secretary, new ProposeRecovery(plant.Members[5]))).ToList();
        gate.SetResult();
        await asked;
        await Task.WhenAll(more);
        Assert.InRange(troubled.Looks - looks, 1, 5);
    }

    [Fact]
    public async Task A_nudge_in_bad_times_is_not_forgotten()
    {
        var other = await test.AnotherAsync();
        var last = (await plant.EnterAsync(other, plant.Secretary, new ProposeRecovery(plant.Members[4]))).Last;
        troubled.Down = StoreTrouble.Unreachable;
        test.Node.Find(plant.Id)!.Nudge();
        await Task.Delay(200);
        Assert.True(test.Node.Find(plant.Id)!.Current.Position < last);
        troubled.Down = null;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (test.Node.Find(plant.Id)!.Current.Position < last) await Task.Delay(50, patience.Token);
    }

    [Fact]
    public async Task Giving_up_the_wait_does_not_take_the_act_back()
    {
        var gate = Shut();
        var request = plant.Request(plant.Secretary, new ProposeRecovery(plant.Members[4]));
        using var patience = new CancellationTokenSource(50);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => test.Node.AskAsync(request, patience.Token));
        gate.SetResult();
        Assert.True(Assert.IsType<ActAnswer.Entered>(await test.Node.AskAsync(request)).Repeated);
    }

    [Fact]
    public async Task An_act_that_cannot_be_decided_leaves_the_others_alone()
    {
        var gate = Shut();
        var first = plant.EnterAsync(test.Node, plant.Secretary, new ProposeRecovery(plant.Members[4]));
        await Task.Delay(50);
        var broken = plant.AskAsync(test.Node, plant.Secretary, new Unheard());
        var good = plant.EnterAsync(test.Node, plant.Secretary, new ProposeRecovery(plant.Members[5]));
        gate.SetResult();
        await first;
        await good;
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => broken);
        await plant.EnterAsync(test.Node, plant.Secretary, new ProposeRecovery(plant.Members[6]));
    }

    [Fact]
    public async Task Closing_answers_everybody_and_keeps_what_it_acknowledged()
    {
        var gate = Shut();
        var requests = Enumerable.Range(0, 9_000).Select(_ => plant.Request(plant.Secretary, new ProposeRecovery(plant.Members[4]))).ToList();
        var asked = requests.Select(request => test.Node.AskAsync(request)).ToList();
        var desk = test.Node.Find(plant.Id)!;
        var future = desk.AtLeastAsync(1_000_000);
        await Task.Delay(50);
        var closing = test.CloseAsync();
        gate.SetResult();
        var answers = await Task.WhenAll(asked).WaitAsync(TimeSpan.FromSeconds(60));
        await closing;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => future.WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.IsType<ActAnswer.Unavailable>(await desk.AskAsync(requests[0]));
        Assert.All(answers, answer => Assert.True(answer is ActAnswer.Entered or ActAnswer.Unavailable));
        Assert.Contains(answers, answer => answer is ActAnswer.Unavailable);

        var entered = requests.Where((_, i) => answers[i] is ActAnswer.Entered).Select(request => request.Id).Order().ToList();
        await using var store = await test.OpenStoreAsync();
        Assert.Equal(entered, (await TestNode.EntriesAsync(store, plant.Id)).Select(entry => entry.Act).Intersect(requests.Select(request => request.Id)).Order());
    }

    // Holds back whatever is appended next, so that the rest must wait together.
    private TaskCompletionSource Shut()
    {
        var gate = new TaskCompletionSource();
        troubled.BeforeAppend = () => gate.Task;
        return gate;
    }

    [Named("test.unheard"), Accepts(Source.Membership)]
    private sealed record Unheard : Act;
}
