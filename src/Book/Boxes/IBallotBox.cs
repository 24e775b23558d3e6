namespace Autogestion.Book;

/// <summary>One box of one book: that of a vote, under a name that the caller makes.</summary>
public readonly record struct BoxId(BookId Book, string Vote);

/// <summary>
/// The boxes of secret votes while they last, beside the books and apart from them: no transaction touches both, and no backup
/// of books takes a box along. A box is one block of sorted slips, written whole each time: neither rows nor pages nor versions
/// of rows say in which order slips came in. Every method may throw <see cref="BookStoreUnavailableException"/>.
/// </summary>
public interface IBallotBox
{
    /// <summary>Makes a box with the key that signs its envelopes; a box that is there already stays as it is.</summary>
    Task OpenAsync(BoxId box, ReadOnlyMemory<byte> key, CancellationToken cancellation = default);

    /// <summary>The key of a box; empty once destroyed, null if there is no such box.</summary>
    Task<byte[]?> KeyAsync(BoxId box, CancellationToken cancellation = default);

    /// <summary>Destroys the key of a box.</summary>
    Task DestroyKeyAsync(BoxId box, CancellationToken cancellation = default);

    /// <summary>Puts slips into a box, all in one durable transaction; what became of each, in their order.</summary>
    Task<IReadOnlyList<CastResult>> CastAsync(BoxId box, IReadOnlyList<Slip> slips, CancellationToken cancellation = default);

    /// <summary>Keeps what the tellers counted on paper, under the act that hands it in; the same act again changes nothing.</summary>
    Task PutPapersAsync(BoxId box, Guid act, ReadOnlyMemory<byte> figures, CancellationToken cancellation = default);

    /// <summary>Seals a box and reads it: whatever is cast afterwards is refused. Null if there is no such box.</summary>
    Task<BoxContents?> SealAsync(BoxId box, CancellationToken cancellation = default);

    /// <summary>Removes a box and all it held.</summary>
    Task RemoveAsync(BoxId box, CancellationToken cancellation = default);
}

/// <summary>What became of a slip.</summary>
public enum CastResult
{
    /// <summary>In the box; also when the same slip comes again.</summary>
    InTheBox,

    /// <summary>Another ballot came in that envelope before.</summary>
    EnvelopeUsed,

    /// <summary>The box is sealed, or there is none.</summary>
    NoBox,
}

/// <summary>What a sealed box held: slips in the order of their envelopes' digests, and the papers by act.</summary>
public sealed record BoxContents(IReadOnlyList<Slip> Slips, IReadOnlyDictionary<Guid, byte[]> Papers);
