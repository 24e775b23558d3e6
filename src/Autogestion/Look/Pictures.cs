// Pictures made of attributes, never of inline styles: the bar with its mark, the split bar, the mark of a seal.

using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Autogestion.Look;

/// <summary><c>&lt;bar value="186" of="240" mark="121" label="…"&gt;</c>: how much of how much, with the mark to be reached.</summary>
public sealed class BarTagHelper : TagHelper
{
    public decimal Value { get; set; }

    /// <summary>The whole; the bar is full when the value reaches it.</summary>
    public decimal Of { get; set; }

    /// <summary>The figure to be reached: a quorum, a majority, a limit.</summary>
    public decimal? Mark { get; set; }

    /// <summary>The bar in words, for those who do not see it.</summary>
    public required string Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Picture.Begin(output, "bar", Label);
        output.Attributes.SetAttribute("height", 26);
        output.Content.SetHtmlContent(
            $"""<rect class="ground" y="5" width="100%" height="16"/><rect class="fill" y="5" width="{Picture.Share(Value, Of)}" height="16"/>""");
        if (Mark is { } mark)
            output.Content.AppendHtml($"""<svg class="mark" x="{Picture.Share(mark, Of)}" overflow="visible"><path d="M-2 0h4v26h-4zM-7 0h14l-7 8z"/></svg>""");
    }
}

/// <summary>
/// <c>&lt;tally for="181" against="3" abstain="2" need="93" label="…"&gt;</c>: one bar in three parts told apart by texture and
/// place: solid, hatched, hollow.
/// </summary>
public sealed class TallyTagHelper : TagHelper
{
    public int For { get; set; }

    public int Against { get; set; }

    public int Abstain { get; set; }

    /// <summary>How many in favour carry it.</summary>
    public int? Need { get; set; }

    public required string Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        decimal all = Math.Max(1, For + Against + Abstain);
        Picture.Begin(output, "bar tally", Label);
        output.Attributes.SetAttribute("height", 34);
        output.Content.SetHtmlContent(
            Part("fill", 0, For, all) + Part("hatched", For, Against, all, "url(#hatch)") + Part("hollow", For + Against, Abstain, all));
        if (Need is { } need)
            output.Content.AppendHtml($"""<svg class="mark" x="{Picture.Share(need, all)}" overflow="visible"><path d="M-2 0h4v34h-4zM-7 0h14l-7 8z"/></svg>""");
    }

    static string Part(string kind, int before, int count, decimal all, string? fill = null) => count == 0 ? "" :
        $"""<rect class="{kind}" x="{Picture.Share(before, all)}" y="5" width="{Picture.Share(count, all)}" height="24"{(fill is null ? "" : $" fill=\"{fill}\"")}/>""";
}

/// <summary><c>&lt;seal-mark seal="9f3c…"&gt;</c>: sixteen strokes as tall as the first sixteen digits, so that paper and phone compare at a glance.</summary>
public sealed class SealMarkTagHelper : TagHelper
{
    /// <summary>A hash in hexadecimal.</summary>
    public required string Seal { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var strokes = new StringBuilder();
        for (var at = 0; at < Math.Min(16, Seal.Length); at++)
            strokes.Append(CultureInfo.InvariantCulture, $"M{(at * 4) + 1.5} 19v-{Convert.ToInt32(Seal[at].ToString(), 16) + 2}");
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "seal-mark");
        output.Attributes.SetAttribute("viewBox", "0 0 64 20");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent($"<path d=\"{strokes}\"/>");
    }
}

/// <summary>What pictures share.</summary>
public static class Picture
{
    public static void Begin(TagHelperOutput output, string kind, string label)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", kind);
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", label);
        output.Attributes.SetAttribute("width", "100%");
    }

    public static string Share(decimal part, decimal whole) =>
        (whole <= 0 ? 0 : Math.Clamp(part * 100 / whole, 0, 100)).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
