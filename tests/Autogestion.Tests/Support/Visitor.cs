using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Autogestion.Tests.Support;

/// <summary>An answer read as a page.</summary>
public sealed record Answer(HttpResponseMessage Response, string Body)
{
    public HttpStatusCode Status => Response.StatusCode;

    public IHtmlDocument Page => new HtmlParser().ParseDocument(Body);

    /// <summary>Where it sends the browser, if it does.</summary>
    public string? Location => Response.Headers.Location?.ToString();

    public IEnumerable<string> Cookies => Response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [];

    /// <summary>What the page says, without its markup.</summary>
    public string Words => Page.Body?.TextContent ?? "";
}

/// <summary>Somebody with a browser: keeps cookies, follows no redirect by itself, fills in forms as they stand on the page.</summary>
public sealed class Visitor : IDisposable
{
    private readonly HttpClient client;

    /// <param name="address">The address it seems to come from; null for this machine.</param>
    public Visitor(Uri server, string? address = null)
    {
        Cookies = new();
        client = new(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = server };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("es-AR");
        if (address is not null) client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
    }

    public CookieContainer Cookies { get; }

    public async Task<Answer> GetAsync(string path) => await ReadAsync(await client.GetAsync(path));

    /// <summary>Sends a request as it is.</summary>
    public async Task<Answer> SendAsync(HttpRequestMessage request) => await ReadAsync(await client.SendAsync(request));

    /// <summary>Sends an answer that goes on, to be read as it comes.</summary>
    public Task<HttpResponseMessage> OpenAsync(string path, CancellationToken cancellation) =>
        client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, cancellation);

    /// <summary>Goes to a page, fills in the form that has these fields (or goes to this action), and sends it.</summary>
    /// <param name="action">Part of the form's action; null for the first form that has all the fields.</param>
    public async Task<Answer> FillAsync(string path, IReadOnlyDictionary<string, string> fields, string? action = null)
    {
        var answer = await GetAsync(path);
        return await FillAsync(answer, path, fields, action);
    }

    /// <summary>Fills in a form of a page already open.</summary>
    public async Task<Answer> FillAsync(Answer answer, string path, IReadOnlyDictionary<string, string> fields, string? action = null)
    {
        var form = answer.Page.Forms.FirstOrDefault(form => Fits(form, fields, action))
            ?? throw new InvalidOperationException($"{path} ({(int)answer.Status}) has no form with {string.Join(", ", fields.Keys)}.");
        var values = form.Elements.OfType<IHtmlInputElement>()
            .Where(input => !string.IsNullOrEmpty(input.Name) && (input.Type is not ("checkbox" or "radio") || input.IsChecked))
            .Select(input => (input.Name!, input.Value))
            .Concat(form.Elements.OfType<IHtmlSelectElement>().Where(select => select.Name is not null).Select(select => (select.Name!, select.Value ?? "")))
            .Where(field => !fields.ContainsKey(field.Item1))
            .Concat(fields.Select(field => (field.Key, field.Value)))
            .Select(field => KeyValuePair.Create(field.Item1, field.Item2));
        var to = form.GetAttribute("action") is { Length: > 0 } given ? new Uri(new Uri(client.BaseAddress!, path), given).PathAndQuery : path;
        return await ReadAsync(await client.PostAsync(to, new FormUrlEncodedContent(values)));
    }

    /// <summary>Sends a form made up by hand, without the page's token.</summary>
    public async Task<Answer> PostAsync(string path, IReadOnlyDictionary<string, string> fields) =>
        await ReadAsync(await client.PostAsync(path, new FormUrlEncodedContent(fields)));

    /// <summary>Asks the interface for an act.</summary>
    public Task<Answer> ActAsync(string book, string json, string? query = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/c/{book}/api/acts{query}") { Content = new StringContent(json) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("Autogestion", "1");
        return SendAsync(request);
    }

    /// <summary>Signs in with name and password; fails the test when that does not work.</summary>
    public async Task<Visitor> SignInAsync(string login, string password = TestServer.Password)
    {
        var answer = await FillAsync("/sign-in", new Dictionary<string, string> { ["login"] = login, ["password"] = password });
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        return this;
    }

    public void Dispose() => client.Dispose();

    private static bool Fits(IHtmlFormElement form, IReadOnlyDictionary<string, string> fields, string? action) =>
        (action is null || (form.GetAttribute("action") ?? "").Contains(action, StringComparison.Ordinal))
        && fields.Keys.All(name => form.Elements.Any(element => element.GetAttribute("name") == name));

    private static async Task<Answer> ReadAsync(HttpResponseMessage response) => new(response, await response.Content.ReadAsStringAsync());
}
