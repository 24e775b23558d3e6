namespace Autogestion.Book;

/// <summary>An entry ready to be kept: the exact bytes and their leaf hash.</summary>
/// <param name="Position">Place in the book, from 1.</param>
/// <param name="Part">Which of the act's entries, from 1.</param>
/// <param name="Bytes">The sealed bytes: one JSON object on one line (<see cref="EnvelopeCodec"/>).</param>
/// <param name="Hash">RFC 6962 leaf hash of <paramref name="Bytes"/>.</param>
public sealed record SealedEntry(BookId Book, long Position, Guid Act, int Part, ReadOnlyMemory<byte> Bytes, Hash Hash)
{
    /// <summary>The envelope inside.</summary>
    /// <exception cref="FormatException">The bytes are damaged.</exception>
    public Envelope Open() => EnvelopeCodec.Read(Bytes);
}
