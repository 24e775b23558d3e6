using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Statutes;

namespace Autogestion.Domain.Assemblies;

/// <summary>Decides motions and votes, up to the proclamation. What a carried motion does is composed by the collective.</summary>
public static class VoteDecider
{
    /// <summary>For this long after a recovery one votes at the table, not on the own phone.</summary>
    public static readonly Duration AfterRecovery = Duration.FromHours(24);

    /// <summary>For this long whoever is in the room can still vote before a vote by ballots is closed.</summary>
    public static readonly Duration TimeToVote = Duration.FromMinutes(2);

    /// <summary>Why nothing can be tabled by this person on that item now, or null.</summary>
    /// <param name="entitled">Whether the person is entitled in the body, which counts before the opening.</param>
    public static Refusal? CannotTable(TableMotion act, Stamp stamp, Assembly assembly, bool entitled)
    {
        var noticed = assembly.Phase == AssemblyPhase.Noticed;
        if (!noticed && RoomDecider.NotOpen(assembly) is { } closed) return closed;
        if (!(noticed ? entitled : assembly.IsPresentAndEntitled(stamp.Actor))) return AssembliesRefusals.NotPresentAndEntitled;
        return assembly.Item(act.Item) is null ? (Refusal)AssembliesRefusals.UnknownItem : null;
    }

    /// <param name="matter">The matter of the effect, or of the item.</param>
    /// <param name="warnings">What would stand in the way of the effect as if earlier items had carried.</param>
    public static Decision Decide(
        TableMotion act, Assembly assembly, MotionId next, Matter matter, bool competent, ImmutableArray<string> warnings, StatuteBook statutes)
    {
        var item = assembly.Item(act.Item)!;
        if (matter != item.Matter)
        {
            var rule = statutes.Rule(Rules.OffAgenda(matter));
            if (rule.Value.Value == "Never" || (rule.Value.Value == "IfConsequence" && !act.AsConsequence))
                return VotesRefusals.OffAgenda.With("matter", matter).With("item", item.Matter).Under(rule.Cited);
        }
        if (!competent) return VotesRefusals.OtherBody.With("matter", matter).Under(statutes.Rule(Rules.CompetentBody(matter)).Cited);
        var reserved = statutes.Rule(Rules.Reserved(matter));
        if (reserved.Value.Value && NoticeDecider.IsInternal(assembly.Kind) && !item.ToRatify)
            return VotesRefusals.Reserved.With("matter", matter).Under(reserved.Cited);
        return new MotionTabled(assembly.Id, act.Item, next, act.Words, matter, act.Effect, act.From ?? new EffectFrom.Proclamation(), matter != item.Matter, warnings);
    }

    /// <param name="entitled">Whether the person is entitled in the body, which counts before the opening.</param>
    public static Decision Decide(SecondMotion act, Stamp stamp, Assembly assembly, bool entitled)
    {
        if (!(assembly.Phase == AssemblyPhase.Open ? assembly.IsPresentAndEntitled(stamp.Actor) : entitled)) return AssembliesRefusals.NotPresentAndEntitled;
        if (assembly.Find(act.Motion) is not { } motion) return VotesRefusals.UnknownMotion;
        if (motion.Phase != MotionPhase.Tabled) return VotesRefusals.Settled;
        return motion.Mover == stamp.Actor || motion.SecondedBy is not null ? VotesRefusals.CannotSecond : new MotionSeconded(assembly.Id, act.Motion);
    }

    public static Decision Decide(WithdrawMotion act, Stamp stamp, Assembly assembly)
    {
        if (assembly.Find(act.Motion) is not { } motion) return VotesRefusals.UnknownMotion;
        if (motion.Phase != MotionPhase.Tabled) return VotesRefusals.Settled;
        return motion.Mover == stamp.Actor ? new MotionWithdrawn(assembly.Id, act.Motion) : VotesRefusals.NotMover;
    }

    /// <param name="recused">Entitled people whom the motion singles out.</param>
    public static Decision Decide(OpenVote act, Stamp stamp, Assembly assembly, ImmutableArray<PersonId> recused, StatuteBook statutes)
    {
        if (RoomDecider.NotOpen(assembly) is { } closed) return closed;
        if (assembly.Find(act.Motion) is not { } motion) return VotesRefusals.UnknownMotion;
        if (motion.Phase != MotionPhase.Tabled) return VotesRefusals.Settled;
        if (assembly.CurrentItem != motion.Item) return AssembliesRefusals.ItemNotTaken;
        if (assembly.InVote is not null) return AssembliesRefusals.VoteIsOpen;
        if (statutes.Rule(Rules.Seconding).Value.Value && motion.SecondedBy is null) return VotesRefusals.NotSeconded.Under(statutes.Rule(Rules.Seconding).Cited);
        var secret = statutes.Rule(Rules.Secret(motion.Matter));
        if (secret.Value.Value && act.Method != VoteMethod.Paper) return VotesRefusals.SecrecyDemanded.Under(secret.Cited);
        // What concerns everybody alike singles out nobody: a small collective where all manage still approves its accounts.
        if (recused.Length > 1 && assembly.Roll.All(recused.Contains)) recused = [];
        if (recused.Contains(stamp.Actor)) return VotesRefusals.OfficerRecused;
        if (act.HeadCount != assembly.Present) return VotesRefusals.HeadCountDiffers.With("list", assembly.Present).With("heads", act.HeadCount);

        var needed = QuorumNow(assembly, motion.Matter, statutes);
        if (assembly.Present < needed) return new QuorumLost(assembly.Id, act.Motion, assembly.Present, needed);
        var inRoom = recused.Where(assembly.IsPresentAndEntitled).ToImmutableArray();
        var (majority, cited) = MajorityFor(motion, statutes);
        return new VoteOpened(assembly.Id, act.Motion, act.Method, assembly.Present, assembly.Roll.Count, inRoom, majority, cited);
    }

    /// <summary>People needed in the room to vote on a matter: for its own quorum, and for that of the call where the law asks for it at each vote.</summary>
    public static int QuorumNow(Assembly assembly, Matter matter, StatuteBook statutes)
    {
        var forMatter = statutes.Rule(Rules.QuorumFor(matter)).Value.Value.Needed(assembly.Roll.Count);
        return statutes.Rule(Rules.QuorumAt).Value.Value == "EachVote" && assembly.Opening is { } opening
            ? Math.Max(forMatter, RoomDecider.Needed(assembly.Calls[opening.Call - 1], assembly.Roll.Count))
            : forMatter;
    }

    /// <summary>The majority that a motion takes. Off the agenda, some laws ask for more.</summary>
    public static (Threshold Majority, Cited Rule) MajorityFor(Motion motion, StatuteBook statutes)
    {
        var offAgenda = statutes.Rule(Rules.OffAgenda(motion.Matter));
        if (motion.AsConsequence && OffAgendaMajority(offAgenda.Value.Value) is { } special) return (special, offAgenda.Cited);
        var rule = statutes.Rule(Rules.MajorityFor(motion.Matter));
        return (rule.Value.Value, rule.Cited);
    }

    private static Threshold? OffAgendaMajority(string option) => option switch
    {
        "MajorityOfAll" => new(Fraction.Half, true, ThresholdBase.Roll, Uncounted.CountInBase, Uncounted.CountInBase, RecusedInBase: true),
        "TwoThirdsOfPresent" => new(Fraction.TwoThirds, false, ThresholdBase.Present, Uncounted.CountInBase, Uncounted.CountInBase),
        _ => null,
    };

    public static Decision Decide(CastBallot act, Stamp stamp, Assembly assembly, Instant? recoveredAt)
    {
        if (Flaw(act.Motion, stamp.Actor, assembly) is { } flaw) return flaw;
        if (assembly.Find(act.Motion)!.Vote!.Method != VoteMethod.OwnPhone) return VotesRefusals.WrongMethod;
        return recoveredAt is { } at && stamp.Entered < at + AfterRecovery
            ? VotesRefusals.RecentRecovery.With("until", at + AfterRecovery)
            : new BallotCast(assembly.Id, act.Motion, stamp.Actor, act.Choice, false);
    }

    public static Decision Decide(EnterBallot act, Stamp stamp, Assembly assembly)
    {
        if (Flaw(act.Motion, act.Person, assembly) is { } flaw) return flaw;
        var vote = assembly.Find(act.Motion)!.Vote!;
        if (vote.Method is not (VoteMethod.RollCall or VoteMethod.OwnPhone)) return VotesRefusals.WrongMethod;
        return vote.Recused.Contains(stamp.Actor) ? VotesRefusals.OfficerRecused : new BallotCast(assembly.Id, act.Motion, act.Person, act.Choice, true);
    }

    /// <param name="tellers">The tellers named for this sitting.</param>
    public static Decision Decide(EnterCount act, Stamp stamp, Assembly assembly, ImmutableArray<PersonId> tellers)
    {
        if (RoomDecider.NotOpen(assembly) is { } closed) return closed;
        if (assembly.Find(act.Motion) is not { } motion) return VotesRefusals.UnknownMotion;
        if (motion is not { Phase: MotionPhase.Voting, Vote: { } vote }) return VotesRefusals.NotOpen;
        if (vote.Method is not (VoteMethod.ShowOfHands or VoteMethod.Paper)) return VotesRefusals.WrongMethod;
        if (vote.Recused.Contains(stamp.Actor) || act.Tellers.Any(vote.Recused.Contains)) return VotesRefusals.OfficerRecused;
        if (act.Tellers.Distinct().Count() != 2 || act.Tellers.Length != 2 || !act.Tellers.All(tellers.Contains)) return VotesRefusals.TwoTellers;
        int[] counted = [act.For, act.Against, act.Abstain, act.Blank];
        var most = vote.Present - vote.Recused.Length;
        if (counted.Any(heads => heads < 0 || heads > most) || counted.Sum() > most) return VotesRefusals.CountImpossible.With("entitled", most);
        return new VoteCounted(
            assembly.Id, act.Motion, new(vote.Present, vote.Roll, vote.Recused.Length, act.For, act.Against, act.Abstain, act.Blank), act.Tellers);
    }

    public static Decision Decide(CloseVote act, Stamp stamp, Assembly assembly)
    {
        if (RoomDecider.NotOpen(assembly) is { } closed) return closed;
        if (assembly.Find(act.Motion) is not { } motion) return VotesRefusals.UnknownMotion;
        if (motion is not { Phase: MotionPhase.Voting, Vote: { } vote }) return VotesRefusals.NotOpen;
        if (vote.Method is not (VoteMethod.OwnPhone or VoteMethod.RollCall)) return VotesRefusals.WrongMethod;
        if (vote.Recused.Contains(stamp.Actor)) return VotesRefusals.OfficerRecused;
        if (stamp.Entered < vote.OpenedAt + TimeToVote && vote.Voters.Any(person => assembly.IsPresentAndEntitled(person) && !vote.Ballots.ContainsKey(person)))
            return VotesRefusals.StillVoting.With("until", vote.OpenedAt + TimeToVote);
        return new VoteCounted(
            assembly.Id, act.Motion,
            new(vote.Present, vote.Roll, vote.Recused.Length, vote.Of(Choice.For), vote.Of(Choice.Against), vote.Of(Choice.Abstain), 0), []);
    }

    public static Decision Decide(ProclaimResult act, Stamp stamp, Assembly assembly, StatuteBook statutes)
    {
        if (RoomDecider.NotOpen(assembly) is { } closed) return closed;
        if (assembly.Find(act.Motion) is not { } motion) return VotesRefusals.UnknownMotion;
        if (motion is not { Phase: MotionPhase.Counted, Vote: { Count: { } count } vote }) return VotesRefusals.NotCounted;
        if (vote.Recused.Contains(stamp.Actor)) return VotesRefusals.OfficerRecused;
        if (vote.IsWorkOf(stamp.Actor)) return VotesRefusals.SecondPersonNeeded;
        var sum = vote.Majority.Judge(count);
        var tie = statutes.Rule(Rules.Tie);
        // One voice more must be enough: a casting vote never stands in for a larger majority.
        var decides = sum.Tied && count.For + 1 >= sum.Needed && tie.Value.Value == "ChairDecides" && assembly.IsPresentAndEntitled(stamp.Actor);
        if (act.CastingVote is not null && (!decides || act.CastingVote == Choice.Abstain)) return VotesRefusals.NoCastingVote.Under(tie.Cited);
        return new ResultProclaimed(assembly.Id, act.Motion, sum, sum.Carried || act.CastingVote == Choice.For, act.CastingVote);
    }

    private static Refusal? Flaw(MotionId id, PersonId person, Assembly assembly)
    {
        if (RoomDecider.NotOpen(assembly) is { } closed) return closed;
        if (assembly.Find(id) is not { } motion) return VotesRefusals.UnknownMotion;
        if (motion is not { Phase: MotionPhase.Voting, Vote: { } vote }) return VotesRefusals.NotOpen;
        if (!assembly.IsPresentAndEntitled(person)) return AssembliesRefusals.NotPresentAndEntitled;
        if (vote.Recused.Contains(person)) return VotesRefusals.Recused;
        if (!vote.Voters.Contains(person)) return VotesRefusals.CameLater;
        return vote.Ballots.ContainsKey(person) ? (Refusal)VotesRefusals.AlreadyVoted : null;
    }
}
