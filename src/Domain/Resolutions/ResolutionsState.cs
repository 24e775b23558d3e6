namespace Autogestion.Domain.Resolutions;

/// <summary>Where a resolution stands.</summary>
public enum ResolutionState
{
    InForce,

    /// <summary>Its effect waits for a day, a registration or the lapse of an appeal.</summary>
    Waiting,

    /// <summary>Its effect could not take place.</summary>
    Blocked,

    /// <summary>Waits for the next formal assembly.</summary>
    ToRatify,

    SetAside,

    /// <summary>Rests, by order of a court, an authority or a body of appeal, or by a later resolution.</summary>
    Suspended,
}

/// <summary>A resolution with its follow-up.</summary>
/// <param name="EffectDue">When a waiting effect falls due by itself.</param>
/// <param name="Blocked">The code of the refusal that blocked the effect.</param>
/// <param name="RulesBefore">The version of the rules that the effect changed, for whoever takes it back.</param>
public sealed record Resolution(
    ResolutionId Id,
    AssemblyId Assembly,
    BodyId Body,
    int Item,
    Matter Matter,
    Text Words,
    Act? Effect,
    EffectFrom From,
    Instant AdoptedAt,
    long Position,
    ResolutionState State,
    Instant? EffectDue = null,
    string? Blocked = null,
    PostId? Owner = null,
    LocalDate? Due = null,
    bool Done = false,
    ResolutionId? SetAsideBy = null,
    int? RulesBefore = null)
{
    /// <summary>Everything entered about it after its adoption, in order: what it waited for, who reported, what undid it.</summary>
    public ImmutableArray<Recorded> FollowUp { get; init; } = [];

    /// <summary>Where it stood when it was suspended; null while it is not.</summary>
    public ResolutionState? HeldFrom { get; init; }

    /// <summary>When it was suspended, if it is.</summary>
    public Instant? SuspendedAt { get; init; }

    /// <summary>When its registration was recorded.</summary>
    public Instant? RegisteredAt { get; init; }

    /// <summary>Whether its effect has taken place and still counts, or did when it was suspended.</summary>
    public bool HadEffect => Effect is not null && (HeldFrom ?? State) == ResolutionState.InForce;

    /// <summary>
    /// Whether a registration with the authority can be recorded: its effect waits for one, or it is words that have force.
    /// </summary>
    public bool CanRegister => RegisteredAt is null && (this is { State: ResolutionState.Waiting, From: EffectFrom.Registration } or { State: ResolutionState.InForce, Effect: null });

    /// <summary>Past its day and not reported done.</summary>
    public bool IsOverdue(LocalDate today) => State is not (ResolutionState.SetAside or ResolutionState.Suspended) && !Done && Due < today;

    /// <summary>Comes back to the next agenda by itself.</summary>
    public bool ReopensAgenda(LocalDate today) => State == ResolutionState.Blocked || IsOverdue(today);
}

/// <summary>All resolutions, in the order of proclamation.</summary>
public sealed record ResolutionList
{
    public static readonly ResolutionList Empty = new();

    public ImmutableSortedDictionary<int, Resolution> All { get; init; } = ImmutableSortedDictionary<int, Resolution>.Empty;

    /// <summary>Those that still ask for something: waiting, blocked, to ratify, or assigned and not done.</summary>
    public ImmutableSortedSet<int> Open { get; init; } = [];

    /// <summary>Numbers of the resolutions on each matter, in order.</summary>
    public ImmutableDictionary<Matter, ImmutableList<int>> ByMatter { get; init; } = ImmutableDictionary<Matter, ImmutableList<int>>.Empty;

    public ResolutionId Next => new(All.Count + 1);

    public Resolution? Find(ResolutionId id) => All.GetValueOrDefault(id.Value);

    public IEnumerable<Resolution> StillOpen => Open.Select(number => All[number]);

    /// <summary>What was decided on a matter before, the newest first: the past that whoever prepares an agenda or moves something should know.</summary>
    public IEnumerable<Resolution> On(Matter matter, int most)
    {
        var numbers = ByMatter.GetValueOrDefault(matter, []);
        for (var index = numbers.Count - 1; index >= Math.Max(0, numbers.Count - most); index--) yield return All[numbers[index]];
    }

    public static ResolutionList Evolve(ResolutionList list, Recorded recorded) => recorded.Entry switch
    {
        ResolutionAdopted adopted => list.With(new(
            adopted.Resolution, adopted.Assembly, adopted.Body, adopted.Item, adopted.Matter, adopted.Words, adopted.Effect, adopted.From,
            recorded.Stamp.Entered, recorded.Position, adopted.ToRatify ? ResolutionState.ToRatify : ResolutionState.InForce)),
        EffectCarriedOut carried => list.Change(carried.Resolution, recorded, resolution => resolution with { State = ResolutionState.InForce, EffectDue = null, Blocked = null }),
        EffectDeferred deferred => list.Change(deferred.Resolution, recorded, resolution => resolution with { State = ResolutionState.Waiting, EffectDue = deferred.Due }),
        EffectBlocked blocked => list.Change(blocked.Resolution, recorded, resolution => resolution with { State = ResolutionState.Blocked, EffectDue = null, Blocked = blocked.Reason }),
        ResolutionRatified ratified => list.Change(ratified.Resolution, recorded, resolution => resolution with { State = ResolutionState.InForce }),
        ResolutionSetAside aside => list.Change(aside.Resolution, recorded, resolution => resolution with { State = ResolutionState.SetAside, HeldFrom = null, SuspendedAt = null, EffectDue = null, SetAsideBy = aside.By }),
        RatificationUndone undone => list.Change(undone.Resolution, recorded, resolution => resolution with { State = ResolutionState.ToRatify, EffectDue = null }),
        ResolutionSuspended suspended => list.Change(suspended.Resolution, recorded, resolution => resolution with { State = ResolutionState.Suspended, HeldFrom = resolution.State, SuspendedAt = recorded.Stamp.Entered }),
        SuspensionLifted lifted => list.Change(lifted.Resolution, recorded, resolution => resolution with { State = resolution.HeldFrom ?? resolution.State, HeldFrom = null, SuspendedAt = null }),
        ResolutionRegistered registered => list.Change(registered.Resolution, recorded, resolution => resolution with { RegisteredAt = recorded.Stamp.Entered }),
        ResolutionAssigned assigned => list.Change(assigned.Resolution, recorded, resolution => resolution with { Owner = assigned.Owner, Due = assigned.Due, Done = false }),
        ProgressReported reported => list.Change(reported.Resolution, recorded, resolution => resolution with { Done = reported.Done }),
        _ => list,
    };

    /// <summary>Keeps the version of the rules in force when an effect took place.</summary>
    public ResolutionList RanUnder(ResolutionId id, int version) => With(All[id.Value] with { RulesBefore = version });

    private ResolutionList Change(ResolutionId id, Recorded recorded, Func<Resolution, Resolution> change)
    {
        var changed = change(All[id.Value]);
        return With(changed with { FollowUp = changed.FollowUp.Add(recorded) });
    }

    private ResolutionList With(Resolution resolution)
    {
        var open = resolution.State is ResolutionState.Waiting or ResolutionState.Blocked or ResolutionState.ToRatify
            || (resolution is { Owner: not null, Done: false } && resolution.State != ResolutionState.SetAside);
        return this with
        {
            ByMatter = All.ContainsKey(resolution.Id.Value) ? ByMatter : ByMatter.SetItem(resolution.Matter, ByMatter.GetValueOrDefault(resolution.Matter, []).Add(resolution.Id.Value)),
            All = All.SetItem(resolution.Id.Value, resolution),
            Open = open ? Open.Add(resolution.Id.Value) : Open.Remove(resolution.Id.Value),
        };
    }
}
