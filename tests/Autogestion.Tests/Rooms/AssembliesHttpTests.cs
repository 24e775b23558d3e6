using System.Net;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Tests.Support;

namespace Autogestion.Tests.Rooms;

/// <summary>A sitting through a real server and without any script: called, attended, moved, voted, closed, written down and signed.</summary>
public sealed class AssembliesHttpTests(SharedServer shared) : IClassFixture<SharedServer>, IAsyncLifetime
{
    private readonly TestServer server = shared.Server;
    private TestPlant plant = null!;

    public async ValueTask InitializeAsync() => plant = await shared.FoundAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_notice_too_late_is_refused_with_its_rule_and_nothing_typed_is_lost()
    {
        using var convener = await plant.SignedInAsync(plant.Convener);
        var (path, today) = ($"/c/{plant.Id}/assemblies/call", server.Clock.GetUtcNow().AddHours(-3));
        var fields = new Dictionary<string, string>
        {
            ["kind"] = "Weekly",
            ["day"] = $"{today:yyyy-MM-dd}",
            ["hour"] = "23:59",
            ["place"] = "Galpón del fondo",
            ["title0"] = "Turnos de invierno",
            ["matter0"] = "General",
        };

        var no = await convener.FillAsync(path, fields, "");
        Assert.Equal(HttpStatusCode.Conflict, no.Status);
        Assert.NotNull(no.Page.QuerySelector(".no"));
        Assert.Equal("Galpón del fondo", no.Page.QuerySelector("[name=place]")!.GetAttribute("value"));
        Assert.Equal("Turnos de invierno", no.Page.QuerySelector("[name=title0]")!.GetAttribute("value"));
        Assert.Empty(plant.Book.State.Assemblies.Current);

        var done = await convener.FillAsync(no, path, new Dictionary<string, string> { ["day"] = $"{today.AddDays(4):yyyy-MM-dd}" });
        Assert.Equal($"/c/{plant.Id}/assemblies/1/notice", done.Location);
        using var anybody = server.NewVisitor();
        var notice = (await anybody.GetAsync(done.Location!)).Words;
        Assert.Contains("Galpón del fondo", notice, StringComparison.Ordinal);
        Assert.Contains("Turnos de invierno", notice, StringComparison.Ordinal);
        Assert.DoesNotContain(plant.Convener.Name, notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_rows_are_given_without_a_script_and_keep_what_was_typed()
    {
        using var convener = await plant.SignedInAsync(plant.Convener);
        var path = $"/c/{plant.Id}/assemblies/call";
        var first = await convener.GetAsync(path);
        Assert.Null(first.Page.QuerySelector("[name=title4]"));
        var more = await convener.FillAsync(first, path, new Dictionary<string, string> { ["title2"] = "Ropa de trabajo", ["matter2"] = "AdoptPlan", ["more"] = "true" });
        Assert.NotNull(more.Page.QuerySelector("[name=title7]"));
        Assert.Equal("Ropa de trabajo", more.Page.QuerySelector("[name=title2]")!.GetAttribute("value"));
        Assert.Equal("AdoptPlan", more.Page.QuerySelector("[name=matter2] [selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_list_is_kept_with_a_number_or_a_piece_of_a_name()
    {
        var id = await plant.NoticeAsync();
        server.Clock.Pass(TimeSpan.FromDays(3));
        using var secretary = await plant.SignedInAsync(plant.Secretary);
        var room = $"/c/{plant.Id}/assemblies/{id}";
        Task<Answer> Type(string typed) => secretary.FillAsync(room, new Dictionary<string, string> { ["who"] = typed });
        IEnumerable<PersonId> In() => plant.Book.State.Assemblies.Find(id)!.InRoom.Keys;

        Assert.Equal(HttpStatusCode.Redirect, (await Type("4")).Status);
        Assert.Equal([plant.People[3].Person], In());
        // Nora Paz and Rosa Quiroga both have no word that begins with "no", but one has.
        Assert.Equal(HttpStatusCode.Redirect, (await Type("no pa")).Status);
        Assert.Contains(plant.People[4].Person, In());

        var nobody = await Type("Zenobio");
        Assert.Equal(HttpStatusCode.OK, nobody.Status);
        Assert.Equal("Zenobio", nobody.Page.QuerySelector("[name=who]")!.GetAttribute("value"));
        Assert.NotNull(nobody.Page.QuerySelector("[name=who][aria-invalid]"));
        Assert.Equal(2, In().Count());
    }

    [Fact]
    public async Task A_form_sent_twice_enters_once_and_another_answer_on_it_is_another_act()
    {
        var id = await plant.NoticeAsync();
        server.Clock.Pass(TimeSpan.FromDays(3));
        using var secretary = await plant.SignedInAsync(plant.Secretary);
        var room = $"/c/{plant.Id}/assemblies/{id}";
        var page = await secretary.GetAsync(room);
        Task<Answer> Tap(Worker who) => secretary.FillAsync(page, room, new Dictionary<string, string> { ["person"] = $"{who.Person}", ["list"] = "true" }, "CheckIn");
        var before = plant.Book.Position;

        Assert.Equal(HttpStatusCode.Redirect, (await Tap(plant.People[3])).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await Tap(plant.People[3])).Status);
        Assert.Equal(before + 1, plant.Book.Position);
        Assert.Equal(HttpStatusCode.Redirect, (await Tap(plant.People[4])).Status);
        Assert.Equal(before + 2, plant.Book.Position);
        Assert.Equal(2, plant.Book.State.Assemblies.Find(id)!.Stays.Count(stay => stay.Means == CheckInMeans.ByHand));
    }

    [Fact]
    public async Task Controls_are_shown_to_those_who_hold_the_power_and_to_nobody_else()
    {
        var id = await plant.OpenAssemblyAsync();
        using var chair = await plant.SignedInAsync(plant.Convener);
        using var somebody = await plant.SignedInAsync(plant.Somebody);
        using var nobody = server.NewVisitor();
        var room = $"/c/{plant.Id}/assemblies/{id}";

        Assert.NotEmpty((await chair.GetAsync(room)).Page.QuerySelectorAll("form[action*=TakeItem]"));
        var page = (await somebody.GetAsync(room)).Page;
        Assert.NotEmpty(page.QuerySelectorAll("form[action*=CheckOut]"));
        foreach (var handler in new[] { "TakeItem", "Close", "Name", "OpenVote", "Recess", "Find", "CheckIn", "Note" })
            Assert.Empty(page.QuerySelectorAll($"form[action*={handler}]"));
        Assert.StartsWith("/sign-in", (await nobody.GetAsync(room)).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sitting_goes_from_motion_to_signed_minutes_with_the_sum_spelled_out()
    {
        var id = await plant.OpenAssemblyAsync();
        var room = $"/c/{plant.Id}/assemblies/{id}";
        using var chair = await plant.SignedInAsync(plant.Convener);
        using var secretary = await plant.SignedInAsync(plant.Secretary);
        using var somebody = await plant.SignedInAsync(plant.Somebody);

        var tabled = await somebody.FillAsync($"{room}/motion?item=1&does=words", new Dictionary<string, string> { ["words"] = "Que el comedor abra a las doce" });
        Assert.Equal($"{room}#floor", tabled.Location);
        var heads = new Dictionary<string, string> { ["method1"] = "OwnPhone", ["heads1"] = "5" };
        var no = await chair.FillAsync(room, heads);
        Assert.Equal(HttpStatusCode.Conflict, no.Status);
        Assert.Equal("5", no.Page.QuerySelector("[name=heads1]")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Redirect, (await chair.FillAsync(room, new Dictionary<string, string> { ["method1"] = "OwnPhone", ["heads1"] = "6" })).Status);

        foreach (var (worker, at) in plant.People.Select((worker, at) => (worker, at)))
        {
            using var phone = await plant.SignedInAsync(worker);
            var cast = await phone.FillAsync(room, new Dictionary<string, string> { ["choice"] = at < 4 ? "for" : at == 4 ? "against" : "abstain" }, "Cast");
            Assert.Equal(HttpStatusCode.Redirect, cast.Status);
        }
        Assert.Equal(HttpStatusCode.Redirect, (await chair.FillAsync(room, new Dictionary<string, string>(), "CloseVote")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await chair.FillAsync(room, new Dictionary<string, string>(), "Proclaim")).Status);
        var shown = (await somebody.GetAsync(room)).Page;
        Assert.NotNull(shown.QuerySelector("table.sum"));
        Assert.Empty(shown.QuerySelectorAll("form[action*=Cast]"));

        var named = await chair.FillAsync(room, new Dictionary<string, string> { ["role"] = "Signer", ["person"] = $"{plant.People[5].Person}" }, "Name");
        Assert.Equal(HttpStatusCode.Redirect, named.Status);
        Assert.Equal($"{room}/minutes", (await chair.FillAsync(room, new Dictionary<string, string>(), "handler=Close")).Location);
        Assert.Equal(HttpStatusCode.Redirect, (await secretary.FillAsync($"{room}/minutes", new Dictionary<string, string>(), "DrawUp")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await secretary.FillAsync($"{room}/minutes", new Dictionary<string, string>(), "Sign")).Status);
        var minutes = (await somebody.GetAsync($"{room}/minutes")).Words;
        Assert.Contains("6 presentes, 1 se abstiene", minutes, StringComparison.Ordinal);
        Assert.Contains("a favor 4: aprobada", minutes, StringComparison.Ordinal);
        Assert.Contains("Acta n.º 1", minutes, StringComparison.Ordinal);
        Assert.Contains("Tomo 1, folios 1–", minutes, StringComparison.Ordinal);
        Assert.All(plant.People, worker => Assert.Contains(worker.Name, minutes, StringComparison.Ordinal));
        Assert.Single(plant.Book.State.Assemblies.Past[id.Value].Minutes!.Signed);
        Assert.Equal($"{room}/minutes", (await somebody.GetAsync(room)).Location);
    }

    [Fact]
    public async Task What_stands_in_the_way_of_an_effect_is_said_before_it_is_tabled_and_it_can_be_tabled_all_the_same()
    {
        var id = await plant.OpenAssemblyAsync();
        using var somebody = await plant.SignedInAsync(plant.Somebody);
        var path = $"/c/{plant.Id}/assemblies/{id}/motion?item=2&does=admit";
        var fields = new Dictionary<string, string> { ["words"] = "Que entre Nora", ["person"] = $"{plant.People[4].Person}" };

        var warned = await somebody.FillAsync(path, fields);
        Assert.Equal(HttpStatusCode.OK, warned.Status);
        Assert.NotNull(warned.Page.QuerySelector(".no"));
        Assert.Contains("Que entre Nora", warned.Page.QuerySelector("[name=words]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(plant.Book.State.Assemblies.Find(id)!.Motions);

        var tabled = await somebody.FillAsync(warned, path, fields);
        Assert.Equal(HttpStatusCode.Redirect, tabled.Status);
        Assert.NotEmpty(Assert.Single(plant.Book.State.Assemblies.Find(id)!.Motions.Values).Warnings);
    }

    [Fact]
    public async Task Each_effect_has_a_form_that_reads_back_into_an_act_or_marks_what_is_missing()
    {
        var id = await plant.OpenAssemblyAsync();
        using var somebody = await plant.SignedInAsync(plant.Somebody);
        var motion = $"/c/{plant.Id}/assemblies/{id}/motion?item=2&does=";
        Assert.NotEmpty(Pages.Assemblies.Effects.EffectForm.All);
        foreach (var form in Pages.Assemblies.Effects.EffectForm.All)
            Assert.Equal(HttpStatusCode.OK, (await somebody.GetAsync(motion + form.Name)).Status);

        var missing = await somebody.FillAsync(motion + "createPost", new Dictionary<string, string> { ["words"] = "Un cargo", ["name"] = "" });
        Assert.NotNull(missing.Page.QuerySelector("[name=name][aria-invalid]"));
        var made = await somebody.FillAsync(
            motion + "createPost", new Dictionary<string, string> { ["words"] = "Un cargo", ["name"] = "Depósito", ["seats"] = "2", ["powers"] = "Represent", ["consequence"] = "true" });
        // What the rules make of it is theirs to say: either it is on the floor, or there is a no with its reason.
        Assert.True(made.Page.QuerySelector(".no") is not null
            || plant.Book.State.Assemblies.Find(id)!.Motions.Values.Single().Effect is CreatePost { Terms: { Seats: 2, Powers: [Power.Represent] } });
    }

    [Fact]
    public async Task A_petition_is_begun_signed_and_reached()
    {
        using var first = await plant.SignedInAsync(plant.Somebody);
        var begun = await first.FillAsync($"/c/{plant.Id}/assemblies/petition", new Dictionary<string, string> { ["kind"] = "Weekly", ["title0"] = "Guardería", ["matter0"] = "General" });
        Assert.Equal($"/c/{plant.Id}/assemblies/petition/1", begun.Location);
        var petition = plant.Book.State.Assemblies.Petitions[1];
        Assert.Equal(plant.Somebody.Person, petition.First);
        using var second = await plant.SignedInAsync(plant.People[4]);
        Assert.Equal(HttpStatusCode.Redirect, (await second.FillAsync(begun.Location!, new Dictionary<string, string>(), "Sign")).Status);
        Assert.Equal(2, plant.Book.State.Assemblies.Petitions[1].Signatures.Count);
        Assert.Contains("Guardería", (await second.GetAsync($"/c/{plant.Id}/assemblies")).Words, StringComparison.Ordinal);
    }
}
