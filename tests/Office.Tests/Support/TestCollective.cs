using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Autogestion.Domain;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Deed;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Office.Desk;
using Autogestion.Office.Presets;
using Autogestion.Office.Tests.Registry;
using NodaTime;

namespace Autogestion.Office.Tests.Support;

/// <summary>
/// A founded collective of invented people who are numbers only. The first convenes, chairs and represents, the second keeps
/// roster, minutes and the list, the third audits; the others hold no post.
/// </summary>
public sealed class TestCollective(CollectiveId id, int people)
{
    private readonly ImmutableArray<PersonId> members = [.. Enumerable.Range(0, people).Select(number => PersonOf(id, number))];

    public CollectiveId Id => id;

    public ImmutableArray<PersonId> Members => members;

    public PersonId Convener => members[0];

    public PersonId Secretary => members[1];

    public PersonId Auditor => members[2];

    /// <summary>The same person by number in every process.</summary>
    public static PersonId PersonOf(CollectiveId collective, int number) => new(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{collective} {number}")).AsSpan(0, 16)));

    /// <summary>What a registry would seal of a person.</summary>
    public static string Commitment(PersonId person) => Base64Url.EncodeToString(SHA256.HashData(person.Value.ToByteArray()));

    /// <summary>The act of founding, as the convener asks it.</summary>
    public Found Founding(Node node, CollectiveKind kind = CollectiveKind.Enterprise)
    {
        var preset = PresetLibrary.Shipped.Find("NONE")!;
        FirstPost Post(PersonId holder, params ImmutableArray<Power> powers) => new(new(Words("a post"), BodyId.Assembly, powers, 1, 12), [holder]);
        return new(
            Convener, id, kind, "Ladrillos del Oeste", "Ciudad Inventada", "America/Argentina/Buenos_Aires", new(12, 31), preset.Preset, preset.Hash,
            [.. members.Select(person => new Founder(person, Commitment(person)))], false,
            [Post(Convener, Power.Convene, Power.Represent), Post(Secretary, Power.KeepRoster, Power.KeepMinutes), Post(Auditor, Power.Audit)],
            node.Keys.For(id).Verifier.ToString());
    }

    public static async Task<TestCollective> FoundAsync(Node node, string id = "ladrillos-oeste-2k7m", int people = 8, CollectiveKind kind = CollectiveKind.Enterprise)
    {
        var collective = new TestCollective(new(id), people);
        await collective.EnterAsync(node, collective.Convener, collective.Founding(node, kind));
        return collective;
    }

    /// <summary>Asks an act with an id of its own.</summary>
    public Task<ActAnswer> AskAsync(Node node, PersonId who, Act act, Guid? actId = null) => node.AskAsync(Request(who, act, actId));

    public ActRequest Request(PersonId who, Act act, Guid? actId = null) => new(id, actId ?? Guid.NewGuid(), who, act);

    /// <summary>Asks an act that must be entered.</summary>
    public async Task<ActAnswer.Entered> EnterAsync(Node node, PersonId who, Act act, Guid? actId = null)
    {
        var answer = await AskAsync(node, who, act, actId);
        return answer as ActAnswer.Entered
            ?? throw new InvalidOperationException($"{act.GetType().Name}: {(answer is ActAnswer.Refused refused ? refused.Refusal.Code.Name : answer.ToString())}");
    }

    /// <summary>The state as a node knows it.</summary>
    public Collective State(Node node) => node.Find(id)!.Current.State;

    /// <summary>A reference to words that nobody needs to read.</summary>
    public static Text Words(string words) => new(Guid.NewGuid(), Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(words))), Retention.Legal);

    /// <summary>Calls an assembly, lets its hour come, checks everybody in and opens it, with one item taken.</summary>
    public async Task<AssemblyId> OpenAssemblyAsync(Node node, FakeClock clock, Matter matter = Matter.General)
    {
        var start = clock.Now.Plus(Duration.FromDays(3)).InZone(DateTimeZoneProviders.Tzdb["America/Argentina/Buenos_Aires"]).LocalDateTime;
        var notice = new IssueNotice(BodyId.Assembly, AssemblyKind.Weekly, start, Words("the yard"), [new(Words("an item"), matter)]);
        var assembly = (await EnterAsync(node, Convener, notice)).Entries.OfType<AssemblyNoticed>().Single().Assembly;
        await EnterAsync(node, Convener, new NameSittingOfficer(assembly, SittingRole.Chair, Convener));
        await EnterAsync(node, Convener, new NameSittingOfficer(assembly, SittingRole.Secretary, Secretary));
        clock.Pass(Duration.FromDays(3));
        await Task.WhenAll(members.Select(person => EnterAsync(node, person, new CheckIn(assembly, person))));
        await EnterAsync(node, Convener, new DeclareCall(assembly, 1));
        await EnterAsync(node, Convener, new TakeItem(assembly, 1));
        return assembly;
    }

    /// <summary>Tables a motion and opens its vote on everybody's own phone.</summary>
    public async Task<MotionId> OpenVoteAsync(Node node, AssemblyId assembly, Act? effect = null)
    {
        var motion = (await EnterAsync(node, Secretary, new TableMotion(assembly, 1, Words("a motion"), effect))).Entries.OfType<MotionTabled>().Single().Motion;
        if (State(node).Statutes.Rule(Domain.Statutes.Rules.Seconding).Value.Value) await EnterAsync(node, Auditor, new SecondMotion(assembly, motion));
        await EnterAsync(node, Convener, new OpenVote(assembly, motion, VoteMethod.OwnPhone, State(node).Assemblies.Find(assembly)!.Heads));
        return motion;
    }

    /// <summary>Everybody votes for it; it is closed and proclaimed.</summary>
    public async Task<ImmutableArray<Entry>> CarryAsync(Node node, AssemblyId assembly, MotionId motion)
    {
        await Task.WhenAll(members.Select(person => EnterAsync(node, person, new CastBallot(assembly, motion, Choice.For))));
        await EnterAsync(node, Convener, new CloseVote(assembly, motion));
        return (await EnterAsync(node, Convener, new ProclaimResult(assembly, motion))).Entries;
    }

    /// <summary>The assembly decides something: table, vote, proclaim.</summary>
    public async Task<ImmutableArray<Entry>> ResolveAsync(Node node, FakeClock clock, Act effect)
    {
        var assembly = await OpenAssemblyAsync(node, clock, Effects.MatterOf(effect, State(node)));
        return await CarryAsync(node, assembly, await OpenVoteAsync(node, assembly, effect));
    }
}
