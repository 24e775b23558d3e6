using System.Text.Json;
using Autogestion.Book;
using Autogestion.Domain.Kernel;
using Autogestion.Office.Codec;

namespace Autogestion.Office.Desk;

/// <summary>Between what was decided and what is sealed: the only place where the two meet.</summary>
public static class EntryForm
{
    /// <summary>Seals the entries of one act behind a position.</summary>
    /// <exception cref="FormatException">They cannot be sealed (too large).</exception>
    public static IReadOnlyList<SealedEntry> Seal(CollectiveId collective, long head, Act act, Stamp stamp, ImmutableArray<Entry> entries)
    {
        var drafts = entries.Select(entry =>
        {
            var stored = EntryCodec.House.Write(entry);
            return new EntryDraft(stored.Kind, stored.Version, AudienceName(Catalogue.House.Of(entry).Audience), stored.Data);
        });
        return Sealing.Seal(new(collective.Value), head, new()
        {
            Act = stamp.Act,
            Entered = stamp.Entered.ToDateTimeOffset(),
            Happened = stamp.Happened?.ToDateTimeOffset(),
            Author = stamp.Actor == PersonId.Nobody ? null : stamp.Actor.ToString(),
            Authority = JsonSerializer.SerializeToUtf8Bytes(stamp.Authority, JsonForm.Options),
            Asked = JsonSerializer.SerializeToUtf8Bytes(act, JsonForm.Options),
            AskedIn = Narrowest(entries),
        }, [.. drafts]);
    }

    /// <summary>Reads a sealed entry back.</summary>
    /// <exception cref="UnreadableEntryException">These rules do not know it.</exception>
    /// <exception cref="FormatException">The bytes are damaged.</exception>
    public static ReadEntry Open(SealedEntry entry)
    {
        var envelope = entry.Open();
        var recorded = new Recorded(envelope.Position, StampOf(envelope), EntryCodec.House.Read(envelope.Kind, envelope.Version, envelope.Data.Span));
        return new(recorded, envelope, entry.Hash);
    }

    /// <summary>The act that was asked, from whichever entry of its stroke holds it.</summary>
    public static Act? AskedIn(IEnumerable<ReadEntry> stroke) => stroke.Select(entry => AskedIn(entry.Envelope)).FirstOrDefault(act => act is not null);

    // What was asked holds all that the entries say: it stands with the one that fewest may see, so that the others can be shown
    // whole. A founding can then be shown to the public, though what was asked names the founders.
    private static int Narrowest(ImmutableArray<Entry> entries)
    {
        var narrowest = 0;
        for (var i = 1; i < entries.Length; i++)
            if (Catalogue.House.Of(entries[i]).Audience > Catalogue.House.Of(entries[narrowest]).Audience) narrowest = i;
        return narrowest;
    }

    /// <summary>The act that was asked, where this entry holds it.</summary>
    public static Act? AskedIn(Envelope envelope) => envelope.Asked.IsEmpty ? null : JsonSerializer.Deserialize<Act>(envelope.Asked.Span, JsonForm.Options);

    /// <summary>The stored name of an audience.</summary>
    public static string AudienceName(Audience audience) => audience.ToString().ToLowerInvariant();

    private static Stamp StampOf(Envelope envelope) => new(
        envelope.Act,
        envelope.Author is { } author ? new(Guid.ParseExact(author, "D")) : PersonId.Nobody,
        Authorities.Read(envelope.Authority),
        Instant.FromDateTimeOffset(envelope.Entered),
        envelope.Happened is { } happened ? Instant.FromDateTimeOffset(happened) : null);

    // Few different authorities are cited many times: each is read once.
    private static class Authorities
    {
        private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, Authority> Known = new(StringComparer.Ordinal);

        public static Authority Read(ReadOnlyMemory<byte> json)
        {
            var text = System.Text.Encoding.UTF8.GetString(json.Span);
            if (Known.TryGetValue(text, out var known)) return known;
            var authority = JsonSerializer.Deserialize<Authority>(text, JsonForm.Options) ?? throw new FormatException("No authority is cited.");
            if (Known.Count < 10_000) Known.TryAdd(text, authority);
            return authority;
        }
    }
}
