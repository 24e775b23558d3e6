using Autogestion.Domain.Statutes;

namespace Autogestion.Domain.Signatures;

/// <summary>What the second signature is decided against.</summary>
/// <param name="Audits">Whether the mandate cited is one to audit.</param>
/// <param name="AnotherAudits">Whether somebody but the first signer and the person it is about could sign as auditor.</param>
public sealed record SecondSigner(bool Audits, bool AnotherAudits);

/// <summary>Decides first and second signatures. What the act itself does is composed by the collective.</summary>
public static class SignaturesDecider
{
    /// <summary>Whether an act asked for by mandate only counts as a first signature.</summary>
    public static bool IsFirst(Act act, Stamp stamp, StatuteBook statutes) =>
        act is ITakesTwo { TakesTwo: true } && stamp.Authority is Authority.Mandate && statutes.Rule(Rules.TwoSignatures).Value.Value;

    /// <summary>The entry of a first signature, once it is known that the act itself could take place.</summary>
    public static Decision First(Act act, Stamp stamp, PendingList list, StatuteBook statutes, DateTimeZone zone)
    {
        if (((ITakesTwo)act).About == stamp.Actor) return SignaturesRefusals.SecondPersonNeeded;
        if (list.Open.Values.Any(pending => pending.Act.Equals(act))) return SignaturesRefusals.WaitsAlready;
        return new FirstSignatureGiven(list.Next, act, statutes.Rule(Rules.SecondSignatureWithin).Value.Value.Latest(stamp.Entered, zone));
    }

    /// <summary>Why a second signature cannot be given, or null.</summary>
    public static Refusal? CannotSecond(GiveSecondSignature act, Stamp stamp, PendingList list, SecondSigner signer)
    {
        if (list.Find(act.Pending) is not { } pending || pending.Expires < stamp.Entered) return SignaturesRefusals.Unknown;
        if (stamp.Authority is Authority.Resolution) return null;
        if (pending.Contest is not null) return SignaturesRefusals.Contested;
        if (pending.First == stamp.Actor || pending.About == stamp.Actor) return SignaturesRefusals.SecondPersonNeeded;
        return !pending.Audited && !signer.Audits && signer.AnotherAudits ? (Refusal)SignaturesRefusals.AuditorNeeded : null;
    }

    public static Decision Decide(WithdrawFirstSignature act, Stamp stamp, PendingList list)
    {
        if (list.Find(act.Pending) is not { } pending) return SignaturesRefusals.Unknown;
        return pending.First == stamp.Actor ? new FirstSignatureWithdrawn(act.Pending) : SignaturesRefusals.NotYours;
    }

    /// <param name="audits">Whether the actor holds a mandate to audit, whatever is cited.</param>
    public static Decision Decide(ContestSignature act, Stamp stamp, PendingList list, bool audits)
    {
        if (list.Find(act.Pending) is not { } pending || pending.Expires < stamp.Entered) return SignaturesRefusals.Unknown;
        if (!audits && pending.About != act.Person) return SignaturesRefusals.NotAboutYou;
        return pending.Contest is null ? new SignatureContested(act.Pending, act.Ground) : SignaturesRefusals.Contested;
    }
}
