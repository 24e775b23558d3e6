using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Voting;

namespace Autogestion.Domain.Assemblies;

/// <summary>An act about sittings, from petition and notice to the signed minutes.</summary>
public abstract record AssemblyAct : Act;

/// <summary>An item as proposed: what it is called and what it is about.</summary>
public sealed record AgendaDraft(Text Title, Matter Matter, bool ToRatify = false);

/// <summary>Call an assembly. What came back from earlier ones is put on the agenda by itself.</summary>
/// <param name="Start">Day and hour of the first call, in the collective's zone.</param>
[Named("assembly.notice"), Accepts(Power.Convene)]
public sealed record IssueNotice(BodyId Body, AssemblyKind Kind, LocalDateTime Start, Text Place, ImmutableArray<AgendaDraft> Agenda) : AssemblyAct, IOfBody;

/// <summary>Write down where and how the notice was put up or delivered.</summary>
[Named("assembly.post-notice"), Accepts(Power.Convene), Accepts(Power.KeepMinutes), Accepts(Power.KeepAttendance)]
public sealed record PostNotice(AssemblyId Assembly, Text Where) : AssemblyAct, IInAssembly;

/// <summary>Ask for an assembly of all members.</summary>
[Named("assembly.petition"), Accepts(Source.Membership)]
public sealed record PetitionAssembly(AssemblyKind Kind, ImmutableArray<AgendaDraft> Agenda) : AssemblyAct;

/// <summary>Sign a petition.</summary>
[Named("assembly.sign-petition"), Accepts(Source.Membership)]
public sealed record SignPetition(PetitionId Petition) : AssemblyAct;

/// <summary>
/// Call the assembly that a petition demanded: by whoever convenes, or by a signer when nobody can convene or nobody did in
/// time. A signer who calls it chairs it first.
/// </summary>
[Named("assembly.notice-petitioned"), Accepts(Source.Membership), Accepts(Power.Convene)]
public sealed record IssuePetitionedNotice(PetitionId Petition, LocalDateTime Start, Text Place) : AssemblyAct;

/// <summary>Come in: with one's own phone, or entered by the secretary's hand.</summary>
[Named("assembly.check-in"), Accepts(Source.OwnAffair), Accepts(Power.KeepAttendance)]
public sealed record CheckIn(AssemblyId Assembly, PersonId Person) : AssemblyAct, IInAssembly, IConcernsPerson;

/// <summary>Go out.</summary>
[Named("assembly.check-out"), Accepts(Source.OwnAffair), Accepts(Power.KeepAttendance)]
public sealed record CheckOut(AssemblyId Assembly, PersonId Person) : AssemblyAct, IInAssembly, IConcernsPerson;

/// <summary>Say that somebody on the list is not in the room.</summary>
[Named("assembly.contest-check-in"), Accepts(Source.Membership)]
public sealed record ContestCheckIn(AssemblyId Assembly, PersonId Person) : AssemblyAct, IInAssembly;

/// <summary>Make a call: it opens the assembly, or fails for lack of quorum.</summary>
[Named("assembly.declare-call"), Accepts(Power.Chair)]
public sealed record DeclareCall(AssemblyId Assembly, int Call) : AssemblyAct, IInAssembly;

/// <summary>Take up an item.</summary>
[Named("assembly.take-item"), Accepts(Power.Chair)]
public sealed record TakeItem(AssemblyId Assembly, int Item) : AssemblyAct, IInAssembly;

/// <summary>Table a motion, with its effect if it has one.</summary>
/// <param name="AsConsequence">The effect's matter is not that of the item but arises from it.</param>
[Named("assembly.table-motion"), Accepts(Source.Membership)]
public sealed record TableMotion(AssemblyId Assembly, int Item, Text Words, Act? Effect = null, EffectFrom? From = null, bool AsConsequence = false) : AssemblyAct, IInAssembly;

/// <summary>Back a motion.</summary>
[Named("assembly.second-motion"), Accepts(Source.Membership)]
public sealed record SecondMotion(AssemblyId Assembly, MotionId Motion) : AssemblyAct, IInAssembly;

/// <summary>Take back one's own motion before it is voted.</summary>
[Named("assembly.withdraw-motion"), Accepts(Source.Membership)]
public sealed record WithdrawMotion(AssemblyId Assembly, MotionId Motion) : AssemblyAct, IInAssembly;

/// <summary>Pass the chair of an item that singles out the chair: to the longest-standing member in the room who is not singled out.</summary>
[Named("assembly.pass-chair"), Accepts(Source.Membership)]
public sealed record PassChair(AssemblyId Assembly, MotionId Motion) : AssemblyAct, IInAssembly;

/// <summary>Open the vote on a motion.</summary>
/// <param name="HeadCount">Entitled people counted in the room just now: must agree with the attendance list, because people slip out.</param>
/// <param name="Form">How the question is asked; null for yes or no.</param>
/// <param name="Also">Further ways in which this same vote is taken: one count for all.</param>
/// <param name="Against">Motions of the same item that this one is put against; one of them is chosen.</param>
[Named("assembly.open-vote", Version = 2), Accepts(Power.Chair)]
public sealed record OpenVote(
    AssemblyId Assembly, MotionId Motion, VoteMethod Method, int HeadCount, QuestionForm? Form = null, ImmutableArray<VoteMethod>? Also = null, ImmutableArray<MotionId>? Against = null) : AssemblyAct, IInAssembly;

/// <summary>Vote openly.</summary>
[Named("assembly.cast-ballot", Version = 2), Accepts(Source.Membership)]
public sealed record CastBallot(AssemblyId Assembly, MotionId Motion, Ballot Ballot) : AssemblyAct, IInAssembly;

/// <summary>Enter what somebody said aloud.</summary>
[Named("assembly.enter-ballot", Version = 2), Accepts(Power.KeepAttendance), Accepts(Power.CountVotes)]
public sealed record EnterBallot(AssemblyId Assembly, MotionId Motion, PersonId Person, Ballot Ballot) : AssemblyAct, IInAssembly;

/// <summary>Enter what two tellers counted: hands or papers.</summary>
[Named("assembly.enter-count"), Accepts(Power.CountVotes), Accepts(Power.KeepAttendance)]
public sealed record EnterCount(AssemblyId Assembly, MotionId Motion, int For, int Against, int Abstain, int Blank, ImmutableArray<PersonId> Tellers) : AssemblyAct, IInAssembly;

/// <summary>Close a vote taken by ballots: the count is computed.</summary>
[Named("assembly.close-vote"), Accepts(Power.Chair), Accepts(Power.CountVotes)]
public sealed record CloseVote(AssemblyId Assembly, MotionId Motion) : AssemblyAct, IInAssembly;

/// <summary>Proclaim the result. A carried motion becomes a resolution, and its effect runs in the same stroke.</summary>
/// <param name="CastingVote">On a tie, where the rules let the chair decide.</param>
[Named("assembly.proclaim"), Accepts(Power.Chair)]
public sealed record ProclaimResult(AssemblyId Assembly, MotionId Motion, Choice? CastingVote = null) : AssemblyAct, IInAssembly;

/// <summary>Go into recess to a fixed day, hour and place.</summary>
[Named("assembly.recess"), Accepts(Power.Chair)]
public sealed record Recess(AssemblyId Assembly, LocalDateTime Until, Text Place) : AssemblyAct, IInAssembly;

/// <summary>Go on after a recess.</summary>
[Named("assembly.resume"), Accepts(Power.Chair)]
public sealed record Resume(AssemblyId Assembly) : AssemblyAct, IInAssembly;

/// <summary>Close the assembly.</summary>
[Named("assembly.close"), Accepts(Power.Chair)]
public sealed record CloseAssembly(AssemblyId Assembly) : AssemblyAct, IInAssembly;

/// <summary>Write free words for the minutes.</summary>
[Named("minutes.write-note"), Accepts(Power.KeepMinutes)]
public sealed record WriteMinutesNote(AssemblyId Assembly, int? Item, Text Words) : AssemblyAct, IInAssembly;

/// <summary>Draw up the minutes of a closed assembly.</summary>
[Named("minutes.draw-up"), Accepts(Power.KeepMinutes)]
public sealed record DrawUpMinutes(AssemblyId Assembly) : AssemblyAct, IInAssembly;

/// <summary>Sign the minutes.</summary>
[Named("minutes.sign"), Accepts(Power.SignMinutes)]
public sealed record SignMinutes(AssemblyId Assembly) : AssemblyAct, IInAssembly;

/// <summary>Approve the minutes of an earlier assembly: effect of a resolution.</summary>
[Named("minutes.approve"), Undone(Reversal.ChangedBack), OnMatter(Matter.ApproveMinutes), Accepts(Source.Resolution)]
public sealed record ApproveMinutes(AssemblyId Assembly) : AssemblyAct;
