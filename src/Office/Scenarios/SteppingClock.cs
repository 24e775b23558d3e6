namespace Autogestion.Office.Scenarios;

/// <summary>A clock that stands still and moves when told: the time of a scenario.</summary>
public sealed class SteppingClock(Instant start) : TimeProvider
{
    private readonly Lock gate = new();
    private Instant now = start;

    /// <summary>Where it stands.</summary>
    public Instant Now
    {
        get
        {
            lock (gate) return now;
        }
    }

    /// <summary>Moves forward to a moment; never back.</summary>
    public void MoveTo(Instant moment)
    {
        lock (gate)
            if (moment > now)
                now = moment;
    }

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();
}
