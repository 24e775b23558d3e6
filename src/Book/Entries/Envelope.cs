namespace Autogestion.Book;

/// <summary>
/// One entry of a book, as read from its sealed bytes. Raw members hold one JSON value each as UTF-8, exactly as sealed;
/// an empty raw member that may be absent is absent.
/// </summary>
public sealed record Envelope
{
    /// <summary>The book that the entry belongs to.</summary>
    public required BookId Book { get; init; }

    /// <summary>Place in the book: the first is 1, and there are no gaps.</summary>
    public required long Position { get; init; }

    /// <summary>The act that brought the entry about, unique in its book.</summary>
    public required Guid Act { get; init; }

    /// <summary>Which of the act's entries this is: 1 to <see cref="Parts"/>, at consecutive positions.</summary>
    public required int Part { get; init; }

    /// <summary>How many entries the act has.</summary>
    public required int Parts { get; init; }

    public required Salt Salt { get; init; }

    /// <summary>Legal time, in UTC: never earlier than that of the entry before.</summary>
    public required DateTimeOffset Entered { get; init; }

    /// <summary>When it happened, in UTC, if that is said to differ. Evidence only.</summary>
    public DateTimeOffset? Happened { get; init; }

    /// <summary>Whoever acted, if a person did.</summary>
    public string? Author { get; init; }

    /// <summary>The source of authority that the act cites (raw).</summary>
    public required ReadOnlyMemory<byte> Authority { get; init; }

    /// <summary>Who may read the entry.</summary>
    public required string Audience { get; init; }

    /// <summary>The stored name of this kind of entry.</summary>
    public required string Kind { get; init; }

    /// <summary>The version of the kind's shape: 1 and up.</summary>
    public required int Version { get; init; }

    /// <summary>What the entry says (raw).</summary>
    public required ReadOnlyMemory<byte> Data { get; init; }

    /// <summary>The act as it was asked (raw), in one entry of the act only: with it, anybody who may see that entry can decide it again.</summary>
    public ReadOnlyMemory<byte> Asked { get; init; }

    /// <summary>The author's passkey assertion over the act (raw, may be absent).</summary>
    public ReadOnlyMemory<byte> Assertion { get; init; }

    /// <summary>Countersignatures of other collectives (raw, may be absent).</summary>
    public ReadOnlyMemory<byte> Countersignatures { get; init; }

    /// <summary>The letter from another book that the act rests on, with its proof (raw, may be absent).</summary>
    public ReadOnlyMemory<byte> Letter { get; init; }
}
