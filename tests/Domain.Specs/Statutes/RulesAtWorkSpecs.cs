using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Statutes;

/// <summary>The numbers of the laws, where they bite: in a notice, at a call, before a vote, off the agenda.</summary>
public sealed class RulesAtWorkSpecs
{
    private static readonly (RuleKey, RuleValue) ArgentineCalls =
        (Rules.FormalCalls, new RuleValue.Calls([new(0, null, new(Fraction.Half, Strict: true)), new(60, null, new(null))]));

    [Fact]
    public void Twenty_two_of_fifty_open_only_at_the_second_call()
    {
        var plant = Founded(50, House.Preset(ArgentineCalls));
        var id = plant.Notice(AssemblyKind.Ordinary, 20, Matter.General);
        plant.Now = plant.State.Assemblies.Find(id)!.Calls[0].At;
        foreach (var number in Enumerable.Range(1, 22)) plant.Enter(Person(number), new CheckIn(id, Person(number)));

        Assert.Equal(new CallFailed(id, 1, 22, 26, 50), Assert.Single(plant.Enter(Person(1), new DeclareCall(id, 1))));
        plant.Now += Duration.FromMinutes(59);
        plant.Refused(Person(1), new DeclareCall(id, 2));
        plant.Now += Duration.FromMinutes(1);
        Assert.IsType<AssemblyOpened>(Assert.Single(plant.Enter(Person(1), new DeclareCall(id, 2))));
    }

    [Theory]
    [InlineData(ExcludedEnds.First, 14, false)]
    [InlineData(ExcludedEnds.First, 15, true)]
    [InlineData(ExcludedEnds.Both, 15, false)]
    [InlineData(ExcludedEnds.Both, 16, true)]
    public void Fifteen_days_of_notice(ExcludedEnds ends, int days, bool enough)
    {
        var plant = Founded(10, House.Preset((Rules.OrdinaryNotice, new RuleValue.Limit(new(15, TimeUnit.Days, ends)))));
        var act = new IssueNotice(BodyId.Assembly, AssemblyKind.Ordinary, plant.Local.PlusDays(days), Words("Nave 1"), [new(Words("Cuentas"), Matter.General)]);
        if (enough) plant.Enter(Person(1), act);
        else Assert.Equal(AssembliesRefusals.NoticeTooShort, plant.Refused(Person(1), act).Code);
    }

    [Fact]
    public void A_matter_with_a_quorum_of_its_own_waits_for_it_and_the_others_do_not()
    {
        var plant = Founded(10, House.Preset((Rules.QuorumFor(Matter.Merge), new RuleValue.Heads(new(Fraction.TwoThirds)))));
        var id = plant.OpenAssembly(Enumerable.Range(1, 6), AssemblyKind.Extraordinary, Matter.Merge, Matter.General);
        var merge = plant.Table(id, 1, null);
        plant.Enter(Person(1), new TakeItem(id, 1));

        Assert.Equal(new QuorumLost(id, merge, 6, 7), Assert.Single(plant.Enter(Person(1), new OpenVote(id, merge, VoteMethod.ShowOfHands, 6))));
        Assert.Contains(plant.Carry(id, 2, null, 6), entry => entry is ResultProclaimed { Carried: true });
        plant.Enter(Person(7), new CheckIn(id, Person(7)));
        Assert.Contains(plant.VoteAndProclaim(id, 1, merge, 7), entry => entry is ResultProclaimed { Carried: true });
    }

    [Theory]
    [InlineData("IfConsequence", 4, true)]
    [InlineData("TwoThirdsOfPresent", 4, false)]
    [InlineData("TwoThirdsOfPresent", 5, true)]
    [InlineData("MajorityOfAll", 5, false)]
    [InlineData("MajorityOfAll", 6, true)]
    public void Recall_off_the_agenda_takes_what_the_law_asks(string option, int inFavour, bool carried)
    {
        var plant = Founded(10, House.Preset((Rules.OffAgenda(Matter.RecallMandate), new RuleValue.Choice(option))));
        var mandate = plant.State.Posts.Mandates.Values.Single(held => held.Person == Person(2) && held.Post is not null).Id;
        var id = plant.OpenAssembly([1, 3, 4, 5, 6, 7, 8], Matter.General);
        var motion = plant.Table(id, 1, new RecallMandate(mandate), asConsequence: true);
        Assert.Equal(carried, plant.VoteAndProclaim(id, 1, motion, inFavour, 7 - inFavour).OfType<ResultProclaimed>().Single().Carried);
    }

    [Fact]
    public void Where_recall_must_be_on_the_agenda_it_cannot_arise_from_it()
    {
        var plant = Founded(10, House.Preset((Rules.OffAgenda(Matter.RecallMandate), new RuleValue.Choice("Never"))));
        var id = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.General);
        var recall = new TableMotion(id, 1, Words("moción"), new RecallMandate(new(2)), null, true);
        Assert.Equal(VotesRefusals.OffAgenda, plant.Refused(Person(1), recall).Code);
    }
}
