using System.Text.RegularExpressions;
using Autogestion.Look;

namespace Autogestion.House;

/// <summary>Pages obey the security policy they are sent with, stay light, and draw only what exists.</summary>
public sealed partial class LookSpecs
{
    /// <summary>First view without images: stylesheet, the scripts every page loads, and room for the page itself.</summary>
    const int MostBytes = 60 * 1024, RoomForThePage = 24 * 1024;

    static List<string> Pages()
    {
        var pages = Repository.Files("src/Autogestion", ".cshtml").ToList();
        Assert.NotEmpty(pages);
        return pages;
    }

    [Fact]
    public void No_page_holds_a_style_or_a_script_of_its_own() => Findings.None(Found(Inline()));

    [Fact]
    public void No_page_asks_another_host_for_anything() => Findings.None(Found(Outside()));

    [Theory]
    [InlineData("<p style=\"width:3%\">"), InlineData("<style>"), InlineData("<script>go()</script>"), InlineData("<a onclick=\"go()\">"), InlineData("href=\"javascript:go()\"")]
    public void The_search_for_styles_and_scripts_finds_them(string markup) => Assert.Matches(Inline(), markup);

    [Theory]
    [InlineData("<img src=\"https://example.org/a.png\">"), InlineData("<link rel=\"stylesheet\" href=\"//example.org/a.css\">")]
    public void The_search_for_other_hosts_finds_them(string markup) => Assert.Matches(Outside(), markup);

    [Fact]
    public void A_first_view_weighs_less_than_sixty_kilobytes()
    {
        string[] always = ["poster.css", "start.js", "seal.js", "consistency.js", "sha256.js"];
        var weight = always.Sum(file => new FileInfo(Repository.Full("src/Autogestion/wwwroot/" + file)).Length);
        Assert.InRange(weight, 1, MostBytes - RoomForThePage);
    }

    [Fact]
    public void Every_icon_that_a_page_draws_exists()
    {
        var drawn = Pages().SelectMany(page => Drawn().Matches(Repository.Read(page)).Select(match => (page, name: match.Groups["name"].Value))).ToList();
        Assert.NotEmpty(drawn);
        Findings.None(drawn.Where(icon => !Icons.Names.Contains(icon.name)).Select(icon => $"{icon.page}: {icon.name}"));
    }

    [Fact]
    public void Every_form_with_an_address_says_whether_it_carries_the_token_against_forgery() =>
        Findings.None(Pages().SelectMany(page => Form().Matches(Repository.Read(page))
            .Where(form => Unsaid(form.Value)).Select(form => $"{page}: {form.Value}")));

    [Theory]
    [InlineData("""<form method="post" action="/x">""", true), InlineData("""<form method="post">""", false)]
    [InlineData("""<form action="/x" method="post" asp-antiforgery="true">""", false), InlineData("""<form action="/search">""", false)]
    public void The_search_for_forms_finds_the_unsaid(string markup, bool unsaid) => Assert.Equal(unsaid, Unsaid(markup));

    static bool Unsaid(string form) =>
        form.Contains("method=\"post\"", StringComparison.OrdinalIgnoreCase)
        && form.Contains(" action=", StringComparison.Ordinal)
        && !form.Contains("asp-antiforgery=", StringComparison.Ordinal);

    static IEnumerable<string> Found(Regex banned) => Pages().SelectMany(page => File.ReadLines(Repository.Full(page))
        .Where(line => banned.IsMatch(line)).Select(line => $"{page}: {line.Trim()}"));

    [GeneratedRegex("""\sstyle\s*=|<style|<script(?![^>]*\ssrc=)|\son[a-z]+\s*=|javascript:""", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex("""(\ssrc|<link[^>]*\shref|\saction)\s*=\s*["'](https?:)?//""", RegexOptions.IgnoreCase)]
    private static partial Regex Outside();

    [GeneratedRegex("<form[^>]*>")]
    private static partial Regex Form();

    [GeneratedRegex("""(<icon name=|Icons\.Svg\()"(?<name>[a-z]+)["]""")]
    private static partial Regex Drawn();
}
