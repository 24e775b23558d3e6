using Autogestion.Domain.Kernel;
using Autogestion.Look;
using Autogestion.Office.Codec;

namespace Autogestion.House;

/// <summary>The reference is what the code says now, and has a place for everything that it can say.</summary>
public sealed class ReferenceSpecs
{
    const string Folder = "docs/reference";
    const string Write = "AUTOGESTION_WRITE_REFERENCE";

    public static TheoryData<string, string> Pages
    {
        get
        {
            var pages = new TheoryData<string, string>();
            foreach (var name in ReferencePages.Names)
                foreach (var language in Texts.Languages) pages.Add(name, language);
            return pages;
        }
    }

    [Theory, MemberData(nameof(Pages))]
    public void A_page_of_the_reference_is_what_the_code_says(string name, string language)
    {
        var path = $"{Folder}/{name}.{language}.md";
        var now = ReferencePages.Make(name, language);
        if (Environment.GetEnvironmentVariable(Write) == "1")
        {
            Directory.CreateDirectory(Repository.Full(Folder));
            File.WriteAllText(Repository.Full(path), now);
        }
        Assert.True(Repository.Has(path), $"{path} is missing: {Write}=1 writes it");
        var (written, made) = (Repository.Read(path).Split('\n'), now.Split('\n'));
        Findings.None(written.Except(made).Select(line => "- " + line).Concat(made.Except(written).Select(line => "+ " + line)).Take(20));
        Assert.Equal(written.Length, made.Length);
    }

    [Theory, MemberData(nameof(Languages))]
    public void Everything_has_its_heading(string language)
    {
        Named("acts", language, Catalogue.House.Acts.Select(act => act.Name));
        Named("entries", language, Catalogue.House.Entries.Select(entry => entry.Name));
        Named("refusals", language, WordsSpecs.Refusals.Select(code => code.Name));
        Named("powers", language, Enum.GetNames<Power>());
        Named("matters", language, Enum.GetNames<Matter>());
        Named("shapes", language, ReferenceShapes.Types);
    }

    [Fact]
    public void A_made_page_has_no_placeholder_left_of_its_own() =>
        Findings.None(ReferencePages.Names.SelectMany(name => Texts.Languages.Select(language => (name, language)))
            .Where(page => ReferencePages.Make(page.name, page.language).Contains("{language}", StringComparison.Ordinal)).Select(page => $"{page.name}.{page.language}"));

    public static TheoryData<string> Languages => [.. Texts.Languages];

    static void Named(string page, string language, IEnumerable<string> names)
    {
        var headings = ReferencePages.Make(page, language).Split('\n').Where(line => line.StartsWith('#')).Select(line => line.Trim('#', ' ', '`')).ToHashSet();
        Findings.None(names.Where(name => !headings.Contains(name)).Select(name => $"{page}.{language}: {name}"));
    }
}
