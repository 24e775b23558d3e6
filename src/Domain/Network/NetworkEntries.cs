namespace Autogestion.Domain.Network;

/// <summary>What a letter between two books says.</summary>
public abstract record LetterContent
{
    private LetterContent()
    {
    }

    /// <summary>A collective asks a network to take it in.</summary>
    /// <param name="Name">The public name of the collective that asks.</param>
    public sealed record MembershipRequest(string Name) : LetterContent;

    /// <summary>The network's answer.</summary>
    public sealed record MembershipAnswer(LetterId Request, bool Accepted) : LetterContent;
}

/// <summary>A letter was written to another book; the post office carries it until it is entered there.</summary>
[Named("network.letter-written"), SeenBy(Audience.Members)]
public sealed record LetterWritten(LetterId Letter, CollectiveId To, LetterContent Content) : Entry;

/// <summary>A letter came from another book.</summary>
[Named("network.letter-received"), SeenBy(Audience.Members)]
public sealed record LetterReceived(LetterId Letter, LetterContent Content) : Entry;

/// <summary>This network took a collective in.</summary>
[Named("network.collective-admitted"), SeenBy(Audience.Public)]
public sealed record CollectiveAdmitted(CollectiveId Collective, LetterId Request) : Entry;

/// <summary>This collective belongs to a network now.</summary>
[Named("network.joined"), SeenBy(Audience.Public)]
public sealed record NetworkJoined(CollectiveId Network) : Entry;
