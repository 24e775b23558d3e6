using Autogestion.Domain.Kernel;
using FsCheck;
using FsCheck.Fluent;

namespace Autogestion.Domain.Specs.Kernel;

/// <summary>Amounts are exact, and dividing one loses nothing.</summary>
public sealed class MoneySpecs
{
    [Theory]
    [InlineData("12.50", true)]
    [InlineData("-0.01", true)]
    [InlineData("0.00", true)]
    [InlineData("12.5", false)]
    [InlineData("12.505", false)]
    [InlineData("-0.00", false)]
    [InlineData("1e3", false)]
    [InlineData("1000000000000000.00", false)]
    public void Has_one_spelling(string text, bool reads)
    {
        Assert.Equal(reads, Money.TryParse(text, out var money));
        if (reads) Assert.Equal(text, money.ToString());
    }

    [Fact]
    public void Is_never_finer_than_a_cent() => Assert.Throws<ArgumentOutOfRangeException>(() => new Money(0.005m));

    [Fact]
    public void The_odd_cents_go_to_the_largest_remainders()
    {
        var parts = Apportionment.Divide(new(100m), [1, 1, 1], 0);
        Assert.Equal([33.34m, 33.33m, 33.33m], parts.Select(part => part.Value));
        Assert.Equal([33.33m, 33.34m, 33.33m], Apportionment.Divide(new(100m), [1, 1, 1], 1).Select(part => part.Value));
        Assert.Equal([306_000m, 153_000m, 153_000m], Apportionment.Divide(new(612_000m), [2000, 1000, 1000], 0).Select(part => part.Value));
    }

    [Fact]
    public void Dividing_loses_nothing_and_is_within_a_cent_of_the_exact_part() => Prop.ForAll(
        Gen.Choose(0, 1_000_000_000).Zip(Gen.Choose(0, 100_000).NonEmptyListOf()).Zip(Gen.Choose(0, 50)).ToArbitrary(),
        given =>
        {
            var ((cents, drawn), turn) = given;
            long[] weights = [.. drawn.Select(weight => (long)weight), 1];
            var parts = Apportionment.Divide(Money.OfCents(cents), weights, turn);
            var sum = weights.Sum();
            return parts.Sum(part => part.Cents) == cents
                && parts.Zip(weights).All(pair => Int128.Abs((Int128)pair.First.Cents * sum - (Int128)cents * pair.Second) < sum);
        }).QuickCheckThrowOnFailure();
}
