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

    /// <summary>The matter an effect belongs to. An election belongs to the body or the power it fills.</summary>
    public static Matter MatterOf(Act effect, Collective collective) => effect switch
    {
        GrantMandate grant when collective.Posts.Find(grant.Post) is { } post => ElectionOf(post.Terms, collective),
        Ratify ratify when collective.Resolutions.Find(ratify.Resolution) is { } resolution => resolution.Matter,
        _ => effect.GetType().GetCustomAttributes(typeof(OnMatterAttribute), false).Cast<OnMatterAttribute>().Single().Matter,
    };

    /// <summary>Tables a motion: its effect gets its numbers, its matter, and the warnings that hold as if earlier items had carried.</summary>
    internal static Decision Table(TableMotion act, Stamp stamp, Assembly assembly, StatuteBook rules, Collective collective)
    {
        if (act.Effect is null)
        {
            var matter = assembly.Item(act.Item)?.Matter ?? Matter.General;
            return VoteDecider.Decide(act, stamp, assembly, collective.Assemblies.NextMotion, matter, true, [], rules);
        }
        if (!IsEffect(act.Effect) || act.Effect is Ratify { } ratify && collective.Resolutions.Find(ratify.Resolution) is null) return VotesRefusals.NotAnEffect;
        var effect = Reserve(act.Effect, collective);
        var after = AfterEarlierItems(act.Item, stamp, assembly, collective);
        var effectMatter = MatterOf(effect, after);
        var asResolution = stamp with { Authority = new Authority.Resolution(after.Resolutions.Next) };
        ImmutableArray<string> warnings = after.Answer(effect, asResolution) is Decision.Refused refused ? [refused.Refusal.Code.Name] : [];
        return VoteDecider.Decide(
            act with { Effect = effect }, stamp, assembly, collective.Assemblies.NextMotion, effectMatter, collective.IsCompetent(assembly.Body, effectMatter, rules), warnings, rules);
    }

    /// <summary>Entitled people whom a motion singles out. A rule that is for all recuses nobody.</summary>
    public static ImmutableArray<PersonId> Recused(Motion? motion, Collective collective, Instant when) => motion switch
    {
        { Effect: RecallMandate recall } when collective.Posts.Find(recall.Mandate) is { } mandate => [mandate.Person],
        { Effect: Suspend suspend } => [suspend.Person],
        { Matter: Matter.ApproveAccounts } =>
            [.. collective.Posts.Live(when).Where(mandate => mandate.Post is { } post && Manages(collective.Posts.Posts[post.Value], collective)).Select(mandate => mandate.Person).Distinct()],
        _ => [],
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
                ImmutableArray<Entry> entries = [new EffectCarriedOut(id), .. entered.Entries];
                return entries;
            default:
                throw new InvalidOperationException();
        }
    }

    /// <summary>What is changed back when a resolution is set aside. What others got in good faith stays as it is.</summary>
    internal static IEnumerable<Entry> Undo(Resolution resolution, Stamp stamp, Collective collective) => (resolution.State, resolution.Effect) switch
    {
        (not ResolutionState.InForce, _) => [],
        (_, GrantMandate) => collective.Posts.Live(stamp.Entered).Where(mandate => mandate.Resolution == resolution.Id).Select(mandate => new MandateEnded(mandate.Id, MandateEnd.SetAside)),
        (_, CreatePost { Id: { } post }) when collective.Posts.Find(post) is not null =>
            [.. collective.Posts.Live(stamp.Entered).Where(mandate => mandate.Post == post).Select(mandate => new MandateEnded(mandate.Id, MandateEnd.PostClosed)), new PostClosed(post)],
        (_, Admit admit) when collective.Roster.Belongs(admit.Person, stamp.Entered) => [new Departed(admit.Person, DepartureReason.AdmissionSetAside)],
        (_, ChangeNorm change) => Restore(Layer.Norms, change.Key, change.Value, collective.Statutes.Norms),
        (_, ReformStatutes reform) => Restore(Layer.Statutes, reform.Key, reform.Value, collective.Statutes.Statutes),
        _ => [],
    };

    // Only if the rule still is what the resolution made it: what a later one decided stays.
    private static IEnumerable<Entry> Restore(Layer layer, string key, RuleValue value, ImmutableDictionary<string, RuleValue> now) =>
        now.TryGetValue(key, out var current) && current.Equals(value) ? [new RuleCleared(layer, key)] : [];

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
