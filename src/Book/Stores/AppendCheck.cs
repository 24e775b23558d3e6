namespace Autogestion.Book;

/// <summary>What every store demands of an append before it touches anything: whole acts, consecutive, hashes that fit.</summary>
internal static class AppendCheck
{
    /// <exception cref="ArgumentException">The entries cannot stand in this book behind this position.</exception>
    public static void Demand(BookId book, long expected, IReadOnlyList<SealedEntry> entries)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(expected);
        if (entries.Count == 0) throw new ArgumentException("There is nothing to append.", nameof(entries));
        Envelope? before = null;
        for (var i = 0; i < entries.Count; i++)
        {
            var envelope = Demand(entries[i]);
            if (envelope.Book != book || envelope.Position != expected + 1 + i) throw Refused("is not the next of this book", entries[i]);
            if (!Follows(before, envelope)) throw Refused("does not follow the part before it", entries[i]);
            before = envelope;
        }
        if (before!.Part != before.Parts) throw Refused("is not the last of its act", entries[^1]);
        if (Acts(entries).Distinct().Count() != Acts(entries).Count()) throw new ArgumentException("An act is there twice.", nameof(entries));
    }

    /// <summary>What is kept as text must be text: one caller's broken note may not fail the transaction that others share.</summary>
    /// <exception cref="ArgumentException">The note holds no text, or the size is negative.</exception>
    public static void DemandNote(string note, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        if (note.Length == 0 || note.Contains('\0', StringComparison.Ordinal) || SignedNote.HasLoneSurrogate(note))
            throw new ArgumentException("A checkpoint is kept as text.", nameof(note));
    }

    /// <summary>The acts of an append, each once.</summary>
    public static IEnumerable<Guid> Acts(IReadOnlyList<SealedEntry> entries) => entries.Where(entry => entry.Part == 1).Select(entry => entry.Act);

    private static Envelope Demand(SealedEntry entry)
    {
        if (entry.TryOpen(out var envelope) != EnvelopeFault.None) throw Refused("is not an envelope", entry);
        if (envelope!.Book != entry.Book || envelope.Position != entry.Position || envelope.Act != entry.Act || envelope.Part != entry.Part)
            throw Refused("is not what its bytes say", entry);
        return Merkle.Leaf(entry.Bytes.Span) == entry.Hash ? envelope : throw Refused("has another hash than its bytes", entry);
    }

    private static bool Follows(Envelope? before, Envelope next) =>
        before is null || before.Part == before.Parts
            ? next.Part == 1
            : next.Act == before.Act && next.Part == before.Part + 1 && next.Parts == before.Parts;

    private static ArgumentException Refused(string why, SealedEntry entry) => new($"The entry at {entry.Position} {why}.");
}
