using Autogestion.Domain.Bodies;
using Autogestion.Domain.Statutes;

namespace Autogestion.Domain.Assemblies.Amending;

/// <summary>Decides amendments, merges, referrals, and what is voted before what.</summary>
public static class AmendingDecider
{
    /// <param name="today">In the collective's zone.</param>
    public static Decision Decide(AmendingAct act, Stamp stamp, Assembly assembly, MotionId next, BodyList bodies, LocalDate today) => act switch
    {
        AcceptAmendment accept => Accept(accept, stamp, assembly),
        ProposeMerge propose => Propose(propose, stamp, assembly),
        AcceptMerge accept => Accept(accept, stamp, assembly),
        ProposeReferral propose => Propose(propose, stamp, assembly, next, bodies, today),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    /// <summary>An amendment whose effect, if it has one, was looked at.</summary>
    /// <param name="warnings">What would stand in the way of the effect today.</param>
    public static Decision Propose(ProposeAmendment act, Stamp stamp, Assembly assembly, MotionId next, Act? effect, ImmutableArray<string> warnings)
    {
        if (CannotAmend(act, stamp, assembly) is { } flaw) return flaw;
        var motion = assembly.Find(act.Motion)!;
        return Decision.Of(Tabled(assembly, motion, next, act.Words, warnings), new AmendmentProposed(assembly.Id, next, act.Motion, motion.Words, effect));
    }

    /// <summary>Why an amendment cannot be proposed, whatever it would do; or null.</summary>
    public static Refusal? CannotAmend(ProposeAmendment act, Stamp stamp, Assembly assembly)
    {
        if (NotOnTheFloor(act.Motion, stamp, assembly) is { } flaw) return flaw;
        if (assembly.Phase == AssemblyPhase.Open && assembly.Floor.Closed && assembly.CurrentItem == assembly.Find(act.Motion)!.Item) return AmendingRefusals.Closed;
        if (Waiting(act.Motion, assembly).Any(amendment => amendment.Mover == stamp.Actor)) return AmendingRefusals.OneEach;
        return act.Effect is not null && act.Effect.GetType() != assembly.Find(act.Motion)!.Effect?.GetType() ? (Refusal)AmendingRefusals.OtherEffect : null;
    }

    /// <summary>Amendments to a motion that wait for their vote, in the order of tabling.</summary>
    public static IEnumerable<Motion> Waiting(MotionId motion, Assembly assembly) =>
        assembly.Changes.Amendments.Values.Where(amendment => amendment.Of == motion).Select(amendment => assembly.Find(amendment.Id)!).Where(amendment => amendment.Phase == MotionPhase.Tabled);

    /// <summary>
    /// Why something else is voted before this motion, or null: first whether to refer or postpone, then amendments in the order
    /// that the rules give, then the motion. Where motions need a second, what nobody has backed holds nothing up.
    /// </summary>
    public static Refusal? NotYet(Motion motion, Assembly assembly, StatuteBook statutes)
    {
        var about = assembly.Changes.About(motion.Id) ?? motion.Id;
        if (assembly.Find(about) is not { Phase: MotionPhase.Tabled }) return VotesRefusals.Settled;
        var seconding = statutes.Rule(Rules.Seconding).Value.Value;
        bool Holds(Motion other) => other.Phase == MotionPhase.Tabled && other.Id != motion.Id && (!seconding || other.SecondedBy is not null);
        if (assembly.Changes.Referral(motion.Id) is not null) return null;
        if (assembly.Changes.Referrals.Values.Where(referral => referral.Of == about).Select(referral => assembly.Find(referral.Id)!).FirstOrDefault(Holds) is { } referral)
            return AmendingRefusals.ReferralFirst.With("motion", referral.Id.Value);
        var waiting = Waiting(about, assembly).Where(Holds).ToList();
        if (waiting.Count == 0) return null;
        if (about == motion.Id) return AmendingRefusals.AmendmentsFirst.With("amendments", waiting.Count);
        var rule = statutes.Rule(Rules.AmendmentOrder);
        var first = rule.Value.Value == "LastFirst" ? waiting[^1] : waiting[0];
        var isFirst = rule.Value.Value == "LastFirst" ? motion.Id.Value > first.Id.Value : motion.Id.Value < first.Id.Value;
        return isFirst ? null : AmendingRefusals.OtherAmendmentFirst.With("motion", first.Id.Value).Under(rule.Cited);
    }

    private static Decision Accept(AcceptAmendment act, Stamp stamp, Assembly assembly)
    {
        if (RoomDecider.NotOpen(assembly) is { } closed && assembly.Phase != AssemblyPhase.Noticed) return closed;
        if (assembly.Find(act.Amendment) is not { } amendment) return VotesRefusals.UnknownMotion;
        if (assembly.Changes.Amendment(act.Amendment) is not { } proposed) return AmendingRefusals.NotAnAmendment;
        var motion = assembly.Find(proposed.Of)!;
        if (amendment.Phase != MotionPhase.Tabled || motion.Phase != MotionPhase.Tabled) return VotesRefusals.Settled;
        return motion.Mover != stamp.Actor
            ? VotesRefusals.NotMover
            : new MotionAmended(assembly.Id, motion.Id, amendment.Id, amendment.Words, proposed.Effect, true);
    }

    private static Decision Propose(ProposeMerge act, Stamp stamp, Assembly assembly)
    {
        if (NotOnTheFloor(act.Keeps, stamp, assembly) is { } flaw) return flaw;
        if (NotOnTheFloor(act.Gives, stamp, assembly) is { } other) return other;
        var (keeps, gives) = (assembly.Find(act.Keeps)!, assembly.Find(act.Gives)!);
        if (keeps.Mover != stamp.Actor && gives.Mover != stamp.Actor) return VotesRefusals.NotMover;
        if (AreTooDifferent(keeps, gives)) return AmendingRefusals.TooDifferent;
        var number = assembly.Changes.Merges.Length + 1;
        var proposed = new MergeProposed(assembly.Id, number, act.Keeps, act.Gives, act.Words);
        return keeps.Mover == gives.Mover ? Decision.Of(proposed, new MotionsMerged(assembly.Id, number, act.Keeps, act.Gives, act.Words)) : proposed;
    }

    private static Decision Accept(AcceptMerge act, Stamp stamp, Assembly assembly)
    {
        if (assembly.Changes.Merges.FirstOrDefault(merge => merge.Number == act.Number && !merge.Done) is not { } merge) return AmendingRefusals.UnknownMerge;
        if (NotOnTheFloor(merge.Keeps, stamp, assembly) is { } flaw) return flaw;
        if (NotOnTheFloor(merge.Gives, stamp, assembly) is { } other) return other;
        var (keeps, gives) = (assembly.Find(merge.Keeps)!, assembly.Find(merge.Gives)!);
        if (AreTooDifferent(keeps, gives)) return AmendingRefusals.TooDifferent;
        return stamp.Actor == merge.By || (keeps.Mover != stamp.Actor && gives.Mover != stamp.Actor)
            ? VotesRefusals.NotMover
            : new MotionsMerged(assembly.Id, merge.Number, merge.Keeps, merge.Gives, merge.Words);
    }

    private static Decision Propose(ProposeReferral act, Stamp stamp, Assembly assembly, MotionId next, BodyList bodies, LocalDate today)
    {
        if (RoomDecider.NotOpen(assembly) is { } closed) return closed;
        if (NotOnTheFloor(act.Motion, stamp, assembly) is { } flaw) return flaw;
        if (act.To is { } to && (to == assembly.Body || bodies.Find(to) is null)) return AmendingRefusals.UnknownBody;
        if (act.Due < today) return AmendingRefusals.PastDay;
        if (assembly.Changes.Referrals.Values.Any(referral => referral.Of == act.Motion && assembly.Find(referral.Id)!.Phase is MotionPhase.Tabled or MotionPhase.Voting or MotionPhase.Counted))
            return AmendingRefusals.AlreadyProposed;
        return Decision.Of(Tabled(assembly, assembly.Find(act.Motion)!, next, act.Words, []), new ReferralProposed(assembly.Id, next, act.Motion, act.To, act.Due));
    }

    // Whether to change or to put off is decided by the majority of any other business.
    private static MotionTabled Tabled(Assembly assembly, Motion motion, MotionId next, Text words, ImmutableArray<string> warnings) =>
        new(assembly.Id, motion.Item, next, words, Matter.General, null, new Resolutions.EffectFrom.Proclamation(), false, warnings);

    private static bool AreTooDifferent(Motion keeps, Motion gives) =>
        keeps.Id == gives.Id || keeps.Item != gives.Item || keeps.Matter != gives.Matter
        || (keeps.Effect is not null && gives.Effect is not null && !keeps.Effect.Equals(gives.Effect));

    private static Refusal? NotOnTheFloor(MotionId id, Stamp stamp, Assembly assembly)
    {
        var noticed = assembly.Phase == AssemblyPhase.Noticed;
        if (!noticed && RoomDecider.NotOpen(assembly) is { } closed) return closed;
        if (!noticed && !assembly.IsPresentAndEntitled(stamp.Actor)) return AssembliesRefusals.NotPresentAndEntitled;
        if (assembly.Find(id) is not { } motion) return VotesRefusals.UnknownMotion;
        if (assembly.Changes.About(id) is not null) return AmendingRefusals.NotAMotion;
        return motion.Phase == MotionPhase.Tabled ? null : (Refusal)VotesRefusals.Settled;
    }
}
