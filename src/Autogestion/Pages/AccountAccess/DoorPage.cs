using Autogestion.Look;
using Autogestion.Registry;
using Autogestion.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Autogestion.Pages.AccountAccess;

/// <summary>A page about one's account, which belongs to no collective: where to go afterwards, and what was typed wrongly.</summary>
public abstract class DoorPage : PageModel
{
    /// <summary>Where to go afterwards, within this node.</summary>
    [BindProperty(SupportsGet = true, Name = "back")]
    public string? Back { get; set; }

    /// <summary>A session that lasts on this device, not only until the browser is closed.</summary>
    [BindProperty(Name = "keep")]
    public bool Keep { get; set; }

    /// <summary>What is said above the form when it could not be done.</summary>
    public string? No { get; protected set; }

    protected Reader T => HttpContext.RequestServices.GetRequiredService<Reader>();

    protected RegistryDatabase Registry => HttpContext.RequestServices.GetRequiredService<RegistryDatabase>();

    protected Doorkeeper Doorkeeper => HttpContext.RequestServices.GetRequiredService<Doorkeeper>();

    protected IActionResult GoBack() => Url.IsLocalUrl(Back) ? LocalRedirect(Back!) : RedirectToPage("/AccountAccess/Index");

    /// <summary>Shows the page again, with what was wrong.</summary>
    protected IActionResult Again(string? no = null, int status = StatusCodes.Status400BadRequest)
    {
        No = no;
        Response.StatusCode = status;
        return Page();
    }

    /// <summary>Puts the codes of what Identity and the registry do not allow beside their fields.</summary>
    protected void Mark(IEnumerable<string> errors)
    {
        foreach (var error in errors.Distinct())
            ModelState.AddModelError(error.StartsWith("Password", StringComparison.Ordinal) ? "password" : "login", T[$"account.error.{error}", ("least", InputLimits.PasswordMin), ("most", InputLimits.PasswordMax)]);
    }
}
