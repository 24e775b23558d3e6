namespace Autogestion.Book;

/// <summary>What is wrong with the place where books are kept.</summary>
public enum StoreTrouble
{
    /// <summary>No room left.</summary>
    DiskFull,
    /// <summary>The file, the folder or the server takes no writing.</summary>
    ReadOnly,
    /// <summary>Others hold it for too long.</summary>
    Busy,
    /// <summary>Not there, not allowed, connection lost, or the device failed.</summary>
    Unreachable,
    /// <summary>What is stored is not whole.</summary>
    Damaged,
    /// <summary>Written by a later version of this program.</summary>
    TooNew,
}

/// <summary>Operating trouble: nothing was half done; the caller may try again when the cause is gone.</summary>
public sealed class BookStoreUnavailableException(StoreTrouble trouble, string detail, Exception? cause = null)
    : Exception($"{trouble}: {detail}", cause)
{
    public StoreTrouble Trouble { get; } = trouble;
}
