namespace Autogestion.Domain.Assemblies.Amending;

/// <summary>What happened to a motion on the floor.</summary>
public abstract record AmendingEntry : Entry;

/// <summary>The motion just tabled is an amendment to another.</summary>
/// <param name="Base">The words it was written on.</param>
/// <param name="Effect">What the motion would do instead, if the amendment changes that.</param>
[Named("amendment.proposed"), SeenBy(Audience.Members)]
public sealed record AmendmentProposed(AssemblyId Assembly, MotionId Amendment, MotionId Motion, Text Base, Act? Effect) : AmendingEntry, IInAssembly;

/// <summary>A motion reads otherwise from now on.</summary>
/// <param name="Accepted">By whoever moved it; else the amendment was voted and carried.</param>
[Named("motion.amended"), SeenBy(Audience.Members)]
public sealed record MotionAmended(AssemblyId Assembly, MotionId Motion, MotionId Amendment, Text Words, Act? Effect, bool Accepted) : AmendingEntry, IInAssembly;

/// <summary>A mover proposes to make one motion of two.</summary>
/// <param name="Number">Within the sitting, from 1.</param>
[Named("motion.merge-proposed"), SeenBy(Audience.Members)]
public sealed record MergeProposed(AssemblyId Assembly, int Number, MotionId Keeps, MotionId Gives, Text Words) : AmendingEntry, IInAssembly;

/// <summary>Both movers agreed: two motions are one.</summary>
[Named("motion.merged"), SeenBy(Audience.Members)]
public sealed record MotionsMerged(AssemblyId Assembly, int Number, MotionId Keeps, MotionId Gives, Text Words) : AmendingEntry, IInAssembly;

/// <summary>The motion just tabled proposes to refer or to postpone another.</summary>
/// <param name="To">Null to postpone.</param>
[Named("motion.referral-proposed"), SeenBy(Audience.Members)]
public sealed record ReferralProposed(AssemblyId Assembly, MotionId Proposal, MotionId Motion, BodyId? To, LocalDate? Due) : AmendingEntry, IInAssembly;

/// <summary>A motion was referred or postponed: it comes back to a later agenda by itself.</summary>
/// <param name="To">Null when it was postponed.</param>
[Named("motion.referred"), SeenBy(Audience.Members)]
public sealed record MotionReferred(AssemblyId Assembly, MotionId Motion, MotionId Proposal, BodyId? To, LocalDate? Due) : AmendingEntry, IInAssembly;
