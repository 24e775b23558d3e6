using Autogestion.Book.Sqlite;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Desk;
using Autogestion.Registry;
using Autogestion.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Autogestion.Bench.Support;

/// <summary>A plant with names, words and accounts, served by the real program on a free port of this machine.</summary>
internal sealed class ServedPlant : IAsyncDisposable
{
    private readonly WebApplication app;

    private ServedPlant(Node node, WebApplication app, Plant plant, StoryClock clock) => (Node, this.app, Plant, Clock) = (node, app, plant, clock);

    public Node Node { get; }

    /// <summary>As it was when the server started.</summary>
    public Plant Plant { get; }

    public StoryClock Clock { get; }

    public int Port { get; private set; }

    public string Book => Plant.Scribe.Id.Value;

    /// <param name="live">What the book holds beyond the founding.</param>
    public static async Task<ServedPlant> StartAsync(string folder, int members, Func<Plant, Task> live)
    {
        var options = new NodeOptions(folder);
        var plant = await PrepareAsync(options, members, live);
        var clock = new StoryClock(plant.Scribe.Now);
        var node = await options.OpenNodeAsync(clock);
        var served = new ServedPlant(node, Serving.Build(node, example: false, "http://127.0.0.1:0"), plant, clock);
        await served.app.StartAsync();
        served.Port = new Uri(served.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;
        return served;
    }

    /// <summary>Opens an account for a member and gives the cookie of its session, as signing in would.</summary>
    public async Task<string> SessionAsync(PersonId person)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var account = new Account { LoginName = $"n{person.Value:n}" };
        var made = await scope.ServiceProvider.GetRequiredService<AccountManager>().CreateAsync(account);
        if (!made.Succeeded || await Node.Registry.Persons.LinkAsync(Plant.Scribe.Id, person, account.Id) != LinkOutcome.Linked) throw new InvalidOperationException("The account could not be made.");
        var principal = await scope.ServiceProvider.GetRequiredService<SignInManager<Account>>().CreateUserPrincipalAsync(account);
        var cookies = app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var now = Clock.GetUtcNow();
        var ticket = new AuthenticationTicket(principal, new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + Sessions.Lasts }, IdentityConstants.ApplicationScheme);
        return $"{cookies.Cookie.Name}={cookies.TicketDataFormat.Protect(ticket)}";
    }

    /// <summary>Enters an act at once, past the pages.</summary>
    public async Task<ActAnswer.Entered> EnterAsync(PersonId who, Act act) =>
        await Node.AskAsync(new(Plant.Scribe.Id, Guid.CreateVersion7(), who, act)) as ActAnswer.Entered ?? throw new InvalidOperationException($"{act.GetType().Name} was not entered.");

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await Node.DisposeAsync();
    }

    private static async Task<Plant> PrepareAsync(NodeOptions options, int members, Func<Plant, Task> live)
    {
        Directory.CreateDirectory(options.Data);
        var id = new CollectiveId("planta-de-medida");
        await using var store = await SqliteBookStore.OpenAsync(options.File, new SqliteBookStoreOptions { Durability = Durability.Off });
        await using var registry = await options.OpenRegistryAsync(new StoryClock(Plant.Founding));
        var people = Plant.People(members);
        await registry.Persons.SaveManyAsync(id, people.Select(person => (person.Id, person.Details)));
        var texts = new List<PreparedText>();
        var plant = new Plant(new(id, store, Plant.Founding), [.. people.Select(person => person.Id)], words =>
        {
            var (reference, prepared) = registry.Texts.Prepare(id, "es", words, Retention.Legal);
            texts.Add(prepared);
            return reference;
        });
        await plant.FoundAsync(new NodeKeys(Path.Combine(options.Data, "keys")).For(id).Verifier.ToString());
        await live(plant);
        await plant.Scribe.FinishAsync();
        await registry.Texts.StoreAsync(texts);
        return plant;
    }
}
