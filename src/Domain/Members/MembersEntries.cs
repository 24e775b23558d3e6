namespace Autogestion.Domain.Members;

/// <summary>How somebody stands towards the collective.</summary>
public enum Standing
{
    /// <summary>Asked to come in; no rights yet.</summary>
    Candidate,

    /// <summary>Working on trial: voice, no vote.</summary>
    OnTrial,

    /// <summary>Voice and vote.</summary>
    Member,

    /// <summary>A member with voice only, for instance with shares unpaid.</summary>
    VoiceOnly,

    /// <summary>Neither voice nor vote until the suspension ends.</summary>
    Suspended,

    /// <summary>Left, died or was excluded.</summary>
    Departed,
}

/// <summary>Why somebody is no longer a member.</summary>
public enum DepartureReason
{
    Resignation,
    Death,
    Exclusion,

    /// <summary>The admission was set aside.</summary>
    AdmissionSetAside,

    /// <summary>Applied or was on trial and did not go on.</summary>
    ApplicationWithdrawn,
}

/// <summary>Somebody applied to be a member.</summary>
/// <param name="Commitment">Salted hash of name and document, so that nobody can swap who this id is.</param>
/// <param name="Letter">What the candidate wrote, if anything.</param>
[Named("member.applied"), SeenBy(Audience.Members)]
public sealed record Applied(PersonId Person, string Commitment, Text? Letter) : Entry;

/// <summary>A candidate began a trial of work.</summary>
/// <param name="Until">Last day of the trial.</param>
[Named("member.trial-begun"), SeenBy(Audience.Members)]
public sealed record TrialBegun(PersonId Person, LocalDate Until) : Entry;

/// <summary>Somebody became a member.</summary>
/// <param name="Number">The member's number, counted from 1 and never given twice.</param>
[Named("member.admitted"), SeenBy(Audience.Members)]
public sealed record Admitted(PersonId Person, int Number, string Commitment) : Entry;

/// <summary>A member's rights were cut to voice only, or restored.</summary>
[Named("member.voice-only-set"), SeenBy(Audience.Members)]
public sealed record VoiceOnlySet(PersonId Person, bool VoiceOnly) : Entry;

/// <summary>A member was suspended.</summary>
/// <param name="Until">Ends by itself at the end of this day.</param>
[Named("member.suspended"), SeenBy(Audience.Members)]
public sealed record Suspended(PersonId Person, LocalDate Until) : Entry;

/// <summary>Somebody is no longer a member, candidate or on trial.</summary>
[Named("member.departed"), SeenBy(Audience.Members)]
public sealed record Departed(PersonId Person, DepartureReason Reason) : Entry;

/// <summary>Somebody got back what a sanction that no longer stands had taken: the standing from before it. Posts are gone.</summary>
[Named("member.reinstated"), SeenBy(Audience.Members)]
public sealed record Reinstated(PersonId Person) : Entry;

/// <summary>Whoever keeps the roster says that this person has lost the way in and should get a new one.</summary>
[Named("member.recovery-proposed"), SeenBy(Audience.Members)]
public sealed record RecoveryProposed(PersonId Person) : Entry;

/// <summary>A second person, of audit, confirmed it after seeing the member: a recovery code may be printed.</summary>
[Named("member.recovery-confirmed"), SeenBy(Audience.Members)]
public sealed record RecoveryConfirmed(PersonId Person) : Entry;

/// <summary>A code to come in with was made out for somebody of the roster. The code is not in the book.</summary>
/// <param name="Until">It holds until then, and for one use.</param>
[Named("member.invited"), SeenBy(Audience.Members)]
public sealed record Invited(PersonId Person, Instant Until) : Entry;

/// <summary>Somebody came in as this person with a code.</summary>
[Named("member.came-in"), SeenBy(Audience.Members)]
public sealed record CameIn(PersonId Person) : Entry;
