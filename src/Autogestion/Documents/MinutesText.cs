using Autogestion.Domain.Assemblies;
using Autogestion.Look;
using Autogestion.Office.Desk;
using Autogestion.Pages.Assemblies;
using Autogestion.Pages.Assemblies.Record;
using Autogestion.Web;
using Autogestion.Wording;

namespace Autogestion.Documents;

/// <summary>Minutes as running text for the sheets of a bound book: what the page shows, said once and for all in one language.</summary>
public static class MinutesText
{
    /// <summary>Reads the record of a sitting and says it.</summary>
    /// <param name="added">Only what was written beside it after it went on folios.</param>
    public static async Task<ImmutableArray<Block>> ReadAsync(Visit visit, AssemblyRecord record, Registry.Texts texts, Reader reader, bool added, CancellationToken cancellation)
    {
        var words = await Words.ReadAsync(texts, visit.Book.Id, MinutesWords.Texts(record, visit), reader, cancellation);
        return added ? Added(visit, record, reader, words) : Of(visit, record, reader, words);
    }

    /// <summary>The whole minutes.</summary>
    public static ImmutableArray<Block> Of(Visit visit, AssemblyRecord record, Reader reader, Words words)
    {
        var assembly = record.Assembly;
        var say = new AssemblyWords(reader, visit, words);
        var tell = new MinutesWords(reader, visit, say, assembly);
        List<Block> blocks =
        [
            new(BlockKind.Title, Title(visit, record, reader, say)),
            new(BlockKind.Paragraph, reader["assemblies.minutes.intro", ("collective", visit.State.Deed.Name), ("place", say[assembly.Place]), ("when", say.When(assembly.OpenedAt ?? assembly.Calls[0].At)), ("noticed", say.When(assembly.NoticedAt)), ("by", visit.NameOf(assembly.NoticedBy)), ("position", assembly.Position)]),
            new(BlockKind.Heading, reader["assemblies.agenda.title"]),
            .. assembly.Agenda.SelectMany(item => Block.Lines(BlockKind.Paragraph, $"{item.Number}. {say.ItemName(item)}{(item.ToRatify ? $" ({reader["assemblies.agenda.toRatify"]})" : "")}")),
        ];
        var officers = MinutesLine.Of(record).OfType<MinutesLine.Named>().GroupBy(named => named.Role).OrderBy(role => role.Key).ToList();
        if (officers.Count > 0) blocks.Add(new(BlockKind.Heading, reader["assemblies.officers.title"]));
        foreach (var role in officers)
            blocks.Add(new(BlockKind.Paragraph, $"{reader.Name(role.Key)}: {string.Join(", ", role.Select(named => visit.NameOf(named.Person)).Distinct())}."));
        blocks.Add(new(BlockKind.Heading, reader["assemblies.minutes.happened"]));
        blocks.AddRange(MinutesLine.Of(record).Where(line => line is not MinutesLine.Named).SelectMany(line => Say(line, tell)));
        blocks.AddRange(Attendance(visit, assembly, reader));
        blocks.AddRange(Signatures(visit, record, reader));
        return [.. blocks];
    }

    /// <summary>What was written beside the minutes after they went on folios.</summary>
    private static ImmutableArray<Block> Added(Visit visit, AssemblyRecord record, Reader reader, Words words)
    {
        var say = new AssemblyWords(reader, visit, words);
        var tell = new MinutesWords(reader, visit, say, record.Assembly);
        var since = visit.State.Assemblies.Past[record.Assembly.Id.Value].Minutes!;
        var lines = MinutesLine.Of(record with { Entries = [.. record.Entries.Where(entry => since.Beside.Skip(since.OnFolios).Contains(entry.Position))] });
        return [new(BlockKind.Title, reader["folios.added", ("title", Title(visit, record, reader, say))]), .. lines.SelectMany(line => Say(line, tell))];
    }

    private static string Title(Visit visit, AssemblyRecord record, Reader reader, AssemblyWords say)
    {
        var kind = say.Kind(record.Assembly.Kind, record.Assembly.Body);
        return visit.State.Assemblies.Past.GetValueOrDefault(record.Assembly.Id.Value)?.Minutes?.Number is { } number
            ? reader["folios.title", ("number", number), ("kind", kind)]
            : reader["assemblies.minutes.head", ("kind", kind)];
    }

    private static IEnumerable<Block> Say(MinutesLine line, MinutesWords tell) => line switch
    {
        MinutesLine.Item => Block.Lines(BlockKind.Subheading, tell.Say(line)),
        MinutesLine.Note => Block.Lines(BlockKind.Quote, tell.Say(line)),
        MinutesLine.Voted voted =>
        [
            .. Block.Lines(BlockKind.Paragraph, tell.Say(line)),
            .. tell.VotesByName(voted.Motion).Select(vote => new Block(BlockKind.Paragraph, $"{vote.Choice}: {vote.Names}.")),
        ],
        _ => Block.Lines(BlockKind.Paragraph, tell.Say(line)),
    };

    private static IEnumerable<Block> Attendance(Visit visit, Assembly assembly, Reader reader)
    {
        if (assembly.Opening is null) yield break;
        var table = AttendanceTable.Of(assembly, visit);
        yield return new(BlockKind.Heading, reader["assemblies.minutes.attendance"]);
        yield return new(BlockKind.Paragraph, reader["assemblies.minutes.attendanceSum", ("present", table.Present.Count(row => row.Votes)), ("roll", assembly.Opening.Roll.Length), ("byHand", table.ByHand), ("contested", table.Contested)]);
        yield return Block.Row(BlockKind.TableHead, reader["assemblies.minutes.number"], reader["assemblies.list.who"], reader["assemblies.minutes.inOut"], reader["assemblies.list.how"]);
        foreach (var row in table.Present)
            yield return Block.Row(BlockKind.TableRow,
                row.Number is { } number ? reader.Number(number) : "",
                row.Name + (row.Votes ? "" : $" ({reader["assemblies.list.voice"]})"),
                string.Join(", ", row.Stays.Select(stay => $"{reader.Hour(stay.In)}–{(stay.Out is { } left ? reader.Hour(left) : "")}")),
                string.Join(", ", row.Stays.Select(stay => reader[$"assemblies.how.{stay.Means}"]).Distinct()) + (row.Contested ? $" · {reader["assemblies.list.isContested"]}" : ""));
        if (table.Missing.Length > 0) yield return new(BlockKind.Paragraph, reader["assemblies.minutes.missing", ("names", string.Join(", ", table.Missing.Select(row => row.Name)))]);
    }

    private static IEnumerable<Block> Signatures(Visit visit, AssemblyRecord record, Reader reader) =>
        record.Assembly.Signers.IsEmpty ? [] :
        [
            new(BlockKind.Heading, reader["folios.signatures"]),
            .. record.Assembly.Signers.Select(signer => new Block(BlockKind.Signature, visit.NameOf(signer))),
        ];
}
