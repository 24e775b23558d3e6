using System.Reflection;
using System.Text.Json;
using Autogestion.Book.Sqlite;
using Autogestion.Office.Desk;
using Autogestion.Office.Scenarios;
using Autogestion.Registry;

namespace Autogestion.Web;

/// <summary>
/// The example: the sample scenarios played into a folder of their own, once. It lives in the time of its story: its clock
/// goes on from the last step, as much as real time has passed since it was played.
/// </summary>
public static class ExampleNode
{
    private const string ClockFile = "example-clock.json";

    private sealed record Played(DateTimeOffset StoryEnds, DateTimeOffset PlayedAt);

    /// <summary>Opens the example in a data folder, playing it first if the folder is new.</summary>
    public static async Task<Node> OpenAsync(NodeOptions options, IProgress<LocalDate>? progress = null)
    {
        var marker = Path.Combine(options.Data, ClockFile);
        if (!File.Exists(marker)) await PlayAsync(options, marker, progress);
        var played = JsonSerializer.Deserialize<Played>(await File.ReadAllTextAsync(marker))!;
        return await options.OpenNodeAsync(new StoryClock(played.StoryEnds - played.PlayedAt));
    }

    /// <summary>The sample scenarios that the program carries, in the order they are played.</summary>
    public static IEnumerable<(string Name, Scenario Scenario)> Samples()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("samples/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name["samples/".Length..], ScenarioReader.Read(reader));
        }
    }

    private static async Task PlayAsync(NodeOptions options, string marker, IProgress<LocalDate>? progress)
    {
        Directory.CreateDirectory(options.Data);
        if (Directory.EnumerateFileSystemEntries(options.Data).Any()) throw new IOException("An example is made in an empty folder only.");
        Instant? ends = null;
        foreach (var (_, scenario) in Samples())
        {
            var clock = new SteppingClock(Instant.FromUtc(2000, 1, 1, 0, 0));
            // Made from scratch and thrown away if interrupted: no need to wait for the disk after each step.
            var store = await SqliteBookStore.OpenAsync(options.File, new SqliteBookStoreOptions { Durability = Durability.Off });
            await using var node = await Node.OpenAsync(store, await RegistryDatabase.OpenSqliteAsync(options.File, time: clock), new(Path.Combine(options.Data, "keys")), clock);
            await new ScenarioPlayer(node, clock, scenario, progress).PlayAsync();
            await node.CheckpointAsync(new(scenario.Id));
            var end = Instant.FromDateTimeOffset(clock.GetUtcNow());
            ends = ends is { } latest && latest > end ? latest : end;
        }
        await File.WriteAllTextAsync(marker, JsonSerializer.Serialize(new Played(ends!.Value.ToDateTimeOffset(), DateTimeOffset.UtcNow)));
    }

    private sealed class StoryClock(TimeSpan offset) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow + offset;
    }
}
