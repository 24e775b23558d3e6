namespace Autogestion.Domain.Posts;

/// <summary>What somebody does in one sitting; the mandate ends with the sitting.</summary>
public enum SittingRole
{
    Chair,
    Secretary,
    Teller,

    /// <summary>Signs the minutes in the name of those present.</summary>
    Signer,
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
