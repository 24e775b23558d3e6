using System.Security.Cryptography;
using System.Text;
using Autogestion.Domain.Kernel;
using Autogestion.Registry.Keys;
using Autogestion.Registry.Storage;
using NodaTime;

namespace Autogestion.Registry;

/// <summary>
/// Short codes with which people say who they are on a device that is handed around. A short code is found by trying, so wrong
/// tries are counted against the person and soon lock the code; what is kept is useless without the key file, and slow with it.
/// </summary>
public sealed class PersonalCodes
{
    /// <summary>Digits of a code, at least and at most.</summary>
    public const int Shortest = 6, Longest = 12;

    /// <summary>Wrong tries after which a code is locked.</summary>
    public const int MostTries = 5;

    /// <summary>For how long it is locked.</summary>
    public static readonly Duration LockedFor = Duration.FromMinutes(15);

    private const int Rounds = 100_000;

    private readonly RegistryStorage storage;
    private readonly TimeProvider time;
    private readonly byte[] pepper;

    internal PersonalCodes(RegistryStorage storage, MasterKey key, TimeProvider time)
    {
        this.storage = storage;
        this.time = time;
        pepper = key.Derive("personal codes");
    }

    /// <summary>A code to be printed: digits only, so that it can be typed on the largest keys.</summary>
    public static string Draw() => RandomNumberGenerator.GetString("0123456789", Shortest);

    /// <summary>Whether a code may be used: digits, not all alike and not simply counted up or down.</summary>
    public static bool IsGood(string? code) => code is { Length: >= Shortest and <= Longest } && code.All(char.IsAsciiDigit)
        && code.Zip(code.Skip(1)).Select(pair => pair.Second - pair.First).Distinct().ToList() is not [0 or 1 or -1];

    /// <summary>Sets the code of a person; the one before is worth nothing any more, and a lock is lifted.</summary>
    /// <exception cref="ArgumentException">The code is none that may be used.</exception>
    public Task SetAsync(CollectiveId collective, PersonId person, string code, CancellationToken cancel = default)
    {
        if (!IsGood(code)) throw new ArgumentException("That is no code.", nameof(code));
        var salt = RandomNumberGenerator.GetBytes(16);
        var row = new { collective = collective.Value, person = person.ToString(), salt, hash = Hash(code, salt) };
        return storage.WriteAsync(async session =>
        {
            await session.ExecuteAsync("DELETE FROM registry_personal_code WHERE collective_id = @collective AND person_id = @person", row);
            await session.ExecuteAsync("INSERT INTO registry_personal_code (collective_id, person_id, salt, hash, tries, locked_until) VALUES (@collective, @person, @salt, @hash, 0, 0)", row);
        }, cancel);
    }

    /// <summary>Whether a person has a code.</summary>
    public async Task<bool> HasAsync(CollectiveId collective, PersonId person, CancellationToken cancel = default) => await storage.ReadAsync(session =>
        session.FindAsync<long>("SELECT COUNT(*) FROM registry_personal_code WHERE collective_id = @collective AND person_id = @person", new { collective = collective.Value, person = person.ToString() }), cancel) > 0;

    /// <summary>Takes the code of a person away.</summary>
    public Task RemoveAsync(CollectiveId collective, PersonId person, CancellationToken cancel = default) => storage.WriteAsync(session =>
        session.ExecuteAsync("DELETE FROM registry_personal_code WHERE collective_id = @collective AND person_id = @person", new { collective = collective.Value, person = person.ToString() }), cancel);

    /// <summary>Whether that is the code of that person. A person without a code and a wrong code take the same time and get the same answer.</summary>
    public async Task<CodeTry> TryAsync(CollectiveId collective, PersonId? person, string? typed, CancellationToken cancel = default)
    {
        var who = new { collective = collective.Value, person = person?.ToString() ?? "", now = time.Now().Stored(), until = (time.Now() + LockedFor).Stored(), most = MostTries };
        // Counting comes first, so that tries made at the same moment are all counted.
        var row = await storage.WriteAsync(session => session.FindAsync<CodeRow>(
            "UPDATE registry_personal_code SET tries = tries + 1 WHERE collective_id = @collective AND person_id = @person RETURNING salt AS Salt, hash AS Hash, tries AS Tries, locked_until AS LockedUntil", who), cancel);
        var code = new string([.. (typed ?? "").Where(char.IsAsciiDigit).Take(Longest + 1)]);
        var right = CryptographicOperations.FixedTimeEquals(Hash(code, row?.Salt ?? new byte[16]), row?.Hash ?? new byte[32]);
        if (row is null) return CodeTry.Wrong;
        if (row.LockedUntil > who.now) return CodeTry.Locked;
        if (right)
        {
            await storage.WriteAsync(session => session.ExecuteAsync("UPDATE registry_personal_code SET tries = 0, locked_until = 0 WHERE collective_id = @collective AND person_id = @person", who), cancel);
            return CodeTry.Right;
        }
        if (row.Tries < MostTries) return CodeTry.Wrong;
        await storage.WriteAsync(session => session.ExecuteAsync("UPDATE registry_personal_code SET tries = 0, locked_until = @until WHERE collective_id = @collective AND person_id = @person", who), cancel);
        return CodeTry.Locked;
    }

    private byte[] Hash(string code, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(HMACSHA256.HashData(pepper, Encoding.ASCII.GetBytes(code)), salt, Rounds, HashAlgorithmName.SHA256, 32);
}
