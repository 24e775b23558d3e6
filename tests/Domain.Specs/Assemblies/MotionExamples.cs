using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Specs.Refusals;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Assemblies;

/// <summary>How a motion is refused before it is voted.</summary>
internal static class MotionExamples
{
    private static readonly AssemblyId One = new(1);

    public static IEnumerable<Example> All =>
    [
        new(AssembliesRefusals.NotPresentAndEntitled, () => RoomExamples.Open().Refused(Person(9), new TableMotion(One, 1, Words("moción")))),
        new(AssembliesRefusals.NotPresentAndEntitled, OutsiderTablesInTheCouncil),
        new(VotesRefusals.UnknownMotion, () => RoomExamples.Open().Refused(Person(4), new SecondMotion(One, new(7)))),
        new(VotesRefusals.Settled, Withdrawn),
        new(VotesRefusals.NotAnEffect, () => Tabled(new EnterDueInDisguise())),
        new(VotesRefusals.NotAnEffect, () => Tabled(new Ratify(new(5)))),
        new(VotesRefusals.NotAnEffect, () => Tabled(new SetAside(new(5)))),
        new(VotesRefusals.NotAnEffect, () => Tabled(new GrantMandate(new(50), Person(7)))),
        new(VotesRefusals.OffAgenda, () => Tabled(new RecallMandate(new(2)))),
        new(VotesRefusals.OffAgenda, () => Tabled(new RecallMandate(new(2)), ("matter.RecallMandate.off-agenda", "IfConsequence"))),
        new(VotesRefusals.OtherBody, OtherBody),
        new(VotesRefusals.OtherBody, CouncilNamesItsAuditor),
        new(VotesRefusals.Reserved, Reserved),
        new(VotesRefusals.NotMover, () => WithMotion().Refused(Person(4), new WithdrawMotion(One, new(1)))),
        new(VotesRefusals.CannotSecond, () => WithMotion().Refused(Person(1), new SecondMotion(One, new(1)))),
        new(VotesRefusals.NotSeconded, NotSeconded),
    ];

    private static Plant WithMotion()
    {
        var plant = RoomExamples.Open();
        plant.Table(One, 1, null);
        return plant;
    }

    private static Refusal Withdrawn()
    {
        var plant = WithMotion();
        plant.Enter(Person(1), new WithdrawMotion(One, new(1)));
        return plant.Refused(Person(4), new SecondMotion(One, new(1)));
    }

    // An act that nobody can carry by resolution.
    private sealed record EnterDueInDisguise : MemberAct;

    private static Refusal Tabled(Act effect, params (string Key, string Choice)[] rules)
    {
        var plant = Founded(preset: House.Preset([.. rules.Select(rule => (Rules.All[rule.Key], (RuleValue)new RuleValue.Choice(rule.Choice)))]));
        plant.OpenAssembly(Enumerable.Range(1, 8), Matter.General);
        return plant.Refused(Person(1), new TableMotion(One, 1, Words("moción"), effect));
    }

    private static Refusal OutsiderTablesInTheCouncil()
    {
        var plant = Founded(withCouncil: true);
        plant.Council(6, 7);
        var session = plant.Enter(Person(1), new IssueNotice(new(2), AssemblyKind.Session, plant.Local.PlusDays(2), Words("Oficina"), [new(Words("Varios"), Matter.General)]))
            .OfType<AssemblyNoticed>().Single().Assembly;
        return plant.Refused(Person(9), new TableMotion(session, 1, Words("moción")));
    }

    private static Refusal OtherBody()
    {
        var plant = Founded(withCouncil: true, preset: House.Preset(
            (Rules.CompetentBody(Matter.SuspendMember), new RuleValue.Choice("Council")), (Rules.OffAgenda(Matter.SuspendMember), new RuleValue.Choice("MajorityOfAll"))));
        var id = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.General);
        return plant.Refused(Person(1), new TableMotion(id, 1, Words("moción"), new Suspend(Person(5), FirstDay.PlusDays(9))));
    }

    private static Refusal CouncilNamesItsAuditor()
    {
        var plant = Founded(withCouncil: true);
        plant.Council(6, 7);
        var session = plant.OpenSession(new(2), [1, 2, 6, 7], Matter.ElectAuditor);
        return plant.Refused(Person(6), new TableMotion(session, 1, Words("moción"), new GrantMandate(new(3), Person(8))));
    }

    private static Refusal Reserved()
    {
        var plant = Founded(preset: House.Preset(
            (Rules.Reserved(Matter.RecallMandate), new RuleValue.Switch(true)), (Rules.OffAgenda(Matter.RecallMandate), new RuleValue.Choice("IfConsequence"))));
        var id = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.General);
        return plant.Refused(Person(1), new TableMotion(id, 1, Words("moción"), new RecallMandate(new(2)), AsConsequence: true));
    }

    private static Refusal NotSeconded()
    {
        var plant = Founded(preset: House.Preset((Rules.Seconding, new RuleValue.Switch(true))));
        var id = plant.OpenAssembly(Enumerable.Range(1, 8), Matter.General);
        var motion = plant.Table(id, 1, null);
        plant.Enter(Person(1), new TakeItem(id, 1));
        return plant.Refused(Person(1), new OpenVote(id, motion, VoteMethod.ShowOfHands, 8));
    }
}
