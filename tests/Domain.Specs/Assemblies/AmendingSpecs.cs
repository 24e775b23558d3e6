using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Assemblies.Amending;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Assemblies;

/// <summary>Motions are amended, merged, referred and postponed; what is decided is what was last proposed.</summary>
public sealed class AmendingSpecs
{
    private static readonly AssemblyId One = new(1);

    [Fact]
    public void A_carried_amendment_changes_the_motion_and_is_no_resolution()
    {
        var plant = AmendingExamples.Amended();
        var entries = plant.VoteAndProclaim(One, 1, new(2), 5, 3);
        Assert.Equal(new MotionAmended(One, new(1), new(2), Words("de otro modo"), null, false), entries.OfType<MotionAmended>().Single());
        Assert.Empty(entries.OfType<ResolutionAdopted>());
        Assert.Equal(Words("de otro modo"), plant.VoteAndProclaim(One, 1, new(1), 8).OfType<ResolutionAdopted>().Single().Words);
        Assert.Equal([Words("moción")], plant.Sitting(One).Changes.EarlierOf(new(1)).Select(earlier => earlier.Words));
    }

    [Fact]
    public void What_would_change_a_secret_matter_is_voted_in_secret_too()
    {
        var plant = Founded(preset: House.Preset((Rules.Secret(Matter.AdoptPlan), new RuleValue.Switch(true))));
        plant.OpenAssembly(Enumerable.Range(1, 8), Matter.AdoptPlan);
        var motion = plant.Table(One, 1, null);
        plant.Enter(Person(5), new ProposeAmendment(One, motion, Words("de otro modo")));
        plant.Enter(Person(1), new TakeItem(One, 1));
        Assert.Equal("vote.secrecy-demanded", plant.Refused(Person(1), new OpenVote(One, new(2), VoteMethod.ShowOfHands, 8)).Code.Name);
        plant.Enter(Person(1), new OpenVote(One, new(2), VoteMethod.Paper, 8));
    }

    [Fact]
    public void An_amendment_is_no_alternative_to_a_motion()
    {
        var plant = AmendingExamples.Amended();
        var other = plant.Table(One, 1, null, Person(6));
        Assert.Equal("vote.wrong-question", plant.Refused(Person(1), new OpenVote(One, new(2), VoteMethod.OwnPhone, 8, Domain.Voting.QuestionForm.OneOf, null, [other])).Code.Name);
    }

    [Fact]
    public void A_lost_amendment_changes_nothing()
    {
        var plant = AmendingExamples.Amended();
        plant.VoteAndProclaim(One, 1, new(2), 3, 5);
        Assert.Equal(Words("moción"), plant.VoteAndProclaim(One, 1, new(1), 8).OfType<ResolutionAdopted>().Single().Words);
    }

    [Fact]
    public void The_mover_can_accept_an_amendment()
    {
        var plant = AmendingExamples.Amended();
        Assert.True(plant.Enter(Person(1), new AcceptAmendment(One, new(2))).OfType<MotionAmended>().Single().Accepted);
        Assert.Equal(MotionPhase.Accepted, plant.Sitting(One).Find(new(2))!.Phase);
        Assert.Equal(Words("de otro modo"), plant.Sitting(One).Find(new(1))!.Words);
    }

    [Fact]
    public void An_amendment_changes_the_particulars_of_what_the_motion_does()
    {
        var plant = Founded();
        plant.OpenAssembly(Enumerable.Range(1, 8), Matter.CreatePost);
        plant.Enter(Person(1), new TakeItem(One, 1));
        var terms = new PostTerms(Words("Compras"), BodyId.Assembly, [], 1, 12);
        plant.Table(One, 1, new CreatePost(terms));
        plant.Enter(Person(4), new ProposeAmendment(One, new(1), Words("dos compradores"), new CreatePost(terms with { Seats = 2 })));
        plant.VoteAndProclaim(One, 1, new(2), 8);
        Assert.Equal(2, plant.VoteAndProclaim(One, 1, new(1), 8).OfType<PostCreated>().Single().Terms.Seats);
    }

    [Fact]
    public void Where_motions_need_a_second_an_amendment_that_nobody_backs_holds_nothing_up()
    {
        var plant = AmendingExamples.Amended((Rules.Seconding, new RuleValue.Switch(true)));
        plant.Enter(Person(6), new SecondMotion(One, new(1)));
        plant.Enter(Person(1), new OpenVote(One, new(1), VoteMethod.ShowOfHands, 8));
    }

    [Fact]
    public void The_last_amendment_comes_first_where_the_norms_say_so()
    {
        var plant = AmendingExamples.Amended((Rules.AmendmentOrder, new RuleValue.Choice("LastFirst")));
        plant.Enter(Person(5), new ProposeAmendment(One, new(1), Words("otra")));
        Assert.Equal(AmendingRefusals.OtherAmendmentFirst, plant.Refused(Person(1), new OpenVote(One, new(2), VoteMethod.ShowOfHands, 8)).Code);
        plant.Enter(Person(1), new OpenVote(One, new(3), VoteMethod.ShowOfHands, 8));
    }

    [Fact]
    public void What_was_proposed_falls_with_the_motion()
    {
        var plant = AmendingExamples.Amended();
        plant.Enter(Person(6), new SecondMotion(One, new(2)));
        plant.Enter(Person(1), new WithdrawMotion(One, new(1)));
        Assert.Equal(MotionPhase.Withdrawn, plant.Sitting(One).Find(new(2))!.Phase);
        plant.Enter(Person(1), new CloseAssembly(One));
    }

    [Fact]
    public void Two_movers_make_one_motion_of_two()
    {
        var plant = AmendingExamples.Two();
        Assert.Single(plant.Enter(Person(4), new ProposeMerge(One, new(1), new(2), Words("juntas"))));
        Assert.Equal(VotesRefusals.NotMover, plant.Refused(Person(4), new AcceptMerge(One, 1)).Code);
        plant.Enter(Person(1), new AcceptMerge(One, 1));
        Assert.Equal((Words("juntas"), MotionPhase.Merged), (plant.Sitting(One).Find(new(1))!.Words, plant.Sitting(One).Find(new(2))!.Phase));
    }

    [Fact]
    public void Whoever_moved_both_merges_them_alone()
    {
        var plant = AmendingExamples.Tabled();
        plant.Table(One, 1, null);
        Assert.Single(plant.Enter(Person(1), new ProposeMerge(One, new(1), new(2), Words("juntas"))).OfType<MotionsMerged>());
    }

    [Fact]
    public void A_postponed_motion_comes_back_to_the_next_agenda_by_itself()
    {
        var plant = AmendingExamples.Tabled();
        plant.Enter(Person(4), new ProposeReferral(One, new(1), Words("después")));
        Assert.Single(plant.VoteAndProclaim(One, 1, new(2), 8).OfType<MotionReferred>());
        Assert.Equal(MotionPhase.Referred, plant.Sitting(One).Find(new(1))!.Phase);
        plant.Enter(Person(1), new CloseAssembly(One));

        var next = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.General);

        Assert.Equal([Words("moción"), Words("General")], plant.Sitting(next).Agenda.Select(item => item.Title));
        Assert.Empty(plant.State.Assemblies.Referrals);
    }

    [Fact]
    public void A_motion_postponed_to_a_day_does_not_come_back_before_it()
    {
        var plant = AmendingExamples.Tabled();
        plant.Enter(Person(4), new ProposeReferral(One, new(1), Words("después"), null, FirstDay.PlusDays(30)));
        plant.VoteAndProclaim(One, 1, new(2), 8);
        plant.Enter(Person(1), new CloseAssembly(One));
        Assert.Single(plant.Sitting(plant.Notice(AssemblyKind.Weekly, 2, Matter.General)).Agenda);
        plant.Now += Duration.FromDays(30);
        Assert.Equal(2, plant.Sitting(plant.Notice(AssemblyKind.Weekly, 2, Matter.General)).Agenda.Length);
    }

    [Fact]
    public void A_referred_motion_goes_to_the_other_body_and_then_comes_back()
    {
        var plant = Founded(withCouncil: true);
        plant.Council(6, 7);
        var id = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.General);
        var motion = plant.Table(id, 1, null);
        var proposal = plant.Enter(Person(4), new ProposeReferral(id, motion, Words("al consejo"), new BodyId(2))).OfType<MotionTabled>().Single().Motion;
        plant.VoteAndProclaim(id, 1, proposal, 8);
        plant.Enter(Person(1), new CloseAssembly(id));
        Assert.Single(plant.Sitting(plant.Notice(AssemblyKind.Weekly, 2, Matter.General)).Agenda);

        var session = plant.OpenSession(new(2), [1, 2, 6, 7], Matter.General);

        Assert.Equal(Words("moción"), plant.Sitting(session).Agenda[0].Title);
        Assert.Equal(Words("moción"), plant.Sitting(plant.Notice(AssemblyKind.Weekly, 2, Matter.General)).Agenda[0].Title);
    }
}
