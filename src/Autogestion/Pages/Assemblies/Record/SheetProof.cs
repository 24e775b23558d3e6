using System.Globalization;
using Autogestion.Book;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Web;

namespace Autogestion.Pages.Assemblies.Record;

/// <summary>What a code on a sheet says and what the book answers: numbers and hashes only, never a name or a word.</summary>
/// <param name="Found">The entry that put this sheet on its folio, or null.</param>
/// <param name="SameHash">The hash on the sheet is the one in the book.</param>
/// <param name="SameBook">The book as it was when the sheet was printed is the beginning of today's; null where the sheet does not say.</param>
public sealed record SheetProof(MinutesFoliated? Found, Instant? At, Text? Sheet, bool SameHash, bool? SameBook)
{
    /// <summary>The address that the code holds.</summary>
    public static string Address(CollectiveId book, long position, int folio, string hash, Checkpoint? seal) => string.Create(
        CultureInfo.InvariantCulture, $"/c/{book}/sheet?p={position}&f={folio}&h={hash}{(seal is null ? "" : $"&s={seal.Size}&r={Uri.EscapeDataString(seal.Root.ToString())}")}");

    /// <summary>Looks what a sheet says up in the book: one entry, and the root of one earlier size.</summary>
    public static async Task<SheetProof> LookUpAsync(Visit visit, IBookStore store, long position, int folio, string? hash, long? size, string? root, CancellationToken cancellation)
    {
        MinutesFoliated? found = null;
        Instant? at = null;
        if (position >= 1 && position <= visit.Book.Position)
            await foreach (var entry in visit.Desk.ReadAsync(position - 1, position, cancellation))
                if (entry.Entry is MinutesFoliated foliated && folio >= foliated.From && folio <= foliated.Through) (found, at) = (foliated, entry.Stamp.Entered);
        var sheet = found?.Sheets[folio - found.From];
        bool? same = null;
        if (size is { } stated && root is not null)
            same = stated >= position && stated <= visit.Book.Position && (await BookTree.Of(store, new(visit.Book.Id.Value)).RootAsync(stated, cancellation)).ToString() == root;
        return new(found, at, sheet, sheet is not null && sheet.Hash == hash, same);
    }
}
