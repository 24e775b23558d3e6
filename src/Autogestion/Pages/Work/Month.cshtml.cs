using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Work;

/// <summary>What a month adds up to: by person, by workshop and task, absences by kind, people who are no members, and how it went over a year.</summary>
public sealed class MonthPage : WorkRoomPage
{
    [BindProperty(SupportsGet = true, Name = "month")]
    public string Asked { get; set; } = "";

    public MonthView View { get; private set; } = null!;

    /// <summary>The first day of the month asked for; null where there is no such month.</summary>
    public LocalDate? Month => NodaTime.Text.LocalDatePattern.Iso.Parse($"{Asked}-01") is { Success: true, Value: { Year: > 1900 and < 2200 } day } ? day : null;

    protected override bool Exists => Month is not null;

    /// <summary>The address of another month.</summary>
    public string Other(int months) => Month!.Value.PlusMonths(months) is var month ? $"{Here}/month/{month.Year:0000}-{month.Month:00}" : "";

    protected override Task LoadAsync()
    {
        View = MonthView.Of(Visit.State, Month!.Value, T);
        return Task.CompletedTask;
    }
}
