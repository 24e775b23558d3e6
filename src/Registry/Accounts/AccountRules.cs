using Microsoft.AspNetCore.Identity;

namespace Autogestion.Registry;

/// <summary>The limits of login names, passwords and languages, in the form in which Identity asks for them; codes only, no values.</summary>
internal sealed class AccountRules : IPasswordValidator<Account>, IUserValidator<Account>
{
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(password switch
        {
            { Length: > InputLimits.PasswordMax } => Failed("PasswordTooLong"),
            not null when string.Equals(password, user.LoginName, StringComparison.OrdinalIgnoreCase) => Failed("PasswordIsLoginName"),
            _ => IdentityResult.Success,
        });

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user)
    {
        try
        {
            user.Language = InputLimits.PageLanguage(user.Language);
            return Task.FromResult(InputLimits.LoginName(user.LoginName) == user.LoginName
                ? IdentityResult.Success
                : Failed("LoginNameNotAllowed"));
        }
        catch (InvalidInputException invalid)
        {
            return Task.FromResult(Failed($"{invalid.Field}{invalid.Rule}"));
        }
    }

    static IdentityResult Failed(string code) => IdentityResult.Failed(new IdentityError { Code = code, Description = code });
}
