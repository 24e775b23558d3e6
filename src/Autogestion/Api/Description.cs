using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Autogestion.Api;

/// <summary>
/// The description of the interface for programs (OpenAPI 3.1): the views from their endpoints, the acts with every member
/// from the catalogue, so that it cannot say anything else than what is accepted.
/// </summary>
public static class Description
{
    /// <summary>Name of the operation that asks acts.</summary>
    public const string ActsName = "ask";

    private const string Document = "v1";

    /// <summary>Adds the description of the endpoints.</summary>
    public static void AddDescription(this IServiceCollection services) => services.AddOpenApi(Document, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("c/{book}/api/", StringComparison.Ordinal) == true;
    });

    /// <summary>Maps <c>/api/openapi.json</c>.</summary>
    public static void MapDescription(this IEndpointRouteBuilder routes)
    {
        var written = new Lazy<Task<string>>(() => WriteAsync(((IApplicationBuilder)routes).ApplicationServices));
        routes.MapGet("/api/openapi.json", async () => TypedResults.Text(await written.Value, "application/json")).ExcludeFromDescription();
    }

    private static async Task<string> WriteAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var document = await scope.ServiceProvider.GetRequiredKeyedService<IOpenApiDocumentProvider>(Document).GetOpenApiDocumentAsync();
        var json = (JsonObject)JsonNode.Parse(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1))!;
        json["info"] = new JsonObject
        {
            ["title"] = "Autogestión",
            ["version"] = "1",
            ["description"] = "Acts and views of a collective. A session cookie says who asks; every act carries the header Autogestion with any value, which no other site can send. Every view takes ?at=N: answered only once the book has N entries. Faults are problem details (RFC 9457).",
        };
        json.Remove("servers");
        var schemas = Member(Member(json, "components"), "schemas");
        foreach (var (name, schema) in new ActSchemas().All()) schemas[name] = schema;
        Ask(json["paths"]!["/c/{book}/api/acts"]!["post"]!.AsObject());
        return json.ToJsonString();
    }

    private static void Ask(JsonObject operation)
    {
        if (operation["parameters"] is not JsonArray parameters) operation["parameters"] = parameters = [];
        parameters.Add(new JsonObject { ["name"] = Caller.Header, ["in"] = "header", ["required"] = true, ["schema"] = new JsonObject { ["type"] = "string" } });
        operation["requestBody"] = new JsonObject
        {
            ["required"] = true,
            ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = Reference(ActSchemas.Request) } },
        };
        operation["responses"] = new JsonObject
        {
            ["200"] = Response("Entered, at these positions.", "application/json", ActSchemas.Entered),
            ["400"] = Response("No act: where it is wrong and how.", Problems.ContentType, ActSchemas.Fault),
            ["401"] = Response("Not signed in.", Problems.ContentType, ActSchemas.Problem),
            ["403"] = Response("Nobody here, or the header is missing.", Problems.ContentType, ActSchemas.Problem),
            ["404"] = Response("No such book.", Problems.ContentType, ActSchemas.Problem),
            ["409"] = Response("Refused: the rule, its article, and what can be done instead.", Problems.ContentType, ActSchemas.Refusal),
            ["413"] = Response("Too large.", Problems.ContentType, ActSchemas.Problem),
            ["429"] = Response("Too often.", Problems.ContentType, ActSchemas.Problem),
            ["503"] = Response("Nothing was half done: try again with the same id.", Problems.ContentType, ActSchemas.Problem),
        };
    }

    private static JsonObject Response(string what, string type, string schema) => new()
    {
        ["description"] = what,
        ["content"] = new JsonObject { [type] = new JsonObject { ["schema"] = Reference(schema) } },
    };

    internal static JsonObject Reference(string schema) => new() { ["$ref"] = $"#/components/schemas/{schema}" };

    private static JsonObject Member(JsonObject parent, string name)
    {
        if (parent[name] is not JsonObject member) parent[name] = member = [];
        return member;
    }
}
