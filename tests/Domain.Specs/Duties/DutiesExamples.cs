using Autogestion.Domain.Duties;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Specs.Refusals;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Duties;

/// <summary>How acts about common duties are refused.</summary>
internal static class DutiesExamples
{
    private static readonly DutyId One = new(1);
    private static readonly TurnId First = new(1);

    /// <summary>The Monday after the founding.</summary>
    public static readonly LocalDate Monday = FirstDay.PlusDays(7);

    /// <summary>Two at the gate on Monday evening, one on Tuesday.</summary>
    public static DutyTerms Guard { get; } = new(Words("Guardia"), BodyId.Assembly, Words("Portón"), [new(1, new(20, 0), 240, 2, 2), new(2, new(20, 0), 240, 1, 1)]);

    public static IEnumerable<Example> All =>
    [
        new(DutiesRefusals.Unknown, () => Keeping().Refused(Person(6), new PlanWeek(One, Monday))),
        new(DutiesRefusals.Unknown, () => Keeping().Refused(Person(6), new CloseDuty(One))),
        new(DutiesRefusals.BadSlots, () => Keeping().Refused(Person(6), new CreateDuty(Guard with { Slots = [] }))),
        new(DutiesRefusals.BadSlots, () => Keeping().Refused(Person(6), new CreateDuty(Guard with { Slots = [new(8, default, 60, 1, 1)] }))),
        new(DutiesRefusals.UnknownBody, () => Keeping().Blocked(new CreateDuty(Guard with { Body = new(9) }))),
        new(DutiesRefusals.WrongWeek, () => Made().Refused(Person(6), new PlanWeek(One, Monday.PlusDays(1)))),
        new(DutiesRefusals.WrongWeek, () => Made().Refused(Person(6), new PlanWeek(One, Monday.PlusWeeks(-8)))),
        new(DutiesRefusals.AlreadyPlanned, () => Planned().Refused(Person(6), new PlanWeek(One, Monday))),
        new(DutiesRefusals.Nobody, OfEmptySector),
        new(DutiesRefusals.UnknownTurn, () => Made().Refused(Person(1), new TakeTurn(First, Person(1)))),
        new(DutiesRefusals.NotYours, () => Planned().Refused(Person(5), new CheckInTurn(First, Person(5)))),
        new(DutiesRefusals.AlreadyDone, () => Done().Refused(Person(1), new ExcuseTurn(First, Person(1), Words("gripe")))),
        new(DutiesRefusals.TurnOver, () => Over().Refused(Person(1), new OfferTurn(First, Person(1), Person(5)))),
        new(DutiesRefusals.TooEarly, () => Planned().Refused(Person(1), new CheckInTurn(First, Person(1)))),
        new(DutiesRefusals.NotFree, () => Planned().Refused(Person(5), new TakeTurn(First, Person(5)))),
        new(DutiesRefusals.NotFree, () => Planned().Refused(Person(6), new FillTurn(First))),
        new(DutiesRefusals.NotOffered, () => Planned().Refused(Person(5), new AcceptTurn(First, Person(5)))),
        new(DutiesRefusals.NotAmong, () => Planned().Refused(Person(1), new OfferTurn(First, Person(1), Person(77)))),
        new(DutiesRefusals.TwoAtOnce, TwoAtOnce),
    ];

    /// <summary>A plant in which a resolution gave person 6 the rosters.</summary>
    public static Plant Keeping(int people = 10)
    {
        var plant = Founded(people);
        var post = plant.Resolve(new CreatePost(new(Words("Turnos"), BodyId.Assembly, [Power.KeepDuties], 1, 12))).OfType<PostCreated>().Single().Post;
        plant.Resolve(new GrantMandate(post, Person(6)));
        plant.Now = Monday.PlusDays(-1).AtStartOfDayInZone(Zone).ToInstant();
        return plant;
    }

    /// <summary>The same with a guard at the gate.</summary>
    public static Plant Made(int people = 10)
    {
        var plant = Keeping(people);
        plant.Enter(Person(6), new CreateDuty(Guard));
        return plant;
    }

    /// <summary>The same with its first week given out: 1 and 2 on Monday, 3 on Tuesday.</summary>
    public static Plant Planned(int people = 10)
    {
        var plant = Made(people);
        plant.Enter(Person(6), new PlanWeek(One, Monday));
        return plant;
    }

    private static Plant Over()
    {
        var plant = Planned();
        plant.Now = Monday.PlusDays(1).AtStartOfDayInZone(Zone).ToInstant();
        return plant;
    }

    private static Plant Done()
    {
        var plant = Over();
        plant.Enter(Person(1), new CheckInTurn(First, Person(1)));
        return plant;
    }

    private static Refusal OfEmptySector()
    {
        var plant = Keeping();
        var body = plant.Resolve(new Domain.Bodies.CreateBody(Domain.Bodies.BodyKind.Sector, Words("Hornos"))).OfType<Domain.Bodies.BodyCreated>().Single().Body;
        plant.Enter(Person(6), new CreateDuty(Guard with { Body = body }));
        return plant.Refused(Person(6), new PlanWeek(One, Monday.PlusWeeks(1)));
    }

    private static Refusal TwoAtOnce()
    {
        var plant = Planned();
        plant.Enter(Person(1), new OfferTurn(First, Person(1), Person(2)));
        return plant.Refused(Person(2), new AcceptTurn(First, Person(2)));
    }
}
