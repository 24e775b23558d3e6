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

    public static Decision Decide(CheckIn act, Stamp stamp, Assembly assembly, Roster roster)
    {
        if (stamp.Entered < assembly.Calls[0].At - ListOpens) return AssembliesRefusals.TooEarly.With("opens", assembly.Calls[0].At - ListOpens);
        if (!roster.Speaks(act.Person, stamp.Entered)) return AssembliesRefusals.NoVoice;
        if (assembly.InRoom.ContainsKey(act.Person)) return AssembliesRefusals.AlreadyIn;
        return new CheckedIn(assembly.Id, act.Person, stamp.Authority.Source == Source.OwnAffair ? CheckInMeans.OwnPhone : CheckInMeans.ByHand);
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
        var present = entitled.Count(assembly.InRoom.ContainsKey);
        var needed = Needed(call, entitled.Length);
        if (present >= needed && entitled.Length > 0)
        {
            // A quorum that rests on the word of one person alone is none: whoever opens has not written it in.
            var vouchedFor = entitled.Count(person => assembly.InRoom.TryGetValue(person, out var stay) && IsWrittenBy(assembly.Stays[stay], stamp.Actor));
            return present - vouchedFor >= needed
                ? new AssemblyOpened(assembly.Id, call.Number, present, needed, entitled)
                : AssembliesRefusals.SecondPersonNeeded.With("by-hand", vouchedFor);
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
        return new Recessed(assembly.Id, zone.AtLeniently(act.Until).ToInstant(), act.Place);
    }

    public static Decision Decide(Resume act, Stamp stamp, Assembly assembly)
    {
        if (assembly.Phase != AssemblyPhase.InRecess) return AssembliesRefusals.NotInRecess;
        return stamp.Entered < assembly.Recesses[^1].Until ? AssembliesRefusals.RecessNotOver.With("until", assembly.Recesses[^1].Until) : new Resumed(act.Assembly);
    }

    public static Decision Decide(CloseAssembly act, Assembly assembly, IEnumerable<Mandate> officers, StatuteBook statutes)
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
        var all = named.Where(officer => officer.Role is SittingRole.Chair or SittingRole.Secretary).Select(officer => officer.Person).Concat(signers).Distinct();
        return Decision.Of(
        [
            new AssemblyClosed(act.Assembly, [.. all]),
            .. named.Where(officer => officer.Role == SittingRole.Teller).Select(officer => new MandateEnded(officer.Id, MandateEnd.SittingClosed)),
        ]);
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
