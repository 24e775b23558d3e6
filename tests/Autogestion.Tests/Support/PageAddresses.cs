using Autogestion.Domain.Kernel;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Autogestion.Tests.Support;

/// <summary>Every address that the program answers, with its blanks filled in.</summary>
public static class PageAddresses
{
    /// <summary>Addresses of pages, in the order of the letters.</summary>
    public static IReadOnlyList<string> Pages(this TestServer server, Func<string, string> fill) => Addresses(server, IsPage, fill);

    /// <summary>Addresses of everything that can be read.</summary>
    public static IReadOnlyList<string> Readable(this TestServer server, Func<string, string> fill) =>
        Addresses(server, endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") ?? true, fill);

    /// <summary>Addresses of the handlers of forms.</summary>
    public static IReadOnlyList<string> Forms(this TestServer server, Func<string, string> fill) =>
        [.. server.Endpoints.OfType<RouteEndpoint>().Where(IsPage)
            .SelectMany(endpoint => HandlersOf(endpoint).Select(handler => Address(endpoint, fill) + (handler is null ? "" : $"?handler={handler}")))
            .Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Blanks filled with what there is in a plant.</summary>
    public static Func<string, string> Of(TestPlant plant, PersonId person) => name => name switch
    {
        "book" => plant.Id.Value,
        "person" or "only" or "who" => person.ToString(),
        "status" => "404",
        _ => "1",
    };

    private static bool IsPage(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null;

    // What each page's class declares; its compiled form is made only when it is first asked for.
    private static IEnumerable<string?> HandlersOf(RouteEndpoint endpoint)
    {
        var page = endpoint.Metadata.GetMetadata<PageActionDescriptor>()!;
        var compiled = endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>();
        var model = compiled?.ModelTypeInfo ?? Compiled(page);
        return model is null ? [] : model.GetMethods()
            .Where(method => method.Name.StartsWith("OnPost", StringComparison.Ordinal))
            .Select(method => method.Name["OnPost".Length..].Replace("Async", "", StringComparison.Ordinal))
            .Select(name => name.Length == 0 ? null : name);
    }

    private static Type? Compiled(PageActionDescriptor page) => typeof(Web.Serving).Assembly
        .GetCustomAttributes(typeof(Microsoft.AspNetCore.Razor.Hosting.RazorCompiledItemAttribute), false)
        .Cast<Microsoft.AspNetCore.Razor.Hosting.RazorCompiledItemAttribute>()
        .FirstOrDefault(item => item.Identifier == page.RelativePath)?.Type.GetProperty("Model")?.PropertyType;

    private static IReadOnlyList<string> Addresses(TestServer server, Func<RouteEndpoint, bool> which, Func<string, string> fill) =>
        [.. server.Endpoints.OfType<RouteEndpoint>().Where(which).Select(endpoint => Address(endpoint, fill)).Distinct().Order(StringComparer.Ordinal)];

    private static string Address(RouteEndpoint endpoint, Func<string, string> fill) =>
        "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart parameter => fill(parameter.Name),
            _ => "",
        }))));
}
