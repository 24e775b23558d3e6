using System.Security.Cryptography;
using System.Text.Json;
using Autogestion.Domain.Kernel;
using Autogestion.Registry.Keys;
using Autogestion.Registry.Storage;
using NodaTime;

namespace Autogestion.Registry;

/// <summary>Marks of what was read, choices of how to be told, and the devices to tell. All of it goes when the person is erased.</summary>
public sealed class Tellings
{
    private const string Columns = "collective_id AS CollectiveId, person_id AS PersonId, read_to AS ReadTo, told_to AS ToldTo, means AS Means, rhythm AS Rhythm, next_at AS NextAt, tries AS Tries";
    private const string KeySetting = "push-key";

    private readonly RegistryStorage storage;
    private readonly Sealer sealer;
    private readonly TimeProvider time;
    private readonly byte[] tag;

    internal Tellings(RegistryStorage storage, MasterKey key, TimeProvider time) =>
        (this.storage, sealer, this.time, tag) = (storage, new(key.Derive("telling")), time, key.Derive("telling-device"));

    /// <summary>What a person chose; nothing was chosen by whoever is not there.</summary>
    public async Task<TellingChoice> FindAsync(CollectiveId collective, PersonId person, CancellationToken cancel = default) =>
        (await storage.ReadAsync(session => session.FindAsync<Row>($"SELECT {Columns} FROM registry_telling WHERE collective_id = @collective AND person_id = @person", Place(collective, person)), cancel))?.ToChoice()
            ?? new(collective, person);

    /// <summary>Marks everything up to a position as read; never backwards.</summary>
    public Task MarkReadAsync(CollectiveId collective, PersonId person, long position, CancellationToken cancel = default) =>
        ChangeAsync(collective, person, choice => choice with { ReadTo = Math.Max(choice.ReadTo, position) }, cancel);

    /// <summary>Changes what a person chose, in one transaction; nothing is written for whom the registry does not know.</summary>
    public Task ChangeAsync(CollectiveId collective, PersonId person, Func<TellingChoice, TellingChoice> change, CancellationToken cancel = default) =>
        storage.WriteAsync(async session =>
        {
            var place = Place(collective, person);
            if (await session.FindAsync<long>("SELECT COUNT(*) FROM registry_person WHERE collective_id = @collective AND person_id = @person AND erased_at IS NULL", place) == 0) return;
            var row = await session.FindAsync<Row>($"SELECT {Columns} FROM registry_telling WHERE collective_id = @collective AND person_id = @person", place);
            var next = change(row?.ToChoice() ?? new(collective, person));
            await session.ExecuteAsync("""
                INSERT INTO registry_telling (collective_id, person_id, read_to, told_to, means, rhythm, next_at, tries)
                VALUES (@collective, @person, @ReadTo, @ToldTo, @means, @rhythm, @next, @Tries)
                ON CONFLICT (collective_id, person_id) DO UPDATE SET read_to = excluded.read_to, told_to = excluded.told_to,
                  means = excluded.means, rhythm = excluded.rhythm, next_at = excluded.next_at, tries = excluded.tries
                """, new
            {
                collective = collective.Value,
                person = person.ToString(),
                next.ReadTo,
                next.ToldTo,
                means = next.Means.ToString(),
                rhythm = next.Rhythm.ToString(),
                next = next.NextAt?.ToUnixTimeMilliseconds(),
                next.Tries,
            });
        }, cancel);

    /// <summary>Those who may be told now, a handful at a time.</summary>
    public async Task<IReadOnlyList<TellingChoice>> DueAsync(Instant now, int most, CancellationToken cancel = default) =>
        [.. (await storage.ReadAsync(session => session.QueryAsync<Row>(
            $"SELECT {Columns} FROM registry_telling WHERE next_at IS NOT NULL AND next_at <= @now ORDER BY next_at LIMIT @most", new { now = now.ToUnixTimeMilliseconds(), most }), cancel)).Select(row => row.ToChoice())];

    /// <summary>The devices of a person, with their ids.</summary>
    public async Task<IReadOnlyList<(string Id, PushDevice Device)>> DevicesAsync(CollectiveId collective, PersonId person, CancellationToken cancel = default) =>
        [.. (await storage.ReadAsync(session => session.QueryAsync<DeviceRow>(
            "SELECT id AS Id, subscription AS Subscription FROM registry_push WHERE collective_id = @collective AND person_id = @person ORDER BY created_at", Place(collective, person)), cancel))
            .Select(row => (row.Id, JsonSerializer.Deserialize<PushDevice>(sealer.Open(row.Subscription, $"push/{row.Id}"))!))];

    /// <summary>Keeps a device; the same device asked again is the same.</summary>
    public Task AddDeviceAsync(CollectiveId collective, PersonId person, PushDevice device, CancellationToken cancel = default)
    {
        // Known by a keyed hash of its address, so that it is not kept twice and its address is not readable in the table.
        var id = Convert.ToHexStringLower(HMACSHA256.HashData(tag, System.Text.Encoding.UTF8.GetBytes($"{collective}/{person}/{device.Endpoint}")));
        return storage.WriteAsync(async session => await session.ExecuteAsync("""
            INSERT INTO registry_push (id, collective_id, person_id, subscription, created_at) VALUES (@id, @collective, @person, @subscription, @now)
            ON CONFLICT (id) DO UPDATE SET subscription = excluded.subscription
            """, new
        {
            id,
            collective = collective.Value,
            person = person.ToString(),
            subscription = sealer.Seal(JsonSerializer.SerializeToUtf8Bytes(device), $"push/{id}"),
            now = time.Now().Stored(),
        }), cancel);
    }

    /// <summary>Forgets a device, or all of a person's.</summary>
    public Task ForgetAsync(CollectiveId collective, PersonId person, string? id = null, CancellationToken cancel = default) =>
        storage.WriteAsync(async session => await session.ExecuteAsync(
            $"DELETE FROM registry_push WHERE collective_id = @collective AND person_id = @person{(id is null ? "" : " AND id = @id")}",
            new { collective = collective.Value, person = person.ToString(), id = id ?? "" }), cancel);

    /// <summary>The key pair that this node is known by at push services (VAPID): made once, sealed, shared by every process. PKCS #8.</summary>
    public async Task<byte[]> PushKeyAsync(CancellationToken cancel = default)
    {
        if (await FindKeyAsync() is { } kept) return kept;
        using var fresh = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var value = sealer.Seal(fresh.ExportPkcs8PrivateKey(), KeySetting);
        await storage.WriteAsync(async session => await session.ExecuteAsync(
            "INSERT INTO registry_setting (name, value) VALUES (@KeySetting, @value) ON CONFLICT (name) DO NOTHING", new { KeySetting, value }), cancel);
        return (await FindKeyAsync())!;

        async Task<byte[]?> FindKeyAsync() =>
            await storage.ReadAsync(session => session.FindAsync<byte[]>("SELECT value FROM registry_setting WHERE name = @KeySetting", new { KeySetting }), cancel) is { } value ? sealer.Open(value, KeySetting) : null;
    }

    private static object Place(CollectiveId collective, PersonId person) => new { collective = collective.Value, person = person.ToString() };

    private sealed class Row
    {
        public string CollectiveId { get; init; } = "";
        public string PersonId { get; init; } = "";
        public long ReadTo { get; init; }
        public long ToldTo { get; init; }
        public string Means { get; init; } = "";
        public string Rhythm { get; init; } = "";
        public long? NextAt { get; init; }
        public long Tries { get; init; }

        public TellingChoice ToChoice() => new(
            new(CollectiveId), new(Guid.Parse(PersonId)), ReadTo, ToldTo, Enum.Parse<TellingMeans>(Means), Enum.Parse<TellingRhythm>(Rhythm),
            NextAt is { } next ? Instant.FromUnixTimeMilliseconds(next) : null, (int)Tries);
    }

    private sealed class DeviceRow
    {
        public string Id { get; init; } = "";
        public byte[] Subscription { get; init; } = [];
    }
}
