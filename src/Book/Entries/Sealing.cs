namespace Autogestion.Book;

/// <summary>What all entries of one act have in common.</summary>
public sealed record ActStamp
{
    public required Guid Act { get; init; }

    /// <summary>Legal time in UTC; the caller sees to it that it never goes back.</summary>
    public required DateTimeOffset Entered { get; init; }

    public DateTimeOffset? Happened { get; init; }

    public string? Author { get; init; }

    /// <summary>One JSON value.</summary>
    public required ReadOnlyMemory<byte> Authority { get; init; }

    /// <summary>The act as it was asked: one JSON value or nothing; sealed in one entry of the act only.</summary>
    public ReadOnlyMemory<byte> Asked { get; init; }

    /// <summary>Which of the act's entries, from 0, holds what was asked: one that nobody sees who may not see all that was asked.</summary>
    public int AskedIn { get; init; }

    // The three that follow are sealed in the first entry.

    public ReadOnlyMemory<byte> Assertion { get; init; }

    public ReadOnlyMemory<byte> Countersignatures { get; init; }

    public ReadOnlyMemory<byte> Letter { get; init; }
}

/// <summary>What one entry says, before it has a place.</summary>
public sealed record EntryDraft(string Kind, int Version, string Audience, ReadOnlyMemory<byte> Data);

/// <summary>Turns drafts into sealed entries at the end of a book.</summary>
public static class Sealing
{
    /// <summary>Seals the entries of one act behind position <paramref name="head"/>, each with a salt of its own.</summary>
    /// <param name="salts">Where salts come from; random unless a test says otherwise.</param>
    /// <exception cref="FormatException">Something in the act cannot be sealed.</exception>
    public static IReadOnlyList<SealedEntry> Seal(BookId book, long head, ActStamp act, IReadOnlyList<EntryDraft> drafts, Func<Salt>? salts = null)
    {
        var sealedEntries = new SealedEntry[drafts.Count];
        for (var i = 0; i < drafts.Count; i++)
            sealedEntries[i] = Seal(Envelop(book, head, act, drafts, i, (salts ?? Salt.Random)()));
        return sealedEntries;
    }

    /// <summary>Seals one envelope.</summary>
    public static SealedEntry Seal(Envelope envelope)
    {
        var bytes = EnvelopeCodec.Write(envelope, out var readBack);
        return new SealedEntry(envelope.Book, envelope.Position, envelope.Act, envelope.Part, bytes, Merkle.Leaf(bytes)) { ReadBack = new(bytes, readBack) };
    }

    private static Envelope Envelop(BookId book, long head, ActStamp act, IReadOnlyList<EntryDraft> drafts, int index, Salt salt) => new()
    {
        Book = book,
        Position = head + 1 + index,
        Act = act.Act,
        Part = index + 1,
        Parts = drafts.Count,
        Salt = salt,
        Entered = act.Entered,
        Happened = act.Happened,
        Author = act.Author,
        Authority = act.Authority,
        Audience = drafts[index].Audience,
        Kind = drafts[index].Kind,
        Version = drafts[index].Version,
        Data = drafts[index].Data,
        Asked = index == act.AskedIn ? act.Asked : default,
        Assertion = index == 0 ? act.Assertion : default,
        Countersignatures = index == 0 ? act.Countersignatures : default,
        Letter = index == 0 ? act.Letter : default,
    };
}
