using Autogestion.Book;

namespace Autogestion.Pages.Book;

/// <summary>One step of a proof: the hash beside which one stands, and what comes of both.</summary>
/// <param name="OtherFirst">The other hash goes before ours.</param>
public sealed record InclusionStep(bool OtherFirst, string Other, string Together);

/// <summary>That one entry is in the book: from its leaf, step by step, up to the root, added up here as anybody can.</summary>
/// <param name="Holds">Whether the steps lead to the root.</param>
public sealed record InclusionView(long Position, long Size, string Leaf, string Root, ImmutableArray<InclusionStep> Steps, bool Holds)
{
    /// <summary>Asks the store for the proof of an entry in the book of a size, and adds it up.</summary>
    public static async Task<InclusionView> ReadAsync(IBookStore store, BookId book, long position, Hash leaf, long size, Hash root, CancellationToken cancellation)
    {
        var proof = await BookTree.Of(store, book).InclusionAsync(position - 1, size, cancellation);
        return new(position, size, Hex(leaf), Hex(root), [.. Follow(leaf, position - 1, size, proof)], Proof.VerifyInclusion(leaf, position - 1, size, proof, root));
    }

    /// <summary>The steps in words of RFC 9162 §2.1.3.2: which side the other hash stands on, and the node that both make.</summary>
    public static IEnumerable<InclusionStep> Follow(Hash leaf, long index, long size, IReadOnlyList<Hash> proof)
    {
        var (node, last, hash) = (index, size - 1, leaf);
        foreach (var other in proof)
        {
            var before = (node & 1) == 1 || node == last;
            hash = before ? Merkle.Node(other, hash) : Merkle.Node(hash, other);
            while (before && (node & 1) == 0 && node != 0) (node, last) = (node >> 1, last >> 1);
            (node, last) = (node >> 1, last >> 1);
            yield return new(before, Hex(other), Hex(hash));
        }
    }

    private static string Hex(Hash hash) => Convert.ToHexStringLower(hash.ToArray());
}
