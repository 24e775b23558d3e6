using System.Diagnostics;
using System.Runtime.InteropServices;
using Autogestion.Tests.Shared;

namespace Autogestion.Bench;

/// <summary>One thing that is measured.</summary>
internal interface IMeasure
{
    /// <summary>What it is called on the command line.</summary>
    string Name { get; }

    /// <summary>What is measured beside what, in one line.</summary>
    string Purpose { get; }

    Task RunAsync(Run run);
}

/// <summary>One run of measures: how long the forms are, where the files lie, and the table that is printed.</summary>
internal sealed class Run(bool isShort) : IAsyncDisposable
{
    private readonly Stopwatch whole = Stopwatch.StartNew();
    private readonly string folder = Directory.CreateTempSubdirectory("autogestion-bench-").FullName;
    private int folders;
    private (PrivatePostgres? Cluster, string? WhyNot)? postgres;

    /// <summary>Short forms: everything in less than two minutes.</summary>
    public bool IsShort => isShort;

    /// <summary>The long form's amount, or the short one's.</summary>
    public T Of<T>(T full, T inShort) => isShort ? inShort : full;

    /// <summary>A new empty folder, deleted with the run.</summary>
    public string NewFolder() => Directory.CreateDirectory(Path.Combine(folder, $"{++folders}")).FullName;

    /// <summary>An empty database on a PostgreSQL of this run's own, or null with the reason.</summary>
    public async Task<(string? Connection, string? WhyNot)> NewDatabaseAsync()
    {
        postgres ??= await PrivatePostgres.TryStartAsync();
        return postgres.Value.Cluster is { } cluster ? (await cluster.CreateDatabaseAsync(), null) : (null, postgres.Value.WhyNot);
    }

    public void Begin()
    {
        Console.WriteLine($"{DateTimeOffset.UtcNow:yyyy-MM-dd HH:mm} UTC, {(isShort ? "short" : "full")} form");
        Console.WriteLine($"{Environment.ProcessorCount} cores ({ProcessorName()}), load {Load()}, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");
        var disk = Disk.Flushes(folder, 200);
        Console.WriteLine($"disk: writing 4 KB and waiting until it is kept takes {Times.Say(disk.Half)} (half), {Times.Say(disk.Most)} (99 of 100)");
        Console.WriteLine("Ratios compare what ran in the same minutes on the same machine; bare figures are of that machine and its load.");
    }

    public async Task MeasureAsync(IMeasure measure)
    {
        Console.WriteLine();
        Console.WriteLine($"{measure.Name}: {measure.Purpose}");
        Console.WriteLine($"  {"",-52} {"measured",14} {"beside it",14}  {"ratio",8}  goal");
        var began = whole.Elapsed;
        await measure.RunAsync(this);
        Console.WriteLine($"  ({(whole.Elapsed - began).TotalSeconds:0} s, load {Load()})");
    }

    /// <summary>One line of the table.</summary>
    /// <param name="goal">What the ratio is to be, in words; empty where there is only something to compare with.</param>
    public static void Line(string what, string measured, string beside, double ratio, string goal) =>
        Console.WriteLine($"  {what,-52} {measured,14} {beside,14}  {(ratio >= 100 ? $"{ratio:0}" : $"{ratio:0.00}"),8}  {goal}");

    /// <summary>Something to know about the lines around it.</summary>
    public static void Note(string words) => Console.WriteLine($"  – {words}");

    public void End()
    {
        Console.WriteLine();
        Console.WriteLine($"whole run: {whole.Elapsed.TotalSeconds:0} s");
    }

    public async ValueTask DisposeAsync()
    {
        if (postgres?.Cluster is { } cluster) await cluster.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private static string ProcessorName() =>
        File.Exists("/proc/cpuinfo") && File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) is { } line
            ? line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            : RuntimeInformation.ProcessArchitecture.ToString();
}
