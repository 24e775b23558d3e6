using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Autogestion.Web;

/// <summary>How often somebody may ask.</summary>
/// <param name="DoorTries">Doors tried from one address at once: names with passwords, and printed codes.</param>
/// <param name="DoorTriesBack">How many of them come back each ten seconds.</param>
/// <param name="Acts">Forms and acts of one person at once.</param>
/// <param name="ActsBack">How many of them come back each second.</param>
public sealed record Pace(int DoorTries = 120, int DoorTriesBack = 10, int Acts = 300, int ActsBack = 5);

/// <summary>
/// How much one request may carry and how often somebody may ask. Generous enough for forty phones behind one address;
/// guesses are counted besides, against each account and each code.
/// </summary>
public static class Limits
{
    /// <summary>Most bytes of one request: a form, or an act.</summary>
    public const int MaxRequestBytes = 256 * 1024;

    private const int MostHeard = 8 * 1024 * 1024;

    private static readonly string[] Doors = ["/sign-in", "/join", "/recover", "/start"];

    /// <summary>The server's own limits.</summary>
    public static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MaxRequestBytes;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
    }

    /// <summary>Adds the limits of forms and of how often.</summary>
    public static void AddLimits(this IServiceCollection services, Pace pace)
    {
        services.Configure<FormOptions>(form =>
        {
            form.ValueLengthLimit = MaxRequestBytes;
            form.MultipartBodyLengthLimit = MaxRequestBytes;
            form.ValueCountLimit = 2048;
        });
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = async (context, _) =>
            {
                var http = context.HttpContext;
                http.Response.Headers.RetryAfter = "10";
                // A program hears it in its own form; a person gets the page.
                if (http.Request.Path.Value?.Contains("/api/", StringComparison.Ordinal) == true)
                    await Api.Answers.Plain(StatusCodes.Status429TooManyRequests, http.RequestServices.GetRequiredService<Look.Reader>()).ExecuteAsync(http);
            };
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Partition(context, pace));
        });
    }

    /// <summary>Answers what says of itself that it is too large without keeping any of it.</summary>
    public static void UseRequestLimits(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.Request.ContentLength is not (> MaxRequestBytes and var length))
        {
            await next(context);
            return;
        }
        if (length <= MostHeard) await HearOutAsync(context);
        // The page that says so must not try to read it as a form.
        context.Request.ContentType = null;
        context.Request.ContentLength = null;
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
    });

    // Whoever is cut off while still sending does not hear the answer.
    private static async Task HearOutAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = MostHeard;
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
    }

    private static RateLimitPartition<string> Partition(HttpContext context, Pace pace)
    {
        if (!HttpMethods.IsPost(context.Request.Method)) return RateLimitPartition.GetNoLimiter("reading");
        // Whoever casts is nobody: one limit for all of them together, that keeps no address.
        if (context.Request.Path.Value?.Contains(Api.BallotEndpoints.BoxPath, StringComparison.Ordinal) == true)
            return RateLimitPartition.GetConcurrencyLimiter("ballots", _ => new() { PermitLimit = 512, QueueLimit = 4096 });
        var from = Network(context.Connection.RemoteIpAddress);
        if (Doors.Any(door => context.Request.Path.StartsWithSegments(door, StringComparison.OrdinalIgnoreCase)))
            return Bucket($"door {from}", pace.DoorTries, pace.DoorTriesBack, TimeSpan.FromSeconds(10));
        var who = context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? context.User.FindFirstValue(Visits.ExamplePerson);
        return Bucket(who is null ? $"address {from}" : $"account {who}", pace.Acts, pace.ActsBack, TimeSpan.FromSeconds(1));
    }

    private static RateLimitPartition<string> Bucket(string key, int most, int back, TimeSpan every) =>
        RateLimitPartition.GetTokenBucketLimiter(key, _ => new()
        {
            TokenLimit = most,
            TokensPerPeriod = back,
            ReplenishmentPeriod = every,
            QueueLimit = 0,
        });

    // One household has a whole /64 of the sixth version.
    private static string Network(IPAddress? address)
    {
        if (address is null) return "nowhere";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }
}
