using Autogestion.Registry;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Autogestion.Office.Tests.Registry;

public sealed class PasskeyTests
{
    static UserPasskeyInfo Passkey(byte seed, uint count = 1) => new(
        [seed, 2, 3], [4, 5, seed], DateTimeOffset.FromUnixTimeMilliseconds(1_770_000_000_123), count, ["internal", "hybrid"], true, true, false, [6, 7], [8, 9, 10])
    {
        Name = "teléfono del taller",
    };

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task A_passkey_comes_back_as_it_was_saved(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        var account = await world.NewAccountAsync();
        Assert.True((await SaveAsync(world, account, Passkey(1))).Succeeded);
        Assert.Equivalent(Passkey(1), Assert.Single(await world.WithManagerAsync(manager => manager.GetPasskeysAsync(account))), strict: true);
        Assert.Equivalent(Passkey(1), await world.WithManagerAsync(manager => manager.GetPasskeyAsync(account, [1, 2, 3])), strict: true);
        Assert.Equal(account.Id, (await world.WithManagerAsync(manager => manager.FindByPasskeyIdAsync([1, 2, 3])))!.Id);
        Assert.Null(await world.WithManagerAsync(manager => manager.FindByPasskeyIdAsync([1, 2])));
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task Use_moves_the_counter_and_removal_removes_one(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        var account = await world.NewAccountAsync();
        await SaveAsync(world, account, Passkey(1));
        await SaveAsync(world, account, Passkey(2));
        await SaveAsync(world, account, Passkey(1, count: uint.MaxValue));
        Assert.Equal(uint.MaxValue, (await world.WithManagerAsync(manager => manager.GetPasskeyAsync(account, [1, 2, 3])))!.SignCount);
        Assert.True((await world.WithManagerAsync(manager => manager.RemovePasskeyAsync(account, [1, 2, 3]))).Succeeded);
        Assert.Equal([2, 2, 3], Assert.Single(await world.WithManagerAsync(manager => manager.GetPasskeysAsync(account))).CredentialId);
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task A_passkey_never_moves_to_another_account(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        var rosa = await world.NewAccountAsync("rosa.q");
        var ana = await world.NewAccountAsync("ana.m");
        await SaveAsync(world, rosa, Passkey(1));
        await Assert.ThrowsAsync<InvalidOperationException>(() => SaveAsync(world, ana, Passkey(1, count: 9)));
        Assert.Equal(rosa.Id, (await world.WithManagerAsync(manager => manager.FindByPasskeyIdAsync([1, 2, 3])))!.Id);
        Assert.Equal(1u, (await world.WithManagerAsync(manager => manager.GetPasskeyAsync(rosa, [1, 2, 3])))!.SignCount);
    }

    [Fact]
    public async Task Identity_offers_the_passkeys_of_the_account_when_asked()
    {
        await using var world = await World.OpenAsync(Backend.Sqlite);
        var account = await world.NewAccountAsync();
        await SaveAsync(world, account, Passkey(1));
        var json = await world.RequestAsync(async services =>
        {
            var request = services.GetRequiredService<IHttpContextAccessor>().HttpContext!.Request;
            (request.Scheme, request.Host) = ("https", new HostString("taller.example"));
            return await services.GetRequiredService<SignInManager<Account>>().MakePasskeyRequestOptionsAsync(account);
        });
        Assert.Contains("\"AQID\"", json, StringComparison.Ordinal);
    }

    static Task<IdentityResult> SaveAsync(World world, Account account, UserPasskeyInfo passkey) =>
        world.WithManagerAsync(manager => manager.AddOrUpdatePasskeyAsync(account, passkey));
}
