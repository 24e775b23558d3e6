using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Autogestion.Book.Sqlite;

/// <summary>How a file is opened, also where its folder takes no writing.</summary>
internal static class SqliteFile
{
    public static string ConnectionString(string file, SqliteBookStoreOptions options) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = options.ReadOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
        DefaultTimeout = (int)Math.Ceiling(options.Patience.TotalSeconds),
    }.ToString();

    /// <summary>For a file that nobody can change: SQLite then needs no files beside it.</summary>
    public static string UnchangingConnectionString(string file) => new SqliteConnectionStringBuilder
    {
        DataSource = new Uri(Path.GetFullPath(file)).AbsoluteUri + "?immutable=1",
        Mode = SqliteOpenMode.ReadOnly,
    }.ToString();

    /// <summary>Entries that are not yet in the file itself, but in the log beside it.</summary>
    public static bool HasLog(string file) => new FileInfo(file + "-wal") is { Exists: true, Length: > 0 };

    /// <summary>The file is there, but what SQLite keeps beside it cannot be made.</summary>
    public static bool IsClosedToWriting(SqliteException e, string file) =>
        e.SqliteErrorCode is raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY && File.Exists(file) && !TakesWriting(Path.GetDirectoryName(Path.GetFullPath(file))!);

    private static bool TakesWriting(string folder)
    {
        try
        {
            var probe = Path.Combine(folder, Path.GetRandomFileName());
            File.Create(probe, 1, FileOptions.DeleteOnClose).Dispose();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
