using Autogestion.Domain.Assemblies;
using Autogestion.Domain.Kernel;
using Autogestion.Look;
using Autogestion.Web;
using Autogestion.Wording;

namespace Autogestion.Pages.Assemblies;

/// <summary>One line of an agenda as typed.</summary>
public sealed record AgendaRow(string Title, Matter Matter, bool ToRatify);

/// <summary>
/// The lines of an agenda being written: a fixed number of rows with names of their own, and a button for more, so that
/// nothing needs a script.
/// </summary>
public sealed record AgendaRows(ImmutableArray<AgendaRow> Rows)
{
    private const int First = 4, More = 4, Most = 60;

    /// <summary>An empty form.</summary>
    public static AgendaRows Empty { get; } = new([.. Enumerable.Repeat(new AgendaRow("", Matter.General, false), First)]);

    /// <summary>The lines that were typed.</summary>
    public IEnumerable<AgendaRow> Written => Rows.Where(row => row.Title.Length > 0);

    /// <summary>Reads what was typed.</summary>
    public static AgendaRows Read(IFormCollection form)
    {
        var count = int.TryParse(form["rows"], out var rows) ? Math.Clamp(rows, First, Most) : First;
        return new([.. Enumerable.Range(0, count).Select(row => new AgendaRow(
            form[$"title{row}"].ToString().Trim(),
            Enum.TryParse<Matter>(form[$"matter{row}"], out var matter) && Enum.IsDefined(matter) ? matter : Matter.General,
            form[$"ratify{row}"].Count > 0))]);
    }

    /// <summary>The same with more empty rows.</summary>
    public AgendaRows WithMore() => new([.. Rows, .. Enumerable.Repeat(new AgendaRow("", Matter.General, false), Math.Min(More, Most - Rows.Length))]);

    /// <summary>The lines as they go into the act, with their words made ready.</summary>
    public (ImmutableArray<AgendaDraft> Drafts, TypedWords[] Words) Drafts(Func<string, TypedWords> prepare)
    {
        var prepared = Written.Select(row => (Row: row, Words: prepare(row.Title))).ToList();
        return ([.. prepared.Select(one => new AgendaDraft(one.Words, one.Row.Matter, one.Row.ToRatify))], [.. prepared.Select(one => one.Words)]);
    }

    /// <summary>The matters to choose from, in the reader's words; anything else first.</summary>
    public static IReadOnlyList<(string Value, string Words)> Matters(Reader reader) =>
    [
        ($"{Matter.General}", reader.Name(Matter.General)),
        .. Enum.GetValues<Matter>().Where(matter => matter != Matter.General).Select(matter => ($"{matter}", reader.Name(matter))).OrderBy(matter => matter.Item2, StringComparer.Create(reader.Culture, true)),
    ];
}
