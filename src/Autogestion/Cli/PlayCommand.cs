using System.CommandLine;
using Autogestion.Look;
using Autogestion.Office.Desk;
using Autogestion.Office.Scenarios;
using Autogestion.Web;

namespace Autogestion.Cli;

/// <summary><c>play</c>: plays a scenario file into a store, as the people in it would have acted.</summary>
internal static class PlayCommand
{
    public static Command Make(Texts says)
    {
        var place = new Place(says);
        var file = new Argument<string>("scenario") { Description = says["cli.play.file"] };
        var command = new Command("play", says["cli.play"]) { file };
        place.AddTo(command);
        command.SetAction((parsed, cancellation) => PlayAsync(place.Of(parsed), parsed.GetValue(file)!, says, cancellation));
        return command;
    }

    private static async Task<int> PlayAsync(NodeOptions options, string file, Texts says, CancellationToken cancellation)
    {
        using var reader = new StreamReader(file);
        var scenario = ScenarioReader.Read(reader);
        var clock = new SteppingClock(Instant.FromUtc(1900, 1, 1, 0, 0));
        using var progress = new ProgressLine();
        await using var node = await options.OpenNodeAsync(clock, resting: true);
        if (node.Find(new(scenario.Id)) is not null) return CommandLine.Fail(says["cli.play.exists"].Replace("{book}", scenario.Id, StringComparison.Ordinal), ExitCode.Wrong);
        var played = await new ScenarioPlayer(node, clock, scenario, progress).PlayAsync(cancellation);
        progress.Done();
        Console.WriteLine($"{scenario.Name}: {played.Acts} {says["cli.play.acts"]}, {played.Refusals} {says["cli.play.refusals"]}, {played.Assemblies} {says["cli.play.assemblies"]}, {says["cli.play.position"]} {played.Position}");
        return ExitCode.Done;
    }
}
