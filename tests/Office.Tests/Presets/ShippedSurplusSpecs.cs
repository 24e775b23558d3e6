using System.Collections.Immutable;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using Autogestion.Domain.Surplus;
using Autogestion.Office.Presets;

namespace Autogestion.Office.Tests.Presets;

/// <summary>The surplus of a year as each shipped preset allocates it, to the cent.</summary>
public sealed class ShippedSurplusSpecs
{
    [Theory]
    [InlineData("AR", PriorLosses.ProRata, "PastLosses 200000.00, UsedReserves 0.00, SpecialReserve 80000.00, SpecialReserve 0.00, LegalReserve 36000.00, WelfareFund 36000.00, EducationFund 36000.00, ShareInterest 0.00, Return 612000.00")]
    [InlineData("AR", PriorLosses.MembersFirst, "PastLosses 200000.00, UsedReserves 0.00, SpecialReserve 100000.00, SpecialReserve 0.00, LegalReserve 35000.00, WelfareFund 35000.00, EducationFund 35000.00, ShareInterest 0.00, Return 595000.00")]
    [InlineData("AR-M", PriorLosses.ProRata, "PastLosses 200000.00, UsedReserves 0.00, SpecialReserve 80000.00, SpecialReserve 0.00, LegalReserve 36000.00, WelfareFund 36000.00, EducationFund 36000.00, ShareInterest 0.00, Return 612000.00")]
    [InlineData("UY", PriorLosses.ProRata, "PastLosses 200000.00, LegalReserve 120000.00, EducationFund 40000.00, SpecialReserve 8000.00, Return 632000.00, VoluntaryFund 0.00")]
    [InlineData("ES", PriorLosses.ProRata, "PastLosses 200000.00, LegalReserve 144000.00, LegalReserve 40000.00, LegalReserve 0.00, EducationFund 36000.00, Return 580000.00, VoluntaryFund 0.00")]
    [InlineData("PV", PriorLosses.ProRata, "PastLosses 200000.00, LegalReserve 160000.00, EducationFund 40000.00, Return 600000.00, VoluntaryFund 0.00")]
    [InlineData("GR", PriorLosses.ProRata, "LegalReserve 50000.00, Return 350000.00, JobsFund 600000.00")]
    [InlineData("NONE", PriorLosses.ProRata, "PastLosses 200000.00, UsedReserves 0.00, Return 800000.00, VoluntaryFund 0.00")]
    public void A_year_with_hired_work_and_a_past_loss(string preset, PriorLosses reading, string expected)
    {
        var figures = new SurplusFigures(new(900_000), new(100_000), Money.Zero, new(200_000), Money.Zero, new(50_000), Money.Zero);
        var plan = Allocating.Allocate(figures, StepsOf(preset), new(reading, new(0, 1), null, new(0, 1)), [], 0);
        Assert.Equal(expected, string.Join(", ", plan.Lines.Select(line => $"{line.To} {line.Amount}")));
    }

    [Fact]
    public void Steps_fit_and_nothing_that_people_get_is_indivisible() => Assert.All(PresetLibrary.Shipped.All, shipped =>
    {
        var steps = StepsOf(shipped.Preset);
        Assert.True(AllocationStep.Fit(steps), shipped.Preset.Id);
        Assert.DoesNotContain(steps, step => step is { Indivisible: true, To: SurplusUse.Return or SurplusUse.ShareInterest });
    });

    [Fact]
    public void On_which_result_losses_fall_in_Argentina_is_marked_as_unconfirmed() =>
        Assert.Equal(Mark.Unconfirmed, PresetLibrary.Shipped.Find("AR")!.Preset.Rules.Single(rule => rule.Key == Rules.PriorLosses.Name).Mark);

    private static ImmutableArray<AllocationStep> StepsOf(string id) => StepsOf(PresetLibrary.Shipped.Find(id)!.Preset);

    private static ImmutableArray<AllocationStep> StepsOf(Preset preset) => ((RuleValue.Allocation)preset.Rules.Single(rule => rule.Key == Rules.SurplusAllocation.Name).Value).Value;
}
