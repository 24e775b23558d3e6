using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using Autogestion.Domain.Surplus;
using static Autogestion.Domain.Statutes.AllocationBase;

namespace Autogestion.Domain.Specs.Surplus;

/// <summary>Years with known figures, to the cent. The presets' own numbers are tried where the presets are.</summary>
public sealed class AllocatingSpecs
{
    internal static readonly ImmutableArray<AllocationStep> Argentina =
    [
        new(SurplusUse.PastLosses, AllocationBase.Surplus, new(1, 1), "art. 43", Mark.Read),
        new(SurplusUse.UsedReserves, AllocationBase.Surplus, new(1, 1), "art. 43", Mark.Read, Indivisible: true),
        new(SurplusUse.SpecialReserve, NonMembers, new(1, 1), "art. 42", Mark.Read, Indivisible: true),
        new(SurplusUse.SpecialReserve, Outside, new(1, 1), "art. 42", Mark.Unconfirmed, Indivisible: true),
        new(SurplusUse.LegalReserve, AllocationBase.Members, new(1, 20), "art. 42 inc. 1", Mark.Read, Indivisible: true),
        new(SurplusUse.WelfareFund, AllocationBase.Members, new(1, 20), "art. 42 inc. 2", Mark.Read, Indivisible: true),
        new(SurplusUse.EducationFund, AllocationBase.Members, new(1, 20), "art. 42 inc. 3", Mark.Read, Indivisible: true),
        new(SurplusUse.ShareInterest, Capital, new(1, 1), "art. 42 inc. 4", Mark.Read),
        new(SurplusUse.Return, Rest, new(1, 1), "art. 42 inc. 5", Mark.Read),
    ];

    internal static readonly ImmutableArray<AllocationStep> Uruguay =
    [
        new(SurplusUse.PastLosses, AllocationBase.Surplus, new(1, 1), "", Mark.Unconfirmed),
        new(SurplusUse.LegalReserve, AllocationBase.Surplus, new(0, 1), "", Mark.Unconfirmed, true, null, [new(new(1, 1), new(3, 20)), new(new(3, 1), new(1, 10))]),
        new(SurplusUse.EducationFund, AllocationBase.Surplus, new(1, 20), "", Mark.Unconfirmed, true),
        new(SurplusUse.SpecialReserve, NonMembers, new(1, 10), "", Mark.Unconfirmed, true),
        new(SurplusUse.Return, Rest, new(1, 1), "", Mark.Unconfirmed, Least: Fraction.Half),
        new(SurplusUse.VoluntaryFund, Rest, new(1, 1), "", Mark.Unconfirmed),
    ];

    internal static readonly ImmutableArray<MemberWork> Work = [.. new[] { 2000L, 1000, 1000 }.Select((hours, at) => new MemberWork(Person(at + 1), hours, Amount(10_000)))];

    [Theory]
    [InlineData(PriorLosses.ProRata, 80_000, 36_000, 612_000, 306_000, 153_000)]
    [InlineData(PriorLosses.MembersFirst, 100_000, 35_000, 595_000, 297_500, 148_750)]
    public void Argentina_with_hired_labour_and_a_past_loss(PriorLosses reading, int special, int fund, int back, int first, int second)
    {
        var plan = Allocating.Allocate(Year(900_000, 100_000, 200_000), Argentina, As(reading), Work, 0);
        Assert.Equal(
            [200_000, 0, special, 0, fund, fund, fund, 0, back],
            plan.Lines.Select(line => line.Amount.Value));
        Assert.Equal([first, second, second], plan.Returns.Select(one => one.Return.Value));
        Assert.Equal("art. 42 inc. 3", plan.Lines[6].Article);
    }

    [Fact]
    public void Losses_on_the_hired_result_first_leave_members_more() =>
        Assert.Equal([200_000, 0, 0, 0, 40_000, 40_000, 40_000, 0, 680_000], Allocating.Allocate(Year(900_000, 100_000, 200_000), Argentina, As(PriorLosses.NonMembersFirst), Work, 0).Lines.Select(line => line.Amount.Value));

    [Fact]
    public void Greece_gives_five_thirty_five_and_sixty()
    {
        ImmutableArray<AllocationStep> steps =
        [
            new(SurplusUse.LegalReserve, AllocationBase.Surplus, new(1, 20), "", Mark.Unconfirmed, true),
            new(SurplusUse.Return, AllocationBase.Surplus, new(7, 20), "", Mark.Unconfirmed),
            new(SurplusUse.JobsFund, Rest, new(1, 1), "", Mark.Unconfirmed, true),
        ];
        Assert.Equal([5_000, 35_000, 60_000], Allocating.Allocate(Year(100_000, 0, 0), steps, As(), Work, 0).Lines.Select(line => line.Amount.Value));
    }

    [Theory]
    [InlineData(0, 15_000)]
    [InlineData(29_999, 15_000)]
    [InlineData(30_000, 10_000)]
    [InlineData(89_999, 10_000)]
    [InlineData(90_000, 0)]
    public void Uruguay_asks_for_less_as_the_reserve_grows(int reserve, int amount) => Assert.Equal(
        amount, Allocating.Allocate(Year(100_000, 0, 0) with { Capital = Amount(30_000), LegalReserve = Amount(reserve) }, Uruguay, As(), Work, 0).To(SurplusUse.LegalReserve).Value);

    [Fact]
    public void The_assembly_can_leave_part_of_the_rest_together()
    {
        var plan = Allocating.Allocate(Year(100_000, 0, 0), Uruguay, As() with { Return = Fraction.Half }, Work, 0);
        Assert.Equal((40_000, 40_000), (plan.To(SurplusUse.Return).Value, plan.To(SurplusUse.VoluntaryFund).Value));
    }

    [Fact]
    public void Part_of_the_return_in_shares_and_an_interest_on_them()
    {
        var plan = Allocating.Allocate(Year(100_000, 0, 0), Argentina, As() with { Interest = new(1, 20), InShares = new(1, 4) }, Work, 0);
        Assert.Equal(1_500, plan.To(SurplusUse.ShareInterest).Value);
        Assert.Equal(83_500, plan.To(SurplusUse.Return).Value);
        Assert.Equal(new SurplusReturn(Person(1), 2000, Amount(41_750), Amount(10_437.50m), Amount(500)), plan.Returns[0]);
    }

    [Fact]
    public void A_year_without_surplus_has_no_lines() => Assert.Empty(Allocating.Allocate(Year(100, -100, 0), Argentina, As(), Work, 0).Lines);

    [Fact]
    public void Losses_greater_than_the_year_take_all_of_it()
    {
        var plan = Allocating.Allocate(Year(100, 0, 250), Argentina, As(), Work, 0);
        Assert.Equal((100, 0), (plan.To(SurplusUse.PastLosses).Value, plan.To(SurplusUse.Return).Value));
    }

    [Fact]
    public void Steps_fit_only_when_they_give_away_all_there_is()
    {
        Assert.True(AllocationStep.Fit(Argentina));
        Assert.True(AllocationStep.Fit(Uruguay));
        Assert.False(AllocationStep.Fit(Argentina[..^1]));
        Assert.False(AllocationStep.Fit([.. Argentina.Reverse()]));
        Assert.False(AllocationStep.Fit([]));
        Assert.False(AllocationStep.Fit([Argentina[4] with { Share = new(3, 2) }, .. Argentina]));
    }

    /// <summary>One of three orders, by number.</summary>
    internal static RuleValue.Allocation Drawn(int number) => number switch
    {
        0 => new(Argentina),
        1 => new(Uruguay),
        _ => (RuleValue.Allocation)Rules.SurplusAllocation.Otherwise!,
    };

    internal static SurplusFigures Year(decimal members, decimal others, decimal losses) => new(Amount(members), Amount(others), Money.Zero, Amount(losses), Money.Zero, Amount(30_000), Money.Zero);

    internal static SurplusChoice As(PriorLosses reading = PriorLosses.ProRata) => new(reading, new(0, 1), null, new(0, 1));

    internal static PersonId Person(int number) => new(new Guid(number, 0, 0, new byte[8]));

    internal static Money Amount(decimal value) => new(value);
}
