using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Assemblies.Amending;
using Autogestion.Domain.Bodies;
using Autogestion.Domain.Members;
using Autogestion.Domain.Pay;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Sanctions;
using Autogestion.Domain.Signatures;
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
    /// <param name="rules">The rules that govern the sitting; those in force where none is meant.</param>
    public static Matter MatterOf(Act effect, Collective collective, StatuteBook? rules = null) => effect switch
    {
        GrantMandate grant when collective.Posts.Find(grant.Post) is { } post => ElectionOf(post.Terms, collective),
        FillPost fill when collective.Posts.Find(fill.Post) is { } post => ElectionOf(post.Terms, collective),
        RecallMandate recall => RecallOf(collective.Posts.Find(recall.Mandate)?.Post, collective, rules),
        Ratify ratify when collective.Resolutions.Find(ratify.Resolution) is { } resolution => resolution.Matter,
        DismissCharge dismiss when collective.Sanctions.Find(dismiss.Procedure) is { } procedure => Procedure.MatterOf(procedure.Step),
        SetAside aside when collective.Resolutions.Find(aside.Resolution) is { } resolution => MatterOfTakingBack(resolution, collective, rules),
        SuspendResolution suspend when collective.Resolutions.Find(suspend.Resolution) is { } resolution => MatterOfTakingBack(resolution, collective, rules),
        LiftSuspension lift when collective.Resolutions.Find(lift.Resolution) is { } resolution => resolution.Matter,
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
        var effectMatter = MatterOf(effect, after, rules);
        var asResolution = stamp with { Authority = new Authority.Resolution(after.Resolutions.Next) };
        ImmutableArray<string> warnings = after.Answer(effect, asResolution) is Decision.Refused refused ? [refused.Refusal.Code.Name] : [];
        var competent = MayTable(assembly, act.Item, effect, effectMatter, rules, after);
        return VoteDecider.Decide(act with { Effect = effect }, assembly, collective.Assemblies.NextMotion, effectMatter, competent, warnings, rules);
    }

    // What a sector proposes for ratification need not be its own: the assembly decides on it again.
    private static bool MayTable(Assembly assembly, int item, Act effect, Matter matter, StatuteBook rules, Collective after)
    {
        var isInternal = after.Bodies.Find(assembly.Body)?.Kind.IsInternal() == true;
        if (isInternal && assembly.Item(item)!.ToRatify) return after.IsCompetent(BodyId.Assembly, matter, rules);
        return after.IsCompetent(assembly.Body, matter, rules) && BodyReach.Reaches(assembly.Body, effect, after)
            && !(isInternal && rules.Rule(Rules.Reserved(matter)).Value.Value);
    }

    /// <summary>Entitled people whom a motion singles out. A rule that is for all recuses nobody.</summary>
    public static ImmutableArray<PersonId> Recused(Motion? motion, Collective collective, Instant when) => motion switch
    {
        { Effect: SetAside { Resolution: var id } } when collective.Resolutions.Find(id) is { Effect: FillPost { Elected: { } elected } } => elected,
        { Effect: { } effect } when SingledOut(effect, collective) is { IsEmpty: false } people => people,
        { Matter: Matter.ApproveAccounts } => Managers(collective, when),
        _ => [],
    };

    /// <summary>The same for what is put to the vote: an amendment, or whether to put a motion off, recuses whom the motion itself does.</summary>
    public static ImmutableArray<PersonId> RecusedFrom(MotionId id, Assembly assembly, Collective collective, Instant when)
    {
        var own = Recused(assembly.Find(assembly.Changes.About(id) ?? id), collective, when);
        return assembly.Changes.Amendment(id)?.Effect is { } effect ? [.. own.Union(SingledOut(effect, collective))] : own;
    }

    /// <summary>Whom an item recuses: what its motions single out, and for accounts those who manage, before any motion.</summary>
    public static ImmutableArray<PersonId> RecusedOn(AgendaItem item, Assembly assembly, Collective collective, Instant when) =>
    [
        .. assembly.Motions.Values.Where(motion => motion.Item == item.Number && motion.Phase is MotionPhase.Tabled or MotionPhase.Voting or MotionPhase.Counted)
            .SelectMany(motion => RecusedFrom(motion.Id, assembly, collective, when))
            .Concat(item.Matter == Matter.ApproveAccounts ? Managers(collective, when) : [])
            .Distinct(),
    ];

    /// <summary>Councillors and those who audit, now.</summary>
    public static ImmutableArray<PersonId> Managers(Collective collective, Instant when) =>
        [.. collective.Posts.Live(when).Where(mandate => mandate.Post is { } post && Manages(collective.Posts.Posts[post.Value], collective)).Select(mandate => mandate.Person).Distinct()];

    /// <summary>Proposes an amendment. What it would do instead is looked at like the effect of a motion.</summary>
    internal static Decision Amend(ProposeAmendment act, Stamp stamp, Assembly assembly, StatuteBook rules, Collective collective)
    {
        var entitled = assembly.Phase != AssemblyPhase.Noticed || collective.IsEntitled(stamp.Actor, assembly.Body, stamp.Entered);
        if (!entitled) return AssembliesRefusals.NotPresentAndEntitled;
        if (act.Effect is not { } effect || AmendingDecider.CannotAmend(act, stamp, assembly) is not null)
            return AmendingDecider.Propose(act, stamp, assembly, collective.Assemblies.NextMotion, null, []);
        var motion = assembly.Find(act.Motion)!;
        switch (Table(new(assembly.Id, motion.Item, act.Words, effect, motion.From, motion.AsConsequence), stamp, assembly, rules, collective))
        {
            case Decision.Entered { Entries: [MotionTabled tabled] } when tabled.Matter == motion.Matter:
                return AmendingDecider.Propose(act, stamp, assembly, tabled.Motion, WithIdOf(motion.Effect, tabled.Effect!), tabled.Warnings);
            case Decision.Refused refused:
                return refused;
            default:
                return AmendingRefusals.OtherEffect;
        }
    }

    // What a motion makes keeps the number that was reserved when it was tabled.
    private static Act WithIdOf(Act? effect, Act changed) => (effect, changed) switch
    {
        (CreatePost before, CreatePost after) => after with { Id = before.Id },
        (CreateBody before, CreateBody after) => after with { Id = before.Id },
        _ => changed,
    };

    // Confirming or taking back a resolution singles out the same person as the resolution itself.
    private static ImmutableArray<PersonId> SingledOut(Act effect, Collective collective) => effect switch
    {
        RecallMandate recall => collective.Posts.Find(recall.Mandate) is { } mandate ? [mandate.Person] : [],
        Suspend suspend => [suspend.Person],
        GiveGrade give => [give.Person],
        ISanctionEffect sanction => collective.Sanctions.Find(sanction.Procedure)?.Involved ?? [sanction.Person],
        Ratify ratify when collective.Resolutions.Find(ratify.Resolution) is { Effect: { } confirmed } => SingledOut(confirmed, collective),
        GiveSecondSignature second => collective.Pending.Find(second.Pending)?.About is { } about ? [about] : [],
        SetAside aside => SingledOutBy(aside.Resolution, collective),
        SuspendResolution suspend => SingledOutBy(suspend.Resolution, collective),
        LiftSuspension lift => SingledOutBy(lift.Resolution, collective),
        _ => [],
    };

    private static ImmutableArray<PersonId> SingledOutBy(ResolutionId id, Collective collective) => collective.Resolutions.Find(id)?.Effect switch
    {
        GrantMandate grant => [grant.Person],
        Admit admit => [admit.Person],
        { } effect => SingledOut(effect, collective),
        null => [],
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

    // An election to a post that nobody has proposed has no matter yet, and what was never resolved cannot be confirmed or taken back.
    private static bool IsKnown(Act effect, Collective collective) => effect switch
    {
        GrantMandate grant => collective.Posts.Find(grant.Post) is not null,
        FillPost fill => collective.Posts.Find(fill.Post) is not null,
        Ratify ratify => collective.Resolutions.Find(ratify.Resolution) is not null,
        SetAside aside => collective.Resolutions.Find(aside.Resolution) is not null,
        SuspendResolution suspend => collective.Resolutions.Find(suspend.Resolution) is not null,
        LiftSuspension lift => collective.Resolutions.Find(lift.Resolution) is not null,
        ISanctionEffect sanction => collective.Sanctions.Find(sanction.Procedure) is not null,
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

    // The law may ask more for the recall of a councillor or an auditor than for that of others; an older edition does not tell them apart.
    private static Matter RecallOf(PostId? id, Collective collective, StatuteBook? rules)
    {
        if (id is not { } post || !(rules ?? collective.Statutes).States(Rules.MajorityFor(Matter.RecallCouncil))) return Matter.RecallMandate;
        // The post of an election that was blocked may never have come to be.
        if (!collective.Posts.Posts.TryGetValue(post.Value, out var held)) return Matter.RecallMandate;
        return ElectionOf(held.Terms, collective) switch
        {
            Matter.ElectAuditor => Matter.RecallAuditor,
            Matter.ElectCouncil => Matter.RecallCouncil,
            _ => Matter.RecallMandate,
        };
    }

    // Taking back an election is a recall, also where what is taken back is only what confirmed it.
    private static Matter MatterOfTakingBack(Resolution resolution, Collective collective, StatuteBook? rules) => resolution.Effect switch
    {
        GrantMandate { Post: var post } => RecallOf(post, collective, rules),
        FillPost { Post: var post } => RecallOf(post, collective, rules),
        Ratify ratify when Undoing.IsWhole(collective) && collective.Resolutions.Find(ratify.Resolution) is { } confirmed => MatterOfTakingBack(confirmed, collective, rules),
        _ => resolution.Matter,
    };

    private static bool Manages(Post post, Collective collective) =>
        post.Terms.Powers.Contains(Power.Audit) || collective.Bodies.Find(post.Terms.Body)?.Kind == BodyKind.Council;
}
