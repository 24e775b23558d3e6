using Autogestion.Domain.Voting;

namespace Autogestion.Domain.Specs.Assemblies;

/// <summary>A ballot in a box is its line: what is read back is what was written, and nothing else is read.</summary>
public sealed class BallotLineSpecs
{
    [Fact]
    public void What_is_written_is_read_back()
    {
        Ballot[] ballots =
        [
            new Ballot.For(), new Ballot.Against(), new Ballot.Abstain(), new Ballot.Blank(), new Ballot.Consent(),
            new Ballot.One(3), new Ballot.Approve([1, 4, 9]), new Ballot.Rank([7, 1, 12]),
        ];
        Assert.All(ballots, ballot => Assert.Equal(ballot, BallotLines.Read(ballot.Line)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("For")]
    [InlineData("for ")]
    [InlineData(" for")]
    [InlineData("one")]
    [InlineData("one 03")]
    [InlineData("one 1 2")]
    [InlineData("rank 1  2")]
    [InlineData("rank +1")]
    [InlineData("rank 99999999999")]
    [InlineData("objection")]
    public void No_second_spelling_is_read(string line) => Assert.Null(BallotLines.Read(line));
}
