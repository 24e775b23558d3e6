using Autogestion.Book;
using Autogestion.Book.Conformance;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Office.Desk;
using Autogestion.Office.Tests.Support;
using Autogestion.Registry;

namespace Autogestion.Office.Tests.Crash;

/// <summary>Disks that are full, closed to writing, or cut off: a plain word, nothing half done, nothing acknowledged lost.</summary>
public sealed class FullDiskTests
{
    [Fact]
    public async Task A_full_disk_is_said_to_be_full_and_with_room_it_goes_on()
    {
        using var disk = new SmallDisk("6m");
        await using var test = await TestNode.OpenAsync(folder: disk.File("node"));
        var plant = await TestCollective.FoundAsync(test.Node);
        File.WriteAllBytes(disk.File("ballast"), new byte[2 << 20]);
        var (refused, acknowledged) = await FillAsync(test.Node, plant);
        Assert.Equal(new ActAnswer.Unavailable(StoreTrouble.DiskFull), await test.Node.AskAsync(refused));

        // What is there can be read, and is what was acknowledged.
        var desk = test.Node.Find(plant.Id)!;
        Assert.Null(desk.Current.Broken);
        Assert.Equal(desk.Current.Position, await desk.ReadAsync(0, long.MaxValue).CountAsync());
        Assert.All(acknowledged, person => Assert.NotNull(desk.Current.State.Roster.Find(person)));
        Assert.Null(desk.Current.State.Roster.Find(refused.Actor));

        File.Delete(disk.File("ballast"));
        Assert.False(Assert.IsType<ActAnswer.Entered>(await test.Node.AskAsync(refused)).Repeated);
        var node = await test.ReopenAsync();
        Assert.All([.. acknowledged, refused.Actor], person => Assert.NotNull(plant.State(node).Roster.Find(person)));
        Assert.Null((await StoreVerification.VerifyAsync(node.Store, new(plant.Id.Value))).Fault);
    }

    [Fact]
    public async Task A_file_that_may_not_grow_loses_nothing_that_was_acknowledged()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "limits of a process are set on Linux only");
        await using var test = await TestNode.OpenAsync();
        await CrashPlant.BeginAsync(test);
        await test.CloseAsync();
        var ledger = new Ledger();
        // The limit is for files of every kind, also those that the runtime makes of memory unless told not to.
        var blocks = new FileInfo(test.File).Length / 512 + 600;
        await using (var child = CrashProcess.Start(test, ledger, seed: 1, shell: $"trap '' XFSZ; ulimit -f {blocks}", environment: ("DOTNET_EnableWriteXorExecute", "0")))
        {
            await child.UntilUnavailableAsync(5);
            await child.KillAsync();
            Assert.Empty(child.Failures);
        }
        Assert.Equal([], await ledger.FaultsAsync(test));
        Assert.Null((await test.ReopenAsync()).Find(CrashPlant.Collective.Id)!.Current.Broken);
    }

    [Fact]
    public async Task A_folder_closed_to_writing_is_said_to_be_so()
    {
        using var disk = new SmallDisk("6m");
        await using var test = await TestNode.OpenAsync(folder: disk.File("node"));
        var plant = await TestCollective.FoundAsync(test.Node);
        await test.CloseAsync();
        disk.CloseToWriting();
        Assert.Equal(StoreTrouble.ReadOnly, (await Assert.ThrowsAsync<BookStoreUnavailableException>(() => test.ReopenAsync())).Trouble);
        disk.OpenToWriting();
        await plant.EnterAsync(await test.ReopenAsync(), plant.Secretary, new ProposeRecovery(plant.Members[4]));
    }

    [Theory, InlineData(0.02), InlineData(0.2), InlineData(0.4), InlineData(0.6), InlineData(0.8), InlineData(0.97)]
    public async Task A_file_that_was_cut_off_is_said_to_be_damaged_and_takes_nothing(double part)
    {
        await using var test = await TestNode.OpenAsync();
        var plant = await TestCollective.FoundAsync(test.Node);
        await Task.WhenAll(Enumerable.Range(0, 400).Select(_ => plant.EnterAsync(test.Node, plant.Secretary, new ProposeRecovery(plant.Members[4]))));
        await test.CloseAsync();
        var whole = await File.ReadAllBytesAsync(test.File);
        await File.WriteAllBytesAsync(test.File, whole[..(int)(whole.Length * part)]);
        try
        {
            var book = (await test.ReopenAsync()).Find(plant.Id);
            if (book is not null) Assert.IsType<ActAnswer.Stopped>(await plant.AskAsync(test.Node, plant.Secretary, new ProposeRecovery(plant.Members[4])));
        }
        catch (BookStoreUnavailableException e)
        {
            Assert.Equal(StoreTrouble.Damaged, e.Trouble);
        }
        catch (Exception e) when (RegistryTroubles.Of(e) is { } trouble)
        {
            Assert.Equal(RegistryTrouble.Damaged, trouble);
        }
        await test.CloseAsync();

        // The copy that was kept is as good as ever.
        await File.WriteAllBytesAsync(test.File, whole);
        await plant.EnterAsync(await test.ReopenAsync(), plant.Secretary, new ProposeRecovery(plant.Members[4]));
    }

    private static async Task<(ActRequest Refused, List<PersonId> Acknowledged)> FillAsync(Node node, TestCollective plant)
    {
        var acknowledged = new List<PersonId>();
        while (true)
        {
            var person = new PersonId(Guid.NewGuid());
            var (letter, prepared) = node.Registry.Texts.Prepare(plant.Id, "es", new string('x', 10_000), Retention.Erasable);
            var request = plant.Request(person, new ApplyForAdmission(person, TestCollective.Commitment(person), letter)) with { Texts = [prepared] };
            if (await node.AskAsync(request) is not ActAnswer.Entered) return (request, acknowledged);
            acknowledged.Add(person);
            Assert.True(acknowledged.Count < 2_000, "the disk does not fill");
        }
    }
}
