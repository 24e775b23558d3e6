using Autogestion.Domain.Statutes;
using Autogestion.Domain.Voting;

namespace Autogestion.Domain.Assemblies;

/// <summary>
/// Decides what a book has to say about a secret vote: who takes an envelope, when drawing ends and casting closes, and what
/// came out of the box. Envelopes end before ballots begin, and nothing leads from one to the other.
/// </summary>
public static class SecretVoteDecider
{
    /// <summary>Why a vote cannot be taken in secret on phones, or null.</summary>
    /// <param name="voters">Entitled people in the room who may vote on it.</param>
    /// <param name="form">Of the question: an order of preference can be agreed on beforehand as a sign, so it takes more people to hide one.</param>
    public static Refusal? TooFew(int voters, QuestionForm form, StatuteBook statutes)
    {
        var least = statutes.Rule(form == QuestionForm.Ranked ? Rules.RankedElectorate : Rules.SecretElectorate);
        return voters < least.Value.Value ? SecretVotesRefusals.TooFew.With("voters", voters).With("least", least.Value.Value).Under(least.Cited) : null;
    }

    /// <summary>The ballot that a line says, if it answers the question of this vote; null otherwise. An objection has a reason, which would be signed by its words.</summary>
    public static Ballot? Read(Vote vote, string line) => BallotLines.Read(line) is { } ballot && vote.Question.Accepts(ballot) ? ballot : null;

    public static Decision Decide(AnnounceEnvelopeKey act, Assembly assembly)
    {
        if (Flaw(act.Motion, assembly) is { } flaw) return flaw;
        return SecretOf(act.Motion, assembly).Key is null ? new EnvelopeKeyAnnounced(assembly.Id, act.Motion, act.Key) : SecretVotesRefusals.KeyKnown;
    }

    public static Decision Decide(DrawEnvelope act, Stamp stamp, Assembly assembly, Instant? recoveredAt)
    {
        if (Flaw(act.Motion, assembly) is { } flaw) return flaw;
        if (VoteDecider.Flaw(act.Motion, stamp.Actor, assembly) is { } person) return person;
        if (recoveredAt is { } at && stamp.Entered < at + VoteDecider.AfterRecovery) return VotesRefusals.RecentRecovery.With("until", at + VoteDecider.AfterRecovery);
        var secret = SecretOf(act.Motion, assembly);
        if (secret.Key is null) return SecretVotesRefusals.KeyMissing;
        if (!secret.IsDrawing) return SecretVotesRefusals.DrawingOver;
        if (secret.Envelopes.ContainsKey(stamp.Actor)) return SecretVotesRefusals.EnvelopeTaken;
        return IsDigest(act.Blinded) ? new EnvelopeGiven(assembly.Id, act.Motion, stamp.Actor, act.Blinded) : SecretVotesRefusals.EnvelopeUnreadable;
    }

    public static Decision Decide(EndDrawing act, Stamp stamp, Assembly assembly, StatuteBook statutes)
    {
        if (Flaw(act.Motion, assembly) is { } flaw) return flaw;
        var vote = assembly.Find(act.Motion)!.Vote!;
        if (vote.Recused.Contains(stamp.Actor)) return VotesRefusals.OfficerRecused;
        var secret = SecretOf(act.Motion, assembly);
        if (secret.DrawnUntil is not null) return SecretVotesRefusals.DrawingOver;
        var until = vote.OpenedAt + VoteDecider.TimeToVote;
        if (stamp.Entered < until && vote.Voters.Any(person => assembly.IsPresentAndEntitled(person) && !secret.Envelopes.ContainsKey(person)))
            return SecretVotesRefusals.StillDrawing.With("until", until);
        var given = secret.Envelopes.Count;
        return new DrawingEnded(assembly.Id, act.Motion, given, given < statutes.Rule(Rules.SecretElectorate).Value.Value);
    }

    /// <param name="tellers">The tellers named for this sitting.</param>
    public static Decision Decide(HandInPapers act, Stamp stamp, Assembly assembly, ImmutableArray<PersonId> tellers)
    {
        if (Flaw(act.Motion, assembly) is { } flaw) return flaw;
        var vote = assembly.Find(act.Motion)!.Vote!;
        if (vote.Recused.Contains(stamp.Actor) || act.Tellers.Any(vote.Recused.Contains)) return VotesRefusals.OfficerRecused;
        if (!VoteDecider.AreTwo(act.Tellers, tellers)) return VotesRefusals.TwoTellers;
        var secret = SecretOf(act.Motion, assembly);
        if (secret.DrawnUntil is null) return SecretVotesRefusals.DrawingNotEnded;
        return secret.IsClosed ? SecretVotesRefusals.CastingOver : new PapersHandedIn(assembly.Id, act.Motion, act.Tellers);
    }

    /// <summary>Closes casting. Nobody knows who has cast, so it waits for a time and not for people.</summary>
    public static Decision Close(CloseVote act, Stamp stamp, Assembly assembly, Vote vote)
    {
        var secret = vote.Secret!;
        if (secret.DrawnUntil is not { } until) return SecretVotesRefusals.DrawingNotEnded;
        if (secret.IsClosed) return SecretVotesRefusals.CastingOver;
        if (!secret.PaperOnly && stamp.Entered < until + VoteDecider.TimeToVote) return VotesRefusals.StillVoting.With("until", until + VoteDecider.TimeToVote);
        var onPaper = secret.PaperOnly || vote.Voters.Any(person => !secret.Envelopes.ContainsKey(person));
        return onPaper && secret.Papers.IsEmpty ? SecretVotesRefusals.PapersMissing : new CastingClosed(assembly.Id, act.Motion);
    }

    public static Decision Decide(EmptyBox act, Assembly assembly)
    {
        if (Flaw(act.Motion, assembly) is { } flaw) return flaw;
        var (vote, secret) = (assembly.Find(act.Motion)!.Vote!, SecretOf(act.Motion, assembly));
        if (!secret.IsClosed) return SecretVotesRefusals.CastingOpen;
        if (!AreBallots(act.Ballots, vote)) return SecretVotesRefusals.BallotsUnreadable;
        var most = vote.Present - vote.Recused.Length;
        if (act.Ballots.Sum(pile => (long)pile.Papers) > most) return VotesRefusals.CountImpossible.With("entitled", most);
        var counted = vote with { Secret = secret with { Ballots = act.Ballots } };
        return Decision.Of(new BoxEmptied(assembly.Id, act.Motion, act.Ballots), new VoteCounted(assembly.Id, act.Motion, counted.CountNow(), secret.Tellers));
    }

    public static Decision Decide(DeclareBoxLost act, Assembly assembly) =>
        Flaw(act.Motion, assembly) is { } flaw ? flaw : new BoxLost(assembly.Id, act.Motion);

    private static Refusal? Flaw(MotionId id, Assembly assembly)
    {
        if (RoomDecider.NotOpen(assembly) is { } closed) return closed;
        if (assembly.Find(id) is not { } motion) return VotesRefusals.UnknownMotion;
        if (motion is not { Phase: MotionPhase.Voting, Vote: { } vote }) return VotesRefusals.NotOpen;
        return vote.Secret is null ? (Refusal)VotesRefusals.WrongMethod : null;
    }

    private static SecretVote SecretOf(MotionId id, Assembly assembly) => assembly.Find(id)!.Vote!.Secret!;

    private static bool AreBallots(ImmutableArray<Pile> ballots, Vote vote) =>
        ballots.All(pile => pile.Papers > 0 && pile.Ballot is not Ballot.Objection && vote.Question.Accepts(pile.Ballot)) && Pile.Sorted(ballots).SequenceEqual(ballots);

    private static bool IsDigest(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);
}
