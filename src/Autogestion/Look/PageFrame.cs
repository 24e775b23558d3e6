// What the layout needs to know around a page: whose page it is, who reads it, where in the book it was read.

using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Autogestion.Look;

/// <summary>Everything around the content of a page. A page without one (first run, an error) still has a head and a foot.</summary>
public sealed record PageFrame
{
    /// <summary>Title of the page; <c>ViewData["Title"]</c> says it too and wins.</summary>
    public string? Title { get; init; }

    /// <summary>The collective, when the page belongs to one.</summary>
    public CollectiveHead? Collective { get; init; }

    /// <summary>The room that the page stands in; <c>ViewData["Room"]</c> says it too and wins.</summary>
    public Room? Room { get; init; }

    /// <summary>The person reading, when known.</summary>
    public PersonHead? Person { get; init; }

    /// <summary>Present on every page of an example node, and nowhere else.</summary>
    public ExampleBar? Example { get; init; }

    /// <summary>Up to where the book had been read when the page was made.</summary>
    public ReadAt? ReadAt { get; init; }

    /// <summary>What time it is on the node: an example lives in the time of its story. Null for the machine's own time.</summary>
    public Instant? Now { get; init; }

    /// <summary>The first position that is not whole, when the book takes no more entries.</summary>
    public long? StoppedAt { get; init; }

    /// <summary>Address of the server-sent events that keep the page's <c>data-live</c> parts fresh.</summary>
    public string? LiveSource { get; init; }
}

/// <summary>A collective as the head of its pages shows it.</summary>
/// <param name="Book">Id used in addresses: <c>/c/{book}</c>.</param>
/// <param name="Name">Its name, set like a poster.</param>
/// <param name="Place">Its seat.</param>
/// <param name="MemberCount">How many members it has.</param>
public sealed record CollectiveHead(string Book, string Name, string? Place = null, int? MemberCount = null);

/// <summary>A person as the head shows them: name, what they are there, and their own page.</summary>
public sealed record PersonHead(string Name, string? Detail = null, string? Href = null);

/// <summary>The bar of an example node: who one is, and whom one can be with one tap.</summary>
/// <param name="Being">Who the visitor is now; none while only looking.</param>
/// <param name="People">A handful of people to be.</param>
/// <param name="PostTo">Receives the chosen id in the field <c>person</c>.</param>
/// <param name="MoreHref">A page with everybody.</param>
public sealed record ExampleBar(PersonHead? Being, IReadOnlyList<ExamplePerson> People, string PostTo = "/example/be", string? MoreHref = null);

/// <summary>A person whom the visitor of an example node can be.</summary>
public sealed record ExamplePerson(string Id, string Name, string? Detail = null);

/// <summary>The position a page was read at, and the root hash that binds everything up to it.</summary>
/// <param name="Position">Position in the book.</param>
/// <param name="Seal">The root in hexadecimal, 64 digits.</param>
/// <param name="VerifyHref">Where the seal can be checked.</param>
public sealed record ReadAt(long Position, string Seal, string? VerifyHref = null)
{
    /// <summary>First and last four digits, as people read them to each other.</summary>
    public string Brief => Seal.Length > 8 ? $"{Seal[..4]}…{Seal[^4..]}" : Seal;
}

/// <summary>How pages hand their frame to the layout.</summary>
public static class Frames
{
    const string Key = "Frame";

    /// <summary>Sets the frame; usually done once by the base of all pages of a collective.</summary>
    public static void SetFrame(this ViewDataDictionary data, PageFrame frame) => data[Key] = frame;

    /// <summary>The frame, completed by the page's own <c>Title</c> and <c>Room</c>.</summary>
    public static PageFrame Frame(this ViewDataDictionary data)
    {
        var frame = data[Key] as PageFrame ?? new PageFrame();
        return frame with
        {
            Title = data["Title"] as string ?? frame.Title,
            Room = data["Room"] as Room? ?? frame.Room,
        };
    }
}
