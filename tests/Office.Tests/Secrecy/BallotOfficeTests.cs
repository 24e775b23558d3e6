using Autogestion.Book;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Statutes;
using Autogestion.Domain.Voting;
using Autogestion.Office.Desk;
using Autogestion.Office.Secrecy;
using Autogestion.Office.Tests.Registry;

namespace Autogestion.Office.Tests.Secrecy;

/// <summary>The office of secret votes over a real store: two steps, papers among them, and what becomes of trouble.</summary>
public sealed class BallotOfficeTests
{
    [Theory]
    [InlineData(Backend.Sqlite)]
    [InlineData(Backend.Postgres)]
    public async Task Phones_and_papers_come_out_of_the_box_together(Backend backend)
    {
        var scene = await SecretScene.OpenAsync(9, backend);
        await using var test = scene.Test;
        var envelopes = new List<Envelope>();
        foreach (var person in scene.Collective.Members.Take(6)) envelopes.Add(await scene.DrawAsync(person));
        Assert.Equal(CastAnswer.NotCasting, await scene.CastAsync(envelopes[0], "for"));
        await scene.EndDrawingAsync();

        foreach (var (envelope, at) in envelopes.Select((envelope, at) => (envelope, at)))
            Assert.Equal(CastAnswer.InTheBox, await scene.CastAsync(envelope, at < 4 ? "for" : "against"));
        Assert.IsType<ActAnswer.Refused>(await scene.PapersAsync(new Pile(new Ballot.For(), 4)));
        Assert.IsType<ActAnswer.Entered>(await scene.PapersAsync(new Pile(new Ballot.For(), 3)));
        Assert.IsType<ActAnswer.Entered>(await scene.PapersAsync(new Pile(new Ballot.Abstain(), 1), new Pile(new Ballot.Blank(), 1)));
        await scene.CloseAsync();

        Assert.Equal(new Count(9, 9, 0, 4, 2, 1, 1), scene.Vote.Count);
        Assert.Equal([new(new Ballot.Abstain(), 1), new(new Ballot.Against(), 2), new(new Ballot.Blank(), 1), new(new Ballot.For(), 4)], scene.Vote.Secret!.Ballots);
        Assert.Equal(CastAnswer.NotCasting, await scene.CastAsync(envelopes[0], "for"));
        Assert.Null(await scene.Node.Store.Boxes.SealAsync(new(new(scene.Collective.Id.Value), "1")));
    }

    [Fact]
    public async Task An_envelope_counts_once_and_only_in_its_own_vote()
    {
        var scene = await SecretScene.OpenAsync(6);
        await using var test = scene.Test;
        var envelopes = new List<Envelope>();
        foreach (var person in scene.Collective.Members) envelopes.Add(await scene.DrawAsync(person));
        await scene.EndDrawingAsync();
        Assert.Equal(CastAnswer.InTheBox, await scene.CastAsync(envelopes[0], "for"));
        Assert.Equal(CastAnswer.InTheBox, await scene.CastAsync(envelopes[0], "for"));
        Assert.Equal(CastAnswer.EnvelopeUsed, await scene.CastAsync(envelopes[0], "against"));
        Assert.Equal(CastAnswer.NoBallot, await scene.CastAsync(envelopes[1], "Elba"));
        Assert.Equal(CastAnswer.NoEnvelope, await scene.CastAsync(envelopes[1] with { Message = envelopes[2].Message }, "for"));
        await scene.CloseAsync();
        Assert.Equal(1, scene.Vote.Count!.Cast);
    }

    [Fact]
    public async Task One_person_gets_one_envelope_and_the_same_again_when_the_answer_was_lost()
    {
        var scene = await SecretScene.OpenAsync(6);
        await using var test = scene.Test;
        var person = scene.Collective.Members[4];
        var (first, second) = (scene.Blind(), scene.Blind());
        await scene.Collective.EnterAsync(scene.Node, person, new DrawEnvelope(scene.Assembly, scene.Motion, BallotOffice.DigestOf(first.Blinded)));
        var signature = await scene.Node.Ballots.SignAsync(scene.Collective.Id, scene.Motion, person, first.Blinded);
        Assert.Equal(signature, await scene.Node.Ballots.SignAsync(scene.Collective.Id, scene.Motion, person, first.Blinded));
        Assert.Null(await scene.Node.Ballots.SignAsync(scene.Collective.Id, scene.Motion, person, second.Blinded));
        Assert.Null(await scene.Node.Ballots.SignAsync(scene.Collective.Id, scene.Motion, scene.Collective.Members[5], first.Blinded));
        Assert.IsType<ActAnswer.Refused>(await scene.Collective.AskAsync(scene.Node, person, new DrawEnvelope(scene.Assembly, scene.Motion, BallotOffice.DigestOf(second.Blinded))));
    }

    [Fact]
    public async Task A_restart_in_the_middle_loses_nothing_and_the_key_is_gone_with_the_drawing()
    {
        var scene = await SecretScene.OpenAsync(6);
        await using var test = scene.Test;
        var envelopes = new List<Envelope>();
        foreach (var person in scene.Collective.Members.Take(3)) envelopes.Add(await scene.DrawAsync(person));
        await test.ReopenAsync();
        foreach (var person in scene.Collective.Members.Skip(3)) envelopes.Add(await scene.DrawAsync(person));
        await scene.EndDrawingAsync();
        Assert.Empty((await test.Node.Store.Boxes.KeyAsync(Box(scene)))!);
        Assert.Equal(CastAnswer.InTheBox, await scene.CastAsync(envelopes[0], "for"));
        await test.ReopenAsync();
        Assert.Equal(CastAnswer.InTheBox, await scene.CastAsync(envelopes[5], "against"));
        await scene.CloseAsync();
        Assert.Equal(new Count(6, 6, 0, 1, 1, 0, 0), scene.Vote.Count);
    }

    [Fact]
    public async Task A_box_that_is_not_in_the_backup_is_said_to_be_lost()
    {
        var scene = await SecretScene.OpenAsync(6);
        await using var test = scene.Test;
        foreach (var person in scene.Collective.Members) await scene.DrawAsync(person);
        await scene.EndDrawingAsync();
        await test.Node.Store.Boxes.RemoveAsync(Box(scene));
        await test.Node.Ballots.LookAfterAsync();
        Assert.Equal(MotionPhase.Tabled, scene.Collective.State(test.Node).Assemblies.Find(scene.Assembly)!.Find(scene.Motion)!.Phase);
    }

    private static BoxId Box(SecretScene scene) => new(new(scene.Collective.Id.Value), $"{scene.Motion.Value}-{scene.Vote.OpenedAt.ToUnixTimeMilliseconds()}");
}
