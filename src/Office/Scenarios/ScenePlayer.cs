using System.Text.Json.Nodes;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;

namespace Autogestion.Office.Scenarios;

/// <summary>Plays one assembly of a scenario, act by act: notice, officers, check-in, calls, items, votes, close, minutes.</summary>
internal sealed class ScenePlayer(ScenarioPlayer player, int line, AssemblyScene scene, int number)
{
    private AssemblyId id;
    private PersonId chair;
    private PersonId secretary;
    private ImmutableArray<PersonId> tellers = [];
    private ImmutableArray<PersonId> signers = [];
    private ImmutableArray<PersonId> room = [];

    private Assembly Sitting => player.State.Assemblies.Find(id)!;

    public async Task PlayAsync()
    {
        player.MoveTo(scene.Notice);
        if (!await NoticeAsync()) return;
        await NameOfficersAsync();
        if (!await OpenAsync()) return;
        var earlier = Sitting.Agenda.Length - scene.Items.Length;
        for (var item = 0; item < scene.Items.Length; item++) await ItemAsync(earlier + item + 1, scene.Items[item]);
        await CloseAsync();
    }

    private async Task<bool> NoticeAsync()
    {
        var convener = player.Holder(Power.Convene, line);
        var (place, placePrepared) = player.Words(scene.Place);
        var titles = scene.Items.Select(item => (Item: item, Words: player.Words(item.Title))).ToImmutableArray();
        var act = new IssueNotice(new(scene.Body), scene.Kind, scene.Start, place, [.. titles.Select(title => new AgendaDraft(title.Words.Text, title.Item.Matter, title.Item.ToRatify))]);
        var entries = await player.AskAsync(line, convener, act, scene.Expect, scene.As, [placePrepared, .. titles.Select(title => title.Words.Prepared)]);
        if (entries.OfType<AssemblyNoticed>().FirstOrDefault() is not { } noticed) return false;
        id = noticed.Assembly;
        return true;
    }

    private async Task NameOfficersAsync()
    {
        var entitled = player.State.Entitled(new(scene.Body), player.Now);
        room = Gather(entitled);
        var convener = player.Holder(Power.Convene, line);
        chair = scene.Chair is { } alias ? player.PersonOf(alias) : convener;
        if (!room.Contains(chair)) room = [chair, .. room.Take(room.Length - 1)];
        // Everybody has a turn: secretary, tellers and signers move on with each assembly.
        var others = room.Where(person => person != chair).ToImmutableArray();
        PersonId Turn(int offset) => others[(number * 3 + offset) % others.Length];
        secretary = Turn(0);
        tellers = others.Length >= 2 ? [Turn(1), Turn(2)] : [];
        signers = [Turn(3), Turn(4)];
        await NameAsync(convener, SittingRole.Chair, chair);
        await NameAsync(convener, SittingRole.Secretary, secretary);
        foreach (var teller in tellers) await NameAsync(convener, SittingRole.Teller, teller);
        foreach (var signer in signers.Distinct()) await NameAsync(convener, SittingRole.Signer, signer);
    }

    private Task NameAsync(PersonId convener, SittingRole role, PersonId person) => player.AskAsync(line, convener, new NameSittingOfficer(id, role, person));

    private async Task<bool> OpenAsync()
    {
        var assembly = Sitting;
        player.MoveTo(scene.Start.PlusMinutes(-20));
        var early = scene.AtFirstCall ?? (scene.Fails ? room.Length : int.MaxValue);
        await CheckInAsync(room.Take(early));
        if (scene.AtFirstCall is null && !scene.Fails)
        {
            player.MoveTo(scene.Start);
            await player.AskAsync(line, chair, new DeclareCall(id, 1));
            return Sitting.Phase == AssemblyPhase.Open ? true : throw new UnexpectedOutcomeException(line, "opened at the first call", "quorum not reached");
        }
        foreach (var call in assembly.Calls)
        {
            player.MoveTo(call.At.InZone(player.State.Deed.Zone).LocalDateTime);
            if (call.Number > 1 && !scene.Fails)
                await CheckInAsync(room.Where(person => !Sitting.InRoom.ContainsKey(person)));
            await player.AskAsync(line, chair, new DeclareCall(id, call.Number));
            if (player.State.Assemblies.Find(id)?.Phase == AssemblyPhase.Open) return scene.Fails ? throw new UnexpectedOutcomeException(line, "no quorum at any call", "opened") : true;
        }
        return scene.Fails ? false : throw new UnexpectedOutcomeException(line, "opened", "lapsed");
    }

    // One in three comes in with the own phone; the rest are entered by the secretary.
    private Task CheckInAsync(IEnumerable<PersonId> people) =>
        Task.WhenAll(people.Select((person, turn) => player.AskAsync(line, turn % 3 == 0 ? person : secretary, new CheckIn(id, person))).ToList());

    private async Task ItemAsync(int item, SceneItem scene)
    {
        await player.AskAsync(line, chair, new TakeItem(id, item));
        foreach (var motion in scene.Motions) await MotionAsync(item, motion);
    }

    private async Task MotionAsync(int item, SceneMotion motion)
    {
        var mover = motion.Mover is { } alias ? player.PersonOf(alias) : room[(number + item) % room.Length];
        var data = new JsonObject { ["assembly"] = id.Value, ["item"] = item, ["words"] = motion.Words, ["asConsequence"] = motion.AsConsequence };
        if (motion.Effect is { } effect) data["effect"] = effect.DeepClone();
        if (motion.From is { } from) data["from"] = from.DeepClone();
        var refusal = motion.Expect.Contains('.', StringComparison.Ordinal) ? motion.Expect : null;
        var tabled = (await player.AskAsync(line, mover, "assembly.table-motion", data, refusal)).OfType<MotionTabled>().FirstOrDefault();
        if (tabled is null) return;
        var officer = motion.Chair is { } other ? player.PersonOf(other) : chair;
        await player.AskAsync(line, officer, new OpenVote(id, tabled.Motion, motion.Method, Sitting.Present));
        await VoteAsync(tabled.Motion, motion);
        var proclaimed = await player.AskAsync(line, officer, new ProclaimResult(id, tabled.Motion));
        Expect(motion, proclaimed);
        player.RememberAll(motion.As, [tabled, .. proclaimed]);
    }

    private async Task VoteAsync(MotionId id, SceneMotion motion)
    {
        var vote = Sitting.Find(id)!.Vote!;
        var entitled = room.Where(person => Sitting.IsPresentAndEntitled(person) && !vote.Recused.Contains(person)).ToImmutableArray();
        var inFavour = motion.For ?? entitled.Length - (motion.Against ?? 0) - motion.Abstain - motion.Blank;
        var against = motion.Against ?? entitled.Length - inFavour - motion.Abstain - motion.Blank;
        if (motion.Method is VoteMethod.ShowOfHands or VoteMethod.Paper)
        {
            var counting = tellers.Where(teller => !vote.Recused.Contains(teller)).ToImmutableArray();
            await player.AskAsync(line, counting[0], new EnterCount(this.id, id, inFavour, against, motion.Abstain, motion.Blank, counting));
            return;
        }
        await Task.WhenAll(entitled.Take(inFavour + against + motion.Abstain).Select((person, i) =>
        {
            var choice = i < inFavour ? Choice.For : i < inFavour + against ? Choice.Against : Choice.Abstain;
            return motion.Method == VoteMethod.OwnPhone
                ? player.AskAsync(line, person, new CastBallot(this.id, id, choice))
                : player.AskAsync(line, secretary, new EnterBallot(this.id, id, person, choice));
        }).ToList());
        await player.AskAsync(line, chair, new CloseVote(this.id, id));
    }

    private void Expect(SceneMotion motion, ImmutableArray<Entry> entries)
    {
        var was = entries.OfType<ResolutionAdopted>().FirstOrDefault() switch
        {
            null => "lost",
            { ToRatify: true } => "to-ratify",
            _ when entries.Any(entry => entry is EffectBlocked) => $"blocked",
            _ when entries.Any(entry => entry is EffectDeferred) => "waiting",
            _ => "carried",
        };
        if (motion.Expect != was)
            throw new UnexpectedOutcomeException(line, $"{motion.Expect} ({motion.Words})", was + string.Concat(entries.OfType<EffectBlocked>().Select(blocked => $" by {blocked.Reason}")));
    }

    private async Task CloseAsync()
    {
        await player.AskAsync(line, chair, new CloseAssembly(id));
        if (!scene.SignMinutes) return;
        await player.AskAsync(line, secretary, new DrawUpMinutes(id));
        foreach (var signer in player.State.Assemblies.Past[id.Value].Minutes!.Signers) await player.AskAsync(line, signer, new SignMinutes(id));
    }

    private ImmutableArray<PersonId> Gather(ImmutableArray<PersonId> entitled)
    {
        if (scene.Present.Named is { } named) return [.. named.Select(player.PersonOf)];
        var spread = scene.Present.ToPercent - scene.Present.FromPercent;
        var percent = scene.Present.FromPercent + (spread == 0 ? 0 : number * 7 % (spread + 1));
        var count = Math.Min(entitled.Length, scene.Present.Number ?? (entitled.Length * percent + 99) / 100);
        // Who stays away changes from one assembly to the next.
        var offset = number * 5 % entitled.Length;
        return [.. Enumerable.Range(0, count).Select(i => entitled[(offset + i) % entitled.Length])];
    }
}
