using Autogestion.Domain.Kernel;
using Autogestion.Domain.Work;
using Autogestion.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Work;

/// <summary>Work: one tap in and out, one's own hours of the month with the contest, absences, who is in, the shifts.</summary>
public sealed class WorkPage : WorkRoomPage
{
    public WorkView View { get; private set; } = null!;

    /// <summary>The longest turn there can be, in hours.</summary>
    public int LongestHours => WorkView.GroundOf(Visit.State, Visit.Now).Longest / 60;

    /// <summary>The day's length of a person's shift, for an absence.</summary>
    public string UsualHours => $"{(Me is { } person && Board.Of(person)?.Terms.Days is [{ } day, ..] ? day.WorkMinutes / 60 : 8)}";

    protected override Task LoadAsync()
    {
        View = WorkView.Of(Visit.State, Me, Visit.Now);
        return Task.CompletedTask;
    }

    protected override IEnumerable<Text?> Texts() => [.. base.Texts(), .. View.Absences.Select(absence => absence.Reason), .. View.Lines.Select(line => line.Entry.Contest?.Reason)];

    public Task<IActionResult> OnPostInAsync(string? place)
    {
        var at = PlaceOf(place);
        return Do(new ClockIn(Mine, at.Workshop, at.Task), "in", Here);
    }

    public Task<IActionResult> OnPostOutAsync() => Do(new ClockOut(Mine), Board.Open.GetValueOrDefault(Mine) is { } turn && WorkView.GroundOf(Visit.State, Visit.Now).IsForgotten(turn) ? "leftOpen" : "out", Here);

    public Task<IActionResult> OnPostContestAsync(int work, string? hours, string? minutes, string? reason)
    {
        var words = Typed(reason, Retention.Erasable);
        return Do(new ContestHours(Mine, new(work), MinutesOf(hours, minutes), words), "contest", Here, words);
    }

    public Task<IActionResult> OnPostAbsenceAsync(string? from, string? to, AbsenceKind kind, string? hours, string? minutes, string? reason)
    {
        var words = Typed(reason, Retention.Erasable);
        return Do(new RecordAbsence(Mine, DayOf(from), DayOf(string.IsNullOrEmpty(to) ? from : to), MinutesOf(hours, minutes), kind, words), "absence", Here, words);
    }

    /// <summary>Makes this browser the device at the door: whoever is signed in here leaves, and the device gets no power.</summary>
    public async Task<IActionResult> OnPostPadAsync()
    {
        if (!MayKeep) return StatusCode(StatusCodes.Status403Forbidden);
        await HttpContext.SignOutAsync(Microsoft.AspNetCore.Identity.IdentityConstants.ApplicationScheme);
        HttpContext.RequestServices.GetRequiredService<Pads>().SetUpForHours(HttpContext, BookId);
        return Redirect($"{Here}/pad");
    }
}
