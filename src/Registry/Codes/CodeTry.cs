namespace Autogestion.Registry;

/// <summary>What became of a try.</summary>
public enum CodeTry
{
    Right,

    /// <summary>Wrong, or there is no such code.</summary>
    Wrong,

    /// <summary>Tried too often: it takes a while, or a new code.</summary>
    Locked,
}

/// <summary>A code as the table holds it.</summary>
internal sealed record CodeRow
{
    public byte[] Salt { get; init; } = [];

    public byte[] Hash { get; init; } = [];

    public long Tries { get; init; }

    public long LockedUntil { get; init; }
}
