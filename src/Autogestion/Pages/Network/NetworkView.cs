using Autogestion.Domain;
using Autogestion.Domain.Deed;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Network;

namespace Autogestion.Pages.Network;

/// <summary>Another collective, as far as it can be named.</summary>
public sealed record Neighbour(CollectiveId Id, string Name);

/// <summary>A letter between books.</summary>
/// <param name="Other">To whom, or from whom.</param>
/// <param name="Content">What it says; null for a letter from a book that is elsewhere, whose words are in this book only.</param>
/// <param name="Arrived">Whether the other book, where it is on this node, has entered it; null when it is elsewhere.</param>
public sealed record LetterLine(LetterId Id, Neighbour Other, bool Sent, LetterContent? Content, bool? Arrived);

/// <summary>What ties a collective to others.</summary>
/// <param name="Belongs">Networks it belongs to.</param>
/// <param name="Asked">Networks it asked and that have not answered.</param>
/// <param name="Collectives">Those that belong to it, where it is a network.</param>
/// <param name="Requests">Those that asked it and wait for its assembly, the longest waiting first.</param>
/// <param name="Sent">Letters written, the newest first.</param>
/// <param name="Received">Letters entered here, by sender.</param>
public sealed record NetworkView(
    bool IsNetwork, ImmutableArray<Neighbour> Belongs, ImmutableArray<Neighbour> Asked, ImmutableArray<Neighbour> Collectives, ImmutableArray<OpenRequest> Requests,
    ImmutableArray<LetterLine> Sent, ImmutableArray<LetterLine> Received)
{
    private const int MostLetters = 30;

    /// <param name="find">The state of another book on this node; null when it is elsewhere.</param>
    public static NetworkView Of(Collective state, Func<CollectiveId, Collective?> find)
    {
        var ties = state.Network;
        Neighbour Name(CollectiveId id) => new(id, find(id)?.Deed.Name ?? ties.Collectives.GetValueOrDefault(id) ?? id.Value);
        return new(
            state.Deed.Kind == CollectiveKind.Network,
            [.. ties.Networks.Select(Name).OrderBy(one => one.Name, StringComparer.Ordinal)],
            [.. ties.Asked.Keys.Select(Name).OrderBy(one => one.Name, StringComparer.Ordinal)],
            [.. ties.Collectives.Select(pair => new Neighbour(pair.Key, find(pair.Key)?.Deed.Name ?? pair.Value)).OrderBy(one => one.Name, StringComparer.Ordinal)],
            [.. ties.Requests.Values.OrderBy(request => request.ReceivedAt)],
            [
                .. LastSent(ties, state.Deed.Id).Take(MostLetters)
                    .Select(pair => new LetterLine(pair.Id, Name(pair.Letter.To), true, pair.Letter.Content, find(pair.Letter.To)?.Network.Received.Contains(pair.Id))),
            ],
            [
                .. ties.Received.OrderBy(letter => letter.Sender.Value, StringComparer.Ordinal).ThenByDescending(letter => letter.Number).Take(MostLetters)
                    .Select(letter => new LetterLine(letter, Name(letter.Sender), false, find(letter.Sender)?.Network.Sent.GetValueOrDefault(letter)?.Content, true)),
            ]);
    }

    // Letters are numbered by their sender, so that the last ones are found without looking at the others.
    private static IEnumerable<(LetterId Id, SentLetter Letter)> LastSent(NetworkTies ties, CollectiveId self)
    {
        for (var number = ties.NextLetter - 1; number > 0; number--)
            if (ties.Sent.TryGetValue(new(self, number), out var letter)) yield return (new(self, number), letter);
    }
}
