using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Elections;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Specs.Refusals;
using Autogestion.Domain.Voting;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Elections;

/// <summary>How candidacies, counts at the table, objections and lots are refused.</summary>
internal static class ElectionsExamples
{
    public static IEnumerable<Example> All =>
    [
        new(ElectionsRefusals.NoElection, () => Hall.Proposals().Hall is var hall ? hall.Plant.Refused(Person(5), new StandForPost(hall.Id, hall.Motion, Person(5))) : null!),
        new(ElectionsRefusals.Closed, () => Hall.Election().Stand(5).Open() is var hall ? hall.Plant.Refused(Person(6), new StandForPost(hall.Id, hall.Motion, Person(6))) : null!),
        new(ElectionsRefusals.AlreadyCandidate, () => Hall.Election().Stand(5) is var hall ? hall.Plant.Refused(Person(5), new StandForPost(hall.Id, hall.Motion, Person(5))) : null!),
        new(ElectionsRefusals.NotCandidate, () => Hall.Election() is var hall ? hall.Plant.Refused(Person(5), new WithdrawCandidacy(hall.Id, hall.Motion, Person(5))) : null!),
        new(ElectionsRefusals.NothingReserved, () => Hall.Election() is var hall ? hall.Plant.Refused(Person(5), new StandForPost(hall.Id, hall.Motion, Person(5), true)) : null!),
        new(ElectionsRefusals.NoCandidates, () => Hall.Election() is var hall ? hall.Plant.Refused(Person(1), hall.Opening(null)) : null!),
        new(CountRefusals.TableNotCounted, () => Mixed() is var hall ? hall.Plant.Refused(Person(1), new CloseVote(hall.Id, hall.Motion)) : null!),
        new(CountRefusals.CountsDiffer, CountsDiffer),
        new(CountRefusals.NothingToConfirm, () => Mixed() is var hall ? hall.Plant.Refused(Person(3), new ConfirmTableCount(hall.Id, hall.Motion, VoteMethod.Paper)) : null!),
        new(CountRefusals.NoObjection, () => Mixed() is var hall ? hall.Plant.Refused(Person(4), new WithdrawObjection(hall.Id, hall.Motion)) : null!),
        new(CountRefusals.LotNeeded, () => Tied() is var hall ? hall.Plant.Refused(Person(1), new ProclaimResult(hall.Id, hall.Motion)) : null!),
        new(CountRefusals.NoLot, () => Mixed() is var hall ? hall.Plant.Refused(Person(1), new CallLot(hall.Id, hall.Motion)) : null!),
        new(CountRefusals.LotUnderWay, () => Called() is var hall ? hall.Plant.Refused(Person(1), new CallLot(hall.Id, hall.Motion)) : null!),
        new(CountRefusals.CannotCommit, () => Committed(2) is var hall ? hall.Plant.Refused(Person(2), Commit(hall, 2)) : null!),
        new(CountRefusals.BadNumber, () => Called() is var hall ? hall.Plant.Refused(Person(2), new CommitToLot(hall.Id, hall.Motion, "abc")) : null!),
        new(CountRefusals.BadNumber, () => Committed(2, 3, 4) is var hall ? hall.Plant.Refused(Person(2), new RevealForLot(hall.Id, hall.Motion, "7")) : null!),
        new(CountRefusals.TooFewCommitted, () => Committed(2, 3) is var hall ? hall.Plant.Refused(Person(2), new RevealForLot(hall.Id, hall.Motion, Hall.Number(2))) : null!),
        new(CountRefusals.OtherNumber, () => Committed(2, 3, 4) is var hall ? hall.Plant.Refused(Person(2), new RevealForLot(hall.Id, hall.Motion, Hall.Number(3))) : null!),
    ];

    private static Hall Mixed() => Hall.Proposals().Hall.Open(null, VoteMethod.OwnPhone, VoteMethod.Paper);

    private static Hall Tied() => Hall.Election(1).Stand(5, 6).Open().Rank([1, 2], 1).Rank([3, 4], 2).Close();

    private static Hall Called()
    {
        var hall = Tied();
        hall.Plant.Enter(Person(1), new CallLot(hall.Id, hall.Motion));
        return hall;
    }

    private static Hall Committed(params int[] people)
    {
        var hall = Called();
        foreach (var person in people) hall.Plant.Enter(Person(person), Commit(hall, person));
        return hall;
    }

    private static CommitToLot Commit(Hall hall, int person) => new(hall.Id, hall.Motion, Lots.Commitment(Person(person), Hall.Number(person)));

    private static Refusal CountsDiffer()
    {
        var hall = Mixed();
        hall.Plant.Enter(Person(3), hall.Table(VoteMethod.Paper, (new Ballot.For(), 3)));
        hall.Plant.Enter(Person(3), hall.Table(VoteMethod.Paper, (new Ballot.For(), 2)));
        hall.Close();
        return hall.Plant.Refused(Person(1), new ProclaimResult(hall.Id, hall.Motion));
    }
}
