namespace Autogestion.Book.Conformance.Trees;

public sealed class ReferenceTreeTests
{
    [Fact]
    public void The_empty_tree_is_the_hash_of_nothing() =>
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Convert.ToHexStringLower(new Frontier().Root().ToArray()));

    [Fact]
    public void Roots_are_those_of_the_reference()
    {
        var frontier = new Frontier();
        foreach (var (leaf, root) in ReferenceTree.Leaves.Zip(ReferenceTree.Roots))
        {
            frontier.Add(leaf);
            Assert.Equal(root, frontier.Root());
        }
    }

    [Fact]
    public async Task Inclusion_proofs_are_those_of_the_reference()
    {
        foreach (var (index, size, proof) in ReferenceTree.Inclusions)
        {
            var made = await ReferenceTree.TreeOver(ReferenceTree.Leaves).InclusionAsync(index, size);
            Assert.Equal(proof, made);
            Assert.True(Proof.VerifyInclusion(ReferenceTree.Leaves[(int)index], index, size, proof, ReferenceTree.Roots[(int)size - 1]));
        }
    }

    [Fact]
    public async Task Consistency_proofs_are_those_of_the_reference()
    {
        foreach (var (first, second, proof) in ReferenceTree.Consistencies)
        {
            var made = await ReferenceTree.TreeOver(ReferenceTree.Leaves).ConsistencyAsync(first, second);
            Assert.Equal(proof, made);
            Assert.True(Proof.VerifyConsistency(first, ReferenceTree.Roots[(int)first - 1], second, ReferenceTree.Roots[(int)second - 1], proof));
        }
    }

    [Fact]
    public void A_wrong_inclusion_proof_is_refused()
    {
        foreach (var (index, size, proof) in ReferenceTree.Inclusions.Where(v => v.Proof.Count > 0))
        {
            var (leaf, root) = (ReferenceTree.Leaves[(int)index], ReferenceTree.Roots[(int)size - 1]);
            Assert.False(Proof.VerifyInclusion(leaf, index ^ 1, size, proof, root));
            Assert.False(Proof.VerifyInclusion(leaf, index, size * 2, proof, root));
            Assert.False(Proof.VerifyInclusion(leaf, index, size, proof, Merkle.EmptyRoot));
            foreach (var wrong in Spoiled(proof, root)) Assert.False(Proof.VerifyInclusion(leaf, index, size, wrong, root));
        }
        Assert.False(Proof.VerifyInclusion(ReferenceTree.Leaves[0], 0, 0, [], Merkle.EmptyRoot));
        Assert.False(Proof.VerifyInclusion(ReferenceTree.Leaves[0], -1, 1, [], ReferenceTree.Roots[0]));
    }

    [Fact]
    public void A_wrong_consistency_proof_is_refused()
    {
        foreach (var (first, second, proof) in ReferenceTree.Consistencies.Where(v => v.Proof.Count > 0))
        {
            var (before, after) = (ReferenceTree.Roots[(int)first - 1], ReferenceTree.Roots[(int)second - 1]);
            Assert.False(Proof.VerifyConsistency(first, after, second, before, proof));
            Assert.False(Proof.VerifyConsistency(first + 1, before, second, after, proof));
            Assert.False(Proof.VerifyConsistency(first, before, second * 2, after, proof));
            Assert.False(Proof.VerifyConsistency(second, after, first, before, proof));
            foreach (var wrong in Spoiled(proof, before)) Assert.False(Proof.VerifyConsistency(first, before, second, after, wrong));
        }
        Assert.False(Proof.VerifyConsistency(0, Merkle.EmptyRoot, 0, Merkle.EmptyRoot, [Merkle.EmptyRoot]));
        Assert.False(Proof.VerifyConsistency(0, ReferenceTree.Roots[0], 1, ReferenceTree.Roots[0], []));
    }

    private static IEnumerable<IReadOnlyList<Hash>> Spoiled(IReadOnlyList<Hash> proof, Hash other)
    {
        yield return [];
        yield return [.. proof.SkipLast(1)];
        yield return [.. proof.Skip(1)];
        yield return [.. proof, other];
        yield return [other, .. proof];
        yield return [proof[0], .. proof];
        for (var i = 0; i < proof.Count; i++)
        {
            var changed = proof.ToArray();
            changed[i] = Merkle.EmptyRoot;
            yield return changed;
        }
    }
}
