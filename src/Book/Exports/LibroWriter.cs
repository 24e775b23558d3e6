using System.Text.Json;

namespace Autogestion.Book;

/// <summary>What to put into an export file.</summary>
public sealed record LibroContent
{
    /// <summary>A checkpoint of the book, signed; the file holds the book up to its size.</summary>
    public required SignedNote Checkpoint { get; init; }

    /// <summary>The keys that the book authorises, at least the one that signed.</summary>
    public required IReadOnlyList<NoteVerifier> Keys { get; init; }

    /// <summary>Which entries a public file shows; of all others it holds the hash. Without this the file is full.</summary>
    public Func<Envelope, bool>? Shows { get; init; }

    /// <summary>Texts that belong to the book but are not sealed in it: one JSON object each.</summary>
    public IAsyncEnumerable<ReadOnlyMemory<byte>>? Texts { get; init; }
}

/// <summary>Writes a book into one file that verifies on its own.</summary>
public sealed class LibroWriter
{
    private readonly Stream target;
    private readonly Frontier frontier = new();
    private readonly List<LineCheck> unsealed = [];

    private LibroWriter(Stream target) => this.target = target;

    /// <exception cref="FormatException">The note is not a checkpoint of this book, or a text is not a JSON object.</exception>
    /// <exception cref="BookStoreUnavailableException">The book does not have the root of the checkpoint, or cannot be read. What was written so far is not a whole file.</exception>
    public static async Task WriteAsync(IBookStore store, BookId book, LibroContent content, Stream target, CancellationToken cancellation = default)
    {
        var checkpoint = Checkpoint.Parse(content.Checkpoint.Text);
        if (checkpoint.Book != book) throw new FormatException("The checkpoint is of another book.");
        await using var buffered = new BufferedStream(target, 1 << 16);
        var writer = new LibroWriter(buffered);
        await writer.WriteHeadAsync(checkpoint, content, cancellation);
        await foreach (var entry in store.ReadAsync(book, 0, checkpoint.Size, cancellation)) await writer.WriteEntryAsync(entry, content.Shows, cancellation);
        await writer.WriteSealAsync(cancellation);
        if (writer.frontier.Root() != checkpoint.Root)
            throw new BookStoreUnavailableException(StoreTrouble.Damaged, $"the entries up to {checkpoint.Size} do not have the root of the checkpoint");
        var texts = await writer.WriteTextsAsync(content.Texts, cancellation);
        await writer.LineAsync(LibroLines.Write(new LibroLines.End(checkpoint.Size, texts)), cancellation);
        await buffered.FlushAsync(cancellation);
    }

    private async Task WriteHeadAsync(Checkpoint checkpoint, LibroContent content, CancellationToken cancellation)
    {
        var audience = content.Shows is null ? LibroLines.Full : LibroLines.Public;
        var header = new LibroLines.Header(LibroLines.Format, checkpoint.Book!.Value.Value, audience, checkpoint.Size, checkpoint.Root.ToString());
        await LineAsync(LibroLines.Write(header), cancellation);
        await LineAsync(LibroLines.Write(new LibroLines.CheckpointLine(content.Checkpoint.ToString())), cancellation);
        foreach (var key in content.Keys) await LineAsync(LibroLines.Write(new LibroLines.KeyLine(key.ToString())), cancellation);
    }

    private async Task WriteEntryAsync(SealedEntry entry, Func<Envelope, bool>? shows, CancellationToken cancellation)
    {
        var shown = shows is null || shows(entry.Open());
        var line = shown ? entry.Bytes : LibroLines.Write(new LibroLines.Leaf(entry.Hash.ToString()));
        await LineAsync(line, cancellation);
        frontier.Add(entry.Hash);
        unsealed.Add(shown ? LineCheck.OfEntry(entry.Hash) : LineCheck.Of(line.Span));
        if (unsealed.Count == LibroLines.SealEvery) await WriteSealAsync(cancellation);
    }

    private async Task WriteSealAsync(CancellationToken cancellation)
    {
        if (unsealed.Count == 0) return;
        await LineAsync(LibroLines.Write(new LibroLines.Seal(frontier.Size, frontier.Root().ToString(), LineCheck.Join(unsealed))), cancellation);
        unsealed.Clear();
    }

    private async Task<long> WriteTextsAsync(IAsyncEnumerable<ReadOnlyMemory<byte>>? texts, CancellationToken cancellation)
    {
        var count = 0L;
        if (texts is null) return count;
        await foreach (var text in texts.WithCancellation(cancellation))
        {
            var element = Parse(text);
            await LineAsync(LibroLines.Write(new LibroLines.Text(element, LineCheck.OfText(element))), cancellation);
            count++;
        }
        return count;
    }

    private static JsonElement Parse(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : throw new FormatException("An attached text is a JSON object.");
        }
        catch (JsonException e)
        {
            throw new FormatException("An attached text is a JSON object.", e);
        }
    }

    private async Task LineAsync(ReadOnlyMemory<byte> line, CancellationToken cancellation)
    {
        await target.WriteAsync(line, cancellation);
        target.WriteByte((byte)'\n');
    }
}
