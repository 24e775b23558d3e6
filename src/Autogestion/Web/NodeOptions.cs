using Autogestion.Book;
using Autogestion.Book.Postgres;
using Autogestion.Book.Sqlite;
using Autogestion.Office.Desk;
using Autogestion.Registry;

namespace Autogestion.Web;

/// <summary>Where a node keeps its books: a data folder with one SQLite file, or a PostgreSQL database with a folder for keys.</summary>
/// <param name="Data">Folder for the SQLite file and the keys; with PostgreSQL, for the keys alone.</param>
/// <param name="PostgresConnection">Null for SQLite.</param>
public sealed record NodeOptions(string Data, string? PostgresConnection = null)
{
    /// <summary>Name of the SQLite file in the data folder.</summary>
    public const string FileName = "autogestion.db";

    public string File => Path.Combine(Data, FileName);

    /// <summary>Where a certificate of one's own is kept.</summary>
    public string CertificateFolder => Path.Combine(Data, "certificate");

    // A backup has one form, the SQLite file, whatever the books are kept in.
    private static PostgresBookStoreOptions Postgres => new() { Portable = async (path, cancellation) => await SqliteBookStore.OpenAsync(path, cancellation: cancellation) };

    /// <summary>Opens the store of books alone.</summary>
    public async Task<IBookStore> OpenStoreAsync()
    {
        Directory.CreateDirectory(Data);
        return PostgresConnection is { } connection ? await PostgresBookStore.OpenAsync(connection, Postgres) : await SqliteBookStore.OpenAsync(File);
    }

    /// <summary>Whether no book is there yet; does not make what is not there.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken cancellation = default)
    {
        if (PostgresConnection is null) return !System.IO.File.Exists(File);
        await using var store = await OpenStoreAsync();
        return (await store.HeadsAsync(cancellation)).Count == 0;
    }

    /// <summary>Opens the registry alone.</summary>
    public Task<RegistryDatabase> OpenRegistryAsync(TimeProvider clock) => PostgresConnection is { } connection
        ? RegistryDatabase.OpenPostgresAsync(connection, Path.Combine(Data, RegistryDatabase.KeyFileName), clock)
        : RegistryDatabase.OpenSqliteAsync(File, time: clock);

    /// <summary>Opens the whole node.</summary>
    /// <param name="resting">Nothing runs by itself: for a command that only looks.</param>
    public async Task<Node> OpenNodeAsync(TimeProvider? clock = null, bool resting = false)
    {
        clock ??= TimeProvider.System;
        var store = await OpenStoreAsync();
        var registry = await OpenRegistryAsync(clock);
        return await Node.OpenAsync(store, registry, new(Path.Combine(Data, "keys")), clock, resting);
    }
}
