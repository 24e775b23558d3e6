namespace Autogestion.Domain.Assemblies;

/// <summary>
/// What put an item on the agenda by itself. One mechanism for all: whatever must reach the next agenda waits in
/// <see cref="CallingState.Docket"/> under its cause, comes onto the next agenda of its body, and leaves once a sitting took it up.
/// </summary>
public abstract record Came
{
    private Came()
    {
    }

    /// <summary>Enough members asked for it.</summary>
    public sealed record Asked(ItemRequestId Request) : Came;

    /// <summary>A sign crossed its threshold.</summary>
    /// <param name="Month">The first day of the month it was about.</param>
    public sealed record Crossed(Sign Sign, LocalDate Month) : Came;

    /// <summary>An auditor observed something: it comes back until it is answered.</summary>
    public sealed record Observed(ObservationId Observation) : Came;

    /// <summary>Somebody appealed against a sanction: it comes back until it is decided.</summary>
    public sealed record Appealed(ProcedureId Procedure) : Came;
}

/// <summary>What an assembly was called upon, where it was neither convened in the common way nor petitioned.</summary>
public abstract record CalledUpon
{
    private CalledUpon()
    {
    }

    /// <summary>An auditor's demand: answered by whoever convenes, or called by the auditor when they did not.</summary>
    public sealed record Demand(DemandId Id, bool ByAuditor) : CalledUpon;

    /// <summary>The ordinary assembly of a year, which nobody called in time: by an auditor.</summary>
    public sealed record OverdueOrdinary(LocalDate YearEnd) : CalledUpon;

    /// <summary>All members together, without notice.</summary>
    public sealed record Everybody(UniversalId Universal) : CalledUpon;
}

/// <summary>A member asked for an item on the next agenda of a body.</summary>
[Named("agenda.item-requested"), SeenBy(Audience.Members)]
public sealed record ItemRequested(ItemRequestId Request, BodyId Body, AgendaDraft Item) : Entry;

/// <summary>A member backed the request.</summary>
[Named("agenda.request-signed"), SeenBy(Audience.Members)]
public sealed record ItemRequestSigned(ItemRequestId Request) : Entry;

/// <summary>The request has enough signatures: the item must be on the agenda.</summary>
[Named("agenda.request-reached"), SeenBy(Audience.Members)]
public sealed record ItemRequestReached(ItemRequestId Request, int Signatures, int Roll) : Entry;

/// <summary>An item was added to an agenda that was out already: the addendum to the notice.</summary>
[Named("agenda.item-added"), SeenBy(Audience.Public)]
public sealed record AgendaItemAdded(AssemblyId Assembly, AgendaItem Item) : Entry, IInAssembly;

/// <summary>A member proposed that all constitute themselves as an assembly without notice, with this agenda.</summary>
[Named("assembly.universal-proposed"), SeenBy(Audience.Members)]
public sealed record UniversalProposed(UniversalId Universal, AssemblyKind Kind, Text Place, ImmutableArray<AgendaDraft> Agenda) : Entry;

/// <summary>A member accepted it, with its agenda.</summary>
[Named("assembly.universal-accepted"), SeenBy(Audience.Members)]
public sealed record UniversalAccepted(UniversalId Universal) : Entry;

/// <summary>An auditor demanded an assembly of whoever convenes.</summary>
/// <param name="Ground">Why.</param>
/// <param name="Until">The end of the time they have to call it; then the auditor can.</param>
[Named("assembly.demanded"), SeenBy(Audience.Members)]
public sealed record AssemblyDemanded(DemandId Demand, Text Ground, ImmutableArray<AgendaDraft> Agenda, Instant Until) : Entry;

/// <summary>A sign crossed its threshold: it comes onto the next agenda by itself.</summary>
/// <param name="Month">The first day of the month it is about.</param>
/// <param name="Value">What was measured, as a part of <paramref name="Of"/>.</param>
/// <param name="Of">What it is a part of; 1 for a plain number.</param>
[Named("mirror.threshold-crossed"), SeenBy(Audience.Members)]
public sealed record SignCrossed(Sign Sign, LocalDate Month, int Value, int Of) : Entry;
