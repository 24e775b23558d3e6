using Autogestion.Book;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Office.Desk;
using Autogestion.Office.Tests.Registry;
using Autogestion.Office.Tests.Support;

namespace Autogestion.Office.Tests.Desk;

/// <summary>Nothing is answered before it is durable, and nothing is half done.</summary>
public sealed class AnswerTests
{
    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task An_act_is_answered_when_another_process_could_read_it(Backend backend)
    {
        await using var test = await TestNode.OpenAsync(backend);
        var plant = await TestCollective.FoundAsync(test.Node);
        var answer = await plant.EnterAsync(test.Node, plant.Secretary, new ProposeRecovery(plant.Members[4]));
        await using var store = await test.OpenStoreAsync();
        var entries = await TestNode.EntriesAsync(store, plant.Id);
        Assert.Equal(answer.Last, entries[^1].Position);
        Assert.Equal(new RecoveryProposed(plant.Members[4]), EntryForm.Open(entries[^1]).Entry);
    }

    [Fact]
    public async Task Nobody_is_answered_while_the_append_is_under_way()
    {
        TroubledStore troubled = null!;
        await using var test = await TestNode.OpenAsync(around: store => troubled = new(store));
        var plant = await TestCollective.FoundAsync(test.Node);
        var gate = new TaskCompletionSource();
        troubled.BeforeAppend = () => gate.Task;
        var before = test.Node.Find(plant.Id)!.Current;
        var asked = plant.AskAsync(test.Node, plant.Secretary, new ProposeRecovery(plant.Members[4]));
        await Task.Delay(100);
        Assert.False(asked.IsCompleted);
        Assert.Same(before, test.Node.Find(plant.Id)!.Current);
        gate.SetResult();
        Assert.Equal(before.Position + 1, Assert.IsType<ActAnswer.Entered>(await asked).Last);
        Assert.Equal(before.Position + 1, test.Node.Find(plant.Id)!.Current.Position);
    }

    [Fact]
    public async Task What_waits_together_is_appended_together()
    {
        TroubledStore troubled = null!;
        await using var test = await TestNode.OpenAsync(around: store => troubled = new(store));
        var plant = await TestCollective.FoundAsync(test.Node);
        var gate = new TaskCompletionSource();
        troubled.BeforeAppend = () => gate.Task;
        var appends = troubled.Appends;
        var asked = Enumerable.Range(0, 300).Select(_ => plant.EnterAsync(test.Node, plant.Secretary, new ProposeRecovery(plant.Members[4]))).ToList();
        gate.SetResult();
        var answers = await Task.WhenAll(asked);
        Assert.Equal(300, answers.Select(answer => answer.First).Distinct().Count());
        Assert.InRange(troubled.Appends - appends, 1, 5);
    }

    [Fact]
    public async Task In_trouble_nothing_is_done_and_afterwards_the_same_act_is_entered_with_its_words()
    {
        TroubledStore troubled = null!;
        await using var test = await TestNode.OpenAsync(around: store => troubled = new(store));
        var plant = await TestCollective.FoundAsync(test.Node);
        var person = new PersonId(Guid.NewGuid());
        var (letter, prepared) = test.Node.Registry.Texts.Prepare(plant.Id, "es", "Quiero trabajar con ustedes.", Retention.Erasable);
        var request = plant.Request(person, new ApplyForAdmission(person, TestCollective.Commitment(person), letter)) with { Texts = [prepared] };
        var before = test.Node.Find(plant.Id)!.Current;

        troubled.AppendsFail = StoreTrouble.DiskFull;
        Assert.Equal(new ActAnswer.Unavailable(StoreTrouble.DiskFull), await test.Node.AskAsync(request));
        Assert.Equal(before.Position, test.Node.Find(plant.Id)!.Current.Position);
        Assert.Equal(before.Position, await troubled.HeadAsync(new(plant.Id.Value)));

        // Words without an entry do no harm, and serve when the act comes again.
        troubled.AppendsFail = null;
        Assert.False(Assert.IsType<ActAnswer.Entered>(await test.Node.AskAsync(request)).Repeated);
        Assert.Equal("Quiero trabajar con ustedes.", Assert.IsType<Autogestion.Registry.TextReading.Legible>(await test.Node.Registry.Texts.ReadAsync(plant.Id, letter.Id)).Words);
    }

    [Fact]
    public async Task A_store_that_is_away_says_so_and_comes_back()
    {
        TroubledStore troubled = null!;
        await using var test = await TestNode.OpenAsync(around: store => troubled = new(store));
        var plant = await TestCollective.FoundAsync(test.Node);
        troubled.Down = StoreTrouble.Unreachable;
        Assert.Equal(new ActAnswer.Unavailable(StoreTrouble.Unreachable), await plant.AskAsync(test.Node, plant.Secretary, new ProposeRecovery(plant.Members[4])));
        Assert.Equal(new ActAnswer.Unavailable(StoreTrouble.Unreachable), await plant.AskAsync(test.Node, plant.Secretary, new ConfirmRecovery(plant.Members[4])));
        troubled.Down = null;
        await plant.EnterAsync(test.Node, plant.Secretary, new ProposeRecovery(plant.Members[4]));
    }

    [Fact]
    public async Task An_append_whose_answer_was_lost_is_found_again_and_not_decided_twice()
    {
        TroubledStore troubled = null!;
        await using var test = await TestNode.OpenAsync(around: store => troubled = new(store));
        var plant = await TestCollective.FoundAsync(test.Node);
        var person = new PersonId(Guid.NewGuid());
        var request = plant.Request(person, new ApplyForAdmission(person, TestCollective.Commitment(person)));
        troubled.AnswersLost = 1;
        Assert.IsType<ActAnswer.Unavailable>(await test.Node.AskAsync(request));

        // It stands: another act that it excludes is refused, and the same one gets its own answer.
        var other = await plant.AskAsync(test.Node, person, request.Act);
        Assert.Equal("member.already-known", Assert.IsType<ActAnswer.Refused>(other).Refusal.Code.Name);
        Assert.True(Assert.IsType<ActAnswer.Entered>(await test.Node.AskAsync(request)).Repeated);
        Assert.Equal(Standing.Candidate, plant.State(test.Node).Roster.Find(person)!.Standing);
    }
}
