using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Calendar;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Calendar;

/// <summary>The calendar of legal duties, from the rules, the year's end and what the book holds.</summary>
public sealed class DuesSpecs
{
    /// <summary>The numbers of Ley 20.337 that set dates.</summary>
    internal static Preset Argentina { get; } = House.Preset(
        (Rules.OrdinaryWithin, new RuleValue.Limit(new(4, TimeUnit.Months))), (Rules.OrdinaryNotice, new RuleValue.Limit(new(15, TimeUnit.Days))),
        (Rules.NoticeToAuthority, new RuleValue.Limit(new(15, TimeUnit.Days))), (Rules.DocumentsBefore, new RuleValue.Limit(new(15, TimeUnit.Days))),
        (Rules.DocumentsAfter, new RuleValue.Limit(new(30, TimeUnit.Days))), (Rules.AuditReportEvery, new RuleValue.Limit(new(3, TimeUnit.Months))),
        (Rules.CouncilMeetsEvery, new RuleValue.Limit(new(1, TimeUnit.Months))));

    private static Instant Day(int year, int month, int day) => new LocalDate(year, month, day).AtStartOfDayInZone(Zone).ToInstant() + Duration.FromHours(12);

    private static IEnumerable<(LegalDuty? Legal, LocalDate On)> LegalOf(Plant plant, LocalDate until) =>
        Dues.Until(plant.State, plant.Now, until).Where(due => due.Kind == DueKind.Legal).Select(due => (due.Legal, due.On));

    [Fact]
    public void The_ordinary_assembly_is_due_four_months_after_the_year_end_and_its_notice_fifteen_days_before()
    {
        var plant = Founded(preset: Argentina);
        plant.Now = Day(2025, 3, 10);
        var dues = Dues.Of(plant.State, plant.Now);
        Assert.Equal(new LocalDate(2025, 4, 30), dues.Single(due => due.Kind == DueKind.Ordinary).On);
        Assert.Equal(new LocalDate(2025, 4, 15), dues.Single(due => due.Kind == DueKind.OrdinaryNotice).On);
        plant.Now = Day(2025, 5, 1);
        Assert.True(Dues.Of(plant.State, plant.Now).Single(due => due.Kind == DueKind.Ordinary).Late);
    }

    [Fact]
    public void The_year_that_has_not_ended_is_seen_from_afar()
    {
        var plant = Founded(preset: Argentina);
        Assert.DoesNotContain(Dues.Of(plant.State, plant.Now), due => due.Kind == DueKind.Ordinary);
        Assert.Equal(new LocalDate(2025, 4, 30), Dues.Until(plant.State, plant.Now, new(2025, 12, 31)).Single(due => due.Kind == DueKind.Ordinary).On);
    }

    [Fact]
    public void Around_a_formal_assembly_the_authority_hears_of_it_before_and_after()
    {
        var plant = Founded(preset: Argentina);
        var id = plant.Notice(AssemblyKind.Ordinary, 30, Matter.General);
        var held = FirstDay.PlusDays(30);
        Assert.Equal(
            [(LegalDuty.NoticeToAuthority, held.PlusDays(-15)), (LegalDuty.DocumentsBefore, held.PlusDays(-15))],
            LegalOf(plant, held).Where(due => due.Legal is LegalDuty.NoticeToAuthority or LegalDuty.DocumentsBefore).Select(due => (due.Legal!.Value, due.On)));
        plant.Enter(Person(2), new FulfilDuty(LegalDuty.NoticeToAuthority, held.PlusDays(-15), Words("expediente")));
        Assert.DoesNotContain(LegalOf(plant, held), due => due.Legal == LegalDuty.NoticeToAuthority);

        plant.OpenNoticed(id, plant.Voters);
        plant.Enter(Person(1), new CloseAssembly(id));
        Assert.Equal(held.PlusDays(30), LegalOf(plant, held.PlusDays(60)).Single(due => due.Legal == LegalDuty.DocumentsAfter).On);
    }

    [Fact]
    public void Audit_reports_follow_the_quarters_of_the_fiscal_year_from_the_founding_on()
    {
        var plant = Founded(preset: Argentina);
        Assert.Equal([new(2024, 3, 31), new(2024, 6, 30)], LegalOf(plant, new(2024, 7, 10)).Select(due => due.On));
        plant.Now = Day(2024, 4, 2);
        Assert.True(Dues.Of(plant.State, plant.Now).First(due => due.Legal == LegalDuty.AuditReport).Late);
        plant.Enter(Person(3), new FulfilDuty(LegalDuty.AuditReport, new(2024, 3, 31), Words("folio 1")));
        Assert.Equal([new LocalDate(2024, 6, 30)], LegalOf(plant, new(2024, 7, 10)).Select(due => due.On));
    }

    [Fact]
    public void The_council_meets_within_a_month_of_its_last_meeting()
    {
        var plant = Founded(preset: Argentina, withCouncil: true);
        plant.Council(4, 5, 6);
        Assert.Equal(FirstDay.PlusMonths(1), Dues.Of(plant.State, plant.Now).Single(due => due.Kind == DueKind.CouncilMeeting).On);
        var id = plant.OpenSession(new(2), [4, 5, 6], Matter.General);
        Assert.DoesNotContain(Dues.Of(plant.State, plant.Now), due => due.Kind == DueKind.CouncilMeeting);
        plant.Enter(Person(1), new CloseAssembly(id));
        Assert.Equal(plant.Local.Date.PlusMonths(1), Dues.Of(plant.State, plant.Now).Single(due => due.Kind == DueKind.CouncilMeeting).On);
    }

    [Fact]
    public void A_roll_below_the_legal_least_and_an_auditors_demand_are_said()
    {
        var plant = Founded(10, House.Preset((Rules.LeastMembers, new RuleValue.Whole(10))));
        Assert.DoesNotContain(Dues.Of(plant.State, plant.Now), due => due.Kind == DueKind.RollBelowLeast);
        plant.Enter(Person(10), new Domain.Members.Resign(Person(10)));
        plant.Enter(Person(3), new DemandAssembly(Words("motivo"), Assemblies.CallingExamples.Agenda));
        var dues = Dues.Of(plant.State, plant.Now);
        Assert.True(dues.Single(due => due.Kind == DueKind.RollBelowLeast).Late);
        Assert.Equal(FirstDay.PlusDays(10), dues.Single(due => due.Kind == DueKind.Demand).On);
    }

    [Fact]
    public void Where_the_law_has_no_such_duty_nothing_is_due() => Assert.Empty(LegalOf(Founded(), FirstDay.PlusYears(1)));
}
