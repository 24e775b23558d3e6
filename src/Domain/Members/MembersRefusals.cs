namespace Autogestion.Domain.Members;

/// <summary>Why an act about belonging is refused, in order of precedence.</summary>
public static class MembersRefusals
{
    /// <summary>Nobody by that id is known to this collective.</summary>
    public static readonly RefusalCode UnknownPerson = new("member.unknown-person");

    /// <summary>That person is known already.</summary>
    public static readonly RefusalCode AlreadyKnown = new("member.already-known");

    /// <summary>Only a candidate or somebody on trial can do that.</summary>
    public static readonly RefusalCode NotCandidate = new("member.not-candidate");

    /// <summary>Only a member can do that.</summary>
    public static readonly RefusalCode NotMember = new("member.not-member");

    /// <summary>The commitment to name and document is not a hash.</summary>
    public static readonly RefusalCode BadCommitment = new("member.bad-commitment");

    /// <summary>The day has passed already.</summary>
    public static readonly RefusalCode DayPassed = new("member.day-passed");

    /// <summary>The trial is longer than the rule allows.</summary>
    public static readonly RefusalCode TrialTooLong = new("member.trial-too-long");

    /// <summary>The suspension is longer than the rule allows.</summary>
    public static readonly RefusalCode SuspensionTooLong = new("member.suspension-too-long");

    /// <summary>That reason is not for whoever keeps the roster to write.</summary>
    public static readonly RefusalCode ReasonNotYours = new("member.reason-not-yours");

    /// <summary>Nothing would change.</summary>
    public static readonly RefusalCode NothingChanges = new("member.nothing-changes");

    /// <summary>Nobody has proposed this recovery.</summary>
    public static readonly RefusalCode RecoveryNotProposed = new("member.recovery-not-proposed");

    /// <summary>The two signatures must be of two people, neither of them the member.</summary>
    public static readonly RefusalCode SecondPersonNeeded = new("member.second-person-needed");
}
