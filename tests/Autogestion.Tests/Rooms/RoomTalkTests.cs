using System.Net;
using System.Net.ServerSentEvents;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Assemblies.Floor;
using Autogestion.Domain.Assemblies.Presence;
using Autogestion.Domain.Kernel;
using Autogestion.Tests.Support;

namespace Autogestion.Tests.Rooms;

/// <summary>Speaking, proxies and changed motions through a real server and without any script, and the screen on the wall.</summary>
public sealed class RoomTalkTests : IAsyncLifetime
{
    private TestServer server = null!;
    private TestPlant plant = null!;

    public async ValueTask InitializeAsync()
    {
        server = await TestServer.StartAsync();
        plant = await TestPlant.FoundAsync(server, preset: "ES");
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private string Room(AssemblyId id) => $"/c/{plant.Id}/assemblies/{id}";

    private Assembly Sitting(AssemblyId id) => plant.Book.State.Assemblies.Find(id)!;

    [Fact]
    public async Task The_floor_is_asked_for_given_and_shown_on_the_wall()
    {
        var id = await plant.OpenAssemblyAsync();
        using var chair = await plant.SignedInAsync(plant.Convener);
        using var somebody = await plant.SignedInAsync(plant.Somebody);

        Assert.Equal(HttpStatusCode.Redirect, (await somebody.FillAsync(Room(id), new Dictionary<string, string> { ["list"] = "Common" }, "AskFloor")).Status);
        Assert.Equal(plant.Somebody.Person, Assert.Single(Sitting(id).Floor.Waiting).Person);
        var page = await chair.GetAsync(Room(id));
        Assert.Equal(HttpStatusCode.Redirect, (await chair.FillAsync(page, Room(id), new Dictionary<string, string>(), "GiveFloor")).Status);
        Assert.Equal(plant.Somebody.Person, Sitting(id).Floor.Speaking!.Person);

        var board = await somebody.GetAsync($"{Room(id)}/board");
        Assert.Equal(plant.Somebody.Name, board.Page.QuerySelector("#board .board-name")!.TextContent);
        Assert.NotNull(board.Page.QuerySelector("#board time[data-clock=until]"));
        Assert.Contains("http-equiv=\"refresh\"", board.Page.QuerySelector("head noscript")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_screen_on_the_wall_follows_only_its_own_part()
    {
        var id = await plant.OpenAssemblyAsync();
        using var visitor = await plant.SignedInAsync(plant.Somebody);
        using var leaving = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var response = await visitor.OpenAsync($"/c/{plant.Id}/api/live/{id}?part=_LiveBoard", leaving.Token);
        await using var stream = await response.Content.ReadAsStreamAsync(leaving.Token);
        await using var events = SseParser.Create(stream).EnumerateAsync(leaving.Token).GetAsyncEnumerator(leaving.Token);
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("_LiveBoard", events.Current.EventType);
        await plant.EnterAsync(plant.Somebody, new AskFloor(id, plant.Somebody.Person));
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("_LiveBoard", events.Current.EventType);
        Assert.Contains(plant.Somebody.Name, events.Current.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_amendment_is_proposed_with_its_difference_and_accepted_by_the_mover()
    {
        var id = await plant.OpenAssemblyAsync();
        await plant.EnterAsync(plant.Convener, new TableMotion(id, 1, await plant.WordsAsync("El comedor abre a las doce")));
        using var chair = await plant.SignedInAsync(plant.Convener);
        using var somebody = await plant.SignedInAsync(plant.Somebody);

        var form = await somebody.GetAsync($"{Room(id)}/change?motion=1");
        Assert.Equal("El comedor abre a las doce", form.Page.QuerySelector("textarea[name=words]")!.TextContent);
        var look = await somebody.FillAsync(form, $"{Room(id)}/change?motion=1", new Dictionary<string, string> { ["words"] = "El comedor abre a las trece", ["look"] = "true" }, "Amend");
        Assert.Contains("doce", look.Page.QuerySelector(".diff del")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("trece", look.Page.QuerySelector(".diff ins")!.TextContent, StringComparison.Ordinal);
        var proposed = await somebody.FillAsync(look, $"{Room(id)}/change?motion=1", new Dictionary<string, string> { ["words"] = "El comedor abre a las trece" }, "Amend");
        Assert.Equal($"{Room(id)}#floor", proposed.Location);

        var room = await chair.GetAsync(Room(id));
        Assert.Contains("trece", room.Page.QuerySelector("#floor .diff ins")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await chair.FillAsync(room, Room(id), new Dictionary<string, string> { ["motion"] = "2" }, "AcceptAmendment")).Status);
        Assert.Equal(MotionPhase.Accepted, Sitting(id).Find(new(2))!.Phase);
        Assert.Contains("trece", (await somebody.GetAsync(Room(id))).Page.QuerySelector("#floor .lead:not(:first-of-type), #floor article .lead")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_motion_is_put_off_and_the_minutes_tell_it()
    {
        var id = await plant.OpenAssemblyAsync();
        await plant.EnterAsync(plant.Convener, new TableMotion(id, 1, await plant.WordsAsync("El comedor abre a las doce")));
        using var somebody = await plant.SignedInAsync(plant.Somebody);
        var proposed = await somebody.FillAsync($"{Room(id)}/change?motion=1", new Dictionary<string, string> { ["to"] = "", ["why"] = "Faltan los precios" }, "PutOff");
        Assert.Equal($"{Room(id)}#floor", proposed.Location);
        Assert.Equal(new MotionId(1), Assert.Single(Sitting(id).Changes.Referrals.Values).Of);
        var minutes = await somebody.GetAsync($"{Room(id)}/minutes");
        Assert.Contains("Faltan los precios", minutes.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_is_given_from_the_own_phone_counted_and_used()
    {
        var id = await plant.NoticeAsync();
        using var giver = await plant.SignedInAsync(plant.Somebody);
        var given = await giver.FillAsync($"{Room(id)}/proxies", new Dictionary<string, string> { ["holder"] = $"{plant.Convener.Person}" }, "Give");
        Assert.Equal($"{Room(id)}/proxies", given.Location);
        Assert.Contains("art. 27.1", (await giver.GetAsync($"{Room(id)}/notice")).Words, StringComparison.Ordinal);

        server.Clock.Pass(TimeSpan.FromDays(3));
        foreach (var worker in plant.People.Where(worker => worker != plant.Somebody)) await plant.EnterAsync(worker, new CheckIn(id, worker.Person));
        await plant.EnterAsync(plant.Convener, new DeclareCall(id, 1));
        await plant.EnterAsync(plant.Convener, new TakeItem(id, 1));
        await plant.EnterAsync(plant.Convener, new TableMotion(id, 1, await plant.WordsAsync("Que sí")));
        await plant.EnterAsync(plant.Convener, new OpenVote(id, new(1), VoteMethod.OwnPhone, 5));
        using var holder = await plant.SignedInAsync(plant.Convener);
        var voted = await holder.FillAsync(Room(id), new Dictionary<string, string> { ["said"] = $"{plant.Somebody.Person}:For" }, "ProxyBallot");
        Assert.Equal(HttpStatusCode.Redirect, voted.Status);
        Assert.Equal((plant.Somebody.Person, 6), (Assert.Single(Sitting(id).Find(new(1))!.Vote!.Ballots).Key, Sitting(id).Find(new(1))!.Vote!.Present));
        Assert.Contains("representada", (await holder.GetAsync($"{Room(id)}/board")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_on_paper_takes_two_signatures_and_the_kit_has_its_form()
    {
        var id = await plant.NoticeAsync();
        using var secretary = await plant.SignedInAsync(plant.Secretary);
        using var auditor = await plant.SignedInAsync(plant.Auditor);
        await secretary.FillAsync($"{Room(id)}/proxies", new Dictionary<string, string> { ["person"] = $"{plant.Somebody.Person}", ["holder"] = $"{plant.Convener.Person}" }, "Enter");
        Assert.False(Sitting(id).Presence.Of(plant.Somebody.Person)!.Counts);
        Assert.Empty((await secretary.GetAsync($"{Room(id)}/proxies")).Page.QuerySelectorAll("form[action*=Confirm]"));
        await auditor.FillAsync($"{Room(id)}/proxies", new Dictionary<string, string> { ["person"] = $"{plant.Somebody.Person}" }, "Confirm");
        Assert.True(Sitting(id).Presence.Of(plant.Somebody.Person)!.Counts);
        Assert.Contains("Segunda firma", (await secretary.GetAsync($"{Room(id)}/kit")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_point_of_order_is_raised_decided_and_appealed()
    {
        var id = await plant.OpenAssemblyAsync();
        using var chair = await plant.SignedInAsync(plant.Convener);
        using var somebody = await plant.SignedInAsync(plant.Somebody);
        using var teller = await plant.SignedInAsync(plant.People[^1]);
        await somebody.FillAsync(Room(id), new Dictionary<string, string> { ["words"] = "Falta leer la carta" }, "RaiseOrder");
        await chair.FillAsync(Room(id), new Dictionary<string, string> { ["reason"] = "", ["upheld"] = "false" }, "RuleOrder");
        await somebody.FillAsync(Room(id), new Dictionary<string, string> { ["point"] = "1" }, "Appeal");
        Assert.True(Sitting(id).Floor.Point(1)!.WaitsForAppeal);
        await plant.EnterAsync(plant.People[^1], new DecideAppeal(id, 1, 2, 3, [plant.People[^1].Person, plant.People[^2].Person]));
        Assert.True(Sitting(id).Floor.Point(1)!.Appeal!.Overturned);
        Assert.Contains("revirtió", (await teller.GetAsync(Room(id))).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_reads_the_room()
    {
        var id = await plant.OpenAssemblyAsync();
        await plant.EnterAsync(plant.Secretary, new NoteGuests(id, 3));
        await plant.EnterAsync(plant.Somebody, new AskFloor(id, plant.Somebody.Person));
        using var somebody = await plant.SignedInAsync(plant.Somebody);
        using var view = System.Text.Json.JsonDocument.Parse((await somebody.GetAsync($"/c/{plant.Id}/api/assembly/{id}/room")).Body);
        var room = view.RootElement.GetProperty("view");
        Assert.Equal((6, 3), (room.GetProperty("heads").GetInt32(), room.GetProperty("guests").GetInt32()));
        Assert.Equal(plant.Somebody.Name, room.GetProperty("waiting")[0].GetProperty("person").GetProperty("name").GetString());
        using var nobody = server.NewVisitor();
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync($"/c/{plant.Id}/api/assembly/{id}/room")).Status);
    }
}
