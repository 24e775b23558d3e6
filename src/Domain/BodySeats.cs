using Autogestion.Domain.Bodies;
using Autogestion.Domain.Posts;

namespace Autogestion.Domain;

/// <summary>Who sits in a body other than the assembly.</summary>
public static class BodySeats
{
    /// <summary>
    /// Those assigned to a sector or shift and those who hold its posts; in the council of coordinators whoever coordinates a
    /// sector or shift; in all bodies whoever holds their posts.
    /// </summary>
    public static ImmutableArray<PersonId> Seats(this BodyList bodies, BodyId id, PostBoard posts, Instant when)
    {
        var holders = posts.HoldersIn(id, when);
        return bodies.Find(id) switch
        {
            { People: { IsEmpty: false } people } => [.. people.Order(ById).Concat(holders).Distinct()],
            { Kind: BodyKind.Coordinators } => [.. holders.Concat(posts.Holding(Power.Coordinate, of => bodies.Find(of)?.Kind.HasRoll() == true, when)).Distinct()],
            _ => holders,
        };
    }

    private static readonly Comparer<PersonId> ById = Comparer<PersonId>.Create((a, b) => a.Value.CompareTo(b.Value));
}
