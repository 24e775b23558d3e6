using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Specs.Refusals;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Resolutions;

/// <summary>How an act about a resolution is refused.</summary>
internal static class ResolutionsExamples
{
    private static readonly ResolutionId First = new(1);

    public static IEnumerable<Example> All =>
    [
        new(ResolutionsRefusals.Unknown, () => Founded().Refused(Person(3), new RecordAnnulment(First, Words("sentencia")))),
        new(ResolutionsRefusals.Unknown, () => Founded().Refused(Person(1), new AssignResolution(First, new(1), FirstDay))),
        new(ResolutionsRefusals.Unknown, () => Founded().Refused(Person(2), new RecordRegistration(First, Words("expediente")))),
        new(ResolutionsRefusals.Unknown, () => Founded().Refused(Person(1), new ReportProgress(First, true))),
        new(ResolutionsRefusals.AlreadySetAside, () => Annulled().Refused(Person(3), new RecordAnnulment(First, Words("otra")))),
        new(ResolutionsRefusals.AlreadySetAside, () => Annulled().Refused(Person(1), new AssignResolution(First, new(1), FirstDay))),
        new(ResolutionsRefusals.AlreadySetAside, () => Annulled().Refused(Person(2), new RecordRegistration(First, Words("expediente")))),
        new(ResolutionsRefusals.Unknown, () => Founded().Refused(Person(3), new RecordSuspension(First, OrderedBy.Court, Words("cautelar")))),
        new(ResolutionsRefusals.Unknown, () => Founded().Refused(Person(3), new RecordLifting(First, OrderedBy.Court, Words("levantada")))),
        new(ResolutionsRefusals.AlreadySetAside, () => Annulled().Refused(Person(3), new RecordSuspension(First, OrderedBy.Court, Words("cautelar")))),
        new(ResolutionsRefusals.Suspended, () => Suspended().Refused(Person(3), new RecordSuspension(First, OrderedBy.Court, Words("otra")))),
        new(ResolutionsRefusals.Suspended, () => Suspended().Refused(Person(2), new RecordRegistration(First, Words("expediente")))),
        new(ResolutionsRefusals.Suspended, () => Suspended().Blocked(new SuspendResolution(First))),
        new(ResolutionsRefusals.NotSuspended, () => WithResolution().Refused(Person(3), new RecordLifting(First, OrderedBy.Court, Words("levantada")))),
        new(ResolutionsRefusals.NotSuspended, () => WithResolution().Blocked(new LiftSuspension(First))),
        new(ResolutionsRefusals.AlreadyRegistered, RegisteredTwice),
        new(ResolutionsRefusals.NotToRatify, () => WithResolution().Blocked(new Ratify(First))),
        new(ResolutionsRefusals.NotToRegister, () => WithResolution().Refused(Person(2), new RecordRegistration(First, Words("expediente")))),
        new(ResolutionsRefusals.UnknownOwner, () => WithResolution().Refused(Person(1), new AssignResolution(First, new(99), FirstDay.PlusDays(9)))),
        new(ResolutionsRefusals.DayPassed, () => WithResolution().Refused(Person(1), new AssignResolution(First, new(1), FirstDay))),
        new(ResolutionsRefusals.NotOwner, () => Assigned().Refused(Person(1), new ReportProgress(First, true))),
        new(ResolutionsRefusals.AlreadyDone, ReportedTwice),
    ];

    private static Plant WithResolution()
    {
        var plant = Founded();
        plant.Resolve(new CreatePost(new(Words("Compras"), BodyId.Assembly, [], 1, 12)));
        return plant;
    }

    private static Plant Annulled()
    {
        var plant = WithResolution();
        plant.Enter(Person(3), new RecordAnnulment(First, Words("sentencia")));
        return plant;
    }

    private static Plant Suspended()
    {
        var plant = WithResolution();
        plant.Enter(Person(3), new RecordSuspension(First, OrderedBy.Court, Words("cautelar")));
        return plant;
    }

    private static Refusal RegisteredTwice()
    {
        var plant = Founded();
        plant.Carry(plant.OpenAssembly(Enumerable.Range(1, 8), Matter.General), 1, null, 8);
        plant.Enter(Person(2), new RecordRegistration(First, Words("expediente")));
        return plant.Refused(Person(2), new RecordRegistration(First, Words("expediente")));
    }

    private static Plant Assigned()
    {
        var plant = WithResolution();
        plant.Enter(Person(1), new AssignResolution(First, new(2), plant.Local.Date.PlusDays(9)));
        return plant;
    }

    private static Refusal ReportedTwice()
    {
        var plant = Assigned();
        plant.Enter(Person(2), new ReportProgress(First, true));
        return plant.Refused(Person(2), new ReportProgress(First, true));
    }
}
