using System.Text;

namespace Autogestion.Book;

/// <summary>A ballot with the digest of the envelope it came in. All slips have the same size.</summary>
/// <param name="Envelope">SHA-256 of the envelope's message.</param>
/// <param name="Ballot">The ballot in its one spelling, at most <see cref="MostBytes"/> of UTF-8, without NUL.</param>
public sealed record Slip(Hash Envelope, string Ballot)
{
    /// <summary>Bytes of a slip.</summary>
    public const int Size = 256;

    /// <summary>Most bytes of a ballot.</summary>
    public const int MostBytes = Size - Hash.Length;

    /// <summary>Whether a ballot can be kept in a slip.</summary>
    public static bool Holds(string ballot) => ballot.Length > 0 && !ballot.Contains('\0', StringComparison.Ordinal) && Encoding.UTF8.GetByteCount(ballot) <= MostBytes;
}

/// <summary>The block in which a box keeps its slips: sorted by envelope, nothing between them.</summary>
public static class SlipBlock
{
    /// <summary>Puts slips into a block; gives the block after them and what became of each, in their order.</summary>
    public static (byte[] Block, IReadOnlyList<CastResult> Results) With(ReadOnlySpan<byte> block, IReadOnlyList<Slip> slips)
    {
        var known = Read(block).ToDictionary(slip => slip.Envelope, slip => slip.Ballot);
        var results = slips.Select(slip => known.TryAdd(slip.Envelope, slip.Ballot) || known[slip.Envelope] == slip.Ballot ? CastResult.InTheBox : CastResult.EnvelopeUsed).ToList();
        return (Write(known.Select(one => new Slip(one.Key, one.Value))), results);
    }

    /// <summary>The slips of a block.</summary>
    /// <exception cref="FormatException">The block is damaged.</exception>
    public static IReadOnlyList<Slip> Read(ReadOnlySpan<byte> block)
    {
        if (block.Length % Slip.Size != 0) throw new FormatException("A box holds whole slips.");
        var slips = new List<Slip>(block.Length / Slip.Size);
        for (; !block.IsEmpty; block = block[Slip.Size..])
            slips.Add(new(Hash.From(block[..Hash.Length]), Encoding.UTF8.GetString(block[Hash.Length..Slip.Size].TrimEnd((byte)0))));
        return slips;
    }

    private static byte[] Write(IEnumerable<Slip> slips)
    {
        var rows = slips.Select(Row).ToList();
        rows.Sort((a, b) => a.AsSpan().SequenceCompareTo(b));
        return [.. rows.SelectMany(row => row)];
    }

    private static byte[] Row(Slip slip)
    {
        var row = new byte[Slip.Size];
        slip.Envelope.ToArray().CopyTo(row, 0);
        Encoding.UTF8.GetBytes(slip.Ballot, row.AsSpan(Hash.Length));
        return row;
    }
}
