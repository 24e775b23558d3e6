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
        var open = chance.Any(State.Sanctions.StillPending.Where(one => one.IsOpen));
        switch (chance.Below(10))
        {
            case 0: history.Ask(Somebody(), new LayCharge(Anybody(), chance.Of(Enum.GetValues<SanctionStep>()), Words("hechos"), Words("norma"))); break;
            case 1: history.Ask(Holder(Power.Audit)?.Person ?? Somebody(), new WriteObservation(chance.Any(State.Bodies.All.Values)!.Id, chance.OneIn(6) ? "no.rule" : Rules.Tie.Name, Words("ojo"))); break;
            case 2 when chance.Any(State.Bodies.All.Values.Where(body => body.Kind.HasRoll() || chance.OneIn(9))) is { } body:
                var person = Anybody();
                history.Ask(Holder(Power.KeepRoster)?.Person ?? Somebody(), body.People.Contains(person) ? new ReleaseFromBody(body.Id, person) : new AssignToBody(body.Id, person));
                break;
            case 3 when chance.Any(State.Sanctions.All.Values.Where(one => one.Stands && one.Appeal is null)) is { } standing:
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
        if (chance.OneIn(2) && Holder(Power.Mediate)?.Person is { } mediator) history.Ask(mediator, new RecordMediation(procedure.Id, chance.OneIn(4)));
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

    private Act? SanctionOn(Matter matter)
    {
        if (matter == Matter.DecideAppeal)
            return chance.Any(State.Sanctions.All.Values.Where(one => one.AwaitsAppeal || chance.OneIn(9))) is not { } appealed ? null
                : chance.OneIn(2) ? new UpholdAppeal(appealed.Person, appealed.Id) : new RejectAppeal(appealed.Person, appealed.Id);
        if (chance.Any(State.Sanctions.All.Values.Where(one => (one.IsOpen && one.Report is not null) || chance.OneIn(6))) is not { } procedure) return null;
        if (chance.OneIn(8)) return new DismissCharge(procedure.Person, procedure.Id);
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
