namespace Autogestion.Book.Conformance.Trees;

/// <summary>
/// The eight leaves of the reference tree of Certificate Transparency, with their roots and proofs
/// (google/certificate-transparency, <c>merkletree/merkle_tree_test.cc</c>; the same in transparency-dev/merkle).
/// </summary>
internal static class ReferenceTree
{
    private static readonly string[] LeafBytes =
        ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    public static IReadOnlyList<Hash> Leaves { get; } = [.. LeafBytes.Select(leaf => Merkle.Leaf(Convert.FromHexString(leaf)))];

    /// <summary>Roots of the trees of one to eight leaves.</summary>
    public static IReadOnlyList<Hash> Roots { get; } = Hashes(
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    /// <summary>Leaf index (from 0), tree size and audit path.</summary>
    public static IReadOnlyList<(long Index, long Size, IReadOnlyList<Hash> Proof)> Inclusions { get; } =
    [
        (0, 1, []),
        (0, 8, Hashes(
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")),
        (5, 8, Hashes(
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")),
        (2, 3, Hashes("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")),
        (1, 5, Hashes(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")),
    ];

    /// <summary>Sizes of both trees and the consistency proof.</summary>
    public static IReadOnlyList<(long First, long Second, IReadOnlyList<Hash> Proof)> Consistencies { get; } =
    [
        (1, 1, []),
        (1, 8, Hashes(
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")),
        (6, 8, Hashes(
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")),
        (2, 5, Hashes(
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")),
    ];

    public static BookTree TreeOver(IReadOnlyList<Hash> leaves) => new(ReadsOver(leaves));

    /// <summary>Leaves that are all in memory, with full groups as a store would keep them.</summary>
    public static ReadHashes ReadsOver(IReadOnlyList<Hash> leaves)
    {
        var tiles = new List<Tile>();
        var frontier = new Frontier();
        foreach (var leaf in leaves) frontier.Add(leaf, tiles);
        var levels = tiles.GroupBy(tile => tile.Level).ToDictionary(level => level.Key, IReadOnlyList<Hash> (level) => [.. level.OrderBy(tile => tile.Index).Select(tile => tile.Hash)]);
        levels[0] = leaves;
        return (level, first, count, _) => Task.FromResult<IReadOnlyList<Hash>>(
            [.. levels.GetValueOrDefault(level, []).Skip((int)first).Take(count)]);
    }

    private static Hash[] Hashes(params string[] hex) => [.. hex.Select(h => Hash.From(Convert.FromHexString(h)))];
}
