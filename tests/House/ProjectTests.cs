using System.Xml.Linq;

namespace Autogestion.House;

/// <summary>Arrows between rooms point one way, and every package has its reason written down.</summary>
public sealed class ProjectTests
{
    static readonly string[] Stores = ["Book.Postgres", "Book.Sqlite"];

    static Dictionary<string, string[]> Allowed() =>
        XDocument.Parse(Repository.Read("Directory.Build.targets")).Descendants("MayRefer")
            .ToDictionary(item => (string)item.Attribute("Include")!, item => ((string)item.Attribute("To")!).Split(';'));

    static Dictionary<string, string[]> Actual() =>
        Repository.Files("src", ".csproj").ToDictionary(
            path => Path.GetFileNameWithoutExtension(path),
            path => References(path, "ProjectReference").Select(target => Path.GetFileNameWithoutExtension(target.Replace('\\', '/'))).ToArray());

    static IEnumerable<string> References(string path, string kind) =>
        XDocument.Parse(Repository.Read(path)).Descendants(kind).Select(item => (string)item.Attribute("Include")!);

    [Fact]
    public void Every_project_refers_only_to_those_it_may()
    {
        var (allowed, actual) = (Allowed(), Actual());
        Assert.Contains(actual, project => project.Value.Length > 0);
        Findings.None(actual.SelectMany(project => project.Value
            .Where(target => !allowed.GetValueOrDefault(project.Key, []).Contains(target))
            .Select(target => $"{project.Key} may not refer to {target}")));
    }

    [Fact]
    public void The_allowed_arrows_never_come_back()
    {
        var left = Allowed().ToDictionary(entry => entry.Key, entry => entry.Value.ToHashSet());
        Assert.NotEmpty(left);
        while (left.FirstOrDefault(entry => !entry.Value.Overlaps(left.Keys)).Key is { } free)
            left.Remove(free);
        Assert.Empty(left.Keys);
    }

    [Fact]
    public void Domain_and_book_stand_on_nothing_and_only_the_program_names_a_store()
    {
        var allowed = Allowed();
        Assert.Contains("Domain", Actual().Keys);
        Assert.Contains("Book", Actual().Keys);
        Assert.DoesNotContain("Domain", allowed.Keys);
        Assert.DoesNotContain("Book", allowed.Keys);
        Assert.Equal(["Autogestion"], allowed.Where(entry => entry.Value.Intersect(Stores).Any()).Select(entry => entry.Key));
    }

    [Fact]
    public void Domain_uses_noda_time_and_nothing_else_at_run_time() =>
        Assert.Equal(
            ["Microsoft.CodeAnalysis.BannedApiAnalyzers", "NodaTime"],
            References("src/Domain/Domain.csproj", "PackageReference").Order(StringComparer.Ordinal));

    [Fact]
    public void Every_package_has_its_reason_written_down()
    {
        var packages = new[] { "src", "tests", "bench" }
            .SelectMany(folder => Repository.Files(folder, ".csproj", ".props"))
            .SelectMany(path => References(path, "PackageReference"))
            .ToHashSet();
        var reasons = Repository.Read("docs/decisions/0001-dependencies.md");
        Assert.NotEmpty(packages);
        Findings.None(packages.Where(package => !reasons.Contains($"`{package}`", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var listed = XDocument.Parse(Repository.Read("Autogestion.slnx")).Descendants("Project").Select(item => (string)item.Attribute("Path")!);
        var present = Repository.Files("src", ".csproj").Concat(Repository.Files("tests", ".csproj")).Concat(Repository.Files("bench", ".csproj"));
        Assert.NotEmpty(present);
        Assert.Equal(present.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }
}
