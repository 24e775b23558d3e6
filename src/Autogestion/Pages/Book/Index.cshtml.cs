using Autogestion.Domain.Kernel;
using Autogestion.Look;
using Autogestion.Web;
using Autogestion.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Book;

/// <summary>The book, the newest entries first, in plain words: each viewer sees what is for them, and of the rest its hash.</summary>
public sealed class BookPage() : RoomPage(Audience.Public)
{
    [BindProperty(SupportsGet = true)]
    public long? To { get; set; }

    [BindProperty(SupportsGet = true, Name = "in")]
    public string? InRoom { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Who { get; set; }

    public BookStretch? Stretch { get; private set; }

    public BookFilter Filter => new(
        BookFilter.Rooms.Contains(InRoom) ? InRoom : null, Office.Codec.Catalogue.House.FindEntry(Kind ?? "")?.Name, Who is { } who && Visit.Viewer.IsMember ? new(who) : null);

    /// <summary>The root over all entries, in hexadecimal.</summary>
    public string RootHex => Convert.ToHexStringLower(Visit.Book.Root.ToArray());

    /// <summary>Members take the whole book with its words.</summary>
    public bool MayTakeAll => Visit.Viewer.IsMember;

    public PagesView Pages => new(
        T["page.range", ("from", Stretch!.From), ("to", Stretch.To), ("total", Visit.Book.Position)],
        Stretch.To < Visit.Book.Position ? Href(Filter, Math.Min(Visit.Book.Position, Stretch.To + (Stretch.To - Stretch.From) + 1)) : null,
        Stretch.From > 1 ? Href(Filter, Stretch.From - 1) : null);

    /// <summary>The word of a room, or the stored one where there is no other.</summary>
    public string RoomName(string room) => T.Texts.Has($"book.room.{room}") ? T[$"book.room.{room}"] : room;

    /// <summary>The address of the book looked through in another way.</summary>
    public string Href(BookFilter filter, long? to = null)
    {
        (string Name, string? Value)[] query = [("in", filter.Room), ("kind", filter.Kind), ("who", filter.Person?.ToString()), ("to", to is { } position ? FormattableString.Invariant($"{position}") : null)];
        var said = string.Join('&', query.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
        return said.Length == 0 ? $"/c/{BookId}/book" : $"/c/{BookId}/book?{said}";
    }

    protected override async Task LoadAsync() => Stretch = await BookStretch.ReadAsync(Visit, To, Filter, HttpContext.RequestAborted);

    protected override IEnumerable<Text?> Texts() => EntryWording.Texts(Visit.State, Stretch!.Lines.Where(line => line.Entry is not null).Select(line => line.Entry!.Recorded));
}
