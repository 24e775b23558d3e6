using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Bodies;
using Autogestion.Domain.Deed;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Statutes;
using Autogestion.Domain.Voting;

namespace Autogestion.Api;

/// <summary>A view with the place it was read at.</summary>
/// <param name="Root">Merkle root over the first <paramref name="Position"/> entries, base64.</param>
public sealed record Read<T>(string Book, long Position, string Root, T View);

/// <summary>Words of a person: the reference that the book holds, and the words where they can be read.</summary>
public sealed record SaidView(Guid Id, string Hash, string? Words);

/// <summary>A person of the book, with the name for those who may know it.</summary>
public sealed record PersonView(PersonId Id, string? Name, int? Number);

/// <summary>The collective as such.</summary>
/// <param name="Keys">Keys that may sign its checkpoints.</param>
/// <param name="StoppedAt">The first position that is not whole, if the book takes no more entries.</param>
public sealed record CollectiveView(
    string Name, string Place, string Zone, CollectiveKind Kind, AnnualDate YearEnds, Instant? FoundedAt, int Members, string? Preset, int? Edition,
    IReadOnlyList<BodyView> Bodies, IReadOnlyList<string> Keys, int Epoch, long? StoppedAt);

/// <summary>A body of the collective.</summary>
public sealed record BodyView(BodyId Id, BodyKind Kind, SaidView? Name);

/// <summary>Somebody whom the collective knows.</summary>
/// <param name="Until">Last day of a trial or suspension, if one runs.</param>
public sealed record MemberView(PersonView Person, Standing Standing, Instant Since, LocalDate? Until);

/// <summary>A post with those who hold it.</summary>
public sealed record PostView(PostId Id, SaidView Name, BodyId Body, IReadOnlyList<Power> Powers, int Seats, int TermMonths, int? MostConsecutive, int LeastGapMonths, bool Closed, IReadOnlyList<MandateView> Mandates);

/// <summary>A mandate that lives now.</summary>
/// <param name="Resolution">What granted it; null for the founding deed.</param>
public sealed record MandateView(MandateId Id, PersonView Person, Instant From, Instant? Until, IReadOnlyList<Power> Powers, ResolutionId? Resolution);

/// <summary>A rule in force, with the layer that set it and the article of the law.</summary>
public sealed record RuleView(string Key, RuleValue Value, Layer Layer, string Article, string Source);

/// <summary>All rules in force.</summary>
public sealed record StatutesView(int Version, string? Preset, int? Edition, IReadOnlyList<RuleView> Rules);

/// <summary>A sitting in a line.</summary>
/// <param name="Held">Null while it is not over.</param>
public sealed record AssemblyLine(AssemblyId Id, BodyId Body, AssemblyKind Kind, AssemblyPhase Phase, Instant Start, Instant? EndedAt, bool? Held, int Present, int Roll, int Carried, int Lost, int? MinutesNumber);

/// <summary>A sitting with all that happened in it.</summary>
public sealed record AssemblyView(
    AssemblyId Id, BodyId Body, AssemblyKind Kind, AssemblyPhase Phase, SaidView Place, IReadOnlyList<NoticedCall> Calls, IReadOnlyList<ItemView> Agenda,
    int StatutesVersion, Instant NoticedAt, Instant? OpenedAt, Instant? ClosedAt, int Roll, int Present, IReadOnlyList<StayView> Stays, IReadOnlyList<MotionView> Motions, int? CurrentItem);

/// <summary>An item of the agenda, numbered from 1.</summary>
/// <param name="Title">Null for what the rules themselves put there.</param>
public sealed record ItemView(int Number, SaidView? Title, Matter Matter);

/// <summary>One stay of a person in the room.</summary>
public sealed record StayView(PersonView Person, Instant In, Instant? Out, CheckInMeans Means, bool Contested);

/// <summary>A motion and what became of it.</summary>
public sealed record MotionView(MotionId Id, int Item, PersonView Mover, SaidView Words, Matter Matter, MotionPhase Phase, Act? Effect, VoteMethod? Method, Count? Count, Sum? Sum, ResolutionId? Resolution);

/// <summary>A secret vote of a sitting under way: what everybody may know of it.</summary>
/// <param name="Key">Public key of the envelopes, SubjectPublicKeyInfo in base64; the same for everybody.</param>
/// <param name="Envelopes">How many were given.</param>
/// <param name="Ballots">What was in the box; empty before it is emptied.</param>
public sealed record SecretVoteView(
    AssemblyId Assembly, MotionId Motion, string? Key, int Envelopes, bool IsDrawing, bool IsCasting, bool PaperOnly, bool IsClosed, IReadOnlyList<Pile> Ballots);

/// <summary>A resolution and what became of it.</summary>
public sealed record ResolutionView(ResolutionId Id, AssemblyId Assembly, Matter Matter, ResolutionState State, SaidView Words, Instant At, Act? Effect, PostId? Owner, LocalDate? Due, bool Done);

/// <summary>An act that waits for its second signature.</summary>
/// <param name="First">Who signed.</param>
/// <param name="Contest">Why it was contested, if it was: then only the assembly gives it effect.</param>
public sealed record PendingSignatureView(PendingId Id, Act Act, PersonView First, Instant At, Instant Expires, SaidView? Contest);

/// <summary>A petition for an assembly.</summary>
public sealed record PetitionView(PetitionId Id, AssemblyKind Kind, IReadOnlyList<ItemView> Agenda, Instant At, int Signatures, Instant? ReachedAt);
