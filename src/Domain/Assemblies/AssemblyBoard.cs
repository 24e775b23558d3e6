namespace Autogestion.Domain.Assemblies;

/// <summary>
/// A sitting that is over, as kept in memory. Its whole record is read again from the book, between
/// <paramref name="From"/> and <paramref name="To"/>, when somebody wants to see it.
/// </summary>
/// <param name="From">Position of the notice.</param>
/// <param name="To">Position of the close or lapse.</param>
/// <param name="Present">Entitled people at the opening; 0 when it was not held.</param>
/// <param name="Minutes">Null when it was not held.</param>
public sealed record PastAssembly(
    AssemblyId Id, BodyId Body, AssemblyKind Kind, Instant Start, Instant EndedAt, long From, long To, bool Held, int Call, int Present, int Roll,
    int Carried, int Lost, Minutes? Minutes);

/// <summary>Where the minutes of a sitting stand.</summary>
/// <param name="Number">Number and folio in the minute book of the body; null until drawn up.</param>
public sealed record Minutes(int? Number, Instant? DrawnUpAt, ImmutableArray<PersonId> Signers, ImmutableHashSet<PersonId> Signed, ResolutionId? ApprovedBy)
{
    public bool AllSigned => Number is not null && Signers.All(Signed.Contains);
}

/// <summary>A petition for an assembly.</summary>
public sealed record Petition(PetitionId Id, AssemblyKind Kind, ImmutableArray<AgendaDraft> Agenda, Instant At, ImmutableHashSet<PersonId> Signatures, PersonId First)
{
    public PetitionReached? Reached { get; init; }

    public Instant? ReachedAt { get; init; }
}

/// <summary>All sittings: those under way whole, those over as a line, and what asks for new ones.</summary>
public sealed record AssemblyBoard
{
    public static readonly AssemblyBoard Empty = new();

    /// <summary>Noticed, open or in recess.</summary>
    public ImmutableSortedDictionary<int, Assembly> Current { get; init; } = ImmutableSortedDictionary<int, Assembly>.Empty;

    public ImmutableSortedDictionary<int, PastAssembly> Past { get; init; } = ImmutableSortedDictionary<int, PastAssembly>.Empty;

    public ImmutableSortedDictionary<int, Petition> Petitions { get; init; } = ImmutableSortedDictionary<int, Petition>.Empty;

    /// <summary>Next number in the minute book of each body.</summary>
    public ImmutableDictionary<BodyId, int> Folios { get; init; } = ImmutableDictionary<BodyId, int>.Empty;

    public AssemblyId NextAssembly { get; init; } = new(1);

    public MotionId NextMotion { get; init; } = new(1);

    public PetitionId NextPetition { get; init; } = new(1);

    public Assembly? Find(AssemblyId id) => Current.GetValueOrDefault(id.Value);

    public int NextFolio(BodyId body) => Folios.GetValueOrDefault(body, 1);

    public static AssemblyBoard Evolve(AssemblyBoard board, Recorded recorded)
    {
        switch (recorded.Entry)
        {
            case AssemblyNoticed noticed:
                return board with
                {
                    Current = board.Current.Add(noticed.Assembly.Value, Assembly.Begin(noticed, recorded)),
                    NextAssembly = new(noticed.Assembly.Value + 1),
                };
            case AssemblyPetitioned petitioned:
                return board with
                {
                    Petitions = board.Petitions.Add(petitioned.Petition.Value, new(
                        petitioned.Petition, petitioned.Kind, petitioned.Agenda, recorded.Stamp.Entered, [recorded.Stamp.Actor], recorded.Stamp.Actor)),
                    NextPetition = new(petitioned.Petition.Value + 1),
                };
            case PetitionSigned signed:
                return board.Change(signed.Petition, petition => petition with { Signatures = petition.Signatures.Add(recorded.Stamp.Actor) });
            case PetitionReached reached:
                return board.Change(reached.Petition, petition => petition with { Reached = reached, ReachedAt = recorded.Stamp.Entered });
            case MinutesDrawnUp drawn:
                return (board with { Folios = board.Folios.SetItem(drawn.Body, drawn.Number + 1) })
                    .Change(drawn.Assembly, minutes => minutes with { Number = drawn.Number, DrawnUpAt = recorded.Stamp.Entered });
            case MinutesSigned signed:
                return board.Change(signed.Assembly, minutes => minutes with { Signed = minutes.Signed.Add(signed.Person) });
            case MinutesApproved approved:
                return board.Change(approved.Assembly, minutes => minutes with { ApprovedBy = approved.By });
            case IInAssembly entry when board.Find(entry.Assembly) is { } assembly:
                return board.Step(Assembly.Evolve(assembly, recorded), recorded);
            default:
                return board;
        }
    }

    private AssemblyBoard Step(Assembly assembly, Recorded recorded)
    {
        var board = recorded.Entry switch
        {
            MotionTabled tabled => this with { NextMotion = new(tabled.Motion.Value + 1) },
            // Only now has the petition got what it asked for: a notice that nobody keeps does not use it up.
            AssemblyOpened when assembly.Petition is { } petition => this with { Petitions = Petitions.Remove(petition.Value) },
            _ => this,
        };
        return assembly.IsOver
            ? board with { Current = Current.Remove(assembly.Id.Value), Past = Past.SetItem(assembly.Id.Value, Over(assembly, recorded)) }
            : board with { Current = Current.SetItem(assembly.Id.Value, assembly) };
    }

    private static PastAssembly Over(Assembly assembly, Recorded recorded) => new(
        assembly.Id, assembly.Body, assembly.Kind, assembly.Calls[0].At, recorded.Stamp.Entered, assembly.Position, recorded.Position,
        assembly.Opening is not null, assembly.Opening?.Call ?? 0, assembly.Opening?.Present ?? 0, assembly.Opening?.Roll.Length ?? assembly.RollAtNotice,
        assembly.Motions.Values.Count(motion => motion.Phase == MotionPhase.Carried), assembly.Motions.Values.Count(motion => motion.Phase == MotionPhase.Lost),
        assembly.Phase == AssemblyPhase.Closed ? new(null, null, assembly.Signers, [], null) : null);

    private AssemblyBoard Change(PetitionId id, Func<Petition, Petition> change) =>
        this with { Petitions = Petitions.SetItem(id.Value, change(Petitions[id.Value])) };

    private AssemblyBoard Change(AssemblyId id, Func<Minutes, Minutes> change) =>
        this with { Past = Past.SetItem(id.Value, Past[id.Value] with { Minutes = change(Past[id.Value].Minutes!) }) };
}
