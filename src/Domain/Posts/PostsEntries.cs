namespace Autogestion.Domain.Posts;

/// <summary>What somebody does in one sitting; the mandate ends with the sitting.</summary>
public enum SittingRole
{
    Chair,
    Secretary,
    Teller,

    /// <summary>Signs the minutes in the name of those present.</summary>
    Signer,

    /// <summary>Chairs one item in place of a chair who is singled out in it.</summary>
    StandIn,
}

/// <summary>Why a mandate ended.</summary>
public enum MandateEnd
{
    Term,
    Resignation,
    Departure,
    Recall,

    /// <summary>The resolution that granted it was set aside.</summary>
    SetAside,
    SittingClosed,
    PostClosed,
}

/// <summary>What a post is: made and changed by resolution.</summary>
/// <param name="Body">The body whose members its holders are.</param>
/// <param name="Powers">What its holders may do; they reach the whole collective, or only the body where that is a sector or commission.</param>
/// <param name="Seats">How many people hold it at once.</param>
/// <param name="TermMonths">Length of a term.</param>
/// <param name="MostConsecutive">Terms in a row before one must rest; null for no limit.</param>
/// <param name="LeastGapMonths">Months of rest before return.</param>
/// <param name="IncompatibleWith">Posts that the same person cannot hold at once.</param>
public sealed record PostTerms(
    Text Name,
    BodyId Body,
    ImmutableArray<Power> Powers,
    int Seats,
    int TermMonths,
    int? MostConsecutive = null,
    int LeastGapMonths = 0,
    ImmutableArray<PostId>? IncompatibleWith = null);

/// <summary>A post was made.</summary>
[Named("post.created"), SeenBy(Audience.Public)]
public sealed record PostCreated(PostId Post, PostTerms Terms) : Entry;

/// <summary>What closed a post no longer stands: it is open again.</summary>
[Named("post.reopened"), SeenBy(Audience.Public)]
public sealed record PostReopened(PostId Post) : Entry;

/// <summary>A post was closed; its mandates end with it.</summary>
[Named("post.closed"), SeenBy(Audience.Public)]
public sealed record PostClosed(PostId Post) : Entry;

/// <summary>A seat was given to a person, with the powers the post had then.</summary>
/// <param name="Until">The mandate ends by itself at this moment.</param>
/// <param name="Resolution">What granted it; null for the founding deed.</param>
[Named("post.mandate-granted"), SeenBy(Audience.Members)]
public sealed record MandateGranted(
    MandateId Mandate, PostId Post, PersonId Person, Instant From, Instant Until, ImmutableArray<Power> Powers, ResolutionId? Resolution) : Entry;

/// <summary>Somebody was named chair, secretary, teller or signer of one sitting.</summary>
[Named("post.sitting-mandate-granted"), SeenBy(Audience.Members)]
public sealed record SittingMandateGranted(MandateId Mandate, AssemblyId Assembly, SittingRole Role, PersonId Person) : Entry;

/// <summary>A mandate ended; its powers are gone that second, on every device.</summary>
[Named("post.mandate-ended"), SeenBy(Audience.Members)]
public sealed record MandateEnded(MandateId Mandate, MandateEnd Reason) : Entry;

/// <summary>What ended a mandate no longer stands: it gives its powers again, for the rest of its term.</summary>
[Named("post.mandate-restored"), SeenBy(Audience.Members)]
public sealed record MandateRestored(MandateId Mandate) : Entry;

/// <summary>The resolution behind a mandate was suspended: it gives no powers, and its seat is kept.</summary>
[Named("post.mandate-paused"), SeenBy(Audience.Members)]
public sealed record MandatePaused(MandateId Mandate) : Entry;

/// <summary>The suspension was lifted: the mandate gives its powers again.</summary>
[Named("post.mandate-resumed"), SeenBy(Audience.Members)]
public sealed record MandateResumed(MandateId Mandate) : Entry;
