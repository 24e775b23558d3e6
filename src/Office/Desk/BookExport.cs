using System.Text.Json;
using Autogestion.Book;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Codec;
using Autogestion.Registry;

namespace Autogestion.Office.Desk;

/// <summary>One file that holds a whole book and verifies on its own, with the words beside it.</summary>
public static class BookExport
{
    /// <summary>A text as it stands in an export file.</summary>
    /// <param name="Salt">Base64; null once erased.</param>
    public sealed record ExportedText(Guid Id, Retention Retention, string Language, string? Salt, string? Words);

    /// <summary>Writes a book as it stands now. A public file shows public entries and the words they refer to; of all others it holds the hash.</summary>
    public static async Task WriteAsync(this Node node, CollectiveId collective, Audience audience, Stream target, CancellationToken cancellation = default)
    {
        var isPublic = audience == Audience.Public;
        var note = await node.CheckpointAsync(collective, cancellation);
        var shown = isPublic ? await ShownAsync(node.Store, new(collective.Value), Checkpoint.Parse(note.Text).Size, cancellation) : null;
        await LibroWriter.WriteAsync(node.Store, new(collective.Value), new()
        {
            Checkpoint = note,
            Keys = [.. node.Find(collective)!.Current.State.Deed.Keys.Select(NoteVerifier.Parse)],
            Shows = shown is null ? null : envelope => shown.Entries.Contains(envelope.Position),
            Texts = TextsAsync(node.Registry.Texts, collective, shown?.Texts, cancellation),
        }, target, cancellation);
    }

    /// <summary>Brings the words of a verified export file into the registry.</summary>
    public static async Task ReadTextsAsync(this Texts texts, CollectiveId collective, Stream file, CancellationToken cancellation = default)
    {
        var found = new List<PlainText>();
        await foreach (var json in LibroImport.TextsAsync(file, cancellation))
            if (JsonSerializer.Deserialize<ExportedText>(json.Span, JsonForm.Options) is { } text)
                found.Add(new(text.Id, text.Retention, text.Language, text.Salt is { } salt ? Convert.FromBase64String(salt) : null, text.Words));
        await texts.ImportAsync(collective, found, cancellation);
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> TextsAsync(
        Texts texts, CollectiveId collective, HashSet<Guid>? shown, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var text in texts.ExportAsync(collective, cancellation))
            if (shown is null || shown.Contains(text.Id))
                yield return JsonSerializer.SerializeToUtf8Bytes(
                    new ExportedText(text.Id, text.Retention, text.Language, text.Salt is { } salt ? Convert.ToBase64String(salt) : null, text.Words), JsonForm.Options);
    }

    private sealed record Shown(HashSet<long> Entries, HashSet<Guid> Texts);

    // What the public may see. One entry of an act holds what was asked, with all that the others say: it is shown only when
    // every entry of the act is public.
    private static async Task<Shown> ShownAsync(IBookStore store, BookId book, long size, CancellationToken cancellation)
    {
        var shown = new Shown([], []);
        var (asked, hidden) = (0L, false);
        await foreach (var entry in store.ReadAsync(book, 0, size, cancellation))
        {
            var envelope = entry.Open();
            if (envelope.Part == 1) (asked, hidden) = (0, false);
            if (!envelope.Asked.IsEmpty) asked = envelope.Position;
            var isPublic = envelope.Audience == EntryForm.AudienceName(Audience.Public);
            hidden |= !isPublic;
            if (isPublic) shown.Entries.Add(envelope.Position);
            if (hidden) shown.Entries.Remove(asked);
            if (!isPublic) continue;
            using var data = JsonDocument.Parse(envelope.Data);
            Collect(data.RootElement, shown.Texts);
        }
        return shown;
    }

    private static void Collect(JsonElement element, HashSet<Guid> found)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray()) Collect(item, found);
                break;
            case JsonValueKind.Object:
                if (element.TryGetProperty("retention", out _) && element.TryGetProperty("hash", out _) && element.TryGetProperty("id", out var id) && id.TryGetGuid(out var guid)) found.Add(guid);
                foreach (var member in element.EnumerateObject()) Collect(member.Value, found);
                break;
        }
    }
}
