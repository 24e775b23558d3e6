using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Autogestion.Registry;

/// <summary>Wires the registry and ASP.NET Core Identity into a program. There are no roles and no claims of power: power comes only from the book.</summary>
public static class RegistryServices
{
    public const int LockoutTries = 5;
    public static readonly TimeSpan LockoutTime = TimeSpan.FromMinutes(5);

    /// <summary>The longest that a session outlives its account's security stamp.</summary>
    public static readonly TimeSpan StampChecked = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Adds the registry's concerns, Identity with passkeys, and the keys of sessions kept in the registry. The program itself
    /// chooses how sessions travel (cookies) and under which domain passkeys are valid.
    /// </summary>
    public static IServiceCollection AddRegistry(this IServiceCollection services, RegistryDatabase registry)
    {
        services.AddSingleton(registry);
        services.TryAddSingleton(registry.Time);
        services.AddSingleton(registry.Accounts);
        services.AddSingleton(registry.Persons);
        services.AddSingleton(registry.Invitations);
        services.AddSingleton(registry.Texts);
        services.AddSingleton(registry.Passkeys);
        services.AddScoped<IUserStore<Account>, AccountStore>();
        services.AddScoped<Redemptions>();
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = StampChecked);
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "preferred";
        });
        services.AddDataProtection().SetApplicationName("autogestion");
        services.Configure<KeyManagementOptions>(options =>
        {
            options.XmlRepository = registry.SessionKeys;
            options.XmlEncryptor = registry.SessionKeySeal;
        });
        services.AddIdentityCore<Account>(Choose)
            .AddUserManager<AccountManager>()
            .AddUserValidator<AccountRules>()
            .AddPasswordValidator<AccountRules>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        return services;
    }

    static void Choose(IdentityOptions options)
    {
        options.Password.RequiredLength = InputLimits.PasswordMin;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        options.Password.RequiredUniqueChars = 1;
        options.Lockout.MaxFailedAccessAttempts = LockoutTries;
        options.Lockout.DefaultLockoutTimeSpan = LockoutTime;
        options.Lockout.AllowedForNewUsers = true;
        options.User.AllowedUserNameCharacters = "";
    }
}
