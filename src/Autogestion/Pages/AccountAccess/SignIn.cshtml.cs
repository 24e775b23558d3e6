using Autogestion.Registry;
using Autogestion.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.AccountAccess;

/// <summary>Come in: with name and password, or with a passkey of this device.</summary>
public sealed class SignInPage(SignInManager<Registry.Account> signIn, AccountManager accounts) : DoorPage
{
    /// <summary>The way back, to be handed on to the other doors.</summary>
    public string BackQuery => Back is null ? "" : "?back=" + Uri.EscapeDataString(Back);

    /// <summary>Nobody needs an account on an example node.</summary>
    public bool IsExample => HttpContext.RequestServices.GetRequiredService<Example>().IsOn;

    public async Task<IActionResult> OnGetAsync()
    {
        if (signIn.IsSignedIn(User)) return GoBack();
        await FrameExampleAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? login, string? password)
    {
        if (await Doorkeeper.RecogniseAsync(login, password) is not { } account)
        {
            return Again(T["account.signInNo", ("tries", RegistryServices.LockoutTries), ("minutes", (int)RegistryServices.LockoutTime.TotalMinutes)]);
        }
        await Doorkeeper.LetInAsync(account, Keep);
        return GoBack();
    }

    /// <summary>What the browser needs to ask the device for a passkey; it names no account.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync() =>
        Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential)
    {
        var assertion = await Passkeys.AssertAsync(signIn, credential);
        if (assertion is not { Succeeded: true, User: { } account, Passkey: { } passkey }) return Again(T["account.passkeyNo"]);
        await accounts.AddOrUpdatePasskeyAsync(account, passkey);
        await Doorkeeper.LetInAsync(account, Keep);
        return GoBack();
    }

    // On an example node nobody has a password: the bar over the collective's page offers whom to be.
    private async Task FrameExampleAsync()
    {
        var services = HttpContext.RequestServices;
        if (!IsExample || Back?.Split('/', '?') is not ["", "c", var book, ..]) return;
        if (await services.GetRequiredService<Visits>().ToAsync(book) is { } visit)
            Autogestion.Look.Frames.SetFrame(ViewData, services.GetRequiredService<Framing>().Of(visit));
    }
}
