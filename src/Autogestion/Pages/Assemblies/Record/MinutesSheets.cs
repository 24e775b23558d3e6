using Autogestion.Book;
using Autogestion.Documents;
using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Look;
using Autogestion.Office.Desk;
using Autogestion.Web;

namespace Autogestion.Pages.Assemblies.Record;

/// <summary>Lays minutes out on sheets: those to be put on folios, and those that stand on them, each with what its foot says.</summary>
public sealed class MinutesSheets(Node node, Visit visit, Reader reader, AssemblyRecord record)
{
    private Registry.Texts Texts => node.Registry.Texts;

    private Minutes? Minutes => visit.State.Assemblies.Past.GetValueOrDefault(record.Assembly.Id.Value)?.Minutes;

    /// <summary>Whether something is to be put on folios: the minutes themselves, or what came after.</summary>
    public static bool Waits(Minutes? minutes) => minutes is { Number: not null } && (minutes.Folios.IsEmpty || minutes.OnFolios < minutes.Beside.Length);

    /// <summary>The words of each sheet to be put on folios now, ready to be stored.</summary>
    public async Task<ImmutableArray<TypedWords>> PrepareAsync(CancellationToken cancellation)
    {
        var blocks = await MinutesText.ReadAsync(visit, record, Texts, reader, added: Minutes is { Folios.IsEmpty: false }, cancellation);
        return [.. SheetLayout.Cut(blocks).Select(sheet => Texts.Prepare(visit.Book.Id, reader.Language, SheetText.Write(sheet), Retention.Legal)).Select(text => new TypedWords(text.Reference, text.Prepared))];
    }

    /// <summary>The document to print: the folios as they stand in the book, or a draft where there are none.</summary>
    /// <param name="origin">Scheme and host of this node, for the codes.</param>
    public async Task<byte[]> PrintAsync(string origin, CancellationToken cancellation)
    {
        var sheets = ImmutableArray.CreateBuilder<Sheet>();
        var seal = await SealAsync(cancellation);
        foreach (var range in Minutes?.Folios ?? [])
            await foreach (var entry in visit.Desk.ReadAsync(range.Position - 1, range.Position, cancellation))
                sheets.AddRange(await FoliosAsync((MinutesFoliated)entry.Entry, entry.Position, seal, origin, cancellation));
        if (sheets.Count == 0)
            sheets.AddRange(SheetLayout.Cut(await MinutesText.ReadAsync(visit, record, Texts, reader, added: false, cancellation)).Select(sheet => new Sheet(sheet, null, null, reader["folios.draftFoot"])));
        return SheetPdf.Make(Head(await Words.ReadAsync(Texts, visit.Book.Id, [AssemblyWords.NameOf(record.Assembly.Body, visit)], reader, cancellation)), sheets);
    }

    private async Task<IEnumerable<Sheet>> FoliosAsync(MinutesFoliated foliated, long position, Checkpoint? seal, string origin, CancellationToken cancellation)
    {
        var words = await Words.ReadAsync(Texts, visit.Book.Id, foliated.Sheets, reader, cancellation);
        return foliated.Sheets.Select((text, index) =>
        {
            var folio = foliated.From + index;
            var address = SheetProof.Address(visit.Book.Id, position, folio, text.Hash, seal);
            var foot = string.Join('\n',
                reader["folios.foot", ("number", Minutes!.Number), ("folio", folio), ("book", foliated.Book), ("position", position)],
                reader["folios.footHash", ("hash", text.Hash)],
                seal is null ? reader["folios.footUnsealed"] : reader["folios.footSeal", ("size", seal.Size), ("root", seal.Root.ToString())],
                reader["folios.footWhat"],
                reader["folios.footWhere", ("address", $"{origin}/c/{visit.Book.Id}/sheet")]);
            return new Sheet(SheetText.Read(words[text]), folio, origin + address, foot);
        });
    }

    private SheetHead Head(Words words)
    {
        var say = new AssemblyWords(reader, visit, words);
        var book = Minutes?.Folios is [var first, ..] ? first.Book : visit.State.Assemblies.BookOf(record.Assembly.Body).Number;
        return new(
            reader["assemblies.minutes.title", ("kind", say.Kind(record.Assembly.Kind, record.Assembly.Body)), ("day", reader.ShortDate(record.Assembly.Calls[0].At))],
            visit.State.Deed.Name, reader["folios.bookOf", ("body", say.Body(record.Assembly.Body)), ("book", book)], reader.Language,
            reader["book.folioNumber", ("folio", "{0}")], reader["folios.code", ("address", "{0}")], reader["folios.draft"]);
    }

    private async Task<Checkpoint?> SealAsync(CancellationToken cancellation)
    {
        if (visit.Book.Broken is not null || !visit.State.Deed.Keys.Contains(node.Keys.For(visit.Book.Id).Verifier.ToString())) return null;
        return Checkpoint.Parse((await node.CheckpointAsync(visit.Book.Id, cancellation)).Text);
    }
}
