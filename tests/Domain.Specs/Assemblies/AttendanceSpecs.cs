using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Assemblies;

/// <summary>Who is in the room, when, and on whose word; and what happens when people slip out.</summary>
public sealed class AttendanceSpecs
{
    private static readonly AssemblyId One = new(1);

    [Fact]
    public void Whoever_was_suspended_when_a_vote_opened_was_not_counted_and_casts_no_ballot_in_it_later()
    {
        var plant = Founded();
        var id = plant.OpenAssembly(Enumerable.Range(1, 10), Matter.SuspendMember, Matter.General);
        plant.Carry(id, 1, new Domain.Members.Suspend(Person(9), plant.Local.Date), 9);
        var motion = plant.Table(id, 2, null);
        plant.OpenVote(id, 2, motion, VoteMethod.OwnPhone);
        Assert.Equal(9, plant.Sitting(id).Find(motion)!.Vote!.Present);

        plant.Now += Duration.FromDays(1);
        Assert.Contains(Person(9), plant.State.Roster.Voters(plant.Now));
        Assert.Equal("vote.came-later", plant.Refused(Person(9), new CastBallot(id, motion, Choice.For)).Code.Name);
    }

    [Fact]
    public void The_list_says_how_each_came_in_and_who_wrote_it()
    {
        var plant = RoomExamples.Open();
        plant.Enter(Person(2), new CheckIn(One, Person(9)));

        var stays = plant.Sitting(One).Stays;
        Assert.Equal((CheckInMeans.OwnPhone, Person(4)), (stays[3].Means, stays[3].EnteredBy));
        Assert.Equal((CheckInMeans.ByHand, Person(2)), (stays[^1].Means, stays[^1].EnteredBy));
    }

    [Fact]
    public void Only_whoever_keeps_the_list_writes_others_in_or_out()
    {
        var plant = RoomExamples.Open();
        Assert.Equal("authority.not-your-affair", plant.Refused(Person(4), new CheckIn(One, Person(9)), new Authority.OwnAffair()).Code.Name);
        Assert.Equal("authority.not-your-affair", plant.Refused(Person(4), new CheckOut(One, Person(5)), new Authority.OwnAffair()).Code.Name);
        Assert.Equal("authority.power-missing", plant.Refused(Person(1), new CheckOut(One, Person(5)), plant.Citing(1, Power.Chair)).Code.Name);
    }

    [Fact]
    public void Who_goes_out_and_comes_back_has_two_stays_and_counts_once()
    {
        var plant = RoomExamples.Open();
        plant.Enter(Person(4), new CheckOut(One, Person(4)));
        Assert.Equal(7, plant.Sitting(One).Present);
        plant.Now += Duration.FromMinutes(5);
        plant.Enter(Person(4), new CheckIn(One, Person(4)));

        Assert.Equal(8, plant.Sitting(One).Present);
        Assert.Equal(2, plant.Sitting(One).Stays.Count(stay => stay.Person == Person(4)));
    }

    [Fact]
    public void Somebody_in_the_room_can_say_that_a_person_on_the_list_is_not()
    {
        var plant = RoomExamples.Open();
        plant.Enter(Person(4), new ContestCheckIn(One, Person(5)));
        Assert.True(plant.Sitting(One).Stays[4].Contested);
    }

    [Fact]
    public void When_too_few_are_left_nothing_is_voted_until_there_are_enough()
    {
        var plant = RoomExamples.Open();
        var motion = plant.Table(One, 1, null);
        plant.Enter(Person(1), new TakeItem(One, 1));
        foreach (var number in new[] { 6, 7, 8 }) plant.Enter(Person(number), new CheckOut(One, Person(number)));

        Assert.Equal(new QuorumLost(One, motion, 5, 6), plant.Enter(Person(1), new OpenVote(One, motion, VoteMethod.ShowOfHands, 5)).Single());
        plant.Enter(Person(6), new CheckIn(One, Person(6)));
        Assert.IsType<VoteOpened>(plant.Enter(Person(1), new OpenVote(One, motion, VoteMethod.ShowOfHands, 6)).Single());
    }

    [Fact]
    public void Where_the_law_asks_for_the_quorum_at_the_opening_only_the_vote_goes_on()
    {
        var plant = Founded(preset: House.Preset((Rules.QuorumAt, new RuleValue.Choice("Opening"))));
        plant.OpenAssembly(Enumerable.Range(1, 8), Matter.General);
        var motion = plant.Table(One, 1, null);
        plant.Enter(Person(1), new TakeItem(One, 1));
        foreach (var number in new[] { 4, 5, 6, 7, 8 }) plant.Enter(Person(number), new CheckOut(One, Person(number)));

        Assert.IsType<VoteOpened>(plant.Enter(Person(1), new OpenVote(One, motion, VoteMethod.RollCall, 3)).Single());
    }

    [Fact]
    public void Who_has_left_the_room_does_not_vote()
    {
        var plant = RoomExamples.Open();
        var motion = plant.Table(One, 1, null);
        plant.OpenVote(One, 1, motion, VoteMethod.OwnPhone);
        plant.Enter(Person(6), new CheckOut(One, Person(6)));

        Assert.Equal("assembly.not-present-and-entitled", plant.Refused(Person(6), new CastBallot(One, motion, Choice.For)).Code.Name);
        plant.Enter(Person(6), new CheckIn(One, Person(6)));
        plant.Enter(Person(6), new CastBallot(One, motion, Choice.For));
    }

    [Fact]
    public void A_recess_goes_on_at_the_fixed_hour_and_not_before()
    {
        var plant = RoomExamples.Open();
        plant.Enter(Person(1), new Recess(One, plant.Local.PlusHours(20), Words("Nave 1")));
        plant.Now += Duration.FromHours(19);
        Assert.Equal("assembly.recess-not-over", plant.Refused(Person(1), new Resume(One)).Code.Name);
        plant.Now += Duration.FromHours(1);
        plant.Enter(Person(1), new Resume(One));
        Assert.Equal(AssemblyPhase.Open, plant.Sitting(One).Phase);
    }
}
