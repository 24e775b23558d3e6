using Autogestion.Domain.Voting;

namespace Autogestion.Domain.Assemblies;

/// <summary>The key of the envelopes of a secret vote: one for everybody, so that no envelope can be told from another.</summary>
/// <param name="Key">The public key, as SubjectPublicKeyInfo in base64; its other half is destroyed when the drawing ends.</param>
[Named("vote.key-announced"), SeenBy(Audience.Members)]
public sealed record EnvelopeKeyAnnounced(AssemblyId Assembly, MotionId Motion, string Key) : Entry, IInAssembly;

/// <summary>Somebody took an envelope. What will be in it, and whether it comes back, is written nowhere by name.</summary>
/// <param name="Blinded">SHA-256 of what was signed blindly; it says nothing about the envelope (RFC 9474, section 7).</param>
[Named("vote.envelope-given"), SeenBy(Audience.Members)]
public sealed record EnvelopeGiven(AssemblyId Assembly, MotionId Motion, PersonId Person, string Blinded) : Entry, IInAssembly;

/// <summary>No more envelopes are given.</summary>
/// <param name="Envelopes">How many were given.</param>
/// <param name="PaperOnly">They were too few to hide anybody: all vote on paper.</param>
[Named("vote.drawing-ended"), SeenBy(Audience.Members)]
public sealed record DrawingEnded(AssemblyId Assembly, MotionId Motion, int Envelopes, bool PaperOnly) : Entry, IInAssembly;

/// <summary>Two tellers counted the papers and put their count into the box.</summary>
[Named("vote.papers-handed-in"), SeenBy(Audience.Members)]
public sealed record PapersHandedIn(AssemblyId Assembly, MotionId Motion, ImmutableArray<PersonId> Tellers) : Entry, IInAssembly;

/// <summary>Nobody casts any more.</summary>
[Named("vote.casting-closed"), SeenBy(Audience.Members)]
public sealed record CastingClosed(AssemblyId Assembly, MotionId Motion) : Entry, IInAssembly;

/// <summary>The box was emptied: every ballot, sorted, those of phones and papers together.</summary>
[Named("vote.box-emptied"), SeenBy(Audience.Members)]
public sealed record BoxEmptied(AssemblyId Assembly, MotionId Motion, ImmutableArray<Pile> Ballots) : Entry, IInAssembly;

/// <summary>The box was lost before it was counted.</summary>
[Named("vote.box-lost"), SeenBy(Audience.Members)]
public sealed record BoxLost(AssemblyId Assembly, MotionId Motion) : Entry, IInAssembly;
