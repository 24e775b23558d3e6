using Autogestion.Documents;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Desk;
using Autogestion.Web;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Assemblies.Record;

/// <summary>Minutes as Akoma Ntoso. People by id unless names are asked for, so that the file can be handed on.</summary>
public sealed class MinutesXmlPage() : AssemblyPage(Audience.Members)
{
    [BindProperty(SupportsGet = true, Name = "names")]
    public string? Names { get; set; }

    protected override IEnumerable<Text?> Texts() => [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await Visit.Desk.ReadAsync(Id, HttpContext.RequestAborted) is not { } record) return NotFound();
        var words = await Web.Words.ReadAsync(Registry.Texts, new(BookId), MinutesWords.Texts(record, Visit), T, HttpContext.RequestAborted);
        var document = new AkomaNtoso(Visit, record, T, words, Names == "yes").Write();
        return Content(document.Declaration + "\n" + document, "application/xml; charset=utf-8");
    }
}
