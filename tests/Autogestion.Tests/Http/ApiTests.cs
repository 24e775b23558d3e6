using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Autogestion.Book;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Office.Codec;
using Autogestion.Tests.Support;

namespace Autogestion.Tests.Http;

/// <summary>Acts and views for programs: the same authority as the pages, every no with its reason, every view for its audience.</summary>
public sealed class ApiTests(SharedServer shared) : IClassFixture<SharedServer>, IAsyncLifetime
{
    private readonly TestServer server = shared.Server;
    private TestPlant plant = null!;

    public async ValueTask InitializeAsync() => plant = await shared.FoundAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_act_is_entered_once_however_often_it_is_sent()
    {
        using var visitor = await plant.SignedInAsync(plant.Somebody);
        var json = Act("member.resign", $$"""{"person":"{{plant.Somebody.Person}}"}""");
        var first = Json(await visitor.ActAsync(plant.Id.Value, json));
        var again = Json(await visitor.ActAsync(plant.Id.Value, json));
        Assert.False(first.GetProperty("repeated").GetBoolean());
        Assert.True(again.GetProperty("repeated").GetBoolean());
        Assert.Equal(first.GetProperty("last").GetInt64(), again.GetProperty("last").GetInt64());
        Assert.Equal("member.departed", first.GetProperty("entries")[0].GetProperty("kind").GetString());
        Assert.Equal(plant.Book.Position, first.GetProperty("last").GetInt64());
    }

    [Fact]
    public async Task A_no_says_rule_and_remedy_and_leaves_the_book_alone()
    {
        var before = plant.Book;
        using var visitor = await plant.SignedInAsync(plant.Somebody);
        var answer = await visitor.ActAsync(plant.Id.Value, Act("member.begin-trial", $$"""{"person":"{{plant.Auditor.Person}}","until":"2030-01-01"}"""));
        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal("application/problem+json", answer.Response.Content.Headers.ContentType!.MediaType);
        var problem = JsonDocument.Parse(answer.Body).RootElement;
        Assert.Equal("authority.not-accepted", problem.GetProperty("code").GetString());
        Assert.Equal(409, problem.GetProperty("status").GetInt32());
        Assert.False(string.IsNullOrWhiteSpace(problem.GetProperty("detail").GetString()));
        Assert.False(string.IsNullOrWhiteSpace(problem.GetProperty("remedy").GetString()));
        Assert.Equal(before.Root, plant.Book.Root);
    }

    [Theory]
    [InlineData("""{"source":"resolution","id":1}""", "authority.resolutions-execute-themselves")]
    [InlineData("""{"source":"ruleDue"}""", "authority.only-the-desk")]
    [InlineData("""{"source":"letter","id":"otra:1"}""", "authority.only-the-desk")]
    [InlineData("""{"source":"mandate","id":1}""", "authority.not-your-mandate")]
    public async Task Nobody_cites_what_is_not_theirs(string authority, string code)
    {
        using var visitor = await plant.SignedInAsync(plant.Somebody);
        var act = authority.Contains("mandate", StringComparison.Ordinal) ? "member.begin-trial" : "deed.enter-due";
        var data = act == "deed.enter-due" ? "{}" : $$"""{"person":"{{plant.Auditor.Person}}","until":"2030-01-01"}""";
        var answer = await visitor.ActAsync(plant.Id.Value, $$"""{"id":"{{Guid.NewGuid()}}","act":"{{act}}","data":{{data}},"authority":{{authority}}}""");
        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal(code, JsonDocument.Parse(answer.Body).RootElement.GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("{", "", "NotJson")]
    [InlineData("[]", "", "WrongValue")]
    [InlineData("""{"act":"member.resign","data":{}}""", "/id", "MissingMember")]
    [InlineData("""{"id":"x","act":"member.resign","data":{}}""", "/id", "WrongValue")]
    [InlineData("""{"id":"6f9619ff-8b86-4d11-b42d-00c04fc964ff","act":"member.rule","data":{}}""", "/act", "UnknownAct")]
    [InlineData("""{"id":"6f9619ff-8b86-4d11-b42d-00c04fc964ff","act":"member.resign","data":{}}""", "/data/person", "MissingMember")]
    [InlineData("""{"id":"6f9619ff-8b86-4d11-b42d-00c04fc964ff","act":"member.resign","data":{"person":"x"}}""", "/data/person", "WrongValue")]
    [InlineData("""{"id":"6f9619ff-8b86-4d11-b42d-00c04fc964ff","act":"member.resign","data":{"person":"6f9619ff-8b86-4d11-b42d-00c04fc964ff","x":1}}""", "/data/x", "UnknownMember")]
    [InlineData("""{"id":"6f9619ff-8b86-4d11-b42d-00c04fc964ff","act":"member.resign","data":{},"actor":"x"}""", "/actor", "UnknownMember")]
    [InlineData("""{"id":"6f9619ff-8b86-4d11-b42d-00c04fc964ff","act":"member.resign","data":{},"happened":"yesterday"}""", "/happened", "WrongValue")]
    [InlineData("""{"id":"6f9619ff-8b86-4d11-b42d-00c04fc964ff","act":"member.resign","data":{},"authority":"mine"}""", "/authority", "WrongValue")]
    public async Task What_is_no_act_says_where_and_how(string json, string path, string code)
    {
        using var visitor = await plant.SignedInAsync(plant.Somebody);
        var answer = await visitor.ActAsync(plant.Id.Value, json);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        var problem = JsonDocument.Parse(answer.Body).RootElement;
        Assert.Equal((path, code), (problem.GetProperty("path").GetString(), problem.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task The_language_asked_for_is_the_language_of_the_no()
    {
        using var visitor = await plant.SignedInAsync(plant.Somebody);
        string Say(string language)
        {
            visitor.Cookies.Add(server.Address, new Cookie("language", language));
            return JsonDocument.Parse(visitor.ActAsync(plant.Id.Value, "{").GetAwaiter().GetResult().Body).RootElement.GetProperty("title").GetString()!;
        }

        Assert.NotEqual(Say("es"), Say("en"));
    }

    [Fact]
    public async Task Another_site_cannot_act_with_my_session()
    {
        using var visitor = await plant.SignedInAsync(plant.Somebody);
        var json = Act("member.resign", $$"""{"person":"{{plant.Somebody.Person}}"}""");
        var before = plant.Book.Root;
        HttpRequestMessage Request(string type, params (string Name, string Value)[] headers)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, $"/c/{plant.Id}/api/acts") { Content = new StringContent(json, Encoding.UTF8, type) };
            foreach (var (name, value) in headers) request.Headers.Add(name, value);
            return request;
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.SendAsync(Request("application/json"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.SendAsync(Request("application/json", ("Autogestion", "1"), ("Sec-Fetch-Site", "cross-site")))).Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await visitor.SendAsync(Request("text/plain", ("Autogestion", "1")))).Status);
        Assert.Equal(before, plant.Book.Root);
        Assert.Equal(HttpStatusCode.OK, (await visitor.SendAsync(Request("application/json", ("Autogestion", "1"), ("Sec-Fetch-Site", "same-origin")))).Status);
    }

    [Fact]
    public async Task Strangers_do_nothing_here()
    {
        var json = Act("assembly.sign-petition", """{"petition":1}""");
        using var nobody = server.NewVisitor();
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.ActAsync(plant.Id.Value, json)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.ActAsync("no-such-book", json)).Status);
        await server.NewAccountAsync($"{plant.Id}.forastera");
        using var stranger = await server.NewVisitor().SignInAsync($"{plant.Id}.forastera");
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.ActAsync(plant.Id.Value, json)).Status);
    }

    [Fact]
    public async Task Somebody_applies_for_admission_with_her_own_account()
    {
        await server.NewAccountAsync("berta.l");
        using var berta = await server.NewVisitor().SignInAsync("berta.l");
        var json = $$$"""{"id":"{{{Guid.NewGuid()}}}","act":"member.apply","data":{"letter":"Trabajé doce años en esto."},"newcomer":{"name":"Berta Luna","document":"27.555.111"}}""";
        var entered = Json(await berta.ActAsync(plant.Id.Value, json));
        var person = new PersonId(entered.GetProperty("entries")[0].GetProperty("data").GetProperty("person").GetGuid());
        Assert.Equal("Berta Luna", (await server.Node.Registry.Persons.NamesAsync(plant.Id))[person]);
        Assert.Equal(Standing.Candidate, plant.Book.State.Roster.StandingOf(person, Instant.FromDateTimeOffset(server.Clock.GetUtcNow())));
        Assert.Equal(HttpStatusCode.OK, (await berta.GetAsync($"/c/{plant.Id}/api/members")).Status);

        var people = (await server.Node.Registry.Persons.NamesAsync(plant.Id)).Count;
        Assert.Equal(HttpStatusCode.Conflict, (await berta.ActAsync(plant.Id.Value, json.Replace(json[7..43], Guid.NewGuid().ToString(), StringComparison.Ordinal))).Status);
        Assert.Equal(people, (await server.Node.Registry.Persons.NamesAsync(plant.Id)).Count);
    }

    [Fact]
    public async Task Whoever_keeps_the_roster_enters_a_paper_application_and_others_leave_nobody_behind()
    {
        var json = $$$"""{"id":"{{{Guid.NewGuid()}}}","act":"member.apply","data":{},"newcomer":{"name":"Berta Luna"}}""";
        var people = (await server.Node.Registry.Persons.NamesAsync(plant.Id)).Count;
        using var somebody = await plant.SignedInAsync(plant.Somebody);
        Assert.Equal(HttpStatusCode.Conflict, (await somebody.ActAsync(plant.Id.Value, json)).Status);
        Assert.Equal(people, (await server.Node.Registry.Persons.NamesAsync(plant.Id)).Count);
        using var secretary = await plant.SignedInAsync(plant.Secretary);
        Assert.Equal(HttpStatusCode.OK, (await secretary.ActAsync(plant.Id.Value, json)).Status);
        Assert.Equal(HttpStatusCode.OK, (await secretary.ActAsync(plant.Id.Value, json)).Status);
        Assert.Equal(people + 1, (await server.Node.Registry.Persons.NamesAsync(plant.Id)).Count);
    }

    [Theory]
    [InlineData("collective", Audience.Public)]
    [InlineData("statutes", Audience.Public)]
    [InlineData("entries", Audience.Public)]
    [InlineData("entry/1", Audience.Public)]
    [InlineData("checkpoint", Audience.Public)]
    [InlineData("consistency?from=1", Audience.Public)]
    [InlineData("members", Audience.Members)]
    [InlineData("posts", Audience.Members)]
    [InlineData("assemblies", Audience.Members)]
    [InlineData("resolutions", Audience.Members)]
    [InlineData("petitions", Audience.Members)]
    public async Task Each_view_is_for_its_audience(string view, Audience audience)
    {
        await server.NewAccountAsync($"{plant.Id}.forastera");
        using var nobody = server.NewVisitor();
        using var stranger = await server.NewVisitor().SignInAsync($"{plant.Id}.forastera");
        using var member = await plant.SignedInAsync(plant.Somebody);
        var path = $"/c/{plant.Id}/api/{view}";
        Assert.Equal(HttpStatusCode.OK, (await member.GetAsync(path)).Status);
        Assert.Equal(audience == Audience.Public ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, (await nobody.GetAsync(path)).Status);
        Assert.Equal(audience == Audience.Public ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await stranger.GetAsync(path)).Status);
        await plant.EnterAsync(plant.Somebody, new Resign(plant.Somebody.Person));
        Assert.Equal(audience == Audience.Public ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await member.GetAsync(path)).Status);
    }

    [Fact]
    public async Task The_public_sees_of_other_entries_only_their_hash_and_can_add_up_the_same_tree()
    {
        using var nobody = server.NewVisitor();
        var read = Json(await nobody.GetAsync($"/c/{plant.Id}/api/entries?limit=200"));
        var tree = new Frontier();
        foreach (var entry in read.GetProperty("view").EnumerateArray())
        {
            Assert.True(Hash.TryParse(entry.GetProperty("hash").GetString(), out var hash));
            tree.Add(hash);
            var seen = entry.TryGetProperty("kind", out var kind);
            Assert.Equal(seen, entry.TryGetProperty("data", out _));
            if (seen) Assert.Equal(Audience.Public, Catalogue.House.FindEntry(kind.GetString()!)!.Audience);
            Assert.DoesNotContain(plant.People, worker => entry.TryGetProperty("sealed", out var bytes) && bytes.GetString()!.Contains(worker.Person.ToString(), StringComparison.Ordinal) && worker != plant.Convener);
        }
        Assert.Equal(plant.Book.Root, tree.Root());
        Assert.Equal(plant.Book.Root.ToString(), read.GetProperty("root").GetString());
        Assert.DoesNotContain(plant.People, worker => nobody.GetAsync($"/c/{plant.Id}/api/entries?limit=200").GetAwaiter().GetResult().Body.Contains(worker.Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_member_can_add_up_each_hash_from_the_sealed_bytes_and_check_its_proof()
    {
        using var member = await plant.SignedInAsync(plant.Somebody);
        for (var position = 1L; position <= plant.Book.Position; position++)
        {
            var view = Json(await member.GetAsync($"/c/{plant.Id}/api/entry/{position}")).GetProperty("view");
            var bytes = Encoding.UTF8.GetBytes(view.GetProperty("entry").GetProperty("sealed").GetString()!);
            var leaf = Hash.From(SHA256.HashData([0, .. bytes]));
            Assert.Equal(leaf.ToString(), view.GetProperty("entry").GetProperty("hash").GetString());
            var proof = view.GetProperty("proof").EnumerateArray().Select(step => Hash.TryParse(step.GetString(), out var hash) ? hash : default).ToList();
            Assert.True(Proof.VerifyInclusion(leaf, position - 1, view.GetProperty("size").GetInt64(), proof, plant.Book.Root));
        }
        Assert.Equal(HttpStatusCode.NotFound, (await member.GetAsync($"/c/{plant.Id}/api/entry/{plant.Book.Position + 1}")).Status);
    }

    [Fact]
    public async Task A_phone_that_kept_a_checkpoint_can_prove_that_the_book_only_grew()
    {
        using var phone = server.NewVisitor();
        var kept = Json(await phone.GetAsync($"/c/{plant.Id}/api/checkpoint"));
        var note = SignedNote.Parse(kept.GetProperty("note").GetString()!);
        Assert.NotEmpty(note.VerifiedBy(plant.Book.State.Deed.Keys.Select(NoteVerifier.Parse)));
        await plant.EnterAsync(plant.Somebody, new Resign(plant.Somebody.Person));
        var grown = Json(await phone.GetAsync($"/c/{plant.Id}/api/consistency?from={kept.GetProperty("size").GetInt64()}"));
        var proof = grown.GetProperty("proof").EnumerateArray().Select(step => Hash.TryParse(step.GetString(), out var hash) ? hash : default).ToList();
        Assert.True(Hash.TryParse(kept.GetProperty("root").GetString(), out var from) && Hash.TryParse(grown.GetProperty("toRoot").GetString(), out var to)
            && Proof.VerifyConsistency(kept.GetProperty("size").GetInt64(), from, grown.GetProperty("to").GetInt64(), to, proof));
        Assert.Equal(HttpStatusCode.BadRequest, (await phone.GetAsync($"/c/{plant.Id}/api/consistency?from=-1")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await phone.GetAsync($"/c/{plant.Id}/api/consistency?from=x")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await phone.GetAsync($"/c/{plant.Id}/api/consistency?from=100000")).Status);
    }

    [Fact]
    public async Task One_reads_what_one_wrote_or_hears_that_it_is_not_there_yet()
    {
        using var member = await plant.SignedInAsync(plant.Somebody);
        Assert.Equal(HttpStatusCode.OK, (await member.GetAsync($"/c/{plant.Id}/api/members?at={plant.Book.Position}")).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await member.GetAsync($"/c/{plant.Id}/api/members?at={plant.Book.Position + 1}")).Status);
    }

    [Fact]
    public async Task The_description_names_every_act_with_its_members_and_every_view()
    {
        using var nobody = server.NewVisitor();
        var document = Json(await nobody.GetAsync("/api/openapi.json"));
        var schemas = document.GetProperty("components").GetProperty("schemas");
        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        foreach (var kind in Catalogue.House.Acts) Assert.True(schemas.TryGetProperty(kind.Name, out _), kind.Name);
        var cast = schemas.GetProperty("assembly.cast-ballot").GetProperty("properties");
        Assert.Equal("integer", cast.GetProperty("motion").GetProperty("type").GetString());
        Assert.True(cast.TryGetProperty("ballot", out _));
        Assert.Contains("Paper", schemas.GetProperty("assembly.open-vote").GetProperty("properties").GetProperty("method").GetProperty("enum").EnumerateArray().Select(value => value.GetString()));
        Assert.Equal("#/components/schemas/Words", schemas.GetProperty("assembly.table-motion").GetProperty("properties").GetProperty("words").GetProperty("$ref").GetString());
        foreach (var view in new[] { "collective", "members", "posts", "statutes", "assemblies", "assembly/{number}", "resolutions", "petitions", "entries", "entry/{position}", "checkpoint", "consistency" })
            Assert.True(document.GetProperty("paths").TryGetProperty($"/c/{{book}}/api/{view}", out _), view);
        Assert.Equal(Catalogue.House.Acts.Length, schemas.GetProperty("ActRequest").GetProperty("oneOf").GetArrayLength());
    }

    private static string Act(string name, string data) => $$"""{"id":"{{Guid.NewGuid()}}","act":"{{name}}","data":{{data}}}""";

    private static JsonElement Json(Answer answer)
    {
        Assert.True(answer.Status == HttpStatusCode.OK, $"{answer.Status}: {answer.Body}");
        return JsonDocument.Parse(answer.Body).RootElement;
    }
}
