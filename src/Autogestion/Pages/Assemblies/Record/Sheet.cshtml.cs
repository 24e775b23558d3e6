using Autogestion.Documents;
using Autogestion.Domain.Kernel;
using Autogestion.Registry;
using Autogestion.Web;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Assemblies.Record;

/// <summary>
/// Whether a sheet on the wall stands in the book: anybody with its code may ask. The page says what was found and what that
/// proves; whoever holds the words may have them compared, and gets a yes or a no.
/// </summary>
public sealed class SheetPage() : RoomPage(Audience.Public)
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public long? Position { get; set; }

    [BindProperty(SupportsGet = true, Name = "f")]
    public int? Folio { get; set; }

    [BindProperty(SupportsGet = true, Name = "h")]
    public string? Hash { get; set; }

    [BindProperty(SupportsGet = true, Name = "s")]
    public long? Size { get; set; }

    [BindProperty(SupportsGet = true, Name = "r")]
    public string? Root { get; set; }

    [BindProperty(Name = "words")]
    public string? Copied { get; set; }

    /// <summary>What the book answers; null while nothing was asked.</summary>
    public SheetProof? Proof { get; private set; }

    /// <summary>Whether the words that were typed are those on the folio; null while none were.</summary>
    public bool? SameWords { get; private set; }

    /// <summary>The words of the folio, for members.</summary>
    public ImmutableArray<Block> Blocks => Visit.Viewer.IsMember && Proof is { SameHash: true, Sheet: { } sheet } ? SheetText.Read(Words[sheet]) : [];

    protected override IEnumerable<Text?> Texts() => [Proof?.Sheet, Proof?.Found is { } found ? AssemblyWords.NameOf(found.Body, Visit) : null];

    protected override async Task LoadAsync()
    {
        if (Position is not { } position || Folio is not { } folio) return;
        Proof ??= await SheetProof.LookUpAsync(Visit, Node.Store, position, folio, Hash, Size, Root, HttpContext.RequestAborted);
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (Proof is { SameHash: true, Sheet: { } sheet })
            SameWords = await Registry.Texts.ReadAsync(new(BookId), sheet.Id, HttpContext.RequestAborted) is TextReading.Legible legible && SheetText.SameWords(legible.Words, Copied ?? "");
        return Page();
    }
}
