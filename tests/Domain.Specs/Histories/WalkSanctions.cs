using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Audit;
using Autogestion.Domain.Bodies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Sanctions;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Histories;

/// <summary>How the people of a walk charge, hear, sanction and appeal; what auditors observe; who belongs to which sector.</summary>
internal sealed partial class Walk
{
    private void Discipline()
    {
        if (leaning == 1 && chance.OneIn(25)) Punish();
        var open = chance.Any(State.Sanctions.StillPending.Where(one => one.IsOpen));
        switch (chance.Below(14))
        {
            case 0: history.Ask(Somebody(), new LayCharge(Anybody(), chance.Of(Enum.GetValues<SanctionStep>()), Words("hechos"), Words("norma"))); break;
            case 1: history.Ask(Holder(Power.Audit)?.Person ?? Somebody(), new WriteObservation(chance.Any(State.Bodies.All.Values)!.Id, chance.OneIn(6) ? "no.rule" : Rules.Tie.Name, Words("ojo"))); break;
            case 2 or 10 or 11 when chance.Any(State.Bodies.All.Values.Where(body => body.Kind.HasRoll() || chance.OneIn(9))) is { } body:
                var person = Anybody();
                history.Ask(Holder(Power.KeepRoster)?.Person ?? Somebody(), body.People.Contains(person) ? new ReleaseFromBody(body.Id, person) : body.People.FirstOrDefault() is { Value: var there } && there != Guid.Empty && money.OneIn(4) ? new ReleaseFromBody(body.Id, new(there)) : new AssignToBody(body.Id, person));
                break;
            case 3 or 12 when chance.Any(State.Sanctions.All.Values.Where(one => one.Stands && one.Appeal is null)) is { } standing:
                history.Ask(standing.Person, new AppealSanction(standing.Id, standing.Person, Words("apelo")));
                break;
            default:
                if (open is not null) GoOnWith(open);
                break;
        }
    }

    private void GoOnWith(Procedure procedure)
    {
        var investigator = procedure.Investigator is { } named && chance.Percent(90) ? named : Somebody();
        if (chance.OneIn(4)) history.Ask(procedure.Person, new Defend(procedure.Id, procedure.Person, Words("descargo")));
        if (chance.OneIn(8) && Holder(Power.Mediate)?.Person is { } mediator) history.Ask(mediator, new RecordMediation(procedure.Id, chance.OneIn(4)));
        Act next = procedure switch
        {
            { Investigator: null } => new NameInvestigator(procedure.Id, Somebody()),
            { Hearing: null } => new SetHearing(procedure.Id, Local.PlusDays(chance.Between(4, 9)), Words("oficina")),
            { Heard: null } => new RecordHearing(procedure.Id, chance.OneIn(2), Words("dijo")),
            _ => new ReportOnCharge(procedure.Id, chance.OneIn(4) ? null : chance.Of(Enum.GetValues<SanctionStep>()), Words("informe")),
        };
        if (next is RecordHearing && procedure.Hearing!.At > Now && chance.OneIn(2)) history.Now = procedure.Hearing.At;
        history.Ask(next is NameInvestigator ? Holder(chance.Of(Power.Convene, Power.Audit))?.Person ?? investigator : investigator, next);
    }

    // From the charge to the appeal without a detour, as far as the rules of this life let it go.
    private void Punish()
    {
        var step = chance.Of(SanctionStep.Exclusion, SanctionStep.Exclusion, SanctionStep.Suspension);
        if (chance.AnyOf(State.Roster.Voters(Now)) is not { } person || !history.Ask(Somebody(), new LayCharge(person, step, Words("hechos"), Words("norma")))) return;
        var procedure = State.Sanctions.All.Values.Last();
        var investigator = State.Roster.Voters(Now).Except(procedure.Involved).FirstOrDefault();
        if (!history.Ask(Holder(Power.Audit)?.Person ?? investigator, new NameInvestigator(procedure.Id, investigator))) return;
        history.Ask(investigator, new SetHearing(procedure.Id, Local.PlusDays(8), Words("oficina")));
        history.Now += Duration.FromDays(8);
        history.Ask(investigator, new RecordHearing(procedure.Id, true, Words("dijo")));
        if (!history.Ask(investigator, new ReportOnCharge(procedure.Id, step, Words("informe"))) || Holder(Power.Convene)?.Person is not { } convener) return;

        Act effect = step == SanctionStep.Exclusion ? new ExcludeMember(person, procedure.Id) : new SuspendMember(person, procedure.Id, Local.Date.PlusDays(40));
        Held(convener, Effects.MatterOf(effect, State), effect, State.Roster.Voters(Now).Except(State.Sanctions.Find(procedure.Id)!.Involved));
        if (chance.Percent(70)) history.Ask(person, new AppealSanction(procedure.Id, person, Words("apelo")));
    }

    // A formal assembly about one thing, held by people it does not concern.
    private void Held(PersonId convener, Matter matter, Act effect, IEnumerable<PersonId> others)
    {
        var free = others.ToArray();
        if (free.Length < 5 || !history.Ask(convener, new IssueNotice(BodyId.Assembly, AssemblyKind.Extraordinary, Local.PlusDays(30), Words("Nave 1"), [new(Words("uno"), matter)]))) return;
        var id = State.Assemblies.Current.Values.Last().Id;
        var chair = free[0];
        foreach (var (role, index) in new[] { Domain.Posts.SittingRole.Chair, Domain.Posts.SittingRole.Secretary, Domain.Posts.SittingRole.Teller, Domain.Posts.SittingRole.Teller, Domain.Posts.SittingRole.Signer, Domain.Posts.SittingRole.Signer }.Select((role, index) => (role, index)))
            history.Ask(convener, new Domain.Posts.NameSittingOfficer(id, role, free[index % free.Length]));
        if (State.Assemblies.Find(id) is not { } noticed) return;
        history.Now = noticed.Calls[0].At;
        foreach (var person in State.Roster.Voters(Now)) history.Ask(person, new CheckIn(id, person));
        history.Ask(chair, new DeclareCall(id, 1));
        if (State.Assemblies.Find(id) is not { Phase: AssemblyPhase.Open } open) return;
        history.Ask(chair, new TakeItem(id, open.Agenda.Length));
        if (!history.Ask(free[1], new TableMotion(id, open.Agenda.Length, Words("moción"), effect))) return;
        var motion = State.Assemblies.Find(id)!.Motions.Values.Last().Id;
        history.Ask(free[2], new SecondMotion(id, motion));
        history.Ask(chair, new OpenVote(id, motion, VoteMethod.Paper, State.Assemblies.Find(id)!.Heads));
        if (State.Assemblies.Find(id)!.Find(motion)!.Vote is not { } vote) return;
        history.Ask(free[3], new EnterCount(id, motion, vote.Present - vote.Recused.Length, 0, 0, 0, [free[2], free[3]]));
        history.Ask(chair, new ProclaimResult(id, motion));
        history.Ask(chair, new CloseAssembly(id));
    }

    private Act? SanctionOn(Matter matter)
    {
        if (matter == Matter.DecideAppeal)
            return chance.Any(State.Sanctions.All.Values.Where(one => one.AwaitsAppeal || chance.OneIn(9))) is not { } appealed ? null
                : chance.OneIn(2) ? new UpholdAppeal(appealed.Person, appealed.Id) : new RejectAppeal(appealed.Person, appealed.Id);
        if (chance.Any(State.Sanctions.All.Values.Where(one => (one.IsOpen && one.Report is not null) || chance.OneIn(20))) is not { } procedure) return null;
        if (chance.OneIn(12)) return new DismissCharge(procedure.Person, procedure.Id);
        return matter switch
        {
            Matter.ExcludeMember => new ExcludeMember(procedure.Person, procedure.Id),
            Matter.SuspendMember => new SuspendMember(procedure.Person, procedure.Id, Local.Date.PlusDays(chance.Between(0, 20))),
            _ => new WarnMember(procedure.Person, procedure.Id, chance.Of(Enum.GetValues<SanctionStep>())),
        };
    }

    private static Act? Arisen(Came from, Collective state, bool upheld) => from switch
    {
        Came.Appealed appeal when upheld => new UpholdAppeal(state.Sanctions.Find(appeal.Procedure)!.Person, appeal.Procedure),
        Came.Appealed appeal => new RejectAppeal(state.Sanctions.Find(appeal.Procedure)!.Person, appeal.Procedure),
        Came.Observed observed => new AnswerObservation(observed.Observation, Words("respuesta")),
        _ => null,
    };
}
