using System.Text.Json;
using AngleSharp.Dom;
using Autogestion.Tests.Support;
using Autogestion.Web;

namespace Autogestion.Tests.Browser;

/// <summary>
/// The pictures of manual and README are of the pages as they are. Beside each lies the outline that its page had when it was
/// made: what kinds of element and which headings. When the page has grown away from it, the pictures are made again with
/// <c>AUTOGESTION_WRITE_PICTURES=1</c>, from the example as everybody sees it.
/// </summary>
public sealed class PictureTests(Screens screens, SharedServer shared) : IClassFixture<SharedServer>
{
    private const double Alike = 0.7;

    private const string Command = "AUTOGESTION_WRITE_PICTURES=1 dotnet exec tests/Autogestion.Tests/bin/Release/net10.0/Autogestion.Autogestion.Tests.dll -class '*PictureTests'";

    // The name of the picture and the page of a collective that it shows, to a member, while a sitting is under way.
    private static readonly (string Name, string Page)[] Shown = [("today", ""), ("room", "/assemblies/{0}"), ("statutes", "/statutes"), ("book", "/book")];

    private static string Folder => Path.Combine(Screen.Root(), "docs", "manual", "pictures");

    [Theory]
    [InlineData("es")]
    [InlineData("en")]
    public async Task Each_picture_shows_its_page_as_it_is_now(string language)
    {
        var plant = await shared.FoundAsync();
        var sitting = await plant.OpenAssemblyAsync();
        using var member = await plant.SignedInAsync(plant.Auditor);
        member.Cookies.Add(shared.Server.Address, new System.Net.Cookie("language", language));
        var write = Environment.GetEnvironmentVariable("AUTOGESTION_WRITE_PICTURES") == "1";
        if (write) await TakeAsync(language);
        foreach (var (name, page) in Shown)
        {
            var outline = Outline((await member.GetAsync($"/c/{plant.Id}{string.Format(null, page, sitting)}")).Page.Body!);
            Assert.True(outline.Count > 20, $"{name}: {string.Join('\n', outline)}");
            var kept = Path.Combine(Folder, $"{name}.{language}.txt");
            if (write) await File.WriteAllLinesAsync(kept, outline);
            Assert.True(File.Exists(Path.ChangeExtension(kept, "png")), $"{name}.{language}: there is no picture. Make it with {Command}");
            var then = await File.ReadAllLinesAsync(kept);
            var likeness = (double)then.Intersect(outline).Count() / then.Union(outline).Count();
            Assert.True(likeness >= Alike, $"{name}.{language}: the page is no longer the one in the picture ({likeness:P0} alike). Make it again with {Command}");
        }
    }

    // Which elements there are, by tag and class, and what the headings say; not how many, nor anybody's words.
    private static SortedSet<string> Outline(IElement body)
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var element in body.QuerySelectorAll("*").Where(element => element.Closest("template") is null && element.NamespaceUri?.EndsWith("svg", StringComparison.Ordinal) != true))
        {
            lines.Add(string.Join('.', element.ClassList.Prepend(element.LocalName)));
            if (element.LocalName is "h2" or "h3") lines.Add($"{element.LocalName} {new string([.. element.TextContent.Trim().Where(letter => !char.IsDigit(letter))])}");
        }
        return lines;
    }

    // The tile factory as one of its members sees it on a tablet, in the time of its story.
    private async Task TakeAsync(string language)
    {
        var data = Path.Combine(Path.GetTempPath(), "autogestion-pictures");
        await (await ExampleNode.OpenAsync(new(data))).DisposeAsync();
        using var story = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(data, "example-clock.json")));
        await using var server = await TestServer.StartAsync(example: true, clock: new MovableClock(story.RootElement.GetProperty("StoryEnds").GetDateTimeOffset()), data: data);
        var book = server.Node.Books.MaxBy(one => one.Position)!;
        var page = (await screens.OpenAsync(server, "pictures", 1000, 800, language: language == "es" ? "es-AR" : "en")).Page;
        await page.GotoAsync($"/c/{book.Id}");
        await page.ClickAsync("aside.example summary");
        await page.ClickAsync("aside.example form button >> nth=1");
        await page.WaitForURLAsync($"**/c/{book.Id}");
        foreach (var (name, path) in Shown)
        {
            await page.GotoAsync($"/c/{book.Id}{string.Format(null, path, book.State.Assemblies.Current.Keys.FirstOrDefault())}");
            await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.{language}.png"), FullPage = name == "today", Animations = Microsoft.Playwright.ScreenshotAnimations.Disabled });
        }
    }
}
