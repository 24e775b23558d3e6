using System.Runtime.CompilerServices;

namespace Autogestion.Book;

/// <summary>Walks beside a book with the leaf hashes of an older copy.</summary>
public sealed class OlderCopy : IAsyncDisposable
{
    private readonly IAsyncEnumerator<Hash>? leaves;
    private bool ended;

    internal OlderCopy(IAsyncEnumerable<Hash>? leaves, CancellationToken cancellation)
    {
        this.leaves = leaves?.GetAsyncEnumerator(cancellation);
        ended = leaves is null;
    }

    /// <summary>The leaf hashes of a book in a store, for <see cref="VerificationOptions.Older"/>.</summary>
    public static async IAsyncEnumerable<Hash> LeavesOf(IBookStore store, BookId book, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        for (var index = 0L; ;)
        {
            var leaves = await store.HashesAsync(book, 0, index, Pages.Entries, cancellation);
            if (leaves.Count == 0) yield break;
            foreach (var leaf in leaves) yield return leaf;
            index += leaves.Count;
        }
    }

    /// <summary>Is the older copy's next leaf another?</summary>
    internal async Task<bool> DiffersAsync(Hash leaf) => await NextAsync() && leaves!.Current != leaf;

    /// <summary>Does the older copy go on?</summary>
    internal Task<bool> IsLongerAsync() => NextAsync();

    public ValueTask DisposeAsync() => leaves?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<bool> NextAsync()
    {
        ended = ended || !await leaves!.MoveNextAsync();
        return !ended;
    }
}
