using Autogestion.Domain.Assemblies;

namespace Autogestion.Domain.Elections;

/// <summary>Somebody was proposed for a post.</summary>
[Named("election.candidate-proposed"), SeenBy(Audience.Members)]
public sealed record CandidateProposed(AssemblyId Assembly, MotionId Motion, PersonId Person) : Entry, IOnMotion;

/// <summary>Somebody stands for a post.</summary>
/// <param name="ForReserved">Claims the reserved seats: a statement about this election and not about the person.</param>
[Named("election.candidate-stood"), SeenBy(Audience.Members)]
public sealed record CandidateStood(AssemblyId Assembly, MotionId Motion, PersonId Person, bool ForReserved) : Entry, IOnMotion;

/// <summary>Somebody stands no longer, or declined.</summary>
[Named("election.candidacy-withdrawn"), SeenBy(Audience.Members)]
public sealed record CandidacyWithdrawn(AssemblyId Assembly, MotionId Motion, PersonId Person) : Entry, IOnMotion;
