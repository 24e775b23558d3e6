using System.Numerics;

namespace Autogestion.Book;

/// <summary>Reads hashes of one level: 0 for leaves, 1 for groups of 256, and so on; fewer than asked where the book ends.</summary>
public delegate Task<IReadOnlyList<Hash>> ReadHashes(int level, long firstIndex, int count, CancellationToken cancellation);

/// <summary>
/// Roots and proofs of a stored book at any size. Reads whole groups of 256 hashes and keeps them while it lives, so that a proof
/// costs two groups for each level of 256, however long the book is. Make one for each question; leaves are counted from 0.
/// </summary>
public sealed class BookTree(ReadHashes read)
{
    private readonly Dictionary<(int Level, long Group), IReadOnlyList<Hash>> groups = [];

    /// <summary>The tree of one book in a store.</summary>
    public static BookTree Of(IBookStore store, BookId book) =>
        new((level, first, count, cancellation) => store.HashesAsync(book, level, first, count, cancellation));

    /// <summary>The root over the first <paramref name="size"/> entries.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The book is shorter.</exception>
    public Task<Hash> RootAsync(long size, CancellationToken cancellation = default) =>
        size == 0 ? Task.FromResult(Merkle.EmptyRoot) : RangeAsync(0, size, cancellation);

    /// <summary>The audit path of a leaf in the tree of the given size (RFC 9162 §2.1.3.1).</summary>
    public async Task<IReadOnlyList<Hash>> InclusionAsync(long index, long size, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var proof = new List<Hash>();
        for (var (begin, end) = (0L, size); end - begin > 1;)
        {
            var middle = begin + Split(end - begin);
            var left = index < middle;
            proof.Add(left ? await RangeAsync(middle, end, cancellation) : await RangeAsync(begin, middle, cancellation));
            (begin, end) = left ? (begin, middle) : (middle, end);
        }
        proof.Reverse();
        return proof;
    }

    /// <summary>The proof that the tree of the second size continues the tree of the first (RFC 9162 §2.1.4.1).</summary>
    public async Task<IReadOnlyList<Hash>> ConsistencyAsync(long firstSize, long secondSize, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(firstSize, secondSize);
        var proof = new List<Hash>();
        if (firstSize == 0 || firstSize == secondSize) return proof;
        var (begin, end, known) = (0L, secondSize, true);
        while (end != firstSize)
        {
            var middle = begin + Split(end - begin);
            var left = firstSize <= middle;
            proof.Add(left ? await RangeAsync(middle, end, cancellation) : await RangeAsync(begin, middle, cancellation));
            (begin, end, known) = left ? (begin, middle, known) : (middle, end, false);
        }
        if (!known) proof.Add(await RangeAsync(begin, end, cancellation));
        proof.Reverse();
        return proof;
    }

    /// <summary>The largest power of two below <paramref name="length"/>.</summary>
    private static long Split(long length) => 1L << BitOperations.Log2((ulong)(length - 1));

    private async Task<Hash> RangeAsync(long begin, long end, CancellationToken cancellation)
    {
        var length = end - begin;
        if (long.IsPow2(length)) return await FullAsync(BitOperations.Log2((ulong)length), begin, cancellation);
        var middle = begin + Split(length);
        return Merkle.Node(await RangeAsync(begin, middle, cancellation), await RangeAsync(middle, end, cancellation));
    }

    /// <summary>The root of the full subtree of 2^height leaves that begins at a leaf.</summary>
    private async Task<Hash> FullAsync(int height, long begin, CancellationToken cancellation)
    {
        var (level, above) = (height / Tile.Height, height % Tile.Height);
        var first = begin >> (level * Tile.Height);
        var group = await GroupAsync(level, first / Tile.Width, cancellation);
        var offset = (int)(first % Tile.Width);
        var count = 1 << above;
        if (offset + count > group.Count) throw new ArgumentOutOfRangeException(nameof(begin), "The book is shorter than the size asked for.");
        var hashes = new Hash[count];
        for (var i = 0; i < count; i++) hashes[i] = group[offset + i];
        for (; count > 1; count /= 2)
            for (var i = 0; i < count / 2; i++) hashes[i] = Merkle.Node(hashes[2 * i], hashes[2 * i + 1]);
        return hashes[0];
    }

    private async Task<IReadOnlyList<Hash>> GroupAsync(int level, long group, CancellationToken cancellation) =>
        groups.TryGetValue((level, group), out var hashes)
            ? hashes
            : groups[(level, group)] = await read(level, group * Tile.Width, Tile.Width, cancellation);
}
