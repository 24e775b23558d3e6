using Autogestion.Registry;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.AccountAccess;

/// <summary>Open an account. Anybody can: an account alone has no power anywhere.</summary>
public sealed class StartPage(AccountManager accounts) : DoorPage
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string? login, string? password)
    {
        var account = new Registry.Account { LoginName = (login ?? "").Trim(), Language = T.Language };
        var made = await accounts.CreateAsync(account, password ?? "");
        if (!made.Succeeded)
        {
            Mark(made.Errors.Select(error => error.Code));
            return Again(T["forms.check"]);
        }
        await Doorkeeper.LetInAsync(account, Keep);
        return GoBack();
    }
}
