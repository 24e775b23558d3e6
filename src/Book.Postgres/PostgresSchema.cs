using Npgsql;

namespace Autogestion.Book.Postgres;

/// <summary>The tables, every one keyed by book, and how older databases become newer ones. See the SQLite store for what the columns hold.</summary>
internal static class PostgresSchema
{
    /// <summary>Any number that no other program locks: one process migrates, the others wait.</summary>
    private const long MigrationLock = 0x6C6962726F;

    /// <summary>Migration n leads from version n to n + 1. Never change one that was released: add another.</summary>
    private static readonly string[] Migrations =
    [
        """
        CREATE TABLE book_head (
          book text COLLATE "C" NOT NULL PRIMARY KEY,
          size bigint NOT NULL CHECK (size >= 0),
          frontier bytea NOT NULL
        ) WITH (fillfactor = 50);
        CREATE TABLE book_entry (
          book text COLLATE "C" NOT NULL,
          position bigint NOT NULL CHECK (position >= 1),
          act uuid NOT NULL,
          part integer NOT NULL CHECK (part >= 1),
          hash bytea NOT NULL CHECK (octet_length(hash) = 32),
          bytes bytea NOT NULL,
          PRIMARY KEY (book, position),
          UNIQUE (book, act, part)
        );
        CREATE TABLE book_tile (
          book text COLLATE "C" NOT NULL,
          level integer NOT NULL,
          number bigint NOT NULL,
          hash bytea NOT NULL CHECK (octet_length(hash) = 32),
          PRIMARY KEY (book, level, number)
        );
        CREATE TABLE book_checkpoint (
          book text COLLATE "C" NOT NULL,
          size bigint NOT NULL,
          note text COLLATE "C" NOT NULL,
          PRIMARY KEY (book, size, note)
        );
        CREATE FUNCTION book_entries_are_never_changed() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION 'entries are never changed or removed';
        END $$;
        CREATE TRIGGER book_entry_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON book_entry
          FOR EACH STATEMENT EXECUTE FUNCTION book_entries_are_never_changed();
        """,
        """
        CREATE TABLE ballot_box (
          book text COLLATE "C" NOT NULL, vote text COLLATE "C" NOT NULL, key bytea NOT NULL, sealed boolean NOT NULL DEFAULT false, slips bytea NOT NULL,
          PRIMARY KEY (book, vote)
        );
        CREATE TABLE ballot_papers (
          book text COLLATE "C" NOT NULL, vote text COLLATE "C" NOT NULL, act uuid NOT NULL, figures bytea NOT NULL,
          PRIMARY KEY (book, vote, act)
        );
        """,
    ];

    /// <summary>Brings the database to the latest version.</summary>
    /// <exception cref="BookStoreUnavailableException">Written by a later program.</exception>
    public static async Task MigrateAsync(NpgsqlDataSource source, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        if (await VersionAsync(connection, cancellation) == Migrations.Length) return;
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await ExecuteAsync(connection, $"SELECT pg_advisory_xact_lock({MigrationLock})", cancellation);
        await ExecuteAsync(connection, "CREATE TABLE IF NOT EXISTS book_schema (version integer NOT NULL)", cancellation);
        var version = await VersionAsync(connection, cancellation);
        if (version == Migrations.Length) return;
        for (; version < Migrations.Length; version++) await ExecuteAsync(connection, Migrations[version], cancellation);
        await ExecuteAsync(connection, $"DELETE FROM book_schema; INSERT INTO book_schema (version) VALUES ({version})", cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static async Task<int> VersionAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var exists = new NpgsqlCommand("SELECT to_regclass('book_schema') IS NOT NULL", connection);
        if (!(bool)(await exists.ExecuteScalarAsync(cancellation))!) return 0;
        await using var read = new NpgsqlCommand("SELECT coalesce(max(version), 0) FROM book_schema", connection);
        var version = (int)(await read.ExecuteScalarAsync(cancellation))!;
        return version <= Migrations.Length
            ? version
            : throw new BookStoreUnavailableException(StoreTrouble.TooNew, $"the database has schema {version}, this program knows {Migrations.Length}");
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
