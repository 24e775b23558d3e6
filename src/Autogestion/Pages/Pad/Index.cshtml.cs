using Autogestion.Api;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Look;
using Autogestion.Office.Desk;
using Autogestion.Registry;
using Autogestion.Web;
using Autogestion.Wording;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Autogestion.Pages.Pad;

/// <summary>
/// The device that goes from hand to hand in a sitting: each says number and code, comes in and votes, and hands it on. There
/// is no session: what a person may do here hangs on the ticket in the form on the screen, good once and for two minutes.
/// </summary>
public sealed class PadPage(Node node, Visits visits, Pads pads, Reader reader) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "book")]
    public string Book { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "number")]
    public int Number { get; set; }

    public Visit Visit { get; private set; } = null!;

    public Assembly Assembly { get; private set; } = null!;

    public Words Words { get; private set; } = null!;

    /// <summary>Who is being served on this screen; null before number and code.</summary>
    public PersonId? Person { get; private set; }

    /// <summary>Ticket for what is asked on this screen.</summary>
    public string? Ticket { get; private set; }

    /// <summary>What is said after something was done or could not be.</summary>
    public string? Said { get; private set; }

    /// <summary>Said because something could not be done.</summary>
    public bool IsNo { get; private set; }

    /// <summary>Goes into the form, so that nobody sends it again by going back.</summary>
    public string Form => pads.NewForm();

    public string Here => $"/c/{Book}/pad/{Number}";

    /// <summary>The motion in vote, if the person on the screen may vote on it here and has not.</summary>
    public Motion? Question => Assembly.InVote is { Phase: MotionPhase.Voting, Vote: { } vote } motion && (Person is not { } person
        || (vote.Voters.Contains(person) && Assembly.IsPresentAndEntitled(person) && !vote.Ballots.ContainsKey(person))) ? motion : null;

    public override async Task OnPageHandlerExecutionAsync(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context, Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutionDelegate next)
    {
        Response.Headers.CacheControl = "no-store";
        if (!await LoadAsync()) context.Result = NotFound();
        else if (!pads.IsFor(HttpContext, Book, new(Number))) context.Result = StatusCode(StatusCodes.Status403Forbidden);
        else
        {
            await next();
            ViewData.SetFrame(new() { Collective = new(Book, Visit.State.Deed.Name) });
        }
    }

    public void OnGet()
    {
    }

    /// <summary>Number and code: brings the person in, and shows what there is to vote.</summary>
    public async Task<IActionResult> OnPostEnterAsync(string? member, string? code, string? form)
    {
        if (!pads.IsFirstSent(form)) return Redirect(Here);
        var found = int.TryParse(member, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? Visit.State.Roster.People.Values.FirstOrDefault(one => one.Number == number)?.Id
            : null;
        var tried = await node.Registry.PersonalCodes.TryAsync(new(Book), found, code, HttpContext.RequestAborted);
        if (tried != CodeTry.Right) return No(reader[tried == CodeTry.Locked ? "pad.locked" : "pad.wrong"], StatusCodes.Status403Forbidden);
        Person = found;
        if (!Assembly.InRoom.ContainsKey(found!.Value) && !await AskAsync(new CheckIn(new(Number), found.Value))) return Page();
        var open = Question is { Vote: { Secret: null, Question.Form: Domain.Voting.QuestionForm.YesNo } vote } && vote.Ways.Contains(VoteMethod.OwnPhone);
        if (open || Question is { Vote.Secret.IsDrawing: true }) Ticket = pads.NewTicket(found.Value, $"{Question!.Id.Value}");
        else if (!IsNo) Said ??= reader["pad.in"];
        return Page();
    }

    /// <summary>An open vote.</summary>
    public async Task<IActionResult> OnPostVoteAsync(string? ticket, Choice choice)
    {
        if (Assembly.InVote is not { } motion || pads.Holder(ticket, $"{motion.Id.Value}") is not { } person) return No(reader["pad.over"], StatusCodes.Status403Forbidden);
        if (await AskAsync(person, new CastBallot(new(Number), motion.Id, choice))) Said = reader["pad.voted", ("choice", reader[$"votes.{choice.ToString().ToLowerInvariant()}"])];
        return Page();
    }

    /// <summary>An envelope for a secret vote, asked for by the script of this page in the name of the person on the screen.</summary>
    public async Task<IActionResult> OnPostEnvelopeAsync(string? ticket, Guid id, string? blinded)
    {
        var bytes = new byte[1024];
        return new Answered(Assembly.InVote is { } motion && blinded is not null && Convert.TryFromBase64String(blinded, bytes, out var length) && pads.Holder(ticket, $"{motion.Id.Value}", once: false) is { } person
            ? await BallotEndpoints.EnvelopeAsync(node, Visit, person, new(id, new(Number), blinded), motion.Id, bytes[..length], reader)
            : Answers.Plain(StatusCodes.Status403Forbidden, reader));
    }

    /// <summary>Ends the use of this device as a shared one.</summary>
    public IActionResult OnPostEnd()
    {
        Pads.TakeDown(HttpContext);
        return Redirect($"/c/{Book}/assemblies/{Number}");
    }

    // What the interface answers, from a page.
    private sealed record Answered(IResult Result) : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context) => Result.ExecuteAsync(context.HttpContext);
    }

    private async Task<bool> AskAsync(CheckIn act) => await AskAsync(act.Person, act) && await LoadAsync();

    private async Task<bool> AskAsync(PersonId person, Act act)
    {
        var answer = await node.AskAsync(new(new(Book), Guid.CreateVersion7(), person, act), HttpContext.RequestAborted);
        if (answer is ActAnswer.Entered) return true;
        var wording = new RefusalWording(reader, Visit.State.Statutes.Preset);
        No(answer is ActAnswer.Refused refused ? $"{wording.Rule(refused.Refusal)} {wording.Remedy(refused.Refusal)}" : reader["pad.trouble"], StatusCodes.Status409Conflict);
        return false;
    }

    private PageResult No(string words, int status)
    {
        (Said, IsNo, Person) = (words, true, null);
        Response.StatusCode = status;
        return Page();
    }

    private async Task<bool> LoadAsync()
    {
        if (await visits.ToAsync(Book) is not { } visit || visit.State.Assemblies.Find(new(Number)) is not { } assembly) return false;
        (Visit, Assembly) = (visit, visit.State.AsOf(assembly, visit.Now));
        Words = await Words.ReadAsync(node.Registry.Texts, new(Book), [Assembly.Place, .. Assembly.Motions.Values.Select(motion => motion.Words)], reader, HttpContext.RequestAborted);
        reader.At(visit.Country, visit.State.Deed.Zone);
        return true;
    }
}
