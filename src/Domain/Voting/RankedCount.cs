namespace Autogestion.Domain.Voting;

/// <summary>
/// The single transferable vote as the Scottish Local Government Elections Order 2007, schedule 1, rules 46 to 52, counts it:
/// Droop quota; surpluses first, the largest before the others, by the weighted inclusive Gregory method to five decimal places, the
/// remainder ignored; then the candidate with fewest is excluded; ties look back to the latest stage at which the candidates
/// differed, and only then to the lot. Whole numbers of hundred-thousandths throughout.
/// </summary>
/// <remarks>Two additions that change nothing where they do not apply: seats reserved by a quota, and options that no paper names, which go out at once.</remarks>
internal sealed class RankedCount
{
    private const long Unit = 100_000;

    private readonly Question question;
    private readonly Tally tally;
    private readonly ImmutableArray<int>? lot;
    private readonly SeatRoom room;
    private readonly PaperHeaps heaps;
    private readonly OptionStanding[] standing;
    private readonly long[] votes;
    private readonly List<long[]> history = [];
    private readonly List<Stage> stages = [];
    private readonly List<int> elected = [];
    private readonly List<int> excluded = [];
    private readonly List<int> surpluses = [];
    private readonly List<Tie> ties = [];
    private readonly long quota;
    private ImmutableArray<int> undecided = [];
    private long nonTransferable;

    public RankedCount(Question question, IReadOnlyCollection<Pile> piles, ImmutableArray<int>? lot)
    {
        this.question = question;
        this.lot = lot;
        tally = Counting.TallyOf(piles);
        room = new(question);
        heaps = new(piles, question.Options.Length);
        standing = new OptionStanding[question.Options.Length + 1];
        votes = new long[question.Options.Length + 1];
        quota = (tally.For / (question.Seats + 1) + 1) * Unit;
    }

    private IEnumerable<int> All => Enumerable.Range(1, question.Options.Length);

    private IEnumerable<int> Continuing => All.Where(option => standing[option] == OptionStanding.Continuing);

    public Outcome Run()
    {
        foreach (var option in All.Where(option => !heaps.IsNamed(option))) standing[option] = OptionStanding.Excluded;
        var before = (long[])votes.Clone();
        foreach (var option in All) votes[option] = heaps.Worth(option);
        Close(StageKind.First, null, before);
        while (undecided.IsEmpty && room.Left > 0 && Continuing.Any()) Step();
        return new(question, tally, (int)(quota / Unit), [.. stages], [.. elected], Next(), undecided);
    }

    private void Step()
    {
        var shut = Continuing.Where(option => !room.IsFor(option)).ToList();
        if (shut.Count > 0) Exclude(shut);
        else if (surpluses.Count > 0) PassOn();
        else Exclude([.. Continuing.Where(option => !room.IsGuarded(option, Continuing))]);
    }

    // Rule 48 and 49: the largest surplus first.
    private void PassOn()
    {
        var most = surpluses.Max(option => votes[option]);
        if (Pick([.. surpluses.Where(option => votes[option] == most)], highest: true) is not { } from) return;
        surpluses.Remove(from);
        var before = (long[])votes.Clone();
        Receive(heaps.PassOn(from, votes[from] - quota, votes[from], IsContinuing));
        votes[from] = quota;
        Close(StageKind.Surplus, from, before);
    }

    // Rule 50 and 51: the fewest, all papers at the value at which they came.
    private void Exclude(List<int> among)
    {
        var fewest = among.Min(option => votes[option]);
        if (Pick([.. among.Where(option => votes[option] == fewest)], highest: false) is not { } from) return;
        standing[from] = OptionStanding.Excluded;
        excluded.Add(from);
        var before = (long[])votes.Clone();
        Receive(heaps.Release(from, IsContinuing));
        votes[from] = 0;
        Close(StageKind.Exclusion, from, before);
    }

    private bool IsContinuing(int option) => standing[option] == OptionStanding.Continuing;

    private void Receive((long[] Received, long NonTransferable) moved)
    {
        foreach (var option in All) votes[option] += moved.Received[option];
        nonTransferable += moved.NonTransferable;
    }

    // Elects whoever has the quota, and whoever is left when there are no more of them than seats (rule 52); then writes the stage down.
    private void Close(StageKind kind, int? of, long[] before)
    {
        var first = elected.Count;
        foreach (var option in InOrder(Continuing.Where(option => votes[option] >= quota))) Elect(option);
        if (undecided.IsEmpty && room.IsForAll([.. Continuing]))
            foreach (var option in Continuing.OrderByDescending(option => votes[option]).ThenBy(Place).ToList()) Elect(option);
        var lines = All.Select(option => new StageLine(option, Decimal(votes[option]), Decimal(votes[option] - before[option]), standing[option]));
        var lost = tally.For * Unit - votes.Sum() - nonTransferable;
        stages.Add(new(stages.Count + 1, kind, of, [.. lines], Decimal(nonTransferable), Decimal(lost), [.. elected.Skip(first)], [.. ties]));
        history.Add((long[])votes.Clone());
        ties.Clear();
    }

    private void Elect(int option)
    {
        if (!room.IsFor(option)) return;
        standing[option] = OptionStanding.Elected;
        room.Take(option);
        elected.Add(option);
        if (votes[option] > quota) surpluses.Add(option);
    }

    // Most votes first. Who comes first matters only where a reserved seat leaves room for fewer than have the quota.
    private List<int> InOrder(IEnumerable<int> options) =>
        [.. options.OrderByDescending(option => votes[option]).ThenBy(option => option, Comparer<int>.Create(Earlier)).ThenBy(Place)];

    private int Earlier(int one, int other)
    {
        for (var stage = history.Count - 1; stage >= 0; stage--)
            if (history[stage][one] != history[stage][other]) return history[stage][other].CompareTo(history[stage][one]);
        return 0;
    }

    // Of several that are level: by the latest earlier stage at which they differed, else by lot.
    private int? Pick(List<int> level, bool highest)
    {
        if (level.Count == 1) return level[0];
        var left = level;
        int? decided = null;
        for (var stage = history.Count - 1; stage >= 0 && left.Count > 1; stage--)
        {
            var then = history[stage];
            var bound = highest ? left.Max(option => then[option]) : left.Min(option => then[option]);
            var kept = left.Where(option => then[option] == bound).ToList();
            if (kept.Count < left.Count) decided = stage + 1;
            left = kept;
        }
        int? taken = left.Count == 1 ? left[0] : lot is null ? null : highest ? left.MinBy(Place) : left.MaxBy(Place);
        ties.Add(new([.. level], taken, left.Count == 1 ? TieBreak.EarlierStage : lot is null ? TieBreak.Open : TieBreak.Lot, left.Count == 1 ? decided : null));
        if (taken is not null) return taken;
        undecided = [.. left];
        stages[^1] = stages[^1] with { Ties = stages[^1].Ties.AddRange(ties) };
        return null;
    }

    private int Place(int option) => lot is { } order ? order.IndexOf(option) : option;

    private ImmutableArray<int> Next() => undecided.IsEmpty
        ? [.. Continuing.OrderByDescending(option => votes[option]).ThenBy(option => option, Comparer<int>.Create(Earlier)).ThenBy(Place), .. Enumerable.Reverse(excluded)]
        : [];

    private static decimal Decimal(long units) => (decimal)units / Unit;
}
