using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Deed;
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
        var file = new FileNode(root).Only("title", "collective", "sources", "people", "crowd", "posts", "steps");
        var collective = file.Need("collective").Only("id", "kind", "name", "place", "zone", "yearEnds", "preset", "council");
        var sources = file.Find("sources")?.TextByKey() ?? [];
        return new(
            collective.Need("id").Text, file.Need("title").TextByKey(), collective.Need("kind").Enum<CollectiveKind>(), collective.Need("name").Text, collective.Need("place").Text,
            collective.Need("zone").Text, collective.Need("yearEnds").DayOfYear, collective.Need("preset").Text, collective.Find("council")?.Bool ?? false,
            sources, file.Find("people")?.TextByKey() ?? [],
            file.Find("crowd")?.Only("count", "first", "last") is { } crowd ? new(crowd.Need("count").Int, crowd.Need("first").Texts, crowd.Need("last").Texts) : null,
            [.. file.Need("posts").Items.Select(ReadPost)], [.. file.Need("steps").Items.Select(step => ReadStep(step, sources))]);
    }

    internal static ScriptedAct ReadAct(FileNode act) => new(
        act.Line, act.Need("who").Text, act.Need("act").Text, act.Find("data")?.Json as System.Text.Json.Nodes.JsonObject ?? [], act.Find("expect")?.Text, act.Find("as")?.Text);

    private static Post ReadPost(FileNode post)
    {
        post.Only("as", "name", "powers", "months", "holders", "seats", "mostConsecutive", "ofCouncil", "gapMonths");
        return new(
            post.Find("as")?.Text, post.Need("name").Text, post.Find("powers")?.Texts ?? [], post.Need("months").Int, post.Find("holders")?.Texts ?? [], post.Find("seats")?.Int ?? 1,
            post.Find("mostConsecutive")?.Int, post.Find("ofCouncil")?.Bool ?? false, post.Find("gapMonths")?.Int ?? 0);
    }

    private static Step ReadStep(FileNode step, Dictionary<string, string> sources)
    {
        var (line, at, fact, note) = (step.Line, step.Find("at")?.Moment, step.Find("fact")?.Text, step.Find("note")?.Text);
        if ((fact is null) == (step.Find("invented") is null)) throw step.Wrong("either its public fact or that it is invented");
        if (fact is not null && !sources.ContainsKey(fact)) throw step.Wrong($"a source called '{fact}'");
        if (step.Find("found")?.Only("who", "founders", "fromCrowd", "expect") is { } found)
            return new FoundStep(line, at, fact, note, found.Need("who").Text, found.Need("founders").Texts, found.Find("fromCrowd")?.Int ?? 0, found.Find("expect")?.Text);
        if (step.Find("act") is not null)
            return new ActStep(line, at, fact, note, ReadAct(step.Only("at", "fact", "invented", "note", "who", "act", "data", "expect", "as")));
        step.Only("at", "fact", "invented", "note", "arrive", "depart", "petition", "assembly", "weekly", "chart", "books", "check");
        if (step.Find("arrive")?.Only("fromCrowd", "people", "trialUntil") is { } arrive)
            return new ArriveStep(line, at, fact, note, arrive.Find("fromCrowd")?.Int ?? 0, arrive.Find("people")?.Texts ?? [], arrive.Find("trialUntil")?.Date);
        if (step.Find("depart")?.Only("fromCrowd", "people") is { } depart)
            return new DepartStep(line, at, fact, note, depart.Find("fromCrowd")?.Int ?? 0, depart.Find("people")?.Texts ?? []);
        if (step.Find("petition")?.Only("as", "who", "kind", "items", "signatures") is { } petition)
            return new PetitionStep(
                line, at, fact, note, petition.Need("as").Text, petition.Need("who").Text, petition.Need("kind").Enum<AssemblyKind>(),
                [.. petition.Need("items").Items.Select(SceneReader.ReadItem)], petition.Need("signatures").Int);
        if (step.Find("assembly") is { } assembly) return new AssemblyStep(line, at, fact, note, SceneReader.Read(assembly));
        if (step.Find("weekly") is { } weekly)
            return new WeeklyStep(
                line, at, fact, note, SceneReader.Read(weekly), weekly.Need("until").Date, weekly.Find("everyWeeks")?.Int ?? 1,
                [.. weekly.Find("topics")?.Items.Select(SceneReader.ReadItem) ?? []], [.. weekly.Find("except")?.Items.Select(day => day.Date) ?? []]);
        if (step.Find("chart")?.Only("who", "jurisdiction") is { } chart) return new ChartStep(line, at, fact, note, chart.Need("who").Text, chart.Need("jurisdiction").Text);
        if (step.Find("books")?.Only("who", "from", "until", "each") is { } books)
            return new BooksStep(line, at, fact, note, books.Need("who").Text, books.Need("from").Month, books.Need("until").Month, [.. books.Need("each").Items.Select(ReadBooks)]);
        if (step.Find("check") is { } check) return new CheckStep(line, at, fact, note, [.. check.Pairs.Select(pair => (pair.Key, pair.Value.Text))]);
        throw step.Wrong("one of found, act, arrive, depart, petition, assembly, weekly, chart, books, check");
    }

    private static BooksLine ReadBooks(FileNode line)
    {
        line.Only("words", "day", "debit", "credit", "amount", "every", "origin");
        var (least, most) = line.Need("amount").Range;
        return new(line.Need("words").Text, line.Need("day").Int, line.Need("debit").Text, line.Need("credit").Text, least, most, line.Find("every")?.Int ?? 1, line.Find("origin")?.Text);
    }
}
