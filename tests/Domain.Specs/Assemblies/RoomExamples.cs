using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Specs.Refusals;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Assemblies;

/// <summary>How an act in the room is refused: check-in, calls, items, recess, close.</summary>
internal static class RoomExamples
{
    private static readonly AssemblyId One = new(1);

    public static IEnumerable<Example> All =>
    [
        new(AssembliesRefusals.Unknown, () => Founded().Refused(Person(4), new CheckIn(One, Person(4)))),
        new(AssembliesRefusals.Over, () => Closed().Refused(Person(4), new CheckIn(One, Person(4)))),
        new(AssembliesRefusals.NotOpen, () => Noticed().Refused(Person(1), new TakeItem(One, 1))),
        new(AssembliesRefusals.NotOpen, () => Noticed().Refused(Person(1), new CloseAssembly(One))),
        new(AssembliesRefusals.AlreadyOpen, () => Open().Refused(Person(1), new DeclareCall(One, 1))),
        new(AssembliesRefusals.AlreadyOpen, () => Open().Refused(Person(1), new PostNotice(One, Words("portón")))),
        new(AssembliesRefusals.InRecess, () => InRecess().Refused(Person(1), new TakeItem(One, 1))),
        new(AssembliesRefusals.InRecess, () => InRecess().Refused(Person(1), new CloseAssembly(One))),
        new(AssembliesRefusals.NotInRecess, () => Open().Refused(Person(1), new Resume(One))),
        new(AssembliesRefusals.TooEarly, () => Noticed().Refused(Person(4), new CheckIn(One, Person(4)))),
        new(AssembliesRefusals.NoVoice, () => Open().Refused(Person(99), new CheckIn(One, Person(99)))),
        new(AssembliesRefusals.AlreadyIn, () => Open().Refused(Person(4), new CheckIn(One, Person(4)))),
        new(AssembliesRefusals.NotIn, () => Open().Refused(Person(9), new CheckOut(One, Person(9)))),
        new(AssembliesRefusals.NotIn, () => Open().Refused(Person(4), new ContestCheckIn(One, Person(9)))),
        new(AssembliesRefusals.AlreadyContested, ContestedTwice),
        new(AssembliesRefusals.NotPresentAndEntitled, () => Open().Refused(Person(9), new ContestCheckIn(One, Person(4)))),
        new(AssembliesRefusals.UnknownCall, () => Noticed().Refused(Person(1), new DeclareCall(One, 3))),
        new(AssembliesRefusals.CallTooEarly, () => Noticed().Refused(Person(1), new DeclareCall(One, 1))),
        new(AssembliesRefusals.CallPassed, CallPassed),
        new(AssembliesRefusals.SecondPersonNeeded, OneWritesEverybodyIn),
        new(AssembliesRefusals.UnknownItem, () => Open().Refused(Person(1), new TakeItem(One, 3))),
        new(AssembliesRefusals.UnknownItem, () => Open().Refused(Person(2), new WriteMinutesNote(One, 3, Words("nota")))),
        new(AssembliesRefusals.ItemNotTaken, ItemNotTaken),
        new(AssembliesRefusals.VoteIsOpen, () => Voting().Refused(Person(1), new TakeItem(One, 1))),
        new(AssembliesRefusals.VoteIsOpen, () => Voting().Refused(Person(1), new CloseAssembly(One))),
        new(AssembliesRefusals.VoteIsOpen, () => Voting().Refused(Person(1), new NameSittingOfficer(One, SittingRole.Teller, Person(6)))),
        new(AssembliesRefusals.CountNotProclaimed, () => Counted().Refused(Person(1), new TakeItem(One, 1))),
        new(AssembliesRefusals.CountNotProclaimed, () => Counted().Refused(Person(1), new Recess(One, Soon, Words("Nave 1")))),
        new(AssembliesRefusals.RecessTooLong, () => Open().Refused(Person(1), new Recess(One, Soon.PlusDays(20), Words("Nave 1")))),
        new(AssembliesRefusals.RecessTooLong, () => Open().Refused(Person(1), new Recess(One, LocalDateTime.MaxIsoValue, Words("Nave 1")))),
        new(AssembliesRefusals.RecessTooLong, () => Open().Refused(Person(1), new Recess(One, Soon.PlusDays(-5), Words("Nave 1")))),
        new(AssembliesRefusals.RecessNotOver, () => InRecess().Refused(Person(1), new Resume(One))),
        new(AssembliesRefusals.MotionsWaiting, MotionsWaiting),
        new(AssembliesRefusals.OfficersMissing, OfficersMissing),
    ];

    private static LocalDateTime Soon => FirstDay.PlusDays(3).At(new(18, 0));

    private static Plant Noticed()
    {
        var plant = Founded();
        plant.Notice(AssemblyKind.Weekly, 2, Matter.General, Matter.General);
        return plant;
    }

    internal static Plant Open()
    {
        var plant = Founded();
        plant.OpenAssembly(Enumerable.Range(1, 8), Matter.General, Matter.General);
        return plant;
    }

    private static Plant Closed()
    {
        var plant = Open();
        plant.Enter(Person(1), new CloseAssembly(One));
        return plant;
    }

    private static Plant InRecess()
    {
        var plant = Open();
        plant.Enter(Person(1), new Recess(One, Soon, Words("Nave 1")));
        return plant;
    }

    private static Plant Voting()
    {
        var plant = Open();
        plant.OpenVote(One, 1, plant.Table(One, 1, null), VoteMethod.ShowOfHands);
        return plant;
    }

    private static Plant Counted()
    {
        var plant = Voting();
        plant.Enter(Person(3), new EnterCount(One, new(1), 5, 3, 0, 0, [Person(3), Person(4)]));
        return plant;
    }

    private static Refusal ContestedTwice()
    {
        var plant = Open();
        plant.Enter(Person(4), new ContestCheckIn(One, Person(5)));
        return plant.Refused(Person(6), new ContestCheckIn(One, Person(5)));
    }

    private static Refusal CallPassed()
    {
        var plant = Noticed();
        plant.Now = plant.Sitting(One).Calls[1].At;
        return plant.Refused(Person(1), new DeclareCall(One, 1));
    }

    private static Refusal OneWritesEverybodyIn()
    {
        var plant = Noticed();
        plant.Now = plant.Sitting(One).Calls[0].At;
        plant.Enter(Person(1), new NameSittingOfficer(One, SittingRole.Secretary, Person(1)));
        foreach (var number in Enumerable.Range(1, 9)) plant.Enter(Person(1), new CheckIn(One, Person(number)), plant.Citing(1, Power.KeepAttendance));
        return plant.Refused(Person(1), new DeclareCall(One, 1));
    }

    private static Refusal ItemNotTaken()
    {
        var plant = Open();
        var motion = plant.Table(One, 2, null);
        plant.Enter(Person(1), new TakeItem(One, 1));
        return plant.Refused(Person(1), new OpenVote(One, motion, VoteMethod.ShowOfHands, 8));
    }

    private static Refusal MotionsWaiting()
    {
        var plant = Open();
        plant.Enter(Person(6), new SecondMotion(One, plant.Table(One, 2, null)));
        return plant.Refused(Person(1), new CloseAssembly(One));
    }

    private static Refusal OfficersMissing()
    {
        var plant = Founded(4);
        plant.OpenAssembly([1, 2, 3], Matter.General);
        return plant.Refused(Person(1), new CloseAssembly(One));
    }
}
