using Autogestion.Domain.Voting;

namespace Autogestion.Domain.Posts;

/// <summary>Seats of a post kept for a group: who belongs to it says so, and nobody asks for proof.</summary>
/// <param name="Group">Whom the seats are for, in the words of the norm.</param>
/// <param name="Least">The least part of the seats to be filled; rounded up.</param>
/// <param name="LeaveEmpty">Seats for which too few of them stand stay empty; otherwise others take them.</param>
public sealed record Quota(Text Group, Fraction Least, bool LeaveEmpty = false);

/// <summary>How a post elects.</summary>
/// <param name="Form">The question an election puts; null leaves it to the sitting. By lot where the norms draw its holders.</param>
/// <param name="Quota">Reserved seats, if there are any.</param>
/// <param name="Substitutes">How many substitutes are proclaimed with the elected.</param>
public sealed record ElectionTerms(QuestionForm? Form = null, Quota? Quota = null, int Substitutes = 0)
{
    /// <summary>Of a post that says nothing about it.</summary>
    public static readonly ElectionTerms Usual = new();
}

/// <summary>Say how a post elects: effect of a resolution.</summary>
[Named("post.set-election-terms"), Undone(Reversal.Stays), OnMatter(Matter.CreatePost), Accepts(Source.Resolution)]
public sealed record SetElectionTerms(PostId Post, ElectionTerms Terms) : PostAct;

/// <summary>Fill the free seats of a post by an election among candidates: effect of a resolution. The matter is the election that the post belongs to.</summary>
/// <param name="From">First day; null for at once.</param>
/// <param name="Elected">Who was elected; null until the result is proclaimed.</param>
[Named("post.fill"), Undone(Reversal.Ends), OnMatter(Matter.ElectPost), Accepts(Source.Resolution)]
public sealed record FillPost(PostId Post, LocalDate? From = null, ImmutableArray<PersonId>? Elected = null) : PostAct;

/// <summary>It was resolved how a post elects.</summary>
[Named("post.election-terms-set"), SeenBy(Audience.Public)]
public sealed record ElectionTermsSet(PostId Post, ElectionTerms Terms) : Entry;
