using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Resolutions;

/// <summary>When a resolution has its effect: at once, on a day, when registered, when no appeal came; or not at all.</summary>
public sealed class EffectSpecs
{
    private static readonly ResolutionId First = new(1);

    private static CreatePost Door { get; } = new(new(Words("Puerta"), BodyId.Assembly, [], 1, 6));

    [Fact]
    public void On_a_day_the_desk_enters_it_and_not_a_moment_before()
    {
        var plant = Founded();
        plant.Resolve(Door, new EffectFrom.Date(FirstDay.PlusDays(40)));
        Assert.Equal(ResolutionState.Waiting, plant.State.Resolutions.All[1].State);
        plant.Now = FirstDay.PlusDays(40).AtStartOfDayInZone(Zone).ToInstant() - Duration.Epsilon;
        Assert.Equal(plant.Now + Duration.Epsilon, RulesDue.Next(plant.State));
        Assert.Equal("deed.nothing-due", plant.Refused(PersonId.Nobody, new Domain.Deed.EnterDue(), new Authority.RuleDue()).Code.Name);
        plant.Now += Duration.Epsilon;
        Assert.Equal([typeof(EffectCarriedOut), typeof(PostCreated)], plant.DeskEntersDue().Select(entry => entry.GetType()));
    }

    [Fact]
    public void A_day_that_has_passed_is_today()
    {
        foreach (var day in new[] { FirstDay, LocalDate.MinIsoValue })
            Assert.Single(Founded().Resolve(Door, new EffectFrom.Date(day)).OfType<PostCreated>());
        Assert.Single(Founded().Resolve(Door, new EffectFrom.Date(LocalDate.MaxIsoValue)).OfType<EffectDeferred>());
    }

    [Fact]
    public void When_the_authority_registers_it_and_only_once()
    {
        var plant = Founded();
        plant.Resolve(Door, new EffectFrom.Registration());
        Assert.Null(plant.State.Resolutions.All[1].EffectDue);
        Assert.Single(plant.Enter(Person(2), new RecordRegistration(First, Words("expediente"))).OfType<PostCreated>());
        Assert.Equal("resolution.not-to-register", plant.Refused(Person(2), new RecordRegistration(First, Words("expediente"))).Code.Name);
    }

    [Fact]
    public void When_the_time_to_appeal_has_passed()
    {
        var plant = Founded();
        plant.Resolve(Door, new EffectFrom.AppealLapsed());
        plant.Now += Duration.FromDays(15);
        Assert.Equal("deed.nothing-due", plant.Refused(PersonId.Nobody, new Domain.Deed.EnterDue(), new Authority.RuleDue()).Code.Name);
        plant.Now += Duration.FromDays(1);
        Assert.Single(plant.DeskEntersDue().OfType<PostCreated>());
    }

    [Fact]
    public void Set_aside_while_it_waits_it_never_has_its_effect()
    {
        var plant = Founded();
        plant.Resolve(Door, new EffectFrom.Date(FirstDay.PlusDays(40)));
        plant.Resolve(new SetAside(First));
        plant.Now += Duration.FromDays(60);
        Assert.Equal("deed.nothing-due", plant.Refused(PersonId.Nobody, new Domain.Deed.EnterDue(), new Authority.RuleDue()).Code.Name);
    }

    [Fact]
    public void Of_two_that_fall_due_together_the_first_may_set_the_second_aside()
    {
        var plant = Founded();
        var id = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.CreatePost);
        plant.Carry(id, 1, new ClosePost(new(2)), 8, from: new EffectFrom.Date(FirstDay.PlusDays(50)));
        plant.Carry(id, 1, Door, 8, from: new EffectFrom.Date(FirstDay.PlusDays(40)));
        plant.Carry(id, 1, new SetAside(new(2)), 8, from: new EffectFrom.Date(FirstDay.PlusDays(40)));
        plant.Carry(id, 1, new SetAside(new(3)), 8, from: new EffectFrom.Date(FirstDay.PlusDays(39)));
        plant.Now = FirstDay.PlusDays(45).AtStartOfDayInZone(Zone).ToInstant();

        plant.DeskEntersDue();

        Assert.Equal(ResolutionState.SetAside, plant.State.Resolutions.All[3].State);
        Assert.Equal(ResolutionState.SetAside, plant.State.Resolutions.All[2].State);
    }

    [Fact]
    public void What_cannot_run_is_blocked_with_its_reason_and_the_resolution_stands()
    {
        var plant = Founded();
        plant.Resolve(new Suspend(Person(8), FirstDay.PlusDays(30)), new EffectFrom.Date(FirstDay.PlusDays(25)));
        plant.Enter(Person(8), new Resign(Person(8)));
        plant.Now = FirstDay.PlusDays(25).AtStartOfDayInZone(Zone).ToInstant();
        Assert.Equal(new EffectBlocked(First, "member.not-member"), plant.DeskEntersDue().Single());
        Assert.Equal((ResolutionState.Blocked, "member.not-member"), (plant.State.Resolutions.All[1].State, plant.State.Resolutions.All[1].Blocked));
    }

    [Fact]
    public void A_motion_is_warned_of_what_stands_in_its_way_as_if_earlier_items_had_carried()
    {
        var plant = Founded();
        var id = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.RecallMandate, Matter.ElectPost);
        var early = plant.Table(id, 2, new GrantMandate(new(2), Person(7)));
        plant.Table(id, 1, new RecallMandate(new(2)));
        var late = plant.Table(id, 2, new GrantMandate(new(2), Person(7)));
        Assert.Equal(["post.no-free-seat"], plant.Sitting(id).Find(early)!.Warnings);
        Assert.Empty(plant.Sitting(id).Find(late)!.Warnings);
    }

    [Fact]
    public void Who_answers_for_it_reports_and_what_is_done_asks_for_nothing_more()
    {
        var plant = Founded();
        plant.Resolve(Door);
        plant.Enter(Person(1), new AssignResolution(First, new(2), plant.Local.Date.PlusDays(3)));
        Assert.Equal("resolution.not-owner", plant.Refused(Person(4), new ReportProgress(First, true)).Code.Name);
        plant.Enter(Person(2), new ReportProgress(First, false));
        Assert.Contains(1, plant.State.Resolutions.Open);
        Assert.True(plant.State.Resolutions.All[1].IsOverdue(plant.Local.Date.PlusDays(4)));
        plant.Enter(Person(2), new ReportProgress(First, true));
        Assert.Empty(plant.State.Resolutions.Open);
        Assert.False(plant.State.Resolutions.All[1].IsOverdue(plant.Local.Date.PlusDays(4)));
    }

    [Fact]
    public void A_sector_does_not_say_who_carries_out_what_the_assembly_resolved()
    {
        var plant = Founded();
        plant.Sector(6);
        Assert.Equal("authority.other-body", plant.Refused(Person(6), new AssignResolution(First, new(2), plant.Local.Date.PlusDays(3)), plant.Citing(6, Power.Convene)).Code.Name);
    }
}
