using Autogestion.Domain.Kernel;
using FsCheck;
using FsCheck.Fluent;

namespace Autogestion.Domain.Specs.Statutes;

/// <summary>Parts of a whole are exact.</summary>
public sealed class FractionSpecs
{
    internal static readonly Gen<Fraction> Fractions =
        from bottom in Gen.Choose(1, 60)
        from top in Gen.Choose(0, bottom)
        select new Fraction(top, bottom);

    [Theory]
    [InlineData(50, 26)]
    [InlineData(51, 26)]
    [InlineData(42, 22)]
    [InlineData(1, 1)]
    [InlineData(0, 1)]
    public void Half_plus_one(int whole, int expected) => Assert.Equal(expected, Fraction.Half.MoreThan(whole));

    [Fact]
    public void Least_and_greatest_numbers_are_those_found_by_trying() => Laws.Hold(
        from fraction in Fractions
        from whole in Gen.Choose(0, 3000)
        select (fraction, whole),
        sample =>
        {
            var (fraction, whole) = sample;
            bool Reaches(int n) => (long)n * fraction.Denominator >= (long)whole * fraction.Numerator;
            bool Passes(int n) => (long)n * fraction.Denominator > (long)whole * fraction.Numerator;
            return fraction.AtLeast(whole) == Enumerable.Range(0, whole + 2).First(Reaches)
                && fraction.MoreThan(whole) == Enumerable.Range(0, whole + 2).First(Passes)
                && fraction.AtMost(whole) == Enumerable.Range(0, whole + 2).Last(n => !Passes(n));
        });

    [Fact]
    public void Written_and_read_it_is_the_same_in_lowest_terms() => Laws.Hold(
        from fraction in Fractions
        from times in Gen.Choose(1, 9)
        select (fraction, times),
        sample => Fraction.TryParse(sample.fraction.ToString(), out var read) && read == sample.fraction
            && new Fraction(sample.fraction.Numerator * sample.times, sample.fraction.Denominator * sample.times) == sample.fraction);

    [Fact]
    public void Order_is_that_of_cross_products() => Laws.Hold(
        from a in Fractions
        from b in Fractions
        select (a, b),
        pair => Math.Sign(pair.a.CompareTo(pair.b)) == Math.Sign((pair.a.Numerator * pair.b.Denominator) - (pair.b.Numerator * pair.a.Denominator))
            && (pair.a < pair.b) == (pair.b > pair.a) && (pair.a <= pair.b) == !(pair.a > pair.b));

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1/0")]
    [InlineData("-1/2")]
    [InlineData("1/-2")]
    [InlineData(" 1/2")]
    [InlineData("1/2/3")]
    [InlineData("0.5")]
    [InlineData(null)]
    public void Anything_else_is_not_a_fraction(string? text) => Assert.False(Fraction.TryParse(text, out _));
}
