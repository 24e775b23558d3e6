using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Domain.Resolutions;
using Autogestion.Domain.Statutes;
using Autogestion.Pages.Posts;
using Autogestion.Web;
using Autogestion.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Resolutions;

/// <summary>One resolution: its words, the sum that carried it, what it changes, who answers for it and what became of it.</summary>
public sealed class ResolutionPage() : RoomPage(Audience.Members)
{
    [BindProperty(SupportsGet = true, Name = "number")]
    public int Number { get; set; }

    [BindProperty]
    public int Owner { get; set; }

    [BindProperty]
    public string? Due { get; set; }

    /// <summary>What was typed beside an act: a note, a reference, a ground.</summary>
    [BindProperty]
    public string? Said { get; set; }

    public Resolution Resolution { get; private set; } = null!;

    public Sum? Sum { get; private set; }

    public ResolutionStatus Status => Resolution.On(Visit.Today);

    /// <summary>Posts that can answer for it.</summary>
    public IEnumerable<(string, string)> Posts =>
        [.. Visit.State.Posts.Posts.Values.Where(post => !post.Closed).Select(post => ($"{post.Id.Value}", Words[post.Terms.Name]))];

    /// <summary>Who holds the post that answers for it.</summary>
    public IEnumerable<Mandate> Answering => Visit.State.Posts.Live(Visit.Now).Where(mandate => mandate.Post is { } post && post == Resolution.Owner);

    public bool MayAssign => Status != ResolutionStatus.SetAside && Visit.May(new AssignResolution(Id, default, Visit.Today));

    public bool MayReport => Resolution is { Done: false, State: not ResolutionState.SetAside } && Answering.Any(mandate => mandate.Person == Visit.Viewer.Person);

    public bool MayRegister => Resolution.CanRegister && Visit.May(new RecordRegistration(Id, Resolution.Words));

    public bool MayAnnul => Status != ResolutionStatus.SetAside && Visit.May(new RecordAnnulment(Id, Resolution.Words));

    /// <summary>Who ordered a suspension, or lifted it.</summary>
    [BindProperty]
    public OrderedBy OrderedBy { get; set; }

    public bool MaySuspend => Status is not (ResolutionStatus.SetAside or ResolutionStatus.Suspended) && Visit.May(new RecordSuspension(Id, default, Resolution.Words));

    public bool MayLift => Status == ResolutionStatus.Suspended && Visit.May(new RecordLifting(Id, default, Resolution.Words));

    /// <summary>Those who can order one.</summary>
    public IEnumerable<(string, string)> Orders => [.. Enum.GetValues<OrderedBy>().Select(one => ($"{one}", T.Name(one)))];

    /// <summary>How its effect is undone and what others keep, in words.</summary>
    public string? Undone => Resolution.Effect is { } effect ? T[$"act.{Autogestion.Office.Codec.Catalogue.House.Of(effect).Name}.undone"] : null;

    /// <summary>How things of this book are called.</summary>
    public Naming Naming => Naming.Of(T, Visit, Words);

    private ResolutionId Id => new(Number);

    private string Here => $"/c/{BookId}/resolutions/{Number}";

    protected override bool Exists => Visit.State.Resolutions.Find(Id) is not null;

    public IActionResult OnGet() => Page();

    public Task<IActionResult> OnPostAssignAsync()
    {
        var day = NodaTime.Text.LocalDatePattern.Iso.Parse(Due ?? "");
        return day.Success
            ? AskAsync(new AssignResolution(Id, new(Owner), day.Value), T["resolutions.askAssign", ("number", Number)], T["resolutions.doneAssign"], Here)
            : Wrong(nameof(Due), T["forms.date"]);
    }

    public Task<IActionResult> OnPostReportAsync(bool done)
    {
        var note = string.IsNullOrWhiteSpace(Said) ? null : Typed(Said);
        return AskAsync(new ReportProgress(Id, done, note?.Text), T["resolutions.askReport", ("number", Number)], T[done ? "resolutions.doneDone" : "resolutions.doneReport"], Here, note is null ? [] : [note]);
    }

    public Task<IActionResult> OnPostRegisterAsync()
    {
        if (string.IsNullOrWhiteSpace(Said)) return Wrong(nameof(Said), T["forms.required"]);
        var reference = Typed(Said);
        return AskAsync(new RecordRegistration(Id, reference), T["resolutions.askRegister", ("number", Number)], T["resolutions.doneRegister"], Here, reference);
    }

    public Task<IActionResult> OnPostAnnulAsync()
    {
        if (string.IsNullOrWhiteSpace(Said)) return Wrong(nameof(Said), T["forms.required"]);
        var ground = Typed(Said);
        return AskAsync(new RecordAnnulment(Id, ground), T["resolutions.askAnnul", ("number", Number)], DoneOrFirst("resolutions.doneAnnul"), Here, ground);
    }

    public Task<IActionResult> OnPostSuspendAsync()
    {
        if (string.IsNullOrWhiteSpace(Said)) return Wrong(nameof(Said), T["forms.required"]);
        var ground = Typed(Said);
        return AskAsync(new RecordSuspension(Id, OrderedBy, ground), T["resolutions.askSuspend", ("number", Number)], DoneOrFirst("resolutions.doneSuspend"), Here, ground);
    }

    public Task<IActionResult> OnPostLiftAsync()
    {
        if (string.IsNullOrWhiteSpace(Said)) return Wrong(nameof(Said), T["forms.required"]);
        var ground = Typed(Said);
        return AskAsync(new RecordLifting(Id, OrderedBy, ground), T["resolutions.askLift", ("number", Number)], DoneOrFirst("resolutions.doneLift"), Here, ground);
    }

    protected override async Task LoadAsync()
    {
        Resolution = Visit.State.Resolutions.Find(Id)!;
        Sum = await Visit.Desk.SumOfAsync(Resolution, HttpContext.RequestAborted);
    }

    protected override IEnumerable<Text?> Texts() =>
    [
        .. Visit.PostNames(),
        .. Visit.State.Posts.Posts.Values.Select(post => post.Terms.Name),
        Resolution.Words,
        .. Parts.Texts(Resolution.Effect, Visit.State),
        .. Resolution.FollowUp.Select(recorded => FollowUpWords.TextOf(recorded.Entry)),
    ];

    private Task<IActionResult> Wrong(string field, string words)
    {
        ModelState.AddModelError(field, words);
        return Task.FromResult<IActionResult>(Page());
    }
}
