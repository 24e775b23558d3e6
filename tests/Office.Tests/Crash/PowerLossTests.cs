using Autogestion.Book.Sqlite;
using Autogestion.Office.Tests.Support;

namespace Autogestion.Office.Tests.Crash;

/// <summary>
/// Killing a process loses nothing that the system already has; losing power does. Whatever was not synced is taken away from
/// the files after the kill, wholly or in part: an acknowledged act must be there all the same.
/// </summary>
public sealed class PowerLossTests
{
    [Fact]
    public async Task When_power_is_lost_nothing_acknowledged_is()
    {
        using var power = PowerCut.Prepare();
        await using var test = await TestNode.OpenAsync();
        await CrashPlant.BeginAsync(test);
        await test.CloseAsync();
        var ledger = new Ledger();
        var synced = 0;
        for (var round = 1; round <= Rounds.Count(few: 4, many: 100); round++)
        {
            var random = new Random(round);
            await RunAsync(test, ledger, power, round, Durability.Full, notes: round % 2 == 0, acts: random.Next(1, 300));
            synced += power.Happen(keep: round % 3 == 0 ? null : random).Synced;
            Assert.Equal([], await ledger.FaultsAsync(test));
        }
        // The library was there and saw the log being written and synced: else this would have proved nothing.
        Assert.True(synced > 0, "no synced write was seen");
    }

    [Fact]
    public async Task Without_waiting_for_the_disk_acknowledged_acts_are_lost_and_found_missing()
    {
        using var power = PowerCut.Prepare();
        await using var test = await TestNode.OpenAsync();
        await CrashPlant.BeginAsync(test);
        await test.CloseAsync();
        var ledger = new Ledger();
        await RunAsync(test, ledger, power, seed: 1, Durability.Off, notes: false, acts: 200);
        Assert.True(power.Happen(keep: null).Lost > 0, "nothing was lost");
        Assert.Contains(await ledger.FaultsAsync(test), fault => fault.Contains("is lost", StringComparison.Ordinal));
    }

    private static async Task RunAsync(TestNode test, Ledger ledger, PowerCut power, int seed, Durability durability, bool notes, int acts)
    {
        await using var child = CrashProcess.Start(test, ledger, seed, durability, notes, environment: power.Environment);
        await child.UntilEnteredAsync(acts);
        await child.KillAsync();
        Assert.Empty(child.Failures);
    }
}
