namespace Autogestion.Office.Scenarios;

/// <summary>A clock that stands still and moves when told: the time of a scenario. Released, it runs on from where it stands.</summary>
public sealed class SteppingClock(Instant start) : TimeProvider
{
    private readonly Lock gate = new();
    private Instant now = start;
    private long? runningSince;

    /// <summary>Moves forward to a moment; never back.</summary>
    public void MoveTo(Instant moment)
    {
        lock (gate)
            if (moment > now)
                now = moment;
    }

    /// <summary>Lets it run with real time from here.</summary>
    public void Release()
    {
        lock (gate) runningSince ??= GetTimestamp();
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return (runningSince is { } since ? now + Duration.FromTimeSpan(GetElapsedTime(since)) : now).ToDateTimeOffset();
    }
}
