namespace Autogestion.Domain.Assemblies;

/// <summary>A request for an item.</summary>
public sealed record ItemRequest(ItemRequestId Id, BodyId Body, AgendaDraft Item, Instant At, PersonId First, ImmutableHashSet<PersonId> Signatures)
{
    public Instant? ReachedAt { get; init; }
}

/// <summary>A proposal that all constitute themselves without notice.</summary>
public sealed record Universal(UniversalId Id, AssemblyKind Kind, Text Place, ImmutableArray<AgendaDraft> Agenda, Instant At, PersonId First, ImmutableHashSet<PersonId> Accepted)
{
    /// <summary>How long those who are together can be taken to be so.</summary>
    public static readonly Duration Lasts = Duration.FromHours(24);
}

/// <summary>An auditor's demand for an assembly.</summary>
public sealed record Demand(DemandId Id, Text Ground, ImmutableArray<AgendaDraft> Agenda, Instant At, PersonId Auditor, Instant Until);

/// <summary>Something that comes onto the next agenda of a body by itself.</summary>
/// <param name="Title">Null where the cause says it all.</param>
public sealed record Waiting(Came Came, BodyId Body, Text? Title, Matter Matter);

/// <summary>What was asked for besides petitions, and what waits for the next agenda.</summary>
public sealed record CallingState
{
    public static readonly CallingState Empty = new();

    public ImmutableSortedDictionary<int, ItemRequest> Requests { get; init; } = ImmutableSortedDictionary<int, ItemRequest>.Empty;

    public ImmutableSortedDictionary<int, Universal> Universals { get; init; } = ImmutableSortedDictionary<int, Universal>.Empty;

    public ImmutableSortedDictionary<int, Demand> Demands { get; init; } = ImmutableSortedDictionary<int, Demand>.Empty;

    /// <summary>What waits, in the order of coming.</summary>
    public ImmutableList<Waiting> Docket { get; init; } = [];

    public ItemRequestId NextRequest { get; init; } = new(1);

    public UniversalId NextUniversal { get; init; } = new(1);

    public DemandId NextDemand { get; init; } = new(1);

    /// <summary>Lets something wait for the next agenda of a body; once for each cause.</summary>
    public CallingState Wait(Waiting waiting) => Docket.Any(one => one.Came == waiting.Came) ? this : this with { Docket = Docket.Add(waiting) };

    /// <summary>What was dealt with waits no more.</summary>
    public CallingState DealtWith(IEnumerable<AgendaItem?> items)
    {
        var causes = items.Select(item => item?.Came).OfType<Came>().ToHashSet();
        return causes.Count == 0 ? this : this with
        {
            Docket = Docket.RemoveAll(waiting => causes.Contains(waiting.Came)),
            Requests = Requests.RemoveRange(causes.OfType<Came.Asked>().Select(asked => asked.Request.Value)),
        };
    }

    /// <summary>Only the opening uses a demand up: a notice that nobody keeps does not.</summary>
    public CallingState Opened(CalledUpon upon) => upon is CalledUpon.Demand demand ? this with { Demands = Demands.Remove(demand.Id.Value) } : this;

    public static CallingState Evolve(CallingState state, Recorded recorded)
    {
        var (actor, at) = (recorded.Stamp.Actor, recorded.Stamp.Entered);
        return recorded.Entry switch
        {
            ItemRequested asked => state with
            {
                Requests = state.Requests.Add(asked.Request.Value, new(asked.Request, asked.Body, asked.Item, at, actor, [actor])),
                NextRequest = new(asked.Request.Value + 1),
            },
            ItemRequestSigned signed => state.Change(signed.Request, request => request with { Signatures = request.Signatures.Add(actor) }),
            ItemRequestReached reached => state.Change(reached.Request, request => request with { ReachedAt = at })
                .Wait(new(new Came.Asked(reached.Request), state.Requests[reached.Request.Value].Body, state.Requests[reached.Request.Value].Item.Title, state.Requests[reached.Request.Value].Item.Matter)),
            UniversalProposed proposed => state with
            {
                Universals = state.Universals.RemoveRange(state.Universals.Where(old => old.Value.At + Universal.Lasts <= at).Select(old => old.Key))
                    .Add(proposed.Universal.Value, new(proposed.Universal, proposed.Kind, proposed.Place, proposed.Agenda, at, actor, [actor])),
                NextUniversal = new(proposed.Universal.Value + 1),
            },
            UniversalAccepted accepted => state with
            {
                Universals = state.Universals.SetItem(accepted.Universal.Value, state.Universals[accepted.Universal.Value] with
                {
                    Accepted = state.Universals[accepted.Universal.Value].Accepted.Add(actor),
                }),
            },
            AssemblyDemanded demanded => state with
            {
                Demands = state.Demands.Add(demanded.Demand.Value, new(demanded.Demand, demanded.Ground, demanded.Agenda, at, actor, demanded.Until)),
                NextDemand = new(demanded.Demand.Value + 1),
            },
            SignCrossed crossed => state.Wait(new(new Came.Crossed(crossed.Sign, crossed.Month), BodyId.Assembly, null, Matter.General)),
            _ => state,
        };
    }

    private CallingState Change(ItemRequestId id, Func<ItemRequest, ItemRequest> change) =>
        this with { Requests = Requests.SetItem(id.Value, change(Requests[id.Value])) };
}
