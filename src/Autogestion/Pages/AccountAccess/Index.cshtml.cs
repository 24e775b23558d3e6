using System.Buffers.Text;
using Autogestion.Domain.Kernel;
using Autogestion.Look;
using Autogestion.Office.Desk;
using Autogestion.Registry;
using Autogestion.Web;
using Autogestion.Wording;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Autogestion.Pages.AccountAccess;

/// <summary>A collective that the account belongs to, and as what.</summary>
public sealed record AccountPlace(string Book, string Name, string As);

/// <summary>A passkey of the account.</summary>
/// <param name="Id">Credential id, base64url.</param>
public sealed record AccountPasskey(string Id, string Name, LocalDate Made);

/// <summary>My account: where I belong, my language, my passkeys, my password, and the way out.</summary>
[Authorize]
public sealed class AccountPage(AccountManager accounts, SignInManager<Registry.Account> signIn, Node node) : DoorPage
{
    private Registry.Account account = null!;

    public string Login => account.LoginName;

    public string AccountLanguage => account.Language;

    public IReadOnlyList<AccountPlace> Collectives { get; private set; } = [];

    /// <summary>Collectives in which somebody proposed a new way in for this person.</summary>
    public IReadOnlyList<AccountPlace> Recoveries { get; private set; } = [];

    public IReadOnlyList<AccountPasskey> Passkeys { get; private set; } = [];

    public IEnumerable<(string Value, string Words)> LanguageOptions => Look.Texts.Languages.Select(language => (language, Look.Texts.For(language)["program.language"]));

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        // An invented person of an example node is signed in without an account.
        if (await accounts.GetUserAsync(User) is not { } found)
        {
            context.Result = LocalRedirect("/");
            return;
        }
        account = found;
        if (await next() is { Result: null or Microsoft.AspNetCore.Mvc.RazorPages.PageResult }) await ReadAsync();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostLanguageAsync(string? language)
    {
        account.Language = language is not null && InputLimits.PageLanguages.Contains(language) ? language : account.Language;
        await accounts.UpdateAsync(account);
        Language.Remember(HttpContext, account.Language);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostSignOutAsync()
    {
        await signIn.SignOutAsync();
        return LocalRedirect("/");
    }

    public async Task<IActionResult> OnPostSignOutEverywhereAsync()
    {
        await Registry.Accounts.SignOutEverywhereAsync(account.Id);
        await signIn.SignOutAsync();
        return LocalRedirect("/");
    }

    public async Task<IActionResult> OnPostPasswordAsync(string? current, string? password)
    {
        if (await Doorkeeper.RecogniseAsync(account.LoginName, current) is not { } recognised)
        {
            ModelState.AddModelError("current", T["account.passwordWrong"]);
            return Again(T["forms.check"]);
        }
        account = recognised;
        var changed = await accounts.ChangePasswordAsync(account, current!, password ?? "");
        if (!changed.Succeeded)
        {
            Mark(changed.Errors.Select(error => error.Code));
            return Again(T["forms.check"]);
        }
        await signIn.RefreshSignInAsync(account);
        TempData.Tell(T["account.passwordChanged"]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await signIn.MakePasskeyCreationOptionsAsync(new()
    {
        Id = account.Id.ToString(),
        Name = account.LoginName,
        DisplayName = account.LoginName,
    }), "application/json");

    public async Task<IActionResult> OnPostAddPasskeyAsync(string? credential, string? name)
    {
        var attestation = await AccountAccess.Passkeys.AttestAsync(signIn, credential);
        if (attestation is not { Succeeded: true, Passkey: { } passkey, UserEntity: { } entity } || entity.Id != account.Id.ToString()) return Again(T["account.passkeyNotAdded"]);
        passkey.Name = NameOf(name);
        await accounts.AddOrUpdatePasskeyAsync(account, passkey);
        TempData.Tell(T["account.passkeyAdded"]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRemovePasskeyAsync(string? id)
    {
        if (id is not null && Base64Url.IsValid(id)) await accounts.RemovePasskeyAsync(account, Base64Url.DecodeFromChars(id));
        return RedirectToPage();
    }

    private string NameOf(string? typed)
    {
        try
        {
            return InputLimits.PasskeyName(typed) ?? T["account.passkeyUnnamed"];
        }
        catch (InvalidInputException)
        {
            return T["account.passkeyUnnamed"];
        }
    }

    private async Task ReadAsync()
    {
        var now = Instant.FromDateTimeOffset(node.Clock.GetUtcNow());
        var places = (await Registry.Persons.OfAccountAsync(account.Id))
            .Select(membership => (membership.Person, node.Find(membership.Collective)?.Current))
            .Where(place => place.Current is not null)
            .Select(place => (place.Person, Book: place.Current!))
            .ToList();
        Collectives = [.. places.Select(place => Place(place.Person, place.Book, now))];
        Recoveries = [.. places.Where(place => place.Book.State.Roster.Recoveries.ContainsKey(place.Person)).Select(place => Place(place.Person, place.Book, now))];
        Passkeys = [.. (await accounts.GetPasskeysAsync(account)).Select(passkey => new AccountPasskey(
            Base64Url.EncodeToString(passkey.CredentialId),
            passkey.Name ?? T["account.passkeyUnnamed"],
            Instant.FromDateTimeOffset(passkey.CreatedAt).InZone(T.Zone).Date))];
    }

    private AccountPlace Place(PersonId person, BookSnapshot book, Instant now) =>
        new(book.Id.Value, book.State.Deed.Name, book.State.Roster.StandingOf(person, now) is { } standing ? T.Name(standing) : "");
}
