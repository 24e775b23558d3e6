using System.Text.Json;
using System.Text.Json.Nodes;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using Autogestion.Look;
using Autogestion.Office.Codec;
using Autogestion.Office.Desk;
using Autogestion.Registry;
using Autogestion.Wording;

namespace Autogestion.Api;

/// <summary>What the interface answers to an act: entries, or problem details that say why not.</summary>
public static class Answers
{
    /// <summary>What became of an act, as JSON.</summary>
    /// <param name="law">The preset in force, which names the sources of articles.</param>
    /// <param name="slip">The signed slip of a refusal, if there is one.</param>
    public static IResult Of(ActAnswer answer, Reader reader, Preset? law, string? slip = null) => answer switch
    {
        ActAnswer.Entered entered => Entered(entered),
        ActAnswer.Refused refused => Refused(refused.Refusal, refused.Position, reader, law, slip),
        ActAnswer.Unavailable unavailable => Trouble(new RefusalWording(reader).Trouble(unavailable.Trouble, "")),
        ActAnswer.Stopped stopped => Trouble(new RefusalWording(reader).Stopped(stopped.Where, "")),
        _ => throw new InvalidOperationException("An act is entered, refused, or could not be handled."),
    };

    /// <summary>A no of the rules, with all that the pages say about it.</summary>
    public static IResult Refused(Refusal refusal, long position, Reader reader, Preset? law, string? slip = null)
    {
        var wording = new RefusalWording(reader, law);
        return Problem(StatusOf(refusal.Code), $"urn:autogestion:refusal:{refusal.Code}", reader["refusal.title"], wording.Rule(refusal), new()
        {
            ["code"] = refusal.Code.Name,
            ["rule"] = refusal.Rule?.Rule,
            ["article"] = refusal.Rule?.Article,
            ["source"] = refusal.Rule?.Source,
            ["facts"] = new JsonObject(refusal.Facts.Select(fact => KeyValuePair.Create(fact.Name, JsonSerializer.SerializeToNode(fact.Value, JsonForm.Options)))),
            ["remedy"] = wording.Remedy(refusal),
            ["position"] = position,
            ["slip"] = slip,
        });
    }

    /// <summary>Incoming JSON that is no act: where it is wrong and how.</summary>
    public static IResult Malformed(Fault fault, Reader reader) => Problem(
        fault.Kind == FaultKind.TooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest,
        $"urn:autogestion:fault:{fault.Kind}", reader["errors.notUnderstoodTitle"], reader[$"errors.fault.{fault.Kind}"], new()
        {
            ["code"] = fault.Kind.ToString(),
            ["path"] = fault.Path,
            ["about"] = fault.About,
        });

    /// <summary>Words or a name outside their limits.</summary>
    public static IResult Invalid(InvalidInputException invalid, Reader reader) => Problem(
        StatusCodes.Status400BadRequest, $"urn:autogestion:fault:{FaultKind.WrongValue}", reader["errors.notUnderstoodTitle"], reader[$"errors.fault.{FaultKind.WrongValue}"], new()
        {
            ["code"] = FaultKind.WrongValue.ToString(),
            ["path"] = "",
            ["about"] = $"{invalid.Field} {invalid.Rule}",
        });

    /// <summary>A fault that needs no more words than its status has.</summary>
    public static IResult Plain(int status, Reader reader)
    {
        var kind = Pages.Error.ErrorPage.KindOf(status);
        return Problem(status, $"urn:autogestion:problem:{kind}", reader[$"errors.{kind}Title"], reader[$"errors.{kind}"], []);
    }

    private static IResult Entered(ActAnswer.Entered entered) => TypedResults.Text(new JsonObject
    {
        ["first"] = entered.First,
        ["last"] = entered.Last,
        ["repeated"] = entered.Repeated,
        ["entries"] = new JsonArray([.. entered.Entries.Select(Entry)]),
    }.ToJsonString(JsonForm.Options), "application/json", statusCode: StatusCodes.Status200OK);

    private static JsonObject Entry(Entry entry)
    {
        var stored = EntryCodec.House.Write(entry);
        return new() { ["kind"] = stored.Kind, ["version"] = stored.Version, ["data"] = JsonNode.Parse(stored.Data.Span) };
    }

    private static IResult Trouble(RefusalView said) => Problem(
        StatusCodes.Status503ServiceUnavailable, $"urn:autogestion:{said.Code}", said.Rule, string.Join(' ', said.Remedies.Select(remedy => remedy.Words)), new() { ["code"] = said.Code });

    private static int StatusOf(RefusalCode code) =>
        code == DeskRefusals.UnknownBook ? StatusCodes.Status404NotFound
        : code == DeskRefusals.TooLarge ? StatusCodes.Status413PayloadTooLarge
        : StatusCodes.Status409Conflict;

    private static IResult Problem(int status, string type, string title, string detail, JsonObject more)
    {
        var problem = new JsonObject { ["type"] = type, ["title"] = title, ["status"] = status, ["detail"] = detail };
        foreach (var (name, value) in more.ToList())
        {
            more.Remove(name);
            problem[name] = value;
        }
        return TypedResults.Text(problem.ToJsonString(JsonForm.Options), Problems.ContentType, statusCode: status);
    }
}
