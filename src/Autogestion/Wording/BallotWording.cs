using Autogestion.Domain.Voting;
using Autogestion.Look;

namespace Autogestion.Wording;

/// <summary>What a ballot says, in words.</summary>
public static class BallotWording
{
    /// <param name="option">The words for an option, by its number.</param>
    public static string Say(Reader reader, Ballot ballot, Func<int, string> option) => ballot switch
    {
        Ballot.One one => option(one.Option),
        Ballot.Approve approve => string.Join(" · ", approve.Options.Select(option)),
        Ballot.Rank rank => string.Join(" · ", rank.Options.Select((number, place) => $"{place + 1}. {option(number)}")),
        _ => reader[$"votes.{ballot.Line}"],
    };

    /// <summary>The same for a ballot that names no option.</summary>
    public static string Say(Reader reader, Ballot ballot) => Say(reader, ballot, option => $"{option}");
}
