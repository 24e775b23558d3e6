using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Autogestion.Office.Tests.Registry;

public sealed class SessionKeyTests
{
    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task A_session_survives_a_restart_and_is_read_by_every_process(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        var cookie = await world.RequestAsync(services => Task.FromResult(Protector(services).Protect("la sesión de Rosa")));
        await using var again = await world.OpenAgainAsync();
        await using var other = world.ServicesOf(again);
        Assert.Equal("la sesión de Rosa", Protector(other).Unprotect(cookie));
        Assert.DoesNotContain(world.Log.Lines, line => line.Contains("unencrypted", StringComparison.OrdinalIgnoreCase));
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task The_keys_of_sessions_are_sealed_in_the_table(Backend backend)
    {
        await using var world = await World.OpenAsync(backend);
        await world.RequestAsync(services => Task.FromResult(Protector(services).Protect("x")));
        var content = Assert.Single(await world.PeekAsync<string>("SELECT content FROM registry_session_key"));
        Assert.Contains("sealedByRegistry", content, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", content, StringComparison.Ordinal);
    }

    static IDataProtector Protector(IServiceProvider services) => services.GetRequiredService<IDataProtectionProvider>().CreateProtector("sessions");
}
