using System.Diagnostics;
namespace Autogestion.Bench.Support;

/// <summary>The physical limit under everything durable: how long the disk takes to keep one small write.</summary>
internal static class Disk
{
    /// <summary>Appends blocks of 4 KB to a file, each flushed to the disk before the next.</summary>
    public static Times Flushes(string folder, int count)
    {
        var path = Path.Combine(folder, "flushes");
        var block = new byte[4096];
        Random.Shared.NextBytes(block);
        var times = new List<TimeSpan>(count);
        using (var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            for (var i = 0; i < count; i++)
            {
                var began = Stopwatch.GetTimestamp();
                file.Write(block);
                file.Flush(flushToDisk: true);
                times.Add(Stopwatch.GetElapsedTime(began));
            }
        }
        File.Delete(path);
        return Times.Of(times);
    }
}
