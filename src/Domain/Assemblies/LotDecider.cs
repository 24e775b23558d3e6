using Autogestion.Domain.Voting;

namespace Autogestion.Domain.Assemblies;

/// <summary>Decides the steps of a lot: called, committed, revealed, drawn.</summary>
public static class LotDecider
{
    /// <summary>People who must commit, or all who vote where they are fewer.</summary>
    public const int Least = 3;

    public static Decision Decide(CallLot act, Stamp stamp, Assembly assembly)
    {
        var (vote, flaw) = Vote(act.Motion, assembly);
        if (flaw is not null) return flaw;
        if (vote!.Lot is not { } lot) return new LotCalled(assembly.Id, act.Motion, []);
        if (stamp.Entered < lot.CalledAt + VoteDecider.TimeToVote) return CountRefusals.LotUnderWay.With("until", lot.CalledAt + VoteDecider.TimeToVote);
        return new LotCalled(assembly.Id, act.Motion, lot.Revealed.IsEmpty ? [.. lot.Silent] : [.. lot.Silent.Union(lot.Awaited)]);
    }

    public static Decision Decide(CommitToLot act, Stamp stamp, Assembly assembly)
    {
        var (vote, flaw) = Vote(act.Motion, assembly);
        if (flaw is not null) return flaw;
        if (!assembly.IsPresentAndEntitled(stamp.Actor)) return AssembliesRefusals.NotPresentAndEntitled;
        if (vote!.Lot is not { } lot) return CountRefusals.NoLot;
        if (lot.Commitments.ContainsKey(stamp.Actor) || lot.Silent.Contains(stamp.Actor) || !lot.Revealed.IsEmpty) return CountRefusals.CannotCommit;
        return act.Hash.Length == 64 && act.Hash.All(char.IsAsciiHexDigitLower) ? new LotCommitted(assembly.Id, act.Motion, stamp.Actor, act.Hash) : CountRefusals.BadNumber;
    }

    public static Decision Decide(RevealForLot act, Stamp stamp, Assembly assembly)
    {
        var (vote, flaw) = Vote(act.Motion, assembly);
        if (flaw is not null) return flaw;
        if (vote!.Lot is not { } lot || !lot.Commitments.TryGetValue(stamp.Actor, out var hash) || lot.Revealed.ContainsKey(stamp.Actor)) return CountRefusals.NoLot;
        if (act.Number.Length is < 20 or > 60 || !act.Number.All(char.IsAsciiDigit)) return CountRefusals.BadNumber;
        var least = Math.Min(Least, vote.Voters.Count(assembly.IsPresentAndEntitled));
        if (lot.Commitments.Count < least) return CountRefusals.TooFewCommitted.With("least", least);
        if (Lots.Commitment(stamp.Actor, act.Number) != hash) return CountRefusals.OtherNumber;
        var revealed = new LotRevealed(assembly.Id, act.Motion, stamp.Actor, act.Number);
        var all = lot.Revealed.Add(stamp.Actor, act.Number);
        if (all.Count < lot.Commitments.Count) return revealed;
        var seed = Lots.Seed(all.Select(one => (one.Key, one.Value)));
        return Decision.Of(revealed, new LotDrawn(assembly.Id, act.Motion, seed, Lots.Order(seed, vote.Question.Options.Length)));
    }

    private static (Vote? Vote, Refusal? Flaw) Vote(MotionId id, Assembly assembly)
    {
        if (RoomDecider.NotOpen(assembly) is { } closed) return (null, closed);
        if (assembly.Find(id) is not { } motion) return (null, VotesRefusals.UnknownMotion);
        if (motion is not { Phase: MotionPhase.Voting or MotionPhase.Counted, Vote: { } vote }) return (null, VotesRefusals.NotOpen);
        return vote.Question.HasOptions && vote.Lot?.Seed is null ? (vote, null) : (null, CountRefusals.NoLot);
    }
}
