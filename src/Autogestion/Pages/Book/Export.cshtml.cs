using Autogestion.Domain.Kernel;
using Autogestion.Office.Desk;
using Autogestion.Web;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Book;

/// <summary>The book as one file that verifies on its own: public entries for anybody, the whole with its words for members.</summary>
public sealed class ExportPage() : RoomPage(Audience.Public)
{
    [BindProperty(SupportsGet = true, Name = "audience")]
    public string? Asked { get; set; }

    protected override IEnumerable<Text?> Texts() => [];

    public async Task<IActionResult> OnGetAsync()
    {
        var audience = Asked == EntryForm.AudienceName(Audience.Public) ? Audience.Public : Audience.Members;
        if (!Visit.Viewer.IsOf(audience)) return StatusCode(StatusCodes.Status403Forbidden);
        Response.ContentType = "application/octet-stream";
        Response.Headers.ContentDisposition = $"attachment; filename=\"{BookId}-{Visit.Book.Position}-{EntryForm.AudienceName(audience)}.libro\"";
        HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await Node.WriteAsync(new(BookId), audience, Response.Body, HttpContext.RequestAborted);
        return new EmptyResult();
    }
}
