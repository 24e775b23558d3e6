using Autogestion.Domain.Voting;

namespace Autogestion.Domain.Assemblies.Presence;

/// <summary>An act about who is there: represented, from afar, as a guest.</summary>
public abstract record PresenceAct : AssemblyAct;

/// <summary>Let another member vote for oneself in one sitting.</summary>
/// <param name="Holder">Who votes in one's place.</param>
[Named("proxy.give"), Accepts(Source.OwnAffair)]
public sealed record GiveProxy(AssemblyId Assembly, PersonId Person, PersonId Holder) : PresenceAct, IInAssembly, IConcernsPerson;

/// <summary>Enter a proxy that came on paper. It counts once a second person has seen the paper.</summary>
[Named("proxy.enter-paper"), Accepts(Power.KeepAttendance), Accepts(Power.KeepMinutes), Accepts(Power.KeepRoster)]
public sealed record EnterPaperProxy(AssemblyId Assembly, PersonId Person, PersonId Holder) : PresenceAct, IInAssembly;

/// <summary>Sign, as the second person, that the paper is there and bears the member's signature.</summary>
[Named("proxy.confirm-paper"), Accepts(Power.Chair), Accepts(Power.Audit), Accepts(Power.CountVotes), Accepts(Power.KeepAttendance), Accepts(Power.KeepMinutes), Accepts(Power.KeepRoster), Accepts(Power.SignMinutes)]
public sealed record ConfirmPaperProxy(AssemblyId Assembly, PersonId Person) : PresenceAct, IInAssembly;

/// <summary>Take back a proxy that one gave, or give back one that one holds.</summary>
[Named("proxy.revoke"), Accepts(Source.OwnAffair), Accepts(Source.Membership)]
public sealed record RevokeProxy(AssemblyId Assembly, PersonId Person) : PresenceAct, IInAssembly, IConcernsPerson;

/// <summary>Vote openly for a member whom one represents.</summary>
[Named("proxy.cast-ballot"), Accepts(Source.Membership)]
public sealed record CastProxyBallot(AssemblyId Assembly, MotionId Motion, PersonId Person, Ballot Ballot) : PresenceAct, IInAssembly;

/// <summary>Come in from afar, where the rules allow it.</summary>
[Named("assembly.join-remotely"), Accepts(Source.OwnAffair)]
public sealed record JoinRemotely(AssemblyId Assembly, PersonId Person) : PresenceAct, IInAssembly, IConcernsPerson;

/// <summary>Write down how many invited people are in the room. They have a voice and no names here.</summary>
[Named("assembly.note-guests"), Accepts(Power.KeepAttendance), Accepts(Power.Chair)]
public sealed record NoteGuests(AssemblyId Assembly, int Guests) : PresenceAct, IInAssembly;
