using System.Net;
using Autogestion.Registry;
using Autogestion.Tests.Support;

namespace Autogestion.Tests.Http;

/// <summary>Coming in and going out, as a browser does it.</summary>
public sealed class AccountTests : IAsyncLifetime
{
    private TestServer server = null!;

    public async ValueTask InitializeAsync() => server = await TestServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Anybody_opens_an_account_and_belongs_nowhere()
    {
        using var visitor = server.NewVisitor();
        var opened = await visitor.FillAsync("/start", Login("rosa.q"));
        Assert.Equal("/account", opened.Location);
        var account = await visitor.GetAsync("/account");
        Assert.Equal(HttpStatusCode.OK, account.Status);
        Assert.Contains("todavía no es de ningún colectivo", account.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_wrongly_is_said_beside_its_field_and_nothing_typed_is_lost()
    {
        using var visitor = server.NewVisitor();
        var answer = await visitor.FillAsync("/start", Login("rosa.q", "corta"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("por lo menos 10", answer.Page.QuerySelector("#password-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("rosa.q", answer.Page.QuerySelector("#login")!.GetAttribute("value"));
        Assert.Null(answer.Page.QuerySelector("#password")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_read_alike()
    {
        await server.NewAccountAsync("rosa.q");
        using var visitor = server.NewVisitor();
        var wrong = await visitor.FillAsync("/sign-in", Login("rosa.q", "otra frase larga"));
        var unknown = await visitor.FillAsync("/sign-in", Login("nadie.n", "otra frase larga"));
        Assert.Equal(wrong.Status, unknown.Status);
        Assert.Equal(Told(wrong), Told(unknown));
        Assert.DoesNotContain(wrong.Cookies.Concat(unknown.Cookies), cookie => cookie.StartsWith("session=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_five_wrong_tries_the_right_password_waits_and_nothing_betrays_it()
    {
        await server.NewAccountAsync("rosa.q");
        using var visitor = server.NewVisitor();
        Answer last = null!;
        for (var at = 0; at < RegistryServices.LockoutTries; at++) last = await visitor.FillAsync("/sign-in", Login("rosa.q", "otra frase larga"));
        var locked = await visitor.FillAsync("/sign-in", Login("rosa.q"));
        Assert.Equal(HttpStatusCode.BadRequest, locked.Status);
        Assert.Equal(Told(last), Told(locked));
        server.Clock.Pass(RegistryServices.LockoutTime + TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.FillAsync("/sign-in", Login("rosa.q"))).Status);
    }

    [Fact]
    public async Task One_goes_back_where_one_came_from_but_never_to_another_site()
    {
        await server.NewAccountAsync("rosa.q");
        using var visitor = server.NewVisitor();
        Assert.Equal("/account?x=1", (await visitor.FillAsync("/sign-in?back=%2Faccount%3Fx%3D1", Login("rosa.q"))).Location);
        using var other = server.NewVisitor();
        Assert.Equal("/account", (await other.FillAsync("/sign-in?back=https%3A%2F%2Fevil.example%2F", Login("rosa.q"))).Location);
        using var third = server.NewVisitor();
        Assert.Equal("/account", (await third.FillAsync("/sign-in?back=%2F%2Fevil.example", Login("rosa.q"))).Location);
    }

    [Fact]
    public async Task Sessions_survive_a_restart()
    {
        await server.NewAccountAsync("rosa.q");
        using var visitor = server.NewVisitor();
        await visitor.SignInAsync("rosa.q");
        await server.StopAsync();
        await using var again = await TestServer.StartAsync(data: server.Folder);
        using var same = new Visitor(again.Address);
        same.Cookies.Add(again.Address, visitor.Cookies.GetCookies(server.Address));
        Assert.Equal(HttpStatusCode.OK, (await same.GetAsync("/account")).Status);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_the_other_sessions_within_a_minute()
    {
        await server.NewAccountAsync("rosa.q");
        using var phone = await server.NewVisitor().SignInAsync("rosa.q");
        using var shared = await server.NewVisitor().SignInAsync("rosa.q");
        var left = await phone.FillAsync("/account", new Dictionary<string, string>(), "SignOutEverywhere");
        Assert.Equal("/", left.Location);
        Assert.Equal(HttpStatusCode.Redirect, (await phone.GetAsync("/account")).Status);
        server.Clock.Pass(RegistryServices.StampChecked + TimeSpan.FromSeconds(1));
        Assert.Equal("/sign-in?back=%2Faccount", new Uri((await shared.GetAsync("/account")).Location!, UriKind.RelativeOrAbsolute) is { IsAbsoluteUri: true } uri ? uri.PathAndQuery : "");
    }

    [Fact]
    public async Task A_new_password_ends_other_sessions_and_keeps_this_one()
    {
        await server.NewAccountAsync("rosa.q");
        using var phone = await server.NewVisitor().SignInAsync("rosa.q");
        using var other = await server.NewVisitor().SignInAsync("rosa.q");
        var wrong = await phone.FillAsync("/account", new Dictionary<string, string> { ["current"] = "no es esta", ["password"] = "una nueva bien larga" });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        var changed = await phone.FillAsync("/account", new Dictionary<string, string> { ["current"] = TestServer.Password, ["password"] = "una nueva bien larga" });
        Assert.Equal("/account", changed.Location);
        server.Clock.Pass(RegistryServices.StampChecked + TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await phone.GetAsync("/account")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/account")).Status);
        using var fresh = await server.NewVisitor().SignInAsync("rosa.q", "una nueva bien larga");
    }

    internal static Dictionary<string, string> Login(string login, string password = TestServer.Password) => new() { ["login"] = login, ["password"] = password };

    private static string Told(Answer answer) => answer.Page.QuerySelector("[role=alert]")!.TextContent.Trim();
}
