using Autogestion.Book;
using Autogestion.Domain.Kernel;

namespace Autogestion.Office.Desk;

/// <summary>
/// Takes away words that were kept for an act which was refused or never came, and printed codes that are over. Whatever any
/// entry of the book names stays; a book that is not whole is not swept.
/// </summary>
public static class Sweeping
{
    /// <summary>Words wait at least this long for their act.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>Between two rounds, and after one that failed.</summary>
    public static readonly TimeSpan Round = TimeSpan.FromHours(6);

    /// <summary>After the start, which has other work.</summary>
    public static readonly TimeSpan First = TimeSpan.FromMinutes(10);

    private const int IdLength = 36;

    /// <summary>One round over all books of the node. A book is read only if words wait in it.</summary>
    /// <returns>How many texts were taken away.</returns>
    public static async Task<int> RoundAsync(Node node, CancellationToken cancellation = default)
    {
        var removed = 0;
        foreach (var book in node.Books.Where(book => book.Broken is null))
        {
            IReadOnlySet<Guid>? named = null;
            removed += await node.Registry.Texts.SweepAsync(
                book.Id, Patience, async _ => named ??= await NamedAsync(node.Store, new(book.Id.Value), cancellation), cancellation);
        }
        await node.Registry.Invitations.SweepAsync(cancellation);
        return removed;
    }

    // Every id that stands anywhere in the book, whatever it names: so nothing that is needed goes, also of kinds to come.
    private static async Task<IReadOnlySet<Guid>> NamedAsync(IBookStore store, BookId book, CancellationToken cancellation)
    {
        var named = new HashSet<Guid>();
        await foreach (var entry in store.ReadAsync(book, 0, cancellation: cancellation)) Collect(entry.Bytes.Span, named);
        return named;
    }

    internal static void Collect(ReadOnlySpan<byte> bytes, HashSet<Guid> named)
    {
        for (var at = 0; at + IdLength <= bytes.Length;)
        {
            var dash = bytes[(at + 8)..].IndexOf((byte)'-');
            if (dash < 0) return;
            at += dash;
            if (at + IdLength <= bytes.Length && bytes[at + 13] == '-' && Guid.TryParseExact(System.Text.Encoding.UTF8.GetString(bytes.Slice(at, IdLength)), "D", out var id))
            {
                named.Add(id);
                at += IdLength;
            }
            else at++;
        }
    }
}
