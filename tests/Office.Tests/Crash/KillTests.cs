using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Office.Tests.Registry;
using Autogestion.Office.Tests.Support;

namespace Autogestion.Office.Tests.Crash;

/// <summary>
/// A node is killed at any moment while fifty people vote. What it acknowledged is in the book, once; the seals are whole, the
/// rules agree, and it goes on in the same folder.
/// </summary>
public sealed class KillTests
{
    [Fact]
    public async Task Killed_while_fifty_vote_it_loses_nothing_it_acknowledged()
    {
        await using var test = await TestNode.OpenAsync();
        await CrashPlant.BeginAsync(test);
        await test.CloseAsync();
        var ledger = new Ledger();
        for (var round = 1; round <= Rounds.Count(few: 4, many: 100); round++)
        {
            var random = new Random(round);
            await using (var child = CrashProcess.Start(test, ledger, round))
            {
                await child.UntilEnteredAsync(random.Next(1, 400));
                await Task.Delay(random.Next(0, 20));
                await child.KillAsync();
                Assert.Empty(child.Failures);
            }
            Assert.Equal([], await ledger.FaultsAsync(test));
            await GoesOnAsync(test);
        }
    }

    [Fact]
    public async Task Of_two_processes_one_stands_still_and_one_is_killed_and_the_book_is_one()
    {
        await using var test = await TestNode.OpenAsync(Backend.Postgres);
        await CrashPlant.BeginAsync(test);
        await test.CloseAsync();
        var ledger = new Ledger();
        for (var round = 1; round <= Rounds.Count(few: 2, many: 50); round++)
        {
            var random = new Random(round);
            await using (var still = CrashProcess.Start(test, ledger, round))
            await using (var killed = CrashProcess.Start(test, ledger, -round))
            {
                await still.UntilEnteredAsync(random.Next(1, 200));
                await killed.UntilEnteredAsync(random.Next(1, 200));
                still.Signal("STOP");
                // Whoever hangs, even between lock and commit, does not hold the others up for long.
                await killed.UntilEnteredAsync(100);
                still.Signal("CONT");
                await still.UntilEnteredAsync(100);
                await killed.KillAsync();
                await still.UntilEnteredAsync(50);
                await still.KillAsync();
                Assert.Empty(still.Failures);
                Assert.Empty(killed.Failures);
            }
            Assert.Equal([], await ledger.FaultsAsync(test));
            await GoesOnAsync(test);
        }
    }

    private static async Task GoesOnAsync(TestNode test)
    {
        var node = await test.ReopenAsync();
        Assert.Null(node.Find(CrashPlant.Collective.Id)!.Current.Broken);
        var person = new PersonId(Guid.NewGuid());
        await CrashPlant.Collective.EnterAsync(node, person, new ApplyForAdmission(person, TestCollective.Commitment(person)));
        await test.CloseAsync();
    }
}
