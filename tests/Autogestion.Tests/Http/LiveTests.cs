using System.Net;
using System.Net.ServerSentEvents;
using Autogestion.Domain.Assemblies;
using Autogestion.Tests.Support;

namespace Autogestion.Tests.Http;

/// <summary>A sitting that keeps itself fresh on every phone in the room.</summary>
public sealed class LiveTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource leaving = new();
    private TestServer server = null!;
    private TestPlant plant = null!;

    public async ValueTask InitializeAsync()
    {
        server = await TestServer.StartAsync();
        plant = await TestPlant.FoundAsync(server);
        leaving.CancelAfter(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        await leaving.CancelAsync();
        await server.DisposeAsync();
        leaving.Dispose();
    }

    [Fact]
    public async Task What_changes_arrives_and_the_end_is_said()
    {
        var id = await plant.OpenAssemblyAsync();
        using var visitor = await plant.SignedInAsync(plant.Somebody);
        using var response = await visitor.OpenAsync($"/c/{plant.Id}/api/live/{id}", leaving.Token);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        await using var stream = await response.Content.ReadAsStreamAsync(leaving.Token);
        await using var events = SseParser.Create(stream).EnumerateAsync(leaving.Token).GetAsyncEnumerator(leaving.Token);

        var first = new List<string>();
        while (first.Count < 6 && await events.MoveNextAsync()) first.Add(events.Current.EventType);
        Assert.Equal(first.Distinct(), first);
        Assert.All(first, name => Assert.StartsWith("_Live", name, StringComparison.Ordinal));

        await plant.EnterAsync(plant.Convener, new TableMotion(id, 1, await plant.WordsAsync("Rotar los turnos cada mes")));
        Assert.True(await events.MoveNextAsync());
        var changed = events.Current;
        while (!changed.Data.Contains("Rotar los turnos", StringComparison.Ordinal))
        {
            Assert.True(await events.MoveNextAsync());
            changed = events.Current;
        }
        Assert.Contains("data-live=\"" + changed.EventType, changed.Data, StringComparison.Ordinal);

        await plant.EnterAsync(plant.Convener, new WithdrawMotion(id, new(1)));
        await plant.EnterAsync(plant.Convener, new CloseAssembly(id));
        var last = "";
        while (await events.MoveNextAsync()) last = events.Current.EventType;
        Assert.Equal("over", last);
    }

    [Fact]
    public async Task Only_who_belongs_follows_and_not_on_any_number_of_devices()
    {
        var id = await plant.NoticeAsync();
        using var nobody = server.NewVisitor();
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync($"/c/{plant.Id}/api/live/{id}")).Status);
        using var visitor = await plant.SignedInAsync(plant.Somebody);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/c/{plant.Id}/api/live/77")).Status);
        var devices = new List<HttpResponseMessage>();
        for (var device = 0; device < 6; device++) devices.Add(await visitor.OpenAsync($"/c/{plant.Id}/api/live/{id}", leaving.Token));
        Assert.All(devices, device => Assert.Equal(HttpStatusCode.OK, device.StatusCode));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.GetAsync($"/c/{plant.Id}/api/live/{id}")).Status);
        using var other = await plant.SignedInAsync(plant.Secretary);
        using var free = await other.OpenAsync($"/c/{plant.Id}/api/live/{id}", leaving.Token);
        Assert.Equal(HttpStatusCode.OK, free.StatusCode);

        devices.ForEach(device => device.Dispose());
        HttpResponseMessage again;
        do
        {
            await Task.Delay(50, leaving.Token);
            again = await visitor.OpenAsync($"/c/{plant.Id}/api/live/{id}", leaving.Token);
        }
        while (again.StatusCode != HttpStatusCode.OK);
        again.Dispose();
    }
}
