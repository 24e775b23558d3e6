using System.Security.Cryptography;
using Autogestion.Registry.Storage;

namespace Autogestion.Registry.Keys;

/// <summary>Pairs a database with its key file: a new key only for a new registry, never silently for an old one.</summary>
internal static class KeyKeeper
{
    const string CheckName = "key-check";

    public static async Task<MasterKey> UnlockAsync(RegistryStorage storage, string keyFile, CancellationToken cancel)
    {
        var check = await ReadCheckAsync(storage, cancel);
        if (check is null)
        {
            var fresh = File.Exists(keyFile) ? MasterKey.Read(keyFile) : MasterKey.Create(keyFile);
            check = await storage.WriteAsync(async session =>
            {
                await session.ExecuteAsync("INSERT INTO registry_setting (name, value) VALUES (@CheckName, @value) ON CONFLICT (name) DO NOTHING",
                    new { CheckName, value = fresh.Derive(CheckName) });
                return await FindCheckAsync(session);
            }, cancel);
        }
        if (!File.Exists(keyFile))
            throw new RegistryUnusableException("The registry's key file is missing. Names and texts cannot be read without it: restore it from the copy that was kept with the backup.");
        var key = MasterKey.Read(keyFile);
        if (!CryptographicOperations.FixedTimeEquals(key.Derive(CheckName), check))
            throw new RegistryUnusableException("The key file does not belong to this registry.");
        return key;
    }

    static Task<byte[]?> ReadCheckAsync(RegistryStorage storage, CancellationToken cancel) => storage.ReadAsync(FindCheckAsync, cancel);

    static Task<byte[]?> FindCheckAsync(Session session) =>
        session.FindAsync<byte[]>("SELECT value FROM registry_setting WHERE name = @CheckName", new { CheckName });
}
