using Autogestion.Look;
using Autogestion.Office.Desk;
using Autogestion.Registry;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.AccountAccess;

/// <summary>Get back into an account with a code that two people of the collective stand for. The server's keeper has no other way either.</summary>
public sealed class RecoverPage(Node node, Redemptions redemptions) : DoorPage
{
    [BindProperty(SupportsGet = true, Name = "code")]
    public string? Code { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string? password)
    {
        var redeemed = await redemptions.RecoverAsync(Code ?? "", password ?? "", HttpContext.RequestAborted);
        if (redeemed.Account is { } account)
        {
            await Doorkeeper.LetInAsync(account, keep: false);
            foreach (var membership in await Registry.Persons.OfAccountAsync(account.Id)) await node.UsedAsync(membership.Collective, membership.Person);
            TempData.Tell(T["account.recovered", ("login", account.LoginName)]);
            return RedirectToPage("/AccountAccess/Index");
        }
        Mark(redeemed.Errors);
        return Again(redeemed.Outcome == CodeOutcome.NotAllowed ? T["forms.check"] : T[$"account.code.{redeemed.Outcome}"]);
    }
}
