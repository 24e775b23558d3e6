using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Assemblies.Floor;
using Autogestion.Domain.Assemblies.Presence;
using Autogestion.Domain.Bodies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;

namespace Autogestion.Domain.Specs.Histories;

/// <summary>The naive model's proxies: within the cap, of members who are not here, in the hands of members who are; and who has the floor is in the room.</summary>
internal sealed partial class Judge
{
    private void JudgePresence(Entry entry)
    {
        if (entry is not IInAssembly within || entry is not (PresenceEntry or FloorEntry)) return;
        var sitting = sittings[within.Assembly.Value];
        switch (entry)
        {
            case ProxyGiven given:
                Demand(given.Person == now.Stamp.Actor, "one gives one's own proxy");
                JudgeProxy(sitting, given.Person, given.Holder);
                sitting.Proxies.Add(given.Person, (given.Holder, given.Person, true));
                break;
            case PaperProxyEntered entered:
                Demand(now.Stamp.Actor != entered.Holder, "nobody enters a proxy for himself or herself");
                JudgeProxy(sitting, entered.Person, entered.Holder);
                sitting.Proxies.Add(entered.Person, (entered.Holder, now.Stamp.Actor, false));
                break;
            case PaperProxyConfirmed confirmed:
                var waiting = sitting.Proxies[confirmed.Person];
                Demand(!waiting.Counts && now.Stamp.Actor != waiting.By && now.Stamp.Actor != waiting.Holder && now.Stamp.Actor != confirmed.Person, "two have signed");
                sitting.Proxies[confirmed.Person] = waiting with { Counts = true };
                break;
            case ProxyRevoked revoked:
                Demand(sitting.Proxies.Remove(revoked.Person, out var was) && (now.Stamp.Actor == revoked.Person || now.Stamp.Actor == was.Holder || sitting.InRoom.ContainsKey(revoked.Person)), "a proxy ends by who gave or held it, or by coming");
                break;
            case ProxiesCounted { Motion: null } counted:
                Demand(stroke is [.., AssemblyOpened] && RepresentedIn(sitting, sitting.Opened!.Roll).SetEquals(counted.Represented), "those represented at the opening are named");
                break;
            case ProxiesCounted counted:
                sitting.Counted = [.. counted.Represented];
                break;
            case RoomCleared: sitting.InRoom.Clear(); break;
            case FloorGiven given: Demand(Has(Power.Chair) && (given.Person == PersonId.Nobody || sitting.InRoom.ContainsKey(given.Person)), "the chair gives the floor to somebody in the room"); break;
        }
    }

    private void JudgeProxy(Sitting sitting, PersonId person, PersonId holder)
    {
        var version = sitting.Notice.StatutesVersion;
        Demand(bodies[sitting.Notice.Body] == BodyKind.Assembly && IsEntitled(person, sitting.Notice.Body, At) && IsEntitled(holder, sitting.Notice.Body, At), "who gives and who holds a proxy votes in the assembly");
        Demand(person != holder && !sitting.InRoom.ContainsKey(person) && !sitting.Proxies.ContainsKey(holder), "nobody is here and represented, and no proxy is handed on");
        Demand(sitting.Proxies.Values.Count(proxy => proxy.Holder == holder) < RuleOf(version, Rules.MostProxies).Value, "nobody holds more than the rules allow");
        Demand(!RuleOf(version, Rules.CouncillorsHoldNoProxies).Value || LiveSeats(At).All(seat => seat.Person != holder || (!posts[seat.Post.Value].Powers.Contains(Power.Audit) && bodies[posts[seat.Post.Value].Body] != BodyKind.Council)), "councillors hold none where the law says so");
        JudgeComingBack(sitting, person);
    }

    private void JudgeComingBack(Sitting sitting, PersonId person) => Demand(
        sitting.FirstSitting is null || !sitting.Roll.Contains(person) || !IsEntitled(person, sitting.Notice.Body, At) || sitting.FirstSitting.Contains(person)
        || !RuleOf(sitting.Notice.StatutesVersion, Rules.FirstSittingOnly).Value, "after a recess come those of the first sitting");

    private static HashSet<PersonId> RepresentedIn(Sitting sitting, IEnumerable<PersonId> roll, IEnumerable<PersonId>? without = null)
    {
        var entitled = roll.ToHashSet();
        return [.. sitting.Proxies.Where(proxy => proxy.Value.Counts && entitled.Contains(proxy.Key) && !sitting.InRoom.ContainsKey(proxy.Key)
            && entitled.Contains(proxy.Value.Holder) && sitting.InRoom.ContainsKey(proxy.Value.Holder) && without?.Contains(proxy.Value.Holder) != true).Select(proxy => proxy.Key)];
    }
}
