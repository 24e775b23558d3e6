using Autogestion.Domain.Assemblies;

namespace Autogestion.Domain.Elections;

/// <summary>Propose somebody for the post that a motion fills. Whoever is proposed stands only by saying so.</summary>
[Named("election.propose"), Accepts(Source.Membership)]
public sealed record ProposeCandidate(AssemblyId Assembly, MotionId Motion, PersonId Person) : AssemblyAct, IInAssembly;

/// <summary>Stand for the post that a motion fills: by oneself, or accepting a proposal.</summary>
/// <param name="ForReserved">The candidate claims the seats that the post reserves. Why is nobody's affair and is written nowhere.</param>
[Named("election.stand"), Accepts(Source.OwnAffair)]
public sealed record StandForPost(AssemblyId Assembly, MotionId Motion, PersonId Person, bool ForReserved = false) : AssemblyAct, IInAssembly, IConcernsPerson;

/// <summary>Stand no longer, or decline a proposal.</summary>
[Named("election.withdraw"), Accepts(Source.OwnAffair)]
public sealed record WithdrawCandidacy(AssemblyId Assembly, MotionId Motion, PersonId Person) : AssemblyAct, IInAssembly, IConcernsPerson;
