using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Bodies;
using Autogestion.Domain.Members;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Statutes;

namespace Autogestion.Domain;

/// <summary>
/// Resolutions execute: an effect is an act whose authority is the resolution. Here is what effects have in common:
/// their matter, whom they single out, how they run, wait, are blocked, and are undone.
/// </summary>
public static class Effects
{
    /// <summary>Whether a motion can carry this act.</summary>
    public static bool IsEffect(Act act) => Authorities.AcceptedBy(act.GetType()).Any(accepts => accepts.Source == Source.Resolution);

    /// <summary>
    /// The matter an effect belongs to. An election belongs to the body or the power it fills; what confirms or takes back a
    /// resolution takes the majority of that resolution's own matter, and taking back an election is a recall.
    /// </summary>
    public static Matter MatterOf(Act effect, Collective collective) => effect switch
    {
        GrantMandate grant when collective.Posts.Find(grant.Post) is { } post => ElectionOf(post.Terms, collective),
        Ratify ratify when collective.Resolutions.Find(ratify.Resolution) is { } resolution => resolution.Matter,
        SetAside { Resolution: var id } when collective.Resolutions.Find(id) is { } resolution => resolution.Effect is GrantMandate ? Matter.RecallMandate : resolution.Matter,
        _ => effect.GetType().GetCustomAttributes(typeof(OnMatterAttribute), false).Cast<OnMatterAttribute>().Single().Matter,
    };

    /// <summary>Tables a motion: its effect gets its numbers, its matter, and the warnings that hold as if earlier items had carried.</summary>
    internal static Decision Table(TableMotion act, Stamp stamp, Assembly assembly, StatuteBook rules, Collective collective)
    {
        if (VoteDecider.CannotTable(act, stamp, assembly, collective.IsEntitled(stamp.Actor, assembly.Body, stamp.Entered)) is { } flaw) return flaw;
        if (act.Effect is null)
        {
            var matter = assembly.Item(act.Item)?.Matter ?? Matter.General;
            return VoteDecider.Decide(act, assembly, collective.Assemblies.NextMotion, matter, true, [], rules);
        }
        if (!IsEffect(act.Effect)) return VotesRefusals.NotAnEffect;
        var effect = Reserve(act.Effect, collective);
        var after = AfterEarlierItems(act.Item, stamp, assembly, collective);
        if (!IsKnown(effect, after)) return VotesRefusals.NotAnEffect;
        var effectMatter = MatterOf(effect, after);
        var asResolution = stamp with { Authority = new Authority.Resolution(after.Resolutions.Next) };
        ImmutableArray<string> warnings = after.Answer(effect, asResolution) is Decision.Refused refused ? [refused.Refusal.Code.Name] : [];
        var competent = collective.IsCompetent(assembly.Body, effectMatter, rules) && BodyReach.Reaches(assembly.Body, effect, after);
        return VoteDecider.Decide(act with { Effect = effect }, assembly, collective.Assemblies.NextMotion, effectMatter, competent, warnings, rules);
    }

    /// <summary>Entitled people whom a motion singles out. A rule that is for all recuses nobody.</summary>
    public static ImmutableArray<PersonId> Recused(Motion? motion, Collective collective, Instant when) => motion switch
    {
        { Effect: { } effect } when SingledOut(effect, collective) is { } person => [person],
        { Matter: Matter.ApproveAccounts } =>
            [.. collective.Posts.Live(when).Where(mandate => mandate.Post is { } post && Manages(collective.Posts.Posts[post.Value], collective)).Select(mandate => mandate.Person).Distinct()],
        _ => [],
    };

    // Confirming or taking back a resolution singles out the same person as the resolution itself.
    private static PersonId? SingledOut(Act effect, Collective collective) => effect switch
    {
        RecallMandate recall => collective.Posts.Find(recall.Mandate)?.Person,
        Suspend suspend => suspend.Person,
        Ratify ratify when collective.Resolutions.Find(ratify.Resolution) is { Effect: { } confirmed } => SingledOut(confirmed, collective),
        SetAside aside when collective.Resolutions.Find(aside.Resolution) is { Effect: { } undone } => undone switch
        {
            GrantMandate grant => grant.Person,
            Admit admit => admit.Person,
            _ => SingledOut(undone, collective),
        },
        _ => null,
    };

    /// <summary>Runs the effect of a resolution now: its entries, or the reason why it is blocked.</summary>
    internal static ImmutableArray<Entry> Run(ResolutionId id, Act effect, Stamp stamp, Collective collective)
    {
        var asResolution = stamp with { Authority = new Authority.Resolution(id) };
        switch (collective.Answer(effect, asResolution))
        {
            case Decision.Refused refused:
                return [new EffectBlocked(id, refused.Refusal.Code.Name)];
            case Decision.Entered entered:
                return [new EffectCarriedOut(id), .. entered.Entries];
            default:
                throw new InvalidOperationException();
        }
    }

    /// <summary>What is changed back when a resolution is set aside. What others got in good faith stays as it is.</summary>
    internal static IEnumerable<Entry> Undo(Resolution resolution, Stamp stamp, Collective collective) => (resolution.State, resolution.Effect) switch
    {
        (not ResolutionState.InForce, _) => [],
        (_, GrantMandate) => collective.Posts.NotOver(stamp.Entered).Where(mandate => mandate.Resolution == resolution.Id).Select(mandate => new MandateEnded(mandate.Id, MandateEnd.SetAside)),
        (_, CreatePost { Id: { } post }) when collective.Posts.Find(post) is not null =>
            [.. collective.Posts.NotOver(stamp.Entered).Where(mandate => mandate.Post == post).Select(mandate => new MandateEnded(mandate.Id, MandateEnd.PostClosed)), new PostClosed(post)],
        (_, Admit admit) when collective.Roster.Belongs(admit.Person, stamp.Entered) => [new Departed(admit.Person, DepartureReason.AdmissionSetAside)],
        (_, Suspend suspend) when collective.Roster.StandingOf(suspend.Person, stamp.Entered) == Standing.Suspended && collective.Roster.Find(suspend.Person)!.Until == suspend.Until =>
            [new VoiceOnlySet(suspend.Person, collective.Roster.Find(suspend.Person)!.Before == Standing.VoiceOnly)],
        (_, ChangeNorm change) => Restore(Layer.Norms, change.Key, change.Value, resolution, collective),
        (_, ReformStatutes reform) => Restore(Layer.Statutes, reform.Key, reform.Value, resolution, collective),
        _ => [],
    };

    // Only if the rule still is what the resolution made it: what a later one decided stays.
    private static IEnumerable<Entry> Restore(Layer layer, string key, RuleValue value, Resolution resolution, Collective collective)
    {
        var statutes = collective.Statutes;
        if (!statutes.Of(layer).TryGetValue(key, out var current) || !current.Equals(value)) return [];
        var before = collective.StatuteVersions.GetValueOrDefault(resolution.RulesBefore ?? 0)?.Of(layer).GetValueOrDefault(key);
        return before is not null && statutes.Leaves(Rules.All[key], before, layer) ? [new RuleSet(layer, key, before, current)] : [new RuleCleared(layer, key)];
    }

    // An election to a post that nobody has proposed has no matter yet, and what was never resolved cannot be confirmed or taken back.
    private static bool IsKnown(Act effect, Collective collective) => effect switch
    {
        GrantMandate grant => collective.Posts.Find(grant.Post) is not null,
        Ratify ratify => collective.Resolutions.Find(ratify.Resolution) is not null,
        SetAside aside => collective.Resolutions.Find(aside.Resolution) is not null,
        _ => true,
    };

    private static Act Reserve(Act effect, Collective collective) => effect switch
    {
        CreatePost create => create with { Id = collective.Posts.NextPost },
        CreateBody create => create with { Id = collective.Bodies.Next },
        _ => effect,
    };

    private static Collective AfterEarlierItems(int item, Stamp stamp, Assembly assembly, Collective collective)
    {
        foreach (var motion in assembly.Motions.Values.Where(motion => motion.Item <= item && motion.Phase is MotionPhase.Tabled or MotionPhase.Voting or MotionPhase.Counted))
        {
            if (motion.Effect is not { } effect || motion.Item > item) continue;
            var asResolution = stamp with { Authority = new Authority.Resolution(collective.Resolutions.Next) };
            if (collective.Answer(effect, asResolution) is Decision.Entered entered) collective = collective.With(entered.Entries, asResolution);
        }
        return collective;
    }

    private static Matter ElectionOf(PostTerms terms, Collective collective) =>
        terms.Powers.Contains(Power.Audit) ? Matter.ElectAuditor
        : collective.Bodies.Find(terms.Body)?.Kind == BodyKind.Council ? Matter.ElectCouncil
        : Matter.ElectPost;

    private static bool Manages(Post post, Collective collective) =>
        post.Terms.Powers.Contains(Power.Audit) || collective.Bodies.Find(post.Terms.Body)?.Kind == BodyKind.Council;
}
