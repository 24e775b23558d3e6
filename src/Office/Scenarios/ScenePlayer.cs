using System.Text.Json.Nodes;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using NodaTime.Text;

namespace Autogestion.Office.Scenarios;

/// <summary>Plays one assembly of a scenario, act by act: notice, officers, check-in, calls, items, close, minutes.</summary>
/// <param name="number">Counts the assemblies of the story, so that who comes and who serves changes from one to the next.</param>
internal sealed class ScenePlayer(ScenarioPlayer player, int line, AssemblyScene scene, int number)
{
    private ImmutableArray<PersonId> room = [];

    public int Number => number;

    public AssemblyId Id { get; private set; }

    public PersonId Chair { get; private set; }

    public PersonId Secretary { get; private set; }

    /// <summary>Who came and is still there.</summary>
    public ImmutableArray<PersonId> Room => room;

    public Assembly Sitting => player.State.Assemblies.Find(Id)!;

    public async Task PlayAsync()
    {
        await player.ReachAsync(scene.Notice);
        if (!await NoticeAsync() || scene.Ends == SceneEnd.Noticed) return;
        await NameOfficersAsync();
        if (!await OpenAsync()) return;
        foreach (var item in scene.Items)
            if (!await ItemAsync(item)) return;
        if (scene.Ends == SceneEnd.Closed) await CloseAsync();
    }

    /// <summary>Names somebody who is in the room, has no role yet and may serve, in place of somebody who may not.</summary>
    public async Task<PersonId> ReplaceAsync(SittingRole role, ImmutableArray<PersonId> recused)
    {
        var serving = player.State.Posts.Officers(Id).Select(officer => officer.Person).ToHashSet();
        var other = room.First(person => !serving.Contains(person) && !recused.Contains(person));
        await NameAsync(Chair, role, other);
        if (role == SittingRole.Chair) Chair = other;
        return other;
    }

    /// <summary>Gives the chair back.</summary>
    public async Task HandBackAsync(PersonId chair)
    {
        if (Chair == chair) return;
        await NameAsync(Chair, SittingRole.Chair, chair);
        Chair = chair;
    }

    private async Task<bool> NoticeAsync()
    {
        var entitled = player.State.Entitled(new(scene.Body), player.Now);
        var (place, placePrepared) = player.Words(scene.Place);
        ImmutableArray<Entry> entries;
        if (scene.Petition is { } petition)
        {
            Chair = player.PersonOf(scene.Chair ?? throw new ScenarioException(line, "whoever calls by petition chairs: name the chair"));
            var act = new IssuePetitionedNotice(new(player.Names.Number(petition, line)), scene.Start, place);
            entries = await player.AskAsync(line, Chair, act, scene.Expect, scene.As, [placePrepared]);
        }
        else
        {
            var convener = player.Holder(Power.Convene, line, entitled);
            Chair = scene.Chair is { } alias ? player.PersonOf(alias) : convener;
            var drafts = scene.Items.Where(item => item.About is null).Select(item => (Item: item, Words: player.Words(item.Title))).ToImmutableArray();
            var act = new IssueNotice(new(scene.Body), scene.Kind, scene.Start, place, [.. drafts.Select(draft => new AgendaDraft(draft.Words.Text, draft.Item.Matter, draft.Item.ToRatify))]);
            entries = await player.AskAsync(line, convener, act, scene.Expect, scene.As, [placePrepared, .. drafts.Select(draft => draft.Words.Prepared)]);
        }
        if (entries.OfType<AssemblyNoticed>().FirstOrDefault() is not { } noticed) return false;
        Id = noticed.Assembly;
        player.Names.Name("this", Id.Value);
        foreach (var (index, item) in scene.Items.Where(item => item.About is null).Index()) player.Names.Name($"item-{index + 1}", NumberOf(item));
        return true;
    }

    private async Task NameOfficersAsync()
    {
        var entitled = player.State.Entitled(new(scene.Body), player.Now);
        room = Gather(entitled);
        if (!room.Contains(Chair)) room = [Chair, .. room.Take(room.Length - 1)];
        // Everybody has a turn: secretary, tellers and signers move on with each assembly.
        var others = room.Where(person => person != Chair).ToImmutableArray();
        if (others.Length < 2) throw new ScenarioException(line, "an assembly needs a chair and two others");
        PersonId Turn(int offset) => others[(number * 3 + offset) % others.Length];
        Secretary = Turn(0);
        var naming = scene.Petition is null ? player.Holder(Power.Convene, line, entitled) : Chair;
        IEnumerable<(SittingRole Role, PersonId Person)> officers =
        [
            (SittingRole.Secretary, Secretary), (SittingRole.Teller, Turn(1)), (SittingRole.Teller, Turn(2)), (SittingRole.Signer, Turn(3)), (SittingRole.Signer, Turn(4)),
        ];
        if (scene.Petition is null) officers = officers.Prepend((SittingRole.Chair, Chair));
        await player.AskAllAsync(line, officers.Distinct().Select(officer => (naming, (Act)new NameSittingOfficer(Id, officer.Role, officer.Person))));
    }

    private Task NameAsync(PersonId by, SittingRole role, PersonId person) => player.AskAsync(line, by, new NameSittingOfficer(Id, role, person));

    private async Task<bool> OpenAsync()
    {
        var calls = Sitting.Calls;
        await player.ReachAsync(scene.Start.PlusMinutes(-20));
        await CheckInAsync(room.Take(scene.AtFirstCall ?? room.Length));
        foreach (var call in calls)
        {
            await player.ReachAsync(call.At.InZone(player.State.Deed.Zone).LocalDateTime);
            if (call.Number > 1 && !scene.Fails) await CheckInAsync(room.Where(person => !Sitting.InRoom.ContainsKey(person)));
            await player.AskAsync(line, Chair, new DeclareCall(Id, call.Number));
            if (player.State.Assemblies.Find(Id)?.Phase == AssemblyPhase.Open)
                return scene.Fails ? throw new UnexpectedOutcomeException(line, "no quorum at any call", $"opened at call {call.Number}") : true;
            if (scene.AtFirstCall is null && !scene.Fails)
                throw new UnexpectedOutcomeException(line, "opened at the first call", $"{player.State.Assemblies.Find(Id)?.FailedCalls[^1].ToString() ?? "lapsed"}");
        }
        return scene.Fails ? false : throw new UnexpectedOutcomeException(line, "opened", "lapsed");
    }

    // One in three comes in with the own phone; the rest are entered by the secretary.
    private Task CheckInAsync(IEnumerable<PersonId> people) =>
        player.AskAllAsync(line, people.Select((person, turn) => (turn % 3 == 0 ? person : Secretary, (Act)new CheckIn(Id, person))));

    // False where the story leaves a vote open.
    private async Task<bool> ItemAsync(SceneItem item)
    {
        await player.WaitAsync(Duration.FromMinutes(4 + (number + item.Line) % 5));
        await LeaveAsync(item.Leave.Of(room.Length, number));
        await player.AskAsync(item.Line, Chair, new TakeItem(Id, NumberOf(item)));
        foreach (var act in item.Acts) await ActAsync(act);
        var motions = new MotionPlayer(player, this);
        foreach (var motion in item.Motions.Concat(Elections(item)).Concat(Admissions(item)))
            if (!await motions.PlayAsync(NumberOf(item), motion)) return false;
        if (item.Recess is { } recess)
        {
            var (place, prepared) = player.Words(recess.Place);
            await player.AskAsync(item.Line, Chair, new Recess(Id, recess.Until, place), texts: [prepared]);
            await player.ReachAsync(recess.Until);
            await player.AskAsync(item.Line, Chair, new Resume(Id));
            // After a recess to another day the list begins anew.
            await CheckInAsync(room.Where(person => !Sitting.InRoom.ContainsKey(person)));
        }
        return true;
    }

    /// <summary>An act within this assembly.</summary>
    public Task ActAsync(ScriptedAct act) =>
        player.AskAsync(act.Line, act.Who switch { "chair" => Chair, "secretary" => Secretary, _ => player.Whoever(act.Who, act.Line) }, act.Act, act.Data, act.Expect, act.As);

    private int NumberOf(SceneItem item)
    {
        var agenda = Sitting.Agenda;
        if (item.About is { } about)
            return agenda.FirstOrDefault(one => one.About == new ResolutionId(player.Names.Number(about, item.Line)) || (one.Came is { } came && came == CameOf(about)))?.Number
                ?? throw new UnexpectedOutcomeException(item.Line, $"'{about}' back on the agenda", "not on it");
        var own = scene.Items.Where(one => one.About is null).ToList();
        return agenda.Length - own.Count + own.IndexOf(item) + 1;
    }

    // What else comes by itself: what an auditor observed, what somebody appeals against, what members asked for.
    private Came? CameOf(string name) =>
        player.Names.Find($"{name}.observation") is { } observation ? new Came.Observed(new(observation))
        : player.Names.Find($"{name}.procedure") is { } procedure ? new Came.Appealed(new(procedure))
        : player.Names.Find($"{name}.request") is { } request ? new Came.Asked(new(request)) : null;

    private async Task LeaveAsync(int count)
    {
        if (count == 0) return;
        var serving = player.State.Posts.Officers(Id).Select(officer => officer.Person).ToHashSet();
        var leaving = room.Where(person => !serving.Contains(person)).TakeLast(count).ToImmutableArray();
        await player.AskAllAsync(line, leaving.Select(person => (person, (Act)new CheckOut(Id, person))));
        room = [.. room.Except(leaving)];
    }

    private IEnumerable<SceneMotion> Elections(SceneItem item) => item.Elect.Select(election =>
    {
        var data = new JsonObject { ["post"] = $"${election.Post}", ["person"] = $"@{election.Person}" };
        if (item.ElectFrom is { } from) data["from"] = LocalDatePattern.Iso.Format(from);
        return Carried(item, $"{player.Names.PostName(election.Post)}: {player.Names.NameOf(election.Person)}", "post.grant", data, election.Post);
    });

    private IEnumerable<SceneMotion> Admissions(SceneItem item)
    {
        var today = player.Now.InZone(player.State.Deed.Zone).Date;
        var people = item.Admit is ["trial"]
            ? player.State.Roster.People.Values.Where(person => person is { Standing: Domain.Members.Standing.OnTrial, Until: { } until } && until <= today)
                .OrderBy(person => person.History[0].From).ThenBy(person => person.Id.Value).Select(person => player.Names.AliasOf(person.Id))
            : item.Admit;
        return people.Select(alias => Carried(item, $"Admitir a {player.Names.NameOf(alias)}", "member.admit", new() { ["person"] = $"@{alias}" }, null));
    }

    private static SceneMotion Carried(SceneItem item, string words, string act, JsonObject data, string? name) => new(
        item.Line, words, null, new() { ["act"] = act, ["data"] = data }, null, false, null, null, item.Vote, "carried", null, name, [], null);

    private async Task CloseAsync()
    {
        await player.AskAsync(line, Chair, new CloseAssembly(Id));
        if (!scene.SignMinutes) return;
        await player.AskAsync(line, Secretary, new DrawUpMinutes(Id));
        await player.AskAllAsync(line, player.State.Assemblies.Past[Id.Value].Minutes!.Signers.Select(signer => (signer, (Act)new SignMinutes(Id))));
        player.Names.Name("last", Id.Value);
    }

    private ImmutableArray<PersonId> Gather(ImmutableArray<PersonId> entitled)
    {
        if (scene.Present.Heads is not { } heads) return [.. scene.Present.Named.Select(player.PersonOf)];
        var count = Math.Min(entitled.Length, heads.Of(entitled.Length, number));
        // Who stays away changes from one assembly to the next; who has something to do comes.
        var offset = number * 5 % entitled.Length;
        return [.. Busy().Where(entitled.Contains).Concat(Enumerable.Range(0, entitled.Length).Select(i => entitled[(offset + i) % entitled.Length])).Distinct().Take(count)];
    }

    private IEnumerable<PersonId> Busy() => scene.Items
        .SelectMany(item => item.Acts.Concat(item.Motions.SelectMany(motion => motion.Meanwhile)).Select(act => act.Who).Concat(item.Motions.SelectMany(motion => new[] { motion.Mover, motion.Seconder })))
        .OfType<string>().Where(who => who is not ("chair" or "secretary")).Select(who => player.Whoever(who, line));
}
