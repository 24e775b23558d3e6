using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Specs.Refusals;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Assemblies;

/// <summary>How requests for items, assemblies without notice and calls by an auditor are refused.</summary>
internal static class CallingExamples
{
    public static ImmutableArray<AgendaDraft> Agenda { get; } = [new(Words("punto"), Matter.General)];

    public static IEnumerable<Example> All =>
    [
        new(CallingRefusals.NotOfBody, NotOfBody),
        new(CallingRefusals.UnknownRequest, () => Founded().Refused(Person(4), new SignItemRequest(new(1)))),
        new(CallingRefusals.RequestSigned, SignedTwice),
        new(AssembliesRefusals.UnknownBody, () => Founded().Refused(Person(4), new RequestItem(new(9), Agenda[0]))),
        new(AssembliesRefusals.OtherBody, () => Founded(preset: House.Preset((Rules.CompetentBody(Matter.SuspendMember), new RuleValue.Choice("Council"))), withCouncil: true)
            .Refused(Person(4), new RequestItem(BodyId.Assembly, new(Words("punto"), Matter.SuspendMember)))),
        new(CallingRefusals.UniversalNotAllowed, () => Founded().Refused(Person(4), new ProposeUniversal(AssemblyKind.Extraordinary, Words("Nave"), Agenda))),
        new(AssembliesRefusals.WrongKind, () => Universal(3).Refused(Person(1), new ProposeUniversal(AssemblyKind.Shift, Words("Nave"), Agenda))),
        new(AssembliesRefusals.BadAgenda, () => Universal(3).Refused(Person(1), new ProposeUniversal(AssemblyKind.Weekly, Words("Nave"), []))),
        new(CallingRefusals.UnknownUniversal, () => Universal(3).Refused(Person(2), new AcceptUniversal(new(1)))),
        new(CallingRefusals.UniversalOver, TooLate),
        new(CallingRefusals.UniversalAlreadyAccepted, () => Proposed(3).Refused(Person(1), new AcceptUniversal(new(1)))),
        new(CallingRefusals.AuditorCannotCall, () => WithoutAuditor().Refused(Person(3), new DemandAssembly(Words("motivo"), Agenda))),
        new(CallingRefusals.AuditorCannotCall, () => WithoutAuditor().Refused(Person(3), new IssueDemandedNotice(new(1), default, Words("Nave")))),
        new(CallingRefusals.AuditorCannotCall, () => WithoutAuditor().Refused(Person(3), new IssueOverdueOrdinary(default, Words("Nave"), Agenda))),
        new(CallingRefusals.UnknownDemand, () => Founded().Refused(Person(3), new IssueDemandedNotice(new(1), default, Words("Nave")))),
        new(CallingRefusals.DemandOpen, () => Demanded().Refused(Person(3), InTwentyDays(Demanded()))),
        new(CallingRefusals.DemandCalled, CalledTwice),
        new(CallingRefusals.OrdinaryNotOverdue, () => Founded().Refused(Person(3), new IssueOverdueOrdinary(default, Words("Nave"), Agenda))),
    ];

    /// <summary>A plant whose rules know the universal assembly.</summary>
    public static Plant Universal(int people) => Founded(people, House.Preset((Rules.Universal, new RuleValue.Switch(true))));

    /// <summary>The same with one proposal, by person 1.</summary>
    public static Plant Proposed(int people)
    {
        var plant = Universal(people);
        plant.Enter(Person(1), new ProposeUniversal(AssemblyKind.Extraordinary, Words("Nave"), Agenda));
        return plant;
    }

    /// <summary>A plant in which the auditor, person 3, demanded an assembly.</summary>
    public static Plant Demanded()
    {
        var plant = Founded();
        plant.Enter(Person(3), new DemandAssembly(Words("motivo"), Agenda));
        return plant;
    }

    public static IssueDemandedNotice InTwentyDays(Plant plant) => new(new(1), plant.Local.PlusDays(20), Words("Nave"));

    private static Plant WithoutAuditor() => Founded(preset: House.Preset((Rules.AuditorCalls, new RuleValue.Switch(false))));

    private static Refusal NotOfBody()
    {
        var plant = Founded(withCouncil: true);
        plant.Council(5, 6);
        return plant.Refused(Person(8), new RequestItem(new(2), Agenda[0]));
    }

    private static Refusal SignedTwice()
    {
        var plant = Founded(30);
        plant.Enter(Person(4), new RequestItem(BodyId.Assembly, Agenda[0]));
        return plant.Refused(Person(4), new SignItemRequest(new(1)));
    }

    private static Refusal TooLate()
    {
        var plant = Proposed(3);
        plant.Now += Duration.FromHours(24);
        return plant.Refused(Person(2), new AcceptUniversal(new(1)));
    }

    private static Refusal CalledTwice()
    {
        var plant = Demanded();
        plant.Enter(Person(1), InTwentyDays(plant));
        return plant.Refused(Person(1), InTwentyDays(plant));
    }
}
