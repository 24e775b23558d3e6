using System.Text;
using System.Text.Json.Nodes;

namespace Autogestion.Tests.Fuzz;

/// <summary>A request that cannot be an act, whoever sends it.</summary>
/// <param name="How">What was done to it.</param>
internal sealed record Spoilt(string How, byte[] Body)
{
    /// <summary>Every way to spoil a request whose act was well formed.</summary>
    public static IEnumerable<Spoilt> Of(JsonObject request)
    {
        var act = request["act"]!.GetValue<string>();
        foreach (var name in request["data"]!.AsObject().Select(member => member.Key).ToList())
        {
            yield return With($"{act}: {name} is a list of lists", request, data => data[name] = JsonNode.Parse("[[[]]]"));
            yield return With($"{act}: {name} is something unknown", request, data => data[name] = new JsonObject { ["zzz"] = 1 });
            yield return Raw($"{act}: {name} twice", Text(request).Replace("\"data\":{", $"\"data\":{{\"{name}\":1,", StringComparison.Ordinal));
            yield return Raw($"{act}: {name} is not a number", Replaced(request, name, "NaN"));
            yield return Raw($"{act}: {name} is without end", Replaced(request, name, "1e999"));
            yield return Raw($"{act}: {name} is half a letter", Replaced(request, name, "\"\\ud800\""));
            yield return Raw($"{act}: {name} holds nothing", Replaced(request, name, "\"\\u0000\""));
            yield return With($"{act}: {name} is very deep", request, data => data[name] = Deep(200));
        }
        yield return With($"{act}: more than there is", request, data => data["zzz"] = 1);
        yield return With($"{act}: told who acts", request, data => data["actor"] = Guid.Empty.ToString());
        yield return Whole($"{act}: data is a list", request, body => body["data"] = new JsonArray());
        yield return Whole($"{act}: data is nothing", request, body => body["data"] = null);
        yield return Whole($"{act}: data is words", request, body => body["data"] = "{}");
        yield return Whole($"{act}: an id that is none", request, body => body["id"] = "1");
        yield return Whole($"{act}: an id of nobody", request, body => body["id"] = Guid.Empty.ToString());
        yield return Whole($"{act}: a name that is none", request, body => body["act"] = act + "x");
        yield return Whole($"{act}: a number for a name", request, body => body["act"] = 7);
        yield return Whole($"{act}: told who acts, above", request, body => body["actor"] = Guid.Empty.ToString());
        yield return Whole($"{act}: an authority unheard of", request, body => body["authority"] = new JsonObject { ["source"] = "administrator" });
        yield return Whole($"{act}: an authority of words", request, body => body["authority"] = "owner");
        yield return Whole($"{act}: no time", request, body => body["happened"] = "2026-13-45T99:00:00Z");
        yield return Whole($"{act}: an entered time of one's own", request, body => body["entered"] = "2026-01-01T00:00:00Z");
        var text = Text(request);
        yield return Raw($"{act}: cut off", text[..^1]);
        yield return Raw($"{act}: cut in half", text[..(text.Length / 2)]);
        yield return Raw($"{act}: goes on", text + "{}");
        yield return Raw($"{act}: with remarks", "/* */" + text);
        yield return Raw($"{act}: in a list", $"[{text}]");
        yield return Raw($"{act}: half a letter for a name", text.Replace("\"data\":{", "\"data\":{\"\\ud800\":1,", StringComparison.Ordinal));
        yield return new($"{act}: bytes that are no letters", [.. Encoding.UTF8.GetBytes(text[..^1]), 0xFF, 0xFE, (byte)'}']);
        yield return new($"{act}: nothing", []);
        yield return Raw($"{act}: far too much", text.Replace("\"data\":{", $"\"data\":{{\"zzz\":\"{new string('x', 300_000)}\",", StringComparison.Ordinal));
    }

    private static Spoilt With(string how, JsonObject request, Action<JsonObject> spoil) => Whole(how, request, body => spoil(body["data"]!.AsObject()));

    private static Spoilt Whole(string how, JsonObject request, Action<JsonObject> spoil)
    {
        var body = request.DeepClone().AsObject();
        spoil(body);
        return Raw(how, Text(body));
    }

    private static string Replaced(JsonObject request, string member, string raw)
    {
        var body = request.DeepClone().AsObject();
        body["data"]!.AsObject()[member] = "@@";
        return Text(body).Replace("\"@@\"", raw, StringComparison.Ordinal);
    }

    private static Spoilt Raw(string how, string body) => new(how, Encoding.UTF8.GetBytes(body));

    private static string Text(JsonObject body) => body.ToJsonString();

    private static JsonNode Deep(int levels)
    {
        JsonNode node = new JsonArray();
        for (var level = 0; level < levels; level++) node = new JsonArray(node);
        return node;
    }
}
