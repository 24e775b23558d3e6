using System.Net;
using Autogestion.Registry;
using Autogestion.Telling;
using Autogestion.Tests.Support;

namespace Autogestion.Tests.Telling;

/// <summary>Whoever chose so is told, with a title and a link and nothing else; nothing is lost when the way is closed.</summary>
public sealed class TellerTests : IAsyncLifetime
{
    private readonly List<(string To, Message Message)> sent = [];
    private TestServer server = null!;
    private TestPlant plant = null!;
    private Teller teller = null!;
    private Carried answer = Carried.Sent;

    public async ValueTask InitializeAsync()
    {
        server = await TestServer.StartAsync();
        plant = await TestPlant.FoundAsync(server);
        var options = new TellingOptions { Address = "https://nodo.example.org", Mail = new() { Host = "localhost", From = "nodo@example.org" } };
        teller = new(server.Node, options, new Carrier(this), new Carrier(this));
        await server.Node.Registry.Persons.SaveAsync(plant.Id, plant.Somebody.Person, new(plant.Somebody.Name, Email: "alguien@example.org"));
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_message_says_the_collective_and_a_link_and_comes_at_its_hour()
    {
        await ChooseAsync(TellingMeans.Mail, TellingRhythm.Daily);
        await plant.NoticeAsync();
        Assert.Equal(0, await teller.RoundAsync(default));
        server.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal(1, await teller.RoundAsync(default));
        var (to, message) = Assert.Single(sent);
        Assert.Equal(("alguien@example.org", "Hay novedades en Planta de prueba", $"https://nodo.example.org/c/{plant.Id}/telling"), (to, message.Title, message.Link));
        server.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal(0, await teller.RoundAsync(default));
    }

    [Fact]
    public async Task Who_chose_nothing_is_not_told_and_neither_is_who_has_read()
    {
        await plant.NoticeAsync();
        await ChooseAsync(TellingMeans.Mail, TellingRhythm.Soon);
        await plant.NoticeAsync();
        await server.Node.Registry.Tellings.MarkReadAsync(plant.Id, plant.Somebody.Person, plant.Book.Position);
        server.Clock.Pass(TimeSpan.FromHours(1));
        Assert.Equal(0, await teller.RoundAsync(default));
        Assert.Empty(sent);
    }

    [Fact]
    public async Task What_could_not_be_sent_is_tried_again_later_with_what_has_come_meanwhile()
    {
        await ChooseAsync(TellingMeans.Mail, TellingRhythm.Soon);
        await plant.NoticeAsync();
        (answer, var tries) = (Carried.Later, 0);
        server.Clock.Pass(TimeSpan.FromMinutes(11));
        for (; tries < 3; tries++)
        {
            await teller.RoundAsync(default);
            server.Clock.Pass(TimeSpan.FromHours(7));
        }
        Assert.Equal(3, sent.Count);
        await plant.NoticeAsync();
        answer = Carried.Sent;
        Assert.Equal(1, await teller.RoundAsync(default));
        server.Clock.Pass(TimeSpan.FromHours(7));
        Assert.Equal(0, await teller.RoundAsync(default));
    }

    [Fact]
    public async Task A_device_that_is_gone_is_forgotten()
    {
        await server.Node.Registry.Tellings.AddDeviceAsync(plant.Id, plant.Somebody.Person, new("https://fcm.googleapis.com/fcm/send/x", new('A', 87), new('A', 22)));
        await ChooseAsync(TellingMeans.Push, TellingRhythm.Soon);
        await plant.NoticeAsync();
        answer = Carried.Gone;
        server.Clock.Pass(TimeSpan.FromMinutes(11));
        Assert.Equal(0, await teller.RoundAsync(default));
        Assert.Empty(await server.Node.Registry.Tellings.DevicesAsync(plant.Id, plant.Somebody.Person));
    }

    [Fact]
    public async Task Erasing_a_person_forgets_what_they_chose()
    {
        await ChooseAsync(TellingMeans.Mail, TellingRhythm.Soon);
        await server.Node.Registry.Persons.EraseAsync(plant.Id, plant.Somebody.Person);
        Assert.Equal(TellingMeans.None, (await server.Node.Registry.Tellings.FindAsync(plant.Id, plant.Somebody.Person)).Means);
    }

    [Fact]
    public async Task What_concerns_me_is_a_page_with_marks_that_are_mine()
    {
        await plant.NoticeAsync();
        using var somebody = await plant.SignedInAsync(plant.Somebody);
        var page = await somebody.GetAsync($"/c/{plant.Id}/telling");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Sin leer", page.Words, StringComparison.Ordinal);
        var size = plant.Book.Position;
        Assert.Equal(HttpStatusCode.Redirect, (await somebody.FillAsync($"/c/{plant.Id}/telling", new Dictionary<string, string>(), "Read")).Status);
        Assert.DoesNotContain("Sin leer", (await somebody.GetAsync($"/c/{plant.Id}/telling")).Words, StringComparison.Ordinal);
        Assert.Equal(size, plant.Book.Position);
        using var other = await plant.SignedInAsync(plant.People[4]);
        Assert.Contains("Sin leer", (await other.GetAsync($"/c/{plant.Id}/telling")).Words, StringComparison.Ordinal);
    }

    private Task ChooseAsync(TellingMeans means, TellingRhythm rhythm)
    {
        var now = Instant.FromDateTimeOffset(server.Clock.GetUtcNow());
        return server.Node.Registry.Tellings.ChangeAsync(plant.Id, plant.Somebody.Person, choice => choice with
        {
            Means = means,
            Rhythm = rhythm,
            ToldTo = plant.Book.Position,
            NextAt = Teller.Next(means, rhythm, now, plant.Book.State.Deed.Zone),
        });
    }

    private sealed class Carrier(TellerTests test) : IMailCarrier, IPushCarrier
    {
        public Task<Carried> CarryAsync(string to, Message message, CancellationToken cancellation) => Keep(to, message);

        public Task<Carried> CarryAsync(PushDevice device, Message message, CancellationToken cancellation) => Keep(device.Endpoint, message);

        private Task<Carried> Keep(string to, Message message)
        {
            test.sent.Add((to, message));
            return Task.FromResult(test.answer);
        }
    }
}
