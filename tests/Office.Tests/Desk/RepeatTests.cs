using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Office.Desk;
using Autogestion.Office.Tests.Registry;
using Autogestion.Office.Tests.Support;

namespace Autogestion.Office.Tests.Desk;

/// <summary>A repeat with the same id writes nothing twice and gets the original answer, however late it comes.</summary>
public sealed class RepeatTests
{
    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task A_repeat_gets_the_first_answer_also_outside_the_recent_window_and_after_a_restart(Backend backend)
    {
        await using var test = await TestNode.OpenAsync(backend);
        var plant = await TestCollective.FoundAsync(test.Node);
        var person = new PersonId(Guid.NewGuid());
        // One that the rules would enter again, one that they would refuse now.
        var again = plant.Request(plant.Secretary, new ProposeRecovery(plant.Members[4]));
        var once = plant.Request(person, new ApplyForAdmission(person, TestCollective.Commitment(person)));
        ActAnswer.Entered[] first = [Assert.IsType<ActAnswer.Entered>(await test.Node.AskAsync(again)), Assert.IsType<ActAnswer.Entered>(await test.Node.AskAsync(once))];

        await RepeatAsync(test.Node, again, once, first);
        await ManyAsync(test.Node, plant, 4200);
        await RepeatAsync(test.Node, again, once, first);
        await RepeatAsync(await test.ReopenAsync(), again, once, first);
    }

    [Fact]
    public async Task Many_repeats_in_one_group_are_all_recognised()
    {
        await using var test = await TestNode.OpenAsync();
        var plant = await TestCollective.FoundAsync(test.Node);
        var requests = Enumerable.Range(0, 100).Select(_ => plant.Request(plant.Secretary, new ProposeRecovery(plant.Members[4]))).ToList();
        foreach (var request in requests) await test.Node.AskAsync(request);
        var node = await test.ReopenAsync();
        var before = node.Find(plant.Id)!.Current.Position;
        var answers = await Task.WhenAll(requests.Select(request => node.AskAsync(request)));
        Assert.All(answers, answer => Assert.True(Assert.IsType<ActAnswer.Entered>(answer).Repeated));
        Assert.Equal(before, node.Find(plant.Id)!.Current.Position);
    }

    [Fact]
    public async Task Two_of_the_same_id_at_once_are_one()
    {
        await using var test = await TestNode.OpenAsync();
        var plant = await TestCollective.FoundAsync(test.Node);
        var request = plant.Request(plant.Secretary, new ProposeRecovery(plant.Members[4]));
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => test.Node.AskAsync(request)));
        Assert.Single(answers.Cast<ActAnswer.Entered>(), answer => !answer.Repeated);
        Assert.Single(answers.Cast<ActAnswer.Entered>().Select(answer => answer.First).Distinct());
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task An_id_in_use_serves_nobody_else_and_for_nothing_else(bool afterRestart)
    {
        await using var test = await TestNode.OpenAsync();
        var plant = await TestCollective.FoundAsync(test.Node);
        var id = Guid.NewGuid();
        await plant.EnterAsync(test.Node, plant.Secretary, new ProposeRecovery(plant.Members[4]), id);
        if (afterRestart) await test.ReopenAsync();
        var before = test.Node.Find(plant.Id)!.Current.Position;
        ActAnswer[] answers =
        [
            // Refused by the rules anyway, entered by the rules otherwise: the id is taken in both cases.
            await plant.AskAsync(test.Node, plant.Convener, new ProposeRecovery(plant.Members[4]), id),
            await plant.AskAsync(test.Node, plant.Members[5], new Resign(plant.Members[5]), id),
            await plant.AskAsync(test.Node, plant.Secretary, new SetVoiceOnly(plant.Members[4], true), id),
        ];
        Assert.All(answers, answer => Assert.Equal(DeskRefusals.ActIdTaken, Assert.IsType<ActAnswer.Refused>(answer).Refusal.Code));
        Assert.Equal(before, test.Node.Find(plant.Id)!.Current.Position);
    }

    private static async Task RepeatAsync(Node node, ActRequest again, ActRequest once, ActAnswer.Entered[] first)
    {
        var before = node.Find(again.Collective)!.Current.Position;
        var answers = new[] { await node.AskAsync(again), await node.AskAsync(once) };
        for (var i = 0; i < answers.Length; i++)
        {
            var answer = Assert.IsType<ActAnswer.Entered>(answers[i]);
            Assert.True(answer.Repeated);
            Assert.Equal((first[i].First, first[i].Last), (answer.First, answer.Last));
            Assert.Equal(first[i].Entries, answer.Entries);
        }
        Assert.Equal(before, node.Find(again.Collective)!.Current.Position);
    }

    private static Task ManyAsync(Node node, TestCollective plant, int count) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(_ => plant.EnterAsync(node, plant.Secretary, new ProposeRecovery(plant.Members[5]))));
}
