using Microsoft.Data.Sqlite;
using Npgsql;

namespace Autogestion.Registry;

/// <summary>What is wrong with the place where people and words are kept; the same words as for books.</summary>
public enum RegistryTrouble
{
    /// <summary>No room left.</summary>
    DiskFull,

    /// <summary>It takes no writing.</summary>
    ReadOnly,

    /// <summary>Others hold it for too long.</summary>
    Busy,

    /// <summary>Not there, not allowed, connection lost, or the device failed.</summary>
    Unreachable,

    /// <summary>What is stored is not whole.</summary>
    Damaged,
}

/// <summary>Tells operating trouble, which passes and may be tried again, from faults of the program.</summary>
public static class RegistryTroubles
{
    /// <summary>The trouble that an exception stands for; null when it is something else.</summary>
    public static RegistryTrouble? Of(Exception e) => e switch
    {
        SqliteException { SqliteErrorCode: 13 } or PostgresException { SqlState: PostgresErrorCodes.DiskFull } => RegistryTrouble.DiskFull,
        SqliteException { SqliteErrorCode: 3 or 8 } or PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => RegistryTrouble.ReadOnly,
        SqliteException { SqliteErrorCode: 5 or 6 or 15 } or PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled } => RegistryTrouble.Busy,
        SqliteException { SqliteErrorCode: 11 or 26 } or PostgresException { SqlState: PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted } => RegistryTrouble.Damaged,
        SqliteException { SqliteErrorCode: 10 or 14 } => RegistryTrouble.Unreachable,
        PostgresException known => known.SqlState[..2] is "08" or "53" or "57" or "58" ? RegistryTrouble.Unreachable : null,
        NpgsqlException => RegistryTrouble.Unreachable,
        _ => null,
    };
}
