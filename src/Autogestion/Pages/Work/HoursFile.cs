using System.Globalization;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Work;
using Autogestion.Web;
using NodaTime.Text;

namespace Autogestion.Pages.Work;

/// <summary>The names that a file of hours can use: members by their number, workshops and tasks by number or name.</summary>
public sealed record HoursNames(Func<int, PersonId?> Member, IReadOnlyList<(WorkshopId Id, string Name)> Workshops, IReadOnlyList<(WorkTaskId Id, WorkshopId Workshop, string Name)> Tasks);

/// <summary>Rows read from a file, with the line each stands on; or what is wrong with it.</summary>
public sealed record HoursRead(ImmutableArray<HoursRow> Rows, ImmutableArray<int> Lines, ImmutableArray<FileFlaw> Flaws);

/// <summary>
/// Reads hours from a table, as a time clock or a spreadsheet gives it: separated by commas, semicolons or tabs; in UTF-8, UTF-16
/// or Latin-1; days as 2026-11-23 or 23/11/2026; hours as 6:30, or as 7.5 or 7,5. Columns go by their names in Spanish or English.
/// </summary>
public static class HoursFile
{
    private const int MostFlaws = 20;

    private static readonly string[] Needed = ["number", "day", "workshop"];

    private static readonly Dictionary<string, string> Columns = new()
    {
        ["numero"] = "number",
        ["number"] = "number",
        ["socio"] = "number",
        ["member"] = "number",
        ["dia"] = "day",
        ["fecha"] = "day",
        ["day"] = "day",
        ["date"] = "day",
        ["taller"] = "workshop",
        ["sector"] = "workshop",
        ["workshop"] = "workshop",
        ["desde"] = "from",
        ["entrada"] = "from",
        ["from"] = "from",
        ["in"] = "from",
        ["hasta"] = "to",
        ["salida"] = "to",
        ["to"] = "to",
        ["out"] = "to",
        ["minutos"] = "minutes",
        ["minutes"] = "minutes",
        ["horas"] = "hours",
        ["hours"] = "hours",
        ["tarea"] = "task",
        ["task"] = "task",
    };

    private static readonly LocalTimePattern[] Hours = [LocalTimePattern.CreateWithInvariantCulture("H:mm"), LocalTimePattern.CreateWithInvariantCulture("H.mm"), LocalTimePattern.CreateWithInvariantCulture("H:mm:ss")];

    public static HoursRead Read(string words, HoursNames names)
    {
        if (string.IsNullOrWhiteSpace(words)) return new([], [], [new(0, "Empty")]);
        var table = TableFile.Read(words, Columns);
        var flaws = new List<FileFlaw>(Missing(table));
        var rows = ImmutableArray.CreateBuilder<HoursRow>();
        var lines = ImmutableArray.CreateBuilder<int>();
        if (flaws.Count > 0) return new([], [], [.. flaws]);
        foreach (var row in table.Rows.TakeWhile(_ => flaws.Count < MostFlaws))
        {
            if (RowOf(column => table.Cell(row, column), names, wrong => flaws.Add(new(row.Line, wrong.Kind, wrong.Word))) is not { } hours) continue;
            rows.Add(hours);
            lines.Add(row.Line);
        }
        if (flaws.Count == 0 && rows.Count == 0) flaws.Add(new(0, "Empty"));
        return new(rows.ToImmutable(), lines.ToImmutable(), [.. flaws]);
    }

    // Without the four columns that it takes nothing is read.
    private static IEnumerable<FileFlaw> Missing(TableFile table)
    {
        foreach (var needed in Needed.Where(needed => !table.Columns.ContainsKey(needed))) yield return new(1, "NoColumn", needed);
        if (!table.Columns.ContainsKey("minutes") && !table.Columns.ContainsKey("hours") && !(table.Columns.ContainsKey("from") && table.Columns.ContainsKey("to"))) yield return new(1, "NoLength");
    }

    private static HoursRow? RowOf(Func<string, string> field, HoursNames names, Action<(string Kind, string Word)> wrong)
    {
        var sound = true;
        T No<T>(string kind, string word, T instead)
        {
            wrong((kind, word));
            sound = false;
            return instead;
        }

        var person = int.TryParse(field("number"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && names.Member(number) is { } member ? member : No("Person", field("number"), PersonId.Nobody);
        var day = TableFile.Day(field("day")) is { } date ? date : No("Day", field("day"), default(LocalDate));
        var workshop = names.Workshops.Where(one => Names(field("workshop"), one.Id.Value, one.Name)).Select(one => (WorkshopId?)one.Id).FirstOrDefault() ?? No("Workshop", field("workshop"), default(WorkshopId));
        WorkTaskId? task = field("task").Length == 0 || !sound ? null
            : names.Tasks.Where(one => one.Workshop == workshop && Names(field("task"), one.Id.Value, one.Name)).Select(one => (WorkTaskId?)one.Id).FirstOrDefault() ?? No("Task", field("task"), default(WorkTaskId));
        var from = Hour(field("from"), wrong, ref sound);
        var to = Hour(field("to"), wrong, ref sound);
        var minutes = MinutesOf(field, from, to) ?? No("Length", field("minutes") + field("hours"), 0);
        return sound ? new(person, day, workshop, minutes, task, from) : null;
    }

    private static LocalTime? Hour(string word, Action<(string, string)> wrong, ref bool sound)
    {
        if (word.Length == 0) return null;
        if (Hours.Select(pattern => pattern.Parse(word)).FirstOrDefault(read => read.Success) is { } hour) return hour.Value;
        wrong(("Hour", word));
        sound = false;
        return null;
    }

    // Minutes, hours with a decimal comma or point, or from when to when, past midnight too.
    private static int? MinutesOf(Func<string, string> field, LocalTime? from, LocalTime? to)
    {
        if (field("minutes") is { Length: > 0 } whole) return int.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) ? minutes : null;
        if (field("hours") is { Length: > 0 } hours)
            return decimal.TryParse(hours.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < 1000 && number * 60 == decimal.Truncate(number * 60) ? (int)(number * 60) : null;
        if (from is not { } start || to is not { } end) return null;
        var length = (int)(Period.Between(start, end, PeriodUnits.Minutes).Minutes);
        return length > 0 ? length : length + 1440;
    }

    private static bool Names(string word, int number, string name) => word.Length > 0 && (TableFile.Plain(word) == TableFile.Plain(name) || word == number.ToString(CultureInfo.InvariantCulture));
}
