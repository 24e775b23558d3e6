using System.Security.Claims;
using Autogestion.Domain.Kernel;
using Autogestion.Look;
using Autogestion.Office.Desk;
using Autogestion.Registry;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Autogestion.Web;

/// <summary>The program as a web server: what it is made of, and in which order a request passes through it.</summary>
public static class Serving
{
    /// <summary>Builds the server over an open node; the caller starts it and disposes of the node.</summary>
    public static WebApplication Build(Node node, bool example, params string[] urls)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "Autogestion", ContentRootPath = AppContext.BaseDirectory });
        if (urls.Length > 0) builder.WebHost.UseUrls(urls);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddSingleton(node);
        builder.Services.AddSingleton(new Example(example));
        builder.Services.AddSingleton<Framing>();
        builder.Services.AddScoped<Visits>();
        builder.Services.AddRegistry(node.Registry);
        builder.Services.AddLook();
        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        builder.Services.AddAuthorization();
        builder.Services.AddRazorPages();

        var app = builder.Build();
        app.UseLookHeaders();
        app.MapStaticAssets();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapLanguage();
        if (example) app.MapPost("/example/be", BeAsync).DisableAntiforgery();
        app.MapRazorPages();
        return app;
    }

    // Only on an example node: take the place of one of its invented people.
    private static async Task<IResult> BeAsync(HttpContext context, Node node)
    {
        var form = await context.Request.ReadFormAsync();
        var person = form["person"].ToString();
        if (person.Split('/') is not [var book, var id] || !Guid.TryParse(id, out var guid) || node.Find(new(book))?.Current.State.Roster.Find(new PersonId(guid)) is null)
            return TypedResults.BadRequest();
        var identity = new ClaimsIdentity([new(Visits.ExamplePerson, person)], IdentityConstants.ApplicationScheme);
        await context.SignInAsync(IdentityConstants.ApplicationScheme, new(identity));
        var back = context.Request.Headers.Referer.ToString();
        return TypedResults.LocalRedirect(Uri.TryCreate(back, UriKind.Absolute, out var uri) && uri.AbsolutePath.StartsWith($"/c/{book}", StringComparison.Ordinal) ? uri.PathAndQuery : $"/c/{book}");
    }
}
