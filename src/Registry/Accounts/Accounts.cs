using System.Data.Common;
using Autogestion.Registry.Storage;
using NodaTime;

namespace Autogestion.Registry;

/// <summary>Accounts in their table. Identity works on it through <see cref="AccountStore"/>; what Identity has no word for is here.</summary>
public sealed class Accounts
{
    readonly RegistryStorage _storage;
    readonly TimeProvider _time;

    internal Accounts(RegistryStorage storage, TimeProvider time)
    {
        _storage = storage;
        _time = time;
    }

    public Task<Account?> FindAsync(AccountId id, CancellationToken cancel = default) =>
        FindWhereAsync("id = @value", id.ToString(), cancel);

    internal Task<Account?> FindByNameAsync(string normalizedName, CancellationToken cancel) =>
        FindWhereAsync("normalized_name = @value", normalizedName, cancel);

    internal Task<Account?> FindByPasskeyAsync(byte[] credential, CancellationToken cancel) =>
        FindWhereAsync("id = (SELECT account_id FROM registry_passkey WHERE credential_id = @value)", credential, cancel);

    /// <summary>Ends every session of the account, on every device, at their next request but one minute at the latest.</summary>
    public Task SignOutEverywhereAsync(AccountId id, CancellationToken cancel = default) =>
        _storage.WriteAsync(session => session.ExecuteAsync(
            "UPDATE registry_account SET security_stamp = @stamp, concurrency_stamp = @fresh WHERE id = @id",
            new { stamp = Stamp.New(), fresh = Stamp.New(), id = id.ToString() }), cancel);

    /// <summary>Confirmed in person at the table: the waiting time after a recovery ends.</summary>
    public Task ConfirmOwnPhoneAsync(AccountId id, CancellationToken cancel = default) =>
        _storage.WriteAsync(session => session.ExecuteAsync(
            "UPDATE registry_account SET own_phone_vote_from = NULL, concurrency_stamp = @fresh WHERE id = @id",
            new { fresh = Stamp.New(), id = id.ToString() }), cancel);

    /// <returns>False if the name or the id is taken.</returns>
    internal async Task<bool> CreateAsync(Account account, CancellationToken cancel)
    {
        try
        {
            await _storage.WriteAsync(session => InsertAsync(session, account, _time.Now()), cancel);
            return true;
        }
        catch (DbException failure) when (_storage.IsDuplicate(failure))
        {
            return false;
        }
    }

    internal static Task InsertAsync(Session session, Account account, Instant now)
    {
        account.CreatedAt = now;
        account.ConcurrencyStamp = Stamp.New();
        return session.ExecuteAsync("""
            INSERT INTO registry_account (id, login_name, normalized_name, password_hash, security_stamp, concurrency_stamp, language,
              lockout_enabled, lockout_end, access_failed_count, own_phone_vote_from, created_at)
            VALUES (@Id, @LoginName, @NormalizedName, @PasswordHash, @SecurityStamp, @ConcurrencyStamp, @Language,
              @LockoutEnabled, @LockoutEnd, @AccessFailedCount, @OwnPhoneVoteFrom, @CreatedAt)
            """, AccountRow.From(account));
    }

    /// <summary>Saves everything but the counting of failures, which has its own statements so that none is lost.</summary>
    internal async Task<SaveOutcome> UpdateAsync(Account account, CancellationToken cancel)
    {
        var row = AccountRow.From(account);
        var fresh = Stamp.New();
        try
        {
            var changed = await _storage.WriteAsync(session => session.ExecuteAsync("""
                UPDATE registry_account SET login_name = @LoginName, normalized_name = @NormalizedName, password_hash = @PasswordHash,
                  security_stamp = @SecurityStamp, concurrency_stamp = @fresh, language = @Language,
                  lockout_enabled = @LockoutEnabled, own_phone_vote_from = @OwnPhoneVoteFrom
                WHERE id = @Id AND concurrency_stamp = @ConcurrencyStamp
                """, new
            {
                row.Id,
                row.LoginName,
                row.NormalizedName,
                row.PasswordHash,
                row.SecurityStamp,
                row.ConcurrencyStamp,
                fresh,
                row.Language,
                row.LockoutEnabled,
                row.OwnPhoneVoteFrom,
            }), cancel);
            if (changed == 0)
                return SaveOutcome.ChangedMeanwhile;
            account.ConcurrencyStamp = fresh;
            return SaveOutcome.Saved;
        }
        catch (DbException failure) when (_storage.IsDuplicate(failure))
        {
            return SaveOutcome.NameTaken;
        }
    }

    /// <summary>Deletes the account with its passkeys and invitations; persons keep their names and lose the link.</summary>
    internal Task<int> DeleteAsync(Account account, CancellationToken cancel) =>
        _storage.WriteAsync(session => session.ExecuteAsync(
            "DELETE FROM registry_account WHERE id = @id AND concurrency_stamp = @stamp",
            new { id = account.Id.ToString(), stamp = account.ConcurrencyStamp }), cancel);

    /// <summary>New password, no passkeys, every session ended, no lockout, no vote on one's own phone before <paramref name="ownPhoneVoteFrom"/>.</summary>
    internal static async Task RecoverAsync(Session session, AccountId id, string passwordHash, Instant ownPhoneVoteFrom)
    {
        var arguments = new
        {
            id = id.ToString(),
            passwordHash,
            stamp = Stamp.New(),
            fresh = Stamp.New(),
            ownPhoneVoteFrom = ownPhoneVoteFrom.Stored(),
        };
        await session.ExecuteAsync("""
            UPDATE registry_account SET password_hash = @passwordHash, security_stamp = @stamp, concurrency_stamp = @fresh,
              own_phone_vote_from = @ownPhoneVoteFrom, lockout_end = NULL, access_failed_count = 0
            WHERE id = @id
            """, arguments);
        await session.ExecuteAsync("DELETE FROM registry_passkey WHERE account_id = @id", arguments);
    }

    /// <summary>Counts a failure in one statement, so that failures at the same moment are all counted; the last one locks.</summary>
    internal Task<FailureCount?> CountFailureAsync(AccountId id, int most, Instant lockedUntil, CancellationToken cancel) =>
        _storage.WriteAsync(session => session.FindAsync<FailureCount>("""
            UPDATE registry_account SET
              lockout_end = CASE WHEN access_failed_count + 1 >= @most THEN @lockedUntil ELSE lockout_end END,
              access_failed_count = CASE WHEN access_failed_count + 1 >= @most THEN 0 ELSE access_failed_count + 1 END
            WHERE id = @id
            RETURNING access_failed_count AS Count, lockout_end AS LockoutEnd
            """, new { id = id.ToString(), most = (long)most, lockedUntil = lockedUntil.Stored() }), cancel);

    internal Task ForgetFailuresAsync(AccountId id, CancellationToken cancel) =>
        _storage.WriteAsync(session => session.ExecuteAsync(
            "UPDATE registry_account SET access_failed_count = 0 WHERE id = @id", new { id = id.ToString() }), cancel);

    internal Task LockUntilAsync(AccountId id, Instant? until, CancellationToken cancel) =>
        _storage.WriteAsync(session => session.ExecuteAsync(
            "UPDATE registry_account SET lockout_end = @until WHERE id = @id", new { id = id.ToString(), until = until?.Stored() }), cancel);

    async Task<Account?> FindWhereAsync(string condition, object value, CancellationToken cancel) =>
        (await _storage.ReadAsync(session => session.FindAsync<AccountRow>(
            $"SELECT {AccountRow.Columns} FROM registry_account WHERE {condition}", new { value }), cancel))?.ToAccount();
}

/// <summary>What became of saving an account.</summary>
internal enum SaveOutcome { Saved, ChangedMeanwhile, NameTaken }

/// <summary>Failures counted so far, and the end of the lockout if there is one.</summary>
internal sealed class FailureCount
{
    public long Count { get; init; }
    public long? LockoutEnd { get; init; }
}
