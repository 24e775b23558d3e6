using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Registry;
using Autogestion.Web;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.AccountAccess;

/// <summary>
/// A new way in for somebody who lost theirs. Two people of the collective with different posts stand for it in the book; only
/// then a code can be printed, once used never again. Whoever keeps the server has no part in it.
/// </summary>
public sealed class RecoveryPage() : RoomPage(Audience.Members)
{
    [BindProperty(SupportsGet = true, Name = "person")]
    public Guid Person { get; set; }

    /// <summary>The code just issued, to be printed now.</summary>
    public CodeSlip? Slip { get; private set; }

    public string Name => Visit.NameOf(Id);

    /// <summary>Who signed first, if somebody did.</summary>
    public string? ProposedBy => Visit.State.Roster.Recoveries.TryGetValue(Id, out var first) ? Visit.NameOf(first) : null;

    /// <summary>The step that comes next: 1 propose, 2 confirm, 3 print.</summary>
    public int Step => MayStillPrint ? 3 : ProposedBy is null ? 1 : 2;

    public bool MayPropose => ProposedBy is null && Visit.Viewer.Person != Id && Visit.Holding(Power.KeepRoster) is not null;

    public bool MayConfirm => Visit.State.Roster.Recoveries.TryGetValue(Id, out var first) && first != Visit.Viewer.Person
        && Visit.Viewer.Person != Id && Visit.Holding(Power.Audit) is not null;

    public bool MayPrint => MayStillPrint && Visit.Viewer.Person != Id && (Visit.Holding(Power.KeepRoster) ?? Visit.Holding(Power.Audit)) is not null;

    private PersonId Id => new(Person);

    private bool MayStillPrint { get; set; }

    protected override IEnumerable<Text?> Texts() => [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (Visit.State.Roster.Find(Id) is null) return NotFound();
        await LookAsync();
        return Page();
    }

    public Task<IActionResult> OnPostProposeAsync() => AskAndLookAsync(new ProposeRecovery(Id), "account.recoveryPropose");

    public Task<IActionResult> OnPostConfirmAsync() => AskAndLookAsync(new ConfirmRecovery(Id), "account.recoveryConfirm");

    public async Task<IActionResult> OnPostPrintAsync()
    {
        await LookAsync();
        if (!MayPrint) return StatusCode(StatusCodes.Status403Forbidden);
        Slip = await IssueAsync();
        return Slip is null ? NotFound() : Page();
    }

    private async Task<IActionResult> AskAndLookAsync(Act act, string asked)
    {
        var answer = await AskAsync(act, $"{T[asked]}: {Name}", T["account.recoveryEntered"], $"/c/{BookId}/members/{Person}/recovery");
        await LookAsync();
        return answer;
    }

    // For a day after the second signature, and until a code was used.
    private async Task LookAsync()
    {
        var confirmed = Visit.State.Roster.RecoveredAt.TryGetValue(Id, out var at) && Visit.Now < at + Redemptions.OwnPhoneWait;
        MayStillPrint = confirmed
            && await Registry.Persons.FindAsync(new(BookId), Id) is { } person
            && !await Registry.Invitations.WasUsedSinceAsync(new(BookId), Id, person.Account, at);
    }

    /// <summary>
    /// An account that is in this book alone gets a new password. One that is in other books too is none of this collective's
    /// business: the person is freed of it here and joins again, and what the account is elsewhere stays as it was.
    /// </summary>
    private async Task<CodeSlip?> IssueAsync()
    {
        var (collective, validFor) = (new CollectiveId(BookId), Visit.State.Roster.RecoveredAt[Id] + Redemptions.OwnPhoneWait - Visit.Now);
        if (!await Node.MadeOutAsync(collective, Visit.Viewer.Person!.Value, Id, validFor, HttpContext.RequestAborted)) return null;
        var account = (await Registry.Persons.FindAsync(collective, Id))?.Account;
        var elsewhere = account is { } own && (await Registry.Persons.OfAccountAsync(own)).Count > 1;
        if (account is { } only && !elsewhere)
            return Print(await Registry.Invitations.IssueRecoverAsync(only, validFor), "recover");
        if (elsewhere) await Registry.Persons.UnlinkAsync(collective, Id);
        return Print(await Registry.Invitations.IssueJoinAsync(collective, Id, validFor), "join");
    }

    private CodeSlip? Print(IssuedInvitation? issued, string door) =>
        issued is null ? null : CodeSlip.Of(issued, door, Name, Visit.State.Deed.Name, Request, Visit.State.Deed.Zone);
}
