using System.Reflection;
using System.Text.Json;
using Autogestion.Book.Sqlite;
using Autogestion.Office.Desk;
using Autogestion.Office.Scenarios;
using Autogestion.Registry;

namespace Autogestion.Web;

/// <summary>
/// The example: the sample scenarios played side by side into a folder of their own, once. It lives in the time of its story: its clock
/// goes on from the last step, as much as real time has passed since it was played.
/// </summary>
public static class ExampleNode
{
    private const string ClockFile = "example-clock.json";
    private const string Unfinished = "example-unfinished";

    private sealed record Played(DateTimeOffset StoryEnds, DateTimeOffset PlayedAt);

    /// <summary>Opens the example in a data folder, playing it first if the folder is new.</summary>
    public static async Task<Node> OpenAsync(NodeOptions options, IProgress<LocalDate>? progress = null)
    {
        var marker = Path.Combine(options.Data, ClockFile);
        if (!File.Exists(marker)) await PlayAsync(options, marker, progress);
        var played = JsonSerializer.Deserialize<Played>(await File.ReadAllTextAsync(marker))!;
        return await options.OpenNodeAsync(new StoryClock(played.StoryEnds - played.PlayedAt));
    }

    /// <summary>The sample scenarios that the program carries.</summary>
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
        Begin(options.Data);
        var timeline = new Timeline(new(Instant.FromUtc(1900, 1, 1, 0, 0)), progress);
        // Made from scratch and thrown away if interrupted: no need to wait for the disk after each step.
        var store = await SqliteBookStore.OpenAsync(options.File, new SqliteBookStoreOptions { Durability = Durability.Off });
        var registry = await RegistryDatabase.OpenSqliteAsync(options.File, time: timeline.Clock, durable: false);
        await using var node = await Node.OpenAsync(store, registry, new(Path.Combine(options.Data, "keys")), timeline.Clock, resting: true);
        var played = await timeline.PlayAsync(node, [.. Samples().Select(sample => sample.Scenario)]);
        foreach (var story in played) await node.CheckpointAsync(story.Collective);
        await File.WriteAllTextAsync(marker, JsonSerializer.Serialize(new Played(timeline.Clock.GetUtcNow(), DateTimeOffset.UtcNow)));
        File.Delete(Path.Combine(options.Data, Unfinished));
    }

    // What was begun here and never finished is begun again; what is anything else stays as it is.
    private static void Begin(string folder)
    {
        var unfinished = Path.Combine(folder, Unfinished);
        if (File.Exists(unfinished)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        if (Directory.EnumerateFileSystemEntries(folder).Any()) throw new IOException("An example is made in an empty folder only.");
        File.WriteAllText(unfinished, "");
    }

    private sealed class StoryClock(TimeSpan offset) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow + offset;
    }
}
