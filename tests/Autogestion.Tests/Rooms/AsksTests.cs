using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Specs;
using Autogestion.Domain.Statutes;
using Autogestion.Pages.Today;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Tests.Rooms;

/// <summary>What is asked of one person: only what she can do, only while it waits.</summary>
public sealed class AsksTests
{
    private static ImmutableArray<Ask> Of(Plant plant, int person) => Asks.Of(plant.State, Person(person), plant.Now);

    // A small effect that any assembly can carry.
    private static Act NewPost => new CreatePost(new(Words("Puerta"), BodyId.Assembly, [], 1, 6));

    [Fact]
    public void Nothing_waits_in_a_new_plant_and_nothing_is_asked_of_strangers()
    {
        var plant = Founded();
        Assert.Empty(Of(plant, 7));
        Assert.Empty(Of(plant, 99));
    }

    [Fact]
    public void Whoever_was_charged_is_asked_for_a_defence_and_whoever_convenes_to_name_who_looks_into_it()
    {
        var plant = Founded();
        plant.Enter(Person(4), new Domain.Sanctions.LayCharge(Person(8), Domain.Sanctions.SanctionStep.Exclusion, Words("hechos"), Words("norma")));
        Assert.Null(Assert.IsType<Ask.Defend>(Assert.Single(Of(plant, 8))).Hearing);
        Assert.IsType<Ask.NameInvestigator>(Assert.Single(Of(plant, 1)));
        plant.Enter(Person(1), new Domain.Sanctions.NameInvestigator(new(1), Person(9)));
        Assert.Empty(Of(plant, 1));
        Assert.IsType<Ask.Investigate>(Assert.Single(Of(plant, 9)));
        plant.Enter(Person(9), new Domain.Sanctions.SetHearing(new(1), plant.Local.PlusDays(7), Words("oficina")));
        Assert.NotNull(Assert.IsType<Ask.Defend>(Assert.Single(Of(plant, 8))).Hearing);
    }

    [Fact]
    public void Two_hours_before_an_assembly_all_are_asked_to_come_in_until_they_have()
    {
        var plant = Founded();
        var id = plant.Notice(AssemblyKind.Weekly, 2, Matter.General);
        Assert.Empty(Of(plant, 7));
        plant.Now = plant.Sitting(id).Calls[0].At - Duration.FromHours(3);
        Assert.Equal(id, Assert.IsType<Ask.Attend>(Assert.Single(Of(plant, 7))).Assembly);
        plant.Now = plant.Sitting(id).Calls[0].At - Duration.FromHours(1);
        Assert.Equal(id, Assert.IsType<Ask.ComeIn>(Assert.Single(Of(plant, 7))).Assembly);
        plant.Enter(Person(7), new CheckIn(id, Person(7)));
        Assert.Empty(Of(plant, 7));
    }

    [Fact]
    public void The_chair_is_asked_to_make_the_call_when_its_hour_has_come_and_nobody_else_is()
    {
        var plant = Founded();
        var id = plant.Notice(AssemblyKind.Weekly, 2, Matter.General);
        plant.Now = plant.Sitting(id).Calls[0].At;
        Assert.Equal(1, Assert.Single(Of(plant, 1).OfType<Ask.MakeCall>()).Call);
        Assert.DoesNotContain(Of(plant, 7), ask => ask is Ask.MakeCall);
    }

    [Fact]
    public void An_open_vote_comes_first_for_those_in_the_room_until_they_have_voted()
    {
        var plant = Founded();
        var id = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.General);
        var motion = plant.Table(id, 1, null);
        plant.Enter(Person(1), new TakeItem(id, 1));
        plant.Enter(Person(1), new OpenVote(id, motion, VoteMethod.OwnPhone, 8));

        var vote = Assert.IsType<Ask.Vote>(Of(plant, 7)[0]);
        Assert.True(vote.ByPhone);
        Assert.Equal((0, 8), (vote.Voted, vote.May));
        Assert.DoesNotContain(Of(plant, 9), ask => ask is Ask.Vote);
        plant.Enter(Person(7), new CastBallot(id, motion, Choice.For));
        Assert.DoesNotContain(Of(plant, 7), ask => ask is Ask.Vote);
    }

    [Fact]
    public void Whoever_is_singled_out_is_not_asked_to_vote()
    {
        var plant = Founded();
        var mandate = plant.State.Posts.Giving(Power.KeepRoster, Person(2), plant.Now)!;
        var id = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.RecallMandate);
        var motion = plant.Table(id, 1, new RecallMandate(mandate.Id));
        plant.Enter(Person(1), new TakeItem(id, 1));
        plant.Enter(Person(1), new OpenVote(id, motion, VoteMethod.OwnPhone, 8));
        Assert.Contains(Of(plant, 7), ask => ask is Ask.Vote);
        Assert.DoesNotContain(Of(plant, 2), ask => ask is Ask.Vote);
    }

    [Fact]
    public void A_motion_asks_others_for_backing_only_where_the_rules_want_it()
    {
        var plant = Founded(preset: House.Preset((Rules.Seconding, new RuleValue.Switch(true))));
        var id = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.General);
        var motion = plant.Table(id, 1, null, Person(4));
        Assert.Equal(motion, Assert.Single(Of(plant, 7).OfType<Ask.Second>()).Motion.Id);
        Assert.DoesNotContain(Of(plant, 4), ask => ask is Ask.Second);
        plant.Enter(Person(5), new SecondMotion(id, motion));
        Assert.DoesNotContain(Of(plant, 7), ask => ask is Ask.Second);
    }

    [Fact]
    public void Minutes_are_first_to_be_drawn_up_then_to_be_signed()
    {
        var plant = Founded();
        var id = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.General);
        plant.Enter(Person(1), new CloseAssembly(id));
        Assert.Contains(Of(plant, 1), ask => ask is Ask.DrawUpMinutes { Late: false });
        plant.Now += Duration.FromDays(60);
        Assert.Contains(Of(plant, 1), ask => ask is Ask.DrawUpMinutes { Late: true });
        plant.Enter(Person(1), new DrawUpMinutes(id));
        Assert.DoesNotContain(Of(plant, 1), ask => ask is Ask.DrawUpMinutes);
        Assert.Contains(Of(plant, 5), ask => ask is Ask.SignMinutes);
        plant.Enter(Person(5), new SignMinutes(id));
        Assert.DoesNotContain(Of(plant, 5), ask => ask is Ask.SignMinutes);
        Assert.DoesNotContain(Of(plant, 7), ask => ask is Ask.SignMinutes or Ask.DrawUpMinutes);
    }

    [Fact]
    public void A_resolution_is_asked_of_whoever_holds_its_post_until_it_is_done()
    {
        var plant = Founded();
        plant.Resolve(NewPost);
        var resolution = plant.State.Resolutions.All[1].Id;
        var post = plant.State.Posts.Giving(Power.KeepRoster, Person(2), plant.Now)!.Post!.Value;
        var due = plant.Now.InZone(Zone).Date.PlusDays(5);
        plant.Enter(Person(1), new AssignResolution(resolution, post, due));
        Assert.False(Assert.Single(Of(plant, 2).OfType<Ask.CarryOut>()).Late);
        Assert.DoesNotContain(Of(plant, 7), ask => ask is Ask.CarryOut);
        plant.Now += Duration.FromDays(7);
        Assert.True(Assert.Single(Of(plant, 2).OfType<Ask.CarryOut>()).Late);
        plant.Enter(Person(2), new ReportProgress(resolution, true));
        Assert.DoesNotContain(Of(plant, 2), ask => ask is Ask.CarryOut);
    }

    [Fact]
    public void The_second_signature_is_asked_of_audit_and_not_of_the_member()
    {
        var plant = Founded();
        plant.Enter(Person(2), new ProposeRecovery(Person(7)));
        Assert.Equal(Person(7), Assert.Single(Of(plant, 3).OfType<Ask.ConfirmRecovery>()).Person);
        Assert.Empty(Of(plant, 7));
        Assert.DoesNotContain(Of(plant, 2), ask => ask is Ask.ConfirmRecovery);
    }

    [Fact]
    public void Whoever_keeps_the_roster_hears_of_candidates_and_of_trials_that_are_over()
    {
        var plant = Founded();
        plant.Enter(Person(20), new ApplyForAdmission(Person(20), Commitment(20)));
        plant.Enter(Person(21), new ApplyForAdmission(Person(21), Commitment(21)));
        Assert.Equal(2, Assert.Single(Of(plant, 2).OfType<Ask.Candidates>()).Count);
        plant.Enter(Person(2), new BeginTrial(Person(20), plant.Now.InZone(Zone).Date.PlusDays(5)));
        Assert.Equal(1, Assert.Single(Of(plant, 2).OfType<Ask.Candidates>()).Count);
        Assert.DoesNotContain(Of(plant, 2), ask => ask is Ask.TrialsOver);
        plant.Now += Duration.FromDays(7);
        Assert.Equal(1, Assert.Single(Of(plant, 2).OfType<Ask.TrialsOver>()).Count);
        Assert.DoesNotContain(Of(plant, 1), ask => ask is Ask.Candidates or Ask.TrialsOver);
    }

    [Fact]
    public void A_petition_asks_for_signatures_and_then_for_its_assembly()
    {
        var plant = Founded(30);
        var petition = plant.Enter(Person(10), new PetitionAssembly(AssemblyKind.Weekly, [new(Words("Techo"), Matter.General)])).OfType<AssemblyPetitioned>().Single().Petition;
        var ask = Assert.Single(Of(plant, 12).OfType<Ask.SignPetition>());
        Assert.Equal((1, 3), (ask.Signatures, ask.Needed));
        Assert.DoesNotContain(Of(plant, 10), one => one is Ask.SignPetition);
        plant.Enter(Person(11), new SignPetition(petition));
        plant.Enter(Person(12), new SignPetition(petition));
        Assert.Contains(Of(plant, 1), one => one is Ask.CallPetitioned);
        Assert.DoesNotContain(Of(plant, 12), one => one is Ask.CallPetitioned);
        plant.Now += Duration.FromDays(9);
        Assert.Contains(Of(plant, 12), one => one is Ask.CallPetitioned);
        Assert.DoesNotContain(Of(plant, 14), one => one is Ask.CallPetitioned);
    }

    [Fact]
    public void A_registration_is_asked_of_whoever_represents()
    {
        var plant = Founded();
        plant.Resolve(NewPost, new EffectFrom.Registration());
        Assert.Single(Of(plant, 2).OfType<Ask.RecordRegistration>());
        Assert.DoesNotContain(Of(plant, 1), ask => ask is Ask.RecordRegistration);
    }
}
