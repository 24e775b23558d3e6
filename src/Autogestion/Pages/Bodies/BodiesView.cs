using Autogestion.Domain;
using Autogestion.Domain.Bodies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Statutes;
using Assembly = Autogestion.Domain.Assemblies.Assembly;

namespace Autogestion.Pages.Bodies;

/// <summary>A body with who sits in it, its posts, and its sittings.</summary>
/// <param name="Seats">Who sits in it; empty for the assembly, whose roll is that of the members.</param>
/// <param name="Called">Sittings that were called and are not over.</param>
/// <param name="LastHeld">When it last met, as far as that was lately.</param>
/// <param name="LateSince">For the council of coordinators: the day by which it should have met.</param>
public sealed record BodyView(Body Body, ImmutableArray<PersonId> Seats, ImmutableArray<Post> Posts, ImmutableArray<Assembly> Called, Instant? LastHeld, LocalDate? LateSince)
{
    private const int LongestSearch = 200;

    /// <summary>Every body, the assembly first.</summary>
    public static ImmutableArray<BodyView> All(Collective state, Instant now) => [.. state.Bodies.All.Values.Select(body => Of(body, state, now))];

    private static BodyView Of(Body body, Collective state, Instant now)
    {
        var last = Members.PastSittings.LastHeld(state.Assemblies, body.Id, LongestSearch).FirstOrDefault()?.Start;
        var zone = state.Deed.Zone;
        LocalDate? due = body.Kind == BodyKind.Coordinators && last is { } met
            ? state.Statutes.Rule(Rules.CoordinatorsMeetEvery).Value.Value.After(met.InZone(zone).Date)
            : null;
        return new(
            body, body.Id == BodyId.Assembly ? [] : state.Bodies.Seats(body.Id, state.Posts, now),
            [.. state.Posts.Posts.Values.Where(post => !post.Closed && post.Terms.Body == body.Id)],
            [.. state.Assemblies.Current.Values.Where(assembly => assembly.Body == body.Id)],
            last, due < now.InZone(zone).Date ? due : null);
    }
}
