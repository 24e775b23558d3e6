using Autogestion.Domain.Members;
using Autogestion.Domain.Statutes;

namespace Autogestion.Domain.Assemblies.Presence;

/// <summary>What an act about presence is decided against, beside the sitting itself.</summary>
/// <param name="Entitled">Who votes in this sitting: the roll, or before the opening those who would be on it.</param>
/// <param name="Managers">Councillors and auditors now.</param>
public sealed record PresenceGround(ImmutableHashSet<PersonId> Entitled, ImmutableArray<PersonId> Managers, Roster Roster, StatuteBook Statutes);

/// <summary>Decides who is represented, who takes part from afar, and how many guests there are.</summary>
public static class PresenceDecider
{
    private const int MostGuests = 10_000;

    public static Decision Decide(PresenceAct act, Stamp stamp, Assembly assembly, PresenceGround ground) => act switch
    {
        GiveProxy give => CannotGive(give.Person, give.Holder, assembly, ground) is { } flaw ? flaw : new ProxyGiven(assembly.Id, give.Person, give.Holder),
        EnterPaperProxy enter => CannotGive(enter.Person, enter.Holder, assembly, ground) is { } flaw ? flaw
            : stamp.Actor == enter.Holder ? PresenceRefusals.SecondPersonNeeded : new PaperProxyEntered(assembly.Id, enter.Person, enter.Holder),
        ConfirmPaperProxy confirm => Confirm(confirm, stamp, assembly),
        RevokeProxy revoke => Revoke(revoke, stamp, assembly),
        CastProxyBallot cast => Cast(cast, stamp, assembly, ground),
        JoinRemotely join => Join(join, stamp, assembly, ground),
        NoteGuests note => Note(note, assembly),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    /// <summary>Why somebody may not come in after a recess, or null: some laws keep the next sitting for those of the first.</summary>
    public static Refusal? CannotComeBack(PersonId person, Assembly assembly, StatuteBook statutes)
    {
        if (assembly.Presence.FirstSitting is not { } first || first.Contains(person) || !assembly.Roll.Contains(person)) return null;
        var rule = statutes.Rule(Rules.FirstSittingOnly);
        return rule.Value.Value ? PresenceRefusals.FirstSittingOnly.Under(rule.Cited) : null;
    }

    private static Refusal? CannotGive(PersonId person, PersonId holder, Assembly assembly, PresenceGround ground)
    {
        if (assembly.Body != BodyId.Assembly) return PresenceRefusals.OnlyInTheAssembly;
        var most = ground.Statutes.Rule(Rules.MostProxies);
        if (most.Value.Value == 0) return PresenceRefusals.ProxiesBarred.Under(most.Cited);
        if (!ground.Entitled.Contains(person) || !ground.Entitled.Contains(holder)) return PresenceRefusals.NotEntitled;
        if (person == holder) return PresenceRefusals.OneselfIsNoProxy;
        if (assembly.InRoom.ContainsKey(person)) return PresenceRefusals.IsHere;
        if (assembly.Presence.Of(person) is not null) return PresenceRefusals.AlreadyGiven;
        if (assembly.Presence.Of(holder) is not null || assembly.Presence.HeldBy(person).Any()) return PresenceRefusals.NotHandedOn;
        var councillors = ground.Statutes.Rule(Rules.CouncillorsHoldNoProxies);
        if (councillors.Value.Value && ground.Managers.Contains(holder)) return PresenceRefusals.CouncillorHolds.Under(councillors.Cited);
        if (assembly.Presence.HeldBy(holder).Count() >= most.Value.Value) return PresenceRefusals.TooMany.With("most", most.Value.Value).Under(most.Cited);
        return CannotComeBack(person, assembly, ground.Statutes);
    }

    private static Decision Confirm(ConfirmPaperProxy act, Stamp stamp, Assembly assembly)
    {
        if (assembly.Presence.Of(act.Person) is not { } proxy) return PresenceRefusals.NoProxy;
        if (proxy.Counts) return PresenceRefusals.NothingToConfirm;
        return stamp.Actor == proxy.EnteredBy || stamp.Actor == proxy.Holder || stamp.Actor == proxy.Person
            ? PresenceRefusals.SecondPersonNeeded
            : new PaperProxyConfirmed(assembly.Id, act.Person);
    }

    private static Decision Revoke(RevokeProxy act, Stamp stamp, Assembly assembly)
    {
        if (assembly.Presence.Of(act.Person) is not { } proxy) return PresenceRefusals.NoProxy;
        if (stamp.Actor == proxy.Person) return new ProxyRevoked(assembly.Id, act.Person, ProxyEnd.TakenBack);
        return stamp.Actor == proxy.Holder ? new ProxyRevoked(assembly.Id, act.Person, ProxyEnd.GivenBack) : PresenceRefusals.NotYours;
    }

    private static Decision Cast(CastProxyBallot act, Stamp stamp, Assembly assembly, PresenceGround ground)
    {
        if (assembly.Presence.Of(act.Person) is not { } proxy) return PresenceRefusals.NoProxy;
        if (proxy.Holder != stamp.Actor) return PresenceRefusals.NotYours;
        if (VoteDecider.Flaw(act.Motion, act.Person, assembly, orRepresented: true) is { } flaw) return flaw;
        var vote = assembly.Find(act.Motion)!.Vote!;
        if (vote.Recused.Contains(stamp.Actor)) return VotesRefusals.Recused;
        if (!vote.Ways.Contains(VoteMethod.OwnPhone)) return VotesRefusals.WrongMethod;
        if (!vote.Question.Accepts(act.Ballot)) return VotesRefusals.WrongBallot;
        return ground.Roster.RecoveredAt.TryGetValue(stamp.Actor, out var at) && stamp.Entered < at + VoteDecider.AfterRecovery
            ? VotesRefusals.RecentRecovery.With("until", at + VoteDecider.AfterRecovery)
            : new BallotCast(assembly.Id, act.Motion, act.Person, act.Ballot, false);
    }

    private static Decision Join(JoinRemotely act, Stamp stamp, Assembly assembly, PresenceGround ground)
    {
        var rule = ground.Statutes.Rule(Rules.Remote);
        if (!rule.Value.Value) return PresenceRefusals.RemoteBarred.Under(rule.Cited);
        return RoomDecider.ComeIn(act.Person, CheckInMeans.Remote, stamp, assembly, ground.Roster, ground.Statutes);
    }

    private static Decision Note(NoteGuests act, Assembly assembly)
    {
        if (assembly.IsOver) return AssembliesRefusals.Over;
        return act.Guests is < 0 or > MostGuests ? PresenceRefusals.GuestsImpossible : new GuestsNoted(assembly.Id, act.Guests);
    }
}
