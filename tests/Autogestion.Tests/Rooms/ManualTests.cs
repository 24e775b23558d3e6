using Autogestion.Pages.Manual;

namespace Autogestion.Tests.Rooms;

/// <summary>Markdown of the manual as a page.</summary>
public sealed class ManualTests
{
    [Fact]
    public void The_first_heading_is_the_title_and_links_lead_to_pages()
    {
        var chapter = ManualShelf.Read("members", "# Para integrantes\n\nVer [la asamblea](assembly.md#votar), [el índice](README.md) y [afuera](https://example.org/a.md).\n\n![foto](../pictures/a.png)\n\n<script>x</script>");
        var body = chapter.Body.ToString()!;
        Assert.Equal("Para integrantes", chapter.Title);
        Assert.DoesNotContain("Para integrantes", body, StringComparison.Ordinal);
        Assert.Contains("href=\"/manual/assembly#votar\"", body, StringComparison.Ordinal);
        Assert.Contains("href=\"/manual\"", body, StringComparison.Ordinal);
        Assert.Contains("href=\"https://example.org/a.md\"", body, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", body, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", body, StringComparison.Ordinal);
    }
}
