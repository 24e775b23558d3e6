using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Deed;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Office.Desk;
using Autogestion.Office.Presets;
using Autogestion.Registry;

namespace Autogestion.Tests.Support;

/// <summary>Somebody of the plant: who they are in the book, and the account they sign in with.</summary>
public sealed record Worker(PersonId Person, string Name, string Login, Account Account);

/// <summary>
/// A founded collective of invented people. The first convenes, represents and keeps the hours, the second keeps roster and minutes, the third
/// audits; the others hold no post.
/// </summary>
public sealed class TestPlant
{
    private static readonly string[] Names = ["Rosa Quiroga", "Ana Molina", "Elsa Barrios", "Juan Ledesma", "Nora Paz", "Tito Ferreyra", "Lidia Sosa", "Omar Vera", "Celia Ríos", "Hugo Benítez"];

    private TestPlant(TestServer server, CollectiveId id, ImmutableArray<Worker> people) => (Server, Id, People) = (server, id, people);

    public TestServer Server { get; }

    public CollectiveId Id { get; }

    public ImmutableArray<Worker> People { get; }

    public Worker Convener => People[0];

    public Worker Secretary => People[1];

    public Worker Auditor => People[2];

    /// <summary>Somebody without any post.</summary>
    public Worker Somebody => People[3];

    /// <summary>The book as it stands.</summary>
    public BookSnapshot Book => Server.Node.Find(Id)!.Current;

    public static async Task<TestPlant> FoundAsync(TestServer server, string id = "planta-prueba", int people = 6, string? preset = null)
    {
        var collective = new CollectiveId(id);
        var workers = ImmutableArray.CreateBuilder<Worker>();
        var founders = ImmutableArray.CreateBuilder<Founder>();
        for (var at = 0; at < people; at++)
        {
            var person = new PersonId(Guid.NewGuid());
            var name = Names[at % Names.Length] + (at < Names.Length ? "" : $" {at}");
            await server.Node.Registry.Persons.SaveAsync(collective, person, new(name, Document: $"{20_000_000 + at}"));
            founders.Add(new(person, (await server.Node.Registry.Persons.Identities.CommitAsync(collective, person))!));
            var login = $"{id}.{at + 1}";
            var account = await server.NewAccountAsync(login);
            await server.Node.Registry.Persons.LinkAsync(collective, person, account.Id);
            workers.Add(new(person, name, login, account));
        }
        var plant = new TestPlant(server, collective, workers.ToImmutable());
        var law = preset is null ? PresetLibrary.Shipped.Find("NONE")! : PresetLibrary.Shipped.Find(preset)!;
        await plant.EnterAsync(plant.Convener, new Found(
            plant.Convener.Person, collective, CollectiveKind.Enterprise, "Planta de prueba", "Ciudad Inventada", "America/Argentina/Buenos_Aires", new(12, 31),
            law.Preset, law.Hash, founders.ToImmutable(), false,
            [
                new(new(await plant.WordsAsync("Coordinación"), BodyId.Assembly, [Power.Convene, Power.Represent, Power.KeepHours, Power.KeepAccounts, Power.PayOut], 1, 12), [plant.Convener.Person]),
                new(new(await plant.WordsAsync("Secretaría"), BodyId.Assembly, [Power.KeepRoster, Power.KeepMinutes], 1, 12), [plant.Secretary.Person]),
                new(new(await plant.WordsAsync("Sindicatura"), BodyId.Assembly, [Power.Audit], 1, 12), [plant.Auditor.Person]),
            ],
            server.Node.Keys.For(collective).Verifier.ToString()));
        return plant;
    }

    /// <summary>Asks an act and expects it to be entered.</summary>
    public async Task<ActAnswer.Entered> EnterAsync(Worker who, Act act) =>
        await Server.Node.AskAsync(new(Id, Guid.CreateVersion7(), who.Person, act)) switch
        {
            ActAnswer.Entered entered => entered,
            ActAnswer.Refused refused => throw new InvalidOperationException($"{act.GetType().Name} was refused: {refused.Refusal.Code}"),
            var other => throw new InvalidOperationException($"{act.GetType().Name}: {other}"),
        };

    /// <summary>Calls a weekly assembly for three days from now, with two items, and names who serves in it.</summary>
    /// <param name="third">The matter of a third item.</param>
    public async Task<AssemblyId> NoticeAsync(Matter? third = null)
    {
        var start = Instant.FromDateTimeOffset(Server.Clock.GetUtcNow()).InZone(Book.State.Deed.Zone).LocalDateTime.PlusDays(3);
        var noticed = await EnterAsync(Convener, new IssueNotice(
            BodyId.Assembly, AssemblyKind.Weekly, start, await WordsAsync("Nave 1"), [new(await WordsAsync("Turnos"), Matter.General), new(await WordsAsync("Altas"), Matter.AdmitMember), .. third is { } matter ? new AgendaDraft[] { new(await WordsAsync("Tercer punto"), matter) } : []]));
        var id = noticed.Entries.OfType<AssemblyNoticed>().Single().Assembly;
        await EnterAsync(Convener, new NameSittingOfficer(id, SittingRole.Chair, Convener.Person));
        await EnterAsync(Convener, new NameSittingOfficer(id, SittingRole.Secretary, Secretary.Person));
        foreach (var teller in People.TakeLast(2)) await EnterAsync(Convener, new NameSittingOfficer(id, SittingRole.Teller, teller.Person));
        foreach (var signer in People.Skip(3).Take(2)) await EnterAsync(Convener, new NameSittingOfficer(id, SittingRole.Signer, signer.Person));
        return id;
    }

    /// <summary>An assembly under way with everybody in the room, at its first item; three days have passed.</summary>
    public async Task<AssemblyId> OpenAssemblyAsync(Matter? third = null)
    {
        var id = await NoticeAsync(third);
        Server.Clock.Pass(TimeSpan.FromDays(3));
        foreach (var worker in People) await EnterAsync(worker, new CheckIn(id, worker.Person));
        await EnterAsync(Convener, new DeclareCall(id, 1));
        await EnterAsync(Convener, new TakeItem(id, 1));
        return id;
    }

    /// <summary>Words of the plant, kept in the registry.</summary>
    public Task<Text> WordsAsync(string words) => Server.Node.Registry.Texts.WriteAsync(Id, "es", words, Retention.Legal);

    /// <summary>A browser in which this person is signed in.</summary>
    public Task<Visitor> SignedInAsync(Worker who) => Server.NewVisitor().SignInAsync(who.Login);
}
