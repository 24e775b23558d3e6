namespace Autogestion.Domain.Network;

/// <summary>An act between collectives.</summary>
public abstract record NetworkAct : Act;

/// <summary>Ask a network to take this collective in: effect of a resolution.</summary>
[Named("network.request-membership"), Undone(Reversal.Stays), OnMatter(Matter.JoinNetwork), Accepts(Source.Resolution)]
public sealed record RequestMembership(CollectiveId Network) : NetworkAct;

/// <summary>Take in a collective that asked: effect of a resolution of this network. If the motion is lost, the answer is no.</summary>
[Named("network.admit-collective"), Undone(Reversal.Stays), OnMatter(Matter.AdmitCollective), Accepts(Source.Resolution)]
public sealed record AdmitCollective(LetterId Request) : NetworkAct;

/// <summary>Enter a letter from another book: always entered, always answered. Done by the post office.</summary>
[Named("network.receive-letter"), Accepts(Source.Letter)]
public sealed record ReceiveLetter(LetterId Letter, CollectiveId To, LetterContent Content) : NetworkAct;
