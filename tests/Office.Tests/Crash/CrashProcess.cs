using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Autogestion.Book.Sqlite;
using Autogestion.Office.Tests.Support;

namespace Autogestion.Office.Tests.Crash;

/// <summary>A process that lives in <see cref="CrashChild"/>, seen from the test that kills it.</summary>
internal sealed class CrashProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Process process;
    private readonly Task reading;
    private readonly ConcurrentBag<string> failures = [];
    private int entered;
    private int unavailable;

    private CrashProcess(Process process, Ledger ledger)
    {
        this.process = process;
        reading = Task.WhenAll(ReadAsync(ledger), ReadErrorsAsync());
    }

    /// <summary>What went wrong in it that should not have.</summary>
    public IReadOnlyCollection<string> Failures => failures;

    /// <summary>How often an act could not be entered because of the store.</summary>
    public int Unavailable => Volatile.Read(ref unavailable);

    /// <param name="shell">Commands that a shell runs before it becomes the process.</param>
    public static CrashProcess Start(TestNode test, Ledger ledger, int seed, Durability durability = Durability.Full, bool notes = true, string? shell = null, params (string Name, string Value)[] environment)
    {
        string[] command =
        [
            .. Itself(), CrashChild.Verb, test.Folder, test.PostgresConnection ?? "", test.Clock.Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            seed.ToString(CultureInfo.InvariantCulture), durability.ToString(), notes.ToString(),
        ];
        if (shell is not null) command = ["/bin/sh", "-c", shell + "; exec \"$@\"", "sh", .. command];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new(Process.Start(start)!, ledger);
    }

    /// <summary>Waits until it has acknowledged so many acts more than now.</summary>
    public Task UntilEnteredAsync(int more) => UntilAsync(() => Volatile.Read(ref entered), Volatile.Read(ref entered) + more, "acknowledged acts");

    /// <summary>Waits until the store was in trouble so often.</summary>
    public Task UntilUnavailableAsync(int times) => UntilAsync(() => Unavailable, times, "acts in trouble");

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        await reading;
    }

    /// <summary>SIGSTOP and SIGCONT: it stands still, as on a machine that hangs, and later knows nothing of it.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-s", name, process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
    }

    // The program of the tests, begun again in the way this one was.
    private static string[] Itself() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
        ? [Environment.ProcessPath!, "exec", typeof(CrashProcess).Assembly.Location]
        : [Environment.ProcessPath!];

    private async Task UntilAsync(Func<int> count, int wanted, string what)
    {
        for (var began = Stopwatch.GetTimestamp(); count() < wanted;)
        {
            Assert.True(failures.IsEmpty, string.Join('\n', failures));
            Assert.False(process.HasExited, $"it ended by itself with {process.HasExited}");
            Assert.True(Stopwatch.GetElapsedTime(began) < Patience, $"{count()} of {wanted} {what} in {Patience.TotalSeconds} s");
            await Task.Delay(2);
        }
    }

    private async Task ReadAsync(Ledger ledger)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            switch (line.Split(' '))
            {
                case ["entered", var act, var first, var last]:
                    ledger.Acknowledge(Guid.Parse(act), long.Parse(first, CultureInfo.InvariantCulture), long.Parse(last, CultureInfo.InvariantCulture));
                    Interlocked.Increment(ref entered);
                    break;
                case ["unavailable", _]:
                    Interlocked.Increment(ref unavailable);
                    break;
                case ["ready"]:
                    break;
                default:
                    failures.Add(line);
                    break;
            }
        }
    }

    private async Task ReadErrorsAsync()
    {
        var errors = await process.StandardError.ReadToEndAsync();
        if (errors.Length > 0) failures.Add(errors);
    }
}
