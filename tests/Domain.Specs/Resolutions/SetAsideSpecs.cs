using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Resolutions;

/// <summary>What is changed back when a resolution is set aside, and what stays.</summary>
public sealed class SetAsideSpecs
{
    private static readonly ResolutionId First = new(1);

    [Fact]
    public void Taking_back_takes_the_matter_and_so_the_majority_of_what_is_taken_back()
    {
        var reform = new RuleValue.Majority(new(Fraction.TwoThirds, false, ThresholdBase.Present, Uncounted.Excluded, Uncounted.Excluded));
        var plant = Founded(preset: House.Preset((Rules.MajorityFor(Matter.ReformStatutes), reform)));
        plant.Resolve(new ReformStatutes(Rules.MinutesSigners.Name, new RuleValue.Whole(2)));
        var id = plant.OpenAssembly(Enumerable.Range(1, 9), Matter.ReformStatutes, Matter.SetAside);
        Assert.Equal("motion.off-agenda", plant.Refused(Person(1), new Domain.Assemblies.TableMotion(id, 2, Words("dejar sin efecto"), new SetAside(First))).Code.Name);
        Assert.DoesNotContain(plant.Carry(id, 1, new SetAside(First), 5, 4), entry => entry is ResolutionSetAside);
        Assert.Contains(plant.Carry(id, 1, new SetAside(First), 6, 3), entry => entry is ResolutionSetAside);
    }

    [Fact]
    public void An_election_also_one_for_later_ends()
    {
        var plant = Founded();
        plant.Resolve(new CreatePost(new(Words("Puerta"), BodyId.Assembly, [], 2, 6)));
        var now = plant.Resolve(new GrantMandate(new(4), Person(7))).OfType<MandateGranted>().Single().Mandate;
        var later = plant.Resolve(new GrantMandate(new(4), Person(8), FirstDay.PlusMonths(2))).OfType<MandateGranted>().Single().Mandate;

        Assert.Contains(new MandateEnded(now, MandateEnd.SetAside), plant.Enter(Person(3), new RecordAnnulment(new(2), Words("sentencia"))));
        Assert.Contains(new MandateEnded(later, MandateEnd.SetAside), plant.Enter(Person(3), new RecordAnnulment(new(3), Words("sentencia"))));
        plant.Now += Duration.FromDays(90);
        Assert.DoesNotContain(plant.State.Posts.Live(plant.Now), mandate => mandate.Person == Person(8));
    }

    [Fact]
    public void A_post_closes_with_all_its_mandates()
    {
        var plant = Founded();
        plant.Resolve(new CreatePost(new(Words("Puerta"), BodyId.Assembly, [], 2, 6)));
        plant.Resolve(new GrantMandate(new(4), Person(7)));
        plant.Resolve(new GrantMandate(new(4), Person(8), FirstDay.PlusMonths(2)));
        var entries = plant.Enter(Person(3), new RecordAnnulment(First, Words("sentencia")));
        Assert.Equal(2, entries.OfType<MandateEnded>().Count());
        Assert.Contains(new PostClosed(new(4)), entries);
    }

    [Fact]
    public void An_admission_ends_and_with_it_what_the_person_held()
    {
        var plant = Founded();
        plant.Enter(Person(20), new ApplyForAdmission(Person(20), Commitment(20)));
        plant.Resolve(new Admit(Person(20)));
        plant.Resolve(new CreatePost(new(Words("Puerta"), BodyId.Assembly, [], 2, 6)));
        plant.Resolve(new GrantMandate(new(4), Person(20)));
        var entries = plant.Enter(Person(3), new RecordAnnulment(First, Words("sentencia")));
        Assert.Contains(new Departed(Person(20), DepartureReason.AdmissionSetAside), entries);
        Assert.Contains(entries, entry => entry is MandateEnded { Reason: MandateEnd.Departure });
    }

    [Theory]
    [InlineData(false, Standing.Member)]
    [InlineData(true, Standing.VoiceOnly)]
    public void A_suspension_ends_that_second_and_the_person_is_what_he_or_she_was(bool voiceOnly, Standing standing)
    {
        var plant = Founded();
        if (voiceOnly) plant.Enter(Person(2), new SetVoiceOnly(Person(8), true));
        plant.Resolve(new Suspend(Person(8), FirstDay.PlusDays(10)));
        plant.Enter(Person(3), new RecordAnnulment(First, Words("sentencia")));
        Assert.Equal(standing, plant.State.Roster.StandingOf(Person(8), plant.Now));
    }

    [Fact]
    public void A_norm_is_again_what_it_was_unless_a_later_resolution_changed_it()
    {
        static ChangeNorm Terms(int number) => new(Rules.CouncilConsecutive.Name, new RuleValue.Whole(number));

        var plant = Founded();
        plant.Resolve(Terms(3));
        plant.Resolve(Terms(5));
        plant.Enter(Person(3), new RecordAnnulment(First, Words("sentencia")));
        Assert.Equal(5, plant.State.Statutes.Rule(Rules.CouncilConsecutive).Value.Value);

        var other = Founded();
        other.Resolve(Terms(3));

        other.Resolve(Terms(5));
        other.Enter(Person(3), new RecordAnnulment(new(2), Words("sentencia")));
        Assert.Equal(3, other.State.Statutes.Rule(Rules.CouncilConsecutive).Value.Value);
        other.Enter(Person(3), new RecordAnnulment(First, Words("sentencia")));
        Assert.Equal((2, Layer.Law), (other.State.Statutes.Rule(Rules.CouncilConsecutive).Value.Value, other.State.Statutes.Rule(Rules.CouncilConsecutive).Layer));
    }

    [Fact]
    public void What_was_set_aside_is_not_set_aside_again_and_never_comes_back()
    {
        var plant = Founded();
        plant.Resolve(new ChangeNorm(Rules.Tie.Name, new RuleValue.Choice("ChairDecides")));
        plant.Resolve(new SetAside(First));
        Assert.Equal(new ResolutionId(2), plant.State.Resolutions.All[1].SetAsideBy);
        Assert.Equal("Lost", plant.State.Statutes.Rule(Rules.Tie).Value.Value);
        plant.Enter(Person(3), new RecordAnnulment(new(2), Words("sentencia")));
        Assert.Equal(ResolutionState.SetAside, plant.State.Resolutions.All[1].State);
    }
}
