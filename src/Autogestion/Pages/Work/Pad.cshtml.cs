using System.Globalization;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Work;
using Autogestion.Look;
using Autogestion.Office.Desk;
using Autogestion.Registry;
using Autogestion.Web;
using Autogestion.Wording;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Autogestion.Pages.Work;

/// <summary>
/// The device at the door: each says number and code, taps in or out, and is gone. There is no session: what a person may do
/// here hangs on the ticket in the form on the screen, good once and for two minutes.
/// </summary>
public sealed class WorkPadPage(Node node, Visits visits, Pads pads, Reader reader) : PageModel
{
    private const string Tap = "tap";

    [BindProperty(SupportsGet = true, Name = "book")]
    public string Book { get; set; } = "";

    public Visit Visit { get; private set; } = null!;

    public Words Words { get; private set; } = null!;

    /// <summary>Who is being served on this screen; null before number and code.</summary>
    public PersonId? Person { get; private set; }

    /// <summary>Ticket for the tap.</summary>
    public string? Ticket { get; private set; }

    /// <summary>What is said after something was done or could not be.</summary>
    public string? Said { get; private set; }

    /// <summary>Said because something could not be done.</summary>
    public bool IsNo { get; private set; }

    /// <summary>Goes into the form, so that nobody sends it again by going back.</summary>
    public string Form => pads.NewForm();

    public string Here => $"/c/{Book}/work/pad";

    /// <summary>The turn under way of the person on the screen.</summary>
    public OpenTurn? Turn => Person is { } person ? Visit.State.Work.Open.GetValueOrDefault(person) : null;

    /// <summary>Where the person can begin, the usual place first.</summary>
    public IReadOnlyList<WorkPlace> Places
    {
        get
        {
            var board = Visit.State.Work;
            var usual = WorkView.UsualOf(Person ?? PersonId.Nobody, board);
            return [.. board.Workshops.Values.Where(workshop => !workshop.Closed).Select(workshop => new WorkPlace(workshop.Id, null)).OrderBy(place => usual?.Workshop != place.Workshop)];
        }
    }

    public string NameOf(WorkPlace place) => Words[Visit.State.Work.Workshops.GetValueOrDefault(place.Workshop.Value)?.Name];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Response.Headers.CacheControl = "no-store";
        if (!await LoadAsync()) context.Result = NotFound();
        else if (!pads.IsForHours(HttpContext, Book)) context.Result = StatusCode(StatusCodes.Status403Forbidden);
        else
        {
            await next();
            ViewData.SetFrame(new() { Collective = new(Book, Visit.State.Deed.Name) });
        }
    }

    public void OnGet()
    {
    }

    /// <summary>Number and code: shows what can be tapped.</summary>
    public async Task<IActionResult> OnPostEnterAsync(string? member, string? code, string? form)
    {
        if (!pads.IsFirstSent(form)) return Redirect(Here);
        var found = int.TryParse(member, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Visit.State.Roster.People.Values.FirstOrDefault(one => one.Number == number)?.Id
            : null;
        var tried = await node.Registry.PersonalCodes.TryAsync(new(Book), found, code, HttpContext.RequestAborted);
        if (tried != CodeTry.Right) return No(reader[tried == CodeTry.Locked ? "pad.locked" : "pad.wrong"], StatusCodes.Status403Forbidden);
        (Person, Ticket) = (found, pads.NewTicket(found!.Value, Tap));
        return Page();
    }

    public Task<IActionResult> OnPostInAsync(string? ticket, int workshop) => TapAsync(ticket, person => new ClockIn(person, new(workshop)), "work.did.in");

    public Task<IActionResult> OnPostOutAsync(string? ticket) => TapAsync(ticket, person => new ClockOut(person), "work.did.out");

    /// <summary>Ends the use of this device as the one at the door.</summary>
    public IActionResult OnPostEnd()
    {
        Pads.TakeDown(HttpContext);
        return Redirect($"/c/{Book}");
    }

    private async Task<IActionResult> TapAsync(string? ticket, Func<PersonId, WorkAct> act, string done)
    {
        if (pads.Holder(ticket, Tap) is not { } person) return No(reader["pad.over"], StatusCodes.Status403Forbidden);
        var answer = await node.AskAsync(new(new(Book), Guid.CreateVersion7(), person, act(person)), HttpContext.RequestAborted);
        if (answer is ActAnswer.Entered entered)
        {
            Said = $"{Visit.NameOf(person)}: {reader[entered.Entries[^1] is TurnLeftOpen ? "work.did.leftOpen" : done]}";
            return Page();
        }
        var wording = new RefusalWording(reader, Visit.State.Statutes.Preset);
        return No(answer is ActAnswer.Refused refused ? $"{wording.Rule(refused.Refusal)} {wording.Remedy(refused.Refusal)}" : reader["pad.trouble"], StatusCodes.Status409Conflict);
    }

    private PageResult No(string words, int status)
    {
        (Said, IsNo, Person) = (words, true, null);
        Response.StatusCode = status;
        return Page();
    }

    private async Task<bool> LoadAsync()
    {
        if (await visits.ToAsync(Book) is not { } visit) return false;
        Visit = visit;
        Words = await Words.ReadAsync(node.Registry.Texts, new(Book), visit.State.Work.Workshops.Values.Select(workshop => workshop.Name), reader, HttpContext.RequestAborted);
        reader.At(visit.Country, visit.State.Deed.Zone);
        return true;
    }
}
