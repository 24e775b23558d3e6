using System.Globalization;
using System.Text.Json.Nodes;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Deed;
using Autogestion.Domain.Kernel;
using NodaTime.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Autogestion.Office.Scenarios;

/// <summary>Something in a scenario file that cannot be read, with its line.</summary>
public sealed class ScenarioException(int line, string problem) : Exception($"line {line}: {problem}")
{
    public int Line { get; } = line;
}

/// <summary>Reads scenario files (YAML).</summary>
public static class ScenarioReader
{
    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd HH:mm");

    /// <exception cref="ScenarioException">The file is not a scenario; says the line.</exception>
    public static Scenario Read(TextReader text)
    {
        var yaml = new YamlStream();
        try
        {
            yaml.Load(text);
        }
        catch (YamlException e)
        {
            throw new ScenarioException((int)e.Start.Line, e.Message);
        }
        if (yaml.Documents is not [{ RootNode: YamlMappingNode root }]) throw new ScenarioException(1, "a scenario is one mapping");
        var file = new Node(root);
        var collective = file.Need("collective");
        return new(
            collective.Need("id").Text, file.Need("title").TextByKey(), collective.Need("kind").Enum<CollectiveKind>(), collective.Need("name").Text, collective.Need("place").Text,
            collective.Need("zone").Text, YearEnds(collective.Need("yearEnds")), collective.Need("preset").Text, collective.Find("council")?.Bool ?? false,
            file.Find("sources")?.TextByKey() ?? [], file.Find("people")?.TextByKey() ?? [],
            file.Find("crowd") is { } crowd ? new(crowd.Need("count").Int, crowd.Need("first").Texts, crowd.Need("last").Texts) : null,
            [.. file.Need("posts").Items.Select(ReadPost)], [.. file.Need("steps").Items.Select(ReadStep)]);
    }

    private static AnnualDate YearEnds(Node node) =>
        AnnualDatePattern.Iso.Parse(node.Text) is { Success: true, Value: var date } ? date : throw node.Wrong("a day as 12-31");

    private static Post ReadPost(Node post) => new(
        post.Need("name").Text, post.Find("powers")?.Texts ?? [], post.Need("months").Int, post.Find("holders")?.Texts ?? [], post.Find("seats")?.Int ?? 1,
        post.Find("mostConsecutive")?.Int, post.Find("ofCouncil")?.Bool ?? false, post.Find("gapMonths")?.Int ?? 0);

    private static Step ReadStep(Node step)
    {
        var (line, at, fact, note) = (step.Line, step.Find("at")?.Moment, step.Find("fact")?.Text, step.Find("note")?.Text);
        if (fact is null && step.Find("invented") is null) throw step.Wrong("each step says its public fact or that it is invented");
        if (step.Find("found") is { } found)
            return new FoundStep(line, at, fact, note, found.Need("who").Text, found.Need("founders").Texts, found.Find("fromCrowd")?.Int ?? 0, found.Find("expect")?.Text);
        if (step.Find("act") is { } act)
            return new ActStep(line, at, fact, note, step.Need("who").Text, act.Text, step.Find("data")?.Json as JsonObject ?? [], step.Find("expect")?.Text, step.Find("as")?.Text);
        if (step.Find("arrive") is { } arrive)
            return new ArriveStep(line, at, fact, note, arrive.Find("fromCrowd")?.Int ?? 0, arrive.Find("people")?.Texts ?? [], arrive.Find("trialUntil")?.Date);
        if (step.Find("assembly") is { } assembly) return new AssemblyStep(line, at, fact, note, ReadScene(assembly));
        if (step.Find("weekly") is { } weekly)
            return new WeeklyStep(line, at, fact, note, ReadScene(weekly), weekly.Need("until").Date, weekly.Find("everyWeeks")?.Int ?? 1, weekly.Find("topics")?.Texts ?? []);
        if (step.Find("check") is { } check) return new CheckStep(line, at, fact, note, [.. check.TextByKey().Select(pair => (pair.Key, pair.Value))]);
        throw step.Wrong("a step is one of found, act, arrive, assembly, weekly, check");
    }

    private static AssemblyScene ReadScene(Node scene) => new(
        scene.Find("as")?.Text, scene.Need("notice").Moment, scene.Need("start").Moment, scene.Need("kind").Enum<AssemblyKind>(), scene.Find("body")?.Int ?? 1,
        scene.Need("place").Text, ReadAttendance(scene.Need("present")), scene.Find("atFirstCall")?.Int, scene.Find("fails")?.Bool ?? false,
        [.. scene.Find("items")?.Items.Select(ReadItem) ?? []], scene.Find("signMinutes")?.Bool ?? true, scene.Find("expect")?.Text, scene.Find("chair")?.Text);

    private static Attendance ReadAttendance(Node node)
    {
        if (node.IsList) return new(null, Named: node.Texts);
        if (node.Text.EndsWith('%') && node.Text.TrimEnd('%').Split('-') is [var from, .. var rest])
            return new(null, Percent(from, node), Percent(rest is [var to] ? to : from, node));
        return new(node.Int);
    }

    private static int Percent(string text, Node node) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100 ? percent : throw node.Wrong("a number, or 60-90%");

    private static SceneItem ReadItem(Node item) => new(
        item.Need("title").Text, item.Find("matter")?.Enum<Matter>() ?? Matter.General, item.Find("toRatify")?.Bool ?? false,
        [.. item.Find("motions")?.Items.Select(ReadMotion) ?? (item.Find("motion") is null ? [] : [ReadMotion(item)])]);

    private static SceneMotion ReadMotion(Node motion)
    {
        var vote = motion.Find("vote");
        return new(
            motion.Need("motion").Text, motion.Find("effect")?.Json as JsonObject, motion.Find("from")?.Json, motion.Find("asConsequence")?.Bool ?? false,
            vote?.Find("method")?.Enum<VoteMethod>() ?? VoteMethod.ShowOfHands, vote?.Find("for")?.Int, vote?.Find("against")?.Int, vote?.Find("abstain")?.Int ?? 0,
            vote?.Find("blank")?.Int ?? 0, motion.Find("expect")?.Text ?? "carried", motion.Find("as")?.Text, motion.Find("mover")?.Text, motion.Find("chair")?.Text);
    }

    /// <summary>One node of the file with its line.</summary>
    private sealed class Node(YamlNode node)
    {
        public int Line => (int)node.Start.Line;

        public bool IsList => node is YamlSequenceNode;

        public string Text => node is YamlScalarNode { Value: { } value } ? value : throw Wrong("words");

        public int Int => int.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong("a number");

        public bool Bool => Text is "true" or "false" ? Text == "true" : throw Wrong("true or false");

        public LocalDateTime Moment => ScenarioReader.Moment.Parse(Text) is { Success: true, Value: var moment } ? moment : throw Wrong("a day and hour as 2002-03-01 14:00");

        public LocalDate Date => LocalDatePattern.Iso.Parse(Text) is { Success: true, Value: var date } ? date : throw Wrong("a day as 2002-03-01");

        public ImmutableArray<string> Texts => [.. Items.Select(item => item.Text)];

        public IEnumerable<Node> Items => node is YamlSequenceNode list ? list.Select(item => new Node(item)) : throw Wrong("a list");

        public JsonNode? Json => ToJson(node);

        public T Enum<T>() where T : struct, Enum => System.Enum.TryParse<T>(Text, out var value) && System.Enum.IsDefined(value) ? value : throw Wrong($"one of {string.Join(", ", System.Enum.GetNames<T>())}");

        public Node? Find(string key) => node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var value) ? new(value) : null;

        public Node Need(string key) => Find(key) ?? throw Wrong($"'{key}' within it");

        public Dictionary<string, string> TextByKey() => node is YamlMappingNode map
            ? map.Children.ToDictionary(pair => new Node(pair.Key).Text, pair => new Node(pair.Value).Text)
            : throw Wrong("words by key");

        public ScenarioException Wrong(string needed) => new(Line, $"needs {needed}");

        // Plain scalars become numbers and switches; quoted ones stay words.
        private static JsonNode? ToJson(YamlNode node) => node switch
        {
            YamlMappingNode map => new JsonObject(map.Children.Select(pair => KeyValuePair.Create(new Node(pair.Key).Text, ToJson(pair.Value)))),
            YamlSequenceNode list => new JsonArray([.. list.Select(ToJson)]),
            YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } flag => JsonValue.Create(flag.Value == "true"),
            YamlScalarNode { Style: ScalarStyle.Plain, Value: "null" or "~" or "" } => null,
            YamlScalarNode { Style: ScalarStyle.Plain } plain when int.TryParse(plain.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
            YamlScalarNode scalar => JsonValue.Create(scalar.Value),
            _ => throw new Node(node).Wrong("a value"),
        };
    }
}
