namespace Autogestion.Domain.Sanctions;

/// <summary>Why an act about sanctions is refused, in order of precedence.</summary>
public static class SanctionsRefusals
{
    /// <summary>No procedure has that number, or it is about somebody else.</summary>
    public static readonly RefusalCode Unknown = new("sanction.unknown");

    /// <summary>It has been decided, or ended otherwise.</summary>
    public static readonly RefusalCode Closed = new("sanction.closed");

    /// <summary>Only a member can be charged and sanctioned.</summary>
    public static readonly RefusalCode NotMember = new("sanction.not-member");

    /// <summary>Nobody charges himself or herself.</summary>
    public static readonly RefusalCode OwnCharge = new("sanction.own-charge");

    /// <summary>The same person has charged that member already, and it is not decided.</summary>
    public static readonly RefusalCode AlreadyCharged = new("sanction.already-charged");

    /// <summary>Nobody involved looks into it, mediates or names who does.</summary>
    public static readonly RefusalCode Involved = new("sanction.involved");

    /// <summary>Only whoever was named to look into it does that.</summary>
    public static readonly RefusalCode NotInvestigator = new("sanction.not-investigator");

    /// <summary>Between the notice and the hearing there must be time to prepare a defence.</summary>
    public static readonly RefusalCode HearingTooSoon = new("sanction.hearing-too-soon");

    /// <summary>The hearing was held already.</summary>
    public static readonly RefusalCode AlreadyHeard = new("sanction.already-heard");

    /// <summary>No hearing was set, or its hour has not come.</summary>
    public static readonly RefusalCode HearingNotYet = new("sanction.hearing-not-yet");

    /// <summary>The person has not been heard.</summary>
    public static readonly RefusalCode NotHeard = new("sanction.not-heard");

    /// <summary>The norms ask for a mediation first.</summary>
    public static readonly RefusalCode MediationFirst = new("sanction.mediation-first");

    /// <summary>Whoever looked into it has reported already.</summary>
    public static readonly RefusalCode AlreadyReported = new("sanction.already-reported");

    /// <summary>It is graver than what the person was charged with.</summary>
    public static readonly RefusalCode BeyondCharge = new("sanction.beyond-charge");

    /// <summary>That step of the ladder has an act of its own.</summary>
    public static readonly RefusalCode WrongStep = new("sanction.wrong-step");

    /// <summary>Such a sanction takes a procedure: a charge, a hearing and a report.</summary>
    public static readonly RefusalCode ProcedureNeeded = new("sanction.procedure-needed");

    /// <summary>The time to answer the charge has not passed.</summary>
    public static readonly RefusalCode DefenceOpen = new("sanction.defence-open");

    /// <summary>The norms ask for a lighter sanction first.</summary>
    public static readonly RefusalCode LadderSkipped = new("sanction.ladder-skipped");

    /// <summary>The day has passed already.</summary>
    public static readonly RefusalCode DayPassed = new("sanction.day-passed");

    /// <summary>The suspension is longer than the rule allows.</summary>
    public static readonly RefusalCode SuspensionTooLong = new("sanction.suspension-too-long");

    /// <summary>The exclusions of this year have reached their cap, whoever votes for one more.</summary>
    public static readonly RefusalCode CapReached = new("sanction.cap-reached");

    /// <summary>No sanction stands against which to appeal.</summary>
    public static readonly RefusalCode NothingToAppeal = new("sanction.nothing-to-appeal");

    /// <summary>No body hears appeals on this.</summary>
    public static readonly RefusalCode NoAppeal = new("sanction.no-appeal");

    /// <summary>The time to appeal has passed.</summary>
    public static readonly RefusalCode AppealTooLate = new("sanction.appeal-too-late");

    /// <summary>The person has appealed already.</summary>
    public static readonly RefusalCode AlreadyAppealed = new("sanction.already-appealed");

    /// <summary>There is no appeal to decide, or this body does not hear it.</summary>
    public static readonly RefusalCode NotAppealed = new("sanction.not-appealed");

    /// <summary>Nobody resigns while an exclusion is being decided.</summary>
    public static readonly RefusalCode ExclusionPending = new("sanction.exclusion-pending");
}
