namespace Autogestion.Domain.Signatures;

/// <summary>An act about what waits for a second signature.</summary>
public abstract record SignatureAct : Act;

/// <summary>
/// Sign what somebody else signed first: it takes place now. By a second mandate, one of the two that of an auditor; or by
/// resolution of the assembly, which alone decides what was contested.
/// </summary>
[Named("signature.second"), Undone(Reversal.Stays), OnMatter(Matter.General)]
[Accepts(Power.Audit), Accepts(Power.KeepRoster), Accepts(Power.Represent), Accepts(Power.Convene), Accepts(Source.Resolution)]
public sealed record GiveSecondSignature(PendingId Pending) : SignatureAct;

/// <summary>Take back one's own first signature.</summary>
[Named("signature.withdraw"), Accepts(Power.KeepRoster), Accepts(Power.Represent), Accepts(Power.Audit)]
public sealed record WithdrawFirstSignature(PendingId Pending) : SignatureAct;

/// <summary>Say that it is not so: by the person it is about, or by an auditor.</summary>
[Named("signature.contest"), Accepts(Source.OwnAffair), Accepts(Power.Audit)]
public sealed record ContestSignature(PendingId Pending, PersonId Person, Text Ground) : SignatureAct, IConcernsPerson;
