using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Assemblies;

/// <summary>Nobody votes, chairs, counts or proclaims on what singles him or her out; a rule for all recuses nobody.</summary>
public sealed class RecusalSpecs
{
    [Fact]
    public void On_a_recall_the_holder_stays_out_of_vote_chair_and_count_and_the_rest_decide()
    {
        var plant = Founded();
        var id = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.RecallMandate);
        var motion = plant.Table(id, 1, new RecallMandate(new(1)), Person(4));
        plant.Enter(Person(1), new TakeItem(id, 1));
        Assert.Equal("vote.officer-recused", plant.Refused(Person(1), new OpenVote(id, motion, VoteMethod.OwnPhone, 8)).Code.Name);

        plant.Enter(Person(1), new NameSittingOfficer(id, SittingRole.Chair, Person(7)));
        var opened = plant.Enter(Person(7), new OpenVote(id, motion, VoteMethod.OwnPhone, 8)).OfType<VoteOpened>().Single();
        Assert.Equal([Person(1)], opened.Recused);
        Assert.Equal("vote.recused", plant.Refused(Person(1), new CastBallot(id, motion, Choice.Against)).Code.Name);
        Assert.Equal("vote.recused", plant.Refused(Person(2), new EnterBallot(id, motion, Person(1), Choice.Against)).Code.Name);
        foreach (var number in new[] { 2, 3, 4, 5 }) plant.Enter(Person(number), new CastBallot(id, motion, Choice.For));
        foreach (var number in new[] { 6, 7, 8 }) plant.Enter(Person(number), new CastBallot(id, motion, Choice.Against));
        plant.Enter(Person(1), new NameSittingOfficer(id, SittingRole.Chair, Person(1)), plant.Citing(1, Power.Convene));
        Assert.Equal("vote.officer-recused", plant.Refused(Person(1), new CloseVote(id, motion)).Code.Name);
        plant.Enter(Person(3), new CloseVote(id, motion));
        Assert.Equal("vote.officer-recused", plant.Refused(Person(1), new ProclaimResult(id, motion)).Code.Name);
        plant.Enter(Person(1), new NameSittingOfficer(id, SittingRole.Chair, Person(7)));

        var entries = plant.Enter(Person(7), new ProclaimResult(id, motion));
        Assert.Equal((7, 4, true), (entries.OfType<ResultProclaimed>().Single().Sum.Base, entries.OfType<ResultProclaimed>().Single().Sum.Needed, entries.OfType<ResultProclaimed>().Single().Carried));
        Assert.Contains(new MandateEnded(new(1), MandateEnd.Recall), entries);
        Assert.Equal("authority.mandate-over", plant.Refused(Person(1), new PostNotice(id, Words("portón")), new Authority.Mandate(new(1))).Code.Name);
    }

    [Fact]
    public void A_recused_teller_does_not_count_and_others_are_named_even_while_the_vote_is_open()
    {
        var plant = Founded();
        var id = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.RecallMandate);
        var motion = plant.Table(id, 1, new RecallMandate(new(3)));
        plant.OpenVote(id, 1, motion, VoteMethod.Paper);
        Assert.Equal("vote.officer-recused", plant.Refused(Person(4), new EnterCount(id, motion, 4, 3, 0, 0, [Person(3), Person(4)])).Code.Name);

        plant.Enter(Person(1), new NameSittingOfficer(id, SittingRole.Teller, Person(6)));
        plant.Enter(Person(4), new EnterCount(id, motion, 4, 3, 0, 0, [Person(4), Person(6)]));
    }

    [Fact]
    public void Confirming_or_taking_back_recuses_the_same_person()
    {
        var plant = Founded(preset: House.Preset((Rules.Reserved(Matter.SuspendMember), new RuleValue.Switch(true))));
        var weekly = plant.Enter(Person(1), new IssueNotice(BodyId.Assembly, AssemblyKind.Weekly, plant.Local.PlusDays(2), Words("Nave 1"), [new(Words("Sanción"), Matter.SuspendMember, true)]))
            .OfType<AssemblyNoticed>().Single().Assembly;
        plant.NameOfficers(weekly);
        plant.OpenNoticed(weekly, Enumerable.Range(1, 8));
        plant.Carry(weekly, 1, new Suspend(Person(8), plant.Local.Date.PlusDays(30)), 7);
        plant.Enter(Person(1), new CloseAssembly(weekly));

        var formal = plant.OpenAssembly(Enumerable.Range(1, 8), AssemblyKind.Extraordinary, Matter.General);
        var ratify = plant.Table(formal, 1, new Ratify(new(1)));
        plant.OpenVote(formal, 1, ratify, VoteMethod.OwnPhone);
        Assert.Equal("vote.recused", plant.Refused(Person(8), new CastBallot(formal, ratify, Choice.Against)).Code.Name);
    }

    [Fact]
    public void Who_would_lose_a_seat_by_setting_an_election_aside_is_recused_and_the_matter_is_a_recall()
    {
        var plant = Founded();
        var post = plant.Resolve(new CreatePost(new(Words("Puerta"), BodyId.Assembly, [], 1, 6))).OfType<PostCreated>().Single().Post;
        plant.Resolve(new GrantMandate(post, Person(7)));
        Assert.Equal(Matter.RecallMandate, Effects.MatterOf(new SetAside(new(2)), plant.State));

        var id = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.RecallMandate);
        var motion = plant.Table(id, 1, new SetAside(new(2)));
        plant.OpenVote(id, 1, motion, VoteMethod.OwnPhone);
        Assert.Equal("vote.recused", plant.Refused(Person(7), new CastBallot(id, motion, Choice.Against)).Code.Name);
    }

    [Fact]
    public void Councillors_and_auditors_stay_out_of_the_accounts_but_where_all_manage_nobody_does()
    {
        var plant = Founded(withCouncil: true);
        plant.Council(6, 7);
        var id = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.ApproveAccounts);
        var motion = plant.Table(id, 1, null);
        plant.Enter(Person(1), new TakeItem(id, 1));
        var opened = plant.Enter(Person(1), new OpenVote(id, motion, VoteMethod.RollCall, 8)).OfType<VoteOpened>().Single();
        Assert.Equal([Person(3), Person(6), Person(7)], opened.Recused);

        var small = Founded(5, withCouncil: true);
        small.Council(1, 2, 4, 5);
        var accounts = small.OpenAssembly([1, 2, 3], Matter.ApproveAccounts);
        var approve = small.Table(accounts, 1, null);
        small.Enter(Person(1), new TakeItem(accounts, 1));
        Assert.Empty(small.Enter(Person(1), new OpenVote(accounts, approve, VoteMethod.RollCall, 3)).OfType<VoteOpened>().Single().Recused);
    }
}
