namespace Autogestion.Book;

/// <summary>Checks proofs as RFC 9162 §2.1.3.2 and §2.1.4.2 say. Leaves are counted from 0 here.</summary>
public static class Proof
{
    /// <summary>Is <paramref name="leaf"/> the leaf at <paramref name="index"/> of the tree with this size and root?</summary>
    public static bool VerifyInclusion(Hash leaf, long index, long size, IReadOnlyList<Hash> proof, Hash root)
    {
        if (index < 0 || index >= size) return false;
        var (node, last, hash) = (index, size - 1, leaf);
        foreach (var step in proof)
        {
            if (last == 0) return false;
            if ((node & 1) == 1 || node == last)
            {
                hash = Merkle.Node(step, hash);
                while ((node & 1) == 0 && node != 0) (node, last) = (node >> 1, last >> 1);
            }
            else
            {
                hash = Merkle.Node(hash, step);
            }
            (node, last) = (node >> 1, last >> 1);
        }
        return last == 0 && hash == root;
    }

    /// <summary>Does the tree with the second size and root only add leaves to the tree with the first? An empty tree is the beginning of every tree.</summary>
    public static bool VerifyConsistency(long firstSize, Hash firstRoot, long secondSize, Hash secondRoot, IReadOnlyList<Hash> proof)
    {
        if (firstSize < 0 || firstSize > secondSize) return false;
        if (firstSize == secondSize) return proof.Count == 0 && firstRoot == secondRoot;
        if (firstSize == 0) return proof.Count == 0 && firstRoot == Merkle.EmptyRoot;
        if (proof.Count == 0) return false;

        var (node, last) = (firstSize - 1, secondSize - 1);
        while ((node & 1) == 1) (node, last) = (node >> 1, last >> 1);
        var wholeFirst = long.IsPow2(firstSize);
        var first = wholeFirst ? firstRoot : proof[0];
        var second = first;
        for (var i = wholeFirst ? 0 : 1; i < proof.Count; i++)
        {
            if (last == 0) return false;
            if ((node & 1) == 1 || node == last)
            {
                first = Merkle.Node(proof[i], first);
                second = Merkle.Node(proof[i], second);
                while ((node & 1) == 0 && node != 0) (node, last) = (node >> 1, last >> 1);
            }
            else
            {
                second = Merkle.Node(second, proof[i]);
            }
            (node, last) = (node >> 1, last >> 1);
        }
        return last == 0 && first == firstRoot && second == secondRoot;
    }
}
