using System.Globalization;

namespace Autogestion.Domain.Voting;

/// <summary>Reads the lines that <see cref="Ballot.Line"/> writes: how a ballot is kept while nobody may know whose it is.</summary>
public static class BallotLines
{
    /// <summary>The ballot that a line says; null for anything that no ballot writes. An objection is not read: its reason is not in its line.</summary>
    public static Ballot? Read(string line)
    {
        var words = line.Split(' ');
        Ballot? ballot = words[0] switch
        {
            "for" => new Ballot.For(),
            "against" => new Ballot.Against(),
            "abstain" => new Ballot.Abstain(),
            "blank" => new Ballot.Blank(),
            "consent" => new Ballot.Consent(),
            "one" when Options(words) is [var only] => new Ballot.One(only),
            "approve" when Options(words) is { IsDefaultOrEmpty: false } options => new Ballot.Approve(options),
            "rank" when Options(words) is { IsDefaultOrEmpty: false } options => new Ballot.Rank(options),
            _ => null,
        };
        // Only the one way in which it is written: two spellings of a ballot would tell who wrote which.
        return ballot?.Line == line ? ballot : null;
    }

    private static ImmutableArray<int> Options(string[] words)
    {
        var options = ImmutableArray.CreateBuilder<int>();
        foreach (var word in words.AsSpan(1))
        {
            if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var option)) return [];
            options.Add(option);
        }
        return options.DrainToImmutable();
    }
}
