using Autogestion.Domain.Bodies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Work;
using Autogestion.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Work;

/// <summary>For whoever keeps the hours: what waits for an answer, what was forgotten, hours and absences of others, workshops, shifts, and the month's end.</summary>
public sealed class KeepPage : WorkRoomPage
{
    private const int MostWaiting = 20;

    /// <summary>Contested hours that wait for an answer, the oldest first.</summary>
    public ImmutableArray<WorkEntry> Waiting => [.. Board.Waiting.Take(MostWaiting).Select(one => Board.Find(one.Value, new(one.Key))).OfType<WorkEntry>()];

    /// <summary>Turns that nobody ended, the oldest first.</summary>
    public ImmutableArray<WorkEntry> LeftOpen => [.. Board.LeftOpen.Take(MostWaiting).Select(one => Board.Find(one.Value, new(one.Key))).OfType<WorkEntry>().Where(entry => entry.Contest is null)];

    /// <summary>Turns longer than a turn can be, which nobody has ended.</summary>
    public ImmutableArray<OpenTurn> Forgotten
    {
        get
        {
            var ground = WorkView.GroundOf(Visit.State, Visit.Now);
            return [.. Board.Open.Values.Where(ground.IsForgotten).OrderBy(turn => turn.Since).Take(MostWaiting)];
        }
    }

    /// <summary>The oldest month that is not closed and has ended.</summary>
    public LocalDate? ToClose => Board.Months.Keys.FirstOrDefault(month => month > (Board.ClosedUntil ?? LocalDate.MinIsoValue) && month.PlusMonths(1) <= Visit.Today) is var found && found != default ? found : null;

    /// <summary>Whether it can be closed now.</summary>
    public bool CanClose => ToClose is { } month && WorkDecider.CanClose(month, Board, WorkView.GroundOf(Visit.State, Visit.Now));

    public IReadOnlyList<(string, string)> Bodies => [.. Visit.State.Bodies.All.Values.Where(body => !body.Dissolved && body.Kind is BodyKind.Assembly or BodyKind.Sector).Select(body => ($"{body.Id}", Naming.Of(T, Visit, Words).Body(body.Id)))];

    public IReadOnlyList<(string, string)> OpenShifts => [("", T["work.noShift"]), .. Board.Shifts.Values.Where(shift => !shift.Closed).Select(shift => ($"{shift.Id.Value}", Words[shift.Terms.Name]))];

    public IReadOnlyList<(string, string)> Grounds => [.. Enum.GetValues<OutsideGround>().Select(ground => ($"{ground}", T.Name(ground)))];

    /// <summary>This month and the one before.</summary>
    public IReadOnlyList<(string, string)> Months => [.. Enumerable.Range(0, 2).Select(back => new LocalDate(Visit.Today.Year, Visit.Today.Month, 1).PlusMonths(-back)).Select(month => (NodaTime.Text.LocalDatePattern.Iso.Format(month), T.MonthAndYear(month)))];

    /// <summary>Absences of this month and to come, by whoever they are of.</summary>
    public ImmutableArray<Absence> Absences => [.. Board.Absences.Values.SelectMany(own => own.Values).Where(absence => absence.Days[^1] >= Visit.Today.PlusDays(-31)).OrderByDescending(absence => absence.Days[0]).Take(40)];

    private string There => $"{Here}/keep";

    protected override IEnumerable<Text?> Texts() => [.. base.Texts(), .. Waiting.Select(entry => entry.Contest?.Reason), .. Absences.Select(absence => absence.Reason), .. Visit.State.Bodies.All.Values.Select(body => body.Name)];

    public IActionResult OnGet() => MayKeep ? Page() : StatusCode(StatusCodes.Status403Forbidden);

    public Task<IActionResult> OnPostAnswerAsync(Guid person, int work, string? hours, string? minutes, string? words)
    {
        var said = Typed(words, Retention.Erasable);
        return Do(new AnswerContest(new(person), new(work), MinutesOf(hours, minutes), said), "answer", There, said);
    }

    public Task<IActionResult> OnPostCorrectAsync(Guid person, int work, string? hours, string? minutes, string? words)
    {
        var said = Typed(words, Retention.Erasable);
        return Do(new CorrectHours(new(person), new(work), MinutesOf(hours, minutes), said), "correct", There, said);
    }

    public Task<IActionResult> OnPostHoursAsync(Guid? person, string? day, string? place, string? start, string? hours, string? minutes)
    {
        var at = PlaceOf(place);
        LocalTime? from = NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(start ?? "").TryGetValue(default, out var hour) ? hour : null;
        return Do(new RecordHours([new(new(person ?? Guid.Empty), DayOf(day), at.Workshop, MinutesOf(hours, minutes), at.Task, from)]), "hours", There);
    }

    public Task<IActionResult> OnPostAbsenceAsync(Guid? who, string? from, string? to, AbsenceKind kind, string? aDay, string? reason)
    {
        var said = Typed(reason, Retention.Erasable);
        return Do(new RecordAbsence(new(who ?? Guid.Empty), DayOf(from), DayOf(string.IsNullOrEmpty(to) ? from : to), MinutesOf(aDay, null), kind, said), "absence", There, said);
    }

    public Task<IActionResult> OnPostChangeAsync(Guid person, int absence, string? kind, string? reason)
    {
        var said = Typed(reason, Retention.Erasable);
        return Do(new ChangeAbsence(new(person), new(absence), Enum.TryParse<AbsenceKind>(kind, out var known) ? known : null, said), "change", There, said);
    }

    public Task<IActionResult> OnPostOutsideAsync(string? month, string? workshop, OutsideGround ground, string? people, string? together) =>
        Do(new SetOutsideHours(DayOf(month), PlaceOf(workshop).Workshop, ground, Whole(people), MinutesOf(together, null)), "outside", There);

    public Task<IActionResult> OnPostWorkshopAsync(string? name, int body) => Named(name, words => Do(new CreateWorkshop(words, new(body)), "workshop", There, words));

    public Task<IActionResult> OnPostCloseWorkshopAsync(string? place) => Do(new CloseWorkshop(PlaceOf(place).Workshop), "closeWorkshop", There);

    public Task<IActionResult> OnPostTaskAsync(string? place, string? name) => Named(name, words => Do(new CreateTask(PlaceOf(place).Workshop, words), "task", There, words));

    public Task<IActionResult> OnPostShiftAsync(string? place, string? name, int[] weekdays, string? start, string? hours) => Named(name, words => Do(new CreateShift(new(words, PlaceOf(place).Workshop,
        [.. weekdays.Select(weekday => new ShiftDay(weekday, NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(start ?? "").TryGetValue(default, out var hour) ? hour : default, MinutesOf(hours, null)))])), "shift", There, words));

    public Task<IActionResult> OnPostAssignAsync(Guid? person, int? shift) => Do(new AssignShift(new(person ?? Guid.Empty), shift is { } number ? new(number) : null), "assign", There);

    public Task<IActionResult> OnPostDayOffAsync(string? day, string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return Do(new SetDayOff(DayOf(day), null), "dayOff", There);
        var words = Typed(name);
        return Do(new SetDayOff(DayOf(day), words), "dayOff", There, words);
    }

    public Task<IActionResult> OnPostCloseAsync(string? month) => Do(new CloseMonth(DayOf(month)), "close", There);

    private Task<IActionResult> Named(string? name, Func<Web.TypedWords, Task<IActionResult>> then)
    {
        if (!string.IsNullOrWhiteSpace(name)) return then(Typed(name));
        ModelState.AddModelError("name", T["forms.required"]);
        return Task.FromResult<IActionResult>(Page());
    }
}
