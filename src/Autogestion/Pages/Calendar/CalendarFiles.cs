using Autogestion.Api;
using Autogestion.Domain.Calendar;
using Autogestion.Domain.Kernel;
using Autogestion.Look;
using Autogestion.Registry;
using Autogestion.Web;
using Autogestion.Wording;
using Due = Autogestion.Domain.Calendar.Due;

namespace Autogestion.Pages.Calendar;

/// <summary>The calendar as a file for members, and as a feed under a secret address of one person. No names in either.</summary>
public static class CalendarFiles
{
    private const string Type = "text/calendar; charset=utf-8";
    private static readonly Period Ahead = Period.FromMonths(13);

    /// <summary>Maps both.</summary>
    public static void MapCalendarFiles(this IEndpointRouteBuilder api)
    {
        api.MapGet("calendar.ics", FileAsync).WithSummary("The calendar as iCalendar (RFC 5545). Seen by: Members.").WithMetadata(new SeenBy(Audience.Members));
        api.MapGet("feed/{secret}", FeedAsync).WithSummary("What concerns one person, as iCalendar, under that person's secret address. Seen by: Public.").WithMetadata(new SeenBy(Audience.Public));
    }

    private static async Task<IResult> FileAsync(string book, HttpContext http, Visits visits, Reader reader)
    {
        if (await visits.ToAsync(book, 0, http.RequestAborted) is not { } visit) return Answers.Plain(StatusCodes.Status404NotFound, reader);
        if (Caller.Refuse(visit, visits, Audience.Members, reader) is { } no) return no;
        return Answer(visit, Dues.Until(visit.State, visit.Now, visit.Today + Ahead), http, reader);
    }

    private static async Task<IResult> FeedAsync(string book, string secret, HttpContext http, Visits visits, RegistryDatabase registry, Reader reader)
    {
        if (await visits.ToAsync(book, 0, http.RequestAborted) is not { } visit) return Answers.Plain(StatusCodes.Status404NotFound, reader);
        if (await registry.CalendarFeeds.FindAsync(new(book), secret, http.RequestAborted) is not { } person || !visit.State.Roster.Belongs(person, visit.Now))
            return Answers.Plain(StatusCodes.Status404NotFound, reader);
        var dues = Dues.Until(visit.State, visit.Now, visit.Today + Ahead).Where(due => Concerns(due, person, visit)).Concat(Dues.TurnsOf(visit.State, person, visit.Now));
        return Answer(visit, dues, http, reader);
    }

    private static IResult Answer(Visit visit, IEnumerable<Due> dues, HttpContext http, Reader reader)
    {
        var state = visit.State;
        var here = $"{http.Request.Scheme}://{http.Request.Host}/c/{state.Deed.Id}/calendar";
        var events = dues.DistinctBy(Key).Select(due => new CalendarEvent(Key(due), Title(due, reader), due.On, due.At, here));
        return TypedResults.Text(ICalendar.Write(state.Deed.Name, $"{state.Deed.Id}.autogestion", events, visit.Now), Type);
    }

    /// <summary>What a person is asked or told by name: sittings she may be at, her mandates and trial, what her posts answer for.</summary>
    public static bool Concerns(Due due, PersonId person, Visit visit) => due.Kind switch
    {
        DueKind.Sitting or DueKind.ItemsUntil => visit.State.IsEntitled(person, due.Coming!.Body, visit.Now),
        DueKind.Mandate => due.Mandates.Any(mandate => mandate.Person == person),
        DueKind.Trial => due.People.Contains(person),
        DueKind.Resolution => due.Resolution!.Owner is { } owner && visit.State.Posts.Live(visit.Now).Any(mandate => mandate.Post == owner && mandate.Person == person),
        DueKind.Minutes or DueKind.Legal => visit.State.Posts.Live(visit.Now).Any(mandate => mandate.Person == person && mandate.Sitting is null && mandate.Powers.Any(power => power is Power.KeepMinutes or Power.Represent or Power.Audit)),
        DueKind.CouncilMeeting => visit.State.Bodies.Council is { } council && visit.State.IsEntitled(person, council.Id, visit.Now),
        DueKind.Effect => false,
        _ => true,
    };

    private static string Title(Due due, Reader reader) => due.Kind switch
    {
        DueKind.Sitting => reader.Name(due.Coming!.Kind),
        DueKind.Legal => reader.Name(due.Legal!.Value),
        DueKind.Resolution => reader["today.dueResolution", ("number", due.Resolution!.Id.Value)],
        DueKind.Effect => reader["today.dueEffect", ("number", due.Resolution!.Id.Value)],
        _ => reader.Name(due.Kind),
    };

    private static string Key(Due due)
    {
        var key = (due.Coming?.Id ?? due.Sitting?.Id)?.Value ?? due.Resolution?.Id.Value ?? due.Petition?.Id.Value ?? due.Demand?.Id.Value ?? due.Turn?.Id.Value;
        var legal = due.Legal is { } duty ? $"-{duty}" : "";
        return $"{due.Kind}{legal}-{(key is { } number ? $"{number}" : NodaTime.Text.LocalDatePattern.Iso.Format(due.On))}".ToLowerInvariant();
    }
}
