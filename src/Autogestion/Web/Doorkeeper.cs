using Autogestion.Look;
using Autogestion.Registry;
using Microsoft.AspNetCore.Identity;

namespace Autogestion.Web;

/// <summary>
/// Lets people in. A wrong name, a wrong password and a locked account get the same answer after the same work, so that nobody
/// learns by trying who has an account here.
/// </summary>
public sealed class Doorkeeper(AccountManager accounts, SignInManager<Account> signIn, IHttpContextAccessor http)
{
    private static readonly Account Nobody = new() { LoginName = "nobody" };
    private static readonly string NobodysHash = new PasswordHasher<Account>().HashPassword(Nobody, Guid.NewGuid().ToString());

    /// <summary>The account with this name and password, or null; a wrong password counts towards the lockout.</summary>
    public async Task<Account?> RecogniseAsync(string? login, string? password)
    {
        var given = password is { Length: <= InputLimits.PasswordMax } ? password : "";
        var account = login is { Length: <= InputLimits.LoginMax } ? await FindAsync(login) : null;
        if (account?.PasswordHash is null)
        {
            accounts.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash, given);
            return null;
        }
        var right = await accounts.CheckPasswordAsync(account, given);
        if (await accounts.IsLockedOutAsync(account)) return null;
        if (right)
        {
            await accounts.ResetAccessFailedCountAsync(account);
            return account;
        }
        await accounts.AccessFailedAsync(account);
        return null;
    }

    /// <summary>Begins a session, and speaks the account's language from here on.</summary>
    /// <param name="keep">On a device of one's own: until it is not used for <see cref="Sessions.Lasts"/>; else until the browser is closed.</param>
    public async Task LetInAsync(Account account, bool keep)
    {
        await signIn.SignInAsync(account, keep);
        Language.Remember(http.HttpContext!, account.Language);
    }

    private async Task<Account?> FindAsync(string login)
    {
        try
        {
            return await accounts.FindByNameAsync(InputLimits.LoginName(login));
        }
        catch (InvalidInputException)
        {
            return null;
        }
    }
}
