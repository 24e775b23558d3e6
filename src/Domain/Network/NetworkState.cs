namespace Autogestion.Domain.Network;

/// <summary>A request of another collective that waits for an answer.</summary>
public sealed record OpenRequest(LetterId Letter, CollectiveId From, string Name, Instant ReceivedAt);

/// <summary>A letter that this collective wrote.</summary>
public sealed record SentLetter(CollectiveId To, LetterContent Content);

/// <summary>What ties this collective to others.</summary>
public sealed record NetworkTies
{
    public static readonly NetworkTies Empty = new();

    /// <summary>Number of the next letter.</summary>
    public int NextLetter { get; init; } = 1;

    /// <summary>Every letter written: the post office carries each until it is entered where it goes.</summary>
    public ImmutableDictionary<LetterId, SentLetter> Sent { get; init; } = ImmutableDictionary<LetterId, SentLetter>.Empty;

    /// <summary>Every letter that has been entered: once only.</summary>
    public ImmutableHashSet<LetterId> Received { get; init; } = [];

    /// <summary>Networks asked, with the letter that asked, until they answer.</summary>
    public ImmutableDictionary<CollectiveId, LetterId> Asked { get; init; } = ImmutableDictionary<CollectiveId, LetterId>.Empty;

    /// <summary>Networks this collective belongs to.</summary>
    public ImmutableHashSet<CollectiveId> Networks { get; init; } = [];

    /// <summary>Requests that wait for this network's assembly.</summary>
    public ImmutableDictionary<LetterId, OpenRequest> Requests { get; init; } = ImmutableDictionary<LetterId, OpenRequest>.Empty;

    /// <summary>Collectives that belong to this network, with their names.</summary>
    public ImmutableDictionary<CollectiveId, string> Collectives { get; init; } = ImmutableDictionary<CollectiveId, string>.Empty;

    public static NetworkTies Evolve(NetworkTies ties, Entry entry, Stamp stamp) => entry switch
    {
        LetterWritten written => ties.Written(written),
        LetterReceived received => ties.Entered(received, stamp.Entered),
        CollectiveAdmitted admitted => ties with { Collectives = ties.Collectives.SetItem(admitted.Collective, ties.Requests.GetValueOrDefault(admitted.Request)?.Name ?? admitted.Collective.Value) },
        NetworkJoined joined => ties with { Networks = ties.Networks.Add(joined.Network) },
        _ => ties,
    };

    private NetworkTies Written(LetterWritten written)
    {
        var ties = this with { NextLetter = written.Letter.Number + 1, Sent = Sent.Add(written.Letter, new(written.To, written.Content)) };
        return written.Content switch
        {
            LetterContent.MembershipRequest => ties with { Asked = ties.Asked.SetItem(written.To, written.Letter) },
            LetterContent.MembershipAnswer answer => ties with { Requests = ties.Requests.Remove(answer.Request) },
            _ => ties,
        };
    }

    private NetworkTies Entered(LetterReceived received, Instant at)
    {
        var ties = this with { Received = Received.Add(received.Letter) };
        return received.Content switch
        {
            LetterContent.MembershipRequest request => ties with { Requests = ties.Requests.SetItem(received.Letter, new(received.Letter, received.Letter.Sender, request.Name, at)) },
            LetterContent.MembershipAnswer answer when ties.Asked.GetValueOrDefault(received.Letter.Sender) == answer.Request => ties with { Asked = ties.Asked.Remove(received.Letter.Sender) },
            _ => ties,
        };
    }
}
