using System.Numerics;

namespace Autogestion.Book;

/// <summary>The root of one full group of 256^<paramref name="Level"/> entries, as C2SP tlog-tiles groups them.</summary>
/// <param name="Level">1 for 256 entries, 2 for 65,536, and so on.</param>
/// <param name="Index">Which group of its level, from 0.</param>
public readonly record struct Tile(int Level, long Index, Hash Hash)
{
    /// <summary>Hashes of one level that make one hash of the next.</summary>
    public const int Width = 256;

    /// <summary>Tree heights between one level and the next.</summary>
    public const int Height = 8;
}

/// <summary>
/// The right edge of a growing tree: the roots of its full subtrees, largest first, one for each one-bit of the size.
/// All that is needed to add leaves and to know the root. Not safe to share between threads.
/// </summary>
public sealed class Frontier
{
    private readonly List<Hash> nodes;

    public Frontier() => nodes = new List<Hash>(32);

    private Frontier(long size, IEnumerable<Hash> edge)
    {
        Size = size;
        nodes = [.. edge];
    }

    /// <summary>How many leaves the tree has.</summary>
    public long Size { get; private set; }

    /// <summary>Adds a leaf; full groups that it completes are added to <paramref name="completed"/>.</summary>
    public void Add(Hash leaf, ICollection<Tile>? completed = null)
    {
        var height = 0;
        for (var rest = Size; (rest & 1) == 1; rest >>= 1)
        {
            leaf = Merkle.Node(nodes[^1], leaf);
            nodes.RemoveAt(nodes.Count - 1);
            height++;
            if (height % Tile.Height == 0) completed?.Add(new Tile(height / Tile.Height, Size >> height, leaf));
        }
        nodes.Add(leaf);
        Size++;
    }

    /// <summary>The root hash of the whole tree.</summary>
    public Hash Root()
    {
        if (nodes.Count == 0) return Merkle.EmptyRoot;
        var root = nodes[^1];
        for (var i = nodes.Count - 2; i >= 0; i--) root = Merkle.Node(nodes[i], root);
        return root;
    }

    public Frontier Copy() => new(Size, nodes);

    /// <summary>The edge's hashes one after another, largest subtree first: 32 bytes for each one-bit of the size.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[nodes.Count * Hash.Length];
        for (var i = 0; i < nodes.Count; i++) nodes[i].CopyTo(bytes.AsSpan(i * Hash.Length));
        return bytes;
    }

    /// <summary>The reverse of <see cref="ToArray"/>.</summary>
    /// <exception cref="FormatException">The bytes do not fit the size.</exception>
    public static Frontier From(long size, ReadOnlySpan<byte> bytes)
    {
        if (size < 0 || bytes.Length != BitOperations.PopCount((ulong)size) * Hash.Length)
            throw new FormatException("A frontier has one hash for each one-bit of its size.");
        var edge = new Hash[bytes.Length / Hash.Length];
        for (var i = 0; i < edge.Length; i++) edge[i] = Hash.From(bytes.Slice(i * Hash.Length, Hash.Length));
        return new Frontier(size, edge);
    }
}
