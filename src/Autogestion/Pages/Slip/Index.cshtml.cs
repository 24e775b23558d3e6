using Autogestion.Book;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Desk;
using Autogestion.Web;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Slip;

/// <summary>A signed slip of a refusal: to be printed by whoever was refused, and checked by anybody it is shown to.</summary>
public sealed class SlipPage() : RoomPage(Audience.Public)
{
    private const int Longest = 4_000;

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>What the slip says, if a key of this book signed it.</summary>
    public RefusalSlip? Slip { get; private set; }

    public bool Asked { get; private set; }

    protected override IEnumerable<Text?> Texts() => [];

    public void OnGet()
    {
    }

    public IActionResult OnPost()
    {
        Asked = true;
        if (Note is { Length: > 0 and <= Longest }) Slip = RefusalSlip.Read(Note, Visit.State.Deed.Keys.Select(NoteVerifier.Parse));
        if (Slip is { } found && found.Collective != new CollectiveId(BookId)) Slip = null;
        return Page();
    }
}
