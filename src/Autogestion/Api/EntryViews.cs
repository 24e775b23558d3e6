using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Autogestion.Book;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Desk;

namespace Autogestion.Api;

/// <summary>
/// An entry as its reader may see it: of what is not for them, only the place and the leaf hash, so that everybody can add up
/// the same tree.
/// </summary>
/// <param name="Hash">Leaf hash, base64.</param>
public sealed record EntryView(long Position, string Hash)
{
    /// <summary>Stored name; absent with all that follows where the reader may not see the entry.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Kind { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Version { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Audience { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? Act { get; init; }

    /// <summary>Which of the act's entries, from 1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Part { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Parts { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Instant? Entered { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Instant? Happened { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PersonView? Author { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? Authority { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? Data { get; init; }

    /// <summary>The sealed bytes as text, from which the hash can be added up; absent where they hold more than the reader may see.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Sealed { get; init; }
}

/// <summary>An entry with the proof that it is in the book.</summary>
/// <param name="Size">Entries in the tree that the proof is for.</param>
/// <param name="Root">Its root, base64.</param>
/// <param name="Proof">Audit path of RFC 9162 §2.1.3, base64.</param>
public sealed record ProvenEntry(EntryView Entry, long Size, string Root, IReadOnlyList<string> Proof);

/// <summary>Entries as their reader may see them.</summary>
public static class EntryViews
{
    private const int Usual = 50, Most = 200;

    /// <summary>Entries after a position, in order.</summary>
    public static async ValueTask<Ready?> ListAsync(ViewRequest request)
    {
        var after = request.Number("after") ?? 0;
        var upTo = Math.Min(after > long.MaxValue - Most ? long.MaxValue : after + request.Limit(Usual, Most), request.Visit.Book.Position);
        var views = new List<EntryView>();
        if (after < upTo)
            await foreach (var entry in Sealed(request, after, upTo))
                views.Add(await ViewAsync(request, entry));
        return _ => views;
    }

    /// <summary>One entry with its proof.</summary>
    public static async ValueTask<Ready?> OneAsync(ViewRequest request)
    {
        var size = request.Visit.Book.Position;
        if (request.Number("position") is not { } position || position < 1 || position > size) return null;
        await foreach (var entry in Sealed(request, position - 1, position))
        {
            var proof = await Tree(request).InclusionAsync(position - 1, size, request.Http.RequestAborted);
            var view = new ProvenEntry(await ViewAsync(request, entry), size, request.Visit.Book.Root.ToString(), [.. proof.Select(hash => hash.ToString())]);
            return _ => view;
        }
        return null;
    }

    internal static BookTree Tree(ViewRequest request) => BookTree.Of(Store(request), Id(request));

    private static IAsyncEnumerable<SealedEntry> Sealed(ViewRequest request, long after, long upTo) => Store(request).ReadAsync(Id(request), after, upTo, request.Http.RequestAborted);

    private static async Task<EntryView> ViewAsync(ViewRequest request, SealedEntry entry)
    {
        var read = EntryForm.Open(entry);
        var bare = new EntryView(entry.Position, entry.Hash.ToString());
        if (!request.Visit.Viewer.Sees(read)) return bare;
        var envelope = read.Envelope;
        return bare with
        {
            Kind = envelope.Kind,
            Version = envelope.Version,
            Audience = envelope.Audience,
            Act = envelope.Act,
            Part = envelope.Part,
            Parts = envelope.Parts,
            Entered = read.Stamp.Entered,
            Happened = read.Stamp.Happened,
            Author = read.Stamp.Actor == PersonId.Nobody ? null : request.Person(read.Stamp.Actor),
            Authority = Element(envelope.Authority),
            Data = Element(envelope.Data),
            Sealed = await SeesWholeActAsync(request, read) ? Encoding.UTF8.GetString(entry.Bytes.Span) : null,
        };
    }

    // One entry of an act also says what was asked: that is for those who may see all that came of it.
    private static async Task<bool> SeesWholeActAsync(ViewRequest request, ReadEntry asked)
    {
        if (asked.Envelope.Asked.IsEmpty || asked.Envelope.Parts == 1) return true;
        var first = asked.Position - asked.Envelope.Part + 1;
        await foreach (var other in request.Visit.Desk.ReadAsync(first - 1, first - 1 + asked.Envelope.Parts, request.Http.RequestAborted))
            if (!request.Visit.Viewer.Sees(other)) return false;
        return true;
    }

    private static JsonElement? Element(ReadOnlyMemory<byte> raw)
    {
        if (raw.IsEmpty) return null;
        using var document = JsonDocument.Parse(raw);
        return document.RootElement.Clone();
    }

    private static IBookStore Store(ViewRequest request) => request.Http.RequestServices.GetRequiredService<Node>().Store;

    private static BookId Id(ViewRequest request) => new(request.Visit.Book.Id.Value);
}
