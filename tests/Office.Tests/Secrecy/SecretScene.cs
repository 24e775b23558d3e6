using System.Collections.Immutable;
using System.Security.Cryptography;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Voting;
using Autogestion.Domain.Posts;
using Autogestion.Office.Desk;
using Autogestion.Office.Secrecy;
using Autogestion.Office.Tests.Registry;
using Autogestion.Office.Tests.Support;

namespace Autogestion.Office.Tests.Secrecy;

/// <summary>What one device keeps between the two steps.</summary>
public sealed record Envelope(byte[] Message, byte[] Signature);

/// <summary>A secret vote played on a node, each person with a device of their own.</summary>
public sealed class SecretScene(TestNode test, TestCollective collective, AssemblyId assembly, MotionId motion)
{
    public TestNode Test => test;

    public Node Node => test.Node;

    public TestCollective Collective => collective;

    public AssemblyId Assembly => assembly;

    public MotionId Motion => motion;

    public Vote Vote => collective.State(Node).Assemblies.Find(assembly)!.Find(motion)!.Vote!;

    /// <summary>The vote is open and its key announced.</summary>
    public static async Task<SecretScene> OpenAsync(int people, Backend backend = Backend.Sqlite)
    {
        var test = await TestNode.OpenAsync(backend);
        test.Node.Ballots.Gathers = TimeSpan.Zero;
        var collective = await TestCollective.FoundAsync(test.Node, people: people);
        var assembly = await collective.OpenAssemblyAsync(test.Node, test.Clock);
        foreach (var teller in collective.Members.TakeLast(2)) await collective.EnterAsync(test.Node, collective.Convener, new NameSittingOfficer(assembly, SittingRole.Teller, teller));
        var motion = (await collective.EnterAsync(test.Node, collective.Secretary, new TableMotion(assembly, 1, TestCollective.Words("a motion")))).Entries.OfType<MotionTabled>().Single().Motion;
        if (collective.State(test.Node).Statutes.Rule(Domain.Statutes.Rules.Seconding).Value.Value) await collective.EnterAsync(test.Node, collective.Auditor, new SecondMotion(assembly, motion));
        var scene = new SecretScene(test, collective, assembly, motion);
        await collective.EnterAsync(test.Node, collective.Convener, new OpenVote(assembly, motion, VoteMethod.Secret, people));
        return scene;
    }

    /// <summary>A blinded message, ready to be asked for.</summary>
    public BlindedMessage Blind() => BlindRsa.Blind(RsaNumbers.Of(Vote.Secret!.Key!), BlindRsa.Prepare(RandomNumberGenerator.GetBytes(32)));

    /// <summary>A person takes an envelope.</summary>
    public async Task<Envelope> DrawAsync(PersonId person)
    {
        var blinded = Blind();
        await collective.EnterAsync(Node, person, new DrawEnvelope(assembly, motion, BallotOffice.DigestOf(blinded.Blinded)));
        var signature = await Node.Ballots.SignAsync(collective.Id, motion, person, blinded.Blinded);
        return new(blinded.Message, BlindRsa.Finish(RsaNumbers.Of(Vote.Secret!.Key!), blinded, signature)!);
    }

    public async Task EndDrawingAsync()
    {
        test.Clock.Pass(VoteDecider.TimeToVote);
        await collective.EnterAsync(Node, collective.Convener, new EndDrawing(assembly, motion));
    }

    public Task<CastAnswer> CastAsync(Envelope envelope, string ballot) => Node.Ballots.CastAsync(collective.Id, motion, envelope.Message, envelope.Signature, ballot);

    /// <summary>Two tellers hand in what they counted on paper.</summary>
    public Task<ActAnswer> PapersAsync(params ImmutableArray<Pile> lines)
    {
        ImmutableArray<PersonId> tellers = [.. collective.Members.TakeLast(2)];
        return Node.Ballots.HandInAsync(collective.Request(tellers[0], new HandInPapers(assembly, motion, tellers)), new(lines));
    }

    /// <summary>Closes casting; the office empties the box at once.</summary>
    public async Task CloseAsync()
    {
        test.Clock.Pass(VoteDecider.TimeToVote);
        await collective.EnterAsync(Node, collective.Convener, new CloseVote(assembly, motion));
    }
}
