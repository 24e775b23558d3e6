using Autogestion.Domain.Kernel;
using Autogestion.Office.Codec;
using Autogestion.Office.Desk;
using Autogestion.Web;

namespace Autogestion.Pages.Book;

/// <summary>What to look for in a stretch of the book.</summary>
/// <param name="Room">First word of the stored name: <c>assembly</c>, <c>post</c>…</param>
/// <param name="Kind">The whole stored name.</param>
/// <param name="Person">Somebody who acted or is named.</param>
public sealed record BookFilter(string? Room, string? Kind, PersonId? Person)
{
    public bool IsEmpty => Room is null && Kind is null && Person is null;

    public bool Takes(ReadEntry entry) =>
        (Room is null || RoomOf(entry.Envelope.Kind) == Room)
        && (Kind is null || entry.Envelope.Kind == Kind)
        && (Person is null || entry.Stamp.Actor == Person || Named(entry.Entry).Contains(Person.Value));

    /// <summary>The room of a kind: the first word of its stored name.</summary>
    public static string RoomOf(string kind) => kind[..kind.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>Every room that has kinds of entry, in the order of the catalogue.</summary>
    public static IReadOnlyList<string> Rooms { get; } = [.. Catalogue.House.Entries.Select(kind => RoomOf(kind.Name)).Distinct()];

    /// <summary>The people whom an entry names.</summary>
    public static IEnumerable<PersonId> Named(Entry entry) =>
        entry.GetType().GetProperties().Where(property => property.PropertyType == typeof(PersonId)).Select(property => (PersonId)property.GetValue(entry)!);
}

/// <summary>One line of the book as a viewer sees it.</summary>
/// <param name="Entry">Null where it is not for the viewer: then there is nothing but its place and its hash.</param>
public sealed record BookLine(long Position, string Hash, ReadEntry? Entry);

/// <summary>
/// A stretch of the book, the newest first. Never more than a stretch is read, whatever is looked for: a filter shows what
/// there is of it between two positions, and says which.
/// </summary>
/// <param name="From">The oldest position of the stretch.</param>
/// <param name="To">The newest.</param>
/// <param name="Sealed">How many in it are not for the viewer.</param>
public sealed record BookStretch(long From, long To, ImmutableArray<BookLine> Lines, int Sealed)
{
    /// <summary>Positions in one stretch, and in one where something is looked for.</summary>
    public const int Short = 50, Long = 1000;

    /// <summary>Reads the stretch that ends at a position.</summary>
    public static async Task<BookStretch> ReadAsync(Visit visit, long? upTo, BookFilter filter, CancellationToken cancellation)
    {
        var to = Math.Clamp(upTo ?? visit.Book.Position, 1, visit.Book.Position);
        var from = Math.Max(1, to - (filter.IsEmpty ? Short : Long) + 1);
        var (lines, hidden) = (new List<BookLine>(), 0);
        await foreach (var entry in visit.Desk.ReadAsync(from - 1, to, cancellation))
        {
            var seen = visit.Viewer.Sees(entry);
            if (!seen) hidden++;
            // What is sealed matches no filter: even its kind is not for the viewer.
            if (seen ? filter.Takes(entry) : filter.IsEmpty) lines.Add(new(entry.Position, Convert.ToHexStringLower(entry.Hash.ToArray()), seen ? entry : null));
        }
        lines.Reverse();
        return new(from, to, [.. lines], hidden);
    }
}
