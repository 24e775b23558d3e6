// Measured costs, each beside its peer or its physical limit in the same run:
//   dotnet run -c Release --project bench -- [name…] [--short]
// Nothing passes or fails here: a loaded machine is no fault of the code. The ratios are what counts.

using System.Globalization;
using Autogestion.Bench;
using Autogestion.Bench.Measures;
using Autogestion.Bench.Peers;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case [EmptyServer.Verb, var port]: return await EmptyServer.RunAsync(port);
    case [Phones.Verb, var port, var times]: return await Phones.RunAsync(port, times);
}

IMeasure[] all = [new DurableAppends(), new OneAct(), new OpeningABook(), new LiveVote(), new SecretBallot(), new LiveScreens(), new RankedBallots(), new TodayPage(), new Memory(), new FirstPage(), new Searching()];
var names = args.Where(arg => arg != "--short").ToList();
if (names.Except(all.Select(measure => measure.Name)).ToList() is [var unknown, ..])
{
    Console.Error.WriteLine($"There is no measure '{unknown}'. There are: {string.Join(", ", all.Select(measure => measure.Name))}.");
    return 2;
}
await using var run = new Run(args.Contains("--short"));
run.Begin();
foreach (var measure in all.Where(measure => names.Count == 0 || names.Contains(measure.Name))) await run.MeasureAsync(measure);
run.End();
return 0;
