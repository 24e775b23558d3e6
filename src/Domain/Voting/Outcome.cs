namespace Autogestion.Domain.Voting;

/// <summary>What was said, in heads.</summary>
/// <param name="For">Yes, consent, or a choice among options.</param>
/// <param name="Against">No, or an objection.</param>
public sealed record Tally(int For, int Against, int Abstain, int Blank)
{
    /// <summary>Ballots of any kind.</summary>
    public int All => For + Against + Abstain + Blank;
}

/// <summary>What happened in a stage of a count.</summary>
public enum StageKind
{
    /// <summary>First preferences, choices or approvals are added up.</summary>
    First,

    /// <summary>What an elected candidate has above the quota goes on to the next preferences.</summary>
    Surplus,

    /// <summary>The candidate with fewest goes out, and those papers go on at their value.</summary>
    Exclusion,
}

/// <summary>Where an option stands after a stage.</summary>
public enum OptionStanding
{
    Continuing,
    Elected,
    Excluded,
}

/// <summary>One option in one stage.</summary>
/// <param name="Votes">What it has after the stage, to five decimal places.</param>
/// <param name="Change">What the stage gave or took.</param>
public sealed record StageLine(int Option, decimal Votes, decimal Change, OptionStanding Standing);

/// <summary>What broke a tie.</summary>
public enum TieBreak
{
    /// <summary>The latest earlier stage at which they differed.</summary>
    EarlierStage,

    /// <summary>The lot.</summary>
    Lot,

    /// <summary>Nothing yet: a lot must be drawn.</summary>
    Open,
}

/// <summary>Options that were level when one of them had to be taken.</summary>
/// <param name="Taken">Which was transferred, excluded or elected; null while it is open.</param>
/// <param name="Stage">The earlier stage that decided, if one did.</param>
public sealed record Tie(ImmutableArray<int> Options, int? Taken, TieBreak By, int? Stage);

/// <summary>One stage of a count, with all that is needed to add it up by hand.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Of">Whose papers moved; null in the first stage.</param>
/// <param name="NonTransferable">Papers without a further preference, all stages together, in votes.</param>
/// <param name="LostToRounding">What five decimal places left over, all stages together, in votes.</param>
/// <param name="Elected">Elected at the end of this stage, in order.</param>
public sealed record Stage(
    int Number, StageKind Kind, int? Of, ImmutableArray<StageLine> Lines, decimal NonTransferable, decimal LostToRounding, ImmutableArray<int> Elected, ImmutableArray<Tie> Ties);

/// <summary>What a count came to: a pure function of the question, the ballots and the lot.</summary>
/// <param name="Quota">Votes that elect, for the ranked count.</param>
/// <param name="Elected">The options chosen, in the order in which they were; fewer than the seats when nobody supports more.</param>
/// <param name="Next">Those after them, best first: substitutes.</param>
/// <param name="Undecided">Level, so that only a lot can decide; the count stops there.</param>
public sealed record Outcome(
    Question Question, Tally Tally, int? Quota, ImmutableArray<Stage> Stages, ImmutableArray<int> Elected, ImmutableArray<int> Next, ImmutableArray<int> Undecided)
{
    /// <summary>Seats that nobody takes.</summary>
    public int Empty => Question.Seats - Elected.Length;

    /// <summary>Whether the result is there.</summary>
    public bool IsDecided => Undecided.IsEmpty;
}
