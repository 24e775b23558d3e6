namespace Autogestion.Domain.Work;

/// <summary>Decides taps and hours that are written in.</summary>
internal static class HoursDecider
{
    /// <summary>Rows of one act: all the hours of a month of a hundred people.</summary>
    public const int MostRows = 2500;

    public static Decision Decide(WorkAct act, WorkBoard board, WorkGround ground) => act switch
    {
        ClockIn clock => In(clock, board, ground),
        ClockOut clock => Out(clock, board, ground),
        RecordHours record => Record(record, board, ground),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    // Whoever forgot to tap out yesterday begins today all the same: what was left open is said, and counts nothing.
    private static Decision In(ClockIn act, WorkBoard board, WorkGround ground)
    {
        if (UnknownPlace(act.Workshop, act.Task, board) is { } flaw) return flaw;
        if (!ground.WorksAt(act.Person, ground.Now)) return WorkRefusals.NotOfUs;
        var began = new ClockedIn(board.NextWork, act.Person, act.Workshop, act.Task);
        if (board.Open.GetValueOrDefault(act.Person) is not { } turn) return began;
        return ground.IsForgotten(turn) ? Decision.Of(LeftOpen(turn, ground), began) : WorkRefusals.AlreadyIn;
    }

    private static Decision Out(ClockOut act, WorkBoard board, WorkGround ground)
    {
        if (board.Open.GetValueOrDefault(act.Person) is not { } turn) return WorkRefusals.NotIn;
        if (ground.IsForgotten(turn)) return LeftOpen(turn, ground);
        var minutes = Math.Max(0, (int)((ground.Now - turn.Since).ToInt64Nanoseconds() / NodaConstants.NanosecondsPerMinute));
        var day = turn.Since.InZone(ground.Zone).Date;
        // While it was taken for forgotten, other hours may have been written in for that time.
        return Overlaps(act.Person, day, turn.Since, minutes, turn.Id, board, ground) ? LeftOpen(turn, ground) : new ClockedOut(turn.Id, act.Person, day, minutes);
    }

    /// <summary>What is said of a turn that nobody ended.</summary>
    public static TurnLeftOpen LeftOpen(OpenTurn turn, WorkGround ground) => new(turn.Id, turn.Person, turn.Since.InZone(ground.Zone).Date);

    // Each row is decided on what the rows before it left; the first that cannot be refuses all.
    private static Decision Record(RecordHours act, WorkBoard board, WorkGround ground)
    {
        if (act.Rows.IsDefaultOrEmpty || act.Rows.Length > MostRows) return WorkRefusals.BadRows.With("most", MostRows);
        var entries = ImmutableArray.CreateBuilder<Entry>(act.Rows.Length);
        foreach (var row in act.Rows)
        {
            if (Cannot(row, board, ground) is { } flaw) return flaw.With("row", entries.Count + 1);
            var entry = new HoursRecorded(board.NextWork, row.Person, row.Day, row.Workshop, row.Task, row.Start, row.WorkMinutes);
            board = WorkBoard.Evolve(board, entry, ground.Now, ground.Zone);
            entries.Add(entry);
        }
        return entries.DrainToImmutable();
    }

    private static Refusal? Cannot(HoursRow row, WorkBoard board, WorkGround ground)
    {
        if (UnknownPlace(row.Workshop, row.Task, board) is { } unknown) return unknown;
        if (row.Day > ground.Today) return WorkRefusals.ToCome;
        if (row.Day < ground.Earliest) return WorkRefusals.LongAgo.With("earliest", ground.Earliest);
        var from = Moment(row.Day, row.Start, ground);
        if (from + Duration.FromMinutes(Math.Max(0, row.WorkMinutes)) > ground.Now) return WorkRefusals.ToCome;
        if (row.Day <= board.ClosedUntil) return WorkRefusals.MonthClosed.With("until", board.ClosedUntil!);
        if (!ground.Works(row.Person, row.Day)) return WorkRefusals.NotOfUs;
        if (row.WorkMinutes < 1 || row.WorkMinutes > ground.Longest) return BadLength(ground);
        var place = new WorkPlace(row.Workshop, row.Task);
        if (board.EntriesOf(row.Person).Values.Any(entry => entry.Day == row.Day && entry.From == from && entry.WorkMinutes == row.WorkMinutes && entry.Place == place)) return WorkRefusals.Repeated;
        return Overlaps(row.Person, row.Day, from, row.WorkMinutes, null, board, ground) ? WorkRefusals.Overlaps : (Refusal?)null;
    }

    /// <summary>The refusal of a length that no turn has.</summary>
    public static Refusal BadLength(WorkGround ground) => WorkRefusals.BadLength.With("hours", ground.Longest / 60).Under(ground.Statutes.Rule(Statutes.Rules.LongestTurn).Cited);

    /// <summary>Whether a person would work twice at once, or longer on a day than a day is.</summary>
    /// <param name="but">A stretch that the new one stands for.</param>
    public static bool Overlaps(PersonId person, LocalDate day, Instant? from, int minutes, WorkId? but, WorkBoard board, WorkGround ground)
    {
        var others = board.EntriesOf(person).Values.Where(entry => entry.Id != but && entry.WorkMinutes > 0).ToArray();
        if (others.Where(entry => entry.Day == day).Sum(entry => entry.WorkMinutes) + minutes > 1440) return true;
        if (from is not { } start || minutes == 0) return false;
        var to = start + Duration.FromMinutes(minutes);
        return others.Any(entry => entry.From < to && start < entry.To)
            || (board.Open.GetValueOrDefault(person) is { } turn && turn.Id != but && !ground.IsForgotten(turn) && to > turn.Since);
    }

    private static Instant? Moment(LocalDate day, LocalTime? start, WorkGround ground) => start is { } hour ? day.At(hour).InZoneLeniently(ground.Zone).ToInstant() : null;

    private static Refusal? UnknownPlace(WorkshopId workshop, WorkTaskId? task, WorkBoard board) =>
        board.Find(workshop) is null ? WorkRefusals.UnknownWorkshop
        : task is { } named && board.Find(named)?.Workshop != workshop ? WorkRefusals.UnknownTask
        : (Refusal?)null;
}
