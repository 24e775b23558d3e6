using Autogestion.Domain.Statutes;

namespace Autogestion.Domain.Duties;

/// <summary>What an act about duties is decided against.</summary>
/// <param name="Today">The moment in the collective's zone.</param>
/// <param name="RollOf">Those among whom the duties of a body rotate, in the order of their numbers; null where there is no such body.</param>
public sealed record DutyGround(LocalDateTime Today, StatuteBook Statutes, Func<BodyId, ImmutableArray<PersonId>?> RollOf)
{
    /// <summary>Halves that an excused turn counts, as the norms say.</summary>
    public int Excused => ExcusedHalves(Statutes);

    /// <summary>Halves that an excused turn counts, as the norms say.</summary>
    public static int ExcusedHalves(StatuteBook statutes) => statutes.Rule(Rules.ExcusedCounts).Value.Value switch { "Whole" => 2, "Half" => 1, _ => 0 };
}

/// <summary>Decides acts about common duties.</summary>
public static class DutiesDecider
{
    private const int MostSlots = 60;
    private static readonly Period Opens = Period.FromMinutes(60);
    private static readonly Period Ahead = Period.FromWeeks(8);

    public static Decision Decide(DutyAct act, DutyBoard board, DutyGround ground) => act switch
    {
        CreateDuty create => Create(create, board, ground),
        CloseDuty close => board.Find(close.Duty) is null ? DutiesRefusals.Unknown : new DutyClosed(close.Duty),
        PlanWeek plan => Plan(plan, board, ground),
        OfferTurn offer => Offer(offer, board, ground),
        AcceptTurn accept => Accept(accept, board, ground),
        ExcuseTurn excuse => NotHolding(excuse.Turn, excuse.Person, board) is { } flaw ? flaw : new TurnExcused(excuse.Turn, excuse.Person, excuse.Reason),
        TakeTurn take => Take(take, board, ground),
        FillTurn fill => Fill(fill, board, ground),
        CheckInTurn check => CheckIn(check, board, ground),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    private static Decision Create(CreateDuty act, DutyBoard board, DutyGround ground)
    {
        if (ground.RollOf(act.Terms.Body) is null) return DutiesRefusals.UnknownBody;
        var sound = act.Terms.Slots.Length is > 0 and <= MostSlots
            && act.Terms.Slots.All(slot => slot is { Weekday: >= 1 and <= 7, Minutes: >= 1 and <= 1440, People: >= 1 and <= 100, Weight: >= 1 and <= 10 });
        return sound ? new DutyCreated(board.NextDuty, act.Terms) : DutiesRefusals.BadSlots.With("slots", MostSlots);
    }

    private static Decision Plan(PlanWeek act, DutyBoard board, DutyGround ground)
    {
        if (board.Find(act.Duty) is not { } duty) return DutiesRefusals.Unknown;
        if (act.Monday.DayOfWeek != IsoDayOfWeek.Monday || act.Monday.PlusDays(6) < ground.Today.Date || act.Monday > ground.Today.Date + Ahead) return DutiesRefusals.WrongWeek;
        if (board.PlannedUntil.TryGetValue(act.Duty, out var until) && act.Monday <= until) return DutiesRefusals.AlreadyPlanned.With("until", until.PlusDays(6));
        if (ground.RollOf(duty.Terms.Body) is not { Length: > 0 } roll) return DutiesRefusals.Nobody;
        return new WeekPlanned(act.Duty, act.Monday, roll, Rotation.Week(duty, act.Monday, roll, board, ground.Excused));
    }

    private static Decision Offer(OfferTurn act, DutyBoard board, DutyGround ground)
    {
        if (NotHolding(act.Turn, act.Person, board) is { } flaw) return flaw;
        var turn = board.Find(act.Turn)!;
        if (turn.From <= ground.Today) return DutiesRefusals.TurnOver;
        if (NotAmong(turn, act.To, board, ground) is { } stranger) return stranger;
        if (act.Against is not { } wanted) return new TurnOffered(act.Turn, act.To, null);
        if (NotHolding(wanted, act.To, board) is { } other) return other;
        return board.Find(wanted)!.From <= ground.Today ? DutiesRefusals.TurnOver : new TurnOffered(act.Turn, act.To, wanted);
    }

    private static Decision Accept(AcceptTurn act, DutyBoard board, DutyGround ground)
    {
        if (board.Find(act.Turn) is not { } turn) return DutiesRefusals.UnknownTurn;
        if (turn.Offered != act.Person || turn.Person is not { } giver) return DutiesRefusals.NotOffered;
        if (turn.Done) return DutiesRefusals.AlreadyDone;
        if (turn.From <= ground.Today) return DutiesRefusals.TurnOver;
        if (NotAmong(turn, act.Person, board, ground) is { } stranger) return stranger;
        if (turn.Against is not { } wanted) return Rotation.IsBusy(act.Person, turn, board) ? DutiesRefusals.TwoAtOnce : new TurnPassed(act.Turn, act.Person, null);
        if (NotHolding(wanted, act.Person, board) is { } other) return other;
        var back = board.Find(wanted)!;
        if (back.From <= ground.Today) return DutiesRefusals.TurnOver;
        return Rotation.IsBusy(act.Person, turn, board, wanted) || Rotation.IsBusy(giver, back, board, act.Turn) ? DutiesRefusals.TwoAtOnce : new TurnPassed(act.Turn, act.Person, wanted);
    }

    private static Decision Take(TakeTurn act, DutyBoard board, DutyGround ground)
    {
        if (board.Find(act.Turn) is not { } turn) return DutiesRefusals.UnknownTurn;
        if (turn.Person is not null) return DutiesRefusals.NotFree;
        if (turn.To <= ground.Today) return DutiesRefusals.TurnOver;
        if (NotAmong(turn, act.Person, board, ground) is { } stranger) return stranger;
        return Rotation.IsBusy(act.Person, turn, board) ? DutiesRefusals.TwoAtOnce : new TurnTaken(act.Turn, act.Person);
    }

    private static Decision Fill(FillTurn act, DutyBoard board, DutyGround ground)
    {
        if (board.Find(act.Turn) is not { } turn) return DutiesRefusals.UnknownTurn;
        if (turn.Person is not null) return DutiesRefusals.NotFree;
        if (turn.To <= ground.Today) return DutiesRefusals.TurnOver;
        var roll = ground.RollOf(board.Duties[turn.Duty.Value].Terms.Body) ?? [];
        return Rotation.Next(turn, roll, board, ground.Excused) is { } person ? new TurnTaken(act.Turn, person) : DutiesRefusals.Nobody;
    }

    private static Decision CheckIn(CheckInTurn act, DutyBoard board, DutyGround ground)
    {
        if (NotHolding(act.Turn, act.Person, board) is { } flaw) return flaw;
        var from = board.Find(act.Turn)!.From - Opens;
        return ground.Today < from ? DutiesRefusals.TooEarly.With("opens", from.Date) : new TurnDone(act.Turn, act.Person);
    }

    private static Refusal? NotHolding(TurnId id, PersonId person, DutyBoard board)
    {
        if (board.Find(id) is not { } turn) return DutiesRefusals.UnknownTurn;
        if (turn.Person != person) return DutiesRefusals.NotYours;
        return turn.Done ? (Refusal)DutiesRefusals.AlreadyDone : null;
    }

    private static Refusal? NotAmong(Turn turn, PersonId person, DutyBoard board, DutyGround ground) =>
        ground.RollOf(board.Duties[turn.Duty.Value].Terms.Body)?.Contains(person) == true ? null : (Refusal)DutiesRefusals.NotAmong;
}
