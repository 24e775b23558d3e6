using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Pages.Posts;
using Autogestion.Registry;
using Autogestion.Web;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Members;

/// <summary>
/// One person: how she stands, what she holds and held, whether she came; contacts only for herself and whoever keeps the
/// roster. Here begins what is done about her: trial, departure, voice only.
/// </summary>
public sealed class PersonPage(Example example) : RoomPage(Audience.Members)
{
    private const int Assemblies = 6;

    [BindProperty(SupportsGet = true, Name = "person")]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Until { get; set; }

    [BindProperty]
    public bool Sure { get; set; }

    [BindProperty]
    public Applicant Contact { get; set; } = new();

    public PersonId Person => new(Id);

    public PersonView? View { get; private set; }

    public ImmutableArray<Attended> Attended { get; private set; } = [];

    /// <summary>What the registry knows, for those who may see it.</summary>
    public PersonDetails? Details { get; private set; }

    public bool IsExample => example.IsOn;

    public bool IsSelf => Visit.Viewer.Person == Person;

    public bool SeesContact => IsSelf || Visit.May(new BeginTrial(Person, Visit.Today));

    /// <summary>Nobody signs in as this person yet.</summary>
    public bool HasNoAccount => Visit.Names.TryFind(Person, out var named) && named.Account is null;

    /// <summary>Whether the use of a code rests on one that was made out, or on the founding, which hands each founder one.</summary>
    public bool WasMadeOut(int use)
    {
        var ways = View!.Person.WaysIn;
        var (made, used) = (ways.Take(use).Count(way => way.Until is not null), ways.Take(use + 1).Count(way => way.Until is null));
        return used <= made + (View.Person.History[0].From == Visit.State.Deed.FoundedAt ? 1 : 0);
    }

    public Standing Standing => View!.Line.Standing;

    public bool Belongs => Standing is Standing.Member or Standing.VoiceOnly or Standing.Suspended;

    /// <summary>The last day that a trial begun today may last to, with the rule.</summary>
    public LocalDate LongestTrial => Visit.State.Statutes.Rule(Domain.Statutes.Rules.LongestTrial).Value.Value.After(Visit.Today);

    private string Here => $"/c/{BookId}/members/{Person}";

    private string Name => Visit.NameOf(Person);

    public IActionResult OnGet() => Visit.State.Roster.Find(Person) is null ? NotFound() : Page();

    public Task<IActionResult> OnPostTrialAsync()
    {
        var day = NodaTime.Text.LocalDatePattern.Iso.Parse(Until ?? "");
        if (!day.Success) return Wrong(nameof(Until), T["forms.date"]);
        return AskAsync(new BeginTrial(Person, day.Value), T["members.askTrial", ("name", Name), ("date", T.Date(day.Value))], T["members.doneTrial", ("name", Name)], Here);
    }

    public Task<IActionResult> OnPostDepartureAsync(DepartureReason reason) => !Sure
        ? Wrong(nameof(Sure), T["forms.required"])
        : AskAsync(new RecordDeparture(Person, reason), T["members.askDeparture", ("name", Name)], reason == DepartureReason.Death ? DoneOrFirst("members.doneDeparture") : T["members.doneDeparture"], Here);

    public Task<IActionResult> OnPostVoiceAsync(bool only) =>
        AskAsync(new SetVoiceOnly(Person, only), T[only ? "members.askVoiceOnly" : "members.askVote", ("name", Name)], DoneOrFirst("members.doneVoice"), Here);

    public Task<IActionResult> OnPostResignAsync() => !Sure
        ? Wrong(nameof(Sure), T["forms.required"])
        : AskAsync(new Resign(Person), T["members.askResign"], T["members.doneResign"], $"/c/{BookId}");

    /// <summary>Contacts are the registry's alone: nothing of them is in the book.</summary>
    public async Task<IActionResult> OnPostContactAsync()
    {
        if (!SeesContact || await Registry.Persons.FindAsync(new(BookId), Person, HttpContext.RequestAborted) is not { } known) return Forbid();
        Contact.Name = known.Details.Name;
        Contact.Letter = null;
        if (!Contact.Check(ModelState, T)) return Page();
        await Registry.Persons.SaveAsync(new(BookId), Person, known.Details with { Phone = Contact.Phone, Email = Contact.Email }, HttpContext.RequestAborted);
        Look.Flash.Tell(TempData, T["members.doneContact"]);
        return LocalRedirect(Here);
    }

    protected override async Task LoadAsync()
    {
        View = PersonView.Of(Person, Visit.State, Visit.Now);
        Attended = await Members.Attended.LastAsync(Visit.Desk, Person, Assemblies, HttpContext.RequestAborted);
        if (SeesContact) Details = (await Registry.Persons.FindAsync(new(BookId), Person, HttpContext.RequestAborted))?.Details;
    }

    protected override IEnumerable<Text?> Texts() =>
    [
        .. Visit.PostNames(),
        .. View!.Held.Select(mandate => Visit.State.Posts.Posts[mandate.Post!.Value.Value].Terms.Name),
        .. View.Answers.Select(resolution => resolution.Words),
        View.Person.Letter,
    ];

    private Task<IActionResult> Wrong(string field, string words)
    {
        ModelState.AddModelError(field, words);
        return Task.FromResult<IActionResult>(Page());
    }
}
