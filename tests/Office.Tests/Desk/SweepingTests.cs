using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Desk;
using Autogestion.Office.Tests.Support;
using Autogestion.Registry;
using NodaTime;

namespace Autogestion.Office.Tests.Desk;

/// <summary>Words for which no act came go, and no others.</summary>
public sealed class SweepingTests
{
    [Fact]
    public async Task What_no_entry_names_goes_after_a_day_and_what_one_names_stays()
    {
        await using var test = await TestNode.OpenAsync();
        var collective = await TestCollective.FoundAsync(test.Node);
        var texts = test.Node.Registry.Texts;
        Task<Text> Written(string words) => texts.WriteAsync(collective.Id, "es", words, Retention.Legal);
        var (kept, orphan) = (await Written("Guardería"), await Written("nunca pedida"));
        await collective.EnterAsync(test.Node, collective.Members[4], new PetitionAssembly(AssemblyKind.Extraordinary, [new(kept, Matter.General)]));

        Assert.Equal(0, await Sweeping.RoundAsync(test.Node, TestContext.Current.CancellationToken));
        test.Clock.Pass(Duration.FromDays(2));
        var fresh = await Written("en camino");
        Assert.Equal(1, await Sweeping.RoundAsync(test.Node, TestContext.Current.CancellationToken));
        Assert.Equal(0, await Sweeping.RoundAsync(test.Node, TestContext.Current.CancellationToken));
        var left = await texts.ReadManyAsync(collective.Id, [kept.Id, orphan.Id, fresh.Id], TestContext.Current.CancellationToken);
        Assert.Equal([orphan.Id], left.Where(text => text.Value is TextReading.Absent).Select(text => text.Key));
    }

    [Fact]
    public void Every_id_in_the_bytes_is_found_wherever_it_stands()
    {
        Guid[] ids = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];
        var named = new HashSet<Guid>();
        Sweeping.Collect(System.Text.Encoding.UTF8.GetBytes($$"""{{ids[0]}}"a-b-c{"id":"{{ids[1]}}","more":["x:{{ids[2]}}:2026-01-02T10:00:00Z-","{{ids[3]}}"""), named);
        Assert.Equal(ids.ToHashSet(), named);
        Sweeping.Collect([], named);
        Sweeping.Collect("short-0"u8, named);
        Assert.Equal(ids.Length, named.Count);
    }
}
