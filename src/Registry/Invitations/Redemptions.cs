using System.Data.Common;
using Autogestion.Registry.Storage;
using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace Autogestion.Registry;

/// <summary>What came of redeeming a code: the account if accepted, the codes of Identity's errors if something typed is not allowed.</summary>
public sealed record Redemption(CodeOutcome Outcome, Account? Account, IReadOnlyList<string> Errors)
{
    internal static Redemption No(CodeOutcome outcome, params string[] errors) => new(outcome, null, errors);
}

/// <summary>
/// Redeems printed codes. Each redemption is one transaction: of two people with the same code one wins, and nothing
/// half-done remains.
/// </summary>
public sealed class Redemptions
{
    /// <summary>How long after a recovery there is no vote on one's own phone, unless confirmed at the table.</summary>
    public static readonly Duration OwnPhoneWait = Duration.FromHours(24);

    readonly RegistryDatabase _registry;
    readonly AccountManager _manager;

    public Redemptions(RegistryDatabase registry, AccountManager manager)
    {
        _registry = registry;
        _manager = manager;
    }

    RegistryStorage Storage => _registry.Storage;

    /// <summary>Opens a new account that is the person of the code.</summary>
    public async Task<Redemption> JoinWithNewAccountAsync(string code, string loginName, string password, string language, CancellationToken cancel = default)
    {
        var check = await CheckAsync(code, InvitationKind.Join, cancel);
        if (check.Invitation is not { } invitation)
            return Redemption.No(check.Outcome);
        var account = new Account { LoginName = loginName.Trim().Normalize(), Language = language };
        if (await PrepareAsync(account, password) is { Count: > 0 } errors)
            return errors.Contains(nameof(IdentityErrorDescriber.DuplicateUserName))
                ? Redemption.No(CodeOutcome.LoginNameTaken)
                : Redemption.No(CodeOutcome.NotAllowed, [.. errors]);
        return await FinishAsync(CodeOutcome.LoginNameTaken, account, async session =>
        {
            await Accounts.InsertAsync(session, account, _registry.Time.Now());
            return await LinkAndSpendAsync(session, invitation, account.Id);
        }, cancel);
    }

    /// <summary>Makes a signed-in account the person of the code, as well as whom it already is in other books.</summary>
    public async Task<Redemption> JoinAsync(string code, Account account, CancellationToken cancel = default)
    {
        var check = await CheckAsync(code, InvitationKind.Join, cancel);
        return check.Invitation is { } invitation
            ? await FinishAsync(CodeOutcome.AccountIsSomebodyElse, account, session => LinkAndSpendAsync(session, invitation, account.Id), cancel)
            : Redemption.No(check.Outcome);
    }

    /// <summary>
    /// Sets a new password, removes the passkeys, ends every session and the lockout, and bars voting on one's own phone for
    /// <see cref="OwnPhoneWait"/>.
    /// </summary>
    public async Task<Redemption> RecoverAsync(string code, string password, CancellationToken cancel = default)
    {
        var check = await CheckAsync(code, InvitationKind.Recover, cancel);
        if (check.Invitation is not { Account: { } id } invitation)
            return Redemption.No(check.Outcome);
        if (await _registry.Accounts.FindAsync(id, cancel) is not { } account)
            return Redemption.No(CodeOutcome.NotRecognised);
        var errors = await PasswordErrorsAsync(account, password);
        if (errors.Count > 0)
            return Redemption.No(CodeOutcome.NotAllowed, [.. errors]);
        var hash = _manager.PasswordHasher.HashPassword(account, password);
        var now = _registry.Time.Now();
        var outcome = await Storage.WriteAsync(async session =>
        {
            if (!await Invitations.SpendAsync(session, invitation, now))
                return CodeOutcome.AlreadyUsed;
            await Accounts.RecoverAsync(session, id, hash, now + OwnPhoneWait);
            return CodeOutcome.Accepted;
        }, cancel, done => done == CodeOutcome.Accepted);
        return new Redemption(outcome, outcome == CodeOutcome.Accepted ? await _registry.Accounts.FindAsync(id, cancel) : null, []);
    }

    async Task<CodeCheck> CheckAsync(string code, InvitationKind kind, CancellationToken cancel)
    {
        var check = await _registry.Invitations.CheckAsync(code, cancel);
        return check.Invitation is null || check.Invitation.Kind == kind ? check : new CodeCheck(CodeOutcome.NotRecognised, null);
    }

    async Task<Redemption> FinishAsync(CodeOutcome ifDuplicate, Account account, Func<Session, Task<CodeOutcome>> work, CancellationToken cancel)
    {
        try
        {
            var outcome = await Storage.WriteAsync(work, cancel, done => done == CodeOutcome.Accepted);
            return outcome == CodeOutcome.Accepted ? new Redemption(outcome, account, []) : Redemption.No(outcome);
        }
        catch (DbException failure) when (Storage.IsDuplicate(failure))
        {
            return Redemption.No(ifDuplicate);
        }
    }

    async Task<CodeOutcome> LinkAndSpendAsync(Session session, Invitation invitation, AccountId account)
    {
        // The book's list of names is held first, as everywhere, so that two writers never wait for each other.
        var linked = await Persons.LinkAsync(session, invitation.Collective!.Value, invitation.Person!.Value, account);
        if (!await Invitations.SpendAsync(session, invitation, _registry.Time.Now()))
            return CodeOutcome.AlreadyUsed;
        return linked switch
        {
            LinkOutcome.Linked => CodeOutcome.Accepted,
            LinkOutcome.NoSuchPerson => CodeOutcome.NoSuchPerson,
            LinkOutcome.PersonHasAccount => CodeOutcome.PersonHasAccount,
            _ => CodeOutcome.AccountIsSomebodyElse,
        };
    }

    async Task<List<string>> PrepareAsync(Account account, string password)
    {
        account.SecurityStamp = Stamp.New();
        account.NormalizedName = _manager.NormalizeName(account.LoginName);
        var errors = await PasswordErrorsAsync(account, password);
        foreach (var validator in _manager.UserValidators)
            errors.AddRange(Codes(await validator.ValidateAsync(_manager, account)));
        if (errors.Count == 0)
            account.PasswordHash = _manager.PasswordHasher.HashPassword(account, password);
        return errors;
    }

    async Task<List<string>> PasswordErrorsAsync(Account account, string password)
    {
        var errors = new List<string>();
        foreach (var validator in _manager.PasswordValidators)
            errors.AddRange(Codes(await validator.ValidateAsync(_manager, account, password)));
        return errors;
    }

    static IEnumerable<string> Codes(IdentityResult result) => result.Errors.Select(error => error.Code);
}
