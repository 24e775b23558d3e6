using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Specs.Refusals;
using Autogestion.Domain.Statutes;
using Autogestion.Domain.Voting;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Assemblies;

/// <summary>How a vote, a count or a proclamation is refused.</summary>
internal static class VoteExamples
{
    private static readonly AssemblyId One = new(1);
    private static readonly MotionId Motion = new(1);

    public static IEnumerable<Example> All =>
    [
        new(VotesRefusals.SecrecyDemanded, SecrecyDemanded),
        new(VotesRefusals.WrongQuestion, () => WithMotion(null).Refused(Person(1), new OpenVote(One, Motion, VoteMethod.OwnPhone, 8, QuestionForm.Ranked))),
        new(VotesRefusals.HeadCountDiffers, () => WithMotion(null).Refused(Person(1), new OpenVote(One, Motion, VoteMethod.RollCall, 7))),
        new(VotesRefusals.OfficerRecused, () => WithMotion(new RecallMandate(new(1))).Refused(Person(1), new OpenVote(One, Motion, VoteMethod.Paper, 8))),
        new(VotesRefusals.OfficerRecused, () => Voting(VoteMethod.Paper, new RecallMandate(new(3))).Refused(Person(3), Count(7, 0))),
        new(VotesRefusals.OfficerRecused, () => Voting(VoteMethod.Paper, new RecallMandate(new(3))).Refused(Person(4), Count(7, 0))),
        new(VotesRefusals.NotOpen, () => WithMotion(null).Refused(Person(4), new CastBallot(One, Motion, Choice.For))),
        new(VotesRefusals.NotOpen, () => WithMotion(null).Refused(Person(3), Count(1, 1))),
        new(VotesRefusals.WrongMethod, () => Voting(VoteMethod.Paper).Refused(Person(4), new CastBallot(One, Motion, Choice.For))),
        new(VotesRefusals.WrongMethod, () => Voting(VoteMethod.OwnPhone).Refused(Person(3), Count(1, 1))),
        new(VotesRefusals.WrongMethod, () => Voting(VoteMethod.Paper).Refused(Person(1), new CloseVote(One, Motion))),
        new(VotesRefusals.WrongMethod, () => Voting(VoteMethod.Paper).Refused(Person(2), new EnterBallot(One, Motion, Person(4), Choice.For))),
        new(VotesRefusals.Recused, () => Voting(VoteMethod.OwnPhone, new RecallMandate(new(2))).Refused(Person(2), new CastBallot(One, Motion, Choice.Against))),
        new(VotesRefusals.CameLater, CameLater),
        new(VotesRefusals.AlreadyVoted, VotedTwice),
        new(VotesRefusals.WrongBallot, () => Voting(VoteMethod.OwnPhone).Refused(Person(4), new CastBallot(One, Motion, new Ballot.One(1)))),
        new(VotesRefusals.WrongBallot, () => Voting(VoteMethod.RollCall).Refused(Person(2), new EnterBallot(One, Motion, Person(4), new Ballot.Consent()))),
        new(VotesRefusals.RecentRecovery, RecentRecovery),
        new(VotesRefusals.TwoTellers, () => Voting(VoteMethod.ShowOfHands).Refused(Person(3), Count(5, 3) with { Tellers = [Person(3), Person(3)] })),
        new(VotesRefusals.TwoTellers, () => Voting(VoteMethod.ShowOfHands).Refused(Person(3), Count(5, 3) with { Tellers = [Person(3), Person(6)] })),
        new(VotesRefusals.CountImpossible, () => Voting(VoteMethod.ShowOfHands).Refused(Person(3), Count(6, 3))),
        new(VotesRefusals.CountImpossible, () => Voting(VoteMethod.ShowOfHands).Refused(Person(3), Count(6, -1))),
        new(VotesRefusals.CountImpossible, () => Voting(VoteMethod.ShowOfHands).Refused(Person(3), Count(int.MaxValue, int.MaxValue))),
        new(VotesRefusals.StillVoting, () => Voting(VoteMethod.OwnPhone).Refused(Person(1), new CloseVote(One, Motion))),
        new(VotesRefusals.NotCounted, () => Voting(VoteMethod.ShowOfHands).Refused(Person(1), new ProclaimResult(One, Motion))),
        new(VotesRefusals.SecondPersonNeeded, CountsAndProclaims),
        new(VotesRefusals.NoCastingVote, () => Tied("Lost", Threshold()).Refused(Person(1), new ProclaimResult(One, Motion, Choice.For))),
        new(VotesRefusals.NoCastingVote, () => Tied("ChairDecides", Threshold() with { Share = Fraction.TwoThirds }).Refused(Person(1), new ProclaimResult(One, Motion, Choice.For))),
        new(VotesRefusals.NoCastingVote, () => Tied("ChairDecides", Threshold()).Refused(Person(1), new ProclaimResult(One, Motion, Choice.Abstain))),
    ];

    private static Threshold Threshold() => new(Fraction.Half, true, ThresholdBase.Present, Uncounted.Excluded, Uncounted.Excluded);

    private static EnterCount Count(int inFavour, int against) => new(One, Motion, inFavour, against, 0, 0, [Person(3), Person(4)]);

    private static Plant WithMotion(Act? effect, Preset? preset = null)
    {
        var plant = Founded(preset: preset);
        plant.OpenAssembly(Enumerable.Range(1, 8), effect is null ? Matter.General : Effects.MatterOf(effect, plant.State));
        plant.Table(One, 1, effect);
        plant.Enter(Person(1), new TakeItem(One, 1));
        return plant;
    }

    private static Plant Voting(VoteMethod method, Act? effect = null, Preset? preset = null)
    {
        var plant = WithMotion(effect, preset);
        plant.OpenVote(One, 1, Motion, method);
        return plant;
    }

    private static Refusal SecrecyDemanded() =>
        WithMotion(null, House.Preset((Rules.Secret(Matter.General), new RuleValue.Switch(true)))).Refused(Person(1), new OpenVote(One, Motion, VoteMethod.RollCall, 8));

    private static Refusal CameLater()
    {
        var plant = Voting(VoteMethod.OwnPhone);
        plant.Enter(Person(9), new CheckIn(One, Person(9)));
        return plant.Refused(Person(9), new CastBallot(One, Motion, Choice.For));
    }

    private static Refusal VotedTwice()
    {
        var plant = Voting(VoteMethod.OwnPhone);
        plant.Enter(Person(4), new CastBallot(One, Motion, Choice.For));
        return plant.Refused(Person(2), new EnterBallot(One, Motion, Person(4), Choice.Against));
    }

    private static Refusal RecentRecovery()
    {
        var plant = Voting(VoteMethod.OwnPhone);
        plant.Enter(Person(2), new ProposeRecovery(Person(7)));
        plant.Enter(Person(3), new ConfirmRecovery(Person(7)));
        return plant.Refused(Person(7), new CastBallot(One, Motion, Choice.For));
    }

    private static Refusal CountsAndProclaims()
    {
        var plant = WithMotion(null);
        plant.Enter(Person(1), new NameSittingOfficer(One, SittingRole.Teller, Person(1)));
        plant.OpenVote(One, 1, Motion, VoteMethod.ShowOfHands);
        plant.Enter(Person(1), Count(8, 0) with { Tellers = [Person(1), Person(4)] }, plant.Citing(1, Power.CountVotes));
        return plant.Refused(Person(1), new ProclaimResult(One, Motion));
    }

    private static Plant Tied(string rule, Threshold majority)
    {
        var plant = Voting(VoteMethod.ShowOfHands, null, House.Preset((Rules.Tie, new RuleValue.Choice(rule)), (Rules.MajorityFor(Matter.General), new RuleValue.Majority(majority))));
        plant.Enter(Person(3), Count(4, 4));
        return plant;
    }
}
