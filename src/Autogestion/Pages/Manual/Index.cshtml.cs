using Autogestion.Look;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Autogestion.Pages.Manual;

/// <summary>A chapter of the manual, in the reader's language.</summary>
public sealed class ManualPage(Reader reader) : PageModel
{
    public Chapter Chapter { get; private set; } = null!;

    public IActionResult OnGet(string? chapter)
    {
        if (ManualShelf.Find(reader.Language, chapter ?? ManualShelf.First) is not { } found) return NotFound();
        Chapter = found;
        return Page();
    }
}
