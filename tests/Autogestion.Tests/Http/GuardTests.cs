using System.Net;
using Autogestion.Look;
using Autogestion.Tests.Support;

namespace Autogestion.Tests.Http;

/// <summary>What keeps pages to themselves: headers, tokens, limits, plain faults.</summary>
public sealed class GuardTests(SharedServer shared) : IClassFixture<SharedServer>, IAsyncLifetime
{
    private readonly TestServer server = shared.Server;
    private TestPlant plant = null!;

    public async ValueTask InitializeAsync() => plant = await shared.FoundAsync(people: 4);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Every_page_has_the_policy_and_nothing_inline()
    {
        using var member = await plant.SignedInAsync(plant.Secretary);
        var pages = 0;
        foreach (var path in Pages())
        {
            var answer = await member.GetAsync(path);
            Assert.Equal(LookServices.ContentSecurityPolicy, answer.Response.Headers.GetValues("Content-Security-Policy").Single());
            Assert.Equal("nosniff", answer.Response.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("same-origin", answer.Response.Headers.GetValues("Referrer-Policy").Single());
            Assert.False(answer.Response.Headers.Contains("Server"), path);
            if (answer.Response.Content.Headers.ContentType?.MediaType != "text/html") continue;
            pages++;
            Assert.True((int)answer.Status is 200 or 302 or 403 or 404, $"{path}: {answer.Status}");
            Assert.Empty(answer.Page.QuerySelectorAll("[style], style, script:not([src]), [onclick], [onload], [onsubmit], iframe, object, embed").Select(element => $"{path}: {element.OuterHtml}"));
            Assert.All(answer.Page.QuerySelectorAll("script[src], link[href], img[src]"), element =>
                Assert.StartsWith("/", element.GetAttribute("src") ?? element.GetAttribute("href")!, StringComparison.Ordinal));
            Assert.All(answer.Page.Forms.Where(form => form.Method.Equals("post", StringComparison.OrdinalIgnoreCase)), form =>
                Assert.True(form.QuerySelector("[name=__RequestVerificationToken]") is not null, $"{path}: a form without a token: {form.OuterHtml[..Math.Min(200, form.OuterHtml.Length)]}"));
        }
        Assert.True(pages > 15, $"only {pages} pages");
    }

    [Fact]
    public async Task No_form_is_taken_without_its_token()
    {
        using var member = await plant.SignedInAsync(plant.Secretary);
        foreach (var path in Pages().Append($"/c/{plant.Id}/members/{plant.Somebody.Person}/recovery?handler=Propose").Append("/account?handler=SignOutEverywhere"))
        {
            var answer = await member.PostAsync(path, new Dictionary<string, string> { ["login"] = "x", ["code"] = "x" });
            Assert.True((int)answer.Status is 400 or 404 or 405, $"{path}: {answer.Status}");
        }
        Assert.Empty(plant.Book.State.Roster.Recoveries);
        await using var example = await TestServer.StartAsync(example: true);
        var people = await TestPlant.FoundAsync(example, people: 3);
        using var visitor = example.NewVisitor();
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync("/example/be", new Dictionary<string, string> { ["person"] = $"{people.Id}/{people.Auditor.Person}" })).Status);
    }

    [Fact]
    public async Task A_token_of_one_browser_is_worth_nothing_in_another()
    {
        using var one = await plant.SignedInAsync(plant.Secretary);
        using var other = await plant.SignedInAsync(plant.Somebody);
        var token = (await one.GetAsync("/account")).Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await other.GetAsync("/account");
        Assert.Equal(HttpStatusCode.BadRequest, (await other.PostAsync("/account?handler=SignOut", new Dictionary<string, string> { ["__RequestVerificationToken"] = token })).Status);
    }

    [Fact]
    public async Task Public_pages_give_no_cookie()
    {
        using var nobody = server.NewVisitor();
        foreach (var path in new[] { "/", $"/c/{plant.Id}", $"/c/{plant.Id}/api/collective", "/no-such-page", "/health", "/poster.css" })
            Assert.Empty((await nobody.GetAsync(path)).Cookies.Select(cookie => $"{path}: {cookie}"));
    }

    [Fact]
    public async Task Cookies_are_out_of_reach_of_scripts_and_other_sites_and_secret_over_https()
    {
        using var plain = server.NewVisitor();
        var answer = await plain.FillAsync("/sign-in", AccountTests.Login(plant.Somebody.Login));
        var session = Assert.Single(answer.Cookies, cookie => cookie.StartsWith("session=", StringComparison.Ordinal));
        Assert.Contains("httponly", session, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", session, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secure", session, StringComparison.OrdinalIgnoreCase);
        Assert.False(answer.Response.Headers.Contains("Strict-Transport-Security"));

        using var proxied = server.NewVisitor();
        var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "taller.example");
        var secret = await proxied.SendAsync(request);
        Assert.All(secret.Cookies, cookie => Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.NotEmpty(secret.Cookies);
        Assert.True(secret.Response.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task What_one_person_is_shown_is_kept_by_no_cache()
    {
        using var member = await plant.SignedInAsync(plant.Somebody);
        Assert.True((await member.GetAsync($"/c/{plant.Id}")).Response.Headers.CacheControl!.NoStore);
        Assert.True((await member.GetAsync($"/c/{plant.Id}/api/members")).Response.Headers.CacheControl!.NoStore);
        using var nobody = server.NewVisitor();
        var style = await nobody.GetAsync((await nobody.GetAsync("/")).Page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, style.Status);
        Assert.True(style.Body.Length > 10_000);
        Assert.Contains("immutable", style.Response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sign-in", "text/html")]
    [InlineData("/c/{0}/api/acts", "application/problem+json")]
    public async Task What_is_too_large_is_said_to_be(string path, string type)
    {
        using var visitor = await plant.SignedInAsync(plant.Somebody);
        var answer = await visitor.PostAsync(string.Format(null, path, plant.Id), new Dictionary<string, string> { ["login"] = new('x', 300_000) });
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Equal(type, answer.Response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("demasiado grande", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("es", "Esa página no está")]
    [InlineData("en", "That page is not here")]
    public async Task What_is_not_there_is_said_in_the_readers_language(string language, string words)
    {
        using var visitor = server.NewVisitor();
        visitor.Cookies.Add(server.Address, new Cookie("language", language));
        var answer = await visitor.GetAsync("/nowhere");
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains(words, answer.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/c/no-such-book/members")).Status);
    }

    [Fact]
    public async Task Health_says_process_and_store_and_nothing_else()
    {
        using var nobody = server.NewVisitor();
        var answer = await nobody.GetAsync("/health");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("""{"process":"ok","store":"ok","stoppedBooks":0}""", answer.Body);
    }

    private IReadOnlyList<string> Pages() => server.Pages(PageAddresses.Of(plant, plant.Somebody.Person));
}
