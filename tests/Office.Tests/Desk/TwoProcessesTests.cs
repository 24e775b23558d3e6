using Autogestion.Book;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Office.Desk;
using Autogestion.Office.Tests.Registry;
using Autogestion.Office.Tests.Support;
using NodaTime;

namespace Autogestion.Office.Tests.Desk;

/// <summary>Two nodes over one database are two processes: neither leads, and the book is one.</summary>
public sealed class TwoProcessesTests
{
    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task Asked_at_once_both_enter_everything_once_and_their_folds_are_equal(Backend backend)
    {
        await using var test = await TestNode.OpenAsync(backend);
        var plant = await TestCollective.FoundAsync(test.Node);
        var other = await test.AnotherAsync();
        // Half of the acts are asked of both, as by somebody whose first try seemed to get no answer.
        var requests = Enumerable.Range(0, 200).Select(_ => Application(plant)).ToList();
        var asked = requests.SelectMany((request, i) => i % 2 == 0
            ? new[] { test.Node.AskAsync(request), other.AskAsync(request) }
            : [(i % 4 == 1 ? test.Node : other).AskAsync(request)]);
        var answers = (await Task.WhenAll(asked)).Select(Assert.IsType<ActAnswer.Entered>).ToList();
        Assert.Equal(200, answers.Count(answer => !answer.Repeated));

        var last = answers.Max(answer => answer.Last);
        var (one, two) = (await test.Node.Find(plant.Id)!.AtLeastAsync(last), await other.Find(plant.Id)!.AtLeastAsync(last));
        Assert.Equal((one.Position, one.Root), (two.Position, two.Root));
        await using var store = await test.OpenStoreAsync();
        var entries = await TestNode.EntriesAsync(store, plant.Id);
        Assert.Equal(requests.Select(request => request.Id).Order(), entries.Select(entry => entry.Act).Where(act => requests.Exists(request => request.Id == act)).Order());
        Assert.Null((await StoreVerification.VerifyAsync(store, new(plant.Id.Value))).Fault);
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task Whoever_demands_a_position_reads_what_the_other_wrote(Backend backend)
    {
        await using var test = await TestNode.OpenAsync(backend);
        var plant = await TestCollective.FoundAsync(test.Node);
        var other = await test.AnotherAsync();
        var request = Application(plant);
        var entered = Assert.IsType<ActAnswer.Entered>(await test.Node.AskAsync(request));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var seen = await other.Find(plant.Id)!.AtLeastAsync(entered.Last, patience.Token);
        Assert.NotNull(seen.State.Roster.Find(request.Actor));
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task A_follower_sees_by_itself_what_grows_elsewhere_and_books_founded_there(Backend backend)
    {
        await using var test = await TestNode.OpenAsync(backend);
        var plant = await TestCollective.FoundAsync(test.Node);
        var follower = await test.AnotherAsync(resting: false);
        var request = Application(plant);
        await test.Node.AskAsync(request);
        await UntilAsync(() => follower.Find(plant.Id)!.Current.State.Roster.Find(request.Actor) is not null);
        var younger = await TestCollective.FoundAsync(test.Node, "tejas-del-este-9q3d");
        await UntilAsync(() => follower.Find(younger.Id) is not null);
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task A_book_founded_elsewhere_can_be_asked_at_once(Backend backend)
    {
        await using var test = await TestNode.OpenAsync(backend);
        var other = await test.AnotherAsync();
        var plant = await TestCollective.FoundAsync(test.Node);
        Assert.IsType<ActAnswer.Entered>(await other.AskAsync(Application(plant)));
        Assert.Equal(DeskRefusals.UnknownBook, Assert.IsType<ActAnswer.Refused>(await other.AskAsync(Application(new(new("nadie-2222"), 3)))).Refusal.Code);
    }

    [Fact]
    public async Task A_no_is_never_said_on_an_old_state()
    {
        await using var test = await TestNode.OpenAsync();
        var plant = await TestCollective.FoundAsync(test.Node);
        var other = await test.AnotherAsync();
        // The other has not heard of the first signature, without which it would refuse the second.
        await plant.EnterAsync(test.Node, plant.Secretary, new ProposeRecovery(plant.Members[4]));
        Assert.IsType<ActAnswer.Entered>(await plant.AskAsync(other, plant.Auditor, new ConfirmRecovery(plant.Members[4])));
    }

    [Fact]
    public async Task A_repeat_at_a_process_that_is_behind_gets_the_answer_of_the_first()
    {
        await using var test = await TestNode.OpenAsync();
        var plant = await TestCollective.FoundAsync(test.Node);
        var other = await test.AnotherAsync();
        await plant.EnterAsync(test.Node, plant.Secretary, new ProposeRecovery(plant.Members[4]));
        var confirm = plant.Request(plant.Auditor, new ConfirmRecovery(plant.Members[4]));
        var first = Assert.IsType<ActAnswer.Entered>(await test.Node.AskAsync(confirm));
        var again = Assert.IsType<ActAnswer.Entered>(await other.AskAsync(confirm));
        Assert.Equal((first.First, true), (again.First, again.Repeated));
    }

    [Fact]
    public async Task Conflicts_are_tried_again_but_not_for_ever()
    {
        var writer = await TestNode.OpenAsync();
        await using var test = writer;
        var plant = await TestCollective.FoundAsync(test.Node);
        TroubledStore troubled = null!;
        var unlucky = await test.AnotherAsync(around: store => troubled = new(store));
        troubled.BeforeAppend = async () => Assert.IsType<ActAnswer.Entered>(await test.Node.AskAsync(Application(plant)));
        Assert.Equal(new ActAnswer.Unavailable(StoreTrouble.Busy), await unlucky.AskAsync(Application(plant)));
        Assert.InRange(troubled.Appends, 10, 50);
        troubled.BeforeAppend = null;
        Assert.IsType<ActAnswer.Entered>(await unlucky.AskAsync(Application(plant)));
    }

    [Fact]
    public async Task Legal_time_never_goes_back_whatever_the_clocks_say()
    {
        await using var test = await TestNode.OpenAsync();
        var plant = await TestCollective.FoundAsync(test.Node);
        var slow = new FakeClock();
        slow.Pass(Duration.FromDays(-2));
        var other = await test.AnotherAsync(clock: slow);
        for (var hour = 0; hour < 6; hour++)
        {
            test.Clock.Pass(Duration.FromHours(hour % 3 == 2 ? -5 : 1));
            await (hour % 2 == 0 ? test.Node : other).AskAsync(Application(plant));
        }
        await using var store = await test.OpenStoreAsync();
        var times = (await TestNode.EntriesAsync(store, plant.Id)).Select(entry => entry.Open().Entered).ToList();
        Assert.Equal(times.Order(), times);
        Assert.True(times.Distinct().Count() > 1);
    }

    private static ActRequest Application(TestCollective plant)
    {
        var person = new PersonId(Guid.NewGuid());
        return plant.Request(person, new ApplyForAdmission(person, TestCollective.Commitment(person)));
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var waited = 0; !condition(); waited++)
        {
            Assert.True(waited < 300, "it did not come within thirty seconds");
            await Task.Delay(100);
        }
    }
}
