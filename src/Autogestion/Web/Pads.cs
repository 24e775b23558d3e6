using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Autogestion.Domain.Kernel;
using Microsoft.AspNetCore.DataProtection;

namespace Autogestion.Web;

/// <summary>
/// Devices that are handed around in one sitting, or hang at the door for the hours. A device's cookie says what it was set up for and gives no power; a
/// person who has said number and code gets a ticket for what is on the screen, good once and for two minutes. Nothing else
/// remains of anybody.
/// </summary>
public sealed class Pads(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>Name of the cookie of a device.</summary>
    public const string Cookie = "pad";

    // A device for the hours: no sitting has this number.
    private const string ForHours = "work";

    private static readonly TimeSpan DeviceLasts = TimeSpan.FromHours(16);
    private static readonly TimeSpan DoorLasts = TimeSpan.FromDays(90);
    private static readonly TimeSpan TicketLasts = TimeSpan.FromMinutes(2);

    private readonly IDataProtector devices = protection.CreateProtector("pad device");
    private readonly IDataProtector tickets = protection.CreateProtector("pad ticket");
    private readonly IDataProtector forms = protection.CreateProtector("pad form");
    private readonly ConcurrentDictionary<string, DateTimeOffset> used = new();

    /// <summary>Makes the visiting browser a device of a sitting.</summary>
    public void SetUp(HttpContext context, string book, AssemblyId assembly) => SetUp(context, book, $"{assembly}", DeviceLasts);

    /// <summary>Makes the visiting browser the device at the door, on which people tap in and out.</summary>
    public void SetUpForHours(HttpContext context, string book) => SetUp(context, book, ForHours, DoorLasts);

    /// <summary>Ends it.</summary>
    public static void TakeDown(HttpContext context) => context.Response.Cookies.Delete(Cookie);

    /// <summary>Whether the visiting browser is a device of that sitting.</summary>
    public bool IsFor(HttpContext context, string book, AssemblyId assembly) => IsFor(context, book, $"{assembly}");

    /// <summary>Whether the visiting browser is the device at the door.</summary>
    public bool IsForHours(HttpContext context, string book) => IsFor(context, book, ForHours);

    /// <summary>Goes into a form, so that going back and sending it again does nothing.</summary>
    public string NewForm() => forms.Protect(Written(Fresh(), "", DeviceLasts));

    /// <summary>Whether a form is sent for the first time.</summary>
    public bool IsFirstSent(string? form) => form is not null && Read(forms, form) is not null && IsFirst(form);

    /// <summary>A ticket for a person, for one thing on the screen.</summary>
    public string NewTicket(PersonId person, string what) => tickets.Protect(Written($"{person}", $"{what}\u001f{Fresh()}", TicketLasts));

    /// <summary>Whose ticket it is; null if it is for something else, or its time is over.</summary>
    /// <param name="once">It is used up by this.</param>
    public PersonId? Holder(string? ticket, string what, bool once = true) =>
        ticket is not null && Read(tickets, ticket) is [var person, var of] && of.StartsWith(what + "\u001f", StringComparison.Ordinal) && Guid.TryParse(person, out var id) && (!once || IsFirst(ticket))
            ? new PersonId(id)
            : null;

    private void SetUp(HttpContext context, string book, string place, TimeSpan lasts) => context.Response.Cookies.Append(
        Cookie, devices.Protect(Written(book, place, lasts)),
        new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = "/", IsEssential = true, MaxAge = lasts });

    private bool IsFor(HttpContext context, string book, string place) =>
        context.Request.Cookies[Cookie] is { } cookie && Read(devices, cookie) is [var of, var set] && of == book && set == place;

    private bool IsFirst(string sent)
    {
        var now = time.GetUtcNow();
        foreach (var (old, until) in used)
            if (until < now) used.TryRemove(old, out _);
        return used.TryAdd(Convert.ToHexString(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(sent))), now + DeviceLasts);
    }

    private static string Fresh() => Convert.ToHexString(RandomNumberGenerator.GetBytes(12));

    private string Written(string first, string second, TimeSpan lasts) =>
        string.Join('\n', (time.GetUtcNow() + lasts).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), first, second);

    private string[]? Read(IDataProtector protector, string sent)
    {
        try
        {
            return protector.Unprotect(sent).Split('\n') is [var until, var first, var second] && long.Parse(until, CultureInfo.InvariantCulture) > time.GetUtcNow().ToUnixTimeMilliseconds()
                ? [first, second]
                : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
