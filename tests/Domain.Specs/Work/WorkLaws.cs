using Autogestion.Domain.Duties;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Specs.Histories;
using Autogestion.Domain.Work;

namespace Autogestion.Domain.Specs.Work;

/// <summary>What holds of hours in every life: a second, naive model adds them up again from the book alone.</summary>
public sealed class WorkLaws
{
    private sealed record Stretch(PersonId Person, LocalDate Day, WorkPlace Place, Instant? From, int Minutes, bool Contested = false);

    [Fact]
    public void The_sums_of_months_are_what_the_book_says_added_up_the_long_way() => HistoryLaws.Hold(history =>
    {
        var (stretches, absences, guards, outside) = Read(history.Book);
        var work = history.State.Work;
        var people = work.Months.SelectMany(month => month.Value.People.Select(person => (Month: month.Key, Person: person.Key, Sum: person.Value))).ToArray();
        foreach (var (month, person, sum) in people)
        {
            var own = stretches.Values.Where(one => one.Person == person && First(one.Day) == month).ToArray();
            Assert.Equal(own.Where(one => !one.Contested).Sum(one => one.Minutes), sum.WorkMinutes);
            Assert.Equal(own.Where(one => one.Contested).Sum(one => one.Minutes), sum.ContestedMinutes);
            Assert.Equal(guards.Where(one => one.Person == person && First(one.Day) == month).Sum(one => one.Minutes), sum.GuardMinutes);
            foreach (var kind in Enum.GetValues<AbsenceKind>())
                Assert.Equal(absences.Values.Where(one => one.Person == person && one.Kind == kind).Sum(one => one.Days.Count(day => First(day) == month) * one.WorkMinutes), sum.Absent.GetValueOrDefault(kind));
            var weeks = stretches.Values.Where(one => one.Person == person && First(MondayOf(one.Day)) == month).GroupBy(one => MondayOf(one.Day));
            Assert.Equal(weeks.Sum(week => Math.Max(0, week.Sum(one => one.Minutes) - 600)), sum.Overtime(10));
        }
        // Nothing is anywhere else.
        Assert.Equal(stretches.Values.Sum(one => one.Minutes), people.Sum(one => one.Sum.WorkMinutes + one.Sum.ContestedMinutes));
        Assert.Equal(stretches.Values.Sum(one => one.Minutes), work.Months.Values.Sum(month => month.Places.Values.Sum()));
        Assert.Equal(guards.Sum(one => one.Minutes), people.Sum(one => one.Sum.GuardMinutes));
        Assert.Equal(absences.Values.Sum(one => one.Days.Length * one.WorkMinutes), people.Sum(one => one.Sum.AbsentMinutes));
        Assert.Equal(outside.Values.Sum(), work.Months.Values.Sum(month => month.OutsideMinutes));
        foreach (var place in stretches.Values.GroupBy(one => (Month: First(one.Day), one.Place)))
            Assert.Equal(place.Sum(one => one.Minutes), work.Month(place.Key.Month).Places.GetValueOrDefault(place.Key.Place));
    }, 30);

    [Fact]
    public void Nobody_works_twice_at_once_nor_longer_than_a_day_is() => HistoryLaws.Hold(history =>
    {
        foreach (var own in Read(history.Book).Stretches.Values.Where(one => one.Minutes > 0).GroupBy(one => one.Person))
        {
            Assert.All(own.GroupBy(one => one.Day), day => Assert.True(day.Sum(one => one.Minutes) <= 1440));
            var known = own.Where(one => one.From is not null).OrderBy(one => one.From).ToArray();
            Assert.All(known.Zip(known.Skip(1)), pair => Assert.True(pair.First.From + Duration.FromMinutes(pair.First.Minutes) <= pair.Second.From));
        }
    }, 20);

    [Fact]
    public void Nothing_changes_in_a_month_that_is_closed() => HistoryLaws.Hold(history =>
    {
        foreach (var recorded in history.Book.Where(recorded => recorded.Entry is MonthClosed))
        {
            var closed = ((MonthClosed)recorded.Entry).Month;
            var then = history.States[(int)recorded.Position].Work;
            foreach (var month in then.Months.Keys.Where(month => month <= closed))
                Assert.Equal(Picture.Of(then.Months[month] with { People = Worked(then.Months[month]) }), Picture.Of(history.State.Work.Months[month] with { People = Worked(history.State.Work.Months[month]) }));
        }
    }, 20);

    // The week that a month ends with goes on in the next.
    private static ImmutableDictionary<PersonId, PersonMonth> Worked(WorkMonth month) =>
        month.People.ToImmutableDictionary(person => person.Key, person => person.Value with { Weeks = ImmutableSortedDictionary<int, int>.Empty });

    private static (Dictionary<int, Stretch> Stretches, Dictionary<int, AbsenceRecorded> Absences, List<(PersonId Person, LocalDate Day, int Minutes)> Guards, Dictionary<object, int> Outside) Read(IEnumerable<Recorded> book)
    {
        var stretches = new Dictionary<int, Stretch>();
        var absences = new Dictionary<int, AbsenceRecorded>();
        var turns = new Dictionary<int, AssignedTurn>();
        var guards = new List<(PersonId, LocalDate, int)>();
        var outside = new Dictionary<object, int>();
        var open = new Dictionary<int, (ClockedIn In, Instant At)>();
        LocalDate? closed = null;
        foreach (var (_, stamp, entry) in book)
        {
            switch (entry)
            {
                case ClockedIn began: open[began.Work.Value] = (began, stamp.Entered); break;
                case ClockedOut ended: stretches[ended.Work.Value] = Of(open[ended.Work.Value], ended.WorkMinutes); break;
                case TurnLeftOpen left: stretches[left.Work.Value] = Of(open[left.Work.Value], 0); break;
                case HoursRecorded hours:
                    stretches[hours.Work.Value] = new(hours.Person, hours.Day, new(hours.Workshop, hours.Task), hours.Start is { } start ? hours.Day.At(start).InZoneLeniently(Plant.Zone).ToInstant() : null, hours.WorkMinutes);
                    break;
                case HoursCorrected corrected: stretches[corrected.Work.Value] = stretches[corrected.Work.Value] with { Minutes = corrected.WorkMinutes }; break;
                case HoursContested contested: stretches[contested.Work.Value] = stretches[contested.Work.Value] with { Contested = true }; break;
                case ContestAnswered answered: stretches[answered.Work.Value] = stretches[answered.Work.Value] with { Minutes = answered.WorkMinutes, Contested = false }; break;
                case AbsenceRecorded absent: absences[absent.Absence.Value] = absent; break;
                case AbsenceChanged { Kind: { } kind } changed: absences[changed.Absence.Value] = absences[changed.Absence.Value] with { Kind = kind }; break;
                case AbsenceChanged changed: absences.Remove(changed.Absence.Value); break;
                case OutsideHoursSet set: outside[(set.Month, set.Workshop, set.Ground)] = set.WorkMinutes; break;
                case MonthClosed month: closed = month.Month.PlusMonths(1).PlusDays(-1); break;
                case WeekPlanned planned: foreach (var turn in planned.Turns) turns[turn.Turn.Value] = turn; break;
                case TurnDone done when turns[done.Turn.Value] is var turn: guards.Add((done.Person, turn.Day <= closed ? stamp.Entered.InZone(Plant.Zone).Date : turn.Day, turn.Minutes)); break;
            }
        }
        return (stretches, absences, guards, outside);
    }

    private static Stretch Of((ClockedIn In, Instant At) open, int minutes) =>
        new(open.In.Person, open.At.InZone(Plant.Zone).Date, new(open.In.Workshop, open.In.Task), open.At, minutes);

    private static LocalDate First(LocalDate day) => day.PlusDays(1 - day.Day);

    private static LocalDate MondayOf(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);
}
