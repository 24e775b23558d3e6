using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Autogestion.Domain.Kernel;
using Autogestion.Registry.Keys;
using Autogestion.Registry.Storage;
using NodaTime;

namespace Autogestion.Registry;

/// <summary>
/// Printed codes: issued here, redeemed by <see cref="Redemptions"/>. Who may issue one is decided elsewhere. Only keyed hashes
/// are kept (HMAC-SHA-256). The first group of the code finds the invitation, so that wrong tries count against it: after
/// <see cref="MaxTries"/> of them the code is dead, and 60 bits remain unknown to whoever tries.
/// </summary>
public sealed class Invitations
{
    public const int MaxTries = 10;
    static readonly Duration Longest = Duration.FromDays(90);
    static readonly Duration KeptAfterwards = Duration.FromDays(90);

    readonly RegistryStorage _storage;
    readonly TimeProvider _time;
    readonly byte[] _key;

    internal Invitations(RegistryStorage storage, MasterKey key, TimeProvider time)
    {
        _storage = storage;
        _time = time;
        _key = key.Derive("invitations");
    }

    /// <summary>Issues a code with which the person can join with an account; earlier ones for the same person lapse.</summary>
    /// <returns>Nothing if the person is not written down, was erased, or has an account already.</returns>
    public Task<IssuedInvitation?> IssueJoinAsync(CollectiveId collective, PersonId person, Duration validFor, CancellationToken cancel = default) =>
        IssueAsync(new InvitationRow { Kind = nameof(InvitationKind.Join), CollectiveId = collective.Value, PersonId = person.ToString() },
            "SELECT COUNT(*) FROM registry_person WHERE collective_id = @CollectiveId AND person_id = @PersonId AND erased_at IS NULL AND account_id IS NULL",
            validFor, cancel);

    /// <summary>Issues a code with which the holder sets a new password; earlier ones for the same account lapse.</summary>
    /// <returns>Nothing if there is no such account.</returns>
    public Task<IssuedInvitation?> IssueRecoverAsync(AccountId account, Duration validFor, CancellationToken cancel = default) =>
        IssueAsync(new InvitationRow { Kind = nameof(InvitationKind.Recover), AccountId = account.ToString() },
            "SELECT COUNT(*) FROM registry_account WHERE id = @AccountId", validFor, cancel);

    /// <summary>Looks a typed code up. A wrong one is counted against the invitation whose first group it hits.</summary>
    public Task<CodeCheck> CheckAsync(string? typed, CancellationToken cancel = default) =>
        InvitationCode.Read(typed) is { } code
            ? _storage.WriteAsync(session => CheckAsync(session, code), cancel)
            : Task.FromResult(new CodeCheck(CodeOutcome.NotRecognised, null));

    /// <summary>The code is worth nothing from now on.</summary>
    public Task RevokeAsync(Guid invitation, CancellationToken cancel = default) =>
        _storage.WriteAsync(session => session.ExecuteAsync("DELETE FROM registry_invitation WHERE id = @id AND spent_at IS NULL",
            new { id = invitation.ToString() }), cancel);

    /// <summary>Whether somebody has used a code for this person, or for this account, since that moment.</summary>
    public async Task<bool> WasUsedSinceAsync(CollectiveId collective, PersonId person, AccountId? account, Instant since, CancellationToken cancel = default) =>
        await _storage.ReadAsync(session => session.FindAsync<long>("""
            SELECT COUNT(*) FROM registry_invitation
            WHERE spent_at >= @since AND (account_id = @account OR (collective_id = @collective AND person_id = @person))
            """, new
        {
            since = since.Stored(),
            account = account?.ToString(),
            collective = collective.Value,
            person = person.ToString(),
        }), cancel) > 0;

    /// <summary>Removes what was used or expired more than 90 days ago.</summary>
    /// <returns>How many were removed.</returns>
    public Task<int> SweepAsync(CancellationToken cancel = default) =>
        _storage.WriteAsync(session => session.ExecuteAsync(
            "DELETE FROM registry_invitation WHERE spent_at < @before OR expires_at < @before",
            new { before = (_time.Now() - KeptAfterwards).Stored() }), cancel);

    /// <summary>Takes the invitation for whoever comes first; the others find it spent.</summary>
    internal static async Task<bool> SpendAsync(Session session, Invitation invitation, Instant now) =>
        await session.ExecuteAsync(
            "UPDATE registry_invitation SET spent_at = @now WHERE id = @id AND spent_at IS NULL AND expires_at > @now",
            new { id = invitation.Id.ToString(), now = now.Stored() }) == 1;

    async Task<IssuedInvitation?> IssueAsync(InvitationRow subject, string subjectExists, Duration validFor, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(validFor, Longest);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(validFor, Duration.Zero);
        while (true)
        {
            var code = InvitationCode.New();
            var row = subject.With(_time.Now(), validFor, Hash("locator", code[..InvitationCode.LocatorLength]), Hash("code", code));
            try
            {
                var issued = await _storage.WriteAsync(session => InsertAsync(session, row, subjectExists), cancel);
                return issued ? new IssuedInvitation(Guid.Parse(row.Id), InvitationCode.Print(code), Clock.FromStored(row.ExpiresAt)) : null;
            }
            catch (DbException failure) when (_storage.IsDuplicate(failure))
            {
                // Another open code begins with the same group: one chance in a million for each; draw again.
            }
        }
    }

    static async Task<bool> InsertAsync(Session session, InvitationRow row, string subjectExists)
    {
        if (await session.FindAsync<long>(subjectExists, row) == 0)
            return false;
        await session.ExecuteAsync("""
            DELETE FROM registry_invitation WHERE kind = @Kind AND spent_at IS NULL
              AND (account_id = @AccountId OR (collective_id = @CollectiveId AND person_id = @PersonId))
            """, row);
        await session.ExecuteAsync("""
            INSERT INTO registry_invitation (id, kind, collective_id, person_id, account_id, locator_hash, code_hash, tries, created_at, expires_at)
            VALUES (@Id, @Kind, @CollectiveId, @PersonId, @AccountId, @LocatorHash, @CodeHash, 0, @CreatedAt, @ExpiresAt)
            """, row);
        return true;
    }

    /// <summary>Counting comes first and holds the rows, so that tries made at the same moment are all counted; a right one is given back.</summary>
    async Task<CodeCheck> CheckAsync(Session session, string code)
    {
        var candidates = await session.QueryAsync<InvitationRow>(
            $"UPDATE registry_invitation SET tries = tries + 1 WHERE locator_hash = @locator RETURNING {InvitationRow.Columns}",
            new { locator = Hash("locator", code[..InvitationCode.LocatorLength]) });
        var hash = Hash("code", code);
        var found = candidates.FirstOrDefault(row => CryptographicOperations.FixedTimeEquals(row.CodeHash, hash));
        if (found is null)
            return new CodeCheck(CodeOutcome.NotRecognised, null);
        if (found.SpentAt is not null)
            return new CodeCheck(CodeOutcome.AlreadyUsed, null);
        if (found.Tries > MaxTries)
            return new CodeCheck(CodeOutcome.TooManyTries, null);
        if (found.ExpiresAt <= _time.Now().Stored())
            return new CodeCheck(CodeOutcome.Expired, null);
        await session.ExecuteAsync("UPDATE registry_invitation SET tries = tries - 1 WHERE id = @Id", found);
        return new CodeCheck(CodeOutcome.Accepted, found.ToInvitation());
    }

    byte[] Hash(string what, string value) => HMACSHA256.HashData(_key, Encoding.ASCII.GetBytes($"{what}:{value}"));
}
