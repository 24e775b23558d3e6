using System.Reflection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Autogestion.Bench.Peers;

/// <summary>A server of the same framework with one Razor page in which there is nothing.</summary>
internal static class EmptyServer
{
    public const string Verb = "empty-server";

    public static WebApplication Build(string port)
    {
        var self = Assembly.GetExecutingAssembly();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = self.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Logging.ClearProviders();
        // Only its own page: the program that is measured has its pages in the same folder.
        builder.Services.AddRazorPages().ConfigureApplicationPartManager(parts =>
        {
            foreach (var other in parts.ApplicationParts.Where(part => part.Name != self.GetName().Name).ToList()) parts.ApplicationParts.Remove(other);
        });
        var app = builder.Build();
        app.MapRazorPages();
        return app;
    }

    public static int PortOf(WebApplication app) =>
        new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;

    /// <summary>As a process of its own, until its input ends.</summary>
    public static async Task<int> RunAsync(string port)
    {
        await using var app = Build(port);
        await app.StartAsync();
        await Console.In.ReadToEndAsync();
        return 0;
    }
}
