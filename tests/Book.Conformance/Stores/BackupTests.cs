using Autogestion.Book.Sqlite;

namespace Autogestion.Book.Conformance.Stores;

/// <summary>Backups taken while others write, and restores that are never silent.</summary>
public abstract class BackupTests(IPlaces places)
{
    private static readonly BookId A = new("vidriera"), B = new("textil"), C = new("metal");

    [Fact]
    public async Task A_backup_taken_while_others_write_is_a_whole_older_state()
    {
        await using var place = await places.NewAsync();
        await using var store = await place.OpenAsync();
        using var folder = new TemporaryFolder();
        using var signer = NoteSigner.Create(Checkpoint.OriginOf(A));
        await store.AppendAsync(A, 0, Samples.Acts(A, 0, Enumerable.Repeat(1, 300)));
        var frontier = await store.FrontierAsync(A);
        await store.KeepCheckpointAsync(A, new Checkpoint(A, 300, frontier.Root()).Sign(signer).ToString(), 300);
        using var stop = new CancellationTokenSource();
        var writing = Task.WhenAll(new[] { A, B }.Select(book => Task.Run(async () =>
        {
            for (var head = await store.HeadAsync(book); !stop.IsCancellationRequested; head += 3) await store.AppendAsync(book, head, Samples.Act(book, head, parts: 3));
        })));
        await store.BackupAsync(folder.File("backup.db"));
        await stop.CancelAsync();
        await writing;

        await using var backup = await SqliteBookStore.OpenAsync(folder.File("backup.db"));
        Assert.True(await backup.HeadAsync(A) >= 300);
        foreach (var head in await backup.HeadsAsync())
        {
            Assert.Null((await StoreVerification.VerifyAsync(backup, head.Book, new VerificationOptions { Keys = [signer.Verifier] })).Fault);
            Samples.AssertSame(await store.ReadAsync(head.Book, 0, head.Size).ToListAsync(), await backup.ReadAsync(head.Book, 0).ToListAsync());
        }
        Assert.Single(await backup.CheckpointsAsync(A));
        Assert.Equal(["backup.db"], Directory.GetFiles(folder.Path).Select(Path.GetFileName).Where(name => !name!.Contains('-', StringComparison.Ordinal)));
        await Assert.ThrowsAsync<IOException>(() => store.BackupAsync(folder.File("backup.db")));
    }

    [Fact]
    public async Task A_backup_restores_into_an_empty_store_and_the_book_goes_on()
    {
        await using var place = await places.NewAsync();
        await using var store = await place.OpenAsync();
        using var folder = new TemporaryFolder();
        await store.AppendAsync(A, 0, Samples.Acts(A, 0, Enumerable.Repeat(2, 400)));
        await store.BackupAsync(folder.File("backup.db"));
        var held = new Checkpoint(A, 800, (await store.FrontierAsync(A)).Root());

        await using var backup = await SqliteBookStore.OpenAsync(folder.File("backup.db"));
        await using var elsewhere = await places.NewAsync();
        await using var target = await elsewhere.OpenAsync();
        var plan = await RestorePlan.MakeAsync(backup, [held]);
        Assert.True(plan.IsWhole);
        await plan.RestoreAsync(backup, target, new HashSet<BookId>());
        Samples.AssertSame(await store.ReadAsync(A, 0).ToListAsync(), await target.ReadAsync(A, 0).ToListAsync());
        Assert.Null((await StoreVerification.VerifyAsync(target, A, new VerificationOptions { Since = [held] })).Fault);
        Assert.Equal(new AppendResult.Appended(801), await target.AppendAsync(A, 800, Samples.Act(A, 800)));
    }

    [Fact]
    public async Task A_restore_that_would_go_on_silently_must_be_decided_by_name()
    {
        await using var place = await places.NewAsync();
        await using var store = await place.OpenAsync();
        using var folder = new TemporaryFolder();
        foreach (var book in new[] { A, B, C }) await store.AppendAsync(book, 0, Samples.Acts(book, 0, Enumerable.Repeat(1, 10)));
        await store.BackupAsync(folder.File("backup.db"));
        var root = (await store.FrontierAsync(A)).Root();
        await store.AppendAsync(A, 10, Samples.Acts(A, 10, 1, 1, 1));
        var lost = new BookId("perdida");
        Checkpoint[] held =
        [
            new(A, 10, root),
            new(A, 13, (await store.FrontierAsync(A)).Root()),
            new(B, 10, Merkle.EmptyRoot),
            new(lost, 4, Merkle.EmptyRoot),
        ];

        await using var backup = await SqliteBookStore.OpenAsync(folder.File("backup.db"));
        var plan = await RestorePlan.MakeAsync(backup, held);
        Assert.Equal(
            [(C, RestoreVerdict.Unknown, 0L), (lost, RestoreVerdict.Behind, 4L), (B, RestoreVerdict.Different, 0L), (A, RestoreVerdict.Behind, 13L)],
            plan.Books.Select(line => (line.Book, line.Verdict, line.LastLost)));
        var behind = plan.Books.Single(line => line.Book == A);
        Assert.Equal((10L, root, 11L), (behind.Size, behind.Root, behind.FirstLost));

        await using var elsewhere = await places.NewAsync();
        await using var target = await elsewhere.OpenAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => plan.RestoreAsync(backup, target, new HashSet<BookId> { A, B, C }));
        Assert.Empty(await target.HeadsAsync());

        await BookCopy.CopyAsync(store, backup, new BookHead(A, 13));
        var again = await RestorePlan.MakeAsync(backup, held);
        Assert.Equal(RestoreVerdict.Whole, again.Books.Single(line => line.Book == A).Verdict);
        await again.RestoreAsync(backup, target, new HashSet<BookId> { B, C, lost });
        Assert.Equal([new BookHead(C, 10), new BookHead(B, 10), new BookHead(A, 13)], await target.HeadsAsync());
    }

    [Fact]
    public async Task Copying_refuses_a_book_that_differs_and_can_be_repeated()
    {
        await using var place = await places.NewAsync();
        await using var store = await place.OpenAsync();
        await using var elsewhere = await places.NewAsync();
        await using var target = await elsewhere.OpenAsync();
        await store.AppendAsync(A, 0, Samples.Acts(A, 0, Enumerable.Repeat(3, 500)));
        await target.AppendAsync(B, 0, Samples.Acts(B, 0, 1));
        await BookCopy.CopyAllAsync(store, target);
        await BookCopy.CopyAllAsync(store, target);
        Assert.Equal(1500, await target.HeadAsync(A));

        await store.AppendAsync(B, 0, Samples.Acts(B, 0, 1, 1));
        var refused = await Assert.ThrowsAsync<BookDiffersException>(() => BookCopy.CopyAllAsync(store, target));
        Assert.Equal((B, 1L), (refused.Book, refused.Size));
        Assert.Equal(1, await target.HeadAsync(B));
    }
}

public sealed class SqliteBackupTests(SqlitePlaces places) : BackupTests(places), IClassFixture<SqlitePlaces>;

public sealed class PostgresBackupTests(PostgresPlaces places) : BackupTests(places), IClassFixture<PostgresPlaces>;
