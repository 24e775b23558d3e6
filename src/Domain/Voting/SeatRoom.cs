namespace Autogestion.Domain.Voting;

/// <summary>How many seats are left for whom while a count fills them: keeps the reserved ones for those they are reserved for.</summary>
internal sealed class SeatRoom
{
    private readonly bool[] reserved;
    private readonly int least;
    private int leftForOthers;
    private int reservedElected;

    public SeatRoom(Question question)
    {
        reserved = new bool[question.Options.Length + 1];
        if (question.Reserved is { } kept)
        {
            foreach (var option in kept.Options) reserved[option] = true;
            least = kept.LeaveEmpty ? kept.Least : Math.Min(kept.Least, kept.Options.Length);
        }
        Left = question.Seats;
        leftForOthers = Math.Max(0, question.Seats - least);
    }

    /// <summary>Seats not yet filled.</summary>
    public int Left { get; private set; }

    /// <summary>Whether a seat is left that this option may take.</summary>
    public bool IsFor(int option) => Left > 0 && (reserved[option] || leftForOthers > 0);

    /// <summary>Whether all of them find a seat.</summary>
    public bool IsForAll(IReadOnlyCollection<int> options) => options.Count <= Left && options.Count(option => !reserved[option]) <= leftForOthers;

    public void Take(int option)
    {
        Left--;
        if (reserved[option]) reservedElected++;
        else leftForOthers--;
        // Beyond the least number, those it is reserved for take seats of everybody.
        if (reserved[option] && reservedElected > least) leftForOthers--;
    }

    /// <summary>Whether an option must stay, or too few would be left for the reserved seats.</summary>
    public bool IsGuarded(int option, IEnumerable<int> continuing) => reserved[option] && continuing.Count(other => reserved[other]) + reservedElected <= least;
}
