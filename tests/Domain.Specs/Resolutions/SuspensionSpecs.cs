using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Resolutions;

/// <summary>A suspended resolution rests: what it changed is held back as far as it can be given again, and nothing more is done under it.</summary>
public sealed class SuspensionSpecs
{
    private static readonly ResolutionId First = new(1);

    [Fact]
    public void A_mandate_rests_with_its_seat_kept_and_goes_on_when_the_suspension_is_lifted()
    {
        var plant = Founded();
        plant.Resolve(new RecallMandate(new(2)));
        var mandate = plant.Resolve(new GrantMandate(new(2), Person(7))).OfType<MandateGranted>().Single().Mandate;
        Assert.Contains(new MandatePaused(mandate), plant.Enter(Person(3), new RecordSuspension(new(2), OrderedBy.Court, Words("cautelar"))));
        Assert.Equal("authority.mandate-over", plant.Refused(Person(7), new SetVoiceOnly(Person(9), true), new Authority.Mandate(mandate)).Code.Name);
        Assert.Equal("post.no-free-seat", plant.Blocked(new GrantMandate(new(2), Person(8))).Code.Name);

        plant.Now += Duration.FromDays(1);
        Assert.Contains(new MandateResumed(mandate), plant.Enter(Person(3), new RecordLifting(new(2), OrderedBy.Court, Words("levantada"))));
        plant.Enter(Person(7), new SetVoiceOnly(Person(9), true));
    }

    [Fact]
    public void A_suspended_recall_gives_the_powers_back_until_it_goes_on()
    {
        var plant = Founded();
        plant.Resolve(new RecallMandate(new(2)));
        plant.Enter(Person(3), new RecordSuspension(First, OrderedBy.AppealBody, Words("recurso")));
        Assert.NotNull(plant.State.Posts.Giving(Power.KeepRoster, Person(2), plant.Now));
        plant.Resolve(new LiftSuspension(First));
        Assert.Null(plant.State.Posts.Giving(Power.KeepRoster, Person(2), plant.Now));
        Assert.Equal(MandateEnd.Recall, plant.State.Posts.Find(new MandateId(2))!.End);
    }

    [Fact]
    public void Who_was_admitted_has_voice_until_it_is_decided()
    {
        var plant = Founded();
        plant.Enter(Person(20), new ApplyForAdmission(Person(20), Commitment(20)));
        plant.Resolve(new Admit(Person(20)));
        plant.Enter(Person(3), new RecordSuspension(First, OrderedBy.Court, Words("cautelar")));
        Assert.Equal(Standing.VoiceOnly, plant.State.Roster.StandingOf(Person(20), plant.Now));
        plant.Enter(Person(3), new RecordLifting(First, OrderedBy.Court, Words("levantada")));
        Assert.Equal(Standing.Member, plant.State.Roster.StandingOf(Person(20), plant.Now));
    }

    [Fact]
    public void A_member_suspended_by_a_resolution_that_is_suspended_is_back_until_it_goes_on()
    {
        var plant = Founded();
        plant.Resolve(new Suspend(Person(8), FirstDay.PlusDays(12)));
        plant.Enter(Person(3), new RecordSuspension(First, OrderedBy.AppealBody, Words("recurso")));
        Assert.Equal(Standing.Member, plant.State.Roster.StandingOf(Person(8), plant.Now));
        plant.Enter(Person(3), new RecordLifting(First, OrderedBy.AppealBody, Words("rechazado")));
        Assert.Equal(Standing.Suspended, plant.State.Roster.StandingOf(Person(8), plant.Now));
    }

    [Fact]
    public void A_norm_goes_back_and_comes_again_unless_it_was_changed_meanwhile()
    {
        static ChangeNorm Terms(int number) => new(Rules.CouncilConsecutive.Name, new RuleValue.Whole(number));

        var plant = Founded();
        plant.Resolve(Terms(3));
        plant.Enter(Person(3), new RecordSuspension(First, OrderedBy.Court, Words("cautelar")));
        Assert.Equal(2, plant.State.Statutes.Rule(Rules.CouncilConsecutive).Value.Value);
        plant.Enter(Person(3), new RecordLifting(First, OrderedBy.Court, Words("levantada")));
        Assert.Equal(3, plant.State.Statutes.Rule(Rules.CouncilConsecutive).Value.Value);

        plant.Enter(Person(3), new RecordSuspension(First, OrderedBy.Court, Words("otra")));
        plant.Resolve(Terms(5));
        plant.Enter(Person(3), new RecordLifting(First, OrderedBy.Court, Words("levantada")));
        Assert.Equal(5, plant.State.Statutes.Rule(Rules.CouncilConsecutive).Value.Value);
    }

    [Fact]
    public void An_effect_that_waits_for_its_day_waits_on_and_takes_place_once_the_suspension_is_lifted()
    {
        var plant = Founded();
        var day = FirstDay.PlusDays(20);
        plant.Resolve(new CreatePost(new(Words("Puerta"), BodyId.Assembly, [], 1, 12)), new EffectFrom.Date(day));
        plant.Enter(Person(3), new RecordSuspension(First, OrderedBy.Authority, Words("orden")));
        plant.Now = day.AtStartOfDayInZone(Zone).ToInstant();
        Assert.Equal("deed.nothing-due", plant.Refused(PersonId.Nobody, new Domain.Deed.EnterDue(), new Authority.RuleDue()).Code.Name);
        plant.Enter(Person(3), new RecordLifting(First, OrderedBy.Authority, Words("levantada")));
        Assert.Single(plant.DeskEntersDue().OfType<PostCreated>());
    }

    [Fact]
    public void What_was_suspended_can_be_set_aside_and_then_nothing_is_undone_twice()
    {
        var plant = Founded();
        plant.Resolve(new ChangeNorm(Rules.Tie.Name, new RuleValue.Choice("ChairDecides")));
        plant.Enter(Person(3), new RecordSuspension(First, OrderedBy.Court, Words("cautelar")));
        Assert.Single(plant.Enter(Person(3), new RecordAnnulment(First, Words("sentencia"))));
        Assert.Equal(ResolutionState.SetAside, plant.State.Resolutions.All[1].State);
    }

    [Fact]
    public void It_asks_nobody_for_anything_while_it_rests()
    {
        var plant = Founded();
        plant.Resolve(new CreatePost(new(Words("Puerta"), BodyId.Assembly, [], 1, 12)));
        plant.Enter(Person(1), new AssignResolution(First, new(2), plant.Local.Date.PlusDays(2)));
        plant.Enter(Person(3), new RecordSuspension(First, OrderedBy.Court, Words("cautelar")));
        Assert.False(plant.State.Resolutions.All[1].IsOverdue(plant.Local.Date.PlusDays(30)));
        Assert.DoesNotContain(plant.Sitting(plant.Notice(Assemblies.Weekly, 5, Matter.General)).Agenda, item => item.About == First);
    }

    [Fact]
    public void Words_alone_can_be_registered_once()
    {
        var plant = Founded();
        var id = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.General);
        plant.Carry(id, 1, null, 8);
        Assert.Equal([typeof(ResolutionRegistered)], plant.Enter(Person(2), new RecordRegistration(First, Words("matrícula 12"))).Select(entry => entry.GetType()));
        Assert.Equal(ResolutionsRefusals.AlreadyRegistered, plant.Refused(Person(2), new RecordRegistration(First, Words("otra"))).Code);
    }

    private static class Assemblies
    {
        public const Domain.Assemblies.AssemblyKind Weekly = Domain.Assemblies.AssemblyKind.Weekly;
    }
}
