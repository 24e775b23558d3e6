using Autogestion.Domain;
using Autogestion.Domain.Bodies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;

namespace Autogestion.Pages.Posts;

/// <summary>A post with who holds it, who will, and who did before.</summary>
/// <param name="Before">The last holders, the newest first.</param>
/// <param name="Free">Seats that nobody holds now.</param>
public sealed record PostView(Post Post, Body? Body, ImmutableArray<Mandate> Now, ImmutableArray<Mandate> Coming, ImmutableArray<Mandate> Before, int Free);

/// <summary>How often somebody has held a post.</summary>
public sealed record RotationLine(PersonId Person, int Terms, bool HoldsNow, Instant Last);

/// <summary>Who has held what, and who never has: among those who belong today.</summary>
/// <param name="Held">Those who have, the most terms first.</param>
/// <param name="Never">Those who never have, the longest members first.</param>
public sealed record RotationView(ImmutableArray<RotationLine> Held, ImmutableArray<PersonId> Never);

/// <summary>The board of posts at a moment.</summary>
/// <param name="Ending">Mandates that end soon, the soonest first.</param>
public sealed record PostsView(ImmutableArray<PostView> Posts, ImmutableArray<Mandate> Ending, RotationView Rotation)
{
    private const int MostBefore = 8;

    /// <summary>How near an end must be to be said.</summary>
    public static readonly Period Soon = Period.FromMonths(3);

    public static PostsView Of(Collective state, Instant now)
    {
        var today = now.InZone(state.Deed.Zone).Date;
        var soon = state.Deed.Zone.AtStartOfDay(today + Soon).ToInstant();
        var mandates = state.Posts.Mandates.Values.Where(mandate => mandate.Post is not null).ToImmutableArray();
        var byPost = mandates.ToLookup(mandate => mandate.Post!.Value);
        return new(
            [.. state.Posts.Posts.Values.Where(post => !post.Closed).Select(post => ViewOf(post, byPost[post.Id], state, now))],
            [.. mandates.Where(mandate => mandate.IsLive(now) && mandate.To < soon).OrderBy(mandate => mandate.To)],
            Rotate(mandates, state, now));
    }

    private static PostView ViewOf(Post post, IEnumerable<Mandate> mandates, Collective state, Instant now)
    {
        var all = mandates.ToImmutableArray();
        var live = all.Where(mandate => mandate.IsLive(now)).OrderBy(mandate => mandate.From).ToImmutableArray();
        return new(
            post, state.Bodies.Find(post.Terms.Body), live,
            [.. all.Where(mandate => mandate.From > now && mandate.IsNotOver(now)).OrderBy(mandate => mandate.From)],
            [.. all.Where(mandate => !mandate.IsNotOver(now)).OrderByDescending(mandate => mandate.To).Take(MostBefore)],
            Math.Max(0, post.Terms.Seats - live.Length));
    }

    // A mandate yet to begin is no term held, and roles in a sitting are no posts.
    private static RotationView Rotate(ImmutableArray<Mandate> mandates, Collective state, Instant now)
    {
        var begun = mandates.Where(mandate => mandate.From <= now).ToLookup(mandate => mandate.Person);
        var belong = state.Roster.People.Values.Where(person => state.Roster.Belongs(person.Id, now)).OrderBy(person => person.Number).Select(person => person.Id).ToImmutableArray();
        return new(
            [
                .. belong.Where(begun.Contains)
                    .Select(person => new RotationLine(person, begun[person].Count(), begun[person].Any(mandate => mandate.IsLive(now)), begun[person].Max(mandate => mandate.From)))
                    .OrderByDescending(line => line.Terms),
            ],
            [.. belong.Where(person => !begun.Contains(person))]);
    }
}
