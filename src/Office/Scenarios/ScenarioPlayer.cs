using System.Text.Json;
using System.Text.Json.Nodes;
using Autogestion.Domain;
using Autogestion.Domain.Accounts;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Deed;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Domain.Posts;
using Autogestion.Office.Charts;
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
public sealed class UnexpectedOutcomeException(int line, string expected, string was) : Exception
{
    public int Line { get; } = line;

    /// <summary>The name of the collective whose story it is.</summary>
    public string Story { get; internal set; } = "";

    public override string Message => $"{Story}, line {Line}: expected {expected}, was {was}";
}

/// <summary>
/// Plays a scenario into a node: every step is an act through the desk, as a person would ask it; nothing is written by
/// hand. The time is that of the steps.
/// </summary>
public sealed class ScenarioPlayer(Node node, Timeline timeline, Scenario scenario)
{
    private readonly CollectiveId collective = new(scenario.Id);
    private readonly DateTimeZone zone = DateTimeZoneProviders.Tzdb[scenario.Zone];
    private CancellationToken cancellation;
    private int actNumber;
    private int entered;
    private int refused;
    private int assemblies;

    internal StoryNames Names { get; } = new(scenario);

    internal Collective State => node.Find(collective)?.Current.State ?? Collective.Empty;

    internal Instant Now => timeline.Clock.Now;

    /// <summary>The id of a person of a scenario: made from names, so that playing twice gives the same people.</summary>
    public static PersonId PersonOf(string collective, string alias) => StoryNames.PersonOf(collective, alias);

    /// <summary>The name of a person of a scenario, also of one who is only counted.</summary>
    public static string NameOf(Scenario scenario, string alias) => new StoryNames(scenario).NameOf(alias);

    /// <summary>Plays every step in order.</summary>
    /// <exception cref="UnexpectedOutcomeException">A step came out otherwise than the file says.</exception>
    internal async Task<Played> PlayAsync(CancellationToken cancel)
    {
        cancellation = cancel;
        foreach (var step in scenario.Steps)
        {
            if (step.At is { } at) await ReachAsync(at);
            await PlayAsync(step);
            await node.PostOffice.DeliverAsync(cancellation);
        }
        return new(collective, entered, refused, assemblies, State.Position);
    }

    /// <summary>Goes on to a day and hour, entering on the way what falls due by itself at its own moment.</summary>
    internal async Task ReachAsync(LocalDateTime when)
    {
        var moment = when.InZoneLeniently(zone).ToInstant();
        for (Instant? last = null; RulesDue.Next(State) is { } due && due <= moment && due != last; last = due)
        {
            await timeline.ReachAsync(due, cancellation);
            var answer = await node.AskAsync(new(collective, NextAct(), PersonId.Nobody, new EnterDue(), new Authority.RuleDue()), cancellation);
            if (answer is ActAnswer.Entered) Interlocked.Increment(ref entered);
        }
        await timeline.ReachAsync(moment, cancellation);
    }

    /// <summary>Lets some time pass.</summary>
    internal async Task<byte[]> SignAsync(MotionId motion, PersonId person, byte[] blinded) =>
        await node.Ballots.SignAsync(collective, motion, person, blinded, cancellation) ?? throw new InvalidOperationException("An envelope was not signed.");

    internal Task CastAsync(MotionId motion, byte[] message, byte[] signature, string ballot) => node.Ballots.CastAsync(collective, motion, message, signature, ballot, cancellation);

    internal Task WaitAsync(Duration time) => timeline.ReachAsync(Now + time, cancellation);

    internal PersonId PersonOf(string alias) => Names.PersonOf(alias);

    /// <summary>A person by alias, or whoever holds a post by its name.</summary>
    internal PersonId Whoever(string who, int line) => who is ['$', .. var post] ? HolderOf(Names.Number(post, line), line) : PersonOf(who);

    /// <summary>Whoever of these holds a power now; else whoever of all does.</summary>
    internal PersonId Holder(Power power, int line, IReadOnlyCollection<PersonId>? among = null)
    {
        var holders = State.Posts.Live(Now).Where(mandate => mandate.Post is not null && mandate.Powers.Contains(power)).Select(mandate => mandate.Person)
            .Where(person => State.Roster.StandingOf(person, Now) is Standing.Member or Standing.VoiceOnly).ToList();
        if (holders.Count == 0) throw new ScenarioException(line, $"nobody holds {power} any more");
        return holders.Where(person => among?.Contains(person) == true).FirstOrDefault(holders[0]);
    }

    /// <summary>Asks an act by its stored name, with references in its data resolved; checks what the file expects.</summary>
    internal async Task<ImmutableArray<Entry>> AskAsync(int line, PersonId who, string act, JsonObject data, string? expect = null, string? name = null)
    {
        var texts = ImmutableArray.CreateBuilder<PreparedText>();
        var json = JsonSerializer.SerializeToUtf8Bytes(Names.Resolve(data, line));
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
        var request = new ActRequest(collective, NextAct(), who, act) { Texts = texts.IsDefault ? [] : texts };
        switch (await node.AskAsync(request, cancellation))
        {
            case ActAnswer.Entered answer when expect is null:
                Interlocked.Increment(ref entered);
                Names.Remember(name, answer.Entries);
                return answer.Entries;
            case ActAnswer.Refused answer when expect == answer.Refusal.Code.Name:
                Interlocked.Increment(ref refused);
                return [];
            case ActAnswer.Entered:
                throw new UnexpectedOutcomeException(line, expect!, "entered");
            case ActAnswer.Refused answer:
                throw new UnexpectedOutcomeException(
                    line, expect ?? "entered", $"{answer.Refusal.Code} ({string.Join(", ", answer.Refusal.Facts.Select(fact => $"{fact.Name} {fact.Value}"))}) for {act.GetType().Name}");
            case var trouble:
                throw new UnexpectedOutcomeException(line, expect ?? "entered", trouble.ToString() ?? "");
        }
    }

    /// <summary>Asks several acts at once: the desk takes them in this order, and writes them down together.</summary>
    internal Task AskAllAsync(int line, IEnumerable<(PersonId Who, Act Act)> acts) => Task.WhenAll(acts.Select(ask => AskAsync(line, ask.Who, ask.Act)).ToList());

    /// <summary>Words as a reference, prepared for storing.</summary>
    internal (Text Text, PreparedText Prepared) Words(string words) => node.Registry.Texts.Prepare(collective, "es", words, Retention.Legal);

    private Task PlayAsync(Step step) => step switch
    {
        FoundStep found => FoundAsync(found),
        ActStep { Act: var act } => AskAsync(act.Line, Whoever(act.Who, act.Line), act.Act, act.Data, act.Expect, act.As),
        ArriveStep arrive => ArriveAsync(arrive),
        DepartStep depart => DepartAsync(depart),
        PetitionStep petition => PetitionAsync(petition),
        AssemblyStep assembly => SceneAsync(assembly.Line, assembly.Scene),
        WeeklyStep weekly => WeeksAsync(weekly),
        ChartStep chart => AskAsync(chart.Line, Whoever(chart.Who, chart.Line), new AdoptChart(ChartLibrary.For(chart.Jurisdiction))),
        BooksStep books => BooksAsync(books),
        CheckStep check => CheckAsync(check),
        _ => throw new ScenarioException(step.Line, "unknown step"),
    };

    private async Task SceneAsync(int line, AssemblyScene scene) => await new ScenePlayer(this, line, scene, ++assemblies).PlayAsync();

    private async Task WeeksAsync(WeeklyStep weekly)
    {
        for (var week = 0; ; week += weekly.EveryWeeks)
        {
            var scene = weekly.Scene with { Notice = weekly.Scene.Notice.PlusWeeks(week), Start = weekly.Scene.Start.PlusWeeks(week) };
            if (scene.Start.Date > weekly.Until) return;
            if (weekly.Except.Contains(scene.Start.Date)) continue;
            if (weekly.Topics.Length > 0) scene = scene with { Items = [.. scene.Items, weekly.Topics[week / weekly.EveryWeeks % weekly.Topics.Length]] };
            await SceneAsync(weekly.Line, scene);
        }
    }

    // All months in one act, so that they enter all or none.
    private async Task BooksAsync(BooksStep books)
    {
        var texts = ImmutableArray.CreateBuilder<PreparedText>();
        var drafts = ImmutableArray.CreateBuilder<Draft>();
        for (var (month, turn) = (books.From, 0); month.CompareTo(books.Until) <= 0; month = month.PlusMonths(1), turn++)
        {
            foreach (var (line, at) in books.Lines.Select((line, at) => (line, at)).Where(one => turn % one.line.Every == 0))
            {
                var (words, prepared) = node.Registry.Texts.Prepare(collective, "es", line.Words, Retention.Legal);
                var amount = new Money(line.Least + (turn * 7919 + at * 104_729) % (line.Most - line.Least + 1));
                ResultOrigin? origin = line.Origin is { } named ? Enum.Parse<ResultOrigin>(named) : null;
                var book = State.Accounts;
                Line Side(string code, Money side) => new(code, side, Origin: book.Find(code)?.Role.IsResult() == true ? origin : null);
                texts.Add(prepared);
                drafts.Add(new(month.OnDayOfMonth(Math.Min(line.Day, month.ToDateInterval().Length)), words, [Side(line.Debit, amount), Side(line.Credit, -amount)]));
            }
        }
        await AskAsync(books.Line, Whoever(books.Who, books.Line), new PostTransactions(drafts.DrainToImmutable()), texts: texts.DrainToImmutable());
    }

    private async Task FoundAsync(FoundStep step)
    {
        string[] founders = [.. step.Founders, .. Names.TakeFromCrowd(step.FromCrowd)];
        var preset = PresetLibrary.Shipped.Find(scenario.Preset) ?? throw new ScenarioException(step.Line, $"no preset '{scenario.Preset}'");
        await SavePeopleAsync(founders);
        var people = await Task.WhenAll(founders.Select(async alias => new Founder(PersonOf(alias), await CommitAsync(alias))));
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
        var made = await AskAsync(step.Line, PersonOf(step.Who), act, step.Expect, null, texts.DrainToImmutable());
        foreach (var granted in made.OfType<MandateGranted>())
            if (scenario.Posts[granted.Post.Value - 1].As is { } name)
                Names.Name($"{name}.mandate", granted.Mandate.Value);
        foreach (var created in made.OfType<PostCreated>())
            if (scenario.Posts[created.Post.Value - 1] is { As: { } name, Name: var words })
            {
                Names.Remember(name, [created]);
                Names.NamePost(name, words);
            }
    }

    private async Task ArriveAsync(ArriveStep step)
    {
        string[] people = [.. step.People, .. Names.TakeFromCrowd(step.FromCrowd)];
        await SavePeopleAsync(people);
        var commitments = await Task.WhenAll(people.Select(CommitAsync));
        await AskAllAsync(step.Line, people.Zip(commitments, (alias, commitment) => (PersonOf(alias), (Act)new ApplyForAdmission(PersonOf(alias), commitment))));
        if (step.TrialUntil is not { } until) return;
        var keeper = Holder(Power.KeepRoster, step.Line);
        await AskAllAsync(step.Line, people.Select(alias => (keeper, (Act)new BeginTrial(PersonOf(alias), until))));
    }

    private Task DepartAsync(DepartStep step)
    {
        var crowd = State.Roster.Voters(Now).Where(person => Names.AliasOf(person).StartsWith(StoryNames.Crowd, StringComparison.Ordinal)).TakeLast(step.FromCrowd);
        return AskAllAsync(step.Line, step.People.Select(PersonOf).Concat(crowd).Select(person => (person, (Act)new Resign(person))));
    }

    private async Task PetitionAsync(PetitionStep step)
    {
        var titles = step.Items.Select(item => (Item: item, Words: Words(item.Title))).ToImmutableArray();
        var act = new PetitionAssembly(step.Kind, [.. titles.Select(title => new AgendaDraft(title.Words.Text, title.Item.Matter, title.Item.ToRatify))]);
        await AskAsync(step.Line, PersonOf(step.Who), act, null, step.As, [.. titles.Select(title => title.Words.Prepared)]);
        var petition = new PetitionId(Names.Number(step.As, step.Line));
        var others = State.Roster.Voters(Now).Where(person => person != PersonOf(step.Who)).Take(step.Signatures - 1);
        await AskAllAsync(step.Line, others.Select(person => (person, (Act)new SignPetition(petition))));
    }

    private PersonId HolderOf(int post, int line) => State.Posts.Live(Now).FirstOrDefault(mandate => mandate.Post == new PostId(post))?.Person
        ?? throw new ScenarioException(line, "nobody holds that post now");

    private Task SavePeopleAsync(IEnumerable<string> aliases) =>
        node.Registry.Persons.SaveManyAsync(collective, aliases.Select(alias => (PersonOf(alias), new PersonDetails(Names.NameOf(alias), $"EX-{alias}"))), cancellation);

    private async Task<string> CommitAsync(string alias) => (await node.Registry.Persons.Identities.CommitAsync(collective, PersonOf(alias), cancellation))!;

    private Guid NextAct() => StoryNames.Made($"act {scenario.Id}/{++actNumber}");

    private Task CheckAsync(CheckStep check)
    {
        foreach (var (what, expected) in check.Checks)
        {
            var was = StoryChecks.Measure(what, check.Line, State, Names, Now);
            if (was != expected) throw new UnexpectedOutcomeException(check.Line, $"{what} {expected}", was);
        }
        return Task.CompletedTask;
    }
}
