using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Assemblies;

/// <summary>Ballots, counts, ties and proclamations; and that no result is the work of one person.</summary>
public sealed class BallotSpecs
{
    private static readonly AssemblyId One = new(1);

    [Fact]
    public void Each_votes_once_by_phone_or_by_the_secretary_and_the_count_is_computed()
    {
        var plant = RoomExamples.Open();
        var motion = Opened(plant, VoteMethod.OwnPhone);
        foreach (var number in new[] { 1, 2, 3, 4, 5 }) plant.Enter(Person(number), new CastBallot(One, motion, Choice.For));
        plant.Enter(Person(2), new EnterBallot(One, motion, Person(6), Choice.Against));
        plant.Enter(Person(2), new EnterBallot(One, motion, Person(7), Choice.Abstain));
        Assert.Equal("vote.still-voting", plant.Refused(Person(1), new CloseVote(One, motion)).Code.Name);
        plant.Now += VoteDecider.TimeToVote;

        var counted = plant.Enter(Person(1), new CloseVote(One, motion)).OfType<VoteCounted>().Single();
        Assert.Equal(new Count(8, 10, 0, 5, 1, 1, 0), counted.Count);
        var proclaimed = plant.Enter(Person(1), new ProclaimResult(One, motion)).OfType<ResultProclaimed>().Single();
        Assert.Equal((7, 4, true), (proclaimed.Sum.Base, proclaimed.Sum.Needed, proclaimed.Carried));
    }

    [Fact]
    public void When_all_have_voted_nobody_waits()
    {
        var plant = RoomExamples.Open();
        var motion = Opened(plant, VoteMethod.OwnPhone);
        foreach (var number in Enumerable.Range(1, 7)) plant.Enter(Person(number), new CastBallot(One, motion, Choice.For));
        plant.Enter(Person(8), new CheckOut(One, Person(8)));
        plant.Enter(Person(1), new CloseVote(One, motion));
    }

    [Fact]
    public void Nothing_is_proclaimed_twice_or_voted_again()
    {
        var plant = RoomExamples.Open();
        plant.Carry(One, 1, null, 8);
        Assert.Equal("vote.not-counted", plant.Refused(Person(1), new ProclaimResult(One, new(1))).Code.Name);
        Assert.Equal("motion.settled", plant.Refused(Person(1), new OpenVote(One, new(1), VoteMethod.RollCall, 8)).Code.Name);
        Assert.Equal("vote.not-open", plant.Refused(Person(3), new EnterCount(One, new(1), 1, 0, 0, 0, [Person(3), Person(4)])).Code.Name);
    }

    [Fact]
    public void With_nobody_in_favour_nothing_is_carried()
    {
        var plant = RoomExamples.Open();
        Assert.DoesNotContain(plant.Carry(One, 1, null, 0), entry => entry is Domain.Resolutions.ResolutionAdopted);
    }

    [Fact]
    public void A_tie_is_lost_or_the_chair_breaks_it_but_never_a_larger_majority()
    {
        Assert.False(TiedResult("Lost", 0, null));
        Assert.True(TiedResult("ChairDecides", 0, Choice.For));
        Assert.False(TiedResult("ChairDecides", 0, Choice.Against));
        Assert.False(TiedResult("ChairDecides", 0, null));
        Assert.Equal("vote.no-casting-vote", Tied("ChairDecides", 2).Refused(Person(1), new ProclaimResult(One, new(1), Choice.For)).Code.Name);
    }

    [Fact]
    public void A_chair_who_is_not_entitled_has_no_casting_vote()
    {
        var plant = Tied("ChairDecides", 0);
        plant.Enter(Person(1), new CheckOut(One, Person(1)));
        Assert.Equal("vote.no-casting-vote", plant.Refused(Person(1), new ProclaimResult(One, new(1), Choice.For)).Code.Name);
        plant.Enter(Person(1), new ProclaimResult(One, new(1)));
    }

    [Fact]
    public void Whoever_writes_the_choices_of_others_does_not_proclaim_them()
    {
        var plant = RoomExamples.Open();
        plant.Enter(Person(1), new NameSittingOfficer(One, SittingRole.Secretary, Person(1)));
        var motion = Opened(plant, VoteMethod.RollCall);
        foreach (var number in Enumerable.Range(1, 8)) plant.Enter(Person(1), new EnterBallot(One, motion, Person(number), Choice.For));
        plant.Enter(Person(1), new CloseVote(One, motion));
        Assert.Equal("vote.second-person-needed", plant.Refused(Person(1), new ProclaimResult(One, motion)).Code.Name);

        plant.Enter(Person(1), new NameSittingOfficer(One, SittingRole.Chair, Person(6)));
        plant.Enter(Person(6), new ProclaimResult(One, motion));
    }

    [Fact]
    public void While_a_vote_is_open_those_who_count_stay_who_they_are()
    {
        var plant = RoomExamples.Open();
        Opened(plant, VoteMethod.ShowOfHands);
        Assert.Equal("assembly.vote-is-open", plant.Refused(Person(1), new NameSittingOfficer(One, SittingRole.Teller, Person(6))).Code.Name);
        Assert.Equal("assembly.vote-is-open", plant.Refused(Person(1), new NameSittingOfficer(One, SittingRole.Secretary, Person(6))).Code.Name);
        plant.Enter(Person(4), new CheckOut(One, Person(4)));
        plant.Enter(Person(1), new NameSittingOfficer(One, SittingRole.Teller, Person(6)));
    }

    private static MotionId Opened(Plant plant, VoteMethod method)
    {
        var motion = plant.Table(One, 1, null);
        plant.OpenVote(One, 1, motion, method);
        return motion;
    }

    // Three to three with some abstaining, where the law keeps them in the base.
    private static Plant Tied(string rule, int abstain)
    {
        var majority = new Threshold(Fraction.Half, true, ThresholdBase.Cast, Uncounted.CountInBase, Uncounted.CountInBase);
        var plant = Founded(preset: House.Preset((Rules.Tie, new RuleValue.Choice(rule)), (Rules.MajorityFor(Matter.General), new RuleValue.Majority(majority))));
        plant.OpenAssembly(Enumerable.Range(1, 8), Matter.General);
        var motion = Opened(plant, VoteMethod.ShowOfHands);
        plant.Enter(Person(3), new EnterCount(One, motion, 3, 3, abstain, 0, [Person(3), Person(4)]));
        return plant;
    }

    private static bool TiedResult(string rule, int abstain, Choice? casting) =>
        Tied(rule, abstain).Enter(Person(1), new ProclaimResult(One, new(1), casting)).OfType<ResultProclaimed>().Single().Carried;
}
