using Autogestion.Domain.Statutes;
using Autogestion.Domain.Voting;

namespace Autogestion.Domain.Assemblies;

/// <summary>An entry about one motion of a sitting.</summary>
public interface IOnMotion : IInAssembly
{
    /// <summary>The motion.</summary>
    MotionId Motion { get; }
}

/// <summary>Two tellers counted one way of a vote at the table.</summary>
/// <param name="Recount">0 for the first count, 1 for the first recount.</param>
[Named("vote.table-counted"), SeenBy(Audience.Members)]
public sealed record TableCounted(AssemblyId Assembly, MotionId Motion, VoteMethod Way, ImmutableArray<Pile> Piles, ImmutableArray<PersonId> Tellers, int Recount) : Entry, IOnMotion;

/// <summary>A teller named in the last count of a way stands for it in the own session.</summary>
[Named("vote.table-count-confirmed"), SeenBy(Audience.Members)]
public sealed record TableCountConfirmed(AssemblyId Assembly, MotionId Motion, VoteMethod Way, PersonId Teller) : Entry, IOnMotion;

/// <summary>Whoever objected took it back and consents.</summary>
[Named("vote.objection-withdrawn"), SeenBy(Audience.Members)]
public sealed record ObjectionWithdrawn(AssemblyId Assembly, MotionId Motion, PersonId Person) : Entry, IOnMotion;

/// <summary>The chair wrote down how an objection was met.</summary>
[Named("vote.objection-resolved"), SeenBy(Audience.Members)]
public sealed record ObjectionResolved(AssemblyId Assembly, MotionId Motion, PersonId Person, Text Words) : Entry, IOnMotion;

/// <summary>A lot was called.</summary>
/// <param name="Silent">Who had committed to an earlier one and did not reveal: this one goes on without them.</param>
[Named("lot.called"), SeenBy(Audience.Members)]
public sealed record LotCalled(AssemblyId Assembly, MotionId Motion, ImmutableArray<PersonId> Silent) : Entry, IOnMotion;

/// <summary>Somebody committed to a secret number.</summary>
[Named("lot.committed"), SeenBy(Audience.Members)]
public sealed record LotCommitted(AssemblyId Assembly, MotionId Motion, PersonId Person, string Hash) : Entry, IOnMotion;

/// <summary>Somebody showed the number committed to.</summary>
[Named("lot.revealed"), SeenBy(Audience.Members)]
public sealed record LotRevealed(AssemblyId Assembly, MotionId Motion, PersonId Person, string Number) : Entry, IOnMotion;

/// <summary>All have revealed: the seed is there, and with it the order of the lot.</summary>
/// <param name="Order">The options, the first preferred.</param>
[Named("lot.drawn"), SeenBy(Audience.Members)]
public sealed record LotDrawn(AssemblyId Assembly, MotionId Motion, string Seed, ImmutableArray<int> Order) : Entry, IOnMotion;

/// <summary>The result of an election was proclaimed; the seats are given in the same stroke.</summary>
/// <param name="Elected">In the order of the count.</param>
/// <param name="Empty">Seats for which nobody was elected.</param>
/// <param name="Substitutes">Who comes next, where the post has substitutes.</param>
[Named("vote.election-proclaimed"), SeenBy(Audience.Members)]
public sealed record ElectionProclaimed(
    AssemblyId Assembly, MotionId Motion, ImmutableArray<PersonId> Elected, int Empty, ImmutableArray<PersonId> Substitutes) : Entry, IOnMotion;

/// <summary>Of several proposals put against one another one was chosen, or none.</summary>
/// <param name="Motion">The motion under which they were put.</param>
/// <param name="Chosen">What most wanted; null when it stays as it is. Without the majority of its matter it goes to a vote of its own.</param>
/// <param name="Sum">Whether the one chosen also has the majority that its matter takes.</param>
[Named("vote.choice-proclaimed"), SeenBy(Audience.Members)]
public sealed record ChoiceProclaimed(AssemblyId Assembly, MotionId Motion, MotionId? Chosen, Sum? Sum) : Entry, IOnMotion;
