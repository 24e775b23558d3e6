using System.Net;
using System.Text;
using Autogestion.Pages.Calendar;
using Autogestion.Tests.Support;

namespace Autogestion.Tests.Rooms;

/// <summary>The calendar as file and feed, and the pages of duties and mirror, through a real server.</summary>
public sealed class CalendarTests
{
    private static readonly Instant Stamp = Instant.FromUtc(2026, 3, 2, 12, 0);

    [Fact]
    public void A_file_has_folded_lines_escaped_words_days_as_days_and_hours_as_utc()
    {
        var title = "Guardia; portón, con \\ y " + string.Concat(Enumerable.Repeat("ñandú ", 20));
        var file = ICalendar.Write("Planta", "planta.autogestion", [new("turn-1", title, new(2026, 3, 9), null, "http://x/c"), new("sitting-2", "Asamblea", new(2026, 3, 9), Stamp, "http://x/c")], Stamp);
        Assert.All(file.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75));
        Assert.DoesNotContain('\n', file.Replace("\r\n", "", StringComparison.Ordinal));
        var unfolded = file.Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Guardia\\; portón\\, con \\\\ y ñandú", unfolded, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20260309\r\nDTEND;VALUE=DATE:20260310", unfolded, StringComparison.Ordinal);
        Assert.Contains("DTSTART:20260302T120000Z", unfolded, StringComparison.Ordinal);
        Assert.Contains("UID:sitting-2@planta.autogestion", unfolded, StringComparison.Ordinal);
        Assert.StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:", file, StringComparison.Ordinal);
        Assert.EndsWith("END:VCALENDAR\r\n", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_feed_needs_no_session_holds_no_names_and_dies_when_revoked()
    {
        await using var server = await TestServer.StartAsync();
        var plant = await TestPlant.FoundAsync(server, preset: "NONE");
        await plant.NoticeAsync();
        using var somebody = await plant.SignedInAsync(plant.Somebody);
        using var stranger = server.NewVisitor();
        var here = $"/c/{plant.Id}/calendar";
        Assert.NotEqual(HttpStatusCode.OK, (await stranger.GetAsync($"/c/{plant.Id}/api/calendar.ics")).Status);
        Assert.Contains("BEGIN:VEVENT", (await somebody.GetAsync($"/c/{plant.Id}/api/calendar.ics")).Body, StringComparison.Ordinal);

        var made = await somebody.FillAsync(here, new Dictionary<string, string>(), "Feed");
        var feed = new Uri(made.Page.QuerySelector("code.breaks")!.TextContent).AbsolutePath;
        var file = await stranger.GetAsync(feed);
        Assert.Equal(HttpStatusCode.OK, file.Status);
        Assert.Contains("UID:sitting-1@", file.Body, StringComparison.Ordinal);
        Assert.All(plant.People, worker => Assert.DoesNotContain(worker.Name, file.Body, StringComparison.Ordinal));

        await server.Node.Registry.CalendarFeeds.RevokeAsync(plant.Id, plant.Somebody.Person);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(feed)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/c/{plant.Id}/api/feed/nothing")).Status);
    }

    [Theory]
    [InlineData("calendar"), InlineData("duties"), InlineData("mirror"), InlineData("assemblies/calling"), InlineData("calendar?month=2027-02"), InlineData("duties?week=2030-99-99")]
    public async Task The_pages_are_for_members(string page)
    {
        await using var server = await TestServer.StartAsync();
        var plant = await TestPlant.FoundAsync(server, preset: "ES");
        using var auditor = await plant.SignedInAsync(plant.Auditor);
        using var stranger = server.NewVisitor();
        Assert.Equal(HttpStatusCode.OK, (await auditor.GetAsync($"/c/{plant.Id}/{page}")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await stranger.GetAsync($"/c/{plant.Id}/{page}")).Status);
    }

    [Theory]
    [InlineData("calendar"), InlineData("duties"), InlineData("mirror"), InlineData("calling")]
    public async Task Programs_read_the_same(string view)
    {
        await using var server = await TestServer.StartAsync();
        var plant = await TestPlant.FoundAsync(server);
        using var somebody = await plant.SignedInAsync(plant.Somebody);
        Assert.Contains("\"view\"", (await somebody.GetAsync($"/c/{plant.Id}/api/{view}")).Body, StringComparison.Ordinal);
    }
}
