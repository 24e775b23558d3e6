// The icons, drawn by us on a grid of 24 with a broad square-ended line. An icon never stands without its word.

using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Autogestion.Look;

/// <summary>The drawings, by name.</summary>
public static class Icons
{
    static readonly Dictionary<string, string> Drawings = new()
    {
        ["arrow"] = "M3 12h16M12.5 5 19.5 12l-7 7",
        ["bar"] = "M3 12h18",
        ["book"] = "M3 5c3.4-1.6 6.6-1.2 9 .8 2.4-2 5.6-2.4 9-.8v14c-3.4-1.6-6.6-1.2-9 .8-2.4-2-5.6-2.4-9-.8zM12 6v13",
        ["calendar"] = "M3.5 5.5h17v15h-17zM3.5 10.5h17M8 2.5v5M16 2.5v5",
        ["check"] = "M3.5 12.5 9.5 18.5 20.5 6",
        ["clock"] = "M12 3a9 9 0 1 0 .01 0M12 6.5V12l4.2 2.8",
        ["cross"] = "M5 5l14 14M19 5 5 19",
        ["download"] = "M12 2.5v12.5M6 9.5l6 6 6-6M3.5 20.5h17",
        ["edit"] = "M4 20l1-5L16 4l4 4L9 19zM13.5 6.5l4 4",
        ["factory"] = "M2.5 20.5V11l6 4v-4l6 4V3.5h6v17z",
        ["hand"] = "M7 13.5V5.8M10.5 11.5V3.5M14 11.5V4.2M17.5 12.5V7v8c0 4-2.3 6-5.7 6-3.1 0-4.7-1.3-6.2-4.2L3.5 12.5",
        ["key"] = "M7.5 12.5a4 4 0 1 0 .01 0M10.5 13.5 20.5 3.5M15.5 8.5l4 4",
        ["network"] = "M12 2.5a2.5 2.5 0 1 0 .01 0M5 16a2.5 2.5 0 1 0 .01 0M19 16a2.5 2.5 0 1 0 .01 0M10.8 7.5 6.2 16M13.2 7.5l4.6 8.5M7.8 18.5h8.4",
        ["paper"] = "M5.5 2.5h8.5l4.5 4.5v14.5h-13zM13.5 3v4.5h5M8.5 12.5h7M8.5 16.5h7",
        ["people"] = "M8 4.5a3.2 3.2 0 1 0 .01 0M17 6a2.6 2.6 0 1 0 .01 0M2 20.5c0-4.6 2.2-6.8 6-6.8s6 2.2 6 6.8M16.5 14c3.6-.4 5.5 1.9 5.5 6.5",
        ["phone"] = "M6.5 2.5h11v19h-11zM10.5 18h3",
        ["plus"] = "M12 3.5v17M3.5 12h17",
        ["post"] = "M4.5 7.5h15v14h-15zM9 7.5v-5h6v5M12 10.8a1.9 1.9 0 1 0 .01 0M8 18.5c.4-2 1.7-3 4-3s3.6 1 4 3",
        ["print"] = "M7 8.5v-6h10v6M7 17.5H2.5v-9h19v9H17M7 13.5h10v8H7z",
        ["qr"] = "M3.5 3.5h6v6h-6zM14.5 3.5h6v6h-6zM3.5 14.5h6v6h-6zM14 14.5h3M19 14.5h2.5M14.5 17v4.5M17.5 20.5h4M20.5 17v2",
        ["resolution"] = "M3.5 21h17M5.5 17.5v-4h5l-1-5.5a2.6 2.6 0 1 1 5 0l-1 5.5h5v4z",
        ["seal"] = "M12 2.5a6.5 6.5 0 1 0 .01 0M8 14.2 6.5 21.5l5.5-3 5.5 3-1.5-7.3",
        ["search"] = "M10.5 3.5a7 7 0 1 0 .01 0M15.5 15.5l5.5 5.5",
        ["warning"] = "M12 3 22 20.5H2zM12 9.5v5M12 17v1",
        ["for"] = "disc",
        ["against"] = "M4 4l16 16M20 4 4 20",
        ["abstain"] = "M3 9h18v6H3z",
    };

    /// <summary>The names that can be drawn.</summary>
    public static IEnumerable<string> Names => Drawings.Keys;

    /// <summary>The drawing alone, hidden from screen readers: for partials that set the word themselves.</summary>
    public static IHtmlContent Svg(string name) => new HtmlString(Drawings[name] switch
    {
        "disc" => """<svg class="i" viewBox="0 0 24 24" aria-hidden="true"><circle class="solid" cx="12" cy="12" r="10"/></svg>""",
        var path => $"""<svg class="i i-{name}" viewBox="0 0 24 24" aria-hidden="true"><path d="{path}"/></svg>""",
    });
}

/// <summary><c>&lt;icon name="print"&gt;Print&lt;/icon&gt;</c>: a drawing with its word. Without a word it is an error.</summary>
public sealed class IconTagHelper : TagHelper
{
    /// <summary>One of <see cref="Icons.Names"/>.</summary>
    public required string Name { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var word = await output.GetChildContentAsync();
        if (word.IsEmptyOrWhiteSpace)
            throw new InvalidOperationException($"The icon '{Name}' has no word beside it.");
        output.TagName = "span";
        output.Attributes.SetAttribute("class", "icon");
        output.Content.SetHtmlContent(Icons.Svg(Name));
        output.Content.AppendHtml("<span>").AppendHtml(word).AppendHtml("</span>");
    }
}
