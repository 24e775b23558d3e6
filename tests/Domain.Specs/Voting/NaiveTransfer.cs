namespace Autogestion.Domain.Specs.Voting;

/// <summary>
/// The Scottish count as one would do it at a kitchen table: each paper by itself with its value, everything in decimals, the votes
/// of a candidate added up from the papers again at every stage.
/// </summary>
internal static class NaiveTransfer
{
    private sealed class Paper(ImmutableArray<int> order)
    {
        public ImmutableArray<int> Order { get; } = order;

        public int At { get; set; }

        public decimal Value { get; set; } = 1;

        public int? Holder => At < Order.Length ? Order[At] : null;
    }

    public static (List<int> Elected, List<string> Stages) Count(ImmutableArray<ImmutableArray<int>> ballots, int candidates, int seats, ImmutableArray<int> lot)
    {
        var papers = ballots.Select(ballot => new Paper(ballot)).ToList();
        var all = Enumerable.Range(1, candidates).ToList();
        var quota = Math.Floor((decimal)ballots.Length / (seats + 1)) + 1;
        var (elected, out_, passedOn) = (new List<int>(), all.Where(one => !ballots.Any(ballot => ballot.Contains(one))).ToHashSet(), new HashSet<int>());
        var history = new List<Dictionary<int, decimal>>();
        var kept = new Dictionary<int, decimal>();

        decimal Votes(int one) => kept.TryGetValue(one, out var held) ? held : papers.Where(paper => paper.Holder == one).Sum(paper => paper.Value);
        bool Runs(int one) => !elected.Contains(one) && !out_.Contains(one);
        void Move(Paper paper)
        {
            do paper.At++;
            while (paper.Holder is { } next && !Runs(next));
        }
        void Close()
        {
            history.Add(all.ToDictionary(one => one, Votes));
            elected.AddRange(all.Where(one => Runs(one) && Votes(one) >= quota).OrderByDescending(Votes).ToList());
            var left = all.Where(Runs).ToList();
            if (left.Count <= seats - elected.Count) elected.AddRange(left);
        }
        // The same for the highest and, turned round, for the lowest: keep the extreme of each earlier stage, the latest first; then the lot.
        int Pick(List<int> level, int sign)
        {
            foreach (var stage in Enumerable.Reverse(history))
            {
                var extreme = level.Max(one => sign * stage[one]);
                level = [.. level.Where(one => sign * stage[one] == extreme)];
            }
            return sign > 0 ? level.MinBy(one => lot.IndexOf(one)) : level.MaxBy(one => lot.IndexOf(one));
        }

        Close();
        while (elected.Count < seats && all.Any(Runs))
        {
            var over = elected.Where(one => Votes(one) > quota && !passedOn.Contains(one)).ToList();
            if (over.Count > 0)
            {
                var from = Pick([.. over.Where(one => Votes(one) == over.Max(Votes))], 1);
                var total = Votes(from);
                foreach (var paper in papers.Where(paper => paper.Holder == from).ToList())
                {
                    paper.Value = Math.Floor((total - quota) * paper.Value / total * 100_000) / 100_000;
                    Move(paper);
                }
                passedOn.Add(from);
                kept[from] = quota;
            }
            else
            {
                var running = all.Where(Runs).ToList();
                var from = Pick([.. running.Where(one => Votes(one) == running.Min(Votes))], -1);
                out_.Add(from);
                foreach (var paper in papers.Where(paper => paper.Holder == from).ToList()) Move(paper);
            }
            Close();
        }
        return (elected, [.. history.Select(stage => string.Join(' ', all.Select(one => stage[one].ToString("0.00000", System.Globalization.CultureInfo.InvariantCulture))))]);
    }
}
