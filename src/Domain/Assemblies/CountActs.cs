using Autogestion.Domain.Voting;

namespace Autogestion.Domain.Assemblies;

/// <summary>Enter what two tellers counted at the table in one way of a vote; a second time, the recount, which stays beside the first.</summary>
/// <param name="Way">Hands or papers.</param>
/// <param name="Piles">Equal ballots together.</param>
[Named("vote.enter-table-count"), Accepts(Power.CountVotes), Accepts(Power.KeepAttendance)]
public sealed record EnterTableCount(AssemblyId Assembly, MotionId Motion, VoteMethod Way, ImmutableArray<Pile> Piles, ImmutableArray<PersonId> Tellers) : AssemblyAct, IInAssembly;

/// <summary>Stand for a count that names oneself as teller.</summary>
[Named("vote.confirm-table-count"), Accepts(Power.CountVotes)]
public sealed record ConfirmTableCount(AssemblyId Assembly, MotionId Motion, VoteMethod Way) : AssemblyAct, IInAssembly;

/// <summary>Take one's own objection back.</summary>
[Named("vote.withdraw-objection"), Accepts(Source.Membership)]
public sealed record WithdrawObjection(AssemblyId Assembly, MotionId Motion) : AssemblyAct, IInAssembly;

/// <summary>Write down how an objection was met. Whoever raised it may raise it again.</summary>
[Named("vote.resolve-objection"), Accepts(Power.Chair)]
public sealed record ResolveObjection(AssemblyId Assembly, MotionId Motion, PersonId Person, Text Words) : AssemblyAct, IInAssembly;

/// <summary>Call for a lot on the options of a vote; again, when somebody did not reveal the number committed to.</summary>
[Named("lot.call"), Accepts(Power.Chair)]
public sealed record CallLot(AssemblyId Assembly, MotionId Motion) : AssemblyAct, IInAssembly;

/// <summary>Commit to a secret number without showing it.</summary>
/// <param name="Hash">As <see cref="Lots.Commitment"/> makes it.</param>
[Named("lot.commit"), Accepts(Source.Membership)]
public sealed record CommitToLot(AssemblyId Assembly, MotionId Motion, string Hash) : AssemblyAct, IInAssembly;

/// <summary>Show the number committed to. With the last one the lot is drawn.</summary>
[Named("lot.reveal"), Accepts(Source.Membership)]
public sealed record RevealForLot(AssemblyId Assembly, MotionId Motion, string Number) : AssemblyAct, IInAssembly;
