using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Calendar;
using Autogestion.Domain.Duties;
using Autogestion.Domain.Kernel;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Histories;

/// <summary>How the people of a walk ask for items and demand assemblies, keep their calendar and share common duties. Drawn apart, beside all else.</summary>
internal sealed partial class Walk
{
    private void LiveInCommon()
    {
        switch (common.Below(30))
        {
            case 0: AskForItem(); break;
            case 1 when common.OneIn(4): Together(); break;
            case 2 when common.OneIn(8): history.Ask(Holder(Power.Audit)?.Person ?? Person(1), new DemandAssembly(Words("motivo"), [new(Words("punto"), Matter.General)])); break;
            case 3: Fulfil(); break;
            case 4: Roster(); break;
            case 5 or 6 or 7: Turns(); break;
        }
    }

    private PersonId Member() => common.AnyOf(State.Roster.Voters(Now)) ?? Person(1);

    private void AskForItem()
    {
        if (common.Any(State.Assemblies.Calling.Requests.Values) is { } request && common.OneIn(2)) history.Ask(Member(), new SignItemRequest(request.Id));
        else history.Ask(Member(), new RequestItem(BodyId.Assembly, new(Words("pedido"), common.OneIn(3) ? common.Of(Enum.GetValues<Matter>()) : Matter.General)));
    }

    // Never to the last acceptance: an assembly of everybody has its own specs.
    private void Together()
    {
        if (common.Any(State.Assemblies.Calling.Universals.Values) is not { } universal) history.Ask(Member(), new ProposeUniversal(AssemblyKind.Weekly, Words("Nave"), [new(Words("punto"), Matter.General)]));
        else if (State.Roster.Voters(Now).Count(person => !universal.Accepted.Contains(person)) > 1) history.Ask(Member(), new AcceptUniversal(universal.Id));
    }

    private void Fulfil()
    {
        if (Dues.Of(State, Now).FirstOrDefault(due => due.Legal is not null) is { Legal: { } duty } due)
            history.Ask(Holder(Power.Audit)?.Person ?? Member(), new FulfilDuty(duty, due.On, Words("folio")));
    }

    private void Roster()
    {
        var keeper = Holder(Power.KeepDuties)?.Person ?? Member();
        var monday = Local.Date.DayOfWeek == IsoDayOfWeek.Monday ? Local.Date : Local.Date.Next(IsoDayOfWeek.Monday);
        if (common.Any(State.Duties.Duties.Values.Where(duty => !duty.Closed)) is not { } duty)
            history.Ask(keeper, new CreateDuty(new(Words("Guardia"), BodyId.Assembly, Words("Portón"), [new(common.Between(1, 7), new(common.Below(24), 0), 240, common.Between(1, 2), common.Between(1, 3))])));
        else if (common.OneIn(20)) history.Ask(keeper, new CloseDuty(duty.Id));
        else history.Ask(keeper, new PlanWeek(duty.Id, monday));
    }

    private void Turns()
    {
        if (common.Any(State.Duties.Turns.Values.Where(one => one is { Done: false, Offered: not null })) is { Offered: { } asked } open && common.OneIn(2)) history.Ask(asked, new AcceptTurn(open.Id, asked));
        if (common.Any(State.Duties.Turns.Values) is not { } turn) return;
        var person = turn.Person ?? Member();
        switch (common.Below(6))
        {
            case 0: history.Ask(person, new ExcuseTurn(turn.Id, person, Words("gripe"))); break;
            case 1: history.Ask(person, new TakeTurn(turn.Id, person)); break;
            case 2: history.Ask(person, new OfferTurn(turn.Id, person, Member())); break;
            case 3 when common.Any(State.Duties.Turns.Values.Where(one => one.From > Local && one is { Done: false, Person: not null })) is { Person: { } holder } coming: history.Ask(holder, new OfferTurn(coming.Id, holder, Member())); break;
            case 4: history.Ask(Holder(Power.KeepDuties)?.Person ?? Member(), new FillTurn(turn.Id)); break;
            default: history.Ask(person, new CheckInTurn(turn.Id, person)); break;
        }
    }
}
