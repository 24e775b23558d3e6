using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Autogestion.Domain.Assemblies;
using Autogestion.Office.Codec;
using Autogestion.Office.Desk;
using Autogestion.Tests.Support;

namespace Autogestion.Tests.Fuzz;

/// <summary>
/// Throws at every act of the catalogue what no act should be able to be: the real program answers each with a reason and
/// never with a fault of its own, and nothing but what it answered with a yes is in the book afterwards.
/// </summary>
public sealed class ActFuzzTests : IAsyncLifetime
{
    private const int Seed = 20_260_301;

    private static readonly bool Full = Environment.GetEnvironmentVariable("AUTOGESTION_FULL") == "1";

    private TestServer server = null!;
    private TestPlant plant = null!;

    public async ValueTask InitializeAsync()
    {
        server = await TestServer.StartAsync(pace: new(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue));
        plant = await TestPlant.FoundAsync(server, people: 8);
        // A sitting under way with a vote open, so that acts find something to act on.
        var id = await plant.OpenAssemblyAsync();
        var tabled = await plant.EnterAsync(plant.Convener, new TableMotion(id, 1, await plant.WordsAsync("Rotar los turnos cada mes")));
        await plant.EnterAsync(plant.Convener, new OpenVote(id, tabled.Entries.OfType<MotionTabled>().Single().Motion, VoteMethod.RollCall, plant.People.Length));
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task What_is_no_act_is_told_where_it_is_wrong()
    {
        var inventor = new ActInventor(new(Seed), [.. plant.People.Select(worker => worker.Person)]);
        using var convener = await plant.SignedInAsync(plant.Convener);
        var before = plant.Book;
        var sent = 0;
        foreach (var kind in Catalogue.House.Acts)
            for (var round = 0; round < (Full ? 20 : 1); round++)
                foreach (var spoilt in Spoilt.Of(Request(kind, inventor.Data(kind))))
                {
                    var answer = await SendAsync(convener, spoilt.Body);
                    Assert.True(answer.Status is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge, $"{spoilt.How}: {answer.Status} {answer.Body}");
                    IsProblem(answer, spoilt.How);
                    sent++;
                }
        Assert.True(sent > 1000, $"only {sent} were sent");
        Assert.Equal((before.Position, before.Root), (plant.Book.Position, plant.Book.Root));
    }

    [Fact]
    public async Task Nobody_acts_without_power_or_in_the_name_of_others()
    {
        var inventor = new ActInventor(new(Seed + 1), [.. plant.People.Where(worker => worker != plant.Somebody).Select(worker => worker.Person)]);
        await server.NewAccountAsync("forastera");
        using var nobody = server.NewVisitor();
        using var stranger = await server.NewVisitor().SignInAsync("forastera");
        using var somebody = await plant.SignedInAsync(plant.Somebody);
        var before = plant.Book;
        JsonObject?[] forged =
        [
            new() { ["source"] = "resolution", ["id"] = 1 }, new() { ["source"] = "ruleDue" }, new() { ["source"] = "letter", ["id"] = "otra-planta:1" },
            .. plant.Book.State.Posts.Mandates.Keys.Select(id => new JsonObject { ["source"] = "mandate", ["id"] = id }),
            new() { ["source"] = "mandate", ["id"] = int.MaxValue }, new() { ["source"] = "ownAffair" },
        ];
        foreach (var kind in Catalogue.House.Acts)
        {
            var request = Request(kind, inventor.Data(kind));
            Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(nobody, request)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(stranger, request)).Status);
            foreach (var authority in forged)
            {
                request = Request(kind, inventor.Data(kind));
                request["authority"] = authority!.DeepClone();
                var answer = await SendAsync(somebody, request);
                Assert.True(answer.Status is HttpStatusCode.Conflict or HttpStatusCode.BadRequest, $"{request.ToJsonString()}: {answer.Status} {answer.Body}");
                IsProblem(answer, kind.Name);
            }
        }
        Assert.Equal((before.Position, before.Root), (plant.Book.Position, plant.Book.Root));
    }

    [Fact]
    public async Task The_id_of_an_act_belongs_to_whoever_used_it_first()
    {
        using var first = await plant.SignedInAsync(plant.People[4]);
        using var other = await plant.SignedInAsync(plant.People[5]);
        var request = Request(Catalogue.House.FindAct("assembly.petition")!, new()
        {
            ["kind"] = "Extraordinary",
            ["agenda"] = new JsonArray(new JsonObject { ["title"] = "Turnos de noche", ["matter"] = "General", ["toRatify"] = false }),
        });
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(first, request)).Status);
        var before = plant.Book.Root;
        foreach (var kind in Catalogue.House.Acts)
        {
            var replayed = Request(kind, new ActInventor(new(Seed + 2), [plant.People[5].Person]).Data(kind));
            replayed["id"] = request["id"]!.DeepClone();
            var answer = await SendAsync(other, replayed);
            Assert.True((int)answer.Status is >= 400 and < 500, $"{kind.Name}: {answer.Status} {answer.Body}");
        }
        Assert.Equal(before, plant.Book.Root);
    }

    [Fact]
    public async Task Whatever_is_asked_by_whomever_the_book_stays_whole()
    {
        var random = new Random(Seed + 3);
        var inventor = new ActInventor(random, [.. plant.People.Select(worker => worker.Person)]);
        var visitors = new List<Visitor>();
        foreach (var worker in plant.People) visitors.Add(await plant.SignedInAsync(worker));
        var (start, entered, kinds) = (plant.Book.Position, 0L, Catalogue.House.Acts);
        for (var round = 0; round < (Full ? 40_000 : 1_000); round++)
        {
            if (round % 500 == 499) server.Clock.Pass(TimeSpan.FromDays(3));
            var kind = kinds[random.Next(kinds.Length)];
            var request = Request(kind, inventor.Data(kind));
            if (random.Next(10) == 0) request["happened"] = "2020-01-01T00:00:00Z";
            var answer = await SendAsync(visitors[random.Next(visitors.Count)], request);
            Assert.True(answer.Status == HttpStatusCode.OK || (int)answer.Status is >= 400 and < 500, $"{request.ToJsonString()}: {answer.Status} {answer.Body}");
            if (answer.Status != HttpStatusCode.OK) IsProblem(answer, kind.Name);
            else
            {
                var yes = JsonDocument.Parse(answer.Body).RootElement;
                entered += yes.GetProperty("last").GetInt64() - yes.GetProperty("first").GetInt64() + 1;
            }
        }
        foreach (var visitor in visitors) visitor.Dispose();
        Assert.True(entered > 0, "nothing was entered: the acts made up are worth nothing");
        var desk = server.Node.Find(plant.Id)!;
        // What falls due is entered by the desk itself.
        Assert.True(plant.Book.Position >= start + entered);
        Assert.Null(plant.Book.Broken);
        var rehearsed = await Rehearsal.RunAsync(desk.ReadAsync(0, plant.Book.Position));
        Assert.Null(rehearsed.Fault);
        var (position, root) = (plant.Book.Position, plant.Book.Root);
        await server.StopAsync();
        await using var again = await TestServer.StartAsync(data: server.Folder, clock: server.Clock);
        var reopened = await again.Node.Find(plant.Id)!.AtLeastAsync(position);
        Assert.Null(reopened.Broken);
        if (reopened.Position == position) Assert.Equal(root, reopened.Root);
    }

    private static JsonObject Request(ActKind kind, JsonObject data) => new() { ["id"] = Guid.NewGuid().ToString(), ["act"] = kind.Name, ["data"] = data };

    private Task<Answer> SendAsync(Visitor visitor, JsonObject request) => SendAsync(visitor, System.Text.Encoding.UTF8.GetBytes(request.ToJsonString()));

    private Task<Answer> SendAsync(Visitor visitor, byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/c/{plant.Id}/api/acts") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("Autogestion", "1");
        return visitor.SendAsync(request);
    }

    private static void IsProblem(Answer answer, string what)
    {
        Assert.Equal("application/problem+json", answer.Response.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(answer.Body).RootElement;
        Assert.True(problem.GetProperty("status").GetInt32() == (int)answer.Status && problem.GetProperty("detail").GetString() is { Length: > 0 }, $"{what}: {answer.Body}");
    }
}
