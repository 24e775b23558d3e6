using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Assemblies;

/// <summary>Notices: in time, by whoever convenes, under the rules of that day, with what was left open.</summary>
public sealed class NoticeSpecs
{
    [Theory]
    [InlineData(ExcludedEnds.First, 14, false)]
    [InlineData(ExcludedEnds.First, 15, true)]
    [InlineData(ExcludedEnds.Both, 15, false)]
    [InlineData(ExcludedEnds.Both, 16, true)]
    public void Fifteen_days_are_counted_as_the_rule_says(ExcludedEnds ends, int day, bool enough)
    {
        var plant = Founded(preset: House.Preset((Rules.OrdinaryNotice, new RuleValue.Limit(new(15, TimeUnit.Days, ends)))));
        var decision = plant.Ask(Person(1), Ordinary(FirstDay.PlusDays(day)));
        Assert.Equal(enough, decision is Decision.Entered);
    }

    [Fact]
    public void Two_months_are_two_months()
    {
        var plant = Founded(preset: House.Preset((Rules.OrdinaryNoticeMost, new RuleValue.Limit(new(2, TimeUnit.Months)))));
        Assert.Equal("assembly.notice-too-long", plant.Refused(Person(1), Ordinary(FirstDay.PlusMonths(2).PlusDays(1))).Code.Name);
        plant.Enter(Person(1), Ordinary(FirstDay.PlusMonths(2)));
    }

    [Fact]
    public void A_refusal_names_the_rule_and_the_earliest_day()
    {
        var refusal = Founded().Refused(Person(1), Ordinary(FirstDay.PlusDays(3)));
        Assert.Equal(Rules.OrdinaryNotice.Name, refusal.Rule!.Rule);
        Assert.Equal(FirstDay.PlusDays(15).AtStartOfDayInZone(Zone).ToInstant(), refusal.Facts.Single(fact => fact.Name == "earliest").Value);
    }

    [Fact]
    public void The_rules_of_the_day_of_the_notice_govern_the_assembly()
    {
        var plant = Founded(preset: House.Preset((Rules.MinutesSigners, new RuleValue.Whole(1))));
        var id = plant.Notice(AssemblyKind.Weekly, 9, Matter.General);
        plant.Resolve(new ChangeNorm(Rules.MinutesSigners.Name, new RuleValue.Whole(4)));

        plant.OpenNoticed(id, Enumerable.Range(1, 8));
        plant.Enter(Person(1), new CloseAssembly(id));

        var next = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.General);
        Assert.Equal("assembly.officers-missing", plant.Refused(Person(1), new CloseAssembly(next)).Code.Name);
    }

    [Fact]
    public void Without_a_council_its_matters_fall_to_the_assembly()
    {
        var rules = House.Preset((Rules.CompetentBody(Matter.AdmitMember), new RuleValue.Choice("Council")));
        Founded(preset: rules).Notice(AssemblyKind.Weekly, 2, Matter.AdmitMember);
        var withCouncil = Founded(preset: rules, withCouncil: true);
        Assert.Equal("assembly.other-body", withCouncil.Refused(Person(1), Ordinary(FirstDay.PlusDays(20), Matter.AdmitMember)).Code.Name);
    }

    [Fact]
    public void What_was_blocked_and_what_is_overdue_come_back_to_the_next_agenda_of_their_own_body()
    {
        var plant = Founded(withCouncil: true);
        plant.Council(6, 7);
        plant.Resolve(new RecallMandate(new(99)));
        var blocked = plant.State.Resolutions.All.Values.Single(resolution => resolution.State == ResolutionState.Blocked).Id;
        plant.Enter(Person(1), new AssignResolution(new(1), new(2), plant.Local.Date));
        plant.Now += Duration.FromDays(1);

        var session = plant.Enter(Person(1), new IssueNotice(new(2), AssemblyKind.Session, plant.Local.PlusDays(2), Words("Oficina"), [new(Words("Varios"), Matter.General)]))
            .OfType<AssemblyNoticed>().Single();
        var weekly = plant.Sitting(plant.Notice(AssemblyKind.Weekly, 2, Matter.General));
        var again = plant.Sitting(plant.Notice(AssemblyKind.Weekly, 3, Matter.General));

        Assert.Single(session.Agenda);
        Assert.Equal([new ResolutionId(1), blocked, null], weekly.Agenda.Select(item => item.About));
        Assert.Single(again.Agenda);
    }

    [Fact]
    public void A_sitting_that_is_never_closed_keeps_nothing_off_the_next_agenda_for_ever()
    {
        var plant = Founded();
        plant.Resolve(new RecallMandate(new(99)));
        plant.OpenAssembly(Enumerable.Range(1, 8), Matter.General);
        plant.Now += Duration.FromDays(20);

        Assert.Equal(2, plant.Sitting(plant.Notice(AssemblyKind.Weekly, 2, Matter.General)).Agenda.Length);
    }

    private static IssueNotice Ordinary(LocalDate day, Matter matter = Matter.General) =>
        new(BodyId.Assembly, AssemblyKind.Ordinary, day.At(new(9, 0)), Words("Nave 1"), [new(Words("Varios"), matter)]);
}
