using System.Net;
using Autogestion.Domain.Members;
using Autogestion.Tests.Support;

namespace Autogestion.Tests.Rooms;

/// <summary>The rooms through a real server: founding, applying, who sees what, leaving in two steps.</summary>
public sealed class RoomsHttpTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private static Dictionary<string, string> Founding(string preset) => new()
    {
        ["Form.Name"] = "Taller del Río",
        ["Form.Place"] = "Villa Inventada",
        ["Form.MyName"] = "Elba Quinteros",
        ["Form.Preset"] = preset,
        ["Form.Others"] = "Rosa Pinto, 20.111\nJosé Núñez",
        ["Form.Posts[0].Holders"] = "elba",
        ["Form.Posts[2].Holders"] = "jose nunez",
    };

    [Fact]
    public async Task Founding_says_no_with_its_article_loses_nothing_and_then_founds_and_prints_codes()
    {
        await using var server = await TestServer.StartAsync();
        await server.NewAccountAsync("elba.q");
        using var elba = await server.NewVisitor().SignInAsync("elba.q");

        var no = await elba.FillAsync("/found", Founding("AR"));
        Assert.Equal(HttpStatusCode.Conflict, no.Status);
        Assert.Contains("art. 2", no.Page.QuerySelector(".no")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Taller del Río", no.Page.QuerySelector("[name='Form.Name']")!.GetAttribute("value"));
        Assert.Contains("José Núñez", no.Page.QuerySelector("[name='Form.Others']")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(server.Node.Books);

        var done = await elba.FillAsync(no, "/found", Founding("NONE"));
        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Equal(["Rosa Pinto", "José Núñez"], done.Page.QuerySelectorAll(".slips h2").Select(slip => slip.TextContent));
        var book = Assert.Single(server.Node.Books);
        Assert.Equal(3, book.State.Roster.Voters(Instant.MaxValue).Length);
        Assert.Contains("Elba Quinteros", (await elba.GetAsync($"/c/{book.Id}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Founding_asks_for_an_account_and_marks_what_is_missing()
    {
        await using var server = await TestServer.StartAsync();
        using var nobody = server.NewVisitor();
        Assert.Equal("/sign-in?back=/found", (await nobody.GetAsync("/found")).Location);
        await server.NewAccountAsync("elba.q");
        using var elba = await server.NewVisitor().SignInAsync("elba.q");
        var wrong = await elba.FillAsync("/found", new Dictionary<string, string> { ["Form.Name"] = "", ["Form.Posts[0].Holders"] = "Nadie" });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.NotNull(wrong.Page.QuerySelector("#Form-Name[aria-invalid]"));
        Assert.Contains("Nadie", wrong.Page.QuerySelector("[id='Form-Posts-0--Holders-error']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anybody_can_ask_to_come_in_and_a_double_send_asks_once()
    {
        var plant = await shared.FoundAsync();
        using var visitor = shared.Server.NewVisitor();
        var (path, fields) = ($"/c/{plant.Id}/members/apply", new Dictionary<string, string> { ["Applicant.Name"] = "Beto Sosa", ["Applicant.Phone"] = "11 5555 0000", ["Applicant.Letter"] = "Sé soldar." });
        var form = await visitor.GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.FillAsync(form, path, fields)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.FillAsync(form, path, fields)).Status);

        var candidate = Assert.Single(plant.Book.State.Roster.People.Values, person => person.Standing == Standing.Candidate);
        Assert.DoesNotContain("Beto", (await visitor.GetAsync($"/c/{plant.Id}/members")).Words, StringComparison.Ordinal);
        using var secretary = await plant.SignedInAsync(plant.Secretary);
        var person = await secretary.GetAsync($"/c/{plant.Id}/members/{candidate.Id}");
        Assert.Contains("Sé soldar.", person.Words, StringComparison.Ordinal);
        Assert.Equal("11 5555 0000", person.Page.QuerySelector("[name='Contact.Phone']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Names_are_for_members_and_contacts_for_oneself_and_the_roster()
    {
        var plant = await shared.FoundAsync();
        var address = $"/c/{plant.Id}/members/{plant.Somebody.Person}";
        using var visitor = shared.Server.NewVisitor();
        Assert.StartsWith("/sign-in", (await visitor.GetAsync(address)).Location, StringComparison.Ordinal);
        foreach (var page in new[] { "", "/members", "/posts", "/statutes", "/network" })
            Assert.DoesNotContain(plant.Somebody.Name, (await visitor.GetAsync($"/c/{plant.Id}{page}")).Body, StringComparison.Ordinal);

        using var other = await plant.SignedInAsync(plant.Auditor);
        var seen = await other.GetAsync(address);
        Assert.Contains(plant.Somebody.Name, seen.Words, StringComparison.Ordinal);
        Assert.Null(seen.Page.QuerySelector("[name='Contact.Phone']"));
        using var self = await plant.SignedInAsync(plant.Somebody);
        Assert.NotNull((await self.GetAsync(address)).Page.QuerySelector("[name='Contact.Phone']"));
    }

    [Fact]
    public async Task Whoever_has_no_power_is_offered_no_form_and_whoever_has_it_sees_where_it_comes_from()
    {
        var plant = await shared.FoundAsync();
        var address = $"/c/{plant.Id}/members/{plant.Somebody.Person}";
        using var auditor = await plant.SignedInAsync(plant.Auditor);
        Assert.Null((await auditor.GetAsync(address)).Page.QuerySelector("form[action='?handler=Voice']"));
        using var secretary = await plant.SignedInAsync(plant.Secretary);
        var page = await secretary.GetAsync(address);
        Assert.NotNull(page.Page.QuerySelector("form[action='?handler=Voice']"));
        Assert.Contains("tu cargo de Secretaría", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resigning_takes_two_steps_and_cannot_be_refused()
    {
        var plant = await shared.FoundAsync();
        using var self = await plant.SignedInAsync(plant.Somebody);
        var address = $"/c/{plant.Id}/members/{plant.Somebody.Person}";
        var unsure = await self.FillAsync(address, new Dictionary<string, string>(), "Resign");
        Assert.Equal(HttpStatusCode.OK, unsure.Status);
        Assert.Equal(Standing.Member, plant.Book.State.Roster.Find(plant.Somebody.Person)!.Standing);
        Assert.Equal(HttpStatusCode.Redirect, (await self.FillAsync(address, new Dictionary<string, string> { ["Sure"] = "true" }, "Resign")).Status);
        Assert.Equal(Standing.Departed, plant.Book.State.Roster.Find(plant.Somebody.Person)!.Standing);
    }

    [Fact]
    public async Task A_page_asks_the_registry_once_for_whoever_looks()
    {
        await using var server = await TestServer.StartAsync();
        var plant = await TestPlant.FoundAsync(server);
        await plant.OpenAssemblyAsync();
        using var member = await plant.SignedInAsync(plant.Somebody);
        using var nobody = server.NewVisitor();
        foreach (var (visitor, room) in new[] { (member, ""), (member, "/posts"), (member, "/statutes"), (member, "/assemblies/1"), (member, "/resolutions"), (nobody, ""), (nobody, "/statutes") })
        {
            await visitor.GetAsync($"/c/{plant.Id}{room}");
            var fewest = long.MaxValue;
            // What runs by itself may ask something of its own meanwhile.
            for (var turn = 0; turn < 5; turn++)
            {
                var before = server.Node.Registry.Asked;
                Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/c/{plant.Id}{room}")).Status);
                fewest = Math.Min(fewest, server.Node.Registry.Asked - before);
            }
            Assert.True(fewest == 1, $"{room}: {fewest}");
        }
    }

    [Fact]
    public async Task Statutes_give_the_figure_of_today_beside_the_rule()
    {
        await using var server = await TestServer.StartAsync();
        var plant = await TestPlant.FoundAsync(server, people: 10, preset: "AR");
        using var visitor = server.NewVisitor();
        var page = await visitor.GetAsync($"/c/{plant.Id}/statutes");
        Assert.Contains("6 de 10", page.Words, StringComparison.Ordinal);
        Assert.Contains("art. 49", page.Words, StringComparison.Ordinal);
        Assert.Contains("no es asesoramiento jurídico", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_front_page_names_the_collectives_and_every_room_answers_a_member()
    {
        var plant = await shared.FoundAsync();
        using var visitor = shared.Server.NewVisitor();
        Assert.Contains("Planta de prueba", (await visitor.GetAsync("/")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain(plant.Somebody.Name, (await visitor.GetAsync("/")).Body, StringComparison.Ordinal);
        using var member = await plant.SignedInAsync(plant.Somebody);
        foreach (var room in new[] { "", "/members", "/posts", "/statutes", "/resolutions", "/network" })
            Assert.Equal(HttpStatusCode.OK, (await member.GetAsync($"/c/{plant.Id}{room}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await member.GetAsync($"/c/{plant.Id}/resolutions/1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await member.GetAsync($"/c/{plant.Id}/members/{Guid.NewGuid()}")).Status);
    }
}
