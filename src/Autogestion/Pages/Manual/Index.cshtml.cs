using Autogestion.Look;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Autogestion.Pages.Manual;

/// <summary>A chapter of the manual, in the reader's language.</summary>
public sealed class ManualPage(Reader reader) : PageModel
{
    public Chapter Chapter { get; private set; } = null!;

    /// <summary>The list of chapters, on the first page only.</summary>
    public IReadOnlyList<Chapter> Chapters { get; private set; } = [];

    public IActionResult OnGet(string? chapter)
    {
        if (ManualShelf.Find(reader.Language, chapter ?? ManualShelf.First) is not { } found) return NotFound();
        Chapter = found;
        if (found.Name == ManualShelf.First) Chapters = ManualShelf.Of(reader.Language);
        return Page();
    }
}
