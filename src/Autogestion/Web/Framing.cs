using Autogestion.Look;

namespace Autogestion.Web;

/// <summary>What stands around every page of a collective: its name, who looks, and the position and seal it was read at.</summary>
public sealed class Framing(Example example)
{
    /// <summary>The frame of a visit.</summary>
    public PageFrame Of(Visit visit)
    {
        var book = visit.Book.Id.Value;
        return new()
        {
            Collective = new(book, visit.State.Deed.Name, visit.State.Deed.Place, visit.State.Roster.Voters(visit.Now).Length),
            Person = visit.Viewer.Person is { } person ? new(visit.NameOf(person), Href: $"/c/{book}/members/{person}") : null,
            Example = example.Bar(visit),
            StoppedAt = visit.Book.Broken?.Position,
            Now = visit.Now,
            ReadAt = new(visit.Book.Position, Convert.ToHexStringLower(visit.Book.Root.ToArray()), $"/c/{book}/book"),
        };
    }
}

/// <summary>Whether this is an example node, where a visitor may be anybody; never true outside one.</summary>
public sealed record Example(bool IsOn)
{
    private const int Handful = 6;

    /// <summary>The bar that says who one is being.</summary>
    public ExampleBar? Bar(Visit visit)
    {
        if (!IsOn) return null;
        var roster = visit.State.Roster;
        var holders = visit.State.Posts.Live(visit.Now).Select(mandate => mandate.Person);
        var people = holders.Concat(roster.Voters(visit.Now)).Distinct().Take(Handful)
            .Select(person => new ExamplePerson($"{visit.Book.Id}/{person}", visit.NameOf(person)));
        return new(visit.Viewer.Person is { } being ? new(visit.NameOf(being)) : null, [.. people], MoreHref: $"/c/{visit.Book.Id}/members");
    }
}
