namespace Autogestion.Domain.Work;

/// <summary>Decides absences: which of the days said are days of work for that person, and who may say of what kind.</summary>
internal static class AbsenceDecider
{
    private const int MostDays = 62;
    private const int MonthsAhead = 3;

    public static Decision Record(RecordAbsence act, WorkBoard board, WorkGround ground)
    {
        var within = act.From <= act.To && act.To <= ground.Today.PlusMonths(MonthsAhead) && Period.DaysBetween(act.From, act.To) < MostDays;
        var days = within ? DaysOfWork(act.Person, act.From, act.To, board) : [];
        if (days.IsEmpty) return WorkRefusals.BadDays.With("months", MonthsAhead);
        if (days[0] < ground.Earliest) return WorkRefusals.LongAgo.With("earliest", ground.Earliest);
        if (days[0] <= board.ClosedUntil) return WorkRefusals.MonthClosed.With("until", board.ClosedUntil!);
        if (!ground.WorksAt(act.Person, ground.Now) && !ground.Works(act.Person, days[0])) return WorkRefusals.NotOfUs;
        if (act.WorkMinutes < 1 || act.WorkMinutes > ground.Longest) return HoursDecider.BadLength(ground);
        if (board.AbsencesOf(act.Person).Values.Any(absence => absence.Days.Any(days.Contains))) return WorkRefusals.AlreadyAbsent;
        return new AbsenceRecorded(board.NextAbsence, act.Person, act.Kind, days, act.WorkMinutes, act.Reason);
    }

    public static Decision Change(ChangeAbsence act, Stamp stamp, WorkBoard board)
    {
        if (board.AbsencesOf(act.Person).GetValueOrDefault(act.Absence.Value) is not { } absence) return WorkRefusals.UnknownAbsence;
        if (ContestDecider.IsOwn(act.Person, stamp)) return WorkRefusals.OwnHours;
        if (absence.Days[0] <= board.ClosedUntil) return WorkRefusals.MonthClosed.With("until", board.ClosedUntil!);
        return absence.Kind == act.Kind ? WorkRefusals.Repeated : new AbsenceChanged(act.Absence, act.Person, act.Kind, act.Reason);
    }

    /// <summary>Those of some days on which a person works: by the shift, where there is one, and never on days off.</summary>
    public static ImmutableArray<LocalDate> DaysOfWork(PersonId person, LocalDate from, LocalDate to, WorkBoard board)
    {
        var shift = board.Of(person)?.Terms.Days;
        return [.. Enumerable.Range(0, Period.DaysBetween(from, to) + 1).Select(from.PlusDays)
            .Where(day => !board.DaysOff.ContainsKey(day) && (shift is not { } days || days.Any(one => one.Weekday == (int)day.DayOfWeek)))];
    }
}
