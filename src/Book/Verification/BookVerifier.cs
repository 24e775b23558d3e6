namespace Autogestion.Book;

/// <summary>
/// Checks a book entry by entry, from the first: envelope, place, whole acts, time, and roots that somebody expects at some size.
/// After a fault it takes nothing more. Entries may be withheld: then only what the others say of them is checked.
/// </summary>
public sealed class BookVerifier(BookId book)
{
    private readonly Frontier frontier = new();
    private readonly HashSet<Guid> acts = [];
    private readonly SortedDictionary<long, List<(Hash Root, FaultCode Code)>> expected = [];
    private long confirmed;
    private long withheldSince;
    private Envelope? before;

    /// <summary>How many entries were taken.</summary>
    public long Size => frontier.Size;

    /// <summary>How many of them were withheld.</summary>
    public long Withheld { get; private set; }

    /// <summary>The last entry that was taken and not withheld.</summary>
    public Envelope? Last => before;

    public Hash Root() => frontier.Root();

    /// <summary>Demands a root at a size not yet reached.</summary>
    public void Expect(long size, Hash root, FaultCode code)
    {
        if (!expected.TryGetValue(size, out var roots)) expected[size] = roots = [];
        roots.Add((root, code));
    }

    /// <summary>Takes the next entry.</summary>
    /// <param name="leaf">Its leaf hash, computed from the bytes.</param>
    /// <param name="completed">Full groups that it completes.</param>
    public Fault? Accept(ReadOnlyMemory<byte> bytes, out Hash leaf, ICollection<Tile>? completed = null)
    {
        leaf = Merkle.Leaf(bytes.Span);
        var position = Size + 1;
        if (EnvelopeCodec.TryRead(bytes, out var envelope) != EnvelopeFault.None) return new Fault(FaultCode.Malformed, position);
        if (Check(envelope!, position) is { } fault) return fault;
        before = envelope;
        withheldSince = 0;
        frontier.Add(leaf, completed);
        return Confirm();
    }

    /// <summary>Takes the hash of an entry that is withheld.</summary>
    public Fault? AcceptWithheld(Hash leaf)
    {
        withheldSince++;
        Withheld++;
        frontier.Add(leaf);
        return Confirm();
    }

    /// <summary>The book ends here: is the last act whole, and is nobody's expectation beyond?</summary>
    public Fault? Finish()
    {
        if (before is { } last && last.Parts - last.Part > withheldSince)
            return new Fault(FaultCode.WrongPart, Size + 1) { Expected = last.Part + withheldSince + 1 };
        foreach (var size in expected.Keys.Where(size => size > Size))
            return new Fault(FaultCode.Shorter, Size + 1, size) { Expected = size, Found = Size };
        return expected.TryGetValue(0, out var empty) && empty.Find(e => e.Root != Merkle.EmptyRoot) is { Code: not 0 } wrong
            ? new Fault(wrong.Code, 1)
            : null;
    }

    private Fault? Check(Envelope envelope, long position)
    {
        if (envelope.Book != book) return new Fault(FaultCode.WrongBook, position);
        if (envelope.Position != position) return new Fault(FaultCode.WrongPosition, position) { Expected = position, Found = envelope.Position };
        if (PartMustBe(envelope) is { } part) return new Fault(FaultCode.WrongPart, position) { Expected = part, Found = envelope.Part };
        if (before is { } last && envelope.Entered < last.Entered) return new Fault(FaultCode.TimeWentBack, position);
        var isFirstSeen = before?.Act != envelope.Act;
        return isFirstSeen && !acts.Add(envelope.Act) ? new Fault(FaultCode.RepeatedAct, position) : null;
    }

    /// <summary>The part that must stand here instead, if this one cannot: the act before must be whole and this one begun, as far as withheld entries leave room.</summary>
    private long? PartMustBe(Envelope envelope)
    {
        var (act, part, parts) = before is { } last ? (last.Act, last.Part, last.Parts) : (default, 0, 0);
        if (before is not null && act == envelope.Act)
            return envelope.Part == part + withheldSince + 1 && envelope.Parts == parts ? null : part + withheldSince + 1;
        var restOfLast = parts - part;
        var startOfThis = envelope.Part - 1;
        if (restOfLast > withheldSince) return part + withheldSince + 1;
        return restOfLast + startOfThis <= withheldSince ? null : withheldSince - restOfLast + 1;
    }

    private Fault? Confirm()
    {
        if (!expected.TryGetValue(Size, out var roots)) return null;
        var root = Root();
        foreach (var (demanded, code) in roots)
            if (demanded != root) return new Fault(code, Math.Min(confirmed + 1, Size), Size);
        confirmed = Size;
        return null;
    }
}
