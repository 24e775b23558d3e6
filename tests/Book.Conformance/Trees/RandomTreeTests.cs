using FsCheck;
using FsCheck.Fluent;

namespace Autogestion.Book.Conformance.Trees;

/// <summary>Trees of random size against the definition of RFC 6962 §2.1 written down as it stands there, without any saving of work.</summary>
public sealed class RandomTreeTests
{
    /// <summary>Sizes that cross one group of 256 often, and sometimes several.</summary>
    private static readonly Gen<int> Sizes = Gen.OneOf(Gen.Choose(1, 40), Gen.Choose(200, 600), Gen.Choose(1000, 3000));

    private static readonly Gen<(Hash[] Leaves, int A, int B)> Trees =
        from size in Sizes
        from a in Gen.Choose(1, size)
        from b in Gen.Choose(a, size)
        select (Enumerable.Range(0, size).Select(i => Merkle.Leaf(BitConverter.GetBytes(i))).ToArray(), a, b);

    [Fact]
    public void The_frontier_gives_the_root_of_the_definition() =>
        Prop.ForAll(Arb.From(Trees), tree =>
        {
            var frontier = new Frontier();
            foreach (var leaf in tree.Leaves) frontier.Add(leaf);
            var again = Frontier.From(frontier.Size, frontier.ToArray());
            Assert.Equal(Root(tree.Leaves), frontier.Root());
            Assert.Equal(frontier.Root(), again.Root());
        }).Check(Laws.Seeded);

    [Fact]
    public void Full_groups_are_the_roots_of_their_leaves() =>
        Prop.ForAll(Arb.From(Trees), tree =>
        {
            var frontier = new Frontier();
            var tiles = new List<Tile>();
            foreach (var leaf in tree.Leaves) frontier.Add(leaf, tiles);
            Assert.Equal(tree.Leaves.Length / Tile.Width, tiles.Count(t => t.Level == 1));
            foreach (var tile in tiles)
                Assert.Equal(Root(tree.Leaves.AsSpan((int)tile.Index * Tile.Width, Tile.Width)), tile.Hash);
        }).Check(Laws.Seeded);

    [Fact]
    public void A_level_higher_follows_from_the_level_below()
    {
        var frontier = new Frontier();
        var tiles = new List<Tile>();
        for (var i = 0; i < Tile.Width * Tile.Width; i++) frontier.Add(Merkle.Leaf(BitConverter.GetBytes(i)), tiles);
        var top = Assert.Single(tiles, tile => tile.Level == 2);
        Assert.Equal(0, top.Index);
        Assert.Equal(frontier.Root(), top.Hash);
        Assert.Equal(Root([.. tiles.Where(t => t.Level == 1).OrderBy(t => t.Index).Select(t => t.Hash)]), top.Hash);
    }

    [Fact]
    public void Inclusion_proofs_are_those_of_the_definition_and_verify() =>
        Prop.ForAll(Arb.From(Trees), tree =>
        {
            var leaves = tree.Leaves.AsSpan(0, tree.B);
            var proof = ReferenceTree.TreeOver(tree.Leaves).InclusionAsync(tree.A - 1, tree.B).Result;
            Assert.Equal(Path(tree.A - 1, leaves), proof);
            Assert.True(Proof.VerifyInclusion(leaves[tree.A - 1], tree.A - 1, tree.B, proof, Root(leaves)));
            if (tree.B > 1) Assert.False(Proof.VerifyInclusion(leaves[tree.A - 1], tree.A - 1 == 0 ? 1 : tree.A - 2, tree.B, proof, Root(leaves)));
        }).Check(Laws.Seeded);

    [Fact]
    public void Consistency_proofs_are_those_of_the_definition_and_verify() =>
        Prop.ForAll(Arb.From(Trees), tree =>
        {
            var (before, after) = (Root(tree.Leaves.AsSpan(0, tree.A)), Root(tree.Leaves.AsSpan(0, tree.B)));
            var proof = ReferenceTree.TreeOver(tree.Leaves).ConsistencyAsync(tree.A, tree.B).Result;
            Assert.Equal(tree.A == tree.B ? [] : Subproof(tree.A, tree.Leaves.AsSpan(0, tree.B), true), proof);
            Assert.True(Proof.VerifyConsistency(tree.A, before, tree.B, after, proof));
            Assert.False(Proof.VerifyConsistency(tree.A, Merkle.Node(before, before), tree.B, after, proof));
        }).Check(Laws.Seeded);

    [Fact]
    public async Task A_proof_reads_no_more_hashes_when_the_book_is_long()
    {
        Hash[] leaves = [.. Enumerable.Range(0, 70_000).Select(i => Merkle.Leaf(BitConverter.GetBytes(i)))];
        var whole = ReferenceTree.ReadsOver(leaves);
        foreach (var (index, first) in new[] { (0, 1), (12_345, 54_321), (65_535, 65_536), (69_999, 69_999) })
        {
            var read = 0;
            var tree = new BookTree(async (level, from, count, cancellation) =>
            {
                var hashes = await whole(level, from, count, cancellation);
                read += hashes.Count;
                return hashes;
            });
            Assert.Equal(Path(index, leaves), await tree.InclusionAsync(index, leaves.Length));
            Assert.Equal(Subproof(first, leaves, true), await tree.ConsistencyAsync(first, leaves.Length));
            Assert.InRange(read, 1, 3 * 3 * Tile.Width);
        }
    }

    [Fact]
    public async Task A_size_beyond_the_book_is_refused()
    {
        var tree = ReferenceTree.TreeOver(ReferenceTree.Leaves);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => tree.RootAsync(9));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => tree.InclusionAsync(3, 9));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => tree.ConsistencyAsync(3, 16));
    }

    private static int Split(int n)
    {
        var k = 1;
        while (k * 2 < n) k *= 2;
        return k;
    }

    private static Hash Root(ReadOnlySpan<Hash> d) =>
        d.Length == 1 ? d[0] : Merkle.Node(Root(d[..Split(d.Length)]), Root(d[Split(d.Length)..]));

    private static List<Hash> Path(int m, ReadOnlySpan<Hash> d)
    {
        if (d.Length == 1) return [];
        var k = Split(d.Length);
        return m < k ? [.. Path(m, d[..k]), Root(d[k..])] : [.. Path(m - k, d[k..]), Root(d[..k])];
    }

    private static List<Hash> Subproof(int m, ReadOnlySpan<Hash> d, bool whole)
    {
        if (m == d.Length) return whole ? [] : [Root(d)];
        var k = Split(d.Length);
        return m <= k ? [.. Subproof(m, d[..k], whole), Root(d[k..])] : [.. Subproof(m - k, d[k..], false), Root(d[..k])];
    }
}
