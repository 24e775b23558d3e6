namespace Autogestion.Tests.Support;

/// <summary>
/// One program for all tests of a class, which come one after another and found a plant of their own in it each: starting a
/// program costs more than most tests. Not for tests of the program's limits, of its end, or of all that it holds.
/// </summary>
public sealed class SharedServer : IAsyncLifetime
{
    private int founded;

    public TestServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await TestServer.StartAsync(pace: new(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue));

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    /// <summary>A plant that no other test has seen.</summary>
    public Task<TestPlant> FoundAsync(int people = 6) => TestPlant.FoundAsync(Server, $"planta-{++founded}", people);
}
