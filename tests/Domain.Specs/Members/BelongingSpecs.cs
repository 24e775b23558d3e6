using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Posts;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Members;

/// <summary>Coming in, being suspended, leaving, coming back; and the way in that was lost.</summary>
public sealed class BelongingSpecs
{
    [Fact]
    public void From_application_over_trial_to_a_number_of_ones_own()
    {
        var plant = Founded();
        plant.Enter(Person(20), new ApplyForAdmission(Person(20), Commitment(20), Words("quiero trabajar")));
        Assert.Equal("authority.not-member", plant.Refused(Person(20), new Domain.Assemblies.SignPetition(new(1))).Code.Name);
        plant.Enter(Person(2), new BeginTrial(Person(20), FirstDay.PlusMonths(6)));
        Assert.False(plant.State.Roster.Votes(Person(20), plant.Now));
        var admitted = plant.Resolve(new Admit(Person(20))).OfType<Admitted>().Single();
        Assert.Equal((11, Commitment(20)), (admitted.Number, admitted.Commitment));
        Assert.True(plant.State.Roster.Votes(Person(20), plant.Now));
    }

    [Fact]
    public void A_suspension_ends_by_itself_at_the_end_of_its_day_the_second_time_too()
    {
        var plant = Founded();
        foreach (var _ in new[] { 1, 2 })
        {
            var until = plant.Local.Date.PlusDays(8);
            plant.Resolve(new Suspend(Person(8), until));
            plant.Now = until.PlusDays(1).AtStartOfDayInZone(Zone).ToInstant() - Duration.Epsilon;
            Assert.Equal(Standing.Suspended, plant.State.Roster.StandingOf(Person(8), plant.Now));
            plant.Now += Duration.Epsilon;
            Assert.Equal(Standing.Member, plant.State.Roster.StandingOf(Person(8), plant.Now));
        }
    }

    [Fact]
    public void The_roster_of_an_earlier_day_can_still_be_drawn_up()
    {
        var plant = Founded();
        plant.Resolve(new Suspend(Person(8), FirstDay.PlusDays(10)));
        var suspended = plant.Now;
        plant.Now += Duration.FromDays(20);
        var back = plant.Now;
        plant.Now += Duration.FromDays(20);
        plant.Enter(Person(2), new SetVoiceOnly(Person(8), true));
        var roster = plant.State.Roster;

        Assert.Equal(
            [Standing.Member, Standing.Suspended, Standing.Member, Standing.VoiceOnly],
            new[] { FirstDay.AtStartOfDayInZone(Zone).ToInstant() + Duration.FromHours(20), suspended, back, plant.Now }.Select(when => roster.StandingOf(Person(8), when)!.Value));
        Assert.Null(roster.StandingOf(Person(8), Instant.MinValue));
    }

    [Fact]
    public void Leaving_ends_every_mandate_also_the_one_that_has_not_begun()
    {
        var plant = Founded();
        var later = plant.Resolve(new GrantMandate(new(1), Person(2), FirstDay.PlusMonths(12))).OfType<MandateGranted>().Single().Mandate;
        var entries = plant.Enter(Person(2), new Resign(Person(2)));
        Assert.Contains(new MandateEnded(new(2), MandateEnd.Departure), entries);
        Assert.Contains(new MandateEnded(later, MandateEnd.Departure), entries);
        Assert.Equal("authority.not-member", plant.Refused(Person(2), new BeginTrial(Person(9), FirstDay), new Authority.Mandate(new(2))).Code.Name);
    }

    [Fact]
    public void Who_comes_back_gets_a_new_number_and_no_old_mandate()
    {
        var plant = Founded();
        plant.Resolve(new GrantMandate(new(1), Person(8), FirstDay.PlusMonths(12)));
        plant.Enter(Person(8), new Resign(Person(8)));
        plant.Enter(Person(8), new ApplyForAdmission(Person(8), Commitment(8)));
        Assert.Equal(11, plant.Resolve(new Admit(Person(8))).OfType<Admitted>().Single().Number);
        plant.Now = FirstDay.PlusMonths(12).PlusDays(3).AtStartOfDayInZone(Zone).ToInstant();
        Assert.DoesNotContain(plant.State.Posts.Live(plant.Now), mandate => mandate.Person == Person(8));
    }

    [Fact]
    public void A_candidate_who_gives_up_withdraws_and_can_apply_again()
    {
        var plant = Founded();
        plant.Enter(Person(20), new ApplyForAdmission(Person(20), Commitment(20)));
        Assert.Equal(new Departed(Person(20), DepartureReason.ApplicationWithdrawn), plant.Enter(Person(20), new Resign(Person(20))).Single());
        plant.Enter(Person(20), new ApplyForAdmission(Person(20), Commitment(20)));
        plant.Enter(Person(2), new RecordDeparture(Person(20), DepartureReason.ApplicationWithdrawn));
    }

    [Fact]
    public void A_lost_way_in_is_given_back_by_two_people_neither_of_them_the_member()
    {
        var plant = Founded();
        plant.Enter(Person(2), new ProposeRecovery(Person(7)));
        Assert.Equal("authority.power-missing", plant.Refused(Person(2), new ConfirmRecovery(Person(7)), new Authority.Mandate(new(2))).Code.Name);
        plant.Enter(Person(3), new ConfirmRecovery(Person(7)));
        Assert.Equal("member.recovery-not-proposed", plant.Refused(Person(3), new ConfirmRecovery(Person(7))).Code.Name);
    }

    [Fact]
    public void No_way_in_is_given_back_to_who_has_left()
    {
        var plant = Founded();
        plant.Enter(Person(2), new ProposeRecovery(Person(7)));
        plant.Enter(Person(7), new Resign(Person(7)));
        Assert.Equal("member.not-member", plant.Refused(Person(3), new ConfirmRecovery(Person(7))).Code.Name);
    }
}
