using System.Diagnostics;
namespace Autogestion.Bench.Support;

/// <summary>Other processes of this measurement.</summary>
internal static class Programs
{
    /// <summary>This program.</summary>
    public static string Self => typeof(Programs).Assembly.Location;

    /// <summary>The program that is measured, built beside this one.</summary>
    public static string Autogestion => typeof(Web.Serving).Assembly.Location;

    /// <summary>Starts a built program with the same <c>dotnet</c>; whoever starts it reads what it says.</summary>
    public static Process Start(string assembly, params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["LC_ALL"] = "en_US.UTF-8";
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(assembly);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start) ?? throw new InvalidOperationException("The process did not start.");
    }
}
