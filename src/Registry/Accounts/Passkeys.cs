using Autogestion.Registry.Storage;
using Microsoft.AspNetCore.Identity;

namespace Autogestion.Registry;

/// <summary>Passkeys (WebAuthn credentials) of accounts.</summary>
internal sealed class Passkeys(RegistryStorage storage)
{
    const string Columns = """
        credential_id AS CredentialId, public_key AS PublicKey, name AS Name, created_at AS CreatedAt, sign_count AS SignCount,
        transports AS Transports, is_user_verified AS IsUserVerified, is_backup_eligible AS IsBackupEligible,
        is_backed_up AS IsBackedUp, attestation_object AS AttestationObject, client_data_json AS ClientDataJson
        """;

    /// <summary>Adds the passkey, or notes its newer counter and name. A credential never moves to another account.</summary>
    public async Task SaveAsync(AccountId account, UserPasskeyInfo passkey, CancellationToken cancel)
    {
        var saved = await storage.WriteAsync(session => session.ExecuteAsync("""
            INSERT INTO registry_passkey (credential_id, account_id, public_key, name, created_at, sign_count, transports,
              is_user_verified, is_backup_eligible, is_backed_up, attestation_object, client_data_json)
            VALUES (@CredentialId, @account, @PublicKey, @Name, @createdAt, @signCount, @transports,
              @verified, @eligible, @backedUp, @AttestationObject, @ClientDataJson)
            ON CONFLICT (credential_id) DO UPDATE SET name = excluded.name, sign_count = excluded.sign_count,
              is_user_verified = excluded.is_user_verified, is_backed_up = excluded.is_backed_up
            WHERE registry_passkey.account_id = excluded.account_id
            """, new
        {
            passkey.CredentialId,
            account = account.ToString(),
            passkey.PublicKey,
            Name = InputLimits.PasskeyName(passkey.Name),
            createdAt = passkey.CreatedAt.ToUnixTimeMilliseconds(),
            signCount = (long)passkey.SignCount,
            transports = string.Join(' ', passkey.Transports ?? []),
            verified = passkey.IsUserVerified ? 1L : 0L,
            eligible = passkey.IsBackupEligible ? 1L : 0L,
            backedUp = passkey.IsBackedUp ? 1L : 0L,
            passkey.AttestationObject,
            passkey.ClientDataJson,
        }), cancel);
        if (saved == 0)
            throw new InvalidOperationException("This passkey belongs to another account.");
    }

    public async Task<IList<UserPasskeyInfo>> OfAsync(AccountId account, CancellationToken cancel) =>
        [.. (await storage.ReadAsync(session => session.QueryAsync<PasskeyRow>(
            $"SELECT {Columns} FROM registry_passkey WHERE account_id = @account ORDER BY created_at, credential_id",
            new { account = account.ToString() }), cancel)).Select(row => row.ToInfo())];

    public async Task<UserPasskeyInfo?> FindAsync(AccountId account, byte[] credential, CancellationToken cancel) =>
        (await storage.ReadAsync(session => session.FindAsync<PasskeyRow>(
            $"SELECT {Columns} FROM registry_passkey WHERE account_id = @account AND credential_id = @credential",
            new { account = account.ToString(), credential }), cancel))?.ToInfo();

    public Task RemoveAsync(AccountId account, byte[] credential, CancellationToken cancel) =>
        storage.WriteAsync(session => session.ExecuteAsync(
            "DELETE FROM registry_passkey WHERE account_id = @account AND credential_id = @credential",
            new { account = account.ToString(), credential }), cancel);

    sealed class PasskeyRow
    {
        public byte[] CredentialId { get; init; } = [];
        public byte[] PublicKey { get; init; } = [];
        public string? Name { get; init; }
        public long CreatedAt { get; init; }
        public long SignCount { get; init; }
        public string Transports { get; init; } = "";
        public long IsUserVerified { get; init; }
        public long IsBackupEligible { get; init; }
        public long IsBackedUp { get; init; }
        public byte[] AttestationObject { get; init; } = [];
        public byte[] ClientDataJson { get; init; } = [];

        public UserPasskeyInfo ToInfo() => new(
            CredentialId, PublicKey, DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt), (uint)SignCount,
            Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            IsUserVerified != 0, IsBackupEligible != 0, IsBackedUp != 0, AttestationObject, ClientDataJson)
        {
            Name = Name,
        };
    }
}
