using System.Net.Sockets;
using Npgsql;

namespace Autogestion.Book.Postgres;

/// <summary>Says PostgreSQL's error codes in our words (postgresql.org, appendix A).</summary>
internal static class PostgresTrouble
{
    /// <summary>Runs something that talks to the server, and says what is wrong in our words.</summary>
    /// <exception cref="BookStoreUnavailableException">Any operating trouble, or a stored value that cannot be.</exception>
    public static async Task<T> GuardAsync<T>(Func<Task<T>> action)
    {
        try
        {
            return await action();
        }
        catch (Exception e) when (Of(e) is { } trouble)
        {
            throw trouble;
        }
    }

    /// <summary>The trouble that an exception stands for, if it is one.</summary>
    public static BookStoreUnavailableException? Of(Exception e) => e switch
    {
        PostgresException known => new BookStoreUnavailableException(Kind(known.SqlState), known.MessageText, e),
        NpgsqlException or SocketException or TimeoutException or IOException => new BookStoreUnavailableException(StoreTrouble.Unreachable, e.Message, e),
        InvalidCastException or FormatException => new BookStoreUnavailableException(StoreTrouble.Damaged, e.Message, e),
        _ => null,
    };

    /// <summary>Another transaction stood in the way; nothing is wrong with ours.</summary>
    public static bool IsWorthAnotherTry(Exception e) =>
        e is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };

    private static StoreTrouble Kind(string code) => code switch
    {
        PostgresErrorCodes.DiskFull => StoreTrouble.DiskFull,
        PostgresErrorCodes.ReadOnlySqlTransaction => StoreTrouble.ReadOnly,
        PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.LockNotAvailable
            or PostgresErrorCodes.QueryCanceled => StoreTrouble.Busy,
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => StoreTrouble.Damaged,
        _ when code.StartsWith("23", StringComparison.Ordinal) => StoreTrouble.Damaged,
        _ => StoreTrouble.Unreachable,
    };
}
