using System.Net;
using Autogestion.Book;
using Autogestion.Pages.Book;
using Autogestion.Tests.Support;

namespace Autogestion.Tests.Rooms;

/// <summary>The book as each viewer sees it, and the proofs that it shows.</summary>
public sealed class BookHttpTests(SharedServer shared) : IClassFixture<SharedServer>
{
    [Fact]
    public async Task The_public_sees_what_is_public_and_of_the_rest_a_hash_and_its_proof()
    {
        var plant = await shared.FoundAsync();
        await plant.NoticeAsync();
        using var anybody = shared.Server.NewVisitor();
        using var member = await plant.SignedInAsync(plant.Somebody);
        var sealedAt = 0L;
        await foreach (var entry in shared.Server.Node.Find(plant.Id)!.ReadAsync(0, plant.Book.Position))
            if (entry.Envelope.Audience == "members") sealedAt = entry.Position;
        Assert.NotEqual(0, sealedAt);

        var publicBook = await anybody.GetAsync($"/c/{plant.Id}/book");
        Assert.Contains("Sellado", publicBook.Words, StringComparison.Ordinal);
        Assert.All(plant.People.Skip(1), worker => Assert.DoesNotContain(worker.Name, publicBook.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain("Sellado", (await member.GetAsync($"/c/{plant.Id}/book")).Words, StringComparison.Ordinal);

        var one = await anybody.GetAsync($"/c/{plant.Id}/book/{sealedAt}");
        Assert.Equal(HttpStatusCode.OK, one.Status);
        Assert.DoesNotContain("\"salt\"", one.Words, StringComparison.Ordinal);
        var root = Convert.ToHexStringLower(plant.Book.Root.ToArray());
        Assert.Contains(root, one.Words, StringComparison.Ordinal);
        var open = (await member.GetAsync($"/c/{plant.Id}/book/{sealedAt}")).Words;
        Assert.Contains("\"salt\"", open, StringComparison.Ordinal);
        Assert.Contains(root, open, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await member.GetAsync($"/c/{plant.Id}/book/{plant.Book.Position + 1}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await member.GetAsync($"/c/{plant.Id}/book/0")).Status);
    }

    [Fact]
    public async Task A_filter_shows_only_its_room_and_what_is_sealed_matches_none()
    {
        var plant = await shared.FoundAsync();
        await plant.NoticeAsync();
        using var member = await plant.SignedInAsync(plant.Somebody);
        var codes = (await member.GetAsync($"/c/{plant.Id}/book?in=post")).Page.QuerySelectorAll("ol.rows code").Select(code => code.TextContent).ToList();
        Assert.NotEmpty(codes);
        Assert.All(codes, code => Assert.StartsWith("post.", code, StringComparison.Ordinal));
        using var anybody = shared.Server.NewVisitor();
        Assert.Empty((await anybody.GetAsync($"/c/{plant.Id}/book?kind=post.mandate-granted")).Page.QuerySelectorAll("ol.rows li"));
    }

    [Fact]
    public async Task The_exports_verify_and_the_whole_one_is_for_members()
    {
        var plant = await shared.FoundAsync();
        using var anybody = shared.Server.NewVisitor();
        using var member = await plant.SignedInAsync(plant.Somebody);
        Assert.Equal(HttpStatusCode.Forbidden, (await anybody.GetAsync($"/c/{plant.Id}/book/export?audience=members")).Status);

        foreach (var (visitor, audience, withheld) in new[] { (anybody, "public", true), (member, "members", false) })
        {
            using var response = await visitor.OpenAsync($"/c/{plant.Id}/book/export?audience={audience}", TestContext.Current.CancellationToken);
            using var file = new MemoryStream(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            var verified = await LibroVerifier.VerifyAsync(file, cancellation: TestContext.Current.CancellationToken);
            Assert.Null(verified.Result.Fault);
            Assert.Equal(plant.Book.Position, verified.Result.Size);
            Assert.Equal(withheld, verified.Result.Withheld > 0);
        }
    }

    [Fact]
    public async Task The_checkpoint_can_be_printed_with_a_code_that_says_the_same()
    {
        var plant = await shared.FoundAsync();
        using var anybody = shared.Server.NewVisitor();
        var page = await anybody.GetAsync($"/c/{plant.Id}/book/checkpoint");
        Assert.Contains(Convert.ToHexStringLower(plant.Book.Root.ToArray()), page.Words, StringComparison.Ordinal);
        Assert.Contains(plant.Book.Root.ToString(), page.Words, StringComparison.Ordinal);
        Assert.NotNull(page.Page.QuerySelector("svg[shape-rendering] path"));
    }

    [Fact]
    public async Task Every_step_of_a_proof_leads_to_the_root_at_every_size_and_place()
    {
        var leaves = Enumerable.Range(0, 40).Select(leaf => Merkle.Leaf([(byte)leaf])).ToArray();
        var tree = new BookTree((level, first, count, _) => Task.FromResult<IReadOnlyList<Hash>>(level == 0 ? leaves.Skip((int)first).Take(count).ToList() : []));
        for (var size = 1L; size <= leaves.Length; size++)
        {
            var root = Convert.ToHexStringLower((await tree.RootAsync(size, TestContext.Current.CancellationToken)).ToArray());
            for (var index = 0L; index < size; index++)
            {
                var steps = InclusionView.Follow(leaves[index], index, size, await tree.InclusionAsync(index, size, TestContext.Current.CancellationToken)).ToList();
                var last = steps.Count == 0 ? Convert.ToHexStringLower(leaves[index].ToArray()) : steps[^1].Together;
                Assert.Equal(root, last);
            }
        }
    }
}
