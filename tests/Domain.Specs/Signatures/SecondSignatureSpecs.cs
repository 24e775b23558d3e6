using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Signatures;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Signatures;

/// <summary>What one mandate holder signs takes place when another does, one of the two an auditor; only the assembly decides what was contested.</summary>
public sealed class SecondSignatureSpecs
{
    private static readonly PendingId First = new(1);

    internal static Plant Two(int people = 10) => Founded(people, House.Preset((Rules.TwoSignatures, new RuleValue.Switch(true))));

    [Fact]
    public void A_death_is_recorded_by_two()
    {
        var plant = Two();
        var death = new RecordDeparture(Person(8), DepartureReason.Death);
        Assert.Equal([typeof(FirstSignatureGiven)], plant.Enter(Person(2), death).Select(entry => entry.GetType()));
        Assert.Equal(Standing.Member, plant.State.Roster.StandingOf(Person(8), plant.Now));
        Assert.Equal(death, plant.State.Pending.Find(First)!.Act);

        Assert.Equal([typeof(SecondSignatureGiven), typeof(Departed)], plant.Enter(Person(3), new GiveSecondSignature(First)).Select(entry => entry.GetType()));
        Assert.Equal(Standing.Departed, plant.State.Roster.StandingOf(Person(8), plant.Now));
        Assert.Empty(plant.State.Pending.Open);
    }

    [Fact]
    public void So_are_rights_cut_annulments_suspensions_and_editions_of_the_law()
    {
        var plant = Two();
        plant.Resolve(new ChangeNorm(Rules.Tie.Name, new RuleValue.Choice("ChairDecides")));
        Act[] acts =
        [
            new SetVoiceOnly(Person(8), true), new RecordAnnulment(new(1), Words("sentencia")), new RecordSuspension(new(1), OrderedBy.Court, Words("cautelar")),
            new RecordLaw(House.PresetOf(Preset.NoLegalForm, 2, []), "hash"),
        ];
        foreach (var act in acts) Assert.IsType<FirstSignatureGiven>(Assert.Single(plant.Enter(Person(2), act)));
        Assert.Equal((Standing.Member, ResolutionState.InForce, 1), (plant.State.Roster.StandingOf(Person(8), plant.Now), plant.State.Resolutions.All[1].State, plant.State.Statutes.Preset!.Edition));
        plant.Enter(Person(3), new GiveSecondSignature(new(1)));
        Assert.Contains(plant.Enter(Person(3), new GiveSecondSignature(new(2))), entry => entry is RuleCleared);
        Assert.Equal("resolution.already-set-aside", plant.Refused(Person(3), new GiveSecondSignature(new(3))).Code.Name);
        plant.Enter(Person(3), new GiveSecondSignature(new(4)));
        Assert.Equal((Standing.VoiceOnly, 2), (plant.State.Roster.StandingOf(Person(8), plant.Now), plant.State.Statutes.Preset!.Edition));
    }

    [Fact]
    public void What_an_auditor_signed_first_anybody_with_a_mandate_of_the_kind_can_second()
    {
        var plant = Two();
        plant.Resolve(new ChangeNorm(Rules.Tie.Name, new RuleValue.Choice("ChairDecides")));
        plant.Enter(Person(3), new RecordAnnulment(new(1), Words("sentencia")));
        Assert.Contains(plant.Enter(Person(1), new GiveSecondSignature(First)), entry => entry is ResolutionSetAside);
    }

    [Fact]
    public void Where_nobody_else_audits_a_second_person_with_another_mandate_is_enough()
    {
        var plant = Two(2);
        plant.Enter(Person(2), new RecordLaw(House.PresetOf(Preset.NoLegalForm, 2, []), "hash"));
        plant.Enter(Person(1), new GiveSecondSignature(First));
        Assert.Equal(2, plant.State.Statutes.Preset!.Edition);
    }

    [Fact]
    public void A_candidate_who_did_not_go_on_takes_one_signature_and_so_does_everything_in_books_that_ask_for_no_more()
    {
        var plant = Two();
        plant.Enter(Person(20), new ApplyForAdmission(Person(20), Commitment(20)));
        Assert.IsType<Departed>(Assert.Single(plant.Enter(Person(2), new RecordDeparture(Person(20), DepartureReason.ApplicationWithdrawn))));
        Assert.IsType<Departed>(Assert.Single(Founded().Enter(Person(2), new RecordDeparture(Person(8), DepartureReason.Death))));
    }

    [Fact]
    public void Whoever_signed_first_can_take_it_back()
    {
        var plant = Two();
        plant.Enter(Person(2), new SetVoiceOnly(Person(8), true));
        plant.Enter(Person(2), new WithdrawFirstSignature(First));
        Assert.Equal(SignaturesRefusals.Unknown, plant.Refused(Person(3), new GiveSecondSignature(First)).Code);
    }

    [Fact]
    public void It_lapses_when_nobody_signs_in_time()
    {
        var plant = Two();
        plant.Enter(Person(2), new SetVoiceOnly(Person(8), true));
        plant.Now = plant.State.Pending.Find(First)!.Expires + Duration.FromSeconds(1);
        Assert.Equal(SignaturesRefusals.Unknown, plant.Refused(Person(3), new GiveSecondSignature(First)).Code);
        Assert.True(RulesDue.Next(plant.State) <= plant.Now);
        Assert.Contains(new FirstSignatureLapsed(First), plant.DeskEntersDue());
    }

    [Fact]
    public void The_person_it_is_about_contests_it_and_then_only_the_assembly_gives_it_effect()
    {
        var plant = Two();
        plant.Enter(Person(2), new SetVoiceOnly(Person(8), true));
        plant.Enter(Person(8), new ContestSignature(First, Person(8), Words("pagué")));
        Assert.Equal(SignaturesRefusals.Contested, plant.Refused(Person(3), new GiveSecondSignature(First)).Code);
        var entries = plant.Resolve(new GiveSecondSignature(First));
        Assert.Contains(new SecondSignatureGiven(First, new ResolutionId(1)), entries);
        Assert.Equal(Standing.VoiceOnly, plant.State.Roster.StandingOf(Person(8), plant.Now));
    }

    [Fact]
    public void On_the_second_signature_of_the_assembly_the_person_it_is_about_does_not_vote()
    {
        var plant = Two();
        plant.Enter(Person(2), new SetVoiceOnly(Person(8), true));
        var id = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.General);
        var motion = plant.Table(id, 1, new GiveSecondSignature(First));
        plant.OpenVote(id, 1, motion, Domain.Assemblies.VoteMethod.ShowOfHands);
        Assert.Equal([Person(8)], plant.Sitting(id).Find(motion)!.Vote!.Recused);
    }

    [Fact]
    public void What_has_become_impossible_meanwhile_is_refused_at_the_second_signature()
    {
        var plant = Two();
        plant.Enter(Person(2), new RecordDeparture(Person(8), DepartureReason.Death));
        plant.Enter(Person(8), new Resign(Person(8)));
        Assert.Equal("member.not-member", plant.Refused(Person(3), new GiveSecondSignature(First)).Code.Name);
    }
}
