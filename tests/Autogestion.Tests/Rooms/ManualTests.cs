using Autogestion.Pages.Manual;
using Autogestion.Tests.Support;

namespace Autogestion.Tests.Rooms;

/// <summary>Markdown of the manual as a page.</summary>
public sealed class ManualTests(SharedServer shared) : IClassFixture<SharedServer>
{
    [Theory]
    [InlineData("es")]
    [InlineData("en")]
    public async Task Every_chapter_is_on_the_list_and_every_picture_and_link_of_it_is_there(string language)
    {
        using var reader = shared.Server.NewVisitor();
        reader.Cookies.Add(shared.Server.Address, new System.Net.Cookie("language", language));
        var listed = (await reader.GetAsync("/manual")).Page.QuerySelectorAll("nav[aria-labelledby=chapters] a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(ManualShelf.Of(language).Select(chapter => $"/manual/{chapter.Name}"), listed);
        foreach (var chapter in listed.Prepend("/manual"))
        {
            var page = await reader.GetAsync(chapter);
            Assert.Equal(System.Net.HttpStatusCode.OK, page.Status);
            foreach (var address in page.Page.QuerySelectorAll("main img[src^='/'], main a[href^='/manual']").Select(element => element.GetAttribute("src") ?? element.GetAttribute("href")!).Distinct())
                Assert.True((await reader.GetAsync(address)).Status == System.Net.HttpStatusCode.OK, $"{chapter}: {address}");
        }
    }

    [Fact]
    public void The_first_heading_is_the_title_and_links_lead_to_pages()
    {
        var chapter = ManualShelf.Read("members", "# Para integrantes\n\nVer [la asamblea](assembly.md#votar), [el índice](README.md) y [afuera](https://example.org/a.md).\n\n![foto](../pictures/a.png) ![ajena](https://example.org/b.png) ![otra](../pictures/../c.png)\n\n<script>x</script>");
        var body = chapter.Body.ToString()!;
        Assert.Equal("Para integrantes", chapter.Title);
        Assert.DoesNotContain("Para integrantes", body, StringComparison.Ordinal);
        Assert.Contains("href=\"/manual/assembly#votar\"", body, StringComparison.Ordinal);
        Assert.Contains("href=\"/manual\"", body, StringComparison.Ordinal);
        Assert.Contains("href=\"https://example.org/a.md\"", body, StringComparison.Ordinal);
        Assert.Contains("src=\"/manual/pictures/a.png\"", body, StringComparison.Ordinal);
        Assert.DoesNotContain("b.png", body, StringComparison.Ordinal);
        Assert.DoesNotContain("c.png", body, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", body, StringComparison.Ordinal);
    }
}
