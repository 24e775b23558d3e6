using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Assemblies.Floor;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Specs.Refusals;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Assemblies;

/// <summary>How an act about who speaks is refused.</summary>
internal static class FloorExamples
{
    private static readonly AssemblyId One = new(1);

    public static IEnumerable<Example> All =>
    [
        new(AssembliesRefusals.NotIn, () => RoomExamples.Open().Refused(Person(9), new AskFloor(One, Person(9)))),
        new(AssembliesRefusals.VoteIsOpen, InAVote),
        new(FloorRefusals.Speaking, () => Speaking().Refused(Person(4), new AskFloor(One, Person(4)))),
        new(FloorRefusals.Speaking, () => Speaking().Refused(Person(1), new GiveFloor(One, Person(4)))),
        new(FloorRefusals.AlreadyAsked, () => Asked().Refused(Person(4), new AskFloor(One, Person(4)))),
        new(FloorRefusals.ListClosed, () => Closed().Refused(Person(4), new AskFloor(One, Person(4)))),
        new(FloorRefusals.ListClosed, () => Closed().Refused(Person(1), new CloseSpeakersList(One))),
        new(FloorRefusals.ListOpen, () => RoomExamples.Open().Refused(Person(1), new OpenSpeakersList(One))),
        new(FloorRefusals.OneList, () => RoomExamples.Open().Refused(Person(4), new AskFloor(One, Person(4), FloorList.Second))),
        new(FloorRefusals.NotOnList, () => RoomExamples.Open().Refused(Person(4), new LeaveSpeakersList(One, Person(4)))),
        new(FloorRefusals.NobodyWaits, () => RoomExamples.Open().Refused(Person(1), new GiveFloor(One))),
        new(FloorRefusals.NoGuests, () => RoomExamples.Open().Refused(Person(1), new GiveFloor(One, PersonId.Nobody))),
        new(FloorRefusals.NotSpeaking, () => RoomExamples.Open().Refused(Person(4), new EndTurn(One, Person(4)))),
        new(FloorRefusals.TimeImpossible, () => RoomExamples.Open().Refused(Person(1), new SetSpeakingTime(One, 121))),
        new(FloorRefusals.UnknownPoint, () => RoomExamples.Open().Refused(Person(1), new RulePointOfOrder(One, 1, true))),
        new(FloorRefusals.PointWaits, () => Raised().Refused(Person(4), new RaisePointOfOrder(One, Words("otra")))),
        new(FloorRefusals.AlreadyRuled, () => Ruled().Refused(Person(1), new RulePointOfOrder(One, 1, true))),
        new(FloorRefusals.OwnPoint, ChairsOwn),
        new(FloorRefusals.OwnPoint, () => Ruled().Refused(Person(1), new AppealRuling(One, 1))),
        new(FloorRefusals.NotRuled, () => Raised().Refused(Person(4), new AppealRuling(One, 1))),
        new(FloorRefusals.AlreadyAppealed, () => Appealed().Refused(Person(5), new AppealRuling(One, 1))),
        new(FloorRefusals.TooLate, TooLate),
        new(FloorRefusals.NoAppeal, () => Ruled().Refused(Person(3), new DecideAppeal(One, 1, 1, 1, [Person(3), Person(4)]))),
        new(FloorRefusals.AppealWaits, AppealWaits),
        new(VotesRefusals.TwoTellers, () => Appealed().Refused(Person(3), new DecideAppeal(One, 1, 1, 1, [Person(3), Person(3)]))),
        new(VotesRefusals.CountImpossible, () => Appealed().Refused(Person(3), new DecideAppeal(One, 1, 8, 1, [Person(3), Person(4)]))),
    ];

    internal static Plant Appealed()
    {
        var plant = Ruled();
        plant.Enter(Person(4), new AppealRuling(One, 1));
        return plant;
    }

    private static Plant Asked()
    {
        var plant = RoomExamples.Open();
        plant.Enter(Person(4), new AskFloor(One, Person(4)));
        return plant;
    }

    private static Plant Speaking()
    {
        var plant = Asked();
        plant.Enter(Person(1), new GiveFloor(One));
        return plant;
    }

    private static Plant Closed()
    {
        var plant = RoomExamples.Open();
        plant.Enter(Person(1), new CloseSpeakersList(One));
        return plant;
    }

    private static Plant Raised()
    {
        var plant = RoomExamples.Open();
        plant.Enter(Person(4), new RaisePointOfOrder(One, Words("falta quórum")));
        return plant;
    }

    private static Plant Ruled()
    {
        var plant = Raised();
        plant.Enter(Person(1), new RulePointOfOrder(One, 1, false));
        return plant;
    }

    private static Refusal InAVote()
    {
        var plant = Asked();
        plant.OpenVote(One, 1, plant.Table(One, 1, null), VoteMethod.ShowOfHands);
        return plant.Refused(Person(1), new GiveFloor(One, Person(4)));
    }

    private static Refusal ChairsOwn()
    {
        var plant = RoomExamples.Open();
        plant.Enter(Person(1), new RaisePointOfOrder(One, Words("falta quórum")));
        return plant.Refused(Person(1), new RulePointOfOrder(One, 1, true));
    }

    private static Refusal TooLate()
    {
        var plant = Ruled();
        plant.Enter(Person(1), new TakeItem(One, 2));
        return plant.Refused(Person(4), new AppealRuling(One, 1));
    }

    private static Refusal AppealWaits()
    {
        var plant = Appealed();
        var motion = plant.Table(One, 1, null);
        plant.Enter(Person(1), new TakeItem(One, 1));
        return plant.Refused(Person(1), new OpenVote(One, motion, VoteMethod.ShowOfHands, 8));
    }
}
