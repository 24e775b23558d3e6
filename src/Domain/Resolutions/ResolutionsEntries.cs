namespace Autogestion.Domain.Resolutions;

/// <summary>From when a resolution has its effect.</summary>
public abstract record EffectFrom
{
    private EffectFrom()
    {
    }

    /// <summary>In the same stroke as the proclamation.</summary>
    public sealed record Proclamation : EffectFrom;

    /// <summary>At the start of a day.</summary>
    public sealed record Date(LocalDate Day) : EffectFrom;

    /// <summary>When its registration with the authority is recorded.</summary>
    public sealed record Registration : EffectFrom;

    /// <summary>When the time to appeal has passed.</summary>
    public sealed record AppealLapsed : EffectFrom;
}

/// <summary>A motion was carried and is a resolution now.</summary>
/// <param name="Words">The text of the motion.</param>
/// <param name="Effect">The typed change it makes, if any.</param>
/// <param name="ToRatify">Decided in an internal assembly on a reserved matter: it waits for the next formal one.</param>
[Named("resolution.adopted"), SeenBy(Audience.Members)]
public sealed record ResolutionAdopted(
    ResolutionId Resolution, AssemblyId Assembly, BodyId Body, int Item, MotionId Motion, Matter Matter, Text Words, Act? Effect, EffectFrom From, bool ToRatify)
    : Entry, IInAssembly;

/// <summary>The effect of a resolution took place; what it changed follows in the same stroke.</summary>
[Named("resolution.effect-carried-out"), SeenBy(Audience.Members)]
public sealed record EffectCarriedOut(ResolutionId Resolution) : Entry;

/// <summary>The effect waits.</summary>
/// <param name="Due">When it falls due by itself; null where it waits for a registration.</param>
[Named("resolution.effect-deferred"), SeenBy(Audience.Members)]
public sealed record EffectDeferred(ResolutionId Resolution, Instant? Due) : Entry;

/// <summary>The effect could not take place: the resolution stands, and comes back to the agenda.</summary>
/// <param name="Reason">The refusal's code.</param>
[Named("resolution.effect-blocked"), SeenBy(Audience.Members)]
public sealed record EffectBlocked(ResolutionId Resolution, string Reason) : Entry;

/// <summary>A later, formal assembly ratified it.</summary>
[Named("resolution.ratified"), SeenBy(Audience.Members)]
public sealed record ResolutionRatified(ResolutionId Resolution, ResolutionId By) : Entry;

/// <summary>It no longer stands.</summary>
/// <param name="By">The later resolution; null for a court or an authority.</param>
/// <param name="Ground">Why; the words of the order, where it was one.</param>
[Named("resolution.set-aside"), SeenBy(Audience.Members)]
public sealed record ResolutionSetAside(ResolutionId Resolution, ResolutionId? By, Text? Ground) : Entry;

/// <summary>Who, outside this collective's own resolutions, ordered something about one.</summary>
public enum OrderedBy
{
    Court,
    Authority,

    /// <summary>The body that hears appeals.</summary>
    AppealBody,
}

/// <summary>It was ratified by a resolution that no longer stands: it waits for the next formal assembly again.</summary>
[Named("resolution.ratification-undone"), SeenBy(Audience.Members)]
public sealed record RatificationUndone(ResolutionId Resolution) : Entry;

/// <summary>It rests: nothing more is done under it, and what it changed is held back as far as it can be.</summary>
/// <param name="By">The later resolution; null for an order.</param>
/// <param name="OrderedBy">Who ordered it; null for a later resolution.</param>
/// <param name="Ground">Why; the words of the order, where it was one.</param>
[Named("resolution.suspended"), SeenBy(Audience.Members)]
public sealed record ResolutionSuspended(ResolutionId Resolution, ResolutionId? By, OrderedBy? OrderedBy, Text? Ground) : Entry;

/// <summary>It goes on from where it was suspended.</summary>
/// <param name="By">The later resolution; null for an order, or where what suspended it fell.</param>
[Named("resolution.suspension-lifted"), SeenBy(Audience.Members)]
public sealed record SuspensionLifted(ResolutionId Resolution, ResolutionId? By, OrderedBy? OrderedBy, Text? Ground) : Entry;

/// <summary>The authority registered it.</summary>
[Named("resolution.registered"), SeenBy(Audience.Members)]
public sealed record ResolutionRegistered(ResolutionId Resolution, Text Reference) : Entry;

/// <summary>A post answers for carrying it out by a day.</summary>
[Named("resolution.assigned"), SeenBy(Audience.Members)]
public sealed record ResolutionAssigned(ResolutionId Resolution, PostId Owner, LocalDate Due) : Entry;

/// <summary>Whoever answers for it said how far it is.</summary>
[Named("resolution.progress-reported"), SeenBy(Audience.Members)]
public sealed record ProgressReported(ResolutionId Resolution, bool Done, Text? Note) : Entry;
