using System.Security.Cryptography;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Deed;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Office.Presets;
using Autogestion.Registry;

namespace Autogestion.Bench.Support;

/// <summary>
/// An invented collective whose members all come to every assembly and vote on their own phones. The first convenes, the
/// second keeps the roster, the third audits.
/// </summary>
/// <param name="words">Makes a reference to words; for books that nobody reads it need not keep them.</param>
internal sealed class Plant(Scribe scribe, ImmutableArray<PersonId> members, Func<string, Text> words)
{
    public static readonly Instant Founding = Instant.FromUtc(2020, 3, 2, 11, 0);

    private static readonly string[] FirstNames = ["Rosa", "Ana", "Elsa", "Juan", "Nora", "Tito", "Lidia", "Omar", "Celia", "Hugo"];
    private static readonly string[] LastNames = ["Quiroga", "Molina", "Barrios", "Ledesma", "Paz", "Ferreyra", "Sosa", "Vera", "Ríos", "Benítez", "Luna", "Medina", "Ojeda"];

    public Scribe Scribe => scribe;

    public ImmutableArray<PersonId> Members => members;

    /// <summary>Invented people with their names.</summary>
    public static ImmutableArray<(PersonId Id, PersonDetails Details)> People(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => (
            new PersonId(Guid.NewGuid()),
            new PersonDetails($"{FirstNames[i % FirstNames.Length]} {LastNames[i / FirstNames.Length % LastNames.Length]} {LastNames[i * 7 % LastNames.Length]}", Document: $"{20_000_000 + i}"))),
    ];

    /// <summary>A reference to words that are kept nowhere.</summary>
    public static Text Unkept(string words) => new(Guid.CreateVersion7(), PlainText.HashOf(Guid.CreateVersion7().ToByteArray(), words), Retention.Legal);

    /// <param name="key">The key that may sign checkpoints.</param>
    public async Task FoundAsync(string key)
    {
        var law = PresetLibrary.Shipped.Find("NONE")!;
        PostTerms Terms(string name, int months, params ImmutableArray<Power> powers) => new(words(name), BodyId.Assembly, powers, 1, months);
        await scribe.EnterAsync(members[0], new Found(
            members[0], scribe.Id, CollectiveKind.Enterprise, "Planta de Medida", "Ciudad Inventada", "America/Argentina/Buenos_Aires", new(12, 31), law.Preset, law.Hash,
            [.. members.Select(person => new Founder(person, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_')))],
            false,
            [
                new(Terms("Coordinación", 120, Power.Convene, Power.Represent), [members[0]]),
                new(Terms("Padrón", 120, Power.KeepRoster), [members[1]]),
                new(Terms("Sindicatura", 24, Power.Audit), [members[2]]),
            ],
            key));
    }

    /// <summary>Calls an assembly for tomorrow at two and names who serves in it.</summary>
    public async Task<AssemblyId> CallAsync(int items)
    {
        var start = scribe.Now.InZone(scribe.State.Deed.Zone).Date.PlusDays(2).At(new(14, 0));
        var notice = new IssueNotice(BodyId.Assembly, AssemblyKind.Weekly, start, words("Nave 1"), [.. Enumerable.Range(1, items).Select(item => new AgendaDraft(words($"Punto {item}"), Matter.General))]);
        var id = (await scribe.EnterAsync(members[0], notice)).OfType<AssemblyNoticed>().Single().Assembly;
        foreach (var (role, at) in new[] { (SittingRole.Chair, 0), (SittingRole.Secretary, 3), (SittingRole.Signer, 4), (SittingRole.Signer, 5) })
            await scribe.EnterAsync(members[0], new NameSittingOfficer(id, role, members[at]));
        return id;
    }

    /// <summary>A quarter of an hour before the first call.</summary>
    public void MoveBefore(AssemblyId id) => scribe.Now = scribe.State.Assemblies.Find(id)!.Calls[0].At - Duration.FromMinutes(15);

    /// <summary>Everybody comes in and the chair opens.</summary>
    public async Task OpenAsync(AssemblyId id)
    {
        MoveBefore(id);
        foreach (var person in members) await scribe.EnterAsync(person, new CheckIn(id, person));
        scribe.Now += Duration.FromMinutes(16);
        await scribe.EnterAsync(members[0], new DeclareCall(id, 1));
    }

    /// <summary>A motion is tabled on an item and put to the vote by phone.</summary>
    public async Task<MotionId> PutToVoteAsync(AssemblyId id, int item, VoteMethod method = VoteMethod.OwnPhone)
    {
        if (scribe.State.Assemblies.Find(id)!.CurrentItem != item) await scribe.EnterAsync(members[0], new TakeItem(id, item));
        var motion = (await scribe.EnterAsync(members[6], new TableMotion(id, item, words($"Que se haga lo del punto {item}")))).OfType<MotionTabled>().Single().Motion;
        await scribe.EnterAsync(members[0], new OpenVote(id, motion, method, scribe.State.Assemblies.Find(id)!.Heads));
        return motion;
    }

    /// <summary>A whole assembly, from its notice to the signed minutes.</summary>
    public async Task MeetAsync(int items)
    {
        var id = await CallAsync(items);
        await OpenAsync(id);
        for (var item = 1; item <= items; item++)
        {
            var motion = await PutToVoteAsync(id, item);
            for (var i = 0; i < members.Length; i++) await scribe.EnterAsync(members[i], new CastBallot(id, motion, i % 5 == 0 ? Choice.Against : Choice.For));
            await scribe.EnterAsync(members[0], new CloseVote(id, motion));
            await scribe.EnterAsync(members[0], new ProclaimResult(id, motion));
        }
        foreach (var person in members.Skip(6).Where((_, i) => i % 4 == 0)) await scribe.EnterAsync(person, new CheckOut(id, person));
        await scribe.EnterAsync(members[0], new CloseAssembly(id));
        await scribe.EnterAsync(members[3], new DrawUpMinutes(id));
        foreach (var signer in scribe.State.Assemblies.Past[id.Value].Minutes!.Signers) await scribe.EnterAsync(signer, new SignMinutes(id));
    }
}
