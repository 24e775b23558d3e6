using Autogestion.Book;
using Autogestion.Domain.Kernel;
using Autogestion.Web;

namespace Autogestion.Pages.Book;

/// <summary>The seal of the whole book to print and keep: whoever has one can tell later whether the book only grew.</summary>
public sealed class CheckpointPage() : RoomPage(Audience.Public)
{
    /// <summary>The signed note, or null where none can be signed and none was kept.</summary>
    public string? Note { get; private set; }

    public Checkpoint? Checkpoint { get; private set; }

    public QrSquares? Squares { get; private set; }

    public string RootHex => Convert.ToHexStringLower(Checkpoint!.Root.ToArray());

    protected override IEnumerable<Text?> Texts() => [];

    // Signed now, if the book lets this node sign and is whole; otherwise the newest that was kept.
    protected override async Task LoadAsync()
    {
        var id = new CollectiveId(BookId);
        var maySign = Visit.Book.Broken is null && Visit.State.Deed.Keys.Contains(Node.Keys.For(id).Verifier.ToString());
        Note = maySign
            ? (await Node.CheckpointAsync(id, HttpContext.RequestAborted)).ToString()
            : await Node.Store.CheckpointsAsync(new(BookId), HttpContext.RequestAborted) is [.., var kept] ? kept.Note : null;
        if (Note is null) return;
        Checkpoint = Checkpoint.Parse(SignedNote.Parse(Note).Text);
        Squares = QrSquares.Of(Note);
    }
}
