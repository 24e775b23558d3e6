namespace Autogestion.Book;

/// <summary>An entry ready to be kept: the exact bytes and their leaf hash.</summary>
/// <param name="Position">Place in the book, from 1.</param>
/// <param name="Part">Which of the act's entries, from 1.</param>
/// <param name="Bytes">The sealed bytes: one JSON object on one line (<see cref="EnvelopeCodec"/>).</param>
/// <param name="Hash">RFC 6962 leaf hash of <paramref name="Bytes"/>.</param>
public sealed record SealedEntry(BookId Book, long Position, Guid Act, int Part, ReadOnlyMemory<byte> Bytes, Hash Hash)
{
    /// <summary>What was read back from the bytes when they were sealed here, so that it need not be read again.</summary>
    internal ReadEnvelope? ReadBack { get; init; }

    /// <summary>The envelope inside.</summary>
    /// <exception cref="FormatException">The bytes are damaged.</exception>
    public Envelope Open() => ReadBack?.Of(Bytes) ?? EnvelopeCodec.Read(Bytes);

    /// <summary>As <see cref="Open"/>, but answers with what is wrong.</summary>
    internal EnvelopeFault TryOpen(out Envelope? envelope) =>
        (envelope = ReadBack?.Of(Bytes)) is null ? EnvelopeCodec.TryRead(Bytes, out envelope) : EnvelopeFault.None;

    /// <summary>An envelope with the memory that it was read from; it stands for no other.</summary>
    internal sealed class ReadEnvelope(ReadOnlyMemory<byte> bytes, Envelope envelope)
    {
        public Envelope? Of(ReadOnlyMemory<byte> asked) => asked.Equals(bytes) ? envelope : null;
    }
}
