using Autogestion.Registry;

namespace Autogestion.Pages.AccountAccess;

/// <summary>A printed code for one person. It can be shown once: the registry keeps only its hash.</summary>
/// <param name="What">The key of the text that says what it is for.</param>
/// <param name="Address">Where it is used, without the code.</param>
/// <param name="Link">The same with the code, for the picture.</param>
public sealed record CodeSlip(string What, string Name, string Collective, string Code, string Address, string Link, LocalDate Until)
{
    /// <summary>The slip of a code that was just issued.</summary>
    /// <param name="door">Where it is used: <c>join</c> or <c>recover</c>.</param>
    public static CodeSlip Of(IssuedInvitation issued, string door, string name, string collective, HttpRequest request, DateTimeZone zone)
    {
        var address = $"{request.Scheme}://{request.Host}/{door}";
        return new($"account.slip.{door}", name, collective, issued.Code, address, $"{address}?code={issued.Code}", issued.ExpiresAt.InZone(zone).Date);
    }
}
