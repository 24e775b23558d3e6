using Autogestion.Domain.Kernel;
using Autogestion.Look;
using Autogestion.Web;

namespace Autogestion.Api;

/// <summary>
/// Who asks through the interface. The session is the browser's, so a request that changes something must also prove that it
/// was made by a page of this node: it carries a header that no other site can send along, and no browser says otherwise.
/// </summary>
public static class Caller
{
    /// <summary>The header that every act carries, with any value.</summary>
    public const string Header = "Autogestion";

    /// <summary>Whether the request was made on purpose by a page of this node or by a program.</summary>
    public static bool IsFromHere(HttpRequest request) =>
        request.Headers.ContainsKey(Header) && request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none";

    /// <summary>The no to a visit whose viewer is not of the audience, or null: the one place where views are checked.</summary>
    public static IResult? Refuse(Visit visit, Visits visits, Audience audience, Reader reader, params IEnumerable<PersonId> involved)
    {
        if (visit.Viewer.IsOf(audience, involved)) return null;
        var nobody = visits.Account is null && visit.Viewer.Person is null;
        return Answers.Plain(nobody ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden, reader);
    }
}
