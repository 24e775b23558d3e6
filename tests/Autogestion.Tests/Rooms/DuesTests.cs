using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Calendar;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Office.Presets;
using Autogestion.Pages.Today;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Tests.Rooms;

/// <summary>What is due, with the rule that sets its date.</summary>
public sealed class DuesTests
{
    [Theory]
    [InlineData(12, 31, 2024, 3, 4, 2023, 12, 31)]
    [InlineData(6, 30, 2024, 6, 30, 2023, 6, 30)]
    [InlineData(6, 30, 2024, 7, 1, 2024, 6, 30)]
    public void A_fiscal_year_has_ended_the_day_after_its_last(int month, int day, int year, int nowMonth, int nowDay, int endYear, int endMonth, int endDay) =>
        Assert.Equal(new LocalDate(endYear, endMonth, endDay), OrdinaryYear.LastEnd(new(month, day), new LocalDate(year, nowMonth, nowDay)));

    [Fact]
    public void No_ordinary_assembly_is_due_for_a_year_that_ended_before_the_founding()
    {
        var plant = Founded();
        Assert.Null(OrdinaryYear.Of(plant.State, plant.Now));
    }

    [Fact]
    public void After_the_year_end_it_is_due_within_the_months_of_the_law_that_says_so()
    {
        var plant = Founded(10, PresetLibrary.Shipped.Find("AR")!.Preset);
        plant.Now = Zone.AtStartOfDay(new LocalDate(2025, 1, 10)).ToInstant();
        var due = OrdinaryYear.Of(plant.State, plant.Now)!;
        Assert.Equal((new LocalDate(2024, 12, 31), new LocalDate(2025, 4, 30), "art. 47", false), (due.YearEnd, due.By, due.Rule.Article, due.Called));
    }

    [Fact]
    public void It_is_due_until_it_is_held_and_no_longer_asked_for_once_it_is_called()
    {
        var plant = Founded();
        plant.Now = Zone.AtStartOfDay(new LocalDate(2025, 1, 10)).ToInstant();
        Assert.Contains(Asks.Of(plant.State, Person(1), plant.Now), ask => ask is Ask.CallOrdinary { Late: false });
        var id = plant.Notice(AssemblyKind.Ordinary, 20, Matter.General);
        Assert.True(OrdinaryYear.Of(plant.State, plant.Now)!.Called);
        Assert.DoesNotContain(Asks.Of(plant.State, Person(1), plant.Now), ask => ask is Ask.CallOrdinary);
        plant.OpenNoticed(id, Enumerable.Range(1, 8));
        plant.Enter(Person(1), new CloseAssembly(id));
        Assert.Null(OrdinaryYear.Of(plant.State, plant.Now));
    }

    [Fact]
    public void A_missed_date_is_late_and_stands_first()
    {
        var plant = Founded();
        plant.Enter(Person(20), new ApplyForAdmission(Person(20), Commitment(20)));
        plant.Enter(Person(2), new BeginTrial(Person(20), plant.Now.InZone(Zone).Date.PlusDays(2)));
        plant.Now += Duration.FromDays(4);
        plant.Notice(AssemblyKind.Weekly, 2, Matter.General);
        var dues = Dues.Of(plant.State, plant.Now);
        Assert.Equal([DueKind.Trial, DueKind.Sitting], dues.Select(due => due.Kind));
        Assert.Equal([true, false], dues.Select(due => due.Late));
        Assert.Equal([Person(20)], dues[0].People);
    }

    [Fact]
    public void Mandates_that_end_on_one_day_stand_together_and_far_dates_are_not_said()
    {
        var plant = Founded();
        Assert.DoesNotContain(Dues.Of(plant.State, plant.Now), due => due.Kind == DueKind.Mandate);
        plant.Now += Duration.FromDays(330);
        Assert.Equal(3, Assert.Single(Dues.Of(plant.State, plant.Now), due => due.Kind == DueKind.Mandate).Mandates.Length);
    }
}
