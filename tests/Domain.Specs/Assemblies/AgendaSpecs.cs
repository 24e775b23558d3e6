using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Assemblies;

/// <summary>What may come up without being on the agenda: the same recall under three laws; and what wants paper.</summary>
public sealed class AgendaSpecs
{
    [Fact]
    public void AR_a_recall_may_arise_from_the_councils_report()
    {
        var (plant, id) = Report("IfConsequence");
        Assert.Equal("motion.off-agenda", plant.Refused(Person(4), new TableMotion(id, 1, Words("revocar"), new RecallMandate(new(2)))).Code.Name);
        var motion = plant.Table(id, 1, new RecallMandate(new(2)), Person(4), asConsequence: true);

        Assert.Contains(plant.VoteAndProclaim(id, 1, motion, 5, 2), entry => entry is MandateEnded { Reason: MandateEnd.Recall });
    }

    [Fact]
    public void UY_a_recall_must_be_on_the_agenda()
    {
        var (plant, id) = Report("Never");
        var refusal = plant.Refused(Person(4), new TableMotion(id, 1, Words("revocar"), new RecallMandate(new(2)), AsConsequence: true));
        Assert.Equal("motion.off-agenda", refusal.Code.Name);
        Assert.Equal(Rules.OffAgenda(Matter.RecallMandate).Name, refusal.Rule!.Rule);
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void ES_a_recall_off_the_agenda_takes_more_than_half_of_all_votes(int inFavour, bool carried)
    {
        var (plant, id) = Report("MajorityOfAll");
        var motion = plant.Table(id, 1, new RecallMandate(new(2)), Person(4));
        var result = plant.VoteAndProclaim(id, 1, motion, inFavour).OfType<ResultProclaimed>().Single();
        Assert.Equal((ThresholdBase.Roll, 10, 6), (result.Sum.Threshold.Base, result.Sum.Base, result.Sum.Needed));
        Assert.Equal(carried, result.Carried);
    }

    [Fact]
    public void What_is_on_the_agenda_takes_its_ordinary_majority()
    {
        var plant = Founded(preset: House.Preset((Rules.OffAgenda(Matter.RecallMandate), new RuleValue.Choice("MajorityOfAll"))));
        var id = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.RecallMandate);
        var result = plant.Carry(id, 1, new RecallMandate(new(2)), 3, 0, 3).OfType<ResultProclaimed>().Single();
        Assert.Equal((ThresholdBase.Present, 4, 3, true), (result.Sum.Threshold.Base, result.Sum.Base, result.Sum.Needed, result.Carried));
    }

    [Fact]
    public void What_the_law_wants_secret_is_voted_on_paper_and_counted_by_two()
    {
        var plant = Founded(preset: House.Preset((Rules.Secret(Matter.ElectPost), new RuleValue.Switch(true))));
        plant.Resolve(new CreatePost(new(Words("Puerta"), BodyId.Assembly, [], 1, 6)));
        var id = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.ElectPost);
        var motion = plant.Table(id, 1, new GrantMandate(new(4), Person(7)));
        plant.Enter(Person(1), new TakeItem(id, 1));
        foreach (var method in new[] { VoteMethod.OwnPhone, VoteMethod.RollCall, VoteMethod.ShowOfHands })
            Assert.Equal("vote.secrecy-demanded", plant.Refused(Person(1), new OpenVote(id, motion, method, 8)).Code.Name);
        Assert.Contains(plant.VoteAndProclaim(id, 1, motion, 5, 3, method: VoteMethod.Paper), entry => entry is MandateGranted);
    }

    [Fact]
    public void An_election_cannot_be_tabled_before_the_post_whose_matter_it_takes()
    {
        var plant = Founded(withCouncil: true);
        var id = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.CreatePost, Matter.ElectPost, Matter.ElectCouncil);
        Assert.Equal("motion.not-an-effect", plant.Refused(Person(1), new TableMotion(id, 2, Words("elegir"), new GrantMandate(new(4), Person(7)))).Code.Name);

        plant.Table(id, 1, new CreatePost(new(Words("Presidencia"), new(2), [], 1, 12)));
        Assert.Equal("motion.off-agenda", plant.Refused(Person(1), new TableMotion(id, 2, Words("elegir"), new GrantMandate(new(4), Person(7)))).Code.Name);
        plant.Table(id, 3, new GrantMandate(new(4), Person(7)));
    }

    private static (Plant Plant, AssemblyId Id) Report(string rule)
    {
        var plant = Founded(preset: House.Preset((Rules.OffAgenda(Matter.RecallMandate), new RuleValue.Choice(rule))));
        return (plant, plant.OpenAssembly(Enumerable.Range(1, 8), Matter.General));
    }
}
