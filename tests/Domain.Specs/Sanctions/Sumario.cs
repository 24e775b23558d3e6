using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Sanctions;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Sanctions;

/// <summary>Steps of a procedure, played: 4 charges 8 and 9 looks into it, unless others are named.</summary>
internal static class Sumario
{
    public static readonly PersonId Charged = Person(8);

    public static Preset Law(params (RuleKey, RuleValue)[] rules) => House.Preset([.. rules]);

    public static ProcedureId Charge(this Plant plant, int person = 8, SanctionStep step = SanctionStep.Exclusion, int accuser = 4) =>
        plant.Enter(Person(accuser), new LayCharge(Person(person), step, Words("hechos"), Words("norma"))).OfType<ChargeLaid>().Single().Procedure;

    public static void Investigate(this Plant plant, ProcedureId procedure, int investigator = 9) =>
        plant.Enter(Person(3), new NameInvestigator(procedure, Person(investigator)), plant.Citing(3, Power.Audit));

    /// <summary>Sets the hearing for the earliest day, waits for it, holds it, and reports.</summary>
    public static void Hear(this Plant plant, ProcedureId procedure, SanctionStep? proposal, int investigator = 9)
    {
        plant.Enter(Person(investigator), new SetHearing(procedure, plant.Local.PlusDays(6), Words("oficina")));
        plant.Now += Duration.FromDays(6);
        plant.Enter(Person(investigator), new RecordHearing(procedure, true, Words("dijo")));
        plant.Enter(Person(investigator), new ReportOnCharge(procedure, proposal, Words("informe")));
    }

    /// <summary>A procedure ready to be decided.</summary>
    public static ProcedureId Ready(this Plant plant, int person = 8, SanctionStep step = SanctionStep.Exclusion, int accuser = 4, int investigator = 9)
    {
        var procedure = plant.Charge(person, step, accuser);
        plant.Investigate(procedure, investigator);
        plant.Hear(procedure, step, investigator);
        return procedure;
    }

    /// <summary>The assembly resolves on a procedure with those who are not involved: tellers and officers are others.</summary>
    public static ImmutableArray<Entry> Impose(this Plant plant, Act effect, int? inFavour = null)
    {
        var matter = Effects.MatterOf(effect, plant.State);
        var id = plant.OpenAssembly(plant.Voters, AssemblyKind.Extraordinary, matter);
        return plant.Decide(id, effect, inFavour);
    }

    public static ImmutableArray<Entry> Decide(this Plant plant, AssemblyId id, Act effect, int? inFavour = null)
    {
        var involved = plant.State.Sanctions.Find(((ISanctionEffect)effect).Procedure)!.Involved;
        foreach (var teller in plant.Voters.Where(number => !involved.Contains(Person(number)) && number is not (1 or 2)).TakeLast(2))
            if (plant.State.Posts.Officers(id).All(officer => officer.Role != Domain.Posts.SittingRole.Teller || officer.Person != Person(teller)))
                plant.Enter(Person(1), new Domain.Posts.NameSittingOfficer(id, Domain.Posts.SittingRole.Teller, Person(teller)));
        var item = plant.Sitting(id).Agenda.Length;
        var motion = plant.Table(id, item, effect);
        plant.OpenVote(id, item, motion, VoteMethod.Paper);
        var tellers = plant.State.Posts.Officers(id).Where(officer => officer.Role == Domain.Posts.SittingRole.Teller && !involved.Contains(officer.Person)).Select(officer => officer.Person).Take(2).ToImmutableArray();
        var voters = plant.Sitting(id).Find(motion)!.Vote!.Voters.Count;
        plant.Enter(tellers[0], new EnterCount(id, motion, inFavour ?? voters, voters - (inFavour ?? voters), 0, 0, tellers));
        var entries = plant.Enter(Person(1), new ProclaimResult(id, motion));
        plant.Enter(Person(1), new CloseAssembly(id));
        return entries;
    }

    /// <summary>Why the assembly's effect was blocked.</summary>
    public static Refusal NotImposed(this Plant plant, Act effect) => new RefusalCode(plant.Impose(effect).OfType<Domain.Resolutions.EffectBlocked>().Single().Reason);
}
