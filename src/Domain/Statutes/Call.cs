namespace Autogestion.Domain.Statutes;

/// <summary>Which of two numbers counts when a quorum names both a share and an absolute number.</summary>
public enum Pick
{
    Min,
    Max,
}

/// <summary>How many must be in the room. People checked in, never votes cast.</summary>
/// <param name="Share">Part of the roll; null when any number will do.</param>
/// <param name="Strict">More than the share.</param>
/// <param name="Absolute">A number of people, beside or instead of the share.</param>
/// <param name="Pick">Which counts where both stand.</param>
/// <param name="Floor">Never fewer than this.</param>
public sealed record Quorum(Fraction? Share, bool Strict = false, int? Absolute = null, Pick Pick = Pick.Min, int Floor = 1)
{
    /// <summary>People needed for a roll of this size.</summary>
    public int Needed(int roll)
    {
        int? byShare = Share is not { } share ? null : Strict ? share.MoreThan(roll) : share.AtLeast(roll);
        var needed = (byShare, Absolute) switch
        {
            ({ } a, { } b) => Pick == Pick.Min ? Math.Min(a, b) : Math.Max(a, b),
            ({ } a, null) => a,
            (null, { } b) => b,
            _ => 0,
        };
        return Math.Max(needed, Floor);
    }
}

/// <summary>One of the calls of an assembly: when, counted from the first, and with what quorum.</summary>
/// <param name="MinDelay">Least minutes after the first call.</param>
/// <param name="MaxDelay">Most minutes after the first call, where the law says so.</param>
public sealed record Call(int MinDelay, int? MaxDelay, Quorum Quorum);
