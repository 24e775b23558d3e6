using Autogestion.Tests.Browser;
using Autogestion.Tests.Support;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Screens))]

namespace Autogestion.Tests.Browser;

/// <summary>One real browser for the whole run, each test with screens of its own in it; skipped with a plain word where there is none.</summary>
public sealed class Screens : IAsyncLifetime
{
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    private static string Executable => Environment.GetEnvironmentVariable("AUTOGESTION_CHROMIUM") ?? "/usr/bin/chromium";

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Executable)) return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = Quiet });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>A screen of its own, with its own cookies, which is closed with the server that it looks at.</summary>
    public async Task<Screen> OpenAsync(TestServer server, string name, int width, int height, bool scripts = true, string language = "es-AR", bool dark = false, bool oncePerPage = false)
    {
        var context = await Present().NewContextAsync(new()
        {
            BaseURL = server.Address.ToString(),
            ViewportSize = new() { Width = width, Height = height },
            JavaScriptEnabled = scripts,
            Locale = language,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(60_000);
        server.BeforeLeaving(() => context.CloseAsync());
        return new(await context.NewPageAsync(), name, scripts, oncePerPage);
    }

    /// <summary>A phone with a fresh profile.</summary>
    public Task<IBrowserContext> PhoneAsync(string language = "es-AR") => Present().NewContextAsync(new()
    {
        ViewportSize = new() { Width = 390, Height = 844 },
        IsMobile = true,
        HasTouch = true,
        Locale = language,
    });

    private IBrowser Present()
    {
        if (browser is null) Assert.Skip($"There is no Chromium at {Executable}: set AUTOGESTION_CHROMIUM to where it is.");
        return browser!;
    }
}

/// <summary>One person's screen: goes to pages, fills in forms as they stand, and with AUTOGESTION_SCREENS=1 keeps pictures of what was seen in artifacts/screens.</summary>
/// <param name="oncePerPage">Examines for accessibility only the first time that a page is opened: for long walks through few pages.</param>
public sealed class Screen(IPage page, string name, bool scripts, bool oncePerPage = false)
{
    private readonly HashSet<string> examined = [];

    private static readonly string Pictures = Path.Combine(Root(), "artifacts", "screens");

    // Pictures cost more than the looking: they are kept when somebody wants to see them.
    private static readonly bool KeepsPictures = Environment.GetEnvironmentVariable("AUTOGESTION_SCREENS") == "1";
    private int shot;

    public IPage Page => page;

    public async Task SignInAsync(Worker who)
    {
        await page.GotoAsync("/sign-in");
        await page.FillAsync("[name=login]", who.Login);
        await page.FillAsync("[name=password]", TestServer.Password);
        await page.ClickAsync("main form:has([name=login]) button.main");
        await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
    }

    /// <summary>Opens a page, checks that it fits the screen and is accessible.</summary>
    public async Task SeeAsync(string path)
    {
        var response = await page.GotoAsync(path);
        Assert.True(response!.Ok, $"{path} answered {response.Status}");
        if (examined.Add(path) || !oncePerPage) await LookAsync();
    }

    /// <summary>Looks closely at the page as it stands.</summary>
    public async Task LookAsync()
    {
        if (KeepsPictures)
        {
            Directory.CreateDirectory(Pictures);
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}-{++shot:00}.png"), FullPage = true });
        }
        if (!scripts) return;
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), $"{page.Url} is wider than the screen");
        // The plain form finds the same in pages without frames; the newer one opens a second page for each look.
#pragma warning disable CS0618
        var found = await page.RunAxeLegacy();
#pragma warning restore CS0618
        Assert.True(found.Violations.Length == 0, $"{page.Url}: {string.Join("; ", found.Violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}"))}");
    }

    /// <summary>Sends the form of a handler, after filling it in.</summary>
    public async Task SendAsync(string handler, params (string Name, string Value)[] fields)
    {
        var form = page.Locator($"form[action*='handler={handler}'], form[action*='handler={handler}&']").First;
        if (fields.Length > 0) await UnfoldAsync(form);
        foreach (var (field, value) in fields) await FillAsync(form.Locator($"[name='{field}']").First, value);
        await PressAsync(form.Locator("button").First);
    }

    /// <summary>Presses a button and waits for the page that answers.</summary>
    public async Task PressAsync(ILocator button)
    {
        await UnfoldAsync(button);
        var answered = page.WaitForResponseAsync(response => response.Request.Method == "POST" && response.Request.IsNavigationRequest);
        await button.ClickAsync();
        var status = (await answered).Status;
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
        Assert.True(status is >= 200 and < 400, $"{page.Url}: {status}: {await page.Locator("main").InnerTextAsync()}");
    }

    // What is folded away is unfolded as a person would, before pressing what lies in it.
    private static async Task UnfoldAsync(ILocator inside)
    {
        var fold = inside.Locator("xpath=ancestor::details[not(@open)][1]/summary");
        if (await fold.CountAsync() > 0) await fold.First.ClickAsync();
    }

    private static async Task FillAsync(ILocator control, string value)
    {
        if (await control.EvaluateAsync<string>("c => c.tagName") == "SELECT") await control.SelectOptionAsync(value);
        else if (await control.GetAttributeAsync("type") == "radio") await control.Page.Locator($"[name='{await control.GetAttributeAsync("name")}'][value='{value}']").First.CheckAsync(new() { Force = true });
        else await control.FillAsync(value);
    }

    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Autogestion.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}
