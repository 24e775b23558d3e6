using Microsoft.Data.Sqlite;

namespace Autogestion.Book.Sqlite;

/// <summary>
/// The tables, and how older files become newer ones. <c>book_head.frontier</c> is the right edge of the tree (see <see cref="Frontier"/>);
/// <c>book_tile</c> has a row for each full group of 256 hashes at each level.
/// </summary>
internal static class SqliteSchema
{
    /// <summary>Migration n leads from version n to n + 1. Never change one that was released: add another.</summary>
    private static readonly string[] Migrations =
    [
        """
        CREATE TABLE book_head (
          book TEXT NOT NULL PRIMARY KEY,
          size INTEGER NOT NULL CHECK (size >= 0),
          frontier BLOB NOT NULL
        );
        CREATE TABLE book_entry (
          book TEXT NOT NULL,
          position INTEGER NOT NULL CHECK (position >= 1),
          act BLOB NOT NULL CHECK (length(act) = 16),
          part INTEGER NOT NULL CHECK (part >= 1),
          hash BLOB NOT NULL CHECK (length(hash) = 32),
          bytes BLOB NOT NULL,
          UNIQUE (book, position),
          UNIQUE (book, act, part)
        );
        CREATE TRIGGER book_entry_stays BEFORE UPDATE ON book_entry BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;
        CREATE TRIGGER book_entry_is_kept BEFORE DELETE ON book_entry BEGIN SELECT RAISE(ABORT, 'entries are never removed'); END;
        CREATE TABLE book_tile (
          book TEXT NOT NULL,
          level INTEGER NOT NULL,
          number INTEGER NOT NULL,
          hash BLOB NOT NULL CHECK (length(hash) = 32),
          PRIMARY KEY (book, level, number)
        ) WITHOUT ROWID;
        CREATE TABLE book_checkpoint (
          book TEXT NOT NULL,
          size INTEGER NOT NULL,
          note TEXT NOT NULL,
          PRIMARY KEY (book, size, note)
        ) WITHOUT ROWID;
        """,
    ];

    public static int Latest => Migrations.Length;

    /// <summary>Brings the file to the latest version.</summary>
    public static void Migrate(SqliteConnection connection)
    {
        if (Version(connection) == Latest) return;
        using var transaction = connection.BeginTransaction(deferred: false);
        Execute(connection, "CREATE TABLE IF NOT EXISTS book_schema (version INTEGER NOT NULL)");
        var version = Version(connection);
        for (; version < Latest; version++) Execute(connection, Migrations[version]);
        Execute(connection, "DELETE FROM book_schema");
        Execute(connection, $"INSERT INTO book_schema (version) VALUES ({version})");
        transaction.Commit();
    }

    /// <summary>The version of the file; 0 if there are no tables yet.</summary>
    /// <exception cref="BookStoreUnavailableException">Written by a later program.</exception>
    public static int Version(SqliteConnection connection)
    {
        using var exists = connection.CreateCommand();
        exists.CommandText = "SELECT count(*) FROM sqlite_schema WHERE name = 'book_schema'";
        if ((long)exists.ExecuteScalar()! == 0) return 0;
        using var read = connection.CreateCommand();
        read.CommandText = "SELECT coalesce(max(version), 0) FROM book_schema";
        var version = (int)(long)read.ExecuteScalar()!;
        return version <= Latest
            ? version
            : throw new BookStoreUnavailableException(StoreTrouble.TooNew, $"the file has schema {version}, this program knows {Latest}");
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
