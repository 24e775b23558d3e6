using System.Globalization;
using Autogestion.Domain;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Work;
using Autogestion.Web;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Work;

/// <summary>What the pages of this room share: how places, hours and people are said, and who keeps the hours.</summary>
public abstract class WorkRoomPage() : RoomPage(Audience.Members)
{
    public PersonId? Me => Visit.Viewer.Person;

    public WorkBoard Board => Visit.State.Work;

    public string Here => $"/c/{BookId}/work";

    /// <summary>Whether the visitor keeps the hours, of everybody or of a sector.</summary>
    public bool MayKeep => Me is { } person && (Visit.Holding(Power.KeepHours) is not null
        || Board.Workshops.Values.Where(workshop => !workshop.Closed).Any(workshop => Authorities.For(new CreateTask(workshop.Id, workshop.Name), person, Visit.Now, Visit.State) is not null));

    protected PersonId Mine => Me ?? PersonId.Nobody;

    /// <summary>Hours and minutes.</summary>
    public string Span(long minutes) => T.Span(Duration.FromMinutes(minutes));

    /// <summary>The name of a workshop, with the task where there is one.</summary>
    public string NameOf(WorkPlace place)
    {
        var workshop = Words[Board.Workshops.GetValueOrDefault(place.Workshop.Value)?.Name];
        return place.Task is { } task ? T["work.placeTask", ("workshop", workshop), ("task", Words[Board.Tasks.GetValueOrDefault(task.Value)?.Name])] : workshop;
    }

    /// <summary>Open workshops and their tasks.</summary>
    public IReadOnlyList<(string Value, string Words)> Places =>
        [.. Board.Workshops.Values.Where(workshop => !workshop.Closed).SelectMany(workshop => new[] { new WorkPlace(workshop.Id, null) }.Concat(
            Board.Tasks.Values.Where(task => task.Workshop == workshop.Id && !task.Closed).Select(task => new WorkPlace(workshop.Id, task.Id))))
            .Select(place => (ValueOf(place), NameOf(place)))];

    /// <summary>Open workshops.</summary>
    public IReadOnlyList<(string Value, string Words)> Workshops => [.. Board.Workshops.Values.Where(workshop => !workshop.Closed).Select(workshop => ($"{workshop.Id.Value}", Words[workshop.Name]))];

    /// <summary>Those who work here, by name.</summary>
    public IReadOnlyList<(string Value, string Words)> People
    {
        get
        {
            var ground = WorkView.GroundOf(Visit.State, Visit.Now);
            return [("", T["forms.choose"]), .. Visit.State.Roster.People.Keys.Where(person => ground.WorksAt(person, Visit.Now)).Select(person => ($"{person}", Visit.NameOf(person))).OrderBy(one => one.Item2, StringComparer.Create(T.Culture, true))];
        }
    }

    /// <summary>The kinds of absence, with whether they count.</summary>
    public IReadOnlyList<(string Value, string Words)> Kinds => [.. Enum.GetValues<AbsenceKind>().Select(kind => ($"{kind}", T[
        Visit.State.Statutes.Rule(Domain.Statutes.Rules.AbsenceCounts(kind)).Value.Value ? "work.kindCounts" : "work.kindCountsNot", ("kind", Wording.FactWording.Name(T, kind))]))];

    public static string ValueOf(WorkPlace place) => place.Task is { } task ? $"{place.Workshop.Value}/{task.Value}" : $"{place.Workshop.Value}";

    /// <summary>A place as a form sends it; what makes no sense is workshop 0, for the rules to refuse.</summary>
    public static WorkPlace PlaceOf(string? value) => (value ?? "").Split('/') switch
    {
        [var workshop, var task] => new(new(Whole(workshop)), new(Whole(task))),
        [var workshop] => new(new(Whole(workshop)), null),
        _ => new(new(0), null),
    };

    /// <summary>Hours and minutes of a form, in minutes.</summary>
    public static int MinutesOf(string? hours, string? minutes) => (int)Math.Min(1_000_000, Whole(hours) * 60L + Whole(minutes));

    /// <summary>A whole number of a form; 0 for anything else.</summary>
    protected static int Whole(string? value) => int.TryParse(value?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>A day of a form; one that no rule lets through for anything else.</summary>
    protected static LocalDate DayOf(string? value) => NodaTime.Text.LocalDatePattern.Iso.Parse(value ?? "").TryGetValue(new LocalDate(1, 1, 1), out var day) ? day : new(1, 1, 1);

    protected override IEnumerable<Text?> Texts() =>
        [.. Board.Workshops.Values.Select(workshop => workshop.Name), .. Board.Tasks.Values.Select(task => task.Name), .. Board.Shifts.Values.Where(shift => !shift.Closed).Select(shift => shift.Terms.Name), .. Board.DaysOff.Values];

    protected Task<IActionResult> Do(Act act, string what, string then, params TypedWords[] words) => AskAsync(act, T[$"work.ask.{what}"], T[$"work.did.{what}"], then, words);
}
