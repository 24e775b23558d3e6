using Autogestion.Domain.Deed;

namespace Autogestion.Domain.Network;

/// <summary>Decides letters between books. A letter is always entered as received and always answered, also with a no.</summary>
public static class NetworkDecider
{
    private const int LongestName = 120;

    public static Decision Decide(NetworkAct act, FoundingDeed deed, NetworkTies ties) => act switch
    {
        RequestMembership request => Request(request, deed, ties),
        AdmitCollective admit => Admit(admit, deed, ties),
        ReceiveLetter receive => Receive(receive, deed, ties),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    /// <summary>The answer that follows when the motion to admit a collective is lost; nothing when the request is no longer open.</summary>
    public static ImmutableArray<Entry> Declined(AdmitCollective lost, FoundingDeed deed, NetworkTies ties) =>
        ties.Requests.ContainsKey(lost.Request) ? [Answer(lost.Request, false, deed, ties)] : [];

    private static Decision Request(RequestMembership act, FoundingDeed deed, NetworkTies ties)
    {
        if (act.Network == deed.Id) return NetworkRefusals.Itself;
        if (ties.Networks.Contains(act.Network) || ties.Asked.ContainsKey(act.Network)) return NetworkRefusals.AlreadyAsked;
        return new LetterWritten(new(deed.Id, ties.NextLetter), act.Network, new LetterContent.MembershipRequest(deed.Name));
    }

    private static Decision Admit(AdmitCollective act, FoundingDeed deed, NetworkTies ties) => !ties.Requests.TryGetValue(act.Request, out var request)
        ? NetworkRefusals.UnknownRequest
        : Decision.Of(new CollectiveAdmitted(request.From, act.Request), Answer(act.Request, true, deed, ties));

    private static Decision Receive(ReceiveLetter act, FoundingDeed deed, NetworkTies ties)
    {
        if (act.To != deed.Id || act.Letter.Sender == deed.Id || act.Letter.Number < 1) return NetworkRefusals.WrongAddress;
        if (ties.Received.Contains(act.Letter)) return NetworkRefusals.AlreadyReceived;
        var received = new LetterReceived(act.Letter, act.Content);
        return act.Content switch
        {
            LetterContent.MembershipRequest request when deed.Kind != CollectiveKind.Network
                || ties.Collectives.ContainsKey(act.Letter.Sender) || request.Name.Length is 0 or > LongestName =>
                Decision.Of(received, Answer(act.Letter, false, deed, ties)),
            LetterContent.MembershipAnswer { Accepted: true } answer when ties.Asked.GetValueOrDefault(act.Letter.Sender) == answer.Request =>
                Decision.Of(received, new NetworkJoined(act.Letter.Sender)),
            _ => received,
        };
    }

    private static LetterWritten Answer(LetterId request, bool accepted, FoundingDeed deed, NetworkTies ties) =>
        new(new(deed.Id, ties.NextLetter), request.Sender, new LetterContent.MembershipAnswer(request, accepted));
}
