using System.Text;
using Autogestion.Book;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Codec;
using Autogestion.Office.Desk;
using Autogestion.Web;
using Autogestion.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Book;

/// <summary>One entry: what it says, whose authority it cites, its exact bytes, and the proof that it is in the book.</summary>
public sealed class EntryPage() : RoomPage(Audience.Public)
{
    [BindProperty(SupportsGet = true)]
    public long Position { get; set; }

    /// <summary>The entry; null where it is not for the viewer.</summary>
    public ReadEntry? Shown { get; private set; }

    /// <summary>The sealed bytes, exactly.</summary>
    public ReadOnlyMemory<byte> Bytes { get; private set; }

    public string BytesText => Encoding.UTF8.GetString(Bytes.Span);

    public InclusionView? Inclusion { get; private set; }

    public Audience SeenBy => Catalogue.House.Of(Shown!.Entry).Audience;

    /// <summary>The resolution behind the authority cited, where one is.</summary>
    public ResolutionId? GrantedBy => Shown?.Stamp.Authority switch
    {
        Authority.Resolution cited => cited.Id,
        Authority.Mandate cited => Visit.State.Posts.Find(cited.Id)?.Resolution,
        _ => null,
    };

    public IActionResult OnGet() => Position >= 1 && Position <= Visit.Book.Position ? Page() : NotFound();

    protected override async Task LoadAsync()
    {
        if (OnGet() is NotFoundResult) return;
        var book = new BookId(BookId);
        await foreach (var kept in Node.Store.ReadAsync(book, Position - 1, Position, HttpContext.RequestAborted))
        {
            var entry = EntryForm.Open(kept);
            if (Visit.Viewer.Sees(entry)) (Shown, Bytes) = (entry, kept.Bytes);
            Inclusion = await InclusionView.ReadAsync(Node.Store, book, Position, kept.Hash, Visit.Book.Position, Visit.Book.Root, HttpContext.RequestAborted);
        }
    }

    protected override IEnumerable<Text?> Texts() => Shown is { } entry ? EntryWording.Texts(Visit.State, entry.Recorded) : [];
}
