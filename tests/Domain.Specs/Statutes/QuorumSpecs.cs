using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using FsCheck.Fluent;

namespace Autogestion.Domain.Specs.Statutes;

/// <summary>How many must be in the room.</summary>
public sealed class QuorumSpecs
{
    private static readonly Quorum HalfPlusOne = new(Fraction.Half, Strict: true);
    private static readonly Quorum WhoeverComes = new(null);

    [Theory]
    [InlineData(50, 26)]
    [InlineData(51, 26)]
    [InlineData(42, 22)]
    public void First_call_in_Argentina(int roll, int needed) => Assert.Equal(needed, HalfPlusOne.Needed(roll));

    [Fact]
    public void Twenty_two_of_fifty_are_enough_only_at_the_second_call()
    {
        Assert.True(22 < HalfPlusOne.Needed(50));
        Assert.True(22 >= WhoeverComes.Needed(50));
    }

    [Fact]
    public void Twenty_one_of_forty_two_is_not_half_plus_one() => Assert.True(21 < HalfPlusOne.Needed(42));

    [Theory]
    [InlineData(50, 5)]
    [InlineData(55, 6)]
    [InlineData(1000, 100)]
    [InlineData(5000, 100)]
    public void Second_call_in_Spain_is_a_tenth_or_a_hundred(int roll, int needed) =>
        Assert.Equal(needed, new Quorum(new(1, 10), Absolute: 100, Pick: Pick.Min).Needed(roll));

    [Fact]
    public void Nobody_at_all_is_never_a_quorum() => Assert.Equal(1, WhoeverComes.Needed(0));

    [Fact]
    public void Share_number_and_floor_agree_with_counting_by_hand() => Laws.Hold(
        from share in Gen.OneOf(Gen.Constant((Fraction?)null), FractionSpecs.Fractions.Select(fraction => (Fraction?)fraction))
        from strict in Laws.OneOf(true, false)
        from absolute in Gen.OneOf(Gen.Constant((int?)null), Gen.Choose(1, 300).Select(number => (int?)number))
        from pick in Laws.Any<Pick>()
        from floor in Gen.Choose(1, 20)
        from roll in Gen.Choose(0, 1000)
        select (new Quorum(share, strict, absolute, pick, floor), roll),
        sample =>
        {
            var (quorum, roll) = sample;
            return Enumerable.Range(0, 1500).First(present => IsQuorum(present, roll, quorum)) == quorum.Needed(roll);
        });

    // A room that is big enough by the share, by the number, or by either or both where the law names the two.
    private static bool IsQuorum(int present, int roll, Quorum quorum)
    {
        bool ByShare() => quorum.Strict
            ? present * quorum.Share!.Value.Denominator > roll * quorum.Share.Value.Numerator
            : present * quorum.Share!.Value.Denominator >= roll * quorum.Share.Value.Numerator;
        bool ByNumber() => present >= quorum.Absolute;
        var enough = (quorum.Share, quorum.Absolute) switch
        {
            (null, null) => true,
            (null, _) => ByNumber(),
            (_, null) => ByShare(),
            _ => quorum.Pick == Pick.Min ? ByShare() || ByNumber() : ByShare() && ByNumber(),
        };
        return enough && present >= quorum.Floor;
    }
}
