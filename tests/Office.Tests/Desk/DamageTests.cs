using Autogestion.Book;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Members;
using Autogestion.Office.Codec;
using Autogestion.Office.Desk;
using Autogestion.Office.Tests.Registry;
using Autogestion.Office.Tests.Support;

namespace Autogestion.Office.Tests.Desk;

/// <summary>
/// Somebody or something changed the tables behind the program's back. The book says where, shows what is whole, takes nothing
/// more; the other books of the node go on.
/// </summary>
public sealed class DamageTests
{
    private const string Name = "ladrillos-oeste-2k7m";

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task A_flipped_byte_is_found_where_it_is(Backend backend)
    {
        await using var test = await WithEntriesAsync(backend, 40);
        var entry = await EntryAsync(test, 30);
        var bytes = entry.Bytes.ToArray();
        bytes[^9] ^= 1;
        await test.SpoilAsync("UPDATE book_entry SET bytes = @bytes WHERE book = @book AND position = 30", ("@bytes", bytes), ("@book", Name));
        await AssertStoppedAsync(test, new(30, BrokenReason.WrongHash));
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task A_missing_entry_is_a_gap_and_not_a_shorter_book(Backend backend)
    {
        await using var test = await WithEntriesAsync(backend, 40);
        await test.SpoilAsync("DELETE FROM book_entry WHERE book = @book AND position = 30", ("@book", Name));
        await AssertStoppedAsync(test, new(30, BrokenReason.Gap));
    }

    [Fact]
    public async Task A_missing_last_entry_is_a_gap()
    {
        await using var test = await WithEntriesAsync(Backend.Sqlite, 40);
        var last = await LastAsync(test);
        await test.SpoilAsync("DELETE FROM book_entry WHERE book = @book AND position = @last", ("@book", Name), ("@last", last));
        await AssertStoppedAsync(test, new(last, BrokenReason.Gap));
    }

    [Theory, InlineData(Backend.Sqlite), InlineData(Backend.Postgres)]
    public async Task A_forged_entry_with_the_right_hash_beside_it_has_the_wrong_root(Backend backend)
    {
        await using var test = await WithEntriesAsync(backend, 400);
        await ForgeAsync(test, 300);
        // The first group of 256 is known to be whole; what follows is shown as far as the head's own subtrees vouch for it.
        var broken = await AssertStoppedAsync(test, reason: BrokenReason.OtherRoot);
        Assert.InRange(broken.Position, 257, 300);
    }

    [Fact]
    public async Task A_forged_entry_before_the_first_full_group_is_not_shown_either()
    {
        await using var test = await WithEntriesAsync(Backend.Sqlite, 40);
        await ForgeAsync(test, 34);
        var broken = await AssertStoppedAsync(test, reason: BrokenReason.OtherRoot);
        Assert.InRange(broken.Position, 1, 34);
    }

    [Fact]
    public async Task A_book_forged_together_with_its_head_does_not_have_the_root_that_was_signed()
    {
        await using var test = await WithEntriesAsync(Backend.Sqlite, 60);
        await test.Node.CheckpointAsync(new(Name));
        await AddAsync(test.Node, 20);
        await ForgeAsync(test, 90);
        await WriteHeadAsync(test, upTo: long.MaxValue);
        await test.ReopenAsync();
        Assert.Null(test.Node.Find(new(Name))!.Current.Broken);

        // Behind the last checkpoint that is all the node can know; before it nothing can be changed.
        await ForgeAsync(test, 40);
        await WriteHeadAsync(test, upTo: long.MaxValue);
        await AssertStoppedAsync(test, reason: BrokenReason.OtherRoot);
    }

    [Fact]
    public async Task A_book_cut_off_with_its_head_is_shorter_than_what_was_signed()
    {
        await using var test = await WithEntriesAsync(Backend.Sqlite, 60);
        await test.Node.CheckpointAsync(new(Name));
        await test.SpoilAsync("DELETE FROM book_entry WHERE book = @book AND position > 50", ("@book", Name));
        await WriteHeadAsync(test, upTo: 50);
        await AssertStoppedAsync(test, new(51, BrokenReason.Gap));
    }

    [Fact]
    public async Task An_entry_of_a_later_edition_stops_the_book_while_the_node_runs()
    {
        await using var test = await WithEntriesAsync(Backend.Sqlite, 10);
        var last = await LastAsync(test);
        var template = (await EntryAsync(test, last)).Open();
        var later = Sealing.Seal(template with { Position = last + 1, Act = Guid.NewGuid(), Kind = "member.teleported" });
        await using (var store = await test.OpenStoreAsync()) await store.AppendAsync(new(Name), last, [later]);
        var plant = new TestCollective(new(Name), 8);
        Assert.Equal(new ActAnswer.Stopped(new(last + 1, BrokenReason.Unreadable)), await plant.AskAsync(test.Node, plant.Secretary, new ProposeRecovery(plant.Members[4])));
        Assert.Equal(last, test.Node.Find(plant.Id)!.Current.Position);
        await AssertStoppedAsync(test, new(last + 1, BrokenReason.Unreadable));
    }

    [Fact]
    public async Task An_entry_that_cannot_be_folded_stops_the_book()
    {
        await using var test = await WithEntriesAsync(Backend.Sqlite, 10);
        var last = await LastAsync(test);
        var template = (await EntryAsync(test, last)).Open();
        var impossible = EntryCodec.House.Write(new Departed(new(Guid.NewGuid()), DepartureReason.Death));
        var folded = Sealing.Seal(template with { Position = last + 1, Act = Guid.NewGuid(), Kind = impossible.Kind, Data = impossible.Data });
        await using (var store = await test.OpenStoreAsync()) await store.AppendAsync(new(Name), last, [folded]);
        await AssertStoppedAsync(test, new(last + 1, BrokenReason.FoldFailed));
    }

    private static async Task<TestNode> WithEntriesAsync(Backend backend, int more)
    {
        var test = await TestNode.OpenAsync(backend);
        await TestCollective.FoundAsync(test.Node, Name);
        await TestCollective.FoundAsync(test.Node, "tejas-del-este-9q3d");
        await AddAsync(test.Node, more);
        return test;
    }

    private static async Task AddAsync(Node node, int more)
    {
        var plant = new TestCollective(new(Name), 8);
        for (var i = 0; i < more; i++) await plant.EnterAsync(node, plant.Secretary, new ProposeRecovery(plant.Members[3 + i % 5]));
    }

    /// <summary>After a restart: stopped there, readable up to there, exportable up to there, and the other book well.</summary>
    private static async Task<Broken> AssertStoppedAsync(TestNode test, Broken? expected = null, BrokenReason? reason = null)
    {
        var node = await test.ReopenAsync();
        var desk = node.Find(new(Name))!;
        var broken = Assert.IsType<Broken>(desk.Current.Broken);
        Assert.Equal(reason ?? expected!.Reason, broken.Reason);
        if (expected is not null) Assert.Equal(expected, broken);
        Assert.Equal(broken.Position - 1, desk.Current.Position);
        var plant = new TestCollective(new(Name), 8);
        Assert.Equal(new ActAnswer.Stopped(broken), await plant.AskAsync(node, plant.Secretary, new ProposeRecovery(plant.Members[4])));

        var read = await desk.ReadAsync(0, long.MaxValue).ToListAsync();
        Assert.Equal(broken.Position - 1, read.Count);
        Assert.Equal(read.Aggregate(Domain.Collective.Empty, (state, entry) => Domain.Collective.Evolve(state, entry.Recorded)).Roster.Recoveries, desk.Current.State.Roster.Recoveries);
        if (desk.Current.State.Deed.Keys.Length > 0)
        {
            using var written = new MemoryStream();
            await node.WriteAsync(plant.Id, Audience.Members, written);
            var verified = await LibroVerifier.VerifyAsync(new MemoryStream(written.ToArray()));
            Assert.Equal((null, broken.Position - 1), (verified.Result.Fault, verified.Result.Size));
        }

        var other = new TestCollective(new("tejas-del-este-9q3d"), 8);
        await other.EnterAsync(node, other.Secretary, new ProposeRecovery(other.Members[4]));
        return broken;
    }

    // Another person stands in the entry, and bytes and hash agree.
    private static async Task ForgeAsync(TestNode test, long position)
    {
        var data = EntryCodec.House.Write(new RecoveryProposed(TestCollective.PersonOf(new(Name), 1)));
        var forged = Sealing.Seal((await EntryAsync(test, position)).Open() with { Data = data.Data });
        await test.SpoilAsync("UPDATE book_entry SET bytes = @bytes, hash = @hash WHERE book = @book AND position = @position",
            ("@bytes", forged.Bytes.ToArray()), ("@hash", forged.Hash.ToArray()), ("@book", Name), ("@position", position));
    }

    private static async Task WriteHeadAsync(TestNode test, long upTo)
    {
        await using var store = await test.OpenStoreAsync();
        var head = new Frontier();
        await foreach (var entry in store.ReadAsync(new(Name), 0, upTo)) head.Add(entry.Hash);
        await test.SpoilAsync("UPDATE book_head SET size = @size, frontier = @frontier WHERE book = @book", ("@size", head.Size), ("@frontier", head.ToArray()), ("@book", Name));
    }

    private static async Task<SealedEntry> EntryAsync(TestNode test, long position)
    {
        await using var store = await test.OpenStoreAsync();
        return await store.ReadAsync(new(Name), position - 1, position).SingleAsync();
    }

    private static async Task<long> LastAsync(TestNode test)
    {
        await using var store = await test.OpenStoreAsync();
        return await store.HeadAsync(new(Name));
    }
}
