using System.Text.Json.Nodes;
using Autogestion.Domain;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Office.Secrecy;

namespace Autogestion.Office.Scenarios;

/// <summary>Plays one motion of an assembly: tabled, voted, proclaimed, with what the file expects of each.</summary>
internal sealed class MotionPlayer(ScenarioPlayer player, ScenePlayer scene)
{
    /// <summary>False where its vote stays open.</summary>
    public async Task<bool> PlayAsync(int item, SceneMotion motion)
    {
        if ((motion.Tabled is { } name ? new MotionId(player.Names.Number($"{name}.motion", motion.Line)) : await TableAsync(item, motion)) is not { } tabled) return true;
        if (motion.Seconder is { } seconder) await player.AskAsync(motion.Line, player.PersonOf(seconder), new SecondMotion(scene.Id, tabled));
        var chair = scene.Chair;
        var recused = Effects.Recused(scene.Sitting.Find(tabled), player.State, player.Now);
        if (recused.Contains(chair)) await scene.ReplaceAsync(SittingRole.Chair, recused);
        var goesOn = await VoteAsync(tabled, motion);
        await scene.HandBackAsync(chair);
        return goesOn;
    }

    private async Task<MotionId?> TableAsync(int item, SceneMotion motion)
    {
        var mover = motion.Mover is { } alias ? player.Whoever(alias, motion.Line) : scene.Room[(scene.Number + item) % scene.Room.Length];
        var data = new JsonObject { ["assembly"] = scene.Id.Value, ["item"] = item, ["words"] = motion.Words, ["asConsequence"] = motion.AsConsequence };
        if (motion.Effect is { } effect) data["effect"] = effect.DeepClone();
        if (motion.From is { } from) data["from"] = from.DeepClone();
        var refusal = motion.Expect.Contains('.', StringComparison.Ordinal) ? motion.Expect : null;
        var tabled = (await player.AskAsync(motion.Line, mover, "assembly.table-motion", data, refusal)).OfType<MotionTabled>().FirstOrDefault();
        if (tabled is null) return null;
        player.Names.Name("motion", tabled.Motion.Value);
        player.Names.Remember(motion.As, [tabled]);
        if (motion.Warns is { } warning && !tabled.Warnings.Contains(warning))
            throw new UnexpectedOutcomeException(motion.Line, $"the warning {warning}", string.Join(" ", tabled.Warnings.DefaultIfEmpty("none")));
        return tabled.Motion;
    }

    private async Task<bool> VoteAsync(MotionId tabled, SceneMotion motion)
    {
        var opened = await player.AskAsync(motion.Line, scene.Chair, new OpenVote(scene.Id, tabled, motion.Vote.Method, scene.Sitting.Heads));
        if (opened.OfType<QuorumLost>().Any())
            return motion.Expect == "no-quorum" ? true : throw new UnexpectedOutcomeException(motion.Line, motion.Expect, "no-quorum");
        foreach (var act in motion.Meanwhile) await scene.ActAsync(act);
        await player.WaitAsync(Duration.FromMinutes(1));
        await CountAsync(tabled, motion);
        if (motion.Vote.StaysOpen) return false;
        var proclaimed = await player.AskAsync(motion.Line, scene.Chair, new ProclaimResult(scene.Id, tabled, motion.Vote.Casting));
        Expect(motion, proclaimed);
        player.Names.Remember(motion.As, proclaimed);
        if (motion is { As: { } name, Effect: { } effect } && (string?)effect["act"] == "post.create") player.Names.NamePost(name, (string)effect["data"]!["terms"]!["name"]!);
        if (motion.Assign is { } assign && proclaimed.OfType<ResolutionAdopted>().FirstOrDefault() is { } adopted)
            await player.AskAsync(motion.Line, scene.Chair, new AssignResolution(adopted.Resolution, new(player.Names.Number(assign.Post, motion.Line)), assign.Due));
        return true;
    }

    private async Task CountAsync(MotionId id, SceneMotion motion)
    {
        var vote = scene.Sitting.Find(id)!.Vote!;
        var entitled = scene.Room.Where(vote.Voters.Contains).ToImmutableArray();
        int Of(Heads heads) => heads.Of(entitled.Length, scene.Number);
        var (abstain, blank) = (Of(motion.Vote.Abstain), Of(motion.Vote.Blank));
        var left = entitled.Length - abstain - blank;
        var inFavour = motion.Vote.For is { } chosen ? Of(chosen) : left - (motion.Vote.Against is { } some ? Of(some) : 0);
        var against = motion.Vote.Against is { } opposed ? Of(opposed) : left - inFavour;
        if (motion.Vote.Method is VoteMethod.ShowOfHands or VoteMethod.Paper)
        {
            var tellers = await TellersAsync(vote.Recused);
            await player.AskAsync(motion.Line, tellers[0], new EnterCount(scene.Id, id, inFavour, against, abstain, blank, tellers));
            return;
        }
        if (motion.Vote.Method == VoteMethod.Secret)
        {
            await SecretAsync(id, motion, [.. entitled.Take(inFavour + against + abstain + blank)], at => at < inFavour ? "for" : at < inFavour + against ? "against" : at < inFavour + against + abstain ? "abstain" : "blank");
            return;
        }
        await player.AskAllAsync(motion.Line, entitled.Take(inFavour + against + abstain).Select((person, i) =>
        {
            var choice = i < inFavour ? Choice.For : i < inFavour + against ? Choice.Against : Choice.Abstain;
            return motion.Vote.Method == VoteMethod.OwnPhone ? (person, (Act)new CastBallot(scene.Id, id, choice)) : (scene.Secretary, new EnterBallot(scene.Id, id, person, choice));
        }));
        if (motion.Vote.StaysOpen) return;
        await player.AskAsync(motion.Line, scene.Chair, new CloseVote(scene.Id, id));
    }

    // Each has a device; who has none in the story votes on the shared one, which is no different here.
    private async Task SecretAsync(MotionId id, SceneMotion motion, ImmutableArray<PersonId> voters, Func<int, string> ballot)
    {
        var envelopes = new List<(byte[] Message, byte[] Signature)>();
        foreach (var person in voters)
        {
            var key = RsaNumbers.Of(scene.Sitting.Find(id)!.Vote!.Secret!.Key!);
            var blinded = BlindRsa.Blind(key, BlindRsa.Prepare(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32)));
            await player.AskAsync(motion.Line, person, new DrawEnvelope(scene.Id, id, BallotOffice.DigestOf(blinded.Blinded)));
            envelopes.Add((blinded.Message, BlindRsa.Finish(key, blinded, await player.SignAsync(id, person, blinded.Blinded))!));
        }
        await player.WaitAsync(VoteDecider.TimeToVote);
        await player.AskAsync(motion.Line, scene.Chair, new EndDrawing(scene.Id, id));
        await Task.WhenAll(envelopes.Select((envelope, at) => player.CastAsync(id, envelope.Message, envelope.Signature, ballot(at))));
        if (scene.Sitting.Find(id)!.Vote!.Voters.Count > voters.Length)
        {
            var tellers = await TellersAsync(scene.Sitting.Find(id)!.Vote!.Recused);
            await player.AskAsync(motion.Line, tellers[0], new HandInPapers(scene.Id, id, tellers));
        }
        await player.WaitAsync(VoteDecider.TimeToVote);
        if (!motion.Vote.StaysOpen) await player.AskAsync(motion.Line, scene.Chair, new CloseVote(scene.Id, id));
    }

    // Whoever may not count on this motion is replaced for it.
    private async Task<ImmutableArray<PersonId>> TellersAsync(ImmutableArray<PersonId> recused)
    {
        var named = player.State.Posts.Officers(scene.Id).Where(officer => officer.Role == SittingRole.Teller).Select(officer => officer.Person);
        var tellers = named.Where(person => !recused.Contains(person)).Take(2).ToList();
        while (tellers.Count < 2) tellers.Add(await scene.ReplaceAsync(SittingRole.Teller, recused));
        return [.. tellers];
    }

    private static void Expect(SceneMotion motion, ImmutableArray<Entry> entries)
    {
        var was = entries.OfType<ResolutionAdopted>().FirstOrDefault() switch
        {
            null => entries.OfType<ResultProclaimed>().Single().Sum.Tied ? "tied" : "lost",
            { ToRatify: true } => "to-ratify",
            _ when entries.Any(entry => entry is EffectBlocked) => "blocked",
            _ when entries.Any(entry => entry is EffectDeferred) => "waiting",
            _ => "carried",
        };
        if (motion.Expect != was)
            throw new UnexpectedOutcomeException(
                motion.Line, $"{motion.Expect} ({motion.Words})", was + string.Concat(entries.OfType<EffectBlocked>().Select(blocked => $" by {blocked.Reason}")));
    }
}
