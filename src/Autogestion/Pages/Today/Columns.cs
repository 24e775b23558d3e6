using System.Globalization;
using Autogestion.Look;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Autogestion.Pages.Today;

/// <summary>One column of a chart.</summary>
/// <param name="Under">What stands under it.</param>
/// <param name="Shown">The figure as written.</param>
public sealed record Column(string Under, decimal Value, string Shown);

/// <summary>A chart of columns with its table.</summary>
/// <param name="Label">The picture in words.</param>
/// <param name="Most">The height of a full column.</param>
public sealed record ColumnsView(string Label, IReadOnlyList<Column> Columns, decimal Most);

/// <summary><c>&lt;columns chart="…"&gt;</c>: columns made of attributes, the last one red.</summary>
public sealed class ColumnsTagHelper : TagHelper
{
    private const decimal Width = 320, Height = 100, Least = 1.5m;
    private const int MostWords = 6;

    public required ColumnsView Chart { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Picture.Begin(output, "columns", Chart.Label);
        output.Attributes.SetAttribute("viewBox", "0 0 320 122");
        var (count, each) = (Chart.Columns.Count, Width / Math.Max(1, Chart.Columns.Count));
        for (var at = 0; at < count; at++)
        {
            var high = Math.Max(Least, Chart.Most <= 0 ? 0 : Math.Min(Height, Chart.Columns[at].Value * Height / Chart.Most));
            var kind = at == count - 1 ? " class=\"now\"" : "";
            output.Content.AppendHtml($"""<rect{kind} x="{Write((at + 0.12m) * each)}" y="{Write(Height - high)}" width="{Write(each * 0.76m)}" height="{Write(high)}"/>""");
            if (count > MostWords && at % 2 != (count - 1) % 2) continue;
            output.Content.AppendHtml($"""<text x="{Write((at + 0.5m) * each)}" y="118" text-anchor="middle">""").Append(Chart.Columns[at].Under).AppendHtml("</text>");
        }
        output.Content.AppendHtml("""<path class="axis" d="M0 100H320"/>""");
    }

    private static string Write(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
