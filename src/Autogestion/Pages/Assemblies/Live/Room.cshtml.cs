using System.Globalization;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Voting;
using Autogestion.Look;
using Autogestion.Pages.Assemblies.Secret;
using Autogestion.Web;
using Autogestion.Wording;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Autogestion.Pages.Assemblies.Live;

/// <summary>
/// The room of a sitting while it lasts: one page for everybody, with the controls that each person's powers give. Every
/// control is a form; where scripts run, the parts in between follow the sitting by themselves.
/// </summary>
public sealed partial class LiveRoomPage() : AssemblyPage(Audience.Members)
{
    /// <summary>The sitting as the visitor sees it.</summary>
    public LiveRoom Live => LiveRoom.Of(Visit, Current!, Words);

    /// <summary>Several people whom the typed letters may mean.</summary>
    public ImmutableArray<Attendee> Matches { get; private set; } = [];

    /// <summary>Said when nobody was found.</summary>
    public string? NotFoundWords { get; private set; }

    /// <summary>Whether the visitor is keeping the list just now, so that the next name can be typed at once.</summary>
    public bool KeepsList => Request.Query.ContainsKey("list") || Matches.Length > 0 || NotFoundWords is not null;

    [BindProperty]
    public string? Who { get; set; }

    protected override IEnumerable<Text?> Texts() => Current is { } assembly ? LiveRoom.Texts(Visit, assembly) : [];

    public IActionResult OnGet() => Current is not null ? Page() : Past is not null ? Redirect($"{Here}/minutes") : NotFound();

    // The list

    public Task<IActionResult> OnPostCheckInAsync(Guid person, bool list) =>
        DoAsync(new CheckIn(Id, new(person)), "checkIn", list ? "?list#find" : "#me", ("name", Visit.NameOf(new(person))));

    public Task<IActionResult> OnPostCheckOutAsync(Guid person, bool list) =>
        DoAsync(new CheckOut(Id, new(person)), "checkOut", list ? "?list#find" : "#me", ("name", Visit.NameOf(new(person))));

    public Task<IActionResult> OnPostContestAsync(Guid person) =>
        DoAsync(new ContestCheckIn(Id, new(person)), "contest", "#list", ("name", Visit.NameOf(new(person))));

    /// <summary>Checks in whoever the typed number or letters mean; shows who they may mean when they mean several.</summary>
    public async Task<IActionResult> OnPostFindAsync()
    {
        if (Current is not { } assembly) return OnGet();
        var found = Attendance.Of(Visit, assembly).Find(Who);
        if (found is [var only]) return await OnPostCheckInAsync(only.Person.Value, list: true);
        (Matches, NotFoundWords) = (found, found.IsEmpty ? T["assemblies.find.nobody", ("typed", Who)] : null);
        return Page();
    }

    public Task<IActionResult> OnPostNameAsync(SittingRole role, Guid person) =>
        DoAsync(new NameSittingOfficer(Id, role, new(person)), "name", "#officers", ("name", Visit.NameOf(new(person))), ("role", T.Name(role)));

    // The course of the sitting

    public async Task<IActionResult> OnPostDeclareCallAsync(int call)
    {
        var answer = await DoAsync(new DeclareCall(Id, call), "declareCall", "#hall", ("call", call));
        if (answer is LocalRedirectResult && Visit.Desk.Current.State.Assemblies.Find(Id) is not { Phase: AssemblyPhase.Open })
            TempData.Tell(T["assemblies.done.callFailed"], Visit.Desk.Current.Position);
        return answer;
    }

    public Task<IActionResult> OnPostTakeItemAsync(int item) => DoAsync(new TakeItem(Id, item), "takeItem", "#floor", ("item", item));

    public Task<IActionResult> OnPostRecessAsync(string? day, string? hour, string? place)
    {
        var until = NodaTime.Text.LocalDateTimePattern.GeneralIso.Parse($"{day}T{hour}:00");
        var where = Typed(place);
        return DoAsync(new Recess(Id, until.Success ? until.Value : default, where), "recess", "#hall", [], where);
    }

    public Task<IActionResult> OnPostResumeAsync() => DoAsync(new Resume(Id), "resume", "#hall");

    public Task<IActionResult> OnPostCloseAsync() => DoAsync(new CloseAssembly(Id), "close", "/minutes");

    public Task<IActionResult> OnPostNoteAsync(int? item, string? words)
    {
        var typed = Typed(words);
        return DoAsync(new WriteMinutesNote(Id, item, typed), "note", "#floor", [], typed);
    }

    // Motions and votes

    public Task<IActionResult> OnPostSecondAsync(int motion) => DoAsync(new SecondMotion(Id, new(motion)), "second", "#floor");

    public Task<IActionResult> OnPostPassChairAsync(int motion) => DoAsync(new PassChair(Id, new(motion)), "passChair", "#floor");

    public Task<IActionResult> OnPostWithdrawAsync(int motion) => DoAsync(new WithdrawMotion(Id, new(motion)), "withdraw", "#floor");

    public async Task<IActionResult> OnPostOpenVoteAsync(int motion)
    {
        // Each motion that waits has such a form, so its fields carry its number.
        _ = Enum.TryParse<VoteMethod>(Request.Form[$"method{motion}"], out var method);
        _ = int.TryParse(Request.Form[$"heads{motion}"], NumberStyles.None, CultureInfo.InvariantCulture, out var heads);
        QuestionForm? form = Enum.TryParse<QuestionForm>(Request.Form[$"form{motion}"], out var asked) && asked != QuestionForm.YesNo ? asked : null;
        ImmutableArray<VoteMethod> also = [.. Request.Form[$"also{motion}"].Select(way => Enum.TryParse<VoteMethod>(way, out var further) ? further : method).Where(way => way != method).Distinct()];
        ImmutableArray<MotionId> against = [.. Request.Form[$"against{motion}"].Where(one => int.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out _)).Select(one => new MotionId(int.Parse(one!, CultureInfo.InvariantCulture)))];
        var act = new OpenVote(Id, new(motion), method, heads, against.IsEmpty ? form : form ?? QuestionForm.OneOf, also.IsEmpty ? null : also, against.IsEmpty ? null : against);
        var answer = await DoAsync(act, "openVote", "#floor");
        // Too few in the room is no refusal: it is entered, and nothing is voted.
        if (answer is LocalRedirectResult && Visit.Desk.Current.State.Assemblies.Find(Id)?.Find(new(motion)) is { Phase: MotionPhase.Tabled })
            TempData.Tell(T["assemblies.done.quorumLost"], Visit.Desk.Current.Position);
        return answer;
    }

    public Task<IActionResult> OnPostCastAsync(int motion, Choice choice) => DoAsync(new CastBallot(Id, new(motion), choice), "cast", "#me");

    /// <param name="motion">The motion in vote.</param>
    /// <param name="said">Person and choice, as <c>{id}:For</c>.</param>
    public Task<IActionResult> OnPostBallotAsync(int motion, string? said)
    {
        if (said?.Split(':') is not [var id, var word] || !Guid.TryParse(id, out var person) || !Enum.TryParse<Choice>(word, out var choice))
            return Task.FromResult<IActionResult>(BadRequest());
        return DoAsync(new EnterBallot(Id, new(motion), new(person), choice), "ballot", "#floor", ("name", Visit.NameOf(new(person))), ("choice", T[$"votes.{word.ToLowerInvariant()}"]));
    }

    public Task<IActionResult> OnPostEnterCountAsync(int motion, int inFavour, int against, int abstain, int blank, Guid[] tellers) =>
        DoAsync(new EnterCount(Id, new(motion), inFavour, against, abstain, blank, [.. tellers.Select(teller => new PersonId(teller))]), "enterCount", "#floor");

    public Task<IActionResult> OnPostCloseVoteAsync(int motion) => DoAsync(new CloseVote(Id, new(motion)), "closeVote", "#floor");

    public Task<IActionResult> OnPostEndDrawingAsync(int motion) => DoAsync(new EndDrawing(Id, new(motion)), "endDrawing", "#floor");

    /// <summary>The tellers' count of papers goes into the box; the book says only that it was handed in.</summary>
    public async Task<IActionResult> OnPostPapersAsync(int motion, Guid[] tellers)
    {
        if (Current?.Find(new(motion)) is not { Vote: { } vote }) return OnGet();
        var counted = Request.Form.Where(field => field.Key.StartsWith("paper.", StringComparison.Ordinal))
            .Select(field => new Pile(BallotLines.Read(field.Key["paper.".Length..]) ?? new Ballot.Blank(), int.TryParse(field.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var times) ? times : -1));
        return await DoAsync(new HandInPapers(Id, new(motion), [.. tellers.Select(teller => new PersonId(teller))]), "papers", "#floor", new([.. counted.Concat(SecretWords.Heaps(vote.Question, Request.Form["heaps"]))]));
    }

    /// <summary>Makes this browser the device that is handed around: whoever is signed in here leaves, and the device gets no power.</summary>
    public async Task<IActionResult> OnPostPadAsync()
    {
        if (Current is null || Live.May.List is null) return OnGet();
        await HttpContext.SignOutAsync(Microsoft.AspNetCore.Identity.IdentityConstants.ApplicationScheme);
        HttpContext.RequestServices.GetRequiredService<Pads>().SetUp(HttpContext, BookId, Id);
        return Redirect($"/c/{BookId}/pad/{Id}");
    }

    public Task<IActionResult> OnPostProclaimAsync(int motion, Choice? casting) => DoAsync(new ProclaimResult(Id, new(motion), casting), "proclaim", "#floor");

    private Task<IActionResult> DoAsync(Act act, string what, string place, params (string, object?)[] facts) => DoAsync(act, what, place, facts, []);

    private async Task<IActionResult> DoAsync(HandInPapers act, string what, string place, Office.Secrecy.PaperCount count)
    {
        if (ActId is { } form) ActId = ActIds.Of(form, Request.Form);
        if (Visit.Viewer.Person is not { } person) return OnGet();
        return Answer(await Node.Ballots.HandInAsync(new(new(BookId), ActId ?? Guid.CreateVersion7(), person, act), count), T[$"assemblies.asked.{what}"], T[$"assemblies.done.{what}"], Here + place);
    }

    private async Task<IActionResult> DoAsync(Act act, string what, string place, (string, object?)[] facts, params TypedWords[] typed)
    {
        if (Current is null) return OnGet();
        if (ActId is { } form) ActId = ActIds.Of(form, Request.Form);
        var answer = await AskAsync(act, T[$"assemblies.asked.{what}", facts], T[$"assemblies.done.{what}", facts], Here + place, typed);
        return Current is null && answer is PageResult ? OnGet() : answer;
    }
}
