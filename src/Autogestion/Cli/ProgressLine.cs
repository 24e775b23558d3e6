namespace Autogestion.Cli;

/// <summary>One line on the terminal that moves while something longer than a second is under way; silent where output is not a terminal.</summary>
internal sealed class ProgressLine : IProgress<LocalDate>, IProgress<long>, IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(200);
    private readonly System.Diagnostics.Stopwatch sinceStart = System.Diagnostics.Stopwatch.StartNew();
    private readonly bool shown = !Console.IsErrorRedirected;
    private TimeSpan last = TimeSpan.FromSeconds(1) - Every;

    public void Report(LocalDate value) => Show(value.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    public void Report(long value) => Show(value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Clears the line.</summary>
    public void Done()
    {
        if (shown && last >= TimeSpan.FromSeconds(1)) Console.Error.Write("\r                              \r");
    }

    public void Dispose() => Done();

    private void Show(string words)
    {
        if (!shown || sinceStart.Elapsed - last < Every) return;
        last = sinceStart.Elapsed;
        Console.Error.Write($"\r{words}   ");
    }
}
