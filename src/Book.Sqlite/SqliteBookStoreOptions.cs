namespace Autogestion.Book.Sqlite;

/// <summary>When an append counts as kept.</summary>
public enum Durability
{
    /// <summary>After the disk has it: survives the loss of power.</summary>
    Full,
    /// <summary>After the operating system has it: for tests that must see entries lost, and for copies that are flushed as a whole.</summary>
    Off,
}

/// <summary>How to open a file of books.</summary>
public sealed record SqliteBookStoreOptions
{
    public Durability Durability { get; init; } = Durability.Full;

    /// <summary>Open without ever writing: an existing file, perhaps in a folder that takes no writing.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Entries after which one transaction takes no further append.</summary>
    public int GroupSize { get; init; } = 512;

    /// <summary>How often to look whether another process wrote, while somebody follows.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long to wait for other processes that write.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);
}
