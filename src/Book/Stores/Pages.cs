using System.Runtime.CompilerServices;

namespace Autogestion.Book;

/// <summary>Streams a book page by page: the next page is fetched while the caller works on this one, and a gap is an error, never a shorter book.</summary>
internal static class Pages
{
    /// <summary>Most entries of one page.</summary>
    public const int Entries = 1024;

    /// <summary>Bytes after which a page ends.</summary>
    public const int Bytes = 1 << 20;

    public static async IAsyncEnumerable<SealedEntry> ReadAsync(
        long after, long last, Func<long, long, CancellationToken, Task<List<SealedEntry>>> readPage, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (after >= last) yield break;
        var next = readPage(after, PageEnd(after, last), cancellation);
        try
        {
            while (after < last)
            {
                var page = await next;
                foreach (var entry in page)
                {
                    if (entry.Position != ++after) throw Missing(after);
                }
                if (page.Count == 0) throw Missing(after + 1);
                if (after < last) next = readPage(after, PageEnd(after, last), cancellation);
                foreach (var entry in page) yield return entry;
            }
        }
        finally
        {
            await next.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    /// <summary>A page is a range of positions, not "the next so many": a database that knows nothing of the table yet might sort the whole rest for each page.</summary>
    private static long PageEnd(long after, long last) => Math.Min(last, after + Entries);

    private static BookStoreUnavailableException Missing(long position) => new(StoreTrouble.Damaged, $"the entry at {position} is missing");
}
