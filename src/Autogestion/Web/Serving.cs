using Autogestion.Api;
using Autogestion.Look;
using Autogestion.Office.Desk;
using Autogestion.Office.Search;
using Autogestion.Registry;
using Autogestion.Telling;
using Microsoft.AspNetCore.HttpOverrides;

namespace Autogestion.Web;

/// <summary>The program as a web server: what it is made of, and in which order a request passes through it.</summary>
public static class Serving
{
    /// <summary>Builds the server over an open node; the caller starts it and disposes of the node.</summary>
    /// <param name="example">An example node: whoever visits may be any of its invented people.</param>
    /// <param name="urls">Addresses to listen at; none for those of the environment.</param>
    public static WebApplication Build(Node node, bool example, params string[] urls) => Build(node, example, new Pace(), urls);

    /// <summary>The same at another pace.</summary>
    public static WebApplication Build(Node node, bool example, Pace pace, params string[] urls) => Build(node, example, pace, null, urls);

    /// <summary>The same with a certificate of the plant's own, for addresses that begin with https.</summary>
    public static WebApplication Build(Node node, bool example, Pace pace, LocalCertificate? certificate, params string[] urls)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "Autogestion", ContentRootPath = AppContext.BaseDirectory });
        if (urls.Length > 0) builder.WebHost.UseUrls(urls);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            Limits.Apply(kestrel);
            if (certificate is not null) kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate.Server);
        });
        builder.Services.AddSingleton(new LocalTrust(certificate));
        builder.Logging.KeepQuiet();
        AddServices(builder.Services, node, example, pace);
        builder.Services.AddTelling(builder.Configuration);

        var app = builder.Build();
        Arrange(app, example, certificate is not null);
        return app;
    }

    private static void AddServices(IServiceCollection services, Node node, bool example, Pace pace)
    {
        services.AddSingleton(node);
        services.AddSingleton(new Example(example));
        services.AddSingleton(_ => new SearchShelf(node));
        services.AddSingleton<Framing>();
        services.AddScoped<Visits>();
        services.AddRegistry(node.Registry);
        services.AddLook();
        services.AddSessions();
        services.AddScoped<Doorkeeper>();
        services.AddSingleton(provider => new Pads(provider.GetRequiredService<Microsoft.AspNetCore.DataProtection.IDataProtectionProvider>(), node.Clock));
        services.AddLimits(pace);
        services.AddInterface();
        services.AddAuthorization();
        services.AddRazorPages(pages => pages.Conventions.AddPageRoute("/AccountAccess/Invitations", "/c/{book}/members/{only:guid}/invitation"));
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        // A proxy on the same machine may say for whom it speaks; nobody else may.
        services.Configure<ForwardedHeadersOptions>(options => options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost);
    }

    private static void Arrange(WebApplication app, bool example, bool ownCertificate)
    {
        app.UseForwardedHeaders();
        app.UseLookHeaders();
        // A phone that was told so would not come back without encryption for a year, also when the plant's certificate has run out.
        if (!ownCertificate) app.UseHsts();
        app.UseTroublePages();
        app.UseRequestLimits();
        app.UseFiles();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseAntiforgery();
        app.UsePrivateAnswers();
        app.MapHealth();
        app.MapLanguage();
        if (example) app.MapBeing();
        app.MapInterface();
        app.MapRazorPages();
    }
}
