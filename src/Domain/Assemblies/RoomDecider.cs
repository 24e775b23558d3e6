using Autogestion.Domain.Assemblies.Presence;
using Autogestion.Domain.Members;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Statutes;

namespace Autogestion.Domain.Assemblies;

/// <summary>Decides who is in the room, the calls, the course of the sitting and its close.</summary>
public static class RoomDecider
{
    /// <summary>How long before the first call the list opens.</summary>
    public static readonly Duration ListOpens = Duration.FromHours(2);

    /// <summary>How long after the last call an assembly that nobody opened lapses.</summary>
    public static readonly Duration Lapses = Duration.FromHours(12);

    public static Decision Decide(PostNotice act, Assembly assembly) =>
        assembly.Phase == AssemblyPhase.Noticed ? new NoticePosted(assembly.Id, act.Where) : AssembliesRefusals.AlreadyOpen;

    public static Decision Decide(CheckIn act, Stamp stamp, Assembly assembly, Roster roster, StatuteBook statutes) =>
        ComeIn(act.Person, stamp.Authority.Source == Source.OwnAffair ? CheckInMeans.OwnPhone : CheckInMeans.ByHand, stamp, assembly, roster, statutes);

    /// <summary>Somebody comes in, in one way or another. Whoever comes in person takes back the proxy that he or she gave.</summary>
    public static Decision ComeIn(PersonId person, CheckInMeans means, Stamp stamp, Assembly assembly, Roster roster, StatuteBook statutes)
    {
        if (stamp.Entered < assembly.Calls[0].At - ListOpens) return AssembliesRefusals.TooEarly.With("opens", assembly.Calls[0].At - ListOpens);
        if (!roster.Speaks(person, stamp.Entered)) return AssembliesRefusals.NoVoice;
        if (assembly.InRoom.ContainsKey(person)) return AssembliesRefusals.AlreadyIn;
        if (PresenceDecider.CannotComeBack(person, assembly, statutes) is { } first) return first;
        var checkedIn = new CheckedIn(assembly.Id, person, means);
        return assembly.Presence.Of(person) is null ? checkedIn : Decision.Of(checkedIn, new ProxyRevoked(assembly.Id, person, ProxyEnd.CameIn));
    }

    public static Decision Decide(CheckOut act, Assembly assembly) =>
        assembly.InRoom.ContainsKey(act.Person) ? new CheckedOut(assembly.Id, act.Person) : AssembliesRefusals.NotIn;

    public static Decision Decide(ContestCheckIn act, Stamp stamp, Assembly assembly)
    {
        if (!assembly.InRoom.TryGetValue(act.Person, out var stay)) return AssembliesRefusals.NotIn;
        if (!assembly.InRoom.ContainsKey(stamp.Actor)) return AssembliesRefusals.NotPresentAndEntitled;
        return assembly.Stays[stay].Contested ? AssembliesRefusals.AlreadyContested : new CheckInContested(assembly.Id, act.Person);
    }

    /// <param name="entitled">Those entitled in the body now: the roll that freezes if the call succeeds.</param>
    public static Decision Decide(DeclareCall act, Stamp stamp, Assembly assembly, ImmutableArray<PersonId> entitled)
    {
        if (assembly.Phase != AssemblyPhase.Noticed) return AssembliesRefusals.AlreadyOpen;
        if (assembly.Calls.FirstOrDefault(one => one.Number == act.Call) is not { } call) return AssembliesRefusals.UnknownCall;
        if (stamp.Entered < call.At) return AssembliesRefusals.CallTooEarly.With("at", call.At);
        if (assembly.FailedCalls.Any(failed => failed.Call >= act.Call) || assembly.Calls.Any(later => later.Number > act.Call && later.At <= stamp.Entered))
            return AssembliesRefusals.CallPassed;
        var represented = assembly.Represented(entitled.ToImmutableHashSet());
        var present = entitled.Count(assembly.InRoom.ContainsKey) + represented.Length;
        var needed = Needed(call, entitled.Length);
        if (present >= needed && entitled.Length > 0)
        {
            // A quorum that rests on the word of one person alone is none: whoever opens has not written it in.
            bool IsVouchedFor(PersonId person) => assembly.InRoom.TryGetValue(person, out var stay) && IsWrittenBy(assembly.Stays[stay], stamp.Actor);
            var vouchedFor = entitled.Count(IsVouchedFor) + represented.Count(person => IsVouchedFor(assembly.Presence.Of(person)!.Holder));
            if (present - vouchedFor < needed) return AssembliesRefusals.SecondPersonNeeded.With("by-hand", vouchedFor);
            var opened = new AssemblyOpened(assembly.Id, call.Number, present, needed, entitled);
            return represented.IsEmpty ? opened : Decision.Of(opened, new ProxiesCounted(assembly.Id, null, represented));
        }

        var failedNow = new CallFailed(assembly.Id, call.Number, present, needed, entitled.Length);
        return call.Number == assembly.Calls.Length ? Decision.Of(failedNow, new AssemblyLapsed(assembly.Id)) : failedNow;
    }

    /// <summary>People needed for a call. Never more than there are: a quorum that nobody could reach would end the collective.</summary>
    public static int Needed(NoticedCall call, int roll) => Math.Min(call.Quorum.Needed(roll), roll);

    private static bool IsWrittenBy(Stay stay, PersonId actor) => stay.Means == CheckInMeans.ByHand && stay.EnteredBy == actor && stay.Person != actor;

    public static Decision Decide(TakeItem act, Assembly assembly)
    {
        if (NotOpen(assembly) is { } closed) return closed;
        if (assembly.Item(act.Item) is null) return AssembliesRefusals.UnknownItem;
        return InVote(assembly) is { } inVote ? inVote : new ItemTaken(assembly.Id, act.Item);
    }

    public static Decision Decide(Recess act, Stamp stamp, Assembly assembly, StatuteBook statutes, DateTimeZone zone)
    {
        if (NotOpen(assembly) is { } closed) return closed;
        if (InVote(assembly) is { } inVote) return inVote;
        var rule = statutes.Rule(Rules.LongestRecess);
        var latest = rule.Value.Value.Latest(assembly.OpenedAt!.Value, zone);
        if (act.Until > latest.InZone(zone).LocalDateTime || act.Until <= stamp.Entered.InZone(zone).LocalDateTime)
            return AssembliesRefusals.RecessTooLong.With("latest", latest).Under(rule.Cited);
        var recessed = new Recessed(assembly.Id, zone.AtLeniently(act.Until).ToInstant(), act.Place);
        return act.Until.Date > stamp.Entered.InZone(zone).Date && statutes.Rule(Rules.EachSittingItsList).Value.Value
            ? Decision.Of(recessed, new RoomCleared(assembly.Id))
            : recessed;
    }

    public static Decision Decide(Resume act, Stamp stamp, Assembly assembly)
    {
        if (assembly.Phase != AssemblyPhase.InRecess) return AssembliesRefusals.NotInRecess;
        return stamp.Entered < assembly.Recesses[^1].Until ? AssembliesRefusals.RecessNotOver.With("until", assembly.Recesses[^1].Until) : new Resumed(act.Assembly);
    }

    /// <param name="singledOut">Those whom something voted here singled out: they do not sign.</param>
    public static Decision Decide(CloseAssembly act, Assembly assembly, IEnumerable<Mandate> officers, StatuteBook statutes, ImmutableHashSet<PersonId> singledOut)
    {
        if (NotOpen(assembly) is { } closed) return closed;
        if (InVote(assembly) is { } inVote) return inVote;
        // Two people can hold the chair to a motion as long as there is a quorum to vote on it: closing is no way to kill it.
        var waiting = assembly.Motions.Values.Count(motion =>
            motion is { Phase: MotionPhase.Tabled, SecondedBy: not null } && assembly.Present >= VoteDecider.QuorumNow(assembly, motion.Matter, statutes));
        if (waiting > 0) return AssembliesRefusals.MotionsWaiting.With("motions", waiting);
        var named = officers.ToImmutableArray();
        var rule = statutes.Rule(Rules.MinutesSigners);
        var signers = named.Where(officer => officer.Role == SittingRole.Signer).Select(officer => officer.Person).ToImmutableArray();
        if (!named.Any(officer => officer.Role == SittingRole.Secretary) || signers.Length < rule.Value.Value)
            return AssembliesRefusals.OfficersMissing.With("signers", rule.Value.Value).Under(rule.Cited);
        var all = named.Where(officer => officer.Role is SittingRole.Chair or SittingRole.Secretary).Select(officer => officer.Person).Concat(signers).Distinct().ToImmutableArray();
        // Nobody signs on what singled him or her out, unless nobody else is left to sign.
        if (all.Any(person => !singledOut.Contains(person))) all = [.. all.Where(person => !singledOut.Contains(person))];
        return Decision.Of(
        [
            new AssemblyClosed(act.Assembly, all),
            .. named.Where(officer => officer.Role is SittingRole.Teller or SittingRole.StandIn).Select(officer => new MandateEnded(officer.Id, MandateEnd.SittingClosed)),
        ]);
    }

    /// <summary>
    /// What closes a sitting that nobody closed in time: a vote that hangs is not decided, and whoever served signs the minutes as
    /// at any other close, however few they are. Where nobody is left to sign, nothing keeps their roles alive.
    /// </summary>
    public static IEnumerable<Entry> CloseLeftOpen(Assembly assembly, IEnumerable<Mandate> officers)
    {
        var named = officers.ToImmutableArray();
        ImmutableArray<PersonId> signers = [.. named.Where(officer => officer.Role != SittingRole.Teller).OrderBy(officer => officer.Role).Select(officer => officer.Person).Distinct()];
        return
        [
            new AssemblyLeftOpen(assembly.Id, signers, [.. assembly.Motions.Values.Where(motion => motion.Phase is MotionPhase.Voting or MotionPhase.Counted).Select(motion => motion.Id)]),
            .. named.Where(officer => officer.Role == SittingRole.Teller).Select(officer => new MandateEnded(officer.Id, MandateEnd.SittingClosed)),
        ];
    }

    /// <summary>
    /// Why nobody is to be named to a role now, or null. While a vote is open or its count waits, those who keep the list and
    /// count are not changed, unless they have left the room or may not count; the chair can be, so that a vote is never stuck.
    /// </summary>
    public static Refusal? CannotName(SittingRole role, Assembly assembly, IEnumerable<Mandate> officers)
    {
        if (assembly.InVote is not { Vote: { } vote }) return null;
        var serving = officers.Count(officer => officer.Role == role && assembly.InRoom.ContainsKey(officer.Person) && !vote.Recused.Contains(officer.Person));
        return (role == SittingRole.Secretary && serving >= 1) || (role == SittingRole.Teller && serving >= 2) ? InVote(assembly) : null;
    }

    private static Refusal? InVote(Assembly assembly) => assembly.InVote?.Phase switch
    {
        null => null,
        MotionPhase.Voting => AssembliesRefusals.VoteIsOpen,
        _ => (Refusal)AssembliesRefusals.CountNotProclaimed,
    };

    /// <summary>Why nothing can be decided in the room now, or null.</summary>
    public static Refusal? NotOpen(Assembly assembly) => assembly.Phase switch
    {
        AssemblyPhase.Open => null,
        AssemblyPhase.InRecess => (Refusal)AssembliesRefusals.InRecess,
        AssemblyPhase.Noticed => (Refusal)AssembliesRefusals.NotOpen,
        _ => (Refusal)AssembliesRefusals.Over,
    };
}
