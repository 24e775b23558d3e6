using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Autogestion.Domain;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Deed;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Network;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Office.Codec;
using Autogestion.Office.Desk;
using Autogestion.Office.Presets;
using Autogestion.Registry;

namespace Autogestion.Office.Scenarios;

/// <summary>What a played scenario did.</summary>
/// <param name="Acts">Acts entered.</param>
/// <param name="Refusals">Acts refused, each as the file expected.</param>
public sealed record Played(CollectiveId Collective, int Acts, int Refusals, int Assemblies, long Position);

/// <summary>A step that came out otherwise than the file says.</summary>
public sealed class UnexpectedOutcomeException(int line, string expected, string was) : Exception($"line {line}: expected {expected}, was {was}")
{
    public int Line { get; } = line;
}

/// <summary>
/// Plays a scenario into a node: every step is an act through the desk, as a person would ask it; nothing is written by
/// hand. The scenario's clock moves with the steps.
/// </summary>
public sealed class ScenarioPlayer(Node node, SteppingClock clock, Scenario scenario, IProgress<LocalDate>? progress = null)
{
    private readonly CollectiveId collective = new(scenario.Id);
    private readonly DateTimeZone zone = DateTimeZoneProviders.Tzdb[scenario.Zone];
    private readonly Dictionary<string, int> named = [];
    private int crowd;
    private int actNumber;
    private int entered;
    private int refused;
    private int assemblies;

    internal Collective State => node.Find(collective)?.Current.State ?? Collective.Empty;

    internal Scenario Scenario => scenario;

    /// <summary>Plays every step in order.</summary>
    /// <exception cref="UnexpectedOutcomeException">A step came out otherwise than the file says.</exception>
    public async Task<Played> PlayAsync(CancellationToken cancellation = default)
    {
        foreach (var step in scenario.Steps)
        {
            cancellation.ThrowIfCancellationRequested();
            if (step.At is { } at) MoveTo(at);
            await PlayAsync(step);
            await node.PostOffice.DeliverAsync(cancellation);
        }
        return new(collective, entered, refused, assemblies, State.Position);
    }

    /// <summary>The id of a person of a scenario: made from names, so that playing twice gives the same people.</summary>
    public static PersonId PersonOf(string collective, string alias) => new(Made($"person {collective}/{alias}"));

    internal PersonId PersonOf(string alias) => PersonOf(scenario.Id, alias);

    internal void MoveTo(LocalDateTime moment)
    {
        progress?.Report(moment.Date);
        clock.MoveTo(moment.InZoneLeniently(zone).ToInstant());
    }

    internal void Name(string name, int number) => named[name] = number;

    /// <summary>Asks an act by its stored name, with references in its data resolved; checks what the file expects.</summary>
    internal async Task<ImmutableArray<Entry>> AskAsync(int line, PersonId who, string act, JsonObject data, string? expect = null, string? name = null)
    {
        var texts = ImmutableArray.CreateBuilder<PreparedText>();
        var json = JsonSerializer.SerializeToUtf8Bytes(Resolve(data, line));
        var read = ActCodec.House.Read(act, json, (words, language, retention) =>
        {
            var (reference, prepared) = node.Registry.Texts.Prepare(collective, language ?? "es", words, retention);
            texts.Add(prepared);
            return reference;
        });
        if (read is Incoming.Malformed malformed)
            throw new ScenarioException(line, $"{act} {malformed.Fault.Kind} at '{malformed.Fault.Path}' {malformed.Fault.About}");
        return await AskAsync(line, who, ((Incoming.Readable)read).Act, expect, name, texts.DrainToImmutable());
    }

    internal async Task<ImmutableArray<Entry>> AskAsync(int line, PersonId who, Act act, string? expect = null, string? name = null, ImmutableArray<PreparedText> texts = default)
    {
        var request = new ActRequest(collective, Made($"act {scenario.Id}/{++actNumber}"), who, act) { Texts = texts.IsDefault ? [] : texts };
        switch (await node.AskAsync(request))
        {
            case ActAnswer.Entered answer when expect is null:
                entered++;
                if (name is not null) Remember(name, answer.Entries);
                return answer.Entries;
            case ActAnswer.Refused answer when expect == answer.Refusal.Code.Name:
                refused++;
                return [];
            case ActAnswer.Entered:
                throw new UnexpectedOutcomeException(line, expect!, "entered");
            case ActAnswer.Refused answer:
                throw new UnexpectedOutcomeException(line, expect ?? "entered", $"{answer.Refusal.Code} ({string.Join(", ", answer.Refusal.Facts.Select(fact => $"{fact.Name} {fact.Value}"))}) for {act.GetType().Name}");
            case var trouble:
                throw new UnexpectedOutcomeException(line, expect ?? "entered", trouble.ToString() ?? "");
        }
    }

    /// <summary>Words as a reference, prepared for storing.</summary>
    internal (Text Text, PreparedText Prepared) Words(string words) => node.Registry.Texts.Prepare(collective, "es", words, Retention.Legal);

    internal JsonNode? Resolve(JsonNode? data, int line) => data switch
    {
        JsonObject map => new JsonObject(map.Select(pair => KeyValuePair.Create(pair.Key, Resolve(pair.Value, line)))),
        JsonArray list => new JsonArray([.. list.Select(item => Resolve(item, line))]),
        JsonValue value when value.TryGetValue<string>(out var text) && text is ['@', .. var alias] => JsonValue.Create(PersonOf(alias).Value),
        JsonValue value when value.TryGetValue<string>(out var text) && text is ['$', .. var thing] =>
            JsonValue.Create(named.TryGetValue(thing, out var number) ? number : throw new ScenarioException(line, $"nothing is named '{thing}' yet")),
        JsonValue value when value.TryGetValue<string>(out var text) && text is ['%', .. var preset] => JsonSerializer.SerializeToNode(PresetLibrary.Shipped.Find(preset)!.Preset, JsonForm.Options),
        _ => data?.DeepClone(),
    };

    private Task PlayAsync(Step step) => step switch
    {
        FoundStep found => FoundAsync(found),
        ActStep act => AskAsync(act.Line, act.Who == "desk" ? PersonId.Nobody : PersonOf(act.Who), act.Act, act.Data, act.Expect, act.As),
        ArriveStep arrive => ArriveAsync(arrive),
        AssemblyStep assembly => SceneAsync(assembly.Line, assembly.Scene),
        WeeklyStep weekly => WeeksAsync(weekly),
        CheckStep check => CheckAsync(check),
        _ => throw new ScenarioException(step.Line, "unknown step"),
    };

    private async Task SceneAsync(int line, AssemblyScene scene)
    {
        assemblies++;
        await new ScenePlayer(this, line, scene, assemblies).PlayAsync();
    }

    private async Task WeeksAsync(WeeklyStep weekly)
    {
        for (var week = 0; ; week += weekly.EveryWeeks)
        {
            var scene = weekly.Scene with { Notice = weekly.Scene.Notice.PlusWeeks(week), Start = weekly.Scene.Start.PlusWeeks(week) };
            if (scene.Start.Date > weekly.Until) return;
            if (weekly.Topics.Length > 0)
                scene = scene with { Items = [.. scene.Items, new(weekly.Topics[week / weekly.EveryWeeks % weekly.Topics.Length], Matter.General, false, [])] };
            await SceneAsync(weekly.Line, scene);
        }
    }

    private async Task FoundAsync(FoundStep step)
    {
        string[] founders = [.. step.Founders, .. TakeFromCrowd(step.FromCrowd)];
        var preset = PresetLibrary.Shipped.Find(scenario.Preset) ?? throw new ScenarioException(step.Line, $"no preset '{scenario.Preset}'");
        await SavePeopleAsync(founders);
        var people = await Task.WhenAll(founders.Select(async alias => new Founder(PersonOf(alias), (await node.Registry.Persons.Identities.CommitAsync(collective, PersonOf(alias)))!)));
        var texts = ImmutableArray.CreateBuilder<PreparedText>();
        var posts = scenario.Posts.Select(post =>
        {
            var (name, prepared) = Words(post.Name);
            texts.Add(prepared);
            return new FirstPost(
                new(name, post.OfCouncil ? new(2) : BodyId.Assembly, [.. post.Powers.Select(Enum.Parse<Power>)], post.Seats, post.Months, post.MostConsecutive, post.GapMonths),
                [.. post.Holders.Select(PersonOf)]);
        }).ToImmutableArray();
        var act = new Found(
            PersonOf(step.Who), collective, scenario.Kind, scenario.Name, scenario.Place, scenario.Zone, scenario.YearEnds, preset.Preset, preset.Hash,
            [.. people], scenario.Council, posts, node.Keys.For(collective).Verifier.ToString());
        await AskAsync(step.Line, PersonOf(step.Who), act, step.Expect, null, texts.DrainToImmutable());
    }

    private async Task ArriveAsync(ArriveStep step)
    {
        string[] people = [.. step.People, .. TakeFromCrowd(step.FromCrowd)];
        await SavePeopleAsync(people);
        foreach (var alias in people)
        {
            var commitment = (await node.Registry.Persons.Identities.CommitAsync(collective, PersonOf(alias)))!;
            await AskAsync(step.Line, PersonOf(alias), new ApplyForAdmission(PersonOf(alias), commitment));
        }
        if (step.TrialUntil is { } until)
            await Task.WhenAll(people.Select(alias => AskAsync(step.Line, Holder(Power.KeepRoster, step.Line), new BeginTrial(PersonOf(alias), until))).ToList());
    }

    /// <summary>Whoever holds a power now.</summary>
    internal PersonId Holder(Power power, int line)
    {
        var now = Instant.FromDateTimeOffset(clock.GetUtcNow());
        return State.Posts.Live(now).Where(mandate => mandate.Post is not null && mandate.Powers.Contains(power)).Select(mandate => (PersonId?)mandate.Person).FirstOrDefault()
            ?? throw new ScenarioException(line, $"nobody holds {power} any more");
    }

    internal Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    private Task SavePeopleAsync(IEnumerable<string> aliases) =>
        node.Registry.Persons.SaveManyAsync(collective, aliases.Select(alias => (PersonOf(alias), new PersonDetails(NameOf(alias), $"EX-{alias}"))));

    private string NameOf(string alias)
    {
        if (scenario.People.TryGetValue(alias, out var name)) return name;
        if (scenario.Crowd is not { } people || !alias.StartsWith("crowd", StringComparison.Ordinal)) return alias;
        var number = int.Parse(alias.AsSpan("crowd".Length), CultureInfo.InvariantCulture);
        return $"{people.First[number % people.First.Count]} {people.Last[number / people.First.Count % people.Last.Count]}";
    }

    private IEnumerable<string> TakeFromCrowd(int count)
    {
        for (var i = 0; i < count; i++) yield return $"crowd{++crowd}";
    }

    private void Remember(string name, ImmutableArray<Entry> entries)
    {
        foreach (var (kind, number) in entries.Select(Made).OfType<(string, int)>())
        {
            named.TryAdd(name, number);
            named[$"{name}.{kind}"] = number;
        }
    }

    private static (string Kind, int Number)? Made(Entry entry) => entry switch
    {
        AssemblyNoticed noticed => ("assembly", noticed.Assembly.Value),
        MotionTabled tabled => ("motion", tabled.Motion.Value),
        AssemblyPetitioned petitioned => ("petition", petitioned.Petition.Value),
        ResolutionAdopted adopted => ("resolution", adopted.Resolution.Value),
        PostCreated created => ("post", created.Post.Value),
        MandateGranted granted => ("mandate", granted.Mandate.Value),
        LetterWritten written => ("letter", written.Letter.Number),
        _ => null,
    };

    internal void RememberAll(string? name, ImmutableArray<Entry> entries)
    {
        if (name is not null) Remember(name, entries);
    }

    private Task CheckAsync(CheckStep check)
    {
        foreach (var (what, value) in check.Checks)
        {
            var was = Measure(what, check.Line);
            if (was != value) throw new UnexpectedOutcomeException(check.Line, $"{what} {value}", was);
        }
        return Task.CompletedTask;
    }

    private string Measure(string what, int line) => what switch
    {
        "members" => Number(State.Roster.Voters(Now).Length),
        "candidates" => Number(State.Roster.People.Values.Count(person => person.On(Now, zone) is Standing.Candidate or Standing.OnTrial)),
        "resolutions" => Number(State.Resolutions.All.Count),
        "openResolutions" => Number(State.Resolutions.Open.Count),
        "assemblies" => Number(State.Assemblies.Past.Count),
        "lapsed" => Number(State.Assemblies.Past.Values.Count(past => !past.Held)),
        "secondCalls" => Number(State.Assemblies.Past.Values.Count(past => past.Call > 1)),
        "preset" => State.Statutes.Preset!.Id,
        "networks" => Number(State.Network.Networks.Count),
        "collectives" => Number(State.Network.Collectives.Count),
        "requests" => Number(State.Network.Requests.Count),
        _ when what.StartsWith("holder of ", StringComparison.Ordinal) => string.Join(" ", State.Posts.Live(Now)
            .Where(mandate => mandate.Post is { } post && named.TryGetValue(what["holder of ".Length..], out var number) && post.Value == number)
            .Select(mandate => scenario.People.Keys.FirstOrDefault(alias => PersonOf(alias) == mandate.Person) ?? "crowd")),
        _ => throw new ScenarioException(line, $"nothing called '{what}' can be checked"),
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Guid Made(string from) => new(SHA256.HashData(Encoding.UTF8.GetBytes(from)).AsSpan(0, 16));
}
