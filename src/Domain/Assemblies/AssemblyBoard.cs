using Autogestion.Domain.Assemblies.Amending;

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
/// <param name="Number">Number in the minute book of the body; null until drawn up.</param>
public sealed record Minutes(int? Number, Instant? DrawnUpAt, ImmutableArray<PersonId> Signers, ImmutableHashSet<PersonId> Signed, ResolutionId? ApprovedBy)
{
    /// <summary>The folios they stand on, in the order of writing: more than one stretch where observations came after.</summary>
    public ImmutableArray<FolioRange> Folios { get; init; } = [];

    /// <summary>Positions of what was written beside them after the sitting: reasons of dissent, observations.</summary>
    public ImmutableArray<long> Beside { get; init; } = [];

    /// <summary>How many of those stand on folios.</summary>
    public int OnFolios { get; init; }

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

    /// <summary>What was asked for besides petitions, and what waits for the next agenda.</summary>
    public CallingState Calling { get; init; } = CallingState.Empty;

    /// <summary>Motions that were referred or postponed and have still to come back, by number.</summary>
    public ImmutableSortedDictionary<int, Referral> Referrals { get; init; } = ImmutableSortedDictionary<int, Referral>.Empty;

    /// <summary>Next number of minutes of each body.</summary>
    public ImmutableDictionary<BodyId, int> Numbers { get; init; } = ImmutableDictionary<BodyId, int>.Empty;

    /// <summary>The minute book of each body that has one with anything in it.</summary>
    public ImmutableDictionary<BodyId, MinuteBook> Books { get; init; } = ImmutableDictionary<BodyId, MinuteBook>.Empty;

    /// <summary>Sittings closed a short time ago, whole: reasons may still be written beside their votes.</summary>
    public ImmutableSortedDictionary<int, Assembly> Recent { get; init; } = ImmutableSortedDictionary<int, Assembly>.Empty;

    public AssemblyId NextAssembly { get; init; } = new(1);

    public MotionId NextMotion { get; init; } = new(1);

    public PetitionId NextPetition { get; init; } = new(1);

    public Assembly? Find(AssemblyId id) => Current.GetValueOrDefault(id.Value);

    public int NextNumber(BodyId body) => Numbers.GetValueOrDefault(body, 1);

    public MinuteBook BookOf(BodyId body) => Books.GetValueOrDefault(body, MinuteBook.Unopened);

    /// <summary>Sittings that are over, the newest notice first, back to the first that ended before a moment.</summary>
    public IEnumerable<PastAssembly> Newest(Instant since)
    {
        for (var number = NextAssembly.Value - 1; number > 0; number--)
        {
            if (!Past.TryGetValue(number, out var past)) continue;
            if (past.EndedAt < since) yield break;
            yield return past;
        }
    }

    public static AssemblyBoard Evolve(AssemblyBoard board, Recorded recorded)
    {
        switch (recorded.Entry)
        {
            case AssemblyNoticed noticed:
                return board with
                {
                    Current = board.Current.Add(noticed.Assembly.Value, Assembly.Begin(noticed, recorded)),
                    NextAssembly = new(noticed.Assembly.Value + 1),
                    Calling = noticed.Upon is CalledUpon.Everybody { Universal: var universal } ? board.Calling with { Universals = board.Calling.Universals.Remove(universal.Value) } : board.Calling,
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
            case ItemRequested or ItemRequestSigned or ItemRequestReached or UniversalProposed or UniversalAccepted or AssemblyDemanded or SignCrossed:
                return board with { Calling = CallingState.Evolve(board.Calling, recorded) };
            case MinutesDrawnUp drawn:
                return (board with { Numbers = board.Numbers.SetItem(drawn.Body, drawn.Number + 1) })
                    .Change(drawn.Assembly, minutes => minutes with { Number = drawn.Number, DrawnUpAt = recorded.Stamp.Entered });
            case MinutesSigned signed:
                return board.Change(signed.Assembly, minutes => minutes with { Signed = minutes.Signed.Add(signed.Person) });
            case MinutesApproved approved:
                return board.Change(approved.Assembly, minutes => minutes with { ApprovedBy = approved.By });
            case MinutesApprovalUndone undone:
                return board.Change(undone.Assembly, minutes => minutes with { ApprovedBy = null });
            case MinutesFoliated foliated:
                return board.Foliate(foliated, recorded);
            case FoliosVoided voided:
                return board.With(voided.Body, MinuteBook.Evolve(board.BookOf(voided.Body), recorded));
            case MinuteBookOpened opened:
                return board.With(opened.Body, MinuteBook.Evolve(board.BookOf(opened.Body), recorded));
            case DissentRecorded dissent when board.Recent.TryGetValue(dissent.Assembly.Value, out var closed):
                return (board with { Recent = board.Recent.SetItem(closed.Id.Value, Assembly.Evolve(closed, recorded)) }).Beside(dissent.Assembly, recorded);
            case IInAssembly entry when board.Find(entry.Assembly) is { } assembly:
                return board.Step(Assembly.Evolve(assembly, recorded), recorded);
            default:
                return board;
        }
    }

    /// <summary>
    /// Of those in the room, only whoever was entitled at that second was counted and may cast: somebody whose suspension ends
    /// while the vote is open was not.
    /// </summary>
    internal AssemblyBoard WithVoters(VoteOpened opened, Func<PersonId, BodyId, bool> isEntitled)
    {
        if (Find(opened.Assembly) is not { } assembly) return this;
        var counted = assembly.Change(opened.Motion, motion => motion with
        {
            Vote = motion.Vote! with { Voters = [.. motion.Vote!.Voters.Where(person => isEntitled(person, assembly.Body))] },
        });
        return this with { Current = Current.SetItem(opened.Assembly.Value, counted) };
    }

    private AssemblyBoard Step(Assembly assembly, Recorded recorded)
    {
        var board = recorded.Entry switch
        {
            MotionTabled tabled => this with { NextMotion = new(tabled.Motion.Value + 1) },
            // Only now has the petition got what it asked for: a notice that nobody keeps does not use it up.
            AssemblyOpened when assembly.Petition is { } petition => this with { Petitions = Petitions.Remove(petition.Value) },
            AssemblyOpened when assembly.Upon is { } upon => this with { Calling = Calling.Opened(upon) },
            AssemblyClosed => this with { Calling = Calling.DealtWith(assembly.ItemsTaken.Select(assembly.Item)) },
            MotionReferred referred when assembly.Find(referred.Motion) is { } motion => this with
            {
                Referrals = Referrals.SetItem(motion.Id.Value, new(motion.Id, assembly.Id, assembly.Body, referred.To, referred.Due, motion.Words, motion.Matter, motion.Mover)),
            },
            _ => this,
        };
        if (recorded.Entry is AssemblyOpened) board = board.Bring(assembly);
        return assembly.IsOver
            ? board with { Current = Current.Remove(assembly.Id.Value), Recent = Recently(assembly, recorded.Stamp.Entered), Past = Past.SetItem(assembly.Id.Value, Over(assembly, recorded)) }
            : board with { Current = Current.SetItem(assembly.Id.Value, assembly) };
    }

    // On the agenda of a sitting that is held: the body that was asked has it, or the one that decides has it back.
    private AssemblyBoard Bring(Assembly assembly) => Referrals.Values.Where(referral => assembly.Agenda.Any(referral.Is)).Aggregate(this, (board, referral) => board with
    {
        Referrals = referral.Body == assembly.Body ? board.Referrals.Remove(referral.Motion.Value) : board.Referrals.SetItem(referral.Motion.Value, referral with { Met = true }),
    });

    private static PastAssembly Over(Assembly assembly, Recorded recorded) => new(
        assembly.Id, assembly.Body, assembly.Kind, assembly.Calls[0].At, recorded.Stamp.Entered, assembly.Position, recorded.Position,
        assembly.Opening is not null, assembly.Opening?.Call ?? 0, assembly.Opening?.Present ?? 0, assembly.Opening?.Roll.Length ?? assembly.RollAtNotice,
        assembly.Motions.Values.Count(motion => motion.Phase == MotionPhase.Carried), assembly.Motions.Values.Count(motion => motion.Phase == MotionPhase.Lost),
        assembly.Phase == AssemblyPhase.Closed ? new(null, null, assembly.Signers, [], null) : null);

    private ImmutableSortedDictionary<int, Assembly> Recently(Assembly assembly, Instant now)
    {
        var recent = Recent.RemoveRange(Recent.Values.Where(older => older.ClosedAt < now - FolioDecider.AtHand).Select(older => older.Id.Value));
        return assembly.Phase == AssemblyPhase.Closed ? recent.SetItem(assembly.Id.Value, assembly) : recent;
    }

    private AssemblyBoard Foliate(MinutesFoliated foliated, Recorded recorded)
    {
        var book = MinuteBook.Evolve(BookOf(foliated.Body), recorded);
        if (Past[foliated.Assembly.Value].Minutes is { Folios.IsEmpty: true, Number: { } number }) book = book with { NextMinutes = number + 1 };
        return With(foliated.Body, book).Change(foliated.Assembly, minutes => minutes with
        {
            Folios = minutes.Folios.Add(new(foliated.Book, foliated.From, foliated.Through, recorded.Position)),
            OnFolios = minutes.Beside.Length,
        });
    }

    private AssemblyBoard With(BodyId body, MinuteBook book) => this with { Books = Books.SetItem(body, book) };

    // Also for what others write beside minutes after the sitting.
    private AssemblyBoard Beside(AssemblyId id, Recorded recorded) => Change(id, minutes => minutes with { Beside = minutes.Beside.Add(recorded.Position) });

    private AssemblyBoard Change(PetitionId id, Func<Petition, Petition> change) =>
        this with { Petitions = Petitions.SetItem(id.Value, change(Petitions[id.Value])) };

    private AssemblyBoard Change(AssemblyId id, Func<Minutes, Minutes> change) =>
        this with { Past = Past.SetItem(id.Value, Past[id.Value] with { Minutes = change(Past[id.Value].Minutes!) }) };
}
