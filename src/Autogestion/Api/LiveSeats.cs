namespace Autogestion.Api;

/// <summary>How many may follow at once: each person on a few devices, and all together not more than this process can carry.</summary>
public sealed class LiveSeats(int most = LiveSeats.Most, int mostEach = LiveSeats.MostEach)
{
    private const int Most = 2000, MostEach = 6;

    private readonly Lock turn = new();
    private readonly Dictionary<string, int> taken = new(StringComparer.Ordinal);
    private int all;

    /// <summary>A place, given back by disposing of it; null when none is left.</summary>
    public IDisposable? Take(string who)
    {
        lock (turn)
        {
            var own = taken.GetValueOrDefault(who);
            if (all >= most || own >= mostEach) return null;
            all++;
            taken[who] = own + 1;
            return new Seat(this, who);
        }
    }

    private void GiveBack(string who)
    {
        lock (turn)
        {
            all--;
            if (--taken[who] == 0) taken.Remove(who);
        }
    }

    private sealed class Seat(LiveSeats seats, string who) : IDisposable
    {
        private int given;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref given, 1) == 0) seats.GiveBack(who);
        }
    }
}
