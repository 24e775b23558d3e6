using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Mirror;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Calendar;

/// <summary>The mirror: signs read at the close of assemblies, and what crosses comes onto the next agenda by itself.</summary>
public sealed class SignsSpecs
{
    private static Reading? Read(Plant plant, Sign sign) => plant.State.Mirror.Months.Values.Last().FirstOrDefault(reading => reading.Sign == sign);

    private static void Hold(Plant plant, int present)
    {
        var id = plant.OpenAssembly(Enumerable.Range(1, present), Matter.General);
        plant.Enter(Person(1), new CloseAssembly(id));
        plant.Now += Duration.FromDays(3);
    }

    [Fact]
    public void Attendance_is_the_mean_of_six_months_once_there_were_three()
    {
        var plant = Founded();
        Hold(plant, 6);
        Hold(plant, 8);
        Assert.Null(Read(plant, Sign.AttendanceLow));
        Hold(plant, 10);
        Assert.Equal(new Reading(Sign.AttendanceLow, 24, 30, false), Read(plant, Sign.AttendanceLow));
        plant.Now += Duration.FromDays(200);
        Hold(plant, 10);
        Assert.Null(Read(plant, Sign.AttendanceLow));
    }

    [Fact]
    public void Three_falls_running_cross_and_come_onto_the_next_agenda_once()
    {
        var plant = Founded();
        foreach (var present in new[] { 10, 9, 8 }) Hold(plant, present);
        Assert.False(Read(plant, Sign.AttendanceFalling)!.Crossed);
        Assert.Null(RulesDue.Next(plant.State) is { } due && due <= plant.Now ? due : null);
        Hold(plant, 7);
        Assert.Equal(3, Read(plant, Sign.AttendanceFalling)!.Value);

        var entered = Assert.IsType<SignCrossed>(Assert.Single(plant.DeskEntersDue()));
        Assert.Equal(Sign.AttendanceFalling, entered.Sign);
        Assert.Equal("deed.nothing-due", plant.Refused(PersonId.Nobody, new Domain.Deed.EnterDue(), new Authority.RuleDue()).Code.Name);
        var agenda = plant.Sitting(plant.Notice(AssemblyKind.Weekly, 2, Matter.General)).Agenda;
        Assert.Equal(new Came.Crossed(Sign.AttendanceFalling, entered.Month), agenda[0].Came);
    }

    [Fact]
    public void It_is_said_again_only_after_it_was_well_in_between()
    {
        var plant = Founded();
        foreach (var present in new[] { 10, 9, 8, 7 }) Hold(plant, present);
        plant.DeskEntersDue();
        Hold(plant, 6);
        Assert.Empty(plant.State.Mirror.Unreported);
        foreach (var present in new[] { 10, 9, 8 }) Hold(plant, present);
        Assert.Empty(plant.State.Mirror.Unreported);
        Hold(plant, 7);
        Assert.Equal(Sign.AttendanceFalling, Assert.Single(plant.State.Mirror.Unreported).Sign);
    }

    [Fact]
    public void The_thresholds_are_norms_that_a_resolution_changes()
    {
        var plant = Founded();
        plant.Resolve(new ChangeNorm(Rules.LeastAttendance.Name, new RuleValue.Share(new Fraction(9, 10))));
        foreach (var present in new[] { 8, 8, 8 }) Hold(plant, present);
        Assert.True(Read(plant, Sign.AttendanceLow)!.Crossed);
    }

    [Fact]
    public void A_tenth_that_would_point_at_somebody_is_not_shown()
    {
        var plant = Founded(20);
        plant.Resolve(new ChangeNorm(Rules.LeastMembers.Name, new RuleValue.Whole(2)));
        Assert.Null(Read(plant, Sign.TopTenthOfProposals));
        var large = Founded(41);
        large.Resolve(new ChangeNorm(Rules.LeastMembers.Name, new RuleValue.Whole(2)));
        Assert.Equal(new Reading(Sign.TopTenthOfProposals, 1, 1, true), Read(large, Sign.TopTenthOfProposals));
    }
}
