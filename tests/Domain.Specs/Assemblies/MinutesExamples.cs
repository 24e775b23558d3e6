using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Specs.Refusals;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Assemblies;

/// <summary>How an act about minutes is refused.</summary>
internal static class MinutesExamples
{
    private static readonly AssemblyId One = new(1);

    public static IEnumerable<Example> All =>
    [
        new(MinutesRefusals.NotClosed, () => RoomExamples.Open().Refused(Person(2), new DrawUpMinutes(One))),
        new(MinutesRefusals.NotClosed, () => RoomExamples.Open().Refused(Person(1), new SignMinutes(One))),
        new(MinutesRefusals.AlreadyDrawnUp, () => DrawnUp().Refused(Person(2), new DrawUpMinutes(One))),
        new(MinutesRefusals.NotDrawnUp, () => Closed().Refused(Person(1), new SignMinutes(One))),
        new(MinutesRefusals.NotSigner, NotSigner),
        new(MinutesRefusals.AlreadySigned, SignedTwice),
        new(MinutesRefusals.AlreadyApproved, ApprovedTwice),
        new(MinutesRefusals.NotDrawnUp, () => Closed().Blocked(new ApproveMinutes(One))),
        new(MinutesRefusals.NotClosed, () => Founded().Blocked(new ApproveMinutes(new(9)))),
    ];

    private static Plant Closed()
    {
        var plant = RoomExamples.Open();
        plant.Enter(Person(1), new CloseAssembly(One));
        return plant;
    }

    private static Plant DrawnUp()
    {
        var plant = Closed();
        plant.Enter(Person(2), new DrawUpMinutes(One));
        return plant;
    }

    private static Refusal SignedTwice()
    {
        var plant = DrawnUp();
        plant.Enter(Person(5), new SignMinutes(One));
        return plant.Refused(Person(5), new SignMinutes(One));
    }

    // The mandates of a sitting and the list of who signs agree; the decider does not rest on that.
    private static Refusal NotSigner() =>
        Assert.IsType<Decision.Refused>(MinutesDecider.Decide(
            new SignMinutes(One), new(Guid.Empty, Person(9), new Authority.Membership(), Instant.MinValue), DrawnUp().State.Assemblies, [])).Refusal;

    private static Refusal ApprovedTwice()
    {
        var plant = DrawnUp();
        plant.Resolve(new ApproveMinutes(One));
        return plant.Blocked(new ApproveMinutes(One));
    }
}
