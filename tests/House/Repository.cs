using System.Runtime.CompilerServices;

namespace Autogestion.House;

/// <summary>The files of this repository as they lie on disk, without what is built or fetched.</summary>
static class Repository
{
    static readonly HashSet<string> Passed = ["bin", "obj", ".git", ".vs", ".idea", "artifacts", "data", "node_modules", "TestResults"];

    public static readonly string Root = FindRoot();

    /// <summary>Every file below a folder of the repository, as paths with forward slashes relative to the root.</summary>
    public static IReadOnlyList<string> Files(string folder, params string[] extensions) =>
        [.. Walk(Path.Combine(Root, folder))
            .Where(path => extensions.Length == 0 || extensions.Contains(Path.GetExtension(path)))
            .Select(Relative)
            .Order(StringComparer.Ordinal)];

    /// <summary>All code written by hand: C#, pages, scripts and styles.</summary>
    public static IReadOnlyList<string> Code() =>
        [.. new[] { "src", "tests", "bench" }.SelectMany(folder => Files(folder, ".cs", ".cshtml", ".js", ".mjs", ".css", ".sql"))];

    public static string Full(string path) => Path.Combine(Root, path);

    public static string Read(string path) => File.ReadAllText(Full(path));

    public static bool Has(string path) => Path.Exists(Full(path));

    static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    static IEnumerable<string> Walk(string folder) =>
        !Directory.Exists(folder)
            ? []
            : Directory.EnumerateFiles(folder).Concat(
                Directory.EnumerateDirectories(folder).Where(inner => !Passed.Contains(Path.GetFileName(inner))).SelectMany(Walk));

    /// <summary>From the built program upwards, so that tests run from any directory; else from where this file was compiled.</summary>
    static string FindRoot([CallerFilePath] string here = "") =>
        Upwards(AppContext.BaseDirectory).Concat(Upwards(Path.GetDirectoryName(here)!))
            .First(folder => File.Exists(Path.Combine(folder, "Autogestion.slnx")));

    static IEnumerable<string> Upwards(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            yield return folder.FullName;
    }
}
