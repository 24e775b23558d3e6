namespace Autogestion.Domain.Assemblies.Amending;

/// <summary>An act that changes a motion on the floor, or where it is dealt with.</summary>
public abstract record AmendingAct : AssemblyAct;

/// <summary>Propose another wording of a motion. It is voted before the motion, unless whoever moved it accepts it.</summary>
/// <param name="Words">The whole motion as it would read.</param>
/// <param name="Effect">What the motion would do instead: the same kind of change with other particulars. Null leaves it as it is.</param>
[Named("amendment.propose"), Accepts(Source.Membership)]
public sealed record ProposeAmendment(AssemblyId Assembly, MotionId Motion, Text Words, Act? Effect = null) : AmendingAct, IInAssembly;

/// <summary>Accept an amendment to one's own motion.</summary>
[Named("amendment.accept"), Accepts(Source.Membership)]
public sealed record AcceptAmendment(AssemblyId Assembly, MotionId Amendment) : AmendingAct, IInAssembly;

/// <summary>Propose to make one motion of two, one of which is one's own.</summary>
/// <param name="Keeps">The motion that stays, with the new words.</param>
/// <param name="Gives">The motion that goes into it.</param>
[Named("motion.propose-merge"), Accepts(Source.Membership)]
public sealed record ProposeMerge(AssemblyId Assembly, MotionId Keeps, MotionId Gives, Text Words) : AmendingAct, IInAssembly;

/// <summary>Accept the merge that the mover of the other motion proposed.</summary>
[Named("motion.accept-merge"), Accepts(Source.Membership)]
public sealed record AcceptMerge(AssemblyId Assembly, int Number) : AmendingAct, IInAssembly;

/// <summary>Propose not to decide a motion now: to let another body look at it first, or to leave it for a later sitting.</summary>
/// <param name="To">The body that looks at it; null to postpone.</param>
/// <param name="Due">The day from which it comes back, whether or not that body has met; null for the next sitting after it has.</param>
[Named("motion.propose-referral"), Accepts(Source.Membership)]
public sealed record ProposeReferral(AssemblyId Assembly, MotionId Motion, Text Words, BodyId? To = null, LocalDate? Due = null) : AmendingAct, IInAssembly;
