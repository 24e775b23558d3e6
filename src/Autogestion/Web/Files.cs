namespace Autogestion.Web;

/// <summary>The stylesheet, scripts and pictures: those asked for by version are kept for a year, the others are asked about each time.</summary>
public static class Files
{
    /// <summary>Serves the files beside the program, wherever it was started from.</summary>
    public static void UseFiles(this IApplicationBuilder app) => app.UseStaticFiles(new StaticFileOptions
    {
        OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
            file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, no-cache",
    });

    /// <summary>What one person is shown is kept by no cache, so that the next one at the same device does not find it.</summary>
    public static void UsePrivateAnswers(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.Headers.CacheControl = context.User.Identity is { IsAuthenticated: true } ? "no-store" : "no-cache";
        context.Response.Headers.Vary = "Cookie, Accept-Language";
        return next(context);
    });
}
