using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Assemblies.Amending;
using Autogestion.Domain.Assemblies.Floor;
using Autogestion.Domain.Assemblies.Presence;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Histories;

/// <summary>How the people of a walk represent one another, speak, and change motions.</summary>
internal sealed partial class Walk
{
    private void Represent(Assembly assembly)
    {
        var (person, holder) = (Somebody(), Somebody());
        var keeper = Officer(assembly, SittingRole.Secretary) ?? Holder(Power.KeepRoster)?.Person ?? person;
        if (chance.OneIn(2)) history.Ask(person, new GiveProxy(assembly.Id, person, holder));
        else history.Ask(keeper, new EnterPaperProxy(assembly.Id, person, holder));
        foreach (var proxy in State.Assemblies.Find(assembly.Id)!.Presence.Given.Values.OrderBy(proxy => Number(proxy.Person)).ToArray())
        {
            if (!proxy.Counts) history.Ask(chance.OneIn(4) ? keeper : Officer(assembly, SittingRole.Chair) ?? Holder(Power.Audit)?.Person ?? keeper, new ConfirmPaperProxy(assembly.Id, proxy.Person));
            else if (chance.OneIn(10)) history.Ask(chance.Of(proxy.Person, proxy.Holder, Somebody()), new RevokeProxy(assembly.Id, proxy.Person));
        }
    }

    private void Talk(Assembly assembly, PersonId chair)
    {
        if (assembly.Floor.Points.Any(point => point.WaitsForAppeal)) KeepOrder(assembly, chair);
        if (chance.OneIn(3)) Represent(assembly);
        if (chance.OneIn(5)) history.Ask(Officer(assembly, SittingRole.Secretary) ?? chair, new NoteGuests(assembly.Id, chance.Between(-1, 3)));
        foreach (var person in assembly.InRoom.Keys.OrderBy(Number).Where(_ => chance.OneIn(3))) history.Ask(person, new AskFloor(assembly.Id, person, chance.Of(Enum.GetValues<FloorList>())));
        history.Ask(chair, new GiveFloor(assembly.Id, chance.OneIn(4) ? chance.OneIn(3) ? PersonId.Nobody : Somebody() : null));
        var speaker = State.Assemblies.Find(assembly.Id)!.Floor.Speaking?.Person ?? Somebody();
        if (chance.OneIn(3)) history.Ask(chance.OneIn(2) ? speaker : chair, new EndTurn(assembly.Id, speaker));
        switch (chance.Below(8))
        {
            case 0: { var person = Somebody(); history.Ask(person, new LeaveSpeakersList(assembly.Id, person)); break; }
            case 1: history.Ask(chair, new CloseSpeakersList(assembly.Id)); break;
            case 2: history.Ask(chair, new OpenSpeakersList(assembly.Id)); break;
            case 3: history.Ask(chair, new SetSpeakingTime(assembly.Id, chance.Between(-1, 10))); break;
            case 4: KeepOrder(assembly, chair); break;
        }
    }

    private void KeepOrder(Assembly assembly, PersonId chair)
    {
        if (chance.OneIn(2)) history.Ask(Somebody(), new RaisePointOfOrder(assembly.Id, Words("orden")));
        foreach (var point in State.Assemblies.Find(assembly.Id)!.Floor.Points)
        {
            if (point.Ruling is null) history.Ask(chair, new RulePointOfOrder(assembly.Id, point.Number, chance.OneIn(2)));
            else if (point.AppealedBy is null && chance.OneIn(2)) history.Ask(Somebody(), new AppealRuling(assembly.Id, point.Number));
            if (!State.Assemblies.Find(assembly.Id)!.Floor.Point(point.Number)!.WaitsForAppeal) continue;
            var tellers = State.Posts.Officers(assembly.Id).Where(officer => officer.Role == SittingRole.Teller).Select(officer => officer.Person).Distinct().Take(2);
            history.Ask(tellers.FirstOrDefault(chair), new DecideAppeal(assembly.Id, point.Number, chance.Below(4), chance.Below(4), [.. tellers]));
        }
    }

    private void Amend(Assembly assembly)
    {
        if (chance.Any(assembly.Motions.Values.Where(motion => motion.Phase == MotionPhase.Tabled)) is not { } motion) return;
        switch (chance.Below(6))
        {
            case 0 or 1: history.Ask(Somebody(), new ProposeAmendment(assembly.Id, motion.Id, Words("enmienda"), chance.OneIn(4) ? motion.Effect : null)); break;
            case 2: history.Ask(assembly.Changes.Amendment(motion.Id) is { } amendment ? assembly.Find(amendment.Of)!.Mover : motion.Mover, new AcceptAmendment(assembly.Id, motion.Id)); break;
            case 3 or 4:
                if (chance.Any(assembly.Motions.Values.Where(other => other.Item == motion.Item)) is { } other) history.Ask(chance.Of(motion.Mover, other.Mover), new ProposeMerge(assembly.Id, motion.Id, other.Id, Words("juntas")));
                foreach (var merge in State.Assemblies.Find(assembly.Id)!.Changes.Merges.Where(merge => !merge.Done))
                    history.Ask(chance.Of(assembly.Find(merge.Keeps)!.Mover, assembly.Find(merge.Gives)!.Mover), new AcceptMerge(assembly.Id, merge.Number));
                break;
            default: history.Ask(Somebody(), new ProposeReferral(assembly.Id, motion.Id, Words("más adelante"), chance.OneIn(2) ? new BodyId(chance.Between(1, 3)) : null, chance.OneIn(3) ? Local.Date.PlusDays(chance.Between(-2, 20)) : null)); break;
        }
    }
}
