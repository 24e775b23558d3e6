using System.CommandLine;
using Autogestion.Look;
using Autogestion.Office.Scenarios;
using Autogestion.Web;

namespace Autogestion.Cli;

/// <summary><c>play</c>: plays scenario files into a store, side by side in one time, as the people in them would have acted.</summary>
internal static class PlayCommand
{
    public static Command Make(Texts says)
    {
        var place = new Place(says);
        var files = new Argument<string[]>("scenario") { Description = says["cli.play.file"], Arity = ArgumentArity.OneOrMore };
        var command = new Command("play", says["cli.play"]) { files };
        place.AddTo(command);
        command.SetAction((parsed, cancellation) => PlayAsync(place.Of(parsed), parsed.GetValue(files)!, says, cancellation));
        return command;
    }

    private static async Task<int> PlayAsync(NodeOptions options, string[] files, Texts says, CancellationToken cancellation)
    {
        var scenarios = files.Select(Read).ToList();
        using var progress = new ProgressLine();
        var timeline = new Timeline(new(Instant.FromUtc(1900, 1, 1, 0, 0)), progress);
        await using var node = await options.OpenNodeAsync(timeline.Clock, resting: true);
        if (scenarios.Find(scenario => node.Find(new(scenario.Id)) is not null) is { } there)
            return CommandLine.Fail(says["cli.play.exists"].Replace("{book}", there.Id, StringComparison.Ordinal), ExitCode.Wrong);
        var all = await timeline.PlayAsync(node, scenarios, cancellation);
        progress.Done();
        foreach (var (scenario, played) in scenarios.Zip(all))
            Console.WriteLine($"{scenario.Name}: {played.Acts} {says["cli.play.acts"]}, {played.Refusals} {says["cli.play.refusals"]}, {played.Assemblies} {says["cli.play.assemblies"]}, {says["cli.play.position"]} {played.Position}");
        return ExitCode.Done;
    }

    private static Scenario Read(string file)
    {
        using var reader = new StreamReader(file);
        return ScenarioReader.Read(reader);
    }
}
