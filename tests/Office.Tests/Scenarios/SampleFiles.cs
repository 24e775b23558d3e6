using Autogestion.Office.Scenarios;

namespace Autogestion.Office.Tests.Scenarios;

/// <summary>The scenario files of the repository.</summary>
internal static class SampleFiles
{
    private static readonly string Folder = Path.Combine(Root(), "samples");

    /// <summary>Those that the program carries and plays side by side as its example.</summary>
    public static IEnumerable<string> Carried => Directory.EnumerateFiles(Folder, "*.yaml").Order(StringComparer.Ordinal).Select(path => Path.GetFileName(path));

    public static Scenario Read(string file)
    {
        using var reader = new StreamReader(Path.Combine(Folder, file));
        return ScenarioReader.Read(reader);
    }

    private static string Root()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "Autogestion.slnx"))) return folder;
        throw new DirectoryNotFoundException("The tests run inside the repository.");
    }
}
