namespace Autogestion.Domain.Work;

/// <summary>Decides acts about work: workshops, shifts, months; hours and absences have files of their own.</summary>
public static class WorkDecider
{
    private const int MostDays = 21;
    private const int MonthsAhead = 13;

    public static Decision Decide(WorkAct act, Stamp stamp, WorkBoard board, WorkGround ground) => act switch
    {
        CreateWorkshop create => ground.Bodies.Find(create.Body) is null ? WorkRefusals.UnknownBody : new WorkshopCreated(board.NextWorkshop, create.Name, create.Body),
        CloseWorkshop close => board.Find(close.Workshop) is null ? WorkRefusals.UnknownWorkshop : new WorkshopClosed(close.Workshop),
        CreateTask create => board.Find(create.Workshop) is null ? WorkRefusals.UnknownWorkshop : new TaskCreated(board.NextTask, create.Workshop, create.Name),
        CloseTask close => board.Find(close.Task) is null ? WorkRefusals.UnknownTask : new TaskClosed(close.Task),
        CreateShift create => Create(create, board),
        CloseShift close => board.Find(close.Shift) is null ? WorkRefusals.UnknownShift : new ShiftClosed(close.Shift),
        AssignShift assign => Assign(assign, board, ground),
        SetDayOff set => Set(set, board, ground),
        ClockIn or ClockOut or RecordHours => HoursDecider.Decide(act, board, ground),
        CorrectHours or ContestHours or AnswerContest => ContestDecider.Decide(act, stamp, board, ground),
        RecordAbsence record => AbsenceDecider.Record(record, board, ground),
        ChangeAbsence change => AbsenceDecider.Change(change, stamp, board),
        SetOutsideHours set => Set(set, board, ground),
        CloseMonth close => Close(close, board, ground),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    /// <summary>Whether a month can be closed: it is over, and all in it is ended, answered and agreed.</summary>
    public static bool CanClose(LocalDate month, WorkBoard board, WorkGround ground)
    {
        var last = month.With(DateAdjusters.EndOfMonth);
        var within = ground.Statutes.Rule(Statutes.Rules.ContestWithin).Value.Value;
        return last < ground.Today
            && board.Open.Values.All(turn => turn.Since.InZone(ground.Zone).Date > last)
            && board.Entries.Values.SelectMany(own => own.Values).All(entry => entry.Day > last || (entry.Contest is null && (entry.Answered || entry.ContestUntil(within, ground.Zone) < ground.Now)));
    }

    private static Decision Create(CreateShift act, WorkBoard board)
    {
        if (board.Find(act.Terms.Workshop) is null) return WorkRefusals.UnknownWorkshop;
        var sound = act.Terms.Days is { IsDefault: false, Length: > 0 and <= MostDays } && act.Terms.Days.All(day => day is { Weekday: >= 1 and <= 7, WorkMinutes: >= 1 and <= 1440 });
        return sound ? new ShiftCreated(board.NextShift, act.Terms) : WorkRefusals.BadShift.With("days", MostDays);
    }

    private static Decision Assign(AssignShift act, WorkBoard board, WorkGround ground)
    {
        if (act.Shift is { } shift && board.Find(shift) is null) return WorkRefusals.UnknownShift;
        if (!ground.WorksAt(act.Person, ground.Now)) return WorkRefusals.NotOfUs;
        return board.ShiftOf.TryGetValue(act.Person, out var now) == act.Shift.HasValue && (act.Shift is null || act.Shift == now)
            ? WorkRefusals.Repeated
            : new ShiftAssigned(act.Person, act.Shift);
    }

    private static Decision Set(SetDayOff act, WorkBoard board, WorkGround ground)
    {
        if (act.Day < ground.Today || act.Day > ground.Today.PlusMonths(MonthsAhead)) return WorkRefusals.BadDays.With("months", MonthsAhead);
        return act.Name is null && !board.DaysOff.ContainsKey(act.Day) ? WorkRefusals.Repeated : new DayOffSet(act.Day, act.Name);
    }

    private static Decision Set(SetOutsideHours act, WorkBoard board, WorkGround ground)
    {
        if (board.Workshops.GetValueOrDefault(act.Workshop.Value) is null) return WorkRefusals.UnknownWorkshop;
        if (BadMonth(act.Month, ground) is { } flaw) return flaw;
        if (act.Month < ground.Earliest) return WorkRefusals.LongAgo.With("earliest", ground.Earliest);
        if (act.Month <= board.ClosedUntil) return WorkRefusals.MonthClosed.With("until", board.ClosedUntil!);
        var sound = act is { People: >= 0 and <= 100_000, WorkMinutes: >= 0 } && act.WorkMinutes <= act.People * 44_640L && act.People == 0 == (act.WorkMinutes == 0);
        if (!sound) return WorkRefusals.BadOutside;
        var hours = board.Month(act.Month).Outside.GetValueOrDefault((act.Workshop, act.Ground)) ?? new(0, 0);
        return hours == new OutsideHours(act.People, act.WorkMinutes) ? WorkRefusals.Repeated : new OutsideHoursSet(act.Month, act.Workshop, act.Ground, act.People, act.WorkMinutes);
    }

    private static Decision Close(CloseMonth act, WorkBoard board, WorkGround ground)
    {
        if (BadMonth(act.Month, ground) is { } flaw) return flaw;
        if (act.Month <= board.ClosedUntil) return WorkRefusals.MonthClosed.With("until", board.ClosedUntil!);
        return CanClose(act.Month, board, ground) ? new MonthClosed(act.Month) : WorkRefusals.MonthOpen;
    }

    private static Refusal? BadMonth(LocalDate month, WorkGround ground) => month.Day != 1 || month > ground.Today ? WorkRefusals.BadMonth : (Refusal?)null;
}
