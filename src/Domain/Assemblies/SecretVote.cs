using Autogestion.Domain.Voting;

namespace Autogestion.Domain.Assemblies;

/// <summary>
/// What a book knows of a secret vote while it lasts: who took an envelope, never who cast one or what was in it.
/// </summary>
public sealed record SecretVote
{
    /// <summary>Public key of the envelopes; null until the node has announced it.</summary>
    public string? Key { get; init; }

    /// <summary>Who took an envelope, with the digest of what was signed for that person.</summary>
    public ImmutableDictionary<PersonId, string> Envelopes { get; init; } = ImmutableDictionary<PersonId, string>.Empty;

    /// <summary>Since when nobody takes an envelope and, unless all vote on paper, ballots are cast.</summary>
    public Instant? DrawnUntil { get; init; }

    /// <summary>Too few took an envelope: all vote on paper.</summary>
    public bool PaperOnly { get; init; }

    /// <summary>The acts by which papers were handed in, the last of them the one that counts.</summary>
    public ImmutableArray<Guid> Papers { get; init; } = [];

    /// <summary>Who handed the papers in.</summary>
    public PersonId? PapersBy { get; init; }

    public ImmutableArray<PersonId> Tellers { get; init; } = [];

    /// <summary>Nobody casts any more; the box waits to be emptied, or has been.</summary>
    public bool IsClosed { get; init; }

    /// <summary>What was in the box; empty until it is emptied.</summary>
    public ImmutableArray<Pile> Ballots { get; init; } = [];

    /// <summary>Envelopes can be drawn now.</summary>
    public bool IsDrawing => Key is not null && DrawnUntil is null;

    /// <summary>Ballots can be cast now.</summary>
    public bool IsCasting => DrawnUntil is not null && !PaperOnly && !IsClosed;

    /// <summary>The vote after one of its entries.</summary>
    public static Vote Evolve(Vote vote, Recorded recorded)
    {
        var secret = vote.Secret ?? new();
        return recorded.Entry switch
        {
            EnvelopeKeyAnnounced announced => vote with { Secret = secret with { Key = announced.Key } },
            EnvelopeGiven given => vote with { Secret = secret with { Envelopes = secret.Envelopes.SetItem(given.Person, given.Blinded) } },
            DrawingEnded ended => vote with { Secret = secret with { DrawnUntil = recorded.Stamp.Entered, PaperOnly = ended.PaperOnly } },
            PapersHandedIn handed => vote with
            {
                Secret = secret with { Papers = secret.Papers.Add(recorded.Stamp.Act), PapersBy = recorded.Stamp.Actor, Tellers = handed.Tellers },
            },
            CastingClosed => vote with { Secret = secret with { IsClosed = true } },
            BoxEmptied emptied => vote with { Secret = secret with { Ballots = emptied.Ballots } },
            _ => vote,
        };
    }
}
