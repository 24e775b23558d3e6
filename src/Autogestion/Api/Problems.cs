using Autogestion.Look;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Api;

/// <summary>Faults as programs read them: problem details of RFC 9457.</summary>
public static class Problems
{
    /// <summary>The content type of every one of them.</summary>
    public const string ContentType = "application/problem+json";

    /// <summary>Whether whoever asks for this address reads JSON and no pages.</summary>
    public static bool SpeaksJson(string path) =>
        path.StartsWith("/api/", StringComparison.OrdinalIgnoreCase)
        || (path.Split('/') is ["", "c", _, var room, ..] && room.Equals("api", StringComparison.OrdinalIgnoreCase));

    /// <summary>A fault that needs no more words than its status has.</summary>
    /// <param name="number">Number of the fault, to be found in the log; null where nothing is logged.</param>
    public static ObjectResult Plain(int status, Reader reader, string? number = null)
    {
        var kind = Pages.Error.ErrorPage.KindOf(status);
        var problem = new ProblemDetails
        {
            Status = status,
            Type = $"urn:autogestion:problem:{kind}",
            Title = reader[$"errors.{kind}Title"],
            Detail = reader[$"errors.{kind}"],
        };
        if (number is not null && status >= StatusCodes.Status500InternalServerError) problem.Extensions["number"] = number;
        return new(problem) { StatusCode = status, ContentTypes = { ContentType } };
    }
}
