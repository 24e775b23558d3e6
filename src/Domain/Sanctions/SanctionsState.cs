namespace Autogestion.Domain.Sanctions;

/// <summary>When and where somebody is heard.</summary>
public sealed record Hearing(Instant At, Text Place, Instant SetAt);

/// <summary>What was written in a procedure, and when.</summary>
public sealed record Written(Instant At, Text Words);

/// <summary>The hearing as held.</summary>
public sealed record HearingRecord(Instant At, bool Attended, Text Words);

/// <summary>What whoever looked into it proposes; null to dismiss.</summary>
public sealed record ChargeReport(Instant At, SanctionStep? Proposal, Text Words);

/// <summary>A sanction as imposed.</summary>
/// <param name="InEffect">An exclusion may wait for its appeal.</param>
public sealed record Imposition(Instant At, SanctionStep Step, LocalDate? Until, ResolutionId? Resolution, Instant? AppealUntil, bool InEffect);

/// <summary>An appeal.</summary>
public sealed record Appeal(Instant At, BodyId Body, Text Words, Instant DecideBy, bool UpheldBySilence)
{
    public Instant? DecidedAt { get; init; }

    public bool Upheld { get; init; }

    /// <summary>What decided it; null for silence.</summary>
    public ResolutionId? By { get; init; }
}

/// <summary>A procedure for a sanction, with its steps and their dates.</summary>
public sealed record Procedure(ProcedureId Id, PersonId Person, PersonId Accuser, SanctionStep Step, Text Ground, Text Norm, Instant At, Instant Lapses)
{
    public PersonId? Investigator { get; init; }

    public Instant? InvestigatorSince { get; init; }

    public Instant? MediatedAt { get; init; }

    public Hearing? Hearing { get; init; }

    public ImmutableArray<Written> Defences { get; init; } = [];

    public HearingRecord? Heard { get; init; }

    public ChargeReport? Report { get; init; }

    public Imposition? Imposed { get; init; }

    public Appeal? Appeal { get; init; }

    /// <summary>How it ended without a sanction that stands; null while it goes on or a sanction stands.</summary>
    public ProcedureEnd? End { get; init; }

    public Instant? EndedAt { get; init; }

    /// <summary>Neither decided nor ended.</summary>
    public bool IsOpen => End is null && Imposed is null;

    /// <summary>Its sanction stands: imposed, and neither upheld on appeal nor annulled.</summary>
    public bool Stands => Imposed is not null && End is null && Appeal is not { Upheld: true };

    /// <summary>An appeal waits for its decision.</summary>
    public bool AwaitsAppeal => End is null && Appeal is { DecidedAt: null };

    /// <summary>Those who neither vote nor chair nor count nor sign on it: the person, the accuser, whoever looked into it.</summary>
    public ImmutableArray<PersonId> Involved => Investigator is { } investigator ? [Person, Accuser, investigator] : [Person, Accuser];

    /// <summary>The matter of a step of the ladder.</summary>
    public static Matter MatterOf(SanctionStep step) => step switch
    {
        SanctionStep.Exclusion => Matter.ExcludeMember,
        SanctionStep.Suspension => Matter.SuspendMember,
        _ => Matter.WarnMember,
    };

    internal Procedure Over(ProcedureEnd end, Instant at) => this with { End = end, EndedAt = at };
}

/// <summary>All procedures, in the order of the charges.</summary>
public sealed record ProcedureList
{
    public static readonly ProcedureList Empty = new();

    public ImmutableSortedDictionary<int, Procedure> All { get; init; } = ImmutableSortedDictionary<int, Procedure>.Empty;

    /// <summary>Those that something is still to happen in: undecided, not yet in effect, or with an appeal open.</summary>
    public ImmutableSortedSet<int> Pending { get; init; } = [];

    public ProcedureId Next => new(All.Count + 1);

    public Procedure? Find(ProcedureId id) => All.GetValueOrDefault(id.Value);

    public IEnumerable<Procedure> StillPending => Pending.Select(number => All[number]);

    /// <summary>Those about a person.</summary>
    public IEnumerable<Procedure> About(PersonId person) => All.Values.Where(procedure => procedure.Person == person);

    public static ProcedureList Evolve(ProcedureList list, Entry entry, Stamp stamp)
    {
        var at = stamp.Entered;
        return entry switch
        {
            ChargeLaid laid => list.With(new(laid.Procedure, laid.Person, laid.Accuser, laid.Step, laid.Ground, laid.Norm, at, laid.Lapses)),
            InvestigatorNamed named => list.Change(named.Procedure, procedure => procedure with { Investigator = named.Investigator, InvestigatorSince = at }),
            Mediated mediated => list.Change(mediated.Procedure, procedure => procedure with { MediatedAt = at }),
            HearingSet set => list.Change(set.Procedure, procedure => procedure with { Hearing = new(set.At, set.Place, at) }),
            DefenceGiven given => list.Change(given.Procedure, procedure => procedure with { Defences = procedure.Defences.Add(new(at, given.Words)) }),
            HearingHeld held => list.Change(held.Procedure, procedure => procedure with { Heard = new(at, held.Attended, held.Words) }),
            ChargeReported reported => list.Change(reported.Procedure, procedure => procedure with { Report = new(at, reported.Proposal, reported.Words) }),
            SanctionImposed imposed => list.Change(imposed.Procedure, procedure => procedure with
            {
                Imposed = new(at, imposed.Step, imposed.Until, imposed.Resolution, imposed.AppealUntil, imposed.AtOnce),
            }),
            SanctionTookEffect effect => list.Change(effect.Procedure, procedure => procedure with { Imposed = procedure.Imposed! with { InEffect = true } }),
            AppealFiled filed => list.Change(filed.Procedure, procedure => procedure with { Appeal = new(at, filed.Body, filed.Words, filed.DecideBy, filed.UpheldBySilence) }),
            SanctionAppealDecided decided => list.Change(decided.Procedure, procedure => procedure with
            {
                Appeal = procedure.Appeal! with { DecidedAt = at, Upheld = decided.Upheld, By = decided.By },
            }),
            ProcedureClosed closed => list.Change(closed.Procedure, procedure => procedure.Over(closed.End, at)),
            _ => list,
        };
    }

    private ProcedureList Change(ProcedureId id, Func<Procedure, Procedure> change) => With(change(All[id.Value]));

    private ProcedureList With(Procedure procedure)
    {
        var pending = procedure.IsOpen || procedure.AwaitsAppeal || (procedure.Stands && !procedure.Imposed!.InEffect);
        return this with
        {
            All = All.SetItem(procedure.Id.Value, procedure),
            Pending = pending ? Pending.Add(procedure.Id.Value) : Pending.Remove(procedure.Id.Value),
        };
    }
}
