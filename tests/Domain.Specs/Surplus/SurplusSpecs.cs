using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using Autogestion.Domain.Surplus;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Surplus;

/// <summary>The surplus of a year from the motion to the funds and each one's credit.</summary>
public sealed class SurplusSpecs
{
    private static Preset Argentina { get; } = House.Preset((Rules.SurplusAllocation, new RuleValue.Allocation(AllocatingSpecs.Argentina)));

    [Fact]
    public void A_carried_motion_fills_the_funds_and_credits_each_one()
    {
        var state = SurplusExamples.Distributed(Argentina).State.Surplus;
        Assert.Equal(new Fund(new(36_000), true), state.Funds[SurplusUse.EducationFund]);
        Assert.Equal(new Fund(new(80_000), true), state.Funds[SurplusUse.SpecialReserve]);
        Assert.Equal(new MemberCredit(new(306_000), Money.Zero, Money.Zero), state.Members[Person(1)]);
        Assert.Equal([new(2023, 12, 31)], state.Years.Keys);
    }

    [Fact]
    public void Where_no_law_says_otherwise_losses_come_first_and_the_rest_goes_to_those_who_worked()
    {
        var state = SurplusExamples.Distributed().State.Surplus;
        Assert.Empty(state.Funds);
        Assert.Equal(400_000, state.Members[Person(1)].Returns.Value);
    }

    [Fact]
    public void Where_all_get_the_same_hours_do_not_matter()
    {
        var plant = SurplusExamples.Distributed(House.Preset((Rules.WorkMeasure, new RuleValue.Choice("Equal"))));
        Assert.Equal([266_666.67m, 266_666.67m, 266_666.66m], Enumerable.Range(1, 3).Select(number => plant.State.Surplus.Members[Person(number)].Returns.Value));
    }

    [Fact]
    public void Years_add_up_and_the_odd_cent_takes_turns()
    {
        var plant = SurplusExamples.Distributed(House.Preset((Rules.WorkMeasure, new RuleValue.Choice("Equal"))));
        plant.Now += Duration.FromDays(305);
        plant.Resolve(SurplusExamples.Year with { YearEnd = new(2024, 12, 31) });
        Assert.Equal([533_333.33m, 533_333.34m, 533_333.33m], Enumerable.Range(1, 3).Select(number => plant.State.Surplus.Members[Person(number)].Returns.Value));
    }

    [Fact]
    public void What_is_simulated_is_what_is_entered()
    {
        var plant = Founded(10, Argentina);
        var simulated = SurplusDecider.Simulate(SurplusExamples.Year, plant.State.Surplus, plant.State.Statutes);
        var entered = plant.Resolve(SurplusExamples.Year).OfType<SurplusDistributed>().Single();
        Assert.Equal(simulated.Lines, entered.Lines);
        Assert.Equal(simulated.Returns, entered.Returns);
    }
}
