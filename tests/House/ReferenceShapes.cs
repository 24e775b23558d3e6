using Autogestion.Office.Codec;

namespace Autogestion.House;

/// <summary>The stored shapes, taken from their own description: what a member is called, and of what form it is.</summary>
static class ReferenceShapes
{
    public sealed record Shape(string Word, string Name, string Head, IReadOnlyList<(int Depth, string Line)> Lines);

    /// <summary>Every kind and type, in the order of the description.</summary>
    public static IReadOnlyList<Shape> All { get; } = Read(Shapes.Describe(Catalogue.House, JsonForm.Options));

    public static Shape Of(string word, string name) => All.Single(shape => shape.Word == word && shape.Name == name);

    /// <summary>The types that have a heading of their own.</summary>
    public static HashSet<string> Types { get; } = [.. All.Where(shape => shape.Word is "type" or "enum" or "family").Select(shape => shape.Name)];

    /// <summary>The members of a shape as a table, each form linked where it has a heading.</summary>
    public static void WriteMembers(ReferenceText page, IEnumerable<string> lines)
    {
        var rows = lines.Select(line => line.Split(": ", 2)).ToList();
        if (rows.Count == 0) page.Paragraph(page["noData"]);
        else page.Table([page["column.member"], page["column.form"]], rows.Select(row => new[] { $"`{row[0]}`", Form(page, row[1]) }));
    }

    static string Form(ReferenceText page, string form)
    {
        var name = form.Split(' ', '=')[0].Trim('[', ']', '{', '}');
        return Types.Contains(name) ? form.Replace(name, page.Link("shapes", name), StringComparison.Ordinal) : $"`{form}`";
    }

    static List<Shape> Read(string text)
    {
        var shapes = new List<Shape>();
        var lines = new List<(int, string)>();
        foreach (var line in text.Split('\n').Where(line => line.Length > 0))
        {
            if (line[0] == ' ')
            {
                lines.Add((line.TakeWhile(letter => letter == ' ').Count() / 2, line.Trim()));
                continue;
            }
            lines = [];
            var words = line.Split(' ', 3);
            shapes.Add(new(words[0], words[1], line, lines));
        }
        return shapes;
    }
}
