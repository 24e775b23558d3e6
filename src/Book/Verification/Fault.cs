namespace Autogestion.Book;

/// <summary>What is wrong with a book or its copy.</summary>
public enum FaultCode
{
    /// <summary>The bytes at a position are not an envelope.</summary>
    Malformed = 1,
    /// <summary>The entry says that it belongs to another book.</summary>
    WrongBook,
    /// <summary>The entry says that it stands at another position.</summary>
    WrongPosition,
    /// <summary>The entry is not the part of its act that must stand here, or an act is not whole.</summary>
    WrongPart,
    /// <summary>The act was entered before.</summary>
    RepeatedAct,
    /// <summary>Entered earlier than the entry before.</summary>
    TimeWentBack,
    /// <summary>The bytes do not have the hash that stands beside them.</summary>
    WrongHash,
    /// <summary>What stands beside the bytes (act, part) is not what they say.</summary>
    WrongIndex,
    /// <summary>The entry cannot be read, or is missing.</summary>
    Unreadable,
    /// <summary>The stored hash of a full group is not that of its entries; the entries are whole.</summary>
    WrongGroup,
    /// <summary>The stored root or size is not that of the entries.</summary>
    WrongHead,
    /// <summary>A kept checkpoint cannot be read, or is of another book.</summary>
    WrongNote,
    /// <summary>No known key signed the checkpoint.</summary>
    WrongSignature,
    /// <summary>The entries do not have the root that a checkpoint seals.</summary>
    WrongRoot,
    /// <summary>The book is shorter than a checkpoint or an older copy.</summary>
    Shorter,
    /// <summary>The entry is another than in the older copy.</summary>
    DiffersFromOlder,
    /// <summary>A file's first line is not what the rest says.</summary>
    WrongHeader,
    /// <summary>A file's line is not one that may stand here.</summary>
    WrongLine,
    /// <summary>A file's seal line is not that of the entries above it; the entries are whole.</summary>
    WrongSeal,
    /// <summary>An attached text does not have the hash that stands beside it.</summary>
    WrongText,
    /// <summary>The file ends too early.</summary>
    Truncated,
}

/// <summary>The first thing found wrong.</summary>
/// <param name="Position">The first position that is, or may be, wrong.</param>
/// <param name="UpTo">The last position that may be: the same, where the fault is known exactly; a checkpoint only says that something up to its size is wrong.</param>
public sealed record Fault(FaultCode Code, long Position, long UpTo)
{
    public Fault(FaultCode code, long position) : this(code, position, position)
    {
    }

    /// <summary>The line of the file, from 1, if a file was read.</summary>
    public long? Line { get; init; }

    /// <summary>The number that should stand there, where it is a number.</summary>
    public long? Expected { get; init; }

    /// <summary>The number that stands there instead.</summary>
    public long? Found { get; init; }
}

/// <summary>The answer to "is this book whole?".</summary>
/// <param name="Size">How many entries were found whole.</param>
/// <param name="Root">The root over them.</param>
/// <param name="Withheld">How many of them are bare hashes (public exports).</param>
/// <param name="Fault">The first thing found wrong; nothing, if all is well.</param>
public sealed record Verification(BookId Book, long Size, Hash Root, long Withheld, Fault? Fault)
{
    public bool IsWhole => Fault is null;
}

/// <summary>What a book is held against.</summary>
public sealed record VerificationOptions
{
    public static VerificationOptions None { get; } = new();

    /// <summary>The keys that may sign this book. If none are given, kept checkpoints are held against the entries but not against keys.</summary>
    public IReadOnlyList<NoteVerifier> Keys { get; init; } = [];

    /// <summary>Older checkpoints that somebody kept; their signatures are the caller's to judge.</summary>
    public IReadOnlyList<Checkpoint> Since { get; init; } = [];

    /// <summary>The leaf hashes of an older copy, from the first.</summary>
    public IAsyncEnumerable<Hash>? Older { get; init; }

    /// <summary>Told the position every some thousand entries.</summary>
    public IProgress<long>? Progress { get; init; }
}
