using Autogestion.Domain.Bodies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Specs.Refusals;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Bodies;

/// <summary>How the making of a body is refused.</summary>
internal static class BodiesExamples
{
    public static IEnumerable<Example> All =>
    [
        new(BodiesRefusals.OnlyOne, () => Founded().Blocked(new CreateBody(BodyKind.Assembly))),
        new(BodiesRefusals.OnlyOne, () => Founded(withCouncil: true).Blocked(new CreateBody(BodyKind.Council))),
        new(BodiesRefusals.NameNeeded, () => Founded().Blocked(new CreateBody(BodyKind.Sector))),
        new(BodiesRefusals.NameNeeded, () => Founded().Blocked(new CreateBody(BodyKind.AuditCommission))),
        new(BodiesRefusals.OnlyOne, CoordinatorsTwice),
        new(BodiesRefusals.Unknown, () => Founded().Refused(Person(2), new AssignToBody(new(9), Person(5)))),
        new(BodiesRefusals.NoRoll, () => Founded().Refused(Person(2), new AssignToBody(BodyId.Assembly, Person(5)))),
        new(BodiesRefusals.NotMember, () => WithShift(out var shift).Refused(Person(2), new AssignToBody(shift, Person(99)))),
        new(BodiesRefusals.AlreadyIn, AssignedTwice),
        new(BodiesRefusals.NotIn, () => WithShift(out var shift).Refused(Person(2), new ReleaseFromBody(shift, Person(5)))),
    ];

    private static Plant WithShift(out BodyId shift)
    {
        var plant = Founded();
        shift = plant.Resolve(new CreateBody(BodyKind.Shift, Words("Noche"))).OfType<BodyCreated>().Single().Body;
        return plant;
    }

    private static Refusal AssignedTwice()
    {
        var plant = WithShift(out var shift);
        plant.Enter(Person(2), new AssignToBody(shift, Person(5)));
        return plant.Refused(Person(2), new AssignToBody(shift, Person(5)));
    }

    private static Refusal CoordinatorsTwice()
    {
        var plant = Founded();
        plant.Resolve(new CreateBody(BodyKind.Coordinators));
        return plant.Blocked(new CreateBody(BodyKind.Coordinators));
    }
}
