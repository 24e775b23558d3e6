namespace Autogestion.Domain.Assemblies.Amending;

/// <summary>Why an act that changes a motion is refused, in order of precedence.</summary>
public static class AmendingRefusals
{
    /// <summary>What proposes a change is itself not amended, merged or referred.</summary>
    public static readonly RefusalCode NotAMotion = new("amendment.not-a-motion");

    /// <summary>The speakers' list is closed, and with it the time to propose amendments.</summary>
    public static readonly RefusalCode Closed = new("amendment.closed");

    /// <summary>That person has an amendment to this motion that waits.</summary>
    public static readonly RefusalCode OneEach = new("amendment.one-each");

    /// <summary>An amendment changes the particulars of what a motion does, not its kind.</summary>
    public static readonly RefusalCode OtherEffect = new("amendment.other-effect");

    /// <summary>It is no amendment.</summary>
    public static readonly RefusalCode NotAnAmendment = new("amendment.not-an-amendment");

    /// <summary>A motion that does different things, or stands under another item, is not merged.</summary>
    public static readonly RefusalCode TooDifferent = new("motion.too-different");

    /// <summary>No merge has that number, or it is done.</summary>
    public static readonly RefusalCode UnknownMerge = new("motion.unknown-merge");

    /// <summary>There is no such body, or it is this one.</summary>
    public static readonly RefusalCode UnknownBody = new("motion.unknown-body");

    /// <summary>That day has passed.</summary>
    public static readonly RefusalCode PastDay = new("motion.past-day");

    /// <summary>Whether to refer or postpone this motion is proposed already.</summary>
    public static readonly RefusalCode AlreadyProposed = new("motion.referral-already-proposed");

    /// <summary>Whether to refer or postpone comes before everything else about a motion.</summary>
    public static readonly RefusalCode ReferralFirst = new("motion.referral-first");

    /// <summary>Amendments come before the motion.</summary>
    public static readonly RefusalCode AmendmentsFirst = new("motion.amendments-first");

    /// <summary>Another amendment comes before this one.</summary>
    public static readonly RefusalCode OtherAmendmentFirst = new("amendment.other-first");
}
