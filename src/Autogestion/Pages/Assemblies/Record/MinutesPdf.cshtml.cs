using Autogestion.Domain.Kernel;
using Autogestion.Office.Desk;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Assemblies.Record;

/// <summary>Minutes to print for the bound book, or to hear with a screen reader.</summary>
public sealed class MinutesPdfPage() : AssemblyPage(Audience.Members)
{
    protected override IEnumerable<Text?> Texts() => [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await Visit.Desk.ReadAsync(Id, HttpContext.RequestAborted) is not { } record) return NotFound();
        var pdf = await new MinutesSheets(Node, Visit, T, record).PrintAsync($"{Request.Scheme}://{Request.Host}", HttpContext.RequestAborted);
        return File(pdf, "application/pdf", $"{BookId}-{Number}.pdf");
    }
}
