using Autogestion.Domain.Kernel;
using Autogestion.Look;
using Autogestion.Office.Desk;
using Autogestion.Registry;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Autogestion.Web;

/// <summary>
/// A page of a collective: finds the visit, checks the page's audience, frames the page, and asks acts. Every form carries a
/// hidden <c>act</c> id made when the page was rendered, so that sending it twice enters it once.
/// </summary>
/// <param name="audience">Who may see the page.</param>
public abstract class RoomPage(Audience audience) : PageModel
{
    /// <summary>Book id in the address.</summary>
    [BindProperty(SupportsGet = true, Name = "book")]
    public string BookId { get; set; } = "";

    /// <summary>Act id of the form that was sent.</summary>
    [BindProperty(Name = "act")]
    public Guid? ActId { get; set; }

    public Visit Visit { get; private set; } = null!;

    public Words Words { get; private set; } = null!;

    /// <summary>The no to what was asked on this page, if there was one.</summary>
    public RefusalView? No { get; private set; }

    /// <summary>Who may see this page.</summary>
    public Audience Audience => audience;

    /// <summary>A fresh id for a form on this page.</summary>
    public Guid NewAct => Guid.CreateVersion7();

    protected Node Node => HttpContext.RequestServices.GetRequiredService<Node>();

    protected RegistryDatabase Registry => HttpContext.RequestServices.GetRequiredService<RegistryDatabase>();

    protected Reader T => HttpContext.RequestServices.GetRequiredService<Reader>();

    /// <summary>The texts that the page shows, so that they are read in one go.</summary>
    protected abstract IEnumerable<Text?> Texts();

    /// <summary>Reads what the page shows beyond the state, before it is shown: after a get, and again after a refused post.</summary>
    protected virtual Task LoadAsync() => Task.CompletedTask;

    /// <summary>Whether the book has what the address names; asked before anything else is done.</summary>
    protected virtual bool Exists => true;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var visits = HttpContext.RequestServices.GetRequiredService<Visits>();
        if (await visits.ToAsync(BookId, long.TryParse(Request.Query["at"], out var at) ? at : 0, HttpContext.RequestAborted) is not { } visit)
        {
            context.Result = NotFound();
            return;
        }
        if (!visit.Viewer.IsOf(audience))
        {
            context.Result = visits.Account is null ? Redirect($"/sign-in?back={Uri.EscapeDataString(Request.Path + Request.QueryString)}") : StatusCode(StatusCodes.Status403Forbidden);
            return;
        }
        Show(visit);
        if (!Exists)
        {
            context.Result = NotFound();
            return;
        }
        var done = await next();
        if (done is { Exception: InvalidInputException invalid, ExceptionHandled: false })
        {
            (done.ExceptionHandled, done.Result) = (true, Page());
            Mark(invalid);
        }
        if (done.Result is null or PageResult) await FrameAsync();
    }

    /// <summary>Asks for an act in the name of the visitor. On a yes goes to <paramref name="then"/>; on a no shows the page again with the no, nothing typed lost.</summary>
    /// <param name="asked">What was asked, in the reader's words.</param>
    protected Task<IActionResult> AskAsync(Act act, string asked, string done, string then, params TypedWords[] typed) =>
        Visit.Viewer.Person is { } person
            ? AskAsync(person, act, asked, done, then, typed)
            : Task.FromResult<IActionResult>(Redirect($"/sign-in?back={Uri.EscapeDataString(Request.Path)}"));

    /// <summary>Asks for an act in the name of a person who is not known to the book yet.</summary>
    protected async Task<IActionResult> AskAsync(PersonId person, Act act, string asked, string done, string then, params TypedWords[] typed)
    {
        var answer = await Node.AskAsync(new(new(BookId), ActId ?? Guid.CreateVersion7(), person, act) { Texts = [.. typed.Select(words => words.Prepared)] }, HttpContext.RequestAborted);
        var result = Answer(answer, asked, done, then);
        // Whoever was told no may take it along, signed.
        if (answer is ActAnswer.Refused refused && No is { } no)
            No = no with { Slip = new($"/c/{BookId}/slip", RefusalSlip.Sign(Node.Keys.For(new(BookId)), new(BookId), person, act, refused)) };
        return result;
    }

    /// <summary>Shows what was answered to an act: on a yes goes to <paramref name="then"/>, on a no shows the page again with it.</summary>
    protected IActionResult Answer(ActAnswer answer, string asked, string done, string then)
    {
        switch (answer)
        {
            case ActAnswer.Entered entered:
                TempData.Tell(done, entered.Last, $"/c/{BookId}/book/{entered.First}");
                return LocalRedirect(then);
            case ActAnswer.Refused refused:
                No = new Wording.RefusalWording(T, Visit.State.Statutes.Preset).View(refused.Refusal, asked);
                break;
            case ActAnswer.Unavailable unavailable:
                No = new Wording.RefusalWording(T).Trouble(unavailable.Trouble, asked);
                break;
            case ActAnswer.Stopped stopped:
                No = new Wording.RefusalWording(T).Stopped(stopped.Where, asked);
                break;
        }
        Show(Visit with { Book = Visit.Desk.Current });
        Response.StatusCode = No!.Code.StartsWith("trouble.", StringComparison.Ordinal) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status409Conflict;
        return Page();
    }

    /// <summary>What is told after an act that takes two signatures where the rules say so: that it is done, or that one is there.</summary>
    protected string DoneOrFirst(string done) => T[Visit.State.Statutes.Rule(Domain.Statutes.Rules.TwoSignatures).Value.Value ? "signatures.doneFirst" : done];

    /// <summary>Words typed on this page, made ready to be stored when the act is entered.</summary>
    protected TypedWords Typed(string? words, Retention retention = Retention.Legal)
    {
        var (reference, prepared) = Registry.Texts.Prepare(new(BookId), T.Language, string.IsNullOrWhiteSpace(words) ? "—" : words.Trim(), retention);
        return new(reference, prepared);
    }

    // Something typed is longer than can be kept, or holds signs that no keyboard writes.
    private void Mark(InvalidInputException invalid)
    {
        No = new(T["errors.input.asked"], T[$"errors.input.{invalid.Rule}"], null, [], $"input.{invalid.Field}.{invalid.Rule}");
        Response.StatusCode = StatusCodes.Status400BadRequest;
    }

    private void Show(Visit visit)
    {
        Visit = visit;
        T.At(visit.Country, visit.State.Deed.Zone);
    }

    private async Task FrameAsync()
    {
        await LoadAsync();
        Words = await Words.ReadAsync(Registry.Texts, new(BookId), Texts(), T, HttpContext.RequestAborted);
        ViewData.SetFrame(HttpContext.RequestServices.GetRequiredService<Framing>().Of(Visit));
    }
}

/// <summary>Words on their way to the registry, with the reference that goes into the act.</summary>
public sealed record TypedWords(Text Text, PreparedText Prepared)
{
    public static implicit operator Text(TypedWords typed) => typed.Text;
}
