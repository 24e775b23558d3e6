using System.Text.RegularExpressions;

namespace Autogestion.House;

/// <summary>Files stay short, folders stay small, and nothing half done is left lying about.</summary>
public sealed partial class FileTests
{
    const int MostLines = 500;
    const int MostFiles = 30;

    [Fact]
    public void No_file_is_longer_than_five_hundred_lines()
    {
        var files = Repository.Code();
        Assert.NotEmpty(files);
        Findings.None(files
            .Select(path => (path, lines: File.ReadLines(Repository.Full(path)).Count()))
            .Where(file => file.lines > MostLines)
            .Select(file => $"{file.path}: {file.lines} lines"));
    }

    [Fact]
    public void No_folder_of_the_source_holds_more_than_thirty_files()
    {
        var folders = Repository.Files("src").GroupBy(path => Path.GetDirectoryName(path)!).ToList();
        Assert.NotEmpty(folders);
        Findings.None(folders.Where(folder => folder.Count() > MostFiles).Select(folder => $"{folder.Key}: {folder.Count()} files"));
    }

    [Fact]
    public void Nothing_is_left_for_later_and_no_clock_knows_the_local_hour() => AssertAbsent(Unfinished());

    [Fact]
    public void There_are_no_regions_and_no_code_in_comments() => AssertAbsent(FoldedOrDead(), ".cs");

    static void AssertAbsent(Regex banned, params string[] extensions)
    {
        var files = Repository.Code().Where(path => extensions.Length == 0 || extensions.Contains(Path.GetExtension(path))).ToList();
        Assert.NotEmpty(files);
        Findings.None(files.SelectMany(path => File.ReadLines(Repository.Full(path))
            .Select((line, index) => (line, place: $"{path}:{index + 1}: {line.Trim()}"))
            .Where(found => banned.IsMatch(found.line))
            .Select(found => found.place)));
    }

    // Each word is broken by a class of one letter, so that this file does not find itself.
    [GeneratedRegex(@"\b(TOD[O]|FIXM[E])\b|NotImplementedExceptio[n]|\bDateTime(Offset)?\.(Now|Today)[^A-Za-z(]")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"^\s*#regio[n]|^\s*//[^/].*[;{]\s*$")]
    private static partial Regex FoldedOrDead();
}
