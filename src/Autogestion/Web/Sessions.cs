using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Web;

/// <summary>
/// How a session travels: in cookies that scripts cannot read and other sites cannot send along, secret over https and still
/// working over plain http on a plant's own network.
/// </summary>
public static class Sessions
{
    /// <summary>How long a session lasts on a device of one's own after its last use.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(30);

    /// <summary>Name of the cookie that carries a message over one redirect.</summary>
    public const string MessageCookie = "message";

    /// <summary>Adds sign-in cookies, tokens of forms and messages that survive a redirect.</summary>
    public static void AddSessions(this IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(identity =>
        {
            identity.ApplicationCookie!.Configure(session =>
            {
                Harden(session.Cookie, "session");
                session.ExpireTimeSpan = Lasts;
                session.LoginPath = "/sign-in";
                session.AccessDeniedPath = "/error/403";
                session.ReturnUrlParameter = "back";
                session.Events.OnValidatePrincipal = ValidateAsync;
            });
            identity.TwoFactorUserIdCookie!.Configure(passkey => Harden(passkey.Cookie, "passkey"));
        });
        services.Configure<AntiforgeryOptions>(antiforgery =>
        {
            Harden(antiforgery.Cookie, "form");
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.HeaderName = null;
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<CookieTempDataProviderOptions>(message => Harden(message.Cookie, MessageCookie));
    }

    private static void Harden(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    // An invented person of an example node has no account whose stamp could be checked.
    private static Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (context.Principal?.FindFirst(Visits.ExamplePerson) is null) return SecurityStampValidator.ValidatePrincipalAsync(context);
        if (!context.HttpContext.RequestServices.GetRequiredService<Example>().IsOn) context.RejectPrincipal();
        return Task.CompletedTask;
    }
}
