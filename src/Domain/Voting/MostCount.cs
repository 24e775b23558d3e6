namespace Autogestion.Domain.Voting;

/// <summary>One of several, and approval: whoever most ballots name. One stage; ties for the last seat are left to the lot.</summary>
internal static class MostCount
{
    public static Outcome Of(Question question, IReadOnlyCollection<Pile> piles, ImmutableArray<int>? lot)
    {
        var votes = new int[question.Options.Length + 1];
        foreach (var (ballot, papers) in piles)
        {
            if (ballot is Ballot.One one) votes[one.Option] += papers;
            if (ballot is not Ballot.Approve approve) continue;
            foreach (var option in approve.Options) votes[option] += papers;
        }
        // Nobody is chosen whom nobody names.
        var named = Enumerable.Range(1, question.Options.Length).Where(option => votes[option] > 0)
            .OrderByDescending(option => votes[option]).ThenBy(option => Place(option, lot)).ToList();
        var (elected, ties, undecided) = Fill(question, named, votes, lot);
        var lines = Enumerable.Range(1, question.Options.Length).Select(option => new StageLine(
            option, votes[option], votes[option], elected.Contains(option) ? OptionStanding.Elected : undecided.Contains(option) ? OptionStanding.Continuing : OptionStanding.Excluded));
        return new(
            question, Counting.TallyOf(piles), null, [new(1, StageKind.First, null, [.. lines], 0, 0, elected, ties)],
            elected, undecided.IsEmpty ? [.. named.Except(elected)] : [], undecided);
    }

    /// <summary>No ballots: whoever the lot takes first.</summary>
    public static Outcome ByLot(Question question, ImmutableArray<int>? lot)
    {
        var all = Enumerable.Range(1, question.Options.Length).ToList();
        var (elected, ties, undecided) = Fill(question, [.. all.OrderBy(option => Place(option, lot))], new int[all.Count + 1], lot);
        var lines = all.Select(option => new StageLine(option, 0, 0, elected.Contains(option) ? OptionStanding.Elected : undecided.IsEmpty ? OptionStanding.Excluded : OptionStanding.Continuing));
        return new(
            question, new(0, 0, 0, 0), null, [new(1, StageKind.First, null, [.. lines], 0, 0, elected, ties)],
            elected, undecided.IsEmpty && lot is { } order ? [.. order.Except(elected)] : [], undecided);
    }

    private static (ImmutableArray<int> Elected, ImmutableArray<Tie> Ties, ImmutableArray<int> Undecided) Fill(
        Question question, List<int> named, int[] votes, ImmutableArray<int>? lot)
    {
        var room = new SeatRoom(question);
        var elected = ImmutableArray.CreateBuilder<int>();
        var ties = ImmutableArray.CreateBuilder<Tie>();
        foreach (var level in named.GroupBy(option => votes[option]))
        {
            var before = elected.Count;
            foreach (var option in level.Where(room.IsFor).ToList())
            {
                if (!room.IsFor(option)) continue;
                room.Take(option);
                elected.Add(option);
            }
            // Level, and not all of them found a seat that they might have had: which of them did is the lot's to say.
            if (!Depends(question, level, [.. elected.Take(before)])) continue;
            var options = level.Order().ToImmutableArray();
            ties.Add(new(options, null, lot is null ? TieBreak.Open : TieBreak.Lot, null));
            if (lot is not null) continue;
            elected.Count = before;
            return (elected.ToImmutable(), ties.ToImmutable(), options);
        }
        return (elected.ToImmutable(), ties.ToImmutable(), []);
    }

    // Whether another order within the level would seat other people.
    private static bool Depends(Question question, IEnumerable<int> level, ImmutableArray<int> before)
    {
        var options = level.ToImmutableArray();
        return !Seated(options).SetEquals(Seated([.. options.Reverse()])) || options.Any(first => !Seated([first, .. options.Remove(first)]).SetEquals(Seated(options)));

        HashSet<int> Seated(ImmutableArray<int> order)
        {
            var room = new SeatRoom(question);
            foreach (var option in before) room.Take(option);
            var seated = new HashSet<int>();
            foreach (var option in order.Where(_ => room.Left > 0))
            {
                if (!room.IsFor(option)) continue;
                room.Take(option);
                seated.Add(option);
            }
            return seated;
        }
    }

    private static int Place(int option, ImmutableArray<int>? lot) => lot is { } order ? order.IndexOf(option) : option;
}
