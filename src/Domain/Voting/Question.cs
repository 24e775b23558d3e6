namespace Autogestion.Domain.Voting;

/// <summary>How a question is asked, which decides what a ballot can say and how ballots are counted. Independent of the way to vote.</summary>
public enum QuestionForm
{
    /// <summary>Yes, no or abstain, judged by the majority of the matter.</summary>
    YesNo,

    /// <summary>One of several: the option with most ballots.</summary>
    OneOf,

    /// <summary>As many as one can live with: the options with most approvals.</summary>
    Approval,

    /// <summary>In order of preference: the single transferable vote.</summary>
    Ranked,

    /// <summary>No objection that stands.</summary>
    Consent,

    /// <summary>Nobody votes: the lot decides among those who stand.</summary>
    Lot,
}

/// <summary>What an option stands for.</summary>
public abstract record Option
{
    private Option()
    {
    }

    /// <summary>Somebody who stands for a post.</summary>
    public sealed record Candidate(PersonId Person) : Option;

    /// <summary>A motion, put against others.</summary>
    public sealed record Proposal(MotionId Motion) : Option;

    /// <summary>None of the proposals: it stays as it is.</summary>
    public sealed record AsItIs : Option;
}

/// <summary>Seats kept for a part of the candidates: a quota of the norms.</summary>
/// <param name="Least">At least so many of the seats go to them.</param>
/// <param name="Options">The options it is for: candidates who said so themselves.</param>
/// <param name="LeaveEmpty">Seats for which too few of them stand stay empty; otherwise others take them.</param>
public sealed record ReservedSeats(int Least, ImmutableArray<int> Options, bool LeaveEmpty)
{
    public bool Equals(ReservedSeats? other) => other is not null && Least == other.Least && LeaveEmpty == other.LeaveEmpty && Options.SequenceEqual(other.Options);

    public override int GetHashCode() => HashCode.Combine(Least, LeaveEmpty, Options.Length);
}

/// <summary>The question a vote puts: with the ballots, all that a count needs.</summary>
/// <param name="Options">What can be chosen, counted from 1; empty for yes or no and for consent.</param>
/// <param name="Seats">How many options are chosen.</param>
public sealed record Question(QuestionForm Form, ImmutableArray<Option> Options, int Seats = 1, ReservedSeats? Reserved = null)
{
    /// <summary>Most options that one question can have.</summary>
    public const int MostOptions = 200;

    /// <summary>Yes or no on the motion itself.</summary>
    public static readonly Question YesNo = new(QuestionForm.YesNo, []);

    /// <summary>Consent to the motion itself.</summary>
    public static readonly Question Consent = new(QuestionForm.Consent, []);

    /// <summary>Whether options are chosen among, rather than one thing carried or lost.</summary>
    public bool HasOptions => Form is QuestionForm.OneOf or QuestionForm.Approval or QuestionForm.Ranked or QuestionForm.Lot;

    /// <summary>Whether the ballot says something that this question asks.</summary>
    public bool Accepts(Ballot ballot) => ballot switch
    {
        Ballot.Abstain or Ballot.Blank => Form != QuestionForm.Lot,
        Ballot.For or Ballot.Against => Form == QuestionForm.YesNo,
        Ballot.Consent or Ballot.Objection => Form == QuestionForm.Consent,
        Ballot.One one => Form == QuestionForm.OneOf && IsOption(one.Option),
        Ballot.Approve approve => Form == QuestionForm.Approval && AreOptions(approve.Options) && IsAscending(approve.Options),
        Ballot.Rank rank => Form == QuestionForm.Ranked && AreOptions(rank.Options),
        _ => false,
    };

    public bool Equals(Question? other) =>
        other is not null && Form == other.Form && Seats == other.Seats && Equals(Reserved, other.Reserved) && Options.SequenceEqual(other.Options);

    public override int GetHashCode() => HashCode.Combine(Form, Seats, Options.Length);

    private bool IsOption(int option) => option >= 1 && option <= Options.Length;

    private bool AreOptions(ImmutableArray<int> options) => !options.IsDefaultOrEmpty && options.All(IsOption) && options.Distinct().Count() == options.Length;

    private static bool IsAscending(ImmutableArray<int> options) => options.Zip(options.Skip(1)).All(pair => pair.First < pair.Second);
}
