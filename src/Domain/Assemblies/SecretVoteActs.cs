using Autogestion.Domain.Voting;

namespace Autogestion.Domain.Assemblies;

// A secret vote has two steps that never meet: an envelope is drawn by a person, and a ballot is cast without one. Casting is
// therefore no act: nothing of it comes here until the box is emptied.

/// <summary>Announce the key with which this node signs the envelopes of a secret vote.</summary>
/// <param name="Key">The public key, as SubjectPublicKeyInfo in base64.</param>
[Named("vote.announce-key"), Accepts(Source.RuleDue)]
public sealed record AnnounceEnvelopeKey(AssemblyId Assembly, MotionId Motion, string Key) : AssemblyAct, IInAssembly;

/// <summary>Take one's envelope for a secret vote.</summary>
/// <param name="Blinded">SHA-256, in 64 small hexadecimal digits, of what is signed blindly: that, and nothing else, is signed for this person.</param>
[Named("vote.draw-envelope"), Accepts(Source.Membership)]
public sealed record DrawEnvelope(AssemblyId Assembly, MotionId Motion, string Blinded) : AssemblyAct, IInAssembly;

/// <summary>End the drawing of envelopes: casting begins, and whoever has none votes on paper.</summary>
[Named("vote.end-drawing"), Accepts(Power.Chair), Accepts(Power.CountVotes)]
public sealed record EndDrawing(AssemblyId Assembly, MotionId Motion) : AssemblyAct, IInAssembly;

/// <summary>Put the count of the papers of a secret vote into the box. What they said stays in the box until it is emptied.</summary>
[Named("vote.hand-in-papers"), Accepts(Power.CountVotes), Accepts(Power.KeepAttendance)]
public sealed record HandInPapers(AssemblyId Assembly, MotionId Motion, ImmutableArray<PersonId> Tellers) : AssemblyAct, IInAssembly;

/// <summary>Take the ballots out of the box, those of phones and papers together, sorted.</summary>
[Named("vote.empty-box"), Accepts(Source.RuleDue)]
public sealed record EmptyBox(AssemblyId Assembly, MotionId Motion, ImmutableArray<Pile> Ballots) : AssemblyAct, IInAssembly;

/// <summary>Say that the box of a secret vote is lost: nothing was counted, and the motion can be voted anew.</summary>
[Named("vote.declare-box-lost"), Accepts(Source.RuleDue)]
public sealed record DeclareBoxLost(AssemblyId Assembly, MotionId Motion) : AssemblyAct, IInAssembly;
