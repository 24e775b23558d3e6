using System.Net;
using Autogestion.Look;
using Autogestion.Tests.Support;

namespace Autogestion.Tests.Http;

/// <summary>What keeps pages to themselves: headers, tokens, limits, quiet logs, plain faults.</summary>
public sealed class GuardTests : IAsyncLifetime
{
    private TestServer server = null!;
    private TestPlant plant = null!;

    public async ValueTask InitializeAsync()
    {
        server = await TestServer.StartAsync();
        plant = await TestPlant.FoundAsync(server, people: 4);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

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

    [Fact]
    public async Task Forty_phones_behind_one_address_come_in_and_a_flood_does_not()
    {
        for (var phone = 0; phone < 40; phone++)
        {
            using var visitor = server.NewVisitor("192.0.2.7");
            Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync("/sign-in", AccountTests.Login("x"))).Status);
        }
        using var flood = server.NewVisitor("192.0.2.7");
        Answer answer;
        var tries = 40;
        do answer = await flood.PostAsync("/join", new Dictionary<string, string> { ["code"] = "x" });
        while (answer.Status != HttpStatusCode.TooManyRequests && ++tries < 1000);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        Assert.NotNull(answer.Response.Headers.RetryAfter);
        Assert.Contains("Demasiadas veces", answer.Words, StringComparison.Ordinal);
        using var elsewhere = server.NewVisitor("192.0.2.8");
        Assert.Equal(HttpStatusCode.BadRequest, (await elsewhere.PostAsync("/sign-in", AccountTests.Login("x"))).Status);
    }

    [Fact]
    public async Task One_person_who_floods_the_interface_stops_nobody_else()
    {
        using var flood = await plant.SignedInAsync(plant.Somebody);
        Answer answer;
        var acts = 0;
        do answer = await flood.ActAsync(plant.Id.Value, "{");
        while (answer.Status != HttpStatusCode.TooManyRequests && ++acts < 3000);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        Assert.Equal("application/problem+json", answer.Response.Content.Headers.ContentType!.MediaType);
        Assert.True(acts >= 300);
        using var other = await plant.SignedInAsync(plant.Secretary);
        Assert.Equal(HttpStatusCode.BadRequest, (await other.ActAsync(plant.Id.Value, "{")).Status);
    }

    [Theory]
    [InlineData("/sign-in", "text/html")]
    [InlineData("/c/planta-prueba/api/acts", "application/problem+json")]
    public async Task What_is_too_large_is_said_to_be(string path, string type)
    {
        using var visitor = await plant.SignedInAsync(plant.Somebody);
        var answer = await visitor.PostAsync(path, new Dictionary<string, string> { ["login"] = new('x', 300_000) });
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

    [Fact]
    public async Task Logs_hold_no_names_codes_passwords_or_addresses()
    {
        var person = new Domain.Kernel.PersonId(Guid.NewGuid());
        await server.Node.Registry.Persons.SaveAsync(plant.Id, person, new("Berta Luna", "27555111", "351 555 0000", "berta@example.org"));
        var code = (await server.Node.Registry.Invitations.IssueJoinAsync(plant.Id, person, Duration.FromDays(1)))!.Code;
        using var visitor = server.NewVisitor();
        await visitor.GetAsync($"/join?code={code}");
        var who = await visitor.FillAsync("/join", new Dictionary<string, string> { ["code"] = code });
        await visitor.FillAsync(who, "/join", AccountTests.Login("berta.luna"));
        await visitor.FillAsync("/account", new Dictionary<string, string> { ["current"] = "equivocada de nuevo", ["password"] = "la contraseña secreta" });
        await server.NewVisitor().FillAsync("/sign-in", AccountTests.Login("berta.luna", "equivocada de nuevo"));
        await visitor.PostAsync($"/sign-in?code={code}", new Dictionary<string, string> { ["login"] = "berta.luna" });
        await visitor.PostAsync("/account?handler=AddPasskey", new Dictionary<string, string> { ["credential"] = "berta@example.org" });
        await visitor.ActAsync(plant.Id.Value, """{"newcomer":{"name":"Berta Luna"}}""");
        await visitor.GetAsync($"/c/{plant.Id}/assemblies/berta.luna?code={code}");
        var log = string.Join('\n', server.Log);
        foreach (var secret in new[] { "Berta", "berta", "27555111", "555 0000", code, code.Replace("-", "", StringComparison.Ordinal), TestServer.Password, "equivocada", "secreta", "127.0.0.1" })
            Assert.DoesNotContain(secret, log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stopped_book_is_still_shown_with_what_is_wrong()
    {
        var position = plant.Book.Position;
        await server.StopAsync();
        await Damage(server.Folder, position - 1);
        await using var again = await TestServer.StartAsync(data: server.Folder);
        using var nobody = again.NewVisitor();
        var page = await nobody.GetAsync($"/c/{plant.Id}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("dejó de tomar asientos", page.Words, StringComparison.Ordinal);
        Assert.Contains("\"stoppedBooks\":1", (await nobody.GetAsync("/health")).Body, StringComparison.Ordinal);
        using var member = await again.NewVisitor().SignInAsync(plant.Somebody.Login);
        var answer = await member.ActAsync(plant.Id.Value, $$$"""{"id":"{{{Guid.NewGuid()}}}","act":"member.resign","data":{"person":"{{{plant.Somebody.Person}}}"}}""");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Contains("trouble.", answer.Body, StringComparison.Ordinal);
    }

    // Somebody changes one byte of one entry in the file.
    private static async Task Damage(string folder, long position)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(folder, Web.NodeOptions.FileName)};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT group_concat('DROP TRIGGER ' || name, ';') FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'book_entry'";
        command.CommandText = (string)(await command.ExecuteScalarAsync())!;
        await command.ExecuteNonQueryAsync();
        command.CommandText = $"UPDATE book_entry SET bytes = CAST(replace(CAST(bytes AS TEXT), '\"part\"', '\"PART\"') AS BLOB) WHERE position = {position}";
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }

    private IReadOnlyList<string> Pages() => server.Pages(PageAddresses.Of(plant, plant.Somebody.Person));
}
