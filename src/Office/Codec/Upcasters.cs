using System.Text.Json;
using System.Text.Json.Nodes;

namespace Autogestion.Office.Codec;

/// <summary>
/// How older shapes of stored acts and entries become newer ones, one version at a time, so that every book stays readable for ever.
/// A step works on the stored JSON, never on types: the old types are gone.
/// </summary>
public sealed class Upcasters
{
    public static readonly Upcasters None = new(ImmutableDictionary<(string, int), Func<JsonObject, JsonObject>>.Empty);

    /// <summary>The steps of the rules as shipped.</summary>
    public static Upcasters House { get; } = None
        .With("assembly.vote-opened", 1, Same)
        .With("assembly.open-vote", 1, Same)
        .With("assembly.ballot-cast", 1, ChoiceIsBallot)
        .With("assembly.cast-ballot", 1, ChoiceIsBallot)
        .With("assembly.enter-ballot", 1, ChoiceIsBallot)
        .With("assembly.noticed", 1, Same);

    private readonly ImmutableDictionary<(string Kind, int Version), Func<JsonObject, JsonObject>> steps;

    private Upcasters(ImmutableDictionary<(string, int), Func<JsonObject, JsonObject>> steps) => this.steps = steps;

    /// <summary>With one more step: from this version of the kind to the next.</summary>
    public Upcasters With(string kind, int from, Func<JsonObject, JsonObject> step) => new(steps.Add((kind, from), step));

    /// <summary>The data in the shape of version <paramref name="to"/>.</summary>
    /// <exception cref="KeyNotFoundException">A step is missing.</exception>
    public JsonObject Lift(string kind, int from, int to, JsonObject data)
    {
        for (var version = from; version < to; version++) data = steps[(kind, version)](data);
        return data;
    }

    /// <summary>Steps that a catalogue needs and this lacks, as <c>kind 1 to 2</c>.</summary>
    public IEnumerable<string> Missing(Catalogue catalogue) =>
        from kind in catalogue.Entries.Select(kind => (kind.Name, kind.Version)).Concat(catalogue.Acts.Select(kind => (kind.Name, kind.Version)))
        from version in Enumerable.Range(1, kind.Version - 1)
        where !steps.ContainsKey((kind.Name, version))
        select $"{kind.Name} {version} to {version + 1}";

    // New members that may be left out: what was written without them says what it said.
    private static JsonObject Same(JsonObject data) => data;

    // A choice on a motion became one of the things that a ballot can say.
    private static JsonObject ChoiceIsBallot(JsonObject data)
    {
        var choice = (string?)data["choice"] ?? throw new JsonException();
        data.Remove("choice");
        data["ballot"] = new JsonObject { ["kind"] = JsonNamingPolicy.CamelCase.ConvertName(choice) };
        return data;
    }
}
