using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Autogestion.House;

/// <summary>The documents lead somewhere, the way in is short, and the licence is whole.</summary>
public sealed partial class DocumentationTests
{
    static List<string> Documents() =>
        [.. Repository.Files("docs", ".md"), .. new[] { "README.md", "CHANGELOG.md", "CONTRIBUTING.md" }.Where(Repository.Has)];

    [Fact]
    public void Every_link_leads_to_a_file_and_a_heading_that_exist()
    {
        var links = Documents().SelectMany(document => Link().Matches(WithoutCode(Repository.Read(document)))
            .Select(match => (document, target: Uri.UnescapeDataString(match.Groups["target"].Value)))
            .Where(link => !Elsewhere().IsMatch(link.target))).ToList();
        Assert.NotEmpty(links);
        Findings.None(links.Where(link => !Leads(link.document, link.target)).Select(link => $"{link.document}: {link.target}"));
    }

    [Fact]
    public void The_read_me_gets_one_going_with_two_commands_at_most()
    {
        Assert.SkipUnless(Repository.Has("README.md"), "there is no README.md yet");
        var first = ShellBlock().Match(Repository.Read("README.md"));
        Assert.True(first.Success, "README.md shows no command");
        var commands = first.Groups["body"].Value.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'));
        Assert.InRange(commands.Count(), 1, 2);
    }

    [Fact]
    public void Decisions_are_numbered_without_gaps()
    {
        var decisions = Repository.Files("docs/decisions", ".md").Select(path => Path.GetFileName(path)).ToList();
        Assert.NotEmpty(decisions);
        Assert.All(decisions.Index(), decision => Assert.StartsWith($"{decision.Index + 1:0000}-", decision.Item, StringComparison.Ordinal));
    }

    [Fact]
    public void The_licence_is_the_published_text_to_the_letter() =>
        Assert.Equal(
            "0D96A4FF68AD6D4B6F1F30F713B18D5184912BA8DD389F86AA7710DB079ABCB0",
            Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Repository.Full("LICENSE")))));

    static bool Leads(string document, string target)
    {
        var parts = target.Split('#', 2);
        var path = parts[0].Length == 0 ? document : Path.Combine(Path.GetDirectoryName(document)!, parts[0]);
        return Repository.Has(path)
            && (parts.Length == 1 || !path.EndsWith(".md", StringComparison.Ordinal) || Anchors(path).Contains(parts[1]));
    }

    /// <summary>The names that code forges give to headings: lower case, spaces as hyphens, punctuation dropped.</summary>
    static IEnumerable<string> Anchors(string path) =>
        Heading().Matches(Repository.Read(path)).Select(match => string.Concat(match.Groups["words"].Value.Trim().ToLowerInvariant()
            .Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_')
            .Select(letter => letter == ' ' ? '-' : letter)));

    static string WithoutCode(string text) => Code().Replace(text, "");

    [GeneratedRegex("""\]\((?<target>[^)\s]+)[^)]*\)|(?:src|href)="(?<target>[^"]+)["]""")]
    private static partial Regex Link();

    [GeneratedRegex("^([a-z]+:|//)")]
    private static partial Regex Elsewhere();

    [GeneratedRegex("^#+ (?<words>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("^```.*?^```|`[^`\n]*`", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("^```(sh|bash|console|shell)?[ ]*\n(?<body>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ShellBlock();
}
