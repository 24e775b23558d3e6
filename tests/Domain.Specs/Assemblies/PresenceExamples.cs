using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Assemblies.Presence;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Specs.Refusals;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Assemblies;

/// <summary>How an act about who is represented, from afar or a guest is refused.</summary>
internal static class PresenceExamples
{
    private static readonly AssemblyId One = new(1);

    public static IEnumerable<Example> All =>
    [
        new(PresenceRefusals.OnlyInTheAssembly, InTheCouncil),
        new(PresenceRefusals.ProxiesBarred, () => RoomExamples.Open().Refused(Person(9), new GiveProxy(One, Person(9), Person(4)))),
        new(PresenceRefusals.NotEntitled, () => Open().Refused(Person(9), new GiveProxy(One, Person(9), Person(44)))),
        new(PresenceRefusals.OneselfIsNoProxy, () => Open().Refused(Person(9), new GiveProxy(One, Person(9), Person(9)))),
        new(PresenceRefusals.IsHere, () => Open().Refused(Person(8), new GiveProxy(One, Person(8), Person(4)))),
        new(PresenceRefusals.AlreadyGiven, () => Given(9, 4).Refused(Person(9), new GiveProxy(One, Person(9), Person(5)))),
        new(PresenceRefusals.NotHandedOn, () => Given(9, 4).Refused(Person(10), new GiveProxy(One, Person(10), Person(9)))),
        new(PresenceRefusals.NotHandedOn, () => Given(9, 10).Refused(Person(10), new GiveProxy(One, Person(10), Person(4)))),
        new(PresenceRefusals.CouncillorHolds, () => Open((Rules.CouncillorsHoldNoProxies, new RuleValue.Switch(true))).Refused(Person(9), new GiveProxy(One, Person(9), Person(3)))),
        new(PresenceRefusals.TooMany, () => Given(9, 4).Refused(Person(10), new GiveProxy(One, Person(10), Person(4)))),
        new(PresenceRefusals.NoProxy, () => Open().Refused(Person(9), new RevokeProxy(One, Person(9)))),
        new(PresenceRefusals.NoProxy, () => Open().Refused(Person(4), new CastProxyBallot(One, new(1), Person(9), Choice.For))),
        new(PresenceRefusals.NoProxy, () => Open().Refused(Person(1), new ConfirmPaperProxy(One, Person(9)))),
        new(PresenceRefusals.NothingToConfirm, () => Given(9, 4).Refused(Person(1), new ConfirmPaperProxy(One, Person(9)))),
        new(PresenceRefusals.SecondPersonNeeded, () => Open().Refused(Person(2), new EnterPaperProxy(One, Person(9), Person(2)))),
        new(PresenceRefusals.SecondPersonNeeded, OneSignsTwice),
        new(PresenceRefusals.NotYours, () => Given(9, 4).Refused(Person(5), new RevokeProxy(One, Person(9)))),
        new(PresenceRefusals.NotYours, () => Given(9, 4).Refused(Person(5), new CastProxyBallot(One, new(1), Person(9), Choice.For))),
        new(PresenceRefusals.RemoteBarred, () => Open().Refused(Person(9), new JoinRemotely(One, Person(9)))),
        new(PresenceRefusals.FirstSittingOnly, AfterTheRecess),
        new(PresenceRefusals.GuestsImpossible, () => Open().Refused(Person(2), new NoteGuests(One, -1))),
    ];

    /// <summary>Ten members, 1 to 8 in the room; one proxy each is allowed.</summary>
    internal static Plant Open(params (RuleKey Key, RuleValue Value)[] rules)
    {
        var plant = Founded(preset: House.Preset([(Rules.MostProxies, new RuleValue.Whole(1)), .. rules]));
        plant.OpenAssembly(Enumerable.Range(1, 8), Matter.General, Matter.General);
        return plant;
    }

    internal static Plant Given(int person, int holder)
    {
        var plant = Open();
        plant.Enter(Person(person), new GiveProxy(One, Person(person), Person(holder)));
        return plant;
    }

    private static Refusal InTheCouncil()
    {
        var plant = Founded(withCouncil: true, preset: House.Preset((Rules.MostProxies, new RuleValue.Whole(1))));
        plant.Council(6, 7);
        var session = plant.OpenSession(new(2), [1, 2, 6], Matter.General);
        return plant.Refused(Person(7), new GiveProxy(session, Person(7), Person(6)));
    }

    private static Refusal OneSignsTwice()
    {
        var plant = Open();
        plant.Enter(Person(2), new EnterPaperProxy(One, Person(9), Person(4)));
        return plant.Refused(Person(2), new ConfirmPaperProxy(One, Person(9)));
    }

    private static Refusal AfterTheRecess()
    {
        var plant = Open((Rules.FirstSittingOnly, new RuleValue.Switch(true)));
        plant.Enter(Person(1), new Recess(One, plant.Local.PlusDays(2), Words("Nave 1")));
        plant.Now += Duration.FromDays(2);
        plant.Enter(Person(1), new Resume(One));
        return plant.Refused(Person(9), new CheckIn(One, Person(9)));
    }
}
