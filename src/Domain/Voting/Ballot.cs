namespace Autogestion.Domain.Voting;

/// <summary>
/// What one voter says on one question, whichever way it was said: aloud, by hand, on a phone, on paper. Options are counted from 1
/// as the question lists them. A closed family; <see cref="Line"/> writes each in one fixed way, by which ballots are sorted and grouped.
/// </summary>
public abstract record Ballot
{
    private Ballot()
    {
    }

    /// <summary>The one way in which this ballot is written: <c>for</c>, <c>one 2</c>, <c>rank 3 1 2</c>. Equal ballots have equal lines.</summary>
    public abstract string Line { get; }

    /// <summary>Yes.</summary>
    public sealed record For : Ballot
    {
        public override string Line => "for";
    }

    /// <summary>No.</summary>
    public sealed record Against : Ballot
    {
        public override string Line => "against";
    }

    /// <summary>Neither; in a consent vote: standing aside.</summary>
    public sealed record Abstain : Ballot
    {
        public override string Line => "abstain";
    }

    /// <summary>A blank or spoilt paper.</summary>
    public sealed record Blank : Ballot
    {
        public override string Line => "blank";
    }

    /// <summary>One of the options.</summary>
    public sealed record One(int Option) : Ballot
    {
        public override string Line => $"one {Written([Option])}";
    }

    /// <summary>Every option that the voter can live with, in ascending order.</summary>
    public sealed record Approve(ImmutableArray<int> Options) : Ballot
    {
        public override string Line => $"approve {Written(Options)}";

        public bool Equals(Approve? other) => other is not null && Options.SequenceEqual(other.Options);

        public override int GetHashCode() => Hash(Options);
    }

    /// <summary>Options in the voter's order of preference, as many as the voter likes.</summary>
    public sealed record Rank(ImmutableArray<int> Options) : Ballot
    {
        public override string Line => $"rank {Written(Options)}";

        public bool Equals(Rank? other) => other is not null && Options.SequenceEqual(other.Options);

        public override int GetHashCode() => Hash(Options);
    }

    /// <summary>No objection.</summary>
    public sealed record Consent : Ballot
    {
        public override string Line => "consent";
    }

    /// <summary>An objection with its reason.</summary>
    public sealed record Objection(Text Reason) : Ballot
    {
        public override string Line => "objection";
    }

    /// <summary>The plain answer to a yes or no.</summary>
    public static implicit operator Ballot(Choice choice) => choice switch
    {
        Choice.For => new For(),
        Choice.Against => new Against(),
        _ => new Abstain(),
    };

    private static string Written(ImmutableArray<int> options) =>
        string.Join(' ', options.Select(option => option.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static int Hash(ImmutableArray<int> options)
    {
        var hash = new HashCode();
        foreach (var option in options) hash.Add(option);
        return hash.ToHashCode();
    }
}

/// <summary>So many equal ballots: what tellers find in a heap of papers, and what sorting secret ballots leaves of them.</summary>
public sealed record Pile(Ballot Ballot, int Papers)
{
    /// <summary>Equal ballots together, in the order of their lines: nothing of the order in which they were given remains.</summary>
    public static ImmutableArray<Pile> Sorted(IEnumerable<Pile> piles) =>
    [
        .. piles.GroupBy(pile => pile.Ballot).Select(group => new Pile(group.Key, group.Sum(pile => pile.Papers)))
            .Where(pile => pile.Papers > 0).OrderBy(pile => pile.Ballot.Line, StringComparer.Ordinal),
    ];

    /// <summary>The same for single ballots.</summary>
    public static ImmutableArray<Pile> Sorted(IEnumerable<Ballot> ballots) => Sorted(ballots.Select(ballot => new Pile(ballot, 1)));
}
