using Autogestion.Book.Sqlite;
using Autogestion.Office.Desk;
using Autogestion.Office.Scenarios;
using Autogestion.Registry;
using NodaTime;

namespace Autogestion.Office.Tests.Scenarios;

/// <summary>Every sample, played side by side into one file, once for all tests that look at them.</summary>
public sealed class PlayedSamples : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("autogestion-samples-").FullName;

    public IReadOnlyList<(Scenario Scenario, Played Played)> Stories { get; private set; } = [];

    /// <summary>The node they were played into.</summary>
    public Node Node { get; private set; } = null!;

    public Timeline Timeline { get; } = new(new(Instant.FromUtc(1900, 1, 1, 0, 0)));

    public async ValueTask InitializeAsync()
    {
        Node = await OpenAsync();
        var scenarios = SampleFiles.Carried.Select(SampleFiles.Read).ToList();
        Stories = [.. scenarios.Zip(await Timeline.PlayAsync(Node, scenarios))];
    }

    /// <summary>Another node over the same file, which has to read every book again.</summary>
    public async Task<Node> OpenAsync()
    {
        var file = Path.Combine(folder, "autogestion.db");
        var store = await SqliteBookStore.OpenAsync(file, new SqliteBookStoreOptions { Durability = Durability.Off });
        var registry = await RegistryDatabase.OpenSqliteAsync(file, time: Timeline.Clock, durable: false);
        return await Node.OpenAsync(store, registry, new(Path.Combine(folder, "keys")), Timeline.Clock, resting: true);
    }

    public async ValueTask DisposeAsync()
    {
        await Node.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
