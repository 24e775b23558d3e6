using Autogestion.Domain.Accounts;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Specs.Accounts;
using Autogestion.Domain.Specs.Refusals;
using Autogestion.Domain.Statutes;
using Autogestion.Domain.Surplus;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Surplus;

/// <summary>How acts about the surplus are refused.</summary>
internal static class SurplusExamples
{
    /// <summary>Of the year that ended before the founding.</summary>
    public static DistributeSurplus Year { get; } = new(
        new(2023, 12, 31), AllocatingSpecs.Year(900_000, 100_000, 200_000), AllocatingSpecs.As(), [.. new[] { 2000L, 1000, 1000 }.Select((hours, at) => new MemberWork(Person(at + 1), hours, Money.Zero))]);

    private static readonly RuleValue.Allocation Divided = new(
        [new(SurplusUse.Return, AllocationBase.Rest, new(1, 1), "", Mark.House, Least: Fraction.Half), new(SurplusUse.VoluntaryFund, AllocationBase.Rest, new(1, 1), "", Mark.House)]);

    public static IEnumerable<Example> All =>
    [
        new(SurplusRefusals.NoYearEnd, () => Founded().Blocked(Year with { YearEnd = new(2023, 12, 30) })),
        new(SurplusRefusals.NotOver, () => Founded().Blocked(Year with { YearEnd = new(2024, 12, 31) })),
        new(SurplusRefusals.AlreadyDistributed, () => Distributed().Blocked(Year)),
        new(SurplusRefusals.AlreadyDistributed, () => Distributed().Blocked(Year with { YearEnd = new(2022, 12, 31) })),
        new(SurplusRefusals.BadFigures, () => Founded().Blocked(Year with { Figures = Year.Figures with { PastLosses = new(-1) } })),
        new(SurplusRefusals.BadFigures, () => Founded().Blocked(Year with { Work = [.. Year.Work, Year.Work[0]] })),
        new(SurplusRefusals.BadFigures, () => Founded().Blocked(Year with { Work = [Year.Work[0] with { Shares = new(30_000.01m) }] })),
        new(SurplusRefusals.UnknownPerson, () => Founded().Blocked(Year with { Work = [new(Person(77), 1, Money.Zero)] })),
        new(SurplusRefusals.Nothing, () => Founded().Blocked(Year with { Figures = Year.Figures with { FromMembers = new(-100_000) } })),
        new(SurplusRefusals.NotApproved, () => AccountsExamples.ClosedYear().Blocked(OfAccounts)),
        new(SurplusRefusals.OtherResult, () => Approved().Blocked(OfAccounts with { Figures = OfAccounts.Figures with { FromMembers = new(401) } })),
        new(SurplusRefusals.OtherResult, () => Approved().Blocked(OfAccounts with { Figures = OfAccounts.Figures with { LegalReserve = new(5) } })),
        new(SurplusRefusals.AdvancesOpen, AdvancesOpen),
        new(SurplusRefusals.OtherReading, () => Founded(10, Fixed()).Blocked(Year with { Choice = AllocatingSpecs.As(PriorLosses.MembersFirst) })),
        new(SurplusRefusals.InterestTooHigh, () => Founded().Blocked(Year with { Choice = Year.Choice with { Interest = new(1, 20) } })),
        new(SurplusRefusals.ReturnOutside, () => Founded(10, House.Preset((Rules.SurplusAllocation, Divided))).Blocked(Year with { Choice = Year.Choice with { Return = new(1, 3) } })),
        new(SurplusRefusals.NobodyWorked, () => Founded().Blocked(Year with { Work = [] })),
    ];

    /// <summary>Of the year whose accounts leave four hundred.</summary>
    public static DistributeSurplus OfAccounts { get; } = Year with { YearEnd = new(2024, 12, 31), Figures = new(new(400), Money.Zero, Money.Zero, Money.Zero, Money.Zero, Money.Zero, Money.Zero) };

    /// <summary>A plant whose assembly has approved the accounts of that year.</summary>
    public static Plant Approved()
    {
        var plant = AccountsExamples.ClosedYear();
        plant.Resolve(new ApproveAccounts(2024));
        return plant;
    }

    private static Refusal AdvancesOpen()
    {
        var plant = AccountsExamples.Sold();
        plant.Enter(Person(6), new OpenAccount(new("1.2.09", AccountRole.AdvancesOnReturns)));
        plant.Enter(Person(6), AccountsExamples.Entry(new Line("1.2.09", new(10)), new Line("1.1.01", new(-10))));
        plant.Now = new LocalDate(2025, 1, 20).AtStartOfDayInZone(Zone).ToInstant();
        plant.Enter(Person(6), new CloseJournalMonth(new(2024, 12)));
        plant.Enter(Person(6), new CloseYear(2024));
        plant.Resolve(new ApproveAccounts(2024));
        return plant.Blocked(OfAccounts);
    }

    /// <summary>A plant that has allocated the year.</summary>
    public static Plant Distributed(Preset? preset = null)
    {
        var plant = Founded(10, preset);
        Assert.Contains(plant.Resolve(Year), entry => entry is SurplusDistributed);
        return plant;
    }

    private static Preset Fixed() => House.PresetOf(Preset.NoLegalForm, 1, [new(Rules.PriorLosses.Name, new RuleValue.Choice("ProRata"), new(BoundKind.Fixed), "", "", Mark.House)]);
}
