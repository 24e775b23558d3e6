using System.Security.Cryptography;

namespace Autogestion.Book.Conformance.Stores;

/// <summary>What a box beside the books must do in every store.</summary>
public abstract class BoxTests(IPlaces places)
{
    private static readonly BoxId Box = new(new("vidriera"), "1");

    [Fact]
    public async Task Slips_go_in_once_and_come_out_sorted_and_a_sealed_box_takes_no_more()
    {
        await using var place = await places.NewAsync();
        await using var store = await place.OpenAsync();
        await store.Boxes.OpenAsync(Box, new byte[] { 1, 2, 3 });
        await store.Boxes.OpenAsync(Box, new byte[] { 9 });
        Assert.Equal([1, 2, 3], (await store.Boxes.KeyAsync(Box))!);
        var slips = Enumerable.Range(0, 40).Select(at => new Slip(Hash.From(RandomNumberGenerator.GetBytes(32)), at % 2 == 0 ? "for" : "rank 3 1 2")).ToList();
        Assert.All(await store.Boxes.CastAsync(Box, slips), result => Assert.Equal(CastResult.InTheBox, result));
        Assert.Equal([CastResult.InTheBox, CastResult.EnvelopeUsed], await store.Boxes.CastAsync(Box, [slips[0], slips[1] with { Ballot = "blank" }]));
        await store.Boxes.DestroyKeyAsync(Box);
        Assert.Empty((await store.Boxes.KeyAsync(Box))!);
        var act = Guid.NewGuid();
        await store.Boxes.PutPapersAsync(Box, act, new byte[] { 7 });
        await store.Boxes.PutPapersAsync(Box, act, new byte[] { 8 });

        var contents = (await store.Boxes.SealAsync(Box))!;
        Assert.Equal(slips.OrderBy(slip => Convert.ToHexString(slip.Envelope.ToArray()), StringComparer.Ordinal), contents.Slips);
        Assert.Equal([7], contents.Papers[act]);
        Assert.Equal([CastResult.NoBox], await store.Boxes.CastAsync(Box, [slips[0] with { Envelope = Hash.From(new byte[32]) }]));
        Assert.Equal(40, (await store.Boxes.SealAsync(Box))!.Slips.Count);
        await store.Boxes.RemoveAsync(Box);
        Assert.Null(await store.Boxes.KeyAsync(Box));
        Assert.Null(await store.Boxes.SealAsync(Box));
        Assert.Equal([CastResult.NoBox], await store.Boxes.CastAsync(Box, [slips[0]]));
    }

    [Fact]
    public async Task Two_processes_put_into_one_box()
    {
        await using var place = await places.NewAsync();
        await using var one = await place.OpenAsync();
        await using var two = await place.OpenAsync();
        await one.Boxes.OpenAsync(Box, new byte[] { 1 });
        var casts = Enumerable.Range(0, 30).Select(at => (at % 2 == 0 ? one : two).Boxes.CastAsync(Box, [new(Hash.From(RandomNumberGenerator.GetBytes(32)), "for")]));
        Assert.All(await Task.WhenAll(casts), results => Assert.Equal([CastResult.InTheBox], results));
        Assert.Equal(30, (await two.Boxes.SealAsync(Box))!.Slips.Count);
    }
}

public sealed class SqliteBoxTests(SqlitePlaces places) : BoxTests(places), IClassFixture<SqlitePlaces>;

public sealed class PostgresBoxTests(PostgresPlaces places) : BoxTests(places), IClassFixture<PostgresPlaces>;
