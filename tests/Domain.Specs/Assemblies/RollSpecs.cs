using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Posts;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Assemblies;

/// <summary>Who votes: the roll of the notice, frozen at the opening, less who leaves.</summary>
public sealed class RollSpecs
{
    [Fact]
    public void Who_is_admitted_after_the_notice_votes_from_the_next_assembly_on()
    {
        var plant = Founded();
        var late = plant.Notice(AssemblyKind.Weekly, 9, Matter.General);
        plant.Enter(Person(20), new ApplyForAdmission(Person(20), Commitment(20)));
        plant.Resolve(new Admit(Person(20)));

        plant.OpenNoticed(late, [.. Enumerable.Range(1, 8), 20]);
        Assert.DoesNotContain(Person(20), plant.Sitting(late).Roll);
        Assert.Equal(8, plant.Sitting(late).Present);
        plant.Enter(Person(1), new CloseAssembly(late));

        var next = plant.OpenAssembly([1, 2, 3, 4, 5, 6, 20], Matter.General);
        Assert.Contains(Person(20), plant.Sitting(next).Roll);
    }

    [Fact]
    public void Who_left_and_came_back_after_the_notice_was_not_there_at_the_notice()
    {
        var plant = Founded();
        var late = plant.Notice(AssemblyKind.Weekly, 12, Matter.General);
        plant.Enter(Person(7), new Resign(Person(7)));
        plant.Enter(Person(7), new ApplyForAdmission(Person(7), Commitment(7)));
        plant.Resolve(new Admit(Person(7)));

        plant.OpenNoticed(late, [1, 2, 3, 4, 5, 6, 7, 8]);

        Assert.DoesNotContain(Person(7), plant.Sitting(late).Roll);
    }

    [Fact]
    public void With_voice_only_one_is_in_the_room_and_neither_votes_nor_counts()
    {
        var plant = Founded();
        plant.Enter(Person(2), new SetVoiceOnly(Person(8), true));
        var id = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.General);

        Assert.Equal(7, plant.Sitting(id).Present);
        Assert.Equal(9, plant.Sitting(id).Roll.Count);
        Assert.Equal("authority.not-member", plant.Refused(Person(8), new TableMotion(id, 1, Words("moción"))).Code.Name);
    }

    [Fact]
    public void Who_is_suspended_has_neither_voice_nor_vote_nor_powers()
    {
        var plant = Founded();
        plant.Resolve(new Suspend(Person(2), plant.Local.Date.PlusDays(9)));
        var id = plant.Enter(Person(1), new IssueNotice(BodyId.Assembly, AssemblyKind.Weekly, plant.Local.PlusDays(2), Words("Nave 1"), [new(Words("Varios"), Matter.General)]))
            .OfType<AssemblyNoticed>().Single().Assembly;
        plant.Now += Duration.FromDays(2);

        Assert.Equal("assembly.no-voice", plant.Refused(Person(2), new CheckIn(id, Person(2))).Code.Name);
        Assert.Equal("authority.not-member", plant.Refused(Person(2), new SetVoiceOnly(Person(8), true), new Authority.Mandate(new(2))).Code.Name);
    }

    [Theory]
    [InlineData("resigns")]
    [InlineData("suspended")]
    [InlineData("voice only")]
    public void Who_loses_the_vote_during_the_sitting_votes_no_more_that_second(string how)
    {
        var plant = Founded();
        var id = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.SuspendMember, Matter.General);
        if (how == "resigns") plant.Enter(Person(8), new Resign(Person(8)));
        if (how == "suspended") plant.Carry(id, 1, new Suspend(Person(8), plant.Local.Date.PlusDays(3)), 7);
        if (how == "voice only") plant.Enter(Person(2), new SetVoiceOnly(Person(8), true));

        var motion = plant.Table(id, 2, null);
        plant.Enter(Person(1), new TakeItem(id, 2));
        var refused = plant.Refused(Person(1), new OpenVote(id, motion, VoteMethod.RollCall, 8));
        Assert.Equal(7, refused.Facts.Single(fact => fact.Name == "list").Value);

        var opened = plant.Enter(Person(1), new OpenVote(id, motion, VoteMethod.RollCall, 7)).OfType<VoteOpened>().Single();
        Assert.Equal((7, 9), (opened.Present, opened.Roll));
        Assert.Equal("assembly.not-present-and-entitled", plant.Refused(Person(2), new EnterBallot(id, motion, Person(8), Choice.For)).Code.Name);
    }

    [Fact]
    public void A_councillor_whose_seat_ends_during_the_session_votes_no_more()
    {
        var plant = Founded(withCouncil: true);
        plant.Council(6, 7, 8);
        var session = plant.OpenSession(new(2), [1, 2, 6, 7, 8], Matter.General);
        Assert.Equal(3, plant.Sitting(session).Present);
        var seat = plant.State.Posts.Mandates.Values.Single(mandate => mandate.Post is not null && mandate.Person == Person(8));
        plant.Enter(Person(8), new ResignMandate(seat.Id, Person(8)));

        Assert.Equal("assembly.not-present-and-entitled", plant.Refused(Person(8), new TableMotion(session, 1, Words("moción"))).Code.Name);
        var motion = plant.Table(session, 1, null, Person(6));
        plant.Enter(Person(1), new TakeItem(session, 1));
        var opened = plant.Enter(Person(1), new OpenVote(session, motion, VoteMethod.RollCall, 2)).OfType<VoteOpened>().Single();
        Assert.Equal((2, 2), (opened.Present, opened.Roll));
    }
}
