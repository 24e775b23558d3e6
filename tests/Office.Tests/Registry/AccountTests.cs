using Autogestion.Registry;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Autogestion.Office.Tests.Registry;

public sealed class AccountTests
{
    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task An_account_comes_back_as_it_was_saved(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        var account = await world.NewAccountAsync("José.Q");
        var found = await world.WithManagerAsync(manager => manager.FindByNameAsync("josé.q"));
        Assert.NotNull(found);
        Assert.Equivalent(account, found);
        Assert.Equal(world.Clock.Now, found.CreatedAt);
        Assert.Equal("José.Q", found.LoginName);
        Assert.Null(found.OwnPhoneVoteFrom);
        Assert.True(await world.WithManagerAsync(manager => manager.CheckPasswordAsync(found, World.Password)));
        Assert.False(await world.WithManagerAsync(manager => manager.CheckPasswordAsync(found, World.Password + ".")));
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task A_login_name_is_taken_once_whatever_its_case(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        await world.NewAccountAsync("rosa.q");
        var second = await world.WithManagerAsync(manager => manager.CreateAsync(new Account { LoginName = "ROSA.Q" }, World.Password));
        Assert.Equal(["DuplicateUserName"], second.Errors.Select(error => error.Code));
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task Two_accounts_created_at_once_with_one_name_become_one(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            world.WithManagerAsync(manager => manager.CreateAsync(new Account { LoginName = "rosa.q" }, World.Password))));
        Assert.Single(results, result => result.Succeeded);
        Assert.Equal(1, Assert.Single(await world.PeekAsync<long>("SELECT COUNT(*) FROM registry_account")));
    }

    [Theory]
    [InlineData("ab", World.Password, "LoginNameTooShort")]
    [InlineData("rosa q", World.Password, "LoginNameNotAllowedCharacters")]
    [InlineData(" rosa", World.Password, "LoginNameNotAllowed")]
    [InlineData("rosa.q", "nine char", "PasswordTooShort")]
    [InlineData("rosa.quiroga", "ROSA.quiroga", "PasswordIsLoginName")]
    public async Task What_is_outside_the_limits_is_refused(string loginName, string password, string expected)
    {
        await using var world = await World.OpenAsync(Backend.Sqlite);
        var result = await world.WithManagerAsync(manager => manager.CreateAsync(new Account { LoginName = loginName }, password));
        Assert.Equal([expected], result.Errors.Select(error => error.Code));
    }

    [Fact]
    public async Task Upper_limits_are_refused_and_simple_long_passwords_are_not()
    {
        await using var world = await World.OpenAsync(Backend.Sqlite);
        Task<IdentityResult> Create(string loginName, string password, string language = "es") => world.WithManagerAsync(manager =>
            manager.CreateAsync(new Account { LoginName = loginName, Language = language }, password));
        Assert.False((await Create(new string('a', 65), World.Password)).Succeeded);
        Assert.False((await Create("largo", new string('a', 257))).Succeeded);
        Assert.False((await Create("rosa.q", World.Password, "fr")).Succeeded);
        Assert.True((await Create(new string('a', 64), "aaaaaaaaaa")).Succeeded);
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task Saving_on_top_of_a_newer_saving_is_refused(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        var mine = await world.NewAccountAsync();
        var theirs = (await world.Registry.Accounts.FindAsync(mine.Id))!;
        theirs.Language = "en";
        Assert.True((await world.WithManagerAsync(manager => manager.UpdateAsync(theirs))).Succeeded);
        var late = await world.WithManagerAsync(manager => manager.ChangePasswordAsync(mine, World.Password, "otra clave larga"));
        Assert.Equal(["ConcurrencyFailure"], late.Errors.Select(error => error.Code));
        var kept = (await world.Registry.Accounts.FindAsync(mine.Id))!;
        Assert.Equal("en", kept.Language);
        Assert.True(await world.WithManagerAsync(manager => manager.CheckPasswordAsync(kept, World.Password)));
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task Five_wrong_passwords_lock_for_five_minutes(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        var account = await world.NewAccountAsync();
        for (var i = 0; i < 4; i++)
            Assert.False((await TryAsync(world, account.Id, "equivocada")).IsLockedOut);
        Assert.True((await TryAsync(world, account.Id, "equivocada")).IsLockedOut);
        Assert.True((await TryAsync(world, account.Id, World.Password)).IsLockedOut);
        world.Clock.Pass(Duration.FromMinutes(5));
        Assert.True((await TryAsync(world, account.Id, World.Password)).IsLockedOut);
        world.Clock.Pass(Duration.FromMilliseconds(1));
        Assert.True((await TryAsync(world, account.Id, World.Password)).Succeeded);
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task A_right_password_forgets_the_wrong_ones_before_it(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        var account = await world.NewAccountAsync();
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < 4; i++)
                await TryAsync(world, account.Id, "equivocada");
            Assert.True((await TryAsync(world, account.Id, World.Password)).Succeeded);
        }
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task Wrong_passwords_at_the_same_moment_are_all_counted(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        var account = await world.NewAccountAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            var copy = (await world.Registry.Accounts.FindAsync(account.Id))!;
            return await world.WithManagerAsync(manager => manager.AccessFailedAsync(copy));
        }));
        Assert.Equal(4, (await world.Registry.Accounts.FindAsync(account.Id))!.AccessFailedCount);
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task Signing_out_everywhere_ends_older_sessions(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        var account = await world.NewAccountAsync();
        var session = await world.RequestAsync(services => services.GetRequiredService<SignInManager<Account>>().CreateUserPrincipalAsync(account));
        Task<Account?> Validate() => world.RequestAsync(services => services.GetRequiredService<SignInManager<Account>>().ValidateSecurityStampAsync(session));
        Assert.NotNull(await Validate());
        await world.Registry.Accounts.SignOutEverywhereAsync(account.Id);
        Assert.Null(await Validate());
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task A_deleted_account_leaves_the_person_without_link(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        var account = await world.NewAccountAsync();
        var person = await world.NewPersonAsync();
        Assert.Equal(LinkOutcome.Linked, await world.Registry.Persons.LinkAsync(World.Glassworks, person, account.Id));
        Assert.True((await world.WithManagerAsync(manager => manager.DeleteAsync(account))).Succeeded);
        Assert.Null(await world.Registry.Accounts.FindAsync(account.Id));
        Assert.Null((await world.Registry.Persons.FindAsync(World.Glassworks, person))!.Account);
    }

    [Fact]
    public async Task An_account_carries_no_role_and_no_claim_of_power()
    {
        await using var world = await World.OpenAsync(Backend.Sqlite);
        var account = await world.NewAccountAsync();
        var session = await world.RequestAsync(services => services.GetRequiredService<SignInManager<Account>>().CreateUserPrincipalAsync(account));
        var options = new IdentityOptions();
        Assert.Equal(
            new[] { options.ClaimsIdentity.UserIdClaimType, options.ClaimsIdentity.UserNameClaimType, options.ClaimsIdentity.SecurityStampClaimType }.Order(),
            session.Claims.Select(claim => claim.Type).Order());
    }

    static Task<SignInResult> TryAsync(World world, AccountId id, string password) => world.RequestAsync(async services =>
        await services.GetRequiredService<SignInManager<Account>>().CheckPasswordSignInAsync(
            (await world.Registry.Accounts.FindAsync(id))!, password, lockoutOnFailure: true));
}
