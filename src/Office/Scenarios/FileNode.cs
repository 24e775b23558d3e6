using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Autogestion.Office.Scenarios;

/// <summary>One node of a scenario file, read as what is needed; says the line when it is something else.</summary>
internal sealed class FileNode(YamlNode node)
{
    private static readonly LocalDateTimePattern MomentPattern = LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd HH:mm");

    public int Line => (int)node.Start.Line;

    public bool IsList => node is YamlSequenceNode;

    public bool IsText => node is YamlScalarNode;

    public string Text => node is YamlScalarNode { Value: { } value } ? value : throw Wrong("words");

    public int Int => int.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong("a number");

    public bool Bool => Text is "true" or "false" ? Text == "true" : throw Wrong("true or false");

    public LocalDateTime Moment => MomentPattern.Parse(Text) is { Success: true, Value: var moment } ? moment : throw Wrong("a day and hour as 2002-03-01 14:00");

    public LocalDate Date => LocalDatePattern.Iso.Parse(Text) is { Success: true, Value: var date } ? date : throw Wrong("a day as 2002-03-01");

    public YearMonth Month => YearMonthPattern.Iso.Parse(Text) is { Success: true, Value: var month } ? month : throw Wrong("a month as 2002-03");

    /// <summary>A whole number, or two with a dash between.</summary>
    public (int Least, int Most) Range => Text.Split('-') is [var least, .. var rest] && rest.Length < 2
        && int.TryParse(least, NumberStyles.None, CultureInfo.InvariantCulture, out var from) && int.TryParse(rest is [var most] ? most : least, NumberStyles.None, CultureInfo.InvariantCulture, out var to)
        && from <= to ? (from, to) : throw Wrong("a number, or two as 900-1200");

    public AnnualDate DayOfYear => AnnualDatePattern.Iso.Parse(Text) is { Success: true, Value: var date } ? date : throw Wrong("a day as 12-31");

    public ImmutableArray<string> Texts => [.. Items.Select(item => item.Text)];

    public IEnumerable<FileNode> Items => node is YamlSequenceNode list ? list.Select(item => new FileNode(item)) : throw Wrong("a list");

    public JsonNode? Json => ToJson(node);

    /// <summary>Words by key, in the order of the file.</summary>
    public IEnumerable<(string Key, FileNode Value)> Pairs => node is YamlMappingNode map
        ? map.Children.Select(pair => (new FileNode(pair.Key).Text, new FileNode(pair.Value)))
        : throw Wrong("words by key");

    /// <summary>A number of people, or parts of a hundred: <c>25</c>, <c>60%</c>, <c>60-90%</c>.</summary>
    public Heads Heads => Text.EndsWith('%') && Text.TrimEnd('%').Split('-') is [var from, .. var rest]
        ? new(null, Percent(from), Percent(rest is [var to] ? to : from))
        : new(Int);

    public T Enum<T>()
        where T : struct, Enum =>
        System.Enum.TryParse<T>(Text, out var value) && System.Enum.IsDefined(value) ? value : throw Wrong($"one of {string.Join(", ", System.Enum.GetNames<T>())}");

    public FileNode? Find(string key) => node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var value) ? new(value) : null;

    public FileNode Need(string key) => Find(key) ?? throw Wrong($"'{key}' within it");

    /// <summary>Refuses what nobody reads: a misspelt key must not go unnoticed.</summary>
    public FileNode Only(params ReadOnlySpan<string> keys)
    {
        foreach (var (key, value) in Pairs)
            if (!keys.Contains(key)) throw new ScenarioException(value.Line, $"'{key}' is not known here");
        return this;
    }

    public Dictionary<string, string> TextByKey() => Pairs.ToDictionary(pair => pair.Key, pair => pair.Value.Text);

    public ScenarioException Wrong(string needed) => new(Line, $"needs {needed}");

    private int Percent(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100 ? percent : throw Wrong("a number, or 60-90%");

    // Plain scalars become numbers and switches; quoted ones stay words.
    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(pair => KeyValuePair.Create(new FileNode(pair.Key).Text, ToJson(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Select(ToJson)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } flag => JsonValue.Create(flag.Value == "true"),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "null" or "~" or "" } => null,
        YamlScalarNode { Style: ScalarStyle.Plain } plain when int.TryParse(plain.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw new FileNode(node).Wrong("a value"),
    };
}
