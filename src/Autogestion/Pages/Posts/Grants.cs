using Autogestion.Domain;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Look;
using Autogestion.Web;

namespace Autogestion.Pages.Posts;

/// <summary>Where somebody's power to do a thing comes from, said beside the form that does it.</summary>
/// <param name="Words">The post and how long it lasts, without the full stop.</param>
/// <param name="Origin">What granted it, with its address where it has one.</param>
public sealed record GrantView(string Words, PageLink? Origin);

/// <summary>Finds out what the visitor can do now: the same check that the desk makes, asked before the form is shown.</summary>
public static class Grants
{
    /// <summary>Whether the visitor could ask this act now, as far as authority goes.</summary>
    public static bool May(this Visit visit, Act act) => visit.AuthorityFor(act) is not null;

    /// <summary>The mandate by which the visitor could ask this act; null without authority or without need of a mandate.</summary>
    public static Mandate? MandateFor(this Visit visit, Act act) =>
        visit.AuthorityFor(act) is Authority.Mandate cited ? visit.State.Posts.Find(cited.Id) : null;

    /// <summary>The same in words.</summary>
    public static GrantView? GrantFor(this RoomPage page, Act act, Reader reader)
    {
        if (page.Visit.MandateFor(act) is not { } mandate) return null;
        var post = mandate.Post is { } id ? page.Words[page.Visit.State.Posts.Posts[id.Value].Terms.Name] : mandate.Role is { } role ? Wording.FactWording.Name(reader, role) : "";
        var words = mandate.Until is { } until
            ? reader["posts.grantUntil", ("post", post), ("until", reader.ShortDate(until))]
            : reader["posts.grantSitting", ("role", post)];
        return new(words, Origin(mandate, page.BookId, reader));
    }

    /// <summary>What granted a mandate, with its address.</summary>
    public static PageLink Origin(Mandate mandate, string book, Reader reader) => mandate switch
    {
        { Resolution: { } resolution } => new(reader["posts.byResolution", ("number", resolution.Value)], $"/c/{book}/resolutions/{resolution.Value}"),
        { Sitting: { } sitting } => new(reader["posts.bySitting"], $"/c/{book}/assemblies/{sitting.Value}"),
        _ => new(reader["posts.byFounding"]),
    };

    /// <summary>Names of the posts that the visitor holds: what <see cref="GrantFor"/> needs to have been read.</summary>
    public static IEnumerable<Text> PostNames(this Visit visit) => visit.Viewer.Person is not { } person ? [] :
        visit.State.Posts.Live(visit.Now).Where(mandate => mandate.Person == person && mandate.Post is not null)
            .Select(mandate => visit.State.Posts.Posts[mandate.Post!.Value.Value].Terms.Name);

    private static Authority? AuthorityFor(this Visit visit, Act act) =>
        visit.Viewer.Person is { } person ? Authorities.For(act, person, visit.Now, visit.State) : null;
}
