using Autogestion.Office.Tests.Crash;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace Autogestion.Office.Tests;

/// <summary>Runs the tests; or is one of the processes that the crash tests start and kill.</summary>
public static class Program
{
    public static Task<int> Main(string[] args) => args switch
    {
        [CrashChild.Verb, .. var of] => CrashChild.RunAsync(of),
        _ when args.Any(argument => argument is "--server" or "--internal-msbuild-node") => TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
        _ => ConsoleRunner.Run(args),
    };
}
