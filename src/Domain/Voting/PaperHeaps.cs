namespace Autogestion.Domain.Voting;

/// <summary>The papers of a ranked count on their heaps: whose they are now, at which value, and what each names next. Equal papers move as one.</summary>
internal sealed class PaperHeaps
{
    private const long Unit = 100_000;

    private readonly int options;
    private readonly bool[] named;
    private readonly List<Parcel>[] heaps;

    public PaperHeaps(IReadOnlyCollection<Pile> piles, int options)
    {
        this.options = options;
        named = new bool[options + 1];
        heaps = new List<Parcel>[options + 1];
        for (var option = 0; option <= options; option++) heaps[option] = [];
        foreach (var (ballot, papers) in piles)
        {
            if (ballot is not Ballot.Rank { Options: var order }) continue;
            foreach (var option in order) named[option] = true;
            heaps[order[0]].Add(new(order, 0, papers, Unit));
        }
    }

    /// <summary>Whether any paper names it, in any place.</summary>
    public bool IsNamed(int option) => named[option];

    /// <summary>Votes on the heap of an option.</summary>
    public long Worth(int option) => heaps[option].Sum(parcel => parcel.Papers * parcel.Value);

    /// <summary>Passes a surplus on: every paper of the heap at its value times the surplus divided by all votes of the heap's owner.</summary>
    public (long[] Received, long NonTransferable) PassOn(int from, long surplus, long all, Func<int, bool> isContinuing) =>
        Move(from, value => (long)((Int128)surplus * value / all), isContinuing);

    /// <summary>Passes all papers of an excluded option on at the value at which they came.</summary>
    public (long[] Received, long NonTransferable) Release(int from, Func<int, bool> isContinuing) => Move(from, value => value, isContinuing);

    private (long[] Received, long NonTransferable) Move(int from, Func<long, long> valued, Func<int, bool> isContinuing)
    {
        var received = new long[options + 1];
        long nonTransferable = 0;
        foreach (var parcel in heaps[from])
        {
            var value = valued(parcel.Value);
            var worth = value * parcel.Papers;
            var place = parcel.Place + 1;
            while (place < parcel.Order.Length && !isContinuing(parcel.Order[place])) place++;
            if (place == parcel.Order.Length)
            {
                nonTransferable += worth;
                continue;
            }
            received[parcel.Order[place]] += worth;
            heaps[parcel.Order[place]].Add(new(parcel.Order, place, parcel.Papers, value));
        }
        heaps[from] = [];
        return (received, nonTransferable);
    }

    private readonly record struct Parcel(ImmutableArray<int> Order, int Place, int Papers, long Value);
}
