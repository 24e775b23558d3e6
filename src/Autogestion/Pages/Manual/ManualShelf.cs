using System.Collections.Frozen;
using System.Reflection;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace Autogestion.Pages.Manual;

/// <summary>A chapter ready to be shown.</summary>
public sealed record Chapter(string Name, string Title, IHtmlContent Body);

/// <summary>The manual as it lies in <c>docs/manual</c>, carried with the program so that it can be read without internet.</summary>
public static class ManualShelf
{
    /// <summary>The chapter that leads to the others.</summary>
    public const string First = "README";

    // Where a chapter has its pictures, and where the program serves them.
    private const string PicturesThere = "../pictures/", PicturesHere = "/manual/pictures/";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoIdentifiers().Build();

    private static readonly FrozenDictionary<(string Language, string Name), Chapter> Chapters = Load();

    /// <summary>The chapter in that language, else in the first language; null where there is none of that name.</summary>
    public static Chapter? Find(string language, string name) =>
        Chapters.GetValueOrDefault((language, name)) ?? Chapters.GetValueOrDefault((Look.Texts.FirstLanguage, name));

    /// <summary>The chapters of a language beside the first, by their titles.</summary>
    public static IReadOnlyList<Chapter> Of(string language) =>
        [.. Chapters.Where(chapter => chapter.Key.Language == language && chapter.Key.Name != First).Select(chapter => chapter.Value).OrderBy(chapter => chapter.Title, StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo(language), ignoreCase: true))];

    /// <summary>A page of Markdown: its first heading is the title, links to other chapters lead to their pages, pictures come from the program and from nowhere else.</summary>
    public static Chapter Read(string name, string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        var heading = document.OfType<HeadingBlock>().FirstOrDefault(block => block.Level == 1);
        var title = heading?.Inline is { } words ? string.Concat(words.Descendants<LiteralInline>().Select(word => word.Content.ToString())) : name;
        if (heading is not null) document.Remove(heading);
        foreach (var picture in document.Descendants<LinkInline>().Where(link => link.IsImage).ToList())
        {
            if (picture.Url?.StartsWith(PicturesThere, StringComparison.Ordinal) != true || picture.Url[PicturesThere.Length..].Contains('/', StringComparison.Ordinal)) picture.Remove();
            else picture.Url = PicturesHere + picture.Url[PicturesThere.Length..];
        }
        foreach (var link in document.Descendants<LinkInline>().Where(link => !link.IsImage && link.Url is not null)) link.Url = AddressOf(link.Url!);
        return new(name, title, new HtmlString(document.ToHtml(Pipeline)));
    }

    private static string AddressOf(string url)
    {
        var parts = url.Split('#', 2);
        if (!parts[0].EndsWith(".md", StringComparison.Ordinal) || parts[0].Contains("://", StringComparison.Ordinal)) return url;
        var chapter = Path.GetFileNameWithoutExtension(parts[0]);
        return (chapter == First ? "/manual" : $"/manual/{chapter}") + (parts.Length > 1 ? "#" + parts[1] : "");
    }

    private static FrozenDictionary<(string, string), Chapter> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith("manual/", StringComparison.Ordinal)).ToFrozenDictionary(
            name => (name.Split('/', '\\')[1], Path.GetFileNameWithoutExtension(name.Split('/', '\\')[^1])),
            name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return Read(Path.GetFileNameWithoutExtension(name.Split('/', '\\')[^1]), reader.ReadToEnd());
            });
    }
}
