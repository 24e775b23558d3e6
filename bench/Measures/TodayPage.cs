using Autogestion.Bench.Peers;

namespace Autogestion.Bench.Measures;

/// <summary>
/// What the page costs that everybody opens most: of a plant of 100 with forty assemblies behind it and one under way. Beside
/// it a page of the same framework with nothing in it, and a file. The askers run in a process of their own.
/// </summary>
internal sealed class TodayPage : IMeasure
{
    private const int Members = 100;
    private const int Connections = 16;

    public string Name => "today";

    public string Purpose => "the Today page, beside an empty Razor page and a static file";

    public async Task RunAsync(Run run)
    {
        await using var served = await ServedPlant.StartAsync(run.NewFolder(), Members, async plant =>
        {
            for (var i = 0; i < 40; i++) await plant.MeetAsync(2);
            await plant.OpenAsync(await plant.CallAsync(2));
        });
        await using var empty = EmptyServer.Build("0");
        await empty.StartAsync();
        var cookie = await served.SessionAsync(served.Plant.Members[20]);
        var (few, many) = (run.Of(3000, 500), run.Of(30_000, 5000));
        (string What, int Port, string Request, int Times)[] pages =
        [
            ("Today, as a member sees it", served.Port, Phones.Get($"/c/{served.Book}", cookie), few),
            ("Today, as the public sees it", served.Port, Phones.Get($"/c/{served.Book}"), few),
            ("a static file (the stylesheet)", served.Port, Phones.Get("/poster.css"), many),
            ("an empty Razor page", EmptyServer.PortOf(empty), Phones.Get("/empty"), many),
        ];
        var rates = pages.Select(_ => new List<double>()).ToArray();
        var costs = pages.Select(_ => new List<double>()).ToArray();
        // Before anything is counted, the code that is used often has been compiled for good.
        foreach (var page in pages) await AskAsync(page.Port, page.Request, 2 * few);
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < pages.Length; i++)
            {
                var (rate, cost) = await AskAsync(pages[i].Port, pages[i].Request, pages[i].Times);
                rates[i].Add(rate);
                costs[i].Add(cost);
            }
        }
        for (var i = 0; i < pages.Length; i++) Run.Note($"{pages[i].What}: {Times.Middle(rates[i]):N0} requests/s, {Times.Middle(costs[i]):N0} µs of processor each, {await SizeAsync(pages[i].Port, pages[i].Request) / 1024:N0} KB");
        var bare = Times.Middle(costs[^1]);
        for (var i = 0; i < pages.Length - 1; i++)
            Run.Line($"processor: {pages[i].What}", $"{Times.Middle(costs[i]):N0} µs", $"{bare:N0} µs", Times.Middle(costs[i]) / bare, i == 2 ? "" : "at most 10");
    }

    // Requests a second, and microseconds of this process's processor time for each.
    private static async Task<(double Rate, double Cost)> AskAsync(int port, string request, int times)
    {
        var spent = Environment.CpuUsage.TotalTime;
        var took = await Phones.AgainAndAgainAsync(port, [.. Enumerable.Repeat(request, Connections)], times);
        return (times / took.TotalSeconds, (Environment.CpuUsage.TotalTime - spent).TotalMicroseconds / times);
    }

    private static async Task<double> SizeAsync(int port, string request) => (await Phones.AskAsync(port, request)).Text.Length;
}
