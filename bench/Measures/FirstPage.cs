using System.Diagnostics;
using System.Net.Sockets;
using Autogestion.Bench.Peers;

namespace Autogestion.Bench.Measures;

/// <summary>From starting the process to the first page read whole, over a small book; beside it a program that only greets, and an empty server.</summary>
internal sealed class FirstPage : IMeasure
{
    private const int Members = 40;

    public string Name => "start";

    public string Purpose => "from the start of the process to the first page, beside a program that only greets and an empty server";

    public async Task RunAsync(Run run)
    {
        var folder = run.NewFolder();
        string book;
        await using (var served = await ServedPlant.StartAsync(folder, Members, async plant =>
        {
            for (var i = 0; i < 10; i++) await plant.MeetAsync(2);
        })) book = served.Book;
        var hello = HelloWorld.Make(run.NewFolder());

        List<double> first = [], empty = [], greeting = [];
        for (var round = 0; round < run.Of(7, 3); round++)
        {
            greeting.Add(await GreetAsync(hello));
            empty.Add(await UntilAnsweredAsync(Programs.Self, "/empty", port => [EmptyServer.Verb, port]));
            first.Add(await UntilAnsweredAsync(Programs.Autogestion, $"/c/{book}", port => ["serve", "--data", folder, "--urls", $"http://127.0.0.1:{port}"]));
        }
        var ours = Times.Middle(first);
        Show("first page, beside a program that only greets", ours, Times.Middle(greeting), "");
        Show("first page, beside an empty server's", ours, Times.Middle(empty), "at most 4");
    }

    private static void Show(string what, double ours, double bare, string goal) =>
        Run.Line(what, Times.Say(TimeSpan.FromSeconds(ours)), Times.Say(TimeSpan.FromSeconds(bare)), ours / bare, goal);

    private static async Task<double> GreetAsync(string program)
    {
        var began = Stopwatch.GetTimestamp();
        using var process = Programs.Start(program);
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return said.Length > 0 ? Stopwatch.GetElapsedTime(began).TotalSeconds : throw new InvalidOperationException("It did not greet.");
    }

    private static async Task<double> UntilAnsweredAsync(string program, string path, Func<string, string[]> arguments)
    {
        var port = FreePort();
        var began = Stopwatch.GetTimestamp();
        using var process = Programs.Start(program, arguments($"{port}"));
        try
        {
            while (true)
            {
                if (process.HasExited) throw new InvalidOperationException($"{Path.GetFileName(program)} ended by itself.");
                try
                {
                    var (status, _) = await Phones.AskAsync(port, Phones.Get(path));
                    return status == 200 ? Stopwatch.GetElapsedTime(began).TotalSeconds : throw new InvalidOperationException($"The first page was answered with {status}.");
                }
                catch (SocketException)
                {
                    await Task.Delay(5);
                }
            }
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
