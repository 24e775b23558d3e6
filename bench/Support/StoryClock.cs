using System.Diagnostics;
namespace Autogestion.Bench.Support;

/// <summary>Real time, but begun at another moment: that at which a prepared book goes on.</summary>
internal sealed class StoryClock(Instant from) : TimeProvider
{
    private readonly long began = Stopwatch.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => from.ToDateTimeOffset() + Stopwatch.GetElapsedTime(began);
}
