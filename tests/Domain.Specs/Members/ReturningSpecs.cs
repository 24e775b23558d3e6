using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Members;

/// <summary>Whoever left and comes back begins again, and the roster of earlier days still says what was so then; and every way in is in the book.</summary>
public sealed class ReturningSpecs
{
    [Fact]
    public void The_roster_of_an_earlier_day_stays_as_it_was()
    {
        var plant = Founded();
        var member = plant.Now;
        plant.Now += Duration.FromDays(10);
        plant.Enter(Person(8), new Resign(Person(8)));
        plant.Now += Duration.FromDays(10);
        plant.Enter(Person(8), new ApplyForAdmission(Person(8), Commitment(88)));
        var roster = plant.State.Roster;
        Assert.Equal(
            (Standing.Member, Standing.Departed, Standing.Candidate),
            (roster.StandingOf(Person(8), member), roster.StandingOf(Person(8), plant.Now - Duration.FromDays(5)), roster.StandingOf(Person(8), plant.Now)));
        Assert.Contains(Person(8), roster.Voters(member));
        Assert.Null(roster.Find(Person(8))!.Number);

        plant.Resolve(new Admit(Person(8)));
        Assert.Equal((8, (int?)11, Commitment(88)), (plant.State.Roster.Find(Person(8))!.NumberOn(member), plant.State.Roster.Find(Person(8))!.Number, plant.State.Roster.Find(Person(8))!.Commitment));
    }

    [Fact]
    public void Whoever_left_after_the_notice_and_came_back_before_the_opening_votes_from_the_next_assembly_on()
    {
        var plant = Founded();
        var later = plant.Notice(Domain.Assemblies.AssemblyKind.Weekly, 20, Matter.General);
        plant.Enter(Person(8), new Resign(Person(8)));
        plant.Enter(Person(8), new ApplyForAdmission(Person(8), Commitment(8)));
        plant.Resolve(new Admit(Person(8)));
        Assert.DoesNotContain(Person(8), plant.State.RollAtOpening(plant.Sitting(later), plant.Now));
    }

    [Fact]
    public void A_code_that_is_made_out_and_its_use_are_in_the_book()
    {
        var plant = Founded();
        var until = plant.Now + Duration.FromDays(14);
        Assert.Equal([new Invited(Person(8), until)], plant.Enter(Person(2), new RecordInvitation(Person(8), until)));
        plant.Enter(Person(8), new RecordEntrance(Person(8)));
        Assert.Equal([Person(2), Person(8)], plant.State.Roster.Find(Person(8))!.WaysIn.Select(way => way.By));
        Assert.Equal("authority.not-your-affair", plant.Refused(Person(2), new RecordEntrance(Person(8)), new Authority.OwnAffair()).Code.Name);
    }
}
