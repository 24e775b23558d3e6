using System.Globalization;
using System.Text;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Work;
using CsvHelper;
using CsvHelper.Configuration;
using NodaTime.Text;

namespace Autogestion.Pages.Work;

/// <summary>What is wrong with a file: where, what and with which word of it. Texts are <c>work.flaw.{kind}</c>.</summary>
/// <param name="Line">The line of the file, from 1; 0 for the whole file.</param>
public sealed record FileFlaw(int Line, string Kind, string Word = "");

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

    private static readonly string[] Separators = [";", "\t", ","];

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

    private static readonly LocalDatePattern[] Days = [LocalDatePattern.Iso, LocalDatePattern.CreateWithInvariantCulture("d/M/yyyy"), LocalDatePattern.CreateWithInvariantCulture("d-M-yyyy"), LocalDatePattern.CreateWithInvariantCulture("d.M.yyyy")];

    private static readonly LocalTimePattern[] Hours = [LocalTimePattern.CreateWithInvariantCulture("H:mm"), LocalTimePattern.CreateWithInvariantCulture("H.mm"), LocalTimePattern.CreateWithInvariantCulture("H:mm:ss")];

    /// <summary>The words in the bytes of a file: what is not UTF-8 or UTF-16 is taken for Latin-1.</summary>
    public static string Decode(byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..]) return Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2);
        if (bytes is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2);
        try
        {
            return new UTF8Encoding(false, true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    public static HoursRead Read(string words, HoursNames names)
    {
        var flaws = new List<FileFlaw>();
        var rows = ImmutableArray.CreateBuilder<HoursRow>();
        var lines = ImmutableArray.CreateBuilder<int>();
        var separator = Separators.MaxBy(one => words.Split('\n')[0].Split(one).Length)!;
        using var csv = new CsvReader(new StringReader(words), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator,
            BadDataFound = null,
            MissingFieldFound = null,
            IgnoreBlankLines = true,
            TrimOptions = TrimOptions.Trim,
            DetectColumnCountChanges = false,
        });
        var columns = Header(csv, flaws);
        while (flaws.Count < MostFlaws && columns.Count > 0 && csv.Read())
        {
            string Field(string column) => columns.TryGetValue(column, out var at) ? csv.GetField(at)?.Trim() ?? "" : "";
            if (columns.Keys.All(column => Field(column).Length == 0)) continue;
            var line = csv.Parser.RawRow;
            if (RowOf(Field, names, kind => flaws.Add(new(line, kind.Kind, kind.Word))) is not { } row) continue;
            rows.Add(row);
            lines.Add(line);
        }
        if (flaws.Count == 0 && rows.Count == 0) flaws.Add(new(0, "Empty"));
        return new(rows.ToImmutable(), lines.ToImmutable(), [.. flaws]);
    }

    // Which column is where; without the four that it takes nothing is read.
    private static Dictionary<string, int> Header(CsvReader csv, List<FileFlaw> flaws)
    {
        var columns = new Dictionary<string, int>();
        if (!csv.Read() || !csv.ReadHeader()) return columns;
        for (var at = 0; at < csv.HeaderRecord!.Length; at++)
            if (Columns.TryGetValue(Plain(csv.HeaderRecord[at]), out var known)) columns.TryAdd(known, at);
        foreach (var needed in Needed.Where(needed => !columns.ContainsKey(needed))) flaws.Add(new(1, "NoColumn", needed));
        if (!columns.ContainsKey("minutes") && !columns.ContainsKey("hours") && !(columns.ContainsKey("from") && columns.ContainsKey("to"))) flaws.Add(new(1, "NoLength"));
        return flaws.Count > 0 ? [] : columns;
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
        var day = Days.Select(pattern => pattern.Parse(field("day"))).FirstOrDefault(read => read.Success) is { } date ? date.Value : No("Day", field("day"), default(LocalDate));
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

    private static bool Names(string word, int number, string name) => word.Length > 0 && (Plain(word) == Plain(name) || word == number.ToString(CultureInfo.InvariantCulture));

    // Without accents, capitals and spaces around: what people mean by the same word.
    private static string Plain(string word) =>
        string.Concat(word.Trim().ToLowerInvariant().Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark));
}
