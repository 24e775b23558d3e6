using System.Security.Claims;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Desk;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Web;

/// <summary>Only on an example node: take the place of one of its invented people.</summary>
public static class Being
{
    /// <summary>Maps <c>/example/be</c>, which receives <c>book/person</c> from the bar of every page.</summary>
    public static void MapBeing(this IEndpointRouteBuilder routes) => routes.MapPost("/example/be", BeAsync).ExcludeFromDescription();

    private static async Task<IResult> BeAsync([FromForm] string person, HttpContext context, Node node)
    {
        if (person.Split('/') is not [var book, var id] || !Guid.TryParse(id, out var guid) || node.Find(new(book))?.Current.State.Roster.Find(new PersonId(guid)) is null)
            return TypedResults.BadRequest();
        var identity = new ClaimsIdentity([new(Visits.ExamplePerson, person)], IdentityConstants.ApplicationScheme);
        await context.SignInAsync(IdentityConstants.ApplicationScheme, new(identity));
        var home = $"/c/{book}";
        return TypedResults.LocalRedirect(CameFrom(context.Request) is { } back && (back == home || back.StartsWith(home + "/", StringComparison.Ordinal)) ? back : home);
    }

    private static string? CameFrom(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer.ToString(), UriKind.Absolute, out var page) ? page.PathAndQuery : null;
}
