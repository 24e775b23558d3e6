namespace Autogestion.Domain.Posts;

/// <summary>Why an act about posts and mandates is refused, in order of precedence.</summary>
public static class PostsRefusals
{
    /// <summary>No such post, or it was closed.</summary>
    public static readonly RefusalCode UnknownPost = new("post.unknown");

    /// <summary>No such mandate, or it has ended.</summary>
    public static readonly RefusalCode UnknownMandate = new("post.unknown-mandate");

    /// <summary>The mandate is somebody else's.</summary>
    public static readonly RefusalCode NotYourMandate = new("post.not-your-mandate");

    /// <summary>A sitting mandate is not recalled but replaced.</summary>
    public static readonly RefusalCode SittingMandate = new("post.sitting-mandate");

    /// <summary>No body has that number.</summary>
    public static readonly RefusalCode UnknownBody = new("post.unknown-body");

    /// <summary>Seats and term must be at least one, and within reason.</summary>
    public static readonly RefusalCode BadTerms = new("post.bad-terms");

    /// <summary>A post cannot give the powers of a sitting.</summary>
    public static readonly RefusalCode PowerOfSitting = new("post.power-of-sitting");

    /// <summary>Whoever audits cannot also run what is audited.</summary>
    public static readonly RefusalCode AuditApart = new("post.audit-apart");

    /// <summary>The term is longer than the rule allows.</summary>
    public static readonly RefusalCode TermTooLong = new("post.term-too-long");

    /// <summary>Only a member with vote can hold a post.</summary>
    public static readonly RefusalCode HolderNotMember = new("post.holder-not-member");

    /// <summary>The day has passed already.</summary>
    public static readonly RefusalCode DayPassed = new("post.day-passed");

    /// <summary>A mandate begins within a year of its election.</summary>
    public static readonly RefusalCode DayTooFar = new("post.day-too-far");

    /// <summary>The person holds this very post at that time.</summary>
    public static readonly RefusalCode AlreadyHolds = new("post.already-holds");

    /// <summary>All seats are taken for that time.</summary>
    public static readonly RefusalCode NoFreeSeat = new("post.no-free-seat");

    /// <summary>The person holds a post that is incompatible with this one.</summary>
    public static readonly RefusalCode Incompatible = new("post.incompatible");

    /// <summary>The person has held it as often in a row as the rules allow, and must rest first.</summary>
    public static readonly RefusalCode MustRotate = new("post.must-rotate");

    /// <summary>Somebody holds the post: the mandate is recalled first, by the majority that a recall takes, or runs out.</summary>
    public static readonly RefusalCode StillHeld = new("post.still-held");

    /// <summary>Only somebody who may be in the room can serve in the sitting.</summary>
    public static readonly RefusalCode OfficerNotMember = new("post.officer-not-member");

    /// <summary>That person has that role in this sitting already.</summary>
    public static readonly RefusalCode OfficerAlready = new("post.officer-already");

    /// <summary>Members called this sitting themselves: its chair names who serves in it, not whoever convenes.</summary>
    public static readonly RefusalCode SittingOfPetitioners = new("post.sitting-of-petitioners");
}
