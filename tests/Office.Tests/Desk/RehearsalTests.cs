using System.Text.Json;
using Autogestion.Book;
using Autogestion.Book.Sqlite;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Deed;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Posts;
using Autogestion.Office.Codec;
using Autogestion.Office.Desk;
using Autogestion.Office.Tests.Support;
using NodaTime;

namespace Autogestion.Office.Tests.Desk;

/// <summary>
/// Whoever can forge a book so that every hash is right again still has to make the rules agree: each act is decided again
/// against the fold before it.
/// </summary>
public sealed class RehearsalTests : IAsyncLifetime
{
    private TestNode test = null!;
    private TestCollective plant = null!;
    private List<ReadEntry> book = null!;

    public async ValueTask InitializeAsync()
    {
        test = await TestNode.OpenAsync();
        plant = await TestCollective.FoundAsync(test.Node);
        await plant.ResolveAsync(test.Node, test.Clock, new AuthoriseKey("another+00000000+key"));
        await using var store = await test.OpenStoreAsync();
        book = [.. (await TestNode.EntriesAsync(store, plant.Id)).Select(EntryForm.Open)];
    }

    public ValueTask DisposeAsync() => test.DisposeAsync();

    [Fact]
    public async Task A_book_that_the_desk_wrote_is_decided_again_as_it_stands()
    {
        var result = await RehearseAsync([.. book.Select(entry => entry.Envelope)]);
        Assert.Equal(new RehearsalResult(book.Select(entry => entry.Stamp.Act).Distinct().Count(), book.Count), result);
    }

    [Fact]
    public async Task A_ballot_that_says_something_else_than_was_asked_is_found()
    {
        var ballot = Find<BallotCast>();
        var result = await ForgeAsync(ballot, envelope => envelope with { Data = Data(((BallotCast)ballot.Entry) with { Ballot = Choice.Against }) });
        Assert.Equal((ballot.Position, RehearsalFault.OtherEntries), (result.Position, result.Fault));
    }

    [Fact]
    public async Task A_ballot_forged_with_what_was_asked_is_found_at_the_count()
    {
        var ballot = Find<BallotCast>();
        var cast = (BallotCast)ballot.Entry;
        var result = await ForgeAsync(ballot, envelope => envelope with
        {
            Data = Data(cast with { Ballot = Choice.Against }),
            Asked = Asked(new CastBallot(cast.Assembly, cast.Motion, Choice.Against)),
        });
        Assert.Equal((Find<VoteCounted>().Position, RehearsalFault.OtherEntries), (result.Position, result.Fault));
    }

    [Fact]
    public async Task A_ballot_of_somebody_who_was_not_there_would_be_refused()
    {
        var ballot = Find<BallotCast>();
        var stranger = new PersonId(Guid.NewGuid());
        var result = await ForgeAsync(ballot, envelope => envelope with { Author = stranger.ToString(), Data = Data(((BallotCast)ballot.Entry) with { Person = stranger }) });
        Assert.Equal((ballot.Position, RehearsalFault.WouldBeRefused, "authority.not-member"), (result.Position, result.Fault, result.Detail));
    }

    [Fact]
    public async Task A_longer_term_in_the_founding_is_found_at_its_own_entry()
    {
        var mandate = Find<MandateGranted>();
        var granted = (MandateGranted)mandate.Entry;
        var result = await ForgeAsync(mandate, envelope => envelope with { Data = Data(granted with { Until = granted.Until + Duration.FromDays(3650) }) });
        Assert.Equal((mandate.Position, RehearsalFault.OtherEntries), (result.Position, result.Fault));
    }

    [Fact]
    public async Task A_part_of_an_act_with_another_author_is_found()
    {
        var mandate = Find<MandateGranted>();
        var result = await ForgeAsync(mandate, envelope => envelope with { Author = plant.Auditor.ToString() });
        Assert.Equal((mandate.Position, RehearsalFault.OtherEntries), (result.Position, result.Fault));
    }

    [Fact]
    public async Task An_act_that_nobody_asked_for_is_found()
    {
        var ballot = Find<BallotCast>();
        var result = await ForgeAsync(ballot, envelope => envelope with { Asked = default });
        Assert.Equal((ballot.Position, RehearsalFault.NothingAsked), (result.Position, result.Fault));
    }

    [Fact]
    public async Task An_entry_that_these_rules_do_not_know_is_found()
    {
        var ballot = Find<BallotCast>();
        var result = await ForgeAsync(ballot, envelope => envelope with { Kind = "assembly.ballot-teleported" });
        Assert.Equal((ballot.Position, RehearsalFault.Unreadable), (result.Position, result.Fault));
    }

    [Fact]
    public async Task Time_that_goes_back_is_found()
    {
        var last = book[^1];
        var first = book.First(entry => entry.Stamp.Act == last.Stamp.Act).Position;
        var result = await RehearseAsync([.. book.Select(entry => entry.Position < first ? entry.Envelope : entry.Envelope with { Entered = book[0].Envelope.Entered })], whole: false);
        Assert.Equal((first, RehearsalFault.TimeGoesBack), (result.Position, result.Fault));
    }

    [Fact]
    public async Task An_act_that_breaks_off_is_found()
    {
        var result = await Rehearsal.RunAsync(book.SkipLast(1).ToAsyncEnumerable());
        Assert.Equal((book.Count, RehearsalFault.Unreadable), (result.Position, result.Fault));
    }

    private ReadEntry Find<T>() => book.First(entry => entry.Entry is T);

    private Task<RehearsalResult> ForgeAsync(ReadEntry target, Func<Envelope, Envelope> forge) =>
        RehearseAsync([.. book.Select(entry => entry == target ? forge(entry.Envelope) : entry.Envelope)]);

    // Sealed again from the forged entry on, so that the seals say nothing.
    private async Task<RehearsalResult> RehearseAsync(IReadOnlyList<Envelope> envelopes, bool whole = true)
    {
        await using var store = await SqliteBookStore.OpenAsync(Path.Combine(test.Folder, "forged.db"));
        await store.AppendAsync(new(plant.Id.Value), 0, [.. envelopes.Select(Sealing.Seal)]);
        Assert.Equal(whole, (await StoreVerification.VerifyAsync(store, new(plant.Id.Value))).IsWhole);
        return await Rehearsal.RunAsync(store.ReadAsync(new(plant.Id.Value), 0).Select(EntryForm.Open));
    }

    private static ReadOnlyMemory<byte> Data(Entry entry) => EntryCodec.House.Write(entry).Data;

    private static ReadOnlyMemory<byte> Asked(Act act) => JsonSerializer.SerializeToUtf8Bytes(act, JsonForm.Options);
}
