using Autogestion.Tests.Support;

namespace Autogestion.Tests.Browser;

/// <summary>The whole first assembly by three people on three screens: the one who convenes, the secretary's laptop, a member's phone.</summary>
public sealed class FirstAssemblyTests(Screens screens)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Called_opened_voted_proclaimed_and_signed(bool scripts)
    {
        await using var server = await TestServer.StartAsync();
        var plant = await TestPlant.FoundAsync(server);
        var kind = scripts ? "scripts" : "plain";
        var chair = await screens.OpenAsync(server, $"{kind}-chair", 1100, 900, scripts, oncePerPage: true);
        var table = await screens.OpenAsync(server, $"{kind}-table", 1280, 800, scripts, oncePerPage: true);
        var phone = await screens.OpenAsync(server, $"{kind}-phone", 360, 740, scripts, oncePerPage: true);
        await chair.SignInAsync(plant.Convener);
        await table.SignInAsync(plant.Secretary);
        await phone.SignInAsync(plant.Somebody);
        var room = $"/c/{plant.Id}/assemblies/1";

        var start = plant.Book.State.LastEntered.InZone(plant.Book.State.Deed.Zone).LocalDateTime.PlusDays(2);
        await chair.SeeAsync($"/c/{plant.Id}/assemblies/call");
        await chair.Page.SelectOptionAsync("[name=kind]", "Weekly");
        await chair.Page.FillAsync("[name=day]", start.ToString("uuuu-MM-dd", null));
        await chair.Page.FillAsync("[name=hour]", "14:00");
        await chair.Page.FillAsync("[name=place]", "Nave 1");
        await chair.Page.FillAsync("[name=title0]", "Turnos de invierno");
        await chair.PressAsync(chair.Page.Locator("button.main").Last);
        Assert.Single(plant.Book.State.Assemblies.Current);

        await chair.SeeAsync(room);
        await NameAsync(chair, "Chair", plant.Convener);
        await NameAsync(chair, "Secretary", plant.Secretary);
        await NameAsync(chair, "Signer", plant.People[4]);
        await NameAsync(chair, "Signer", plant.People[5]);

        var at = plant.Book.State.Assemblies.Current[1].Calls[0].At;
        server.Clock.Pass((at - NodaTime.Extensions.DateTimeOffsetExtensions.ToInstant(server.Clock.GetUtcNow())).ToTimeSpan() - TimeSpan.FromMinutes(10));
        await phone.SeeAsync(room);
        await phone.SendAsync("CheckIn");
        await table.SeeAsync(room);
        foreach (var number in new[] { "1", "2", "3", "5", "6" }) await table.SendAsync("Find", ("who", number));
        Assert.Equal(6, plant.Book.State.Assemblies.Current[1].InRoom.Count);

        server.Clock.Pass(TimeSpan.FromMinutes(11));
        await chair.SeeAsync(room);
        await chair.SendAsync("DeclareCall");
        await chair.SendAsync("TakeItem");

        await phone.SeeAsync($"{room}/motion?item=1&does=words");
        await phone.Page.FillAsync("[name=words]", "Que en invierno se entre a las siete");
        await phone.PressAsync(phone.Page.Locator("button.main").Last);

        await chair.SeeAsync(room);
        await chair.SendAsync("OpenVote", ("method1", "OwnPhone"));
        await phone.SeeAsync(room);
        await phone.PressAsync(phone.Page.Locator("form.votes button[value=for]"));
        await phone.LookAsync();
        await table.SeeAsync(room);
        foreach (var (worker, choice) in new[] { (0, "For"), (1, "For"), (2, "For"), (4, "Against"), (5, "Abstain") })
            await table.PressAsync(table.Page.Locator($"button[name=said][value='{plant.People[worker].Person}:{choice}']"));

        await chair.SeeAsync(room);
        await chair.SendAsync("CloseVote");
        await chair.SendAsync("Proclaim");
        await chair.LookAsync();
        var resolution = Assert.Single(plant.Book.State.Resolutions.All.Values);
        Assert.Equal(plant.Somebody.Person, plant.Book.State.Assemblies.Current[1].Motions[1].Mover);
        Assert.Equal(1, resolution.Id.Value);

        await phone.SeeAsync($"/c/{plant.Id}/resolutions/1");
        await chair.SeeAsync(room);
        await chair.SendAsync("Close");
        await table.SeeAsync($"{room}/minutes");
        await table.PressAsync(table.Page.Locator("form[action*=DrawUp] button"));
        foreach (var worker in new[] { plant.Convener, plant.Secretary, plant.People[4], plant.People[5] })
        {
            var signer = await screens.OpenAsync(server, $"{kind}-signer", 390, 800, scripts, oncePerPage: true);
            await signer.SignInAsync(worker);
            await signer.SeeAsync($"{room}/minutes");
            await signer.PressAsync(signer.Page.Locator("form[action*=Sign] button").First);
        }
        Assert.True(plant.Book.State.Assemblies.Past[1].Minutes!.AllSigned);
        Assert.Contains("Que en invierno se entre a las siete", await MinutesAsync(phone, room), StringComparison.Ordinal);
    }

    private static async Task<string> MinutesAsync(Screen screen, string room)
    {
        await screen.SeeAsync($"{room}/minutes");
        return await screen.Page.Locator("article.minutes").InnerTextAsync();
    }

    private static Task NameAsync(Screen screen, string role, Worker person) =>
        screen.SendAsync("Name", ("role", role), ("person", person.Person.ToString()));
}
