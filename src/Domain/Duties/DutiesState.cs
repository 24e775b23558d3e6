namespace Autogestion.Domain.Duties;

/// <summary>A common duty.</summary>
public sealed record Duty(DutyId Id, DutyTerms Terms, bool Closed);

/// <summary>A turn, recent or to come.</summary>
/// <param name="Person">Whose it is; null where it is free.</param>
/// <param name="Offered">To whom it is offered.</param>
/// <param name="Against">The turn wanted in exchange.</param>
public sealed record Turn(TurnId Id, DutyId Duty, LocalDate Day, LocalTime Start, int Minutes, int Weight, PersonId? Person, PersonId? Offered = null, TurnId? Against = null, bool Done = false)
{
    public LocalDateTime From => Day.At(Start);

    public LocalDateTime To => From.PlusMinutes(Minutes);

    /// <summary>Whether two turns are at the same time, in part at least.</summary>
    public bool Overlaps(Turn other) => From < other.To && other.From < To;
}

/// <summary>What one person did of one duty: the fairness counter. In half units of weight, so that half an excused turn is a whole number.</summary>
/// <param name="Start">Where the person began: with the least there was then.</param>
/// <param name="Done">Turns done.</param>
/// <param name="DoneWeight">Their weight.</param>
/// <param name="ExcusedWeight">The weight of turns with a good excuse.</param>
/// <param name="Missed">Turns neither done nor excused: told, and nothing follows from it by itself.</param>
/// <param name="LastDay">The day of the last turn given.</param>
public sealed record DutyTally(int Start, int Done = 0, int DoneWeight = 0, int Excused = 0, int ExcusedWeight = 0, int Missed = 0, LocalDate? LastDay = null)
{
    /// <summary>What counts, in halves: twice the weight done, and as much of the excused as the norms say.</summary>
    /// <param name="excused">Halves that an excused turn counts: 0, 1 or 2.</param>
    public int Halves(int excused) => Start + 2 * DoneWeight + excused * ExcusedWeight;
}

/// <summary>Common duties with their turns of the last weeks and to come, and the counter of each person.</summary>
public sealed record DutyBoard
{
    /// <summary>How long a turn is kept in mind after its day; then its outcome is in the counter.</summary>
    public static readonly Period Kept = Period.FromWeeks(5);

    public static readonly DutyBoard Empty = new();

    public ImmutableSortedDictionary<int, Duty> Duties { get; init; } = ImmutableSortedDictionary<int, Duty>.Empty;

    public ImmutableSortedDictionary<int, Turn> Turns { get; init; } = ImmutableSortedDictionary<int, Turn>.Empty;

    public ImmutableDictionary<(DutyId Duty, PersonId Person), DutyTally> Tallies { get; init; } = ImmutableDictionary<(DutyId, PersonId), DutyTally>.Empty;

    /// <summary>The last week planned of each duty.</summary>
    public ImmutableDictionary<DutyId, LocalDate> PlannedUntil { get; init; } = ImmutableDictionary<DutyId, LocalDate>.Empty;

    public DutyId NextDuty { get; init; } = new(1);

    public TurnId NextTurn { get; init; } = new(1);

    public Duty? Find(DutyId id) => Duties.GetValueOrDefault(id.Value) is { Closed: false } duty ? duty : null;

    public Turn? Find(TurnId id) => Turns.GetValueOrDefault(id.Value);

    /// <summary>What counts for a person, in halves, with the turns that are still to come or not checked in yet.</summary>
    public int Load(DutyId duty, PersonId person, int excused) =>
        (Tallies.GetValueOrDefault((duty, person))?.Halves(excused) ?? Least(duty, excused)) + 2 * Turns.Values.Where(turn => turn.Duty == duty && turn.Person == person && !turn.Done).Sum(turn => turn.Weight);

    /// <summary>The least that anybody has, where whoever is new begins.</summary>
    public int Least(DutyId duty, int excused) =>
        Tallies.Where(tally => tally.Key.Duty == duty).Select(tally => tally.Value.Halves(excused)).DefaultIfEmpty(0).Min();

    public static DutyBoard Evolve(DutyBoard board, Entry entry) => entry switch
    {
        DutyCreated created => board with { Duties = board.Duties.Add(created.Duty.Value, new(created.Duty, created.Terms, false)), NextDuty = new(Math.Max(board.NextDuty.Value, created.Duty.Value + 1)) },
        DutyClosed closed => board with
        {
            Duties = board.Duties.SetItem(closed.Duty.Value, board.Duties[closed.Duty.Value] with { Closed = true }),
            Turns = board.Turns.RemoveRange(board.Turns.Values.Where(turn => turn.Duty == closed.Duty && !turn.Done).Select(turn => turn.Id.Value)),
        },
        WeekPlanned planned => board.Plan(planned),
        TurnOffered offered => board.Change(offered.Turn, turn => turn with { Offered = offered.To, Against = offered.Against }),
        TurnPassed passed => board.Pass(passed),
        TurnExcused excused => board.Count(excused.Turn, excused.Person, (tally, turn) => tally with { Excused = tally.Excused + 1, ExcusedWeight = tally.ExcusedWeight + turn.Weight })
            .Change(excused.Turn, turn => turn with { Person = null, Offered = null, Against = null }),
        TurnTaken taken => board.Change(taken.Turn, turn => turn with { Person = taken.Person, Offered = null, Against = null })
            .Count(taken.Turn, taken.Person, (tally, turn) => tally with { LastDay = turn.Day }),
        TurnDone done => board.Count(done.Turn, done.Person, (tally, turn) => tally with { Done = tally.Done + 1, DoneWeight = tally.DoneWeight + turn.Weight })
            .Change(done.Turn, turn => turn with { Done = true, Offered = null, Against = null }),
        _ => board,
    };

    private DutyBoard Plan(WeekPlanned planned)
    {
        var board = Forget(planned.Monday - Kept);
        var least = board.Tallies.Where(tally => tally.Key.Duty == planned.Duty).Select(tally => tally.Value.Halves(0)).DefaultIfEmpty(0).Min();
        var tallies = board.Tallies.ToBuilder();
        foreach (var person in planned.Roll) tallies.TryAdd((planned.Duty, person), new(least));
        foreach (var turn in planned.Turns)
            if (turn.Person is { } person) tallies[(planned.Duty, person)] = (tallies.GetValueOrDefault((planned.Duty, person)) ?? new(least)) with { LastDay = turn.Day };
        return board with
        {
            Turns = board.Turns.SetItems(planned.Turns.Select(turn => KeyValuePair.Create(
                turn.Turn.Value, new Turn(turn.Turn, planned.Duty, turn.Day, turn.Start, turn.Minutes, turn.Weight, turn.Person)))),
            Tallies = tallies.ToImmutable(),
            PlannedUntil = board.PlannedUntil.SetItem(planned.Duty, planned.Monday),
            NextTurn = new(Math.Max(board.NextTurn.Value, planned.Turns.Select(turn => turn.Turn.Value).DefaultIfEmpty(0).Max() + 1)),
        };
    }

    // Turns long over leave their outcome in the counter and go: what is neither done nor excused was missed.
    private DutyBoard Forget(LocalDate before)
    {
        var board = this;
        foreach (var turn in Turns.Values.Where(turn => turn.Day < before))
        {
            if (turn is { Done: false, Person: { } person }) board = board.Count(turn.Id, person, (tally, _) => tally with { Missed = tally.Missed + 1 });
            board = board with { Turns = board.Turns.Remove(turn.Id.Value) };
        }
        return board;
    }

    private DutyBoard Pass(TurnPassed passed)
    {
        var giver = Find(passed.Turn)?.Person;
        var board = Change(passed.Turn, turn => turn with { Person = passed.To, Offered = null, Against = null });
        return passed.Against is { } against ? board.Change(against, turn => turn with { Person = giver, Offered = null, Against = null }) : board;
    }

    private DutyBoard Change(TurnId id, Func<Turn, Turn> change) => Find(id) is { } turn ? this with { Turns = Turns.SetItem(id.Value, change(turn)) } : this;

    private DutyBoard Count(TurnId id, PersonId person, Func<DutyTally, Turn, DutyTally> count) => Find(id) is not { } turn
        ? this
        : this with { Tallies = Tallies.SetItem((turn.Duty, person), count(Tallies.GetValueOrDefault((turn.Duty, person)) ?? new(0), turn)) };
}
