using Autogestion.Domain.Statutes;
using Autogestion.Domain.Voting;

namespace Autogestion.Domain.Assemblies;

/// <summary>What two tellers counted at the table in one way of a vote.</summary>
/// <param name="EnteredBy">Who wrote it down.</param>
/// <param name="Confirmed">Tellers who stand for it in their own session; the others are only named.</param>
public sealed record TableCount(ImmutableArray<Pile> Piles, ImmutableArray<PersonId> Tellers, PersonId EnteredBy, Instant At, ImmutableHashSet<PersonId> Confirmed)
{
    /// <summary>Papers or hands, all together.</summary>
    public int Papers => Piles.Sum(pile => pile.Papers);

    /// <summary>Whether both came to the same.</summary>
    public bool Agrees(TableCount other) => Piles.SequenceEqual(other.Piles);
}

/// <summary>An objection that was raised, and how it was met if it was.</summary>
/// <param name="Resolution">In words, how the chair saw it resolved; whoever raised it may raise it again.</param>
public sealed record Objection(PersonId Person, Text Reason, Text? Resolution = null);

/// <summary>A vote on a motion: the question it puts, the ways it is taken in, and every ballot and count that came in by them.</summary>
/// <param name="Method">The first of its ways.</param>
/// <param name="Roll">How many were entitled when it was opened.</param>
/// <param name="Voters">Who was in the room then and may vote on it: nobody else does, or more would vote than were counted.</param>
/// <param name="Ballots">Open ballots, by person; empty for hands and papers.</param>
/// <param name="ByHand">Ballots that somebody entered for the person: who did.</param>
public sealed record Vote(
    VoteMethod Method, int Present, int Roll, ImmutableArray<PersonId> Recused, ImmutableHashSet<PersonId> Voters, Threshold Majority, Cited Rule, Instant OpenedAt,
    ImmutableDictionary<PersonId, Ballot> Ballots, ImmutableDictionary<PersonId, PersonId> ByHand)
{
    /// <summary>What it asks.</summary>
    public Question Question { get; init; } = Question.YesNo;

    /// <summary>Every way it is taken in, the first included. All are counted as one.</summary>
    public ImmutableArray<VoteMethod> Ways { get; init; } = [Method];

    /// <summary>Who entered what the tellers counted; null where the count was computed from the ballots.</summary>
    public PersonId? CountedBy { get; init; }

    /// <summary>The heads as counted when it was closed.</summary>
    public Count? Count { get; init; }

    public ImmutableArray<PersonId> Tellers { get; init; } = [];

    /// <summary>For a vote by <see cref="VoteMethod.Secret"/>; null otherwise.</summary>
    public SecretVote? Secret { get; init; }

    /// <summary>Counts at the table, by way, in the order in which they were made: recounts stay beside the first.</summary>
    public ImmutableDictionary<VoteMethod, ImmutableArray<TableCount>> Tables { get; init; } = ImmutableDictionary<VoteMethod, ImmutableArray<TableCount>>.Empty;

    /// <summary>Objections in a consent vote; those withdrawn are gone.</summary>
    public ImmutableArray<Objection> Objections { get; init; } = [];

    /// <summary>The lot that was called for it.</summary>
    public Lot? Lot { get; init; }

    /// <summary>Whether the result rests on what this person wrote for others.</summary>
    public bool IsWorkOf(PersonId person) =>
        CountedBy == person || Tables.Values.Any(counts => counts.Any(count => count.EnteredBy == person)) || ByHand.Any(entered => entered.Value == person && entered.Key != person);

    public int Of(Choice choice) => Ballots.Values.Count(ballot => ballot.Equals((Ballot)choice));

    /// <summary>The count of one way that counts: the only one, or the one that two agree on; null while there is none.</summary>
    public TableCount? CountThatCounts(VoteMethod way) => Tables.GetValueOrDefault(way, []) switch
    {
        [] => null,
        [var only] => only,
        var counts => counts.LastOrDefault(count => counts.Count(count.Agrees) > 1),
    };

    /// <summary>Ways whose counts differ, so that a further one must decide.</summary>
    public IEnumerable<VoteMethod> Differing => Tables.Keys.Where(way => CountThatCounts(way) is null);

    /// <summary>Every ballot, whichever way it came, sorted: what is counted.</summary>
    public ImmutableArray<Pile> Piles => Pile.Sorted(
        Ballots.Values.Select(ballot => new Pile(ballot, 1)).Concat(Tables.Keys.SelectMany(way => CountThatCounts(way)?.Piles ?? [])).Concat(Secret?.Ballots ?? []));

    /// <summary>The heads that the majority is judged by. In a consent vote whoever is in the room and neither objects nor stands aside consents.</summary>
    public Count CountNow()
    {
        var tally = Counting.TallyOf(Piles);
        if (Question.Form != QuestionForm.Consent) return new(Present, Roll, Recused.Length, tally.For, tally.Against, tally.Abstain, tally.Blank);
        var against = Objections.Count(objection => objection.Resolution is null);
        return new(Present, Roll, Recused.Length, Math.Max(0, Present - Recused.Length - against - tally.Abstain), against, tally.Abstain, 0);
    }

    /// <summary>What the count of a question with options comes to, with all its stages.</summary>
    public Outcome Outcome() => Counting.Of(Question, Piles, Lot?.Seed is { } seed ? Lots.Order(seed, Question.Options.Length) : null);
}
