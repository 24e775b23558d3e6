using Autogestion.Domain;
using Autogestion.Domain.Calendar;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using Autogestion.Pages.Today;
using Autogestion.Web;
using Autogestion.Wording;
using Microsoft.AspNetCore.Mvc;
using Due = Autogestion.Domain.Calendar.Due;

namespace Autogestion.Pages.Calendar;

/// <summary>The calendar: what is late and by which rule, a month of days, the record of legal duties, the file and the feed.</summary>
public sealed class CalendarPage() : RoomPage(Audience.Members)
{
    [BindProperty(SupportsGet = true, Name = "month")]
    public string? Asked { get; set; }

    public CalendarView View { get; private set; } = null!;

    /// <summary>The secret address, shown once, when it was just made.</summary>
    public string? Feed { get; private set; }

    public bool HasFeed { get; private set; }

    public bool MayFulfil => Visit.Viewer.Person is { } person
        && Authorities.For(new FulfilDuty(LegalDuty.AuditReport, Visit.Today, new(Guid.Empty, "", Retention.Legal)), person, Visit.Now, Visit.State) is not null;

    public DueWords Say => new(T, Visit, Words);

    public string Here => $"/c/{BookId}/calendar";

    public string HrefOf(LocalDate month) => $"{Here}?month={month.Year:0000}-{month.Month:00}";

    /// <summary>The rule that sets a date, with how well it is known.</summary>
    public string? RuleOf(Due due) => due.Rule is not { } rule ? null
        : string.Join(" · ", new[] { new RuleWording(T).Cite(rule, Visit.State.Statutes.Preset), due.Mark is { } mark and not Mark.House ? T.Name(mark) : null }.OfType<string>());

    protected override async Task LoadAsync()
    {
        View = CalendarView.Of(Visit.State, Visit.Viewer.Person, Visit.Now, Asked);
        HasFeed = Visit.Viewer.Person is { } person && await Registry.CalendarFeeds.HasAsync(new(BookId), person, HttpContext.RequestAborted);
    }

    protected override IEnumerable<Text?> Texts() =>
        [.. View.Weeks.SelectMany(week => week).SelectMany(day => day.Dues).Concat(View.Late).SelectMany(due => DueWords.Texts(due, Visit)), .. Visit.State.Bodies.All.Values.Select(body => body.Name)];

    public Task<IActionResult> OnPostFulfilAsync(string? duty, string? due, string? reference)
    {
        if (!Enum.TryParse<LegalDuty>(duty, out var legal) || !Enum.IsDefined(legal) || NodaTime.Text.LocalDatePattern.Iso.Parse(due ?? "") is not { Success: true, Value: var day })
            return Task.FromResult<IActionResult>(NotFound());
        var words = Typed(reference);
        return AskAsync(new FulfilDuty(legal, day, words), T["calendar.askFulfil", ("duty", T.NameWithin(legal))], T["calendar.doneFulfil"], Here, words);
    }

    public async Task<IActionResult> OnPostFeedAsync()
    {
        if (Visit.Viewer.Person is not { } person) return NotFound();
        Feed = $"{Request.Scheme}://{Request.Host}/c/{BookId}/api/feed/{await Registry.CalendarFeeds.IssueAsync(new(BookId), person, HttpContext.RequestAborted)}";
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync()
    {
        if (Visit.Viewer.Person is not { } person) return NotFound();
        await Registry.CalendarFeeds.RevokeAsync(new(BookId), person, HttpContext.RequestAborted);
        return LocalRedirect(Here);
    }
}
