using Autogestion.Tests.Browser;
using Autogestion.Tests.Support;
using Microsoft.Playwright;

namespace Autogestion.Tests.Http;

/// <summary>Passkeys in a real browser with an authenticator made of software.</summary>
public sealed class PasskeyTests : IAsyncLifetime
{
    // A browser of its own, with time enough: the device is asked only by the page in front.
    private readonly Screens screens = new();

    public ValueTask InitializeAsync() => screens.InitializeAsync();

    public ValueTask DisposeAsync() => screens.DisposeAsync();

    [Fact]
    public async Task A_phone_is_added_lets_its_owner_in_without_a_password_and_is_taken_away_again()
    {
        await using var server = await TestServer.StartAsync();
        await server.NewAccountAsync("rosa.q");
        await using var phone = await screens.PhoneAsync();
        phone.SetDefaultTimeout(60_000);
        var page = await phone.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error") complaints.Add(message.Text);
        };
        await AddAuthenticatorAsync(phone, page);
        var home = server.NamedAddress.ToString().TrimEnd('/');

        await page.GotoAsync(home + "/sign-in");
        await page.FillAsync("#login", "rosa.q");
        await page.FillAsync("#password", TestServer.Password);
        await page.ClickAsync("form:has(#login) button.main");
        await page.WaitForURLAsync("**/account", new() { WaitUntil = WaitUntilState.Commit });
        await page.FillAsync("[data-passkey=create] [name=name]", "mi teléfono");
        await page.ClickAsync("[data-passkey=create] button");
        await page.WaitForSelectorAsync(".flash");
        Assert.Contains("mi teléfono", await page.InnerTextAsync("main"), StringComparison.Ordinal);

        await SignOutAsync(page);
        await page.GotoAsync(home + "/sign-in");
        await page.ClickAsync("[data-passkey=get] button");
        await page.WaitForURLAsync("**/account", new() { WaitUntil = WaitUntilState.Commit });
        Assert.Contains("rosa.q", await page.InnerTextAsync("main"), StringComparison.Ordinal);

        await page.ClickAsync("form[action*=RemovePasskey] button");
        await page.WaitForURLAsync("**/account", new() { WaitUntil = WaitUntilState.Commit });
        await SignOutAsync(page);
        await page.GotoAsync(home + "/sign-in");
        await page.ClickAsync("[data-passkey=get] button");
        await page.WaitForSelectorAsync("main [role=alert]");
        Assert.EndsWith("/sign-in?handler=Passkey", page.Url, StringComparison.Ordinal);
        // The page of a no is answered with 400, which the browser notes; nothing else may be noted.
        Assert.DoesNotContain(complaints, complaint => !complaint.Contains("400", StringComparison.Ordinal));
    }

    private static async Task SignOutAsync(IPage page)
    {
        await page.ClickAsync("form[action$='handler=SignOut'] button");
        await page.WaitForURLAsync(url => !url.Contains("/account", StringComparison.Ordinal));
    }

    private static async Task AddAuthenticatorAsync(IBrowserContext phone, IPage page)
    {
        var session = await phone.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
