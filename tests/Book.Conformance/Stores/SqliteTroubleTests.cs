using Autogestion.Book.Sqlite;
using Microsoft.Data.Sqlite;

namespace Autogestion.Book.Conformance.Stores;

/// <summary>Full disks, closed folders, damaged files: a plain word, nothing half done, and on it goes when the cause is gone.</summary>
public sealed class SqliteTroubleTests
{
    private static readonly BookId A = new("vidriera");

    [Fact]
    public async Task A_full_disk_refuses_appends_and_takes_them_again_when_there_is_room()
    {
        using var disk = new SmallDisk("2m");
        await using var store = await SqliteBookStore.OpenAsync(disk.File("books.db"));
        File.WriteAllBytes(disk.File("ballast"), new byte[1 << 20]);
        var trouble = await FillAsync(store);
        Assert.Equal(StoreTrouble.DiskFull, trouble);
        var head = await store.HeadAsync(A);
        await AssertWholeAsync(store, head);
        File.Delete(disk.File("ballast"));
        Assert.Equal(new AppendResult.Appended(head + 2), await store.AppendAsync(A, head, Samples.Act(A, head, parts: 2)));
        await AssertWholeAsync(store, head + 2);
    }

    [Fact]
    public async Task A_disk_closed_to_writing_can_be_read_and_refuses_appends()
    {
        using var disk = new SmallDisk("4m");
        await using (var store = await SqliteBookStore.OpenAsync(disk.File("books.db"))) await store.AppendAsync(A, 0, Samples.Acts(A, 0, 1, 2));
        disk.CloseToWriting();
        var refused = await Assert.ThrowsAsync<BookStoreUnavailableException>(() => SqliteBookStore.OpenAsync(disk.File("books.db")));
        Assert.Equal(StoreTrouble.ReadOnly, refused.Trouble);
        await using (var reading = await SqliteBookStore.OpenAsync(disk.File("books.db"), new SqliteBookStoreOptions { ReadOnly = true }))
        {
            await AssertWholeAsync(reading, 3);
            refused = await Assert.ThrowsAsync<BookStoreUnavailableException>(() => reading.AppendAsync(A, 3, Samples.Act(A, 3)));
            Assert.Equal(StoreTrouble.ReadOnly, refused.Trouble);
        }
        disk.OpenToWriting();
        await using var again = await SqliteBookStore.OpenAsync(disk.File("books.db"));
        Assert.Equal(new AppendResult.Appended(4), await again.AppendAsync(A, 3, Samples.Act(A, 3)));
    }

    [Fact]
    public async Task A_file_held_by_another_writer_is_busy_for_a_while_only()
    {
        using var folder = new TemporaryFolder();
        await using var store = await SqliteBookStore.OpenAsync(folder.File("books.db"), new SqliteBookStoreOptions { Patience = TimeSpan.FromMilliseconds(200) });
        await using (var other = new SqliteConnection($"Data Source={folder.File("books.db")};Pooling=false"))
        {
            await other.OpenAsync();
            await using var hold = other.CreateCommand();
            hold.CommandText = "BEGIN IMMEDIATE";
            await hold.ExecuteNonQueryAsync();
            var refused = await Assert.ThrowsAsync<BookStoreUnavailableException>(() => store.AppendAsync(A, 0, Samples.Act(A, 0)));
            Assert.Equal(StoreTrouble.Busy, refused.Trouble);
            Assert.Equal(0, await store.HeadAsync(A));
        }
        Assert.Equal(new AppendResult.Appended(1), await store.AppendAsync(A, 0, Samples.Act(A, 0)));
    }

    [Fact]
    public async Task A_missing_folder_is_unreachable()
    {
        using var folder = new TemporaryFolder();
        var refused = await Assert.ThrowsAsync<BookStoreUnavailableException>(() => SqliteBookStore.OpenAsync(folder.File("not/there/books.db")));
        Assert.Equal(StoreTrouble.Unreachable, refused.Trouble);
        refused = await Assert.ThrowsAsync<BookStoreUnavailableException>(
            () => SqliteBookStore.OpenAsync(folder.File("none.db"), new SqliteBookStoreOptions { ReadOnly = true }));
        Assert.Equal(StoreTrouble.Unreachable, refused.Trouble);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_damaged()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("books.db"), string.Concat(Enumerable.Repeat("this is a letter, not a database. ", 300)));
        var refused = await Assert.ThrowsAsync<BookStoreUnavailableException>(() => SqliteBookStore.OpenAsync(folder.File("books.db")));
        Assert.Equal(StoreTrouble.Damaged, refused.Trouble);
    }

    [Fact]
    public async Task A_truncated_file_is_damaged_where_it_is_read_and_verification_says_from_where()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("books.db");
        await using (var store = await SqliteBookStore.OpenAsync(file)) await store.AppendAsync(A, 0, Samples.Acts(A, 0, Enumerable.Repeat(1, 2000)));
        await using (var cut = new FileStream(file, FileMode.Open)) cut.SetLength(cut.Length / 2 / 4096 * 4096);
        try
        {
            await using var store = await SqliteBookStore.OpenAsync(file);
            var result = await StoreVerification.VerifyAsync(store, A);
            Assert.Contains(result.Fault!.Code, new[] { FaultCode.Unreadable, FaultCode.WrongHead });
            var refused = await Assert.ThrowsAsync<BookStoreUnavailableException>(() => store.ReadAsync(A, 0).ToListAsync());
            Assert.Equal(StoreTrouble.Damaged, refused.Trouble);
        }
        catch (BookStoreUnavailableException e)
        {
            Assert.Equal(StoreTrouble.Damaged, e.Trouble);
        }
    }

    /// <summary>Appends acts of two entries until the store refuses.</summary>
    private static async Task<StoreTrouble> FillAsync(IBookStore store)
    {
        for (var head = 0L; head < 100_000; head += 2)
        {
            try
            {
                Assert.Equal(new AppendResult.Appended(head + 2), await store.AppendAsync(A, head, Samples.Act(A, head, parts: 2)));
            }
            catch (BookStoreUnavailableException e)
            {
                return e.Trouble;
            }
        }
        throw new InvalidOperationException("the disk never became full");
    }

    private static async Task AssertWholeAsync(IBookStore store, long size)
    {
        var result = await StoreVerification.VerifyAsync(store, A);
        Assert.Equal((null, size), (result.Fault, result.Size));
    }
}
