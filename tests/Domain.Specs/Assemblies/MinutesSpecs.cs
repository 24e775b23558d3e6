using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Assemblies;

/// <summary>The close, the minutes with their unbroken numbers, and who signs.</summary>
public sealed class MinutesSpecs
{
    private static readonly AssemblyId One = new(1);

    [Fact]
    public void The_numbers_of_a_minute_book_are_unbroken_and_each_body_has_its_own()
    {
        var plant = Founded(withCouncil: true);
        plant.Council(6, 7);
        foreach (var number in new[] { 1, 2, 3 })
            Assert.Equal(number, plant.Enter(Person(1), new DrawUpMinutes(new(number))).OfType<MinutesDrawnUp>().Single().Number);
        var session = plant.OpenSession(new(2), [1, 2, 6, 7], Matter.General);
        plant.Enter(Person(1), new NameSittingOfficer(session, SittingRole.Signer, Person(6)));
        plant.Enter(Person(1), new CloseAssembly(session));
        Assert.Equal(new MinutesDrawnUp(session, new(2), 1), plant.Enter(Person(2), new DrawUpMinutes(session)).Single());
    }

    [Fact]
    public void What_lapsed_has_no_minutes_and_takes_no_number()
    {
        var plant = Founded(20);
        var id = plant.Notice(AssemblyKind.Weekly, 2, Matter.General);
        plant.Now = plant.Sitting(id).Calls[1].At;
        plant.Enter(Person(1), new DeclareCall(id, 2));
        Assert.Equal("minutes.not-closed", plant.Refused(Person(1), new DrawUpMinutes(id)).Code.Name);
    }

    [Fact]
    public void Who_serves_at_the_close_signs_once_each_and_the_last_signature_ends_the_roles()
    {
        var plant = Closed();
        Assert.Equal([Person(1), Person(2), Person(5)], plant.State.Assemblies.Past[1].Minutes!.Signers.Order(Comparer<PersonId>.Create((a, b) => Number(a) - Number(b))));
        Assert.Equal("authority.power-missing", plant.Refused(Person(3), new SignMinutes(One), new Authority.Mandate(new(3))).Code.Name);
        plant.Enter(Person(2), new DrawUpMinutes(One));
        plant.Enter(Person(1), new SignMinutes(One));
        plant.Enter(Person(5), new SignMinutes(One));
        Assert.NotEmpty(plant.State.Posts.Officers(One));
        Assert.Equal(3, plant.Enter(Person(2), new SignMinutes(One)).OfType<MandateEnded>().Count());
        Assert.Empty(plant.State.Posts.Officers(One));
    }

    [Fact]
    public void Nobody_is_named_after_the_close()
    {
        var plant = Closed();
        Assert.Equal("assembly.over", plant.Refused(Person(1), new NameSittingOfficer(One, SittingRole.Signer, Person(9))).Code.Name);
        Assert.Equal("assembly.over", plant.Refused(Person(2), new WriteMinutesNote(One, null, Words("tarde"))).Code.Name);
    }

    [Fact]
    public void The_next_assembly_approves_them()
    {
        var plant = Closed();
        plant.Enter(Person(2), new DrawUpMinutes(One));
        Assert.Equal(new MinutesApproved(One, new(1)), plant.Resolve(new ApproveMinutes(One)).OfType<MinutesApproved>().Single());
        Assert.Equal(new ResolutionId(1), plant.State.Assemblies.Past[1].Minutes!.ApprovedBy);
    }

    [Fact]
    public void Closing_is_no_way_to_kill_a_motion_that_two_stand_behind()
    {
        var plant = RoomExamples.Open();
        var motion = plant.Table(One, 2, null, Person(6));
        plant.Enter(Person(7), new SecondMotion(One, motion));
        Assert.Equal("assembly.motions-waiting", plant.Refused(Person(1), new CloseAssembly(One)).Code.Name);
        plant.VoteAndProclaim(One, 2, motion, 3, 5);
        plant.Enter(Person(1), new CloseAssembly(One));
    }

    [Fact]
    public void When_too_few_are_left_to_vote_the_sitting_can_be_closed_over_waiting_motions()
    {
        var plant = RoomExamples.Open();
        plant.Enter(Person(7), new SecondMotion(One, plant.Table(One, 2, null, Person(6))));
        foreach (var number in new[] { 3, 4, 6, 7, 8 }) plant.Enter(Person(number), new CheckOut(One, Person(number)));
        plant.Enter(Person(1), new CloseAssembly(One));
    }

    [Fact]
    public void A_recess_is_not_ended_by_closing()
    {
        var plant = RoomExamples.Open();
        plant.Enter(Person(1), new Recess(One, plant.Local.PlusDays(1), Words("Nave 1")));
        Assert.Equal("assembly.in-recess", plant.Refused(Person(1), new CloseAssembly(One)).Code.Name);
    }

    [Fact]
    public void The_chair_of_a_sitting_says_who_carries_out_what_it_resolved_and_nothing_else()
    {
        var plant = Founded();
        plant.Resolve(new CreatePost(new(Words("Puerta"), BodyId.Assembly, [], 1, 6)));
        var id = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.General);
        plant.Enter(Person(1), new NameSittingOfficer(id, SittingRole.Chair, Person(7)));
        var motion = plant.Table(id, 1, null);
        plant.Enter(Person(7), new TakeItem(id, 1));
        plant.Enter(Person(7), new OpenVote(id, motion, VoteMethod.ShowOfHands, 8));
        plant.Enter(Person(3), new EnterCount(id, motion, 8, 0, 0, 0, [Person(3), Person(4)]));
        plant.Enter(Person(7), new ProclaimResult(id, motion));

        plant.Enter(Person(7), new AssignResolution(new ResolutionId(2), new(2), plant.Local.Date.PlusDays(5)));
        Assert.Equal("authority.other-sitting", plant.Refused(Person(7), new AssignResolution(new ResolutionId(1), new(2), plant.Local.Date.PlusDays(5)), plant.Citing(7, Power.Chair)).Code.Name);
    }

    private static Plant Closed()
    {
        var plant = RoomExamples.Open();
        plant.Enter(Person(1), new CloseAssembly(One));
        return plant;
    }
}
