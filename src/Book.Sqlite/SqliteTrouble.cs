using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace Autogestion.Book.Sqlite;

/// <summary>Says SQLite's result codes in our words (sqlite.org/rescode.html).</summary>
internal static class SqliteTrouble
{
    /// <summary>Runs something that touches the file, and says what is wrong in our words.</summary>
    /// <exception cref="BookStoreUnavailableException">Any operating trouble, or a stored value that cannot be.</exception>
    public static T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (Of(e) is { } trouble)
        {
            throw trouble;
        }
    }

    /// <summary>The trouble that an exception stands for, if it is one.</summary>
    public static BookStoreUnavailableException? Of(Exception e) => e switch
    {
        SqliteException known => new BookStoreUnavailableException(Kind(known), e.Message, e),
        InvalidCastException or FormatException => new BookStoreUnavailableException(StoreTrouble.Damaged, e.Message, e),
        _ => null,
    };

    public static bool IsUniqueViolation(SqliteException e) =>
        e.SqliteExtendedErrorCode is SQLITE_CONSTRAINT_UNIQUE or SQLITE_CONSTRAINT_PRIMARYKEY;

    private static StoreTrouble Kind(SqliteException e) => (e.SqliteErrorCode, e.SqliteExtendedErrorCode) switch
    {
        (SQLITE_FULL, _) or (_, SQLITE_IOERR_SHMSIZE) => StoreTrouble.DiskFull,
        (SQLITE_READONLY, _) or (SQLITE_PERM, _) => StoreTrouble.ReadOnly,
        (SQLITE_BUSY or SQLITE_LOCKED or SQLITE_PROTOCOL, _) => StoreTrouble.Busy,
        (SQLITE_CORRUPT or SQLITE_NOTADB or SQLITE_CONSTRAINT or SQLITE_MISMATCH, _) or (_, SQLITE_IOERR_SHORT_READ) => StoreTrouble.Damaged,
        _ => StoreTrouble.Unreachable,
    };
}
