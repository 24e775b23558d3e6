using Autogestion.Api;
using Autogestion.Look;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Autogestion.Pages.Error;

/// <summary>What is said when an answer is no page: not found, not yours, too much, or a fault of the machine.</summary>
[IgnoreAntiforgeryToken, ResponseCache(NoStore = true)]
public sealed class ErrorPage : PageModel
{
    /// <summary>First part of the texts' keys.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>The number of a fault, to be found in the log.</summary>
    public string? Number { get; private set; }

    /// <summary>The address that was asked for.</summary>
    public string? Asked { get; private set; }

    /// <summary>The book in that address.</summary>
    public string? Collective { get; private set; }

    public bool OffersSignIn { get; private set; }

    // Whatever the method, it is the same page.
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Say(context);

    private void Say(PageHandlerExecutingContext context)
    {
        var again = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        var fault = HttpContext.Features.Get<IExceptionHandlerPathFeature>();
        var known = again is not null || fault is not null;
        var status = !known ? StatusCodes.Status404NotFound
            : fault is not null ? Response.StatusCode
            : int.Parse((string)RouteData.Values["status"]!, System.Globalization.CultureInfo.InvariantCulture);
        Response.StatusCode = status;
        var path = fault?.Path ?? again?.OriginalPath ?? "/";
        if (Problems.SpeaksJson(path))
        {
            context.Result = Problems.Plain(status, HttpContext.RequestServices.GetRequiredService<Reader>(), HttpContext.TraceIdentifier);
            return;
        }
        Kind = KindOf(status);
        Asked = path + again?.OriginalQueryString;
        Collective = path.Split('/') is ["", "c", var book, ..] && Autogestion.Book.BookId.IsValid(book) && path != $"/c/{book}" ? book : null;
        Number = status >= StatusCodes.Status500InternalServerError ? HttpContext.TraceIdentifier : null;
        OffersSignIn = status == StatusCodes.Status403Forbidden && User.Identity is not { IsAuthenticated: true };
    }

    /// <summary>The kind of page for a status.</summary>
    public static string KindOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => "notYours",
        StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed or StatusCodes.Status410Gone => "notFound",
        StatusCodes.Status413PayloadTooLarge => "tooLarge",
        StatusCodes.Status429TooManyRequests => "tooOften",
        >= 400 and < 500 => "notUnderstood",
        _ => "trouble",
    };
}
