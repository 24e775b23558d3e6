using Autogestion.Domain;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Calendar;
using Autogestion.Domain.Kernel;
using Due = Autogestion.Domain.Calendar.Due;

namespace Autogestion.Pages.Calendar;

/// <summary>A day of a month with what falls on it.</summary>
/// <param name="Held">Sittings that were held on it.</param>
public sealed record MonthDay(LocalDate Day, bool InMonth, ImmutableArray<Due> Dues, ImmutableArray<PastAssembly> Held);

/// <summary>A month of the calendar, with what is late whatever the month.</summary>
public sealed record CalendarView(LocalDate Month, ImmutableArray<ImmutableArray<MonthDay>> Weeks, ImmutableArray<Due> Late)
{
    private const int MonthsAround = 24;

    /// <summary>The days of the month on which something falls, in order: the list for a phone.</summary>
    public IEnumerable<MonthDay> Days => Weeks.SelectMany(week => week).Where(day => day.InMonth && (day.Dues.Length > 0 || day.Held.Length > 0));

    /// <param name="asked">A month as <c>2026-11</c>; anything else is the present one.</param>
    public static CalendarView Of(Collective state, PersonId? person, Instant now, string? asked)
    {
        var zone = state.Deed.Zone;
        var today = now.InZone(zone).Date;
        var present = new LocalDate(today.Year, today.Month, 1);
        var month = NodaTime.Text.LocalDatePattern.Iso.Parse($"{asked}-01") is { Success: true, Value: var first }
            && first >= present.PlusMonths(-MonthsAround) && first <= present.PlusMonths(MonthsAround) ? first : present;
        var all = Dues.Until(state, now, LocalDate.Max(month.PlusMonths(1), today)).AddRange(person is { } mine ? Dues.TurnsOf(state, mine, now) : []);
        var dues = all.ToLookup(due => due.On);
        var held = state.Assemblies.Newest(zone.AtStartOfDay(month).ToInstant() - Duration.FromDays(7)).Where(past => past.Held).ToLookup(past => past.Start.InZone(zone).Date);
        var start = month.DayOfWeek == IsoDayOfWeek.Monday ? month : month.Previous(IsoDayOfWeek.Monday);
        var weeks = Enumerable.Range(0, 6).Select(week => start.PlusWeeks(week)).Where(monday => monday < month.PlusMonths(1))
            .Select(monday => Enumerable.Range(0, 7).Select(day => monday.PlusDays(day))
                .Select(day => new MonthDay(day, day.Month == month.Month, [.. dues[day]], [.. held[day]])).ToImmutableArray());
        return new(month, [.. weeks], [.. all.Where(due => due.Late)]);
    }
}
