using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Posts;

/// <summary>Nobody is recalled in passing: a post that somebody holds is not closed, and each recall takes its own majority.</summary>
public sealed class HeldPostSpecs
{
    private static readonly (RuleKey, RuleValue) Refused = (Rules.HeldPost, new RuleValue.Choice("Refused"));

    private static readonly RuleValue Strict = new RuleValue.Majority(new(Fraction.TwoThirds, false, ThresholdBase.Roll, Uncounted.CountInBase, Uncounted.CountInBase));

    [Fact]
    public void A_post_is_closed_once_its_mandates_are_recalled_on_the_same_agenda()
    {
        var plant = Founded(preset: House.Preset(Refused));
        var id = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.RecallMandate, Matter.CreatePost);
        var recall = plant.Table(id, 1, new RecallMandate(new(2)));
        var tabled = plant.Enter(Person(1), new Domain.Assemblies.TableMotion(id, 2, Words("cerrar"), new ClosePost(new(2)))).OfType<Domain.Assemblies.MotionTabled>().Single();
        Assert.Empty(tabled.Warnings);
        plant.VoteAndProclaim(id, 1, recall, 6, 1);
        Assert.Contains(new PostClosed(new(2)), plant.VoteAndProclaim(id, 2, tabled.Motion, 8));
    }

    [Fact]
    public void A_resolution_that_made_a_post_is_not_taken_back_while_somebody_holds_it_but_a_court_can_annul_it()
    {
        var plant = Founded(preset: House.Preset(Refused));
        plant.Resolve(new CreatePost(new(Words("Puerta"), BodyId.Assembly, [], 2, 6)));
        plant.Resolve(new GrantMandate(new(4), Person(7)));
        Assert.Equal(PostsRefusals.StillHeld, plant.Blocked(new SetAside(new(1))).Code);
        Assert.Equal(PostsRefusals.StillHeld, plant.Blocked(new SuspendResolution(new(1))).Code);
        Assert.Contains(new PostClosed(new(4)), plant.Enter(Person(3), new RecordAnnulment(new(1), Words("sentencia"))));
    }

    [Theory]
    [InlineData(1, Matter.RecallMandate)]
    [InlineData(3, Matter.RecallAuditor)]
    [InlineData(4, Matter.RecallCouncil)]
    public void A_recall_belongs_to_the_post_that_is_recalled_where_the_law_tells_them_apart(int mandate, Matter matter)
    {
        var plant = Founded(preset: House.Preset((Rules.MajorityFor(Matter.RecallCouncil), Strict), (Rules.MajorityFor(Matter.RecallAuditor), Strict)), withCouncil: true);
        plant.Council(6);
        Assert.Equal(matter, Effects.MatterOf(new RecallMandate(MandateOf(mandate, plant)), plant.State));
    }

    [Fact]
    public void Where_an_older_edition_does_not_tell_them_apart_there_is_one_recall()
    {
        var plant = Founded(withCouncil: true);
        plant.Council(6);
        Assert.All(new[] { 1, 3, 4 }, mandate => Assert.Equal(Matter.RecallMandate, Effects.MatterOf(new RecallMandate(MandateOf(mandate, plant)), plant.State)));
    }

    [Fact]
    public void The_recall_of_an_auditor_takes_the_majority_of_its_own()
    {
        var plant = Founded(preset: House.Preset((Rules.MajorityFor(Matter.RecallCouncil), Strict), (Rules.MajorityFor(Matter.RecallAuditor), Strict)));
        var id = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.RecallAuditor, Matter.RecallMandate);
        Assert.Equal("motion.off-agenda", plant.Refused(Person(1), new Domain.Assemblies.TableMotion(id, 2, Words("revocar"), new RecallMandate(new(3)))).Code.Name);
        var motion = plant.Table(id, 1, new RecallMandate(new(3)));
        plant.OpenVote(id, 1, motion, Domain.Assemblies.VoteMethod.OwnPhone);
        Assert.Equal(((RuleValue.Majority)Strict).Value, plant.Sitting(id).Find(motion)!.Vote!.Majority);
    }

    // 4 stands for the seat in the council, whose number follows those of the officers of sittings.
    private static MandateId MandateOf(int mandate, Plant plant) => mandate < 4 ? new(mandate) : plant.State.Posts.Live(plant.Now).Single(held => held.Person == Person(6)).Id;
}
