using Autogestion.Domain.Kernel;
using Autogestion.Domain.Signatures;
using Autogestion.Pages.Posts;
using Autogestion.Web;
using Autogestion.Wording;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.Signatures;

/// <summary>What one person signed and waits for another: to sign, to take back, to contest.</summary>
public sealed class SignaturesPage() : RoomPage(Audience.Members)
{
    [BindProperty]
    public int Number { get; set; }

    /// <summary>Why it is not so.</summary>
    [BindProperty]
    public string? Said { get; set; }

    public ImmutableArray<PendingView> All => PendingView.All(Visit);

    /// <summary>What the visitor may say is not so.</summary>
    public IEnumerable<(string, string)> Contestable =>
        [.. All.Where(view => view.MayContest).Select(view => ($"{view.Pending.Id.Value}", T["signatures.number", ("number", view.Pending.Id.Value)] + ": " + EffectWording.Label(T, view.Pending.Act.GetType())))];

    public Naming Naming => Naming.Of(T, Visit, Words);

    private string Here => $"/c/{BookId}/signatures";

    public IActionResult OnGet() => Page();

    public Task<IActionResult> OnPostGiveAsync() =>
        AskAsync(new GiveSecondSignature(new(Number)), T["signatures.askGive", ("number", Number)], T["signatures.doneGive"], Here);

    public Task<IActionResult> OnPostWithdrawAsync() =>
        AskAsync(new WithdrawFirstSignature(new(Number)), T["signatures.askWithdraw", ("number", Number)], T["signatures.doneWithdraw"], Here);

    public Task<IActionResult> OnPostContestAsync()
    {
        if (string.IsNullOrWhiteSpace(Said) || Visit.Viewer.Person is not { } person)
        {
            ModelState.AddModelError(nameof(Said), T["forms.required"]);
            return Task.FromResult<IActionResult>(Page());
        }
        var ground = Typed(Said);
        return AskAsync(new ContestSignature(new(Number), person, ground), T["signatures.askContest", ("number", Number)], T["signatures.doneContest"], Here, ground);
    }

    protected override IEnumerable<Text?> Texts() =>
    [
        .. Visit.PostNames(),
        .. Visit.State.Pending.Open.Values.Select(pending => pending.Contest),
        .. Visit.State.Pending.Open.Values.SelectMany(pending => Parts.Texts(pending.Act, Visit.State)),
    ];
}
