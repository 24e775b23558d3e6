using Microsoft.Playwright;

namespace Autogestion.Tests.Support;

/// <summary>A real browser of this machine; where there is none the test says so and is skipped.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly IPlaywright playwright;

    private Chromium(IPlaywright playwright, IBrowser browser) => (this.playwright, Browser) = (playwright, browser);

    public IBrowser Browser { get; }

    /// <summary>Where the browser is, or null: <c>AUTOGESTION_CHROMIUM</c> says, else the usual place.</summary>
    public static string? Executable => new[] { Environment.GetEnvironmentVariable("AUTOGESTION_CHROMIUM"), "/usr/bin/chromium" }.FirstOrDefault(File.Exists);

    public static async Task<Chromium> LaunchAsync()
    {
        if (Executable is not { } executable)
        {
            Assert.Skip("There is no Chromium here: set AUTOGESTION_CHROMIUM to where it is.");
            throw new InvalidOperationException();
        }
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Args = Flags }));
    }

    /// <summary>A phone with a fresh profile.</summary>
    public Task<IBrowserContext> PhoneAsync(string language = "es-AR") => Browser.NewContextAsync(new()
    {
        ViewportSize = new() { Width = 390, Height = 844 },
        IsMobile = true,
        HasTouch = true,
        Locale = language,
    });

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
    }
}
