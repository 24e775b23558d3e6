namespace Autogestion.Domain.Deed;

/// <summary>Why an act about the collective as such is refused, in order of precedence.</summary>
public static class DeedRefusals
{
    /// <summary>The book has begun already.</summary>
    public static readonly RefusalCode AlreadyFounded = new("deed.already-founded");

    /// <summary>The book has not begun.</summary>
    public static readonly RefusalCode NotFounded = new("deed.not-founded");

    /// <summary>A name or a place is missing or too long.</summary>
    public static readonly RefusalCode BadName = new("deed.bad-name");

    /// <summary>No time zone has that name.</summary>
    public static readonly RefusalCode UnknownZone = new("deed.unknown-zone");

    /// <summary>The key is not one.</summary>
    public static readonly RefusalCode BadKey = new("deed.bad-key");

    /// <summary>Somebody is named twice, or the one who acts is not among the founders.</summary>
    public static readonly RefusalCode BadFounders = new("deed.bad-founders");

    /// <summary>Fewer founders than the law asks for.</summary>
    public static readonly RefusalCode TooFewFounders = new("deed.too-few-founders");

    /// <summary>A first post names somebody who is not a founder, or more people than seats.</summary>
    public static readonly RefusalCode BadFirstPost = new("deed.bad-first-post");

    /// <summary>Nobody could convene the first assembly.</summary>
    public static readonly RefusalCode NobodyConvenes = new("deed.nobody-convenes");

    /// <summary>The key may sign already, or the one to revoke may not.</summary>
    public static readonly RefusalCode KeyUnchanged = new("deed.key-unchanged");

    /// <summary>Nothing has fallen due.</summary>
    public static readonly RefusalCode NothingDue = new("deed.nothing-due");
}
