using Autogestion.Registry.Keys;
using Autogestion.Registry.Storage;

namespace Autogestion.Registry;

/// <summary>
/// People and their words, beside the books and never in them: tables named <c>registry_…</c> in the same SQLite file or
/// PostgreSQL database as the books.
/// <para>
/// <b>What must be kept together:</b> the database (a backup of the book's SQLite file or PostgreSQL database contains the
/// registry) and the key file. Without the key file every name and every text is lost for good, while the book itself stays
/// whole; with both, whoever holds them can read everything. Keep the copy of the key file apart from the copies of the
/// database, and restore both from one named pair. A copy older than an erasure still holds what was erased: after a restore
/// the erasures that the books record must be repeated, and old copies destroyed when their term ends.
/// </para>
/// </summary>
public sealed class RegistryDatabase : IAsyncDisposable
{
    /// <summary>Name of the key file beside a SQLite file, unless told otherwise.</summary>
    public const string KeyFileName = "registry.key";

    RegistryDatabase(RegistryStorage storage, MasterKey key, TimeProvider time)
    {
        Storage = storage;
        Time = time;
        Accounts = new Accounts(storage, time);
        Passkeys = new Passkeys(storage);
        Persons = new Persons(storage, key, time);
        Invitations = new Invitations(storage, key, time);
        CalendarFeeds = new CalendarFeeds(storage, key, time);
        PersonalCodes = new PersonalCodes(storage, key, time);
        Texts = new Texts(storage, key, time);
        Tellings = new Tellings(storage, key, time);
        SessionKeys = new SessionKeys(storage, time);
        SessionKeySeal = new SessionKeySeal(key);
    }

    public Accounts Accounts { get; }

    public Persons Persons { get; }

    public Invitations Invitations { get; }

    public CalendarFeeds CalendarFeeds { get; }

    /// <summary>Short codes for the device that is handed around.</summary>
    public PersonalCodes PersonalCodes { get; }

    public Texts Texts { get; }

    public Tellings Tellings { get; }

    /// <summary>How often the database was asked or told something since the registry was opened: a measure of what a page costs.</summary>
    public long Asked => Storage.Asked;

    internal RegistryStorage Storage { get; }

    internal Passkeys Passkeys { get; }

    internal SessionKeys SessionKeys { get; }

    internal SessionKeySeal SessionKeySeal { get; }

    internal TimeProvider Time { get; }

    /// <summary>Opens or creates the registry in a SQLite file; its key file is created beside it with mode 600.</summary>
    /// <param name="durable">False only for what can be made again from scratch: then nothing waits for the disk.</param>
    /// <exception cref="RegistryUnusableException">The key file is missing, unsafe or another's, or the tables are newer than the program.</exception>
    public static Task<RegistryDatabase> OpenSqliteAsync(string file, string? keyFile = null, TimeProvider? time = null, bool durable = true, CancellationToken cancel = default) =>
        OpenAsync(new SqliteStorage(file, durable), keyFile ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, KeyFileName), time, cancel);

    /// <summary>Opens or creates the registry in a PostgreSQL database. Every process of the node needs the same key file.</summary>
    /// <exception cref="RegistryUnusableException">The key file is missing, unsafe or another's, or the tables are newer than the program.</exception>
    public static Task<RegistryDatabase> OpenPostgresAsync(string connectionString, string keyFile, TimeProvider? time = null, CancellationToken cancel = default) =>
        OpenAsync(new PostgresStorage(connectionString), keyFile, time, cancel);

    /// <summary>
    /// Copies everything, as it stands at one moment, into a registry that is still empty and was opened with the same key file:
    /// for backups and for moving between databases. Copied after the books, it holds all that their entries refer to.
    /// </summary>
    /// <exception cref="InvalidOperationException">The other registry is not empty, or has another key. Nothing was copied.</exception>
    public Task CopyToAsync(RegistryDatabase empty, CancellationToken cancel = default) => RegistryCopy.RunAsync(Storage, empty.Storage, cancel);

    static async Task<RegistryDatabase> OpenAsync(RegistryStorage storage, string keyFile, TimeProvider? time, CancellationToken cancel)
    {
        try
        {
            time ??= TimeProvider.System;
            await Migrator.MigrateAsync(storage, time.GetUtcNow(), cancel);
            return new RegistryDatabase(storage, await KeyKeeper.UnlockAsync(storage, keyFile, cancel), time);
        }
        catch
        {
            await storage.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => Storage.DisposeAsync();
}
