using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Autogestion.Registry;

/// <summary>
/// Identity's manager with two corrections: the time comes from the clock it is given, and failures are counted by the
/// database, so that guesses made at the same moment are all counted.
/// </summary>
public sealed class AccountManager : UserManager<Account>
{
    readonly Accounts _accounts;
    readonly TimeProvider _time;

    public AccountManager(
        IUserStore<Account> store, IOptions<IdentityOptions> optionsAccessor, IPasswordHasher<Account> passwordHasher,
        IEnumerable<IUserValidator<Account>> userValidators, IEnumerable<IPasswordValidator<Account>> passwordValidators,
        ILookupNormalizer keyNormalizer, IdentityErrorDescriber errors, IServiceProvider services,
        ILogger<UserManager<Account>> logger, RegistryDatabase registry)
        : base(store, optionsAccessor, passwordHasher, userValidators, passwordValidators, keyNormalizer, errors, services, logger)
    {
        _accounts = registry.Accounts;
        _time = registry.Time;
    }

    public override Task<bool> IsLockedOutAsync(Account user) =>
        Task.FromResult(user.LockoutEnabled && user.LockoutEnd >= _time.Now());

    public override async Task<IdentityResult> AccessFailedAsync(Account user)
    {
        var until = _time.Now() + Duration.FromTimeSpan(Options.Lockout.DefaultLockoutTimeSpan);
        var count = await _accounts.CountFailureAsync(user.Id, Options.Lockout.MaxFailedAccessAttempts, until, CancellationToken);
        if (count is null)
            return IdentityResult.Failed(ErrorDescriber.ConcurrencyFailure());
        user.AccessFailedCount = (int)count.Count;
        user.LockoutEnd = Clock.FromStored(count.LockoutEnd);
        return IdentityResult.Success;
    }
}
