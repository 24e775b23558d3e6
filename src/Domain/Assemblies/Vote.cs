using Autogestion.Domain.Statutes;
using Autogestion.Domain.Voting;

namespace Autogestion.Domain.Assemblies;

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

    /// <summary>Whether the result rests on what this person wrote for others.</summary>
    public bool IsWorkOf(PersonId person) => CountedBy == person || ByHand.Any(entered => entered.Value == person && entered.Key != person);

    public int Of(Choice choice) => Ballots.Values.Count(ballot => ballot.Equals((Ballot)choice));
}
