using System.Text.Json;
using Autogestion.Look;

namespace Autogestion.House;

/// <summary>One page of the reference while it is written: headings, tables and links in one language.</summary>
sealed class ReferenceText
{
    static readonly Dictionary<string, Dictionary<string, string>> Words =
        JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(Repository.Read("tests/House/reference-words.json"), JsonSerializerOptions.Strict)!;

    readonly List<string> lines = [];
    readonly string page;

    public ReferenceText(string page, string language)
    {
        this.page = page;
        Reader = new Reader(language);
        var other = Texts.Languages.Where(one => one != language).Select(one => $"[{new Reader(one)["program.language"]}]({page}.{one}.md)");
        lines.AddRange([$"<!-- {this["made"].Replace("`", "", StringComparison.Ordinal)} -->", "", $"# {this[page]}", "", this[page + ".lead"].Replace("{language}", language, StringComparison.Ordinal), ""]);
        lines.Add($"{this["made"]} {this["also"]}: {string.Join(", ", other)}. {this["pages"]}: {string.Join(" · ", ReferencePages.Names.Select(name => name == page ? this[name] : $"[{this[name]}]({Href(name)})"))}.");
    }

    public Reader Reader { get; }

    public string this[string key] => Words[Reader.Language][key];

    public void Heading(int level, string words) => lines.AddRange(["", $"{new string('#', level)} {words}"]);

    public void Paragraph(string words) => lines.AddRange(["", words]);

    public void Table(IEnumerable<string> head, IEnumerable<IEnumerable<string>> rows)
    {
        var columns = head.ToList();
        lines.AddRange(["", $"| {string.Join(" | ", columns)} |", $"|{string.Concat(Enumerable.Repeat("---|", columns.Count))}"]);
        lines.AddRange(rows.Select(row => $"| {string.Join(" | ", row.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |"));
    }

    /// <summary>A link to a heading of this or another page.</summary>
    public string Link(string to, string heading) => $"[`{heading}`]({(to == page ? "" : Href(to))}#{Anchor(heading)})";

    public override string ToString() => string.Join("\n", lines) + "\n";

    string Href(string name) => $"{name}.{Reader.Language}.md";

    static string Anchor(string heading) => string.Concat(heading.ToLowerInvariant().Where(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_'));
}
