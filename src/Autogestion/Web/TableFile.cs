using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using NodaTime.Text;

namespace Autogestion.Web;

/// <summary>What is wrong with a file: where, what and with which word of it. Its words stand under the room's own key.</summary>
/// <param name="Line">The line of the file, from 1; 0 for the whole file.</param>
public sealed record FileFlaw(int Line, string Kind, string Word = "");

/// <summary>A row of a table, with the line it stands on.</summary>
public sealed record TableRow(int Line, ImmutableArray<string> Cells);

/// <summary>
/// A table as a time clock, a bank or a spreadsheet gives it: separated by commas, semicolons or tabs; in UTF-8, UTF-16 or
/// Latin-1. Columns go by their names in Spanish or English.
/// </summary>
/// <param name="Columns">Where each known column is.</param>
public sealed record TableFile(IReadOnlyDictionary<string, int> Columns, ImmutableArray<TableRow> Rows)
{
    private static readonly string[] Separators = [";", "\t", ","];

    private static readonly LocalDatePattern[] Days = [LocalDatePattern.Iso, LocalDatePattern.CreateWithInvariantCulture("d/M/yyyy"), LocalDatePattern.CreateWithInvariantCulture("d-M-yyyy"), LocalDatePattern.CreateWithInvariantCulture("d.M.yyyy")];

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

    /// <summary>The words of a file that was sent.</summary>
    public static async Task<string> DecodeAsync(IFormFile file)
    {
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory);
        return Decode(memory.ToArray());
    }

    /// <param name="names">What a column may be called, without accents and capitals, and which one that is.</param>
    public static TableFile Read(string words, IReadOnlyDictionary<string, string> names)
    {
        using var csv = new CsvReader(new StringReader(words), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = Separators.MaxBy(one => words.Split('\n')[0].Split(one).Length)!,
            BadDataFound = null,
            MissingFieldFound = null,
            IgnoreBlankLines = true,
            TrimOptions = TrimOptions.Trim,
            DetectColumnCountChanges = false,
        });
        var columns = new Dictionary<string, int>();
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        if (!csv.Read() || !csv.ReadHeader()) return new(columns, []);
        for (var at = 0; at < csv.HeaderRecord!.Length; at++)
            if (names.TryGetValue(Plain(csv.HeaderRecord[at]), out var known)) columns.TryAdd(known, at);
        while (csv.Read())
        {
            ImmutableArray<string> cells = [.. csv.Parser.Record!.Select(cell => cell.Trim())];
            if (cells.Any(cell => cell.Length > 0)) rows.Add(new(csv.Parser.RawRow, cells));
        }
        return new(columns, rows.ToImmutable());
    }

    /// <summary>What stands in a column of a row; nothing where the table has no such column, or the row ends before it.</summary>
    public string Cell(TableRow row, string column) => Columns.TryGetValue(column, out var at) && at < row.Cells.Length ? row.Cells[at] : "";

    /// <summary>A day as 2026-11-23 or 23/11/2026; null for anything else.</summary>
    public static LocalDate? Day(string word) => Days.Select(pattern => pattern.Parse(word)).FirstOrDefault(read => read.Success)?.Value;

    /// <summary>Without accents, capitals and spaces around: what people mean by the same word.</summary>
    public static string Plain(string word) =>
        string.Concat(word.Trim().ToLowerInvariant().Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark));
}
