using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Assemblies.Amending;
using Autogestion.Domain.Assemblies.Floor;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Specs.Refusals;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Assemblies;

/// <summary>How an act that changes a motion is refused.</summary>
internal static class AmendingExamples
{
    private static readonly AssemblyId One = new(1);

    public static IEnumerable<Example> All =>
    [
        new(VotesRefusals.UnknownMotion, () => RoomExamples.Open().Refused(Person(4), new ProposeAmendment(One, new(7), Words("otra")))),
        new(AssembliesRefusals.NotPresentAndEntitled, () => Tabled().Refused(Person(9), new ProposeAmendment(One, new(1), Words("otra")))),
        new(AmendingRefusals.NotAMotion, () => Amended().Refused(Person(5), new ProposeAmendment(One, new(2), Words("otra")))),
        new(AmendingRefusals.Closed, Closed),
        new(AmendingRefusals.OneEach, () => Amended().Refused(Person(4), new ProposeAmendment(One, new(1), Words("otra")))),
        new(AmendingRefusals.OtherEffect, () => Tabled().Refused(Person(4), new ProposeAmendment(One, new(1), Words("otra"), new Domain.Statutes.ChangeNorm("assembly.tie", new RuleValue.Choice("Lost"))))),
        new(AmendingRefusals.NotAnAmendment, () => Tabled().Refused(Person(1), new AcceptAmendment(One, new(1)))),
        new(VotesRefusals.NotMover, () => Amended().Refused(Person(4), new AcceptAmendment(One, new(2)))),
        new(VotesRefusals.NotMover, () => Two().Refused(Person(5), new ProposeMerge(One, new(1), new(2), Words("juntas")))),
        new(AmendingRefusals.TooDifferent, () => Tabled().Refused(Person(1), new ProposeMerge(One, new(1), new(1), Words("juntas")))),
        new(AmendingRefusals.UnknownMerge, () => Two().Refused(Person(4), new AcceptMerge(One, 1))),
        new(AmendingRefusals.UnknownBody, () => Tabled().Refused(Person(4), new ProposeReferral(One, new(1), Words("a comisión"), new BodyId(9)))),
        new(AmendingRefusals.PastDay, () => Tabled().Refused(Person(4), new ProposeReferral(One, new(1), Words("después"), null, FirstDay))),
        new(AmendingRefusals.AlreadyProposed, () => Postponing().Refused(Person(5), new ProposeReferral(One, new(1), Words("después")))),
        new(AmendingRefusals.ReferralFirst, () => Postponing().Refused(Person(1), new OpenVote(One, new(1), VoteMethod.ShowOfHands, 8))),
        new(AmendingRefusals.AmendmentsFirst, () => Amended().Refused(Person(1), new OpenVote(One, new(1), VoteMethod.ShowOfHands, 8))),
        new(AmendingRefusals.OtherAmendmentFirst, OutOfOrder),
    ];

    /// <summary>Item 1 is taken and person 1 has moved motion 1.</summary>
    internal static Plant Tabled(params (RuleKey Key, RuleValue Value)[] rules)
    {
        var plant = Founded(preset: House.Preset(rules));
        plant.OpenAssembly(Enumerable.Range(1, 8), Matter.General, Matter.General);
        plant.Enter(Person(1), new TakeItem(One, 1));
        plant.Table(One, 1, null);
        return plant;
    }

    /// <summary>Person 4 proposes an amendment to it: motion 2.</summary>
    internal static Plant Amended(params (RuleKey Key, RuleValue Value)[] rules)
    {
        var plant = Tabled(rules);
        plant.Enter(Person(4), new ProposeAmendment(One, new(1), Words("de otro modo")));
        return plant;
    }

    /// <summary>Person 4 has moved motion 2.</summary>
    internal static Plant Two()
    {
        var plant = Tabled();
        plant.Table(One, 1, null, Person(4));
        return plant;
    }

    private static Plant Postponing()
    {
        var plant = Tabled();
        plant.Enter(Person(4), new ProposeReferral(One, new(1), Words("después")));
        return plant;
    }

    private static Refusal Closed()
    {
        var plant = Tabled();
        plant.Enter(Person(1), new CloseSpeakersList(One));
        return plant.Refused(Person(4), new ProposeAmendment(One, new(1), Words("otra")));
    }

    private static Refusal OutOfOrder()
    {
        var plant = Amended();
        plant.Enter(Person(5), new ProposeAmendment(One, new(1), Words("otra")));
        return plant.Refused(Person(1), new OpenVote(One, new(3), VoteMethod.ShowOfHands, 8));
    }
}
