using Autogestion.Domain;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using Autogestion.Domain.Work;
using Autogestion.Look;
using Autogestion.Pages.Today;

namespace Autogestion.Pages.Work;

/// <summary>One person's month.</summary>
/// <param name="Overtime">In the weeks that begin in the month.</param>
/// <param name="Counts">What counts as worked by the norms.</param>
public sealed record PersonLine(PersonId Person, PersonMonth Month, int Overtime, int Counts);

/// <summary>How much of the work is done by people who are no members, against the limit there is.</summary>
/// <param name="Limit">The limit; null where there is none.</param>
public sealed record OutsideShare(long Value, long Of, bool InPeople, Fraction? Limit)
{
    /// <summary>Whether it is more than the limit.</summary>
    public bool IsAbove => Limit is { } most && Value * most.Denominator > Of * most.Numerator;
}

/// <summary>What a month adds up to, with the pictures of the twelve months that end in it.</summary>
public sealed record MonthView(
    LocalDate Month, bool Closed, ImmutableArray<PersonLine> People, ImmutableArray<(WorkPlace Place, int WorkMinutes)> Places, ImmutableArray<(AbsenceKind Kind, int WorkMinutes)> Absences,
    ImmutableArray<(WorkshopId Workshop, OutsideGround Ground, OutsideHours Hours)> Outside, OutsideShare Share, ColumnsView? Absenteeism, ColumnsView? Overtime)
{
    private const int Months = 12;

    /// <summary>All of us.</summary>
    public long OursMinutes => People.Sum(line => (long)line.Month.WorkMinutes + line.Month.ContestedMinutes);

    /// <summary>All absences.</summary>
    public long AbsentMinutes => Absences.Sum(line => (long)line.WorkMinutes);

    public static MonthView Of(Collective state, LocalDate month, Reader reader)
    {
        var (board, sums) = (state.Work, state.Work.Month(month));
        var key = new YearMonth(month.Year, month.Month);
        var week = state.Statutes.Rule(Rules.WeekHours).Value.Value;
        return new(
            month, board.IsClosed(key),
            [.. sums.People.Select(one => new PersonLine(one.Key, one.Value, one.Value.Overtime(week), board.MinutesOf(one.Key, key, state.Statutes)))
                .Where(line => line.Counts > 0 || line.Month.ContestedMinutes > 0 || line.Month.AbsentMinutes > 0 || line.Month.WorkMinutes > 0 || line.Month.GuardMinutes > 0)
                .OrderBy(line => state.Roster.Find(line.Person)?.Number ?? int.MaxValue)],
            [.. sums.Places.Where(place => place.Value > 0).OrderBy(place => place.Key.Workshop.Value).ThenBy(place => place.Key.Task?.Value ?? 0).Select(place => (place.Key, place.Value))],
            [.. Enum.GetValues<AbsenceKind>().Select(kind => (kind, sums.People.Values.Sum(person => person.Absent.GetValueOrDefault(kind)))).Where(line => line.Item2 > 0)],
            [.. sums.Outside.OrderBy(line => line.Key.Workshop.Value).ThenBy(line => line.Key.Ground).Select(line => (line.Key.Workshop, line.Key.Ground, line.Value))],
            ShareOf(state, month, sums),
            Picture(state, month, reader, "work.absenteeism", reader["work.absenteeismLabel"], one => (one.AbsentMinutes, one.AbsentMinutes + one.OursMinutes)),
            Picture(state, month, reader, "work.overtime", reader["work.overtimeLabel"], one => (one.People.Values.Sum(person => (long)person.Overtime(week)), one.OursMinutes)));
    }

    private static OutsideShare ShareOf(Collective state, LocalDate month, WorkMonth sums)
    {
        var measure = state.Statutes.Rule(Rules.OutsideMeasure).Value.Value;
        Fraction? most = measure == "NoLimit" ? null : state.Statutes.Rule(Rules.OutsideMost).Value.Value;
        var end = state.Deed.Zone.AtStartOfDay(month.PlusMonths(1)).ToInstant() - Duration.Epsilon;
        return measure == "People"
            ? new(sums.Outside.Values.Sum(hours => (long)hours.People), state.Roster.People.Keys.Count(person => state.Roster.Belongs(person, end)), true, most)
            : new(sums.OutsideMinutes, sums.OursMinutes, false, most);
    }

    // A part of a whole, month by month; nothing where there is one month only.
    private static ColumnsView? Picture(Collective state, LocalDate last, Reader reader, string key, string label, Func<WorkMonth, (long Part, long Whole)> read)
    {
        var columns = Enumerable.Range(0, Months).Select(back => last.PlusMonths(back - Months + 1))
            .Where(month => state.Work.Months.GetValueOrDefault(month) is { } sums && read(sums).Whole > 0)
            .Select(month => (month, read: read(state.Work.Months[month])))
            .Select(one => new Column(reader.Month(one.month), (decimal)one.read.Part / one.read.Whole, reader[key, ("percent", reader.Percent(one.read.Part, one.read.Whole)), ("part", reader.Span(Duration.FromMinutes(one.read.Part))), ("whole", reader.Span(Duration.FromMinutes(one.read.Whole)))]))
            .ToList();
        return columns.Count > 1 ? new(label, columns, Math.Max(0.01m, columns.Max(column => column.Value)) * 1.1m) : null;
    }
}
