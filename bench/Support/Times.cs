namespace Autogestion.Bench.Support;

/// <summary>How long something took, over many times: half took no longer than <see cref="Half"/>, 99 of 100 no longer than <see cref="Most"/>.</summary>
internal sealed record Times(TimeSpan Half, TimeSpan Most)
{
    public static Times Of(IEnumerable<TimeSpan> all)
    {
        var sorted = all.Order().ToArray();
        return new(sorted[sorted.Length / 2], sorted[Math.Min(sorted.Length - 1, sorted.Length * 99 / 100)]);
    }

    /// <summary>The middle one.</summary>
    public static double Middle(IEnumerable<double> all)
    {
        var sorted = all.Order().ToArray();
        return (sorted[sorted.Length / 2] + sorted[(sorted.Length - 1) / 2]) / 2;
    }

    public static string Say(TimeSpan time) => time.TotalMilliseconds switch
    {
        < 1 => $"{time.TotalMicroseconds:0} µs",
        < 10 => $"{time.TotalMilliseconds:0.0} ms",
        < 1000 => $"{time.TotalMilliseconds:0} ms",
        _ => $"{time.TotalSeconds:0.00} s",
    };
}
