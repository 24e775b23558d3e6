namespace Autogestion.Domain.Work;

/// <summary>How the board takes entries in, and keeps the sums of months as it goes.</summary>
public sealed partial record WorkBoard
{
    /// <param name="entered">Legal time of the entry.</param>
    /// <param name="zone">The collective's.</param>
    public static WorkBoard Evolve(WorkBoard board, Entry entry, Instant entered, DateTimeZone zone)
    {
        board = board.Forget(entered.InZone(zone).Date);
        return entry switch
        {
            WorkshopCreated or WorkshopClosed or TaskCreated or TaskClosed or ShiftCreated or ShiftClosed or ShiftAssigned or DayOffSet => board.Place(entry),
            ClockedIn began => board with { Open = board.Open.SetItem(began.Person, new(began.Work, began.Person, new(began.Workshop, began.Task), entered)), NextWork = Next(board.NextWork, began.Work) },
            ClockedOut ended => board.End(ended.Person, ended.Work, ended.Day, ended.WorkMinutes, entered),
            TurnLeftOpen open => board.End(open.Person, open.Work, open.Day, null, entered),
            HoursRecorded hours => board.Add(new(hours.Work, hours.Person, hours.Day, new(hours.Workshop, hours.Task), hours.Start is { } start ? hours.Day.At(start).InZoneLeniently(zone).ToInstant() : null, hours.WorkMinutes, entered)),
            HoursCorrected corrected => board.Change(corrected.Person, corrected.Work, hours => hours with { WorkMinutes = corrected.WorkMinutes, Since = entered, LeftOpen = false, Answered = false }),
            HoursContested contested => board.Change(contested.Person, contested.Work, hours => hours with { Contest = new(contested.WorkMinutes, contested.Reason, entered) }),
            ContestAnswered answered => board.Change(answered.Person, answered.Work, hours => hours with { WorkMinutes = answered.WorkMinutes, Since = entered, LeftOpen = false, Answered = true, Contest = null }),
            AbsenceRecorded absent => board.Put(new Absence(absent.Absence, absent.Person, absent.Kind, absent.Days, absent.WorkMinutes, absent.Reason)),
            AbsenceChanged changed => board.Put(changed),
            OutsideHoursSet outside => board.In(outside.Month, month => month with
            {
                Outside = outside.WorkMinutes == 0 ? month.Outside.Remove((outside.Workshop, outside.Ground)) : month.Outside.SetItem((outside.Workshop, outside.Ground), new(outside.People, outside.WorkMinutes)),
            }),
            MonthClosed closed => board with { ClosedUntil = LaterOf(board.ClosedUntil, closed.Month.With(DateAdjusters.EndOfMonth)) },
            _ => board,
        };
    }

    /// <summary>A turn of a common duty was done: it counts where the norms say so. In a month that is closed nothing changes, so it counts today.</summary>
    public WorkBoard Guarded(PersonId person, LocalDate day, int minutes, LocalDate today) =>
        In(day <= ClosedUntil ? today : day, month => month.Of(person, sum => sum with { GuardMinutes = sum.GuardMinutes + minutes }));

    private WorkBoard Place(Entry entry) => entry switch
    {
        WorkshopCreated made => this with { Workshops = Workshops.SetItem(made.Workshop.Value, new(made.Workshop, made.Name, made.Body)), NextWorkshop = new(Math.Max(NextWorkshop.Value, made.Workshop.Value + 1)) },
        WorkshopClosed closed => this with
        {
            Workshops = Workshops.SetItem(closed.Workshop.Value, Workshops[closed.Workshop.Value] with { Closed = true }),
            Tasks = Tasks.SetItems(Tasks.Where(task => task.Value.Workshop == closed.Workshop).Select(task => KeyValuePair.Create(task.Key, task.Value with { Closed = true }))),
            Shifts = Shifts.SetItems(Shifts.Where(shift => shift.Value.Terms.Workshop == closed.Workshop).Select(shift => KeyValuePair.Create(shift.Key, shift.Value with { Closed = true }))),
        },
        TaskCreated made => this with { Tasks = Tasks.SetItem(made.Task.Value, new(made.Task, made.Workshop, made.Name)), NextTask = new(Math.Max(NextTask.Value, made.Task.Value + 1)) },
        TaskClosed closed => this with { Tasks = Tasks.SetItem(closed.Task.Value, Tasks[closed.Task.Value] with { Closed = true }) },
        ShiftCreated made => this with { Shifts = Shifts.SetItem(made.Shift.Value, new(made.Shift, made.Terms)), NextShift = new(Math.Max(NextShift.Value, made.Shift.Value + 1)) },
        ShiftClosed closed => this with { Shifts = Shifts.SetItem(closed.Shift.Value, Shifts[closed.Shift.Value] with { Closed = true }) },
        ShiftAssigned assigned => this with { ShiftOf = assigned.Shift is { } shift ? ShiftOf.SetItem(assigned.Person, shift) : ShiftOf.Remove(assigned.Person) },
        DayOffSet off => this with { DaysOff = off.Name is { } name ? DaysOff.SetItem(off.Day, name) : DaysOff.Remove(off.Day) },
        _ => this,
    };

    // Whatever ends a turn leaves a stretch of work; without a length it counts nothing.
    private WorkBoard End(PersonId person, WorkId id, LocalDate day, int? minutes, Instant entered)
    {
        if (Open.GetValueOrDefault(person) is not { } turn || turn.Id != id) return this;
        var board = this with { Open = Open.Remove(person) };
        return board.Add(new(id, person, day, turn.Place, turn.Since, minutes ?? 0, entered, minutes is null));
    }

    private WorkBoard Add(WorkEntry entry) => (this with { NextWork = Next(NextWork, entry.Id) }).Put(null, entry);

    private WorkBoard Change(PersonId person, WorkId id, Func<WorkEntry, WorkEntry> change) => Find(person, id) is { } entry ? Put(entry, change(entry)) : this;

    private WorkBoard Put(WorkEntry? before, WorkEntry after)
    {
        var board = this with
        {
            Entries = Entries.SetItem(after.Person, EntriesOf(after.Person).SetItem(after.Id.Value, after)),
            Waiting = after.Contest is null ? Waiting.Remove(after.Id.Value) : Waiting.SetItem(after.Id.Value, after.Person),
            LeftOpen = after.LeftOpen ? LeftOpen.SetItem(after.Id.Value, after.Person) : LeftOpen.Remove(after.Id.Value),
        };
        if (before is not null) board = board.Count(before, -1);
        return board.Count(after, 1);
    }

    // A week is counted in the month in which it begins.
    private WorkBoard Count(WorkEntry entry, int sign)
    {
        var minutes = sign * entry.WorkMinutes;
        var monday = entry.Day.PlusDays(1).Previous(IsoDayOfWeek.Monday);
        return In(entry.Day, month => month
                .Of(entry.Person, sum => entry.Contest is null ? sum with { WorkMinutes = sum.WorkMinutes + minutes } : sum with { ContestedMinutes = sum.ContestedMinutes + minutes })
                .At(entry.Place, minutes))
            .In(monday, month => month.Of(entry.Person, sum => sum.PlusWeek((monday.Day - 1) / 7, minutes)));
    }

    private WorkBoard Put(Absence absence) => (this with
    {
        Absences = Absences.SetItem(absence.Person, AbsencesOf(absence.Person).SetItem(absence.Id.Value, absence)),
        NextAbsence = new(Math.Max(NextAbsence.Value, absence.Id.Value + 1)),
    }).Count(absence, 1);

    private WorkBoard Put(AbsenceChanged changed)
    {
        if (AbsencesOf(changed.Person).GetValueOrDefault(changed.Absence.Value) is not { } absence) return this;
        var board = Count(absence, -1);
        return changed.Kind is { } kind
            ? board.Put(absence with { Kind = kind })
            : board with { Absences = board.Absences.SetItem(changed.Person, board.AbsencesOf(changed.Person).Remove(changed.Absence.Value)) };
    }

    private WorkBoard Count(Absence absence, int sign) =>
        absence.Days.Aggregate(this, (board, day) => board.In(day, month => month.Of(absence.Person, sum => sum.Plus(absence.Kind, sign * absence.WorkMinutes))));

    private WorkBoard In(LocalDate day, Func<WorkMonth, WorkMonth> change) => this with { Months = Months.SetItem(FirstOf(day), change(Month(day))) };

    // Once a month: what is long past and waits for nothing is in the sums, and goes.
    private WorkBoard Forget(LocalDate today)
    {
        var from = FirstOf(today).PlusMonths(-MonthsKept);
        if (from <= KeptFrom) return this;
        var entries = Entries.ToBuilder();
        foreach (var (person, own) in Entries)
        {
            var kept = own.RemoveRange(own.Values.Where(entry => entry.Day < from && entry.Contest is null).Select(entry => entry.Id.Value));
            if (kept.IsEmpty) entries.Remove(person);
            else if (kept.Count < own.Count) entries[person] = kept;
        }
        var absences = Absences.ToBuilder();
        foreach (var (person, own) in Absences)
        {
            var kept = own.RemoveRange(own.Values.Where(absence => absence.Days.All(day => day < from)).Select(absence => absence.Id.Value));
            if (kept.IsEmpty) absences.Remove(person);
            else if (kept.Count < own.Count) absences[person] = kept;
        }
        return this with
        {
            Entries = entries.ToImmutable(),
            Absences = absences.ToImmutable(),
            LeftOpen = LeftOpen.RemoveRange(LeftOpen.Where(open => !(entries.GetValueOrDefault(open.Value)?.ContainsKey(open.Key) ?? false)).Select(open => open.Key)),
            DaysOff = DaysOff.RemoveRange(DaysOff.Keys.Where(day => day.Year < today.Year)),
            KeptFrom = from,
        };
    }

    private static WorkId Next(WorkId next, WorkId used) => new(Math.Max(next.Value, used.Value + 1));

    private static LocalDate LaterOf(LocalDate? one, LocalDate other) => one is { } day && day > other ? day : other;
}
