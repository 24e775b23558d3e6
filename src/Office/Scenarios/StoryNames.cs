using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Office.Codec;
using Autogestion.Office.Presets;

namespace Autogestion.Office.Scenarios;

/// <summary>What the words of a scenario stand for: people by alias, and by <c>$name</c> the numbers of what earlier steps made.</summary>
internal sealed class StoryNames(Scenario scenario)
{
    /// <summary>Aliases of the crowd begin so.</summary>
    public const string Crowd = "crowd";

    private static readonly string[] Weight = ["post", "body", "resolution", "petition", "assembly", "mandate", "procedure", "observation", "request", "motion"];

    private readonly Dictionary<string, int> numbers = [];
    private readonly Dictionary<string, int> weights = [];
    private readonly Dictionary<string, string> posts = [];
    private readonly Dictionary<PersonId, string> aliases = [];
    private int crowd;

    /// <summary>The id of a person of a scenario: made from names, so that playing twice gives the same people.</summary>
    public static PersonId PersonOf(string collective, string alias) => new(Made($"person {collective}/{alias}"));

    public static Guid Made(string from) => new(SHA256.HashData(Encoding.UTF8.GetBytes(from)).AsSpan(0, 16));

    public PersonId PersonOf(string alias)
    {
        var person = PersonOf(scenario.Id, alias);
        aliases[person] = alias;
        return person;
    }

    public string AliasOf(PersonId person) => aliases.GetValueOrDefault(person, "?");

    public string NameOf(string alias)
    {
        if (scenario.People.TryGetValue(alias, out var name)) return name;
        if (scenario.Crowd is not { } people || !alias.StartsWith(Crowd, StringComparison.Ordinal)) return alias;
        var number = int.Parse(alias.AsSpan(Crowd.Length), CultureInfo.InvariantCulture);
        // Both lists turn at once, so that names which follow each other have nothing in common.
        return $"{people.First[number % people.First.Count]} {people.Last[(number + number / people.First.Count) % people.Last.Count]}";
    }

    public IEnumerable<string> TakeFromCrowd(int count)
    {
        for (var i = 0; i < count; i++) yield return $"{Crowd}{++crowd}";
    }

    public int Number(string name, int line) => numbers.TryGetValue(name, out var number) ? number : throw new ScenarioException(line, $"nothing is named '{name}' yet");

    public int? Find(string name) => numbers.TryGetValue(name, out var number) ? number : null;

    public void Name(string name, int number) => numbers[name] = number;

    /// <summary>What a post is called, for the words of an election.</summary>
    public string PostName(string name) => posts.GetValueOrDefault(name, name);

    public void NamePost(string name, string words) => posts[name] = words;

    /// <summary>
    /// Remembers what entries made: each kind as <c>name.post</c>, <c>name.mandate</c> …, and as <c>name</c> alone what matters
    /// most among what the first of them made.
    /// </summary>
    public void Remember(string? name, ImmutableArray<Entry> entries)
    {
        if (name is null) return;
        foreach (var tabled in entries.OfType<MotionTabled>())
            if (tabled.Effect is CreatePost { Id: { } reserved }) numbers[$"{name}.post"] = reserved.Value;
        var made = entries.Select(NumberIn).OfType<(string Kind, int Number)>().ToList();
        foreach (var (kind, number) in made) numbers[$"{name}.{kind}"] = number;
        if (made.Count == 0) return;
        var (weightiest, its) = made.MinBy(one => Array.IndexOf(Weight, one.Kind));
        if (weights.TryGetValue(name, out var before) && before <= Array.IndexOf(Weight, weightiest)) return;
        weights[name] = Array.IndexOf(Weight, weightiest);
        numbers[name] = its;
    }

    /// <summary>
    /// Data of an act with its references resolved: <c>@alias</c> a person, <c>$name</c> a number, <c>%preset</c> a legal preset,
    /// <c>%hash:preset</c> its hash.
    /// </summary>
    public JsonNode? Resolve(JsonNode? data, int line) => data switch
    {
        JsonObject map => new JsonObject(map.Select(pair => KeyValuePair.Create(pair.Key, Resolve(pair.Value, line)))),
        JsonArray list => new JsonArray([.. list.Select(item => Resolve(item, line))]),
        JsonValue value when value.TryGetValue<string>(out var text) => text switch
        {
            ['@', .. var alias] => JsonValue.Create(PersonOf(alias).Value),
            ['$', .. var thing] => JsonValue.Create(Number(thing, line)),
            ['%', 'h', 'a', 's', 'h', ':', .. var preset] => JsonValue.Create(Shipped(preset, line).Hash),
            ['%', .. var preset] => JsonSerializer.SerializeToNode(Shipped(preset, line).Preset, JsonForm.Options),
            _ => data.DeepClone(),
        },
        _ => data?.DeepClone(),
    };

    private static ShippedPreset Shipped(string preset, int line) => PresetLibrary.Shipped.Find(preset) ?? throw new ScenarioException(line, $"no preset '{preset}'");

    private static (string Kind, int Number)? NumberIn(Entry entry) => entry switch
    {
        AssemblyNoticed noticed => ("assembly", noticed.Assembly.Value),
        MotionTabled tabled => ("motion", tabled.Motion.Value),
        AssemblyPetitioned petitioned => ("petition", petitioned.Petition.Value),
        ResolutionAdopted adopted => ("resolution", adopted.Resolution.Value),
        PostCreated created => ("post", created.Post.Value),
        MandateGranted granted => ("mandate", granted.Mandate.Value),
        Domain.Bodies.BodyCreated created => ("body", created.Body.Value),
        Domain.Sanctions.ChargeLaid charged => ("procedure", charged.Procedure.Value),
        Domain.Audit.ObservationWritten written => ("observation", written.Observation.Value),
        ItemRequested requested => ("request", requested.Request.Value),
        _ => null,
    };
}
