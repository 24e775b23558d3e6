using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Autogestion.Domain.Kernel;
using Autogestion.Registry.Keys;
using Autogestion.Registry.Storage;

namespace Autogestion.Registry;

/// <summary>
/// Secret addresses under which a person's calendar can be fetched by a calendar program, which cannot sign in. Whoever knows
/// one can read it, so that it holds no names, can be revoked, and a new one ends the old. Only keyed hashes are kept (HMAC-SHA-256).
/// </summary>
public sealed class CalendarFeeds
{
    const int SecretBytes = 24;
    const int LongestSecret = 64;

    readonly RegistryStorage _storage;
    readonly TimeProvider _time;
    readonly byte[] _key;

    internal CalendarFeeds(RegistryStorage storage, MasterKey key, TimeProvider time)
    {
        _storage = storage;
        _time = time;
        _key = key.Derive("calendar-feeds");
    }

    /// <summary>A new secret for this person; an earlier one ends.</summary>
    public async Task<string> IssueAsync(CollectiveId collective, PersonId person, CancellationToken cancel = default)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        await _storage.WriteAsync(async session =>
        {
            await session.ExecuteAsync(Delete, new { collective = collective.Value, person = person.ToString() });
            await session.ExecuteAsync(
                "INSERT INTO registry_calendar_feed (collective_id, person_id, secret_hash, created_at) VALUES (@collective, @person, @hash, @now)",
                new { collective = collective.Value, person = person.ToString(), hash = Hash(collective, secret), now = _time.Now().Stored() });
        }, cancel);
        return secret;
    }

    /// <summary>Whose calendar it is; null for a secret that is none, or no longer.</summary>
    public async Task<PersonId?> FindAsync(CollectiveId collective, string secret, CancellationToken cancel = default)
    {
        if (secret.Length > LongestSecret) return null;
        var person = await _storage.ReadAsync(session => session.FindAsync<string>(
            "SELECT person_id FROM registry_calendar_feed WHERE collective_id = @collective AND secret_hash = @hash",
            new { collective = collective.Value, hash = Hash(collective, secret) }), cancel);
        return Guid.TryParse(person, out var id) ? new PersonId(id) : null;
    }

    /// <summary>Whether the person has an address that works.</summary>
    public async Task<bool> HasAsync(CollectiveId collective, PersonId person, CancellationToken cancel = default) =>
        await _storage.ReadAsync(session => session.FindAsync<long>(
            "SELECT COUNT(*) FROM registry_calendar_feed WHERE collective_id = @collective AND person_id = @person",
            new { collective = collective.Value, person = person.ToString() }), cancel) > 0;

    /// <summary>The address is worth nothing from now on.</summary>
    public Task RevokeAsync(CollectiveId collective, PersonId person, CancellationToken cancel = default) =>
        _storage.WriteAsync(session => session.ExecuteAsync(Delete, new { collective = collective.Value, person = person.ToString() }), cancel);

    const string Delete = "DELETE FROM registry_calendar_feed WHERE collective_id = @collective AND person_id = @person";

    string Hash(CollectiveId collective, string secret) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{collective.Value}/{secret}")));
}
