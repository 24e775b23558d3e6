namespace Autogestion.Tests.Support;

/// <summary>A clock that goes on like any other and can be put forward.</summary>
public sealed class MovableClock(DateTimeOffset? start = null) : TimeProvider
{
    private readonly DateTimeOffset began = System.GetUtcNow();
    private TimeSpan ahead = start is { } at ? at - System.GetUtcNow() : TimeSpan.Zero;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;

    /// <summary>Time passes at once.</summary>
    public void Pass(TimeSpan time) => ahead += time;

    /// <summary>How long ago the test began, on the wall.</summary>
    public TimeSpan Running => System.GetUtcNow() - began;
}
