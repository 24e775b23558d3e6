using Autogestion.Domain.Kernel;
using Autogestion.Office.Desk;
using Autogestion.Registry;
using Microsoft.AspNetCore.Mvc;

namespace Autogestion.Pages.AccountAccess;

/// <summary>Who a code invites one as.</summary>
public sealed record InvitedAs(string Name, CollectiveId Book, string Collective, PersonId Person);

/// <summary>Join with a printed code: first see as whom, then with a new account or with the one that is signed in.</summary>
public sealed class JoinPage(Node node, AccountManager accounts, Redemptions redemptions) : DoorPage
{
    /// <summary>The code, as typed or as the picture on the paper says it.</summary>
    [BindProperty(SupportsGet = true, Name = "code")]
    public string? Code { get; set; }

    public InvitedAs? Invited { get; private set; }

    public string? SignedInAs { get; private set; }

    // To look changes nothing and counts no try: only sending the form does.
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var check = await Registry.Invitations.CheckAsync(Code, HttpContext.RequestAborted);
        return await ShowAsync(check.Outcome);
    }

    public async Task<IActionResult> OnPostNewAsync(string? login, string? password)
    {
        var invited = await InvitedAsync();
        var redeemed = await redemptions.JoinWithNewAccountAsync(Code ?? "", login ?? "", password ?? "", T.Language);
        if (redeemed.Account is { } account)
        {
            await Doorkeeper.LetInAsync(account, Keep);
            return await WelcomeAsync(invited);
        }
        Mark(redeemed.Outcome == CodeOutcome.LoginNameTaken ? ["DuplicateUserName"] : redeemed.Errors);
        return await ShowAsync(redeemed.Outcome);
    }

    public async Task<IActionResult> OnPostLinkAsync()
    {
        if (await accounts.GetUserAsync(User) is not { } account) return await OnPostAsync();
        var invited = await InvitedAsync();
        var redeemed = await redemptions.JoinAsync(Code ?? "", account);
        return redeemed.Account is not null ? await WelcomeAsync(invited) : await ShowAsync(redeemed.Outcome);
    }

    private async Task<LocalRedirectResult> WelcomeAsync(InvitedAs? invited)
    {
        if (invited is null) return LocalRedirect("/account");
        await node.UsedAsync(invited.Book, invited.Person);
        return LocalRedirect($"/c/{invited.Book}");
    }

    // What is wrong with the login leaves the code as good as it was; what is wrong with the code says so.
    private async Task<IActionResult> ShowAsync(CodeOutcome outcome)
    {
        var codeHolds = outcome is CodeOutcome.Accepted or CodeOutcome.LoginNameTaken or CodeOutcome.NotAllowed;
        Invited = codeHolds ? await InvitedAsync() : null;
        SignedInAs = (await accounts.GetUserAsync(User))?.LoginName;
        if (outcome == CodeOutcome.Accepted && Invited is not null) return Page();
        return Again(codeHolds && Invited is not null ? T["forms.check"] : T[$"account.code.{(codeHolds ? CodeOutcome.NotRecognised : outcome)}"]);
    }

    private async Task<InvitedAs?> InvitedAsync()
    {
        var check = await Registry.Invitations.CheckAsync(Code, HttpContext.RequestAborted);
        if (check.Invitation is not { Kind: InvitationKind.Join, Collective: { } collective, Person: { } person } || node.Find(collective) is not { } desk) return null;
        var names = await Registry.Persons.NamesAsync(collective, HttpContext.RequestAborted);
        return names[person] is { } name ? new(name, collective, desk.Current.State.Deed.Name, person) : null;
    }
}
