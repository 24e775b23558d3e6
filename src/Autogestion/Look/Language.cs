// Which language a person reads: what they chose, else what the browser asks for, else Spanish.

using Microsoft.AspNetCore.Http.HttpResults;

namespace Autogestion.Look;

/// <summary>The person's choice of language: kept in a cookie, asked of the browser, offered by an endpoint.</summary>
public static class Language
{
    /// <summary>Name of the cookie that keeps the choice for a year.</summary>
    public const string Cookie = "language";

    /// <summary>The language for this request.</summary>
    public static string Of(HttpRequest request)
    {
        if (request.Cookies[Cookie] is { } chosen && Texts.Languages.Contains(chosen))
            return chosen;
        return request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(asked => asked.Quality ?? 1)
            .Select(asked => asked.Value.Value?.Split('-')[0] ?? "")
            .FirstOrDefault(Texts.Languages.Contains, Texts.FirstLanguage);
    }

    /// <summary>The address that changes to <paramref name="language"/> and comes back to <paramref name="back"/>.</summary>
    public static string Href(string language, string back) =>
        $"/language?to={language}&back={Uri.EscapeDataString(back)}";

    /// <summary>Maps <c>/language?to=en&amp;back=/somewhere</c>, which sets the cookie and goes back within this node only.</summary>
    public static void MapLanguage(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/language", (HttpContext context, string? to, string? back) => Change(context, to, back));

    /// <summary>Keeps the choice on this device, if it is one of our languages.</summary>
    public static void Remember(HttpContext context, string language)
    {
        if (Texts.Languages.Contains(language))
            context.Response.Cookies.Append(Cookie, language, new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365),
                SameSite = SameSiteMode.Lax,
                HttpOnly = true,
                Secure = context.Request.IsHttps,
                IsEssential = true,
            });
    }

    static RedirectHttpResult Change(HttpContext context, string? to, string? back)
    {
        if (to is not null)
            Remember(context, to);
        return TypedResults.LocalRedirect(IsLocal(back) ? back! : "/");
    }

    static bool IsLocal(string? path) =>
        path is ['/', ..] && path is not ['/', '/' or '\\', ..] && !path.Any(char.IsControl);
}
