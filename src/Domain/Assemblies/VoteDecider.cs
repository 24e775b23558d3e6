using Autogestion.Domain.Assemblies.Amending;
using Autogestion.Domain.Assemblies.Floor;
using Autogestion.Domain.Assemblies.Presence;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Statutes;
using Autogestion.Domain.Voting;

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
        if (assembly.InVote is { Vote: { } vote } && vote.Question.Options.Contains(new Option.Proposal(act.Motion))) return VotesRefusals.Settled;
        return motion.Mover == stamp.Actor ? new MotionWithdrawn(assembly.Id, act.Motion) : VotesRefusals.NotMover;
    }

    /// <param name="recused">Entitled people whom the motion singles out.</param>
    /// <param name="election">For a motion that fills a post.</param>
    public static Decision Decide(OpenVote act, Stamp stamp, Assembly assembly, ImmutableArray<PersonId> recused, StatuteBook statutes, ElectionGround? election = null)
    {
        if (RoomDecider.NotOpen(assembly) is { } closed) return closed;
        if (assembly.Find(act.Motion) is not { } motion) return VotesRefusals.UnknownMotion;
        if (motion.Phase != MotionPhase.Tabled) return VotesRefusals.Settled;
        if (assembly.CurrentItem != motion.Item) return AssembliesRefusals.ItemNotTaken;
        if (assembly.InVote is not null) return AssembliesRefusals.VoteIsOpen;
        if (assembly.Floor.Points.Any(point => point.WaitsForAppeal)) return FloorRefusals.AppealWaits;
        if (AmendingDecider.NotYet(motion, assembly, statutes) is { } notYet) return notYet;
        if (statutes.Rule(Rules.Seconding).Value.Value && motion.SecondedBy is null) return VotesRefusals.NotSeconded.Under(statutes.Rule(Rules.Seconding).Cited);
        ImmutableArray<Motion> motions = [motion, .. (act.Against ?? []).Select(assembly.Find).OfType<Motion>()];
        ImmutableArray<VoteMethod> ways = [act.Method, .. act.Also ?? []];
        var secret = motions.Select(each => Secrecy(each, assembly, statutes)).MaxBy(rule => rule.Value.Value)!;
        if (secret.Value.Value && ways.Any(way => way is not (VoteMethod.Paper or VoteMethod.Secret))) return VotesRefusals.SecrecyDemanded.Under(secret.Cited);
        var (question, flaw) = QuestionMaker.Make(act, motion, assembly, election);
        if (question is null) return flaw!;
        // Secrecy is a way of its own, papers included, and needs ballots that many can give alike.
        if (ways.Contains(VoteMethod.Secret) && (ways.Length > 1 || question.Form is QuestionForm.Consent or QuestionForm.Lot)) return VotesRefusals.WrongQuestion;
        // What concerns everybody alike singles out nobody: a small collective where all manage still approves its accounts.
        if (motion.Effect is null && recused.Length > 1 && assembly.Roll.All(recused.Contains)) recused = [];
        if (recused.Contains(stamp.Actor)) return VotesRefusals.OfficerRecused;
        if (act.HeadCount != assembly.Heads) return VotesRefusals.HeadCountDiffers.With("list", assembly.Heads).With("heads", act.HeadCount);

        var needed = motions.Max(each => QuorumNow(assembly, each.Matter, statutes));
        // Whoever may not vote on this does not vote for another either.
        var represented = assembly.Represented(assembly.Roll, recused);
        var present = assembly.InRoom.Keys.Count(assembly.Roll.Contains) + represented.Length;
        if (present < needed) return new QuorumLost(assembly.Id, act.Motion, present, needed);
        var inRoom = recused.Where(person => assembly.IsPresentAndEntitled(person) || represented.Contains(person)).ToImmutableArray();
        if (act.Method == VoteMethod.Secret && SecretVoteDecider.TooFew(present - inRoom.Length, question.Form, statutes) is { } few) return few;
        var (majority, cited) = MajorityFor(motion, statutes);
        var opened = new VoteOpened(assembly.Id, act.Motion, act.Method, present, assembly.Roll.Count, inRoom, majority, cited,
            question.Form == QuestionForm.YesNo ? null : question, act.Also is { Length: > 0 } ? act.Also : null);
        return represented.IsEmpty ? opened : Decision.Of(new ProxiesCounted(assembly.Id, act.Motion, represented), opened);
    }

    /// <summary>People needed in the room to vote on a matter: for its own quorum, and for that of the call where the law asks for it at each vote.</summary>
    public static int QuorumNow(Assembly assembly, Matter matter, StatuteBook statutes)
    {
        var forMatter = statutes.Rule(Rules.QuorumFor(matter)).Value.Value.Needed(assembly.Roll.Count);
        return statutes.Rule(Rules.QuorumAt).Value.Value == "EachVote" && assembly.Opening is { } opening
            ? Math.Max(forMatter, RoomDecider.Needed(assembly.Calls[opening.Call - 1], assembly.Roll.Count))
            : forMatter;
    }

    /// <summary>Whether the vote on a motion must be secret. What would change or put off a secret matter tells as much as the matter itself.</summary>
    public static RuleInForce<RuleValue.Switch> Secrecy(Motion motion, Assembly assembly, StatuteBook statutes) =>
        statutes.Rule(Rules.Secret((assembly.Changes.About(motion.Id) is { } about ? assembly.Find(about)! : motion).Matter));

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
        var vote = assembly.Find(act.Motion)!.Vote!;
        if (!vote.Ways.Contains(VoteMethod.OwnPhone)) return VotesRefusals.WrongMethod;
        if (!vote.Question.Accepts(act.Ballot)) return VotesRefusals.WrongBallot;
        return recoveredAt is { } at && stamp.Entered < at + AfterRecovery
            ? VotesRefusals.RecentRecovery.With("until", at + AfterRecovery)
            : new BallotCast(assembly.Id, act.Motion, stamp.Actor, act.Ballot, false);
    }

    public static Decision Decide(EnterBallot act, Stamp stamp, Assembly assembly)
    {
        if (Flaw(act.Motion, act.Person, assembly, orRepresented: true) is { } flaw) return flaw;
        var vote = assembly.Find(act.Motion)!.Vote!;
        // A name beside a ballot is for open votes only.
        if (!vote.Ways.Any(way => way is VoteMethod.RollCall or VoteMethod.OwnPhone)) return VotesRefusals.WrongMethod;
        if (!vote.Question.Accepts(act.Ballot)) return VotesRefusals.WrongBallot;
        return vote.Recused.Contains(stamp.Actor) ? VotesRefusals.OfficerRecused : new BallotCast(assembly.Id, act.Motion, act.Person, act.Ballot, true);
    }

    /// <param name="tellers">The tellers named for this sitting.</param>
    public static Decision Decide(EnterCount act, Stamp stamp, Assembly assembly, ImmutableArray<PersonId> tellers)
    {
        if (RoomDecider.NotOpen(assembly) is { } closed) return closed;
        if (assembly.Find(act.Motion) is not { } motion) return VotesRefusals.UnknownMotion;
        if (motion is not { Phase: MotionPhase.Voting, Vote: { } vote }) return VotesRefusals.NotOpen;
        if (!IsCountedAtOnce(vote)) return VotesRefusals.WrongMethod;
        if (vote.Recused.Contains(stamp.Actor) || act.Tellers.Any(vote.Recused.Contains)) return VotesRefusals.OfficerRecused;
        if (!AreTwo(act.Tellers, tellers)) return VotesRefusals.TwoTellers;
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
        if (IsCountedAtOnce(vote)) return VotesRefusals.WrongMethod;
        if (vote.Recused.Contains(stamp.Actor)) return VotesRefusals.OfficerRecused;
        if (vote.Secret is not null) return SecretVoteDecider.Close(act, stamp, assembly, vote);
        var byLot = vote.Question.Form == QuestionForm.Lot;
        if (!byLot && vote.Ways.Any(way => CountDecider.IsTable(way) && !vote.Tables.ContainsKey(way))) return CountRefusals.TableNotCounted;
        var silent = vote.Voters.Count(person => assembly.IsCounted(person) && !vote.Ballots.ContainsKey(person));
        if (!byLot && stamp.Entered < vote.OpenedAt + TimeToVote && silent > vote.Tables.Values.Sum(counts => counts[^1].Papers) && !vote.Ways.All(CountDecider.IsTable))
            return VotesRefusals.StillVoting.With("until", vote.OpenedAt + TimeToVote);
        // Papers counted early and voices that came later may together be more than there are people: the table counts again.
        var most = vote.Present - vote.Recused.Length;
        if (vote.Piles.Sum(pile => pile.Papers) > most) return VotesRefusals.CountImpossible.With("entitled", most);
        return new VoteCounted(assembly.Id, act.Motion, vote.CountNow(), []);
    }

    /// <param name="substitutes">How many substitutes the post has that the motion fills.</param>
    public static Decision Decide(ProclaimResult act, Stamp stamp, Assembly assembly, StatuteBook statutes, int substitutes = 0)
    {
        if (RoomDecider.NotOpen(assembly) is { } closed) return closed;
        if (assembly.Find(act.Motion) is not { } motion) return VotesRefusals.UnknownMotion;
        if (motion is not { Phase: MotionPhase.Counted, Vote: { } vote }) return VotesRefusals.NotCounted;
        if (vote.Recused.Contains(stamp.Actor)) return VotesRefusals.OfficerRecused;
        if (vote.IsWorkOf(stamp.Actor)) return VotesRefusals.SecondPersonNeeded;
        if (vote.Differing.Any()) return CountRefusals.CountsDiffer;
        var tie = statutes.Rule(Rules.Tie);
        if (act.CastingVote is not null && vote.Question.Form != QuestionForm.YesNo) return VotesRefusals.NoCastingVote.Under(tie.Cited);
        if (vote.Question.HasOptions) return CountDecider.Proclaim(motion, vote, assembly, substitutes, chosen => MajorityFor(chosen, statutes).Majority);
        var count = vote.CountNow();
        var sum = vote.Majority.Judge(count);
        // One voice more must be enough: a casting vote never stands in for a larger majority.
        var decides = sum.Tied && count.For + 1 >= sum.Needed && tie.Value.Value == "ChairDecides" && assembly.IsPresentAndEntitled(stamp.Actor);
        if (act.CastingVote is not null && (!decides || act.CastingVote == Choice.Abstain)) return VotesRefusals.NoCastingVote.Under(tie.Cited);
        return new ResultProclaimed(assembly.Id, act.Motion, sum, (sum.Carried && (vote.Question.Form != QuestionForm.Consent || count.Against == 0)) || act.CastingVote == Choice.For, act.CastingVote);
    }

    /// <summary>Whether these are two different tellers of the sitting.</summary>
    internal static bool AreTwo(ImmutableArray<PersonId> named, ImmutableArray<PersonId> tellers) =>
        named.Length == 2 && named[0] != named[1] && named.All(tellers.Contains);

    /// <summary>Why this person's ballot cannot be given now, or null.</summary>
    /// <param name="orRepresented">Somebody else gives it, so that it is enough to be represented.</param>
    internal static Refusal? Flaw(MotionId id, PersonId person, Assembly assembly, bool orRepresented = false)
    {
        if (RoomDecider.NotOpen(assembly) is { } closed) return closed;
        if (assembly.Find(id) is not { } motion) return VotesRefusals.UnknownMotion;
        if (motion is not { Phase: MotionPhase.Voting, Vote: { } vote }) return VotesRefusals.NotOpen;
        if (!(orRepresented ? assembly.IsCounted(person) : assembly.IsPresentAndEntitled(person))) return AssembliesRefusals.NotPresentAndEntitled;
        if (vote.Recused.Contains(person)) return VotesRefusals.Recused;
        if (!vote.Voters.Contains(person)) return VotesRefusals.CameLater;
        // Whoever objected and does not find the objection met may speak again.
        var again = vote.Objections.Any(objection => objection.Person == person && objection.Resolution is not null);
        return vote.Ballots.ContainsKey(person) && !again ? (Refusal)VotesRefusals.AlreadyVoted : null;
    }

    // A plain vote by hands or papers alone: entering the count closes it.
    private static bool IsCountedAtOnce(Vote vote) => vote.Question.Form == QuestionForm.YesNo && vote.Ways is [VoteMethod.ShowOfHands or VoteMethod.Paper];
}
