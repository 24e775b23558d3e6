namespace Autogestion.Domain.Members;

/// <summary>An act about who belongs.</summary>
public abstract record MemberAct : Act;

/// <summary>Ask to be a member. Also whoever keeps the roster can enter an application made on paper.</summary>
[Named("member.apply"), Accepts(Source.OwnAffair), Accepts(Power.KeepRoster)]
public sealed record ApplyForAdmission(PersonId Person, string Commitment, [property: Erasable] Text? Letter = null) : MemberAct, IConcernsPerson;

/// <summary>Begin the trial of a candidate.</summary>
[Named("member.begin-trial"), Accepts(Power.KeepRoster)]
public sealed record BeginTrial(PersonId Person, LocalDate Until) : MemberAct;

/// <summary>Admit a candidate: effect of a resolution of the competent body.</summary>
[Named("member.admit"), Undone(Reversal.Ends), OnMatter(Matter.AdmitMember), Accepts(Source.Resolution)]
public sealed record Admit(PersonId Person) : MemberAct;

/// <summary>Leave. It cannot be refused.</summary>
[Named("member.resign"), Accepts(Source.OwnAffair)]
public sealed record Resign(PersonId Person) : MemberAct, IConcernsPerson;

/// <summary>Write down that somebody died, or that an application or trial did not go on.</summary>
[Named("member.record-departure"), Accepts(Power.KeepRoster)]
public sealed record RecordDeparture(PersonId Person, DepartureReason Reason) : MemberAct, ITakesTwo
{
    bool ITakesTwo.TakesTwo => Reason == DepartureReason.Death;

    PersonId? ITakesTwo.About => Person;
}

/// <summary>Cut somebody's rights to voice only because the rules say so (shares unpaid), or restore them.</summary>
[Named("member.set-voice-only"), Accepts(Power.KeepRoster)]
public sealed record SetVoiceOnly(PersonId Person, bool VoiceOnly) : MemberAct, ITakesTwo
{
    PersonId? ITakesTwo.About => Person;
}

/// <summary>Suspend a member for a bounded time: effect of a resolution.</summary>
[Named("member.suspend"), Undone(Reversal.ChangedBack), OnMatter(Matter.SuspendMember), Accepts(Source.Resolution)]
public sealed record Suspend(PersonId Person, LocalDate Until) : MemberAct;

/// <summary>First of the two signatures that give a member a new way in.</summary>
[Named("member.propose-recovery"), Accepts(Power.KeepRoster)]
public sealed record ProposeRecovery(PersonId Person) : MemberAct;

/// <summary>Second signature, of audit and of another person.</summary>
[Named("member.confirm-recovery"), Accepts(Power.Audit)]
public sealed record ConfirmRecovery(PersonId Person) : MemberAct;

/// <summary>Write down that somebody of the roster is given a code to come in with. The code itself is nowhere in the book.</summary>
[Named("member.record-invitation"), Accepts(Power.KeepRoster), Accepts(Power.Audit)]
public sealed record RecordInvitation(PersonId Person, Instant Until) : MemberAct;

/// <summary>Write down that one came in with a code.</summary>
[Named("member.record-entrance"), Accepts(Source.OwnAffair)]
public sealed record RecordEntrance(PersonId Person) : MemberAct, IConcernsPerson;
