using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using FsCheck;
using FsCheck.Fluent;

namespace Autogestion.Domain.Specs.Statutes;

/// <summary>Majorities: what they are counted over, and what becomes of those who abstain.</summary>
public sealed class ThresholdSpecs
{
    /// <summary>30 present of a roll of 50, 4 abstaining.</summary>
    [Theory]
    [InlineData(ThresholdBase.Present, Uncounted.Excluded, 26)]
    [InlineData(ThresholdBase.Present, Uncounted.CountInBase, 30)]
    [InlineData(ThresholdBase.Present, Uncounted.CountAsAbsent, 26)]
    [InlineData(ThresholdBase.Cast, Uncounted.Excluded, 26)]
    [InlineData(ThresholdBase.Cast, Uncounted.CountInBase, 30)]
    [InlineData(ThresholdBase.Cast, Uncounted.CountAsAbsent, 26)]
    [InlineData(ThresholdBase.Roll, Uncounted.Excluded, 46)]
    [InlineData(ThresholdBase.Roll, Uncounted.CountInBase, 50)]
    [InlineData(ThresholdBase.Roll, Uncounted.CountAsAbsent, 50)]
    public void The_base(ThresholdBase of, Uncounted abstentions, int expected) =>
        Assert.Equal(expected, Half(of, abstentions).Judge(new(30, 50, 0, 20, 6, 4, 0)).Base);

    [Fact]
    public void Reform_of_statutes_in_the_Argentine_model()
    {
        var twoThirds = new Threshold(Fraction.TwoThirds, false, ThresholdBase.Present, Uncounted.CountAsAbsent, Uncounted.CountInBase);
        var sum = twoThirds.Judge(new(30, 50, 0, 18, 8, 4, 0));
        Assert.Equal((26, 18, true), (sum.Base, sum.Needed, sum.Carried));
        Assert.False(twoThirds.Judge(new(30, 50, 0, 17, 9, 4, 0)).Carried);
        Assert.Equal(20, (twoThirds with { Abstentions = Uncounted.CountInBase }).Judge(new(30, 50, 0, 18, 8, 4, 0)).Needed);
    }

    [Fact]
    public void Two_thirds_of_a_hundred_on_the_roll()
    {
        var twoThirds = new Threshold(Fraction.TwoThirds, false, ThresholdBase.Roll, Uncounted.CountInBase, Uncounted.CountInBase);
        Assert.False(twoThirds.Judge(new(90, 100, 0, 66, 24, 0, 0)).Carried);
        Assert.True(twoThirds.Judge(new(90, 100, 0, 67, 23, 0, 0)).Carried);
    }

    [Fact]
    public void Nobody_for_carries_nothing()
    {
        Assert.False(Half(ThresholdBase.Cast, Uncounted.Excluded).Judge(new(0, 50, 0, 0, 0, 0, 0)).Carried);
        Assert.False(Half(ThresholdBase.Present, Uncounted.Excluded).Judge(new(30, 50, 0, 0, 0, 30, 0)).Carried);
        Assert.False(new Threshold(new(0, 1), false, ThresholdBase.Present, Uncounted.Excluded, Uncounted.Excluded).Judge(new(30, 50, 0, 0, 0, 0, 0)).Carried);
    }

    [Fact]
    public void A_tie_is_shown_and_carries_nothing()
    {
        var sum = Half(ThresholdBase.Present, Uncounted.Excluded).Judge(new(30, 50, 0, 13, 13, 4, 0));
        Assert.True(sum.Tied);
        Assert.False(sum.Carried);
        Assert.False(Half(ThresholdBase.Present, Uncounted.Excluded).Judge(new(30, 50, 0, 0, 0, 30, 0)).Tied);
    }

    [Fact]
    public void Floor_and_ceiling_hold_the_number_in_favour()
    {
        var simple = Half(ThresholdBase.Present, Uncounted.Excluded);
        Assert.Equal(10, (simple with { Floor = 10 }).Needed(12));
        Assert.Equal(100, (simple with { Ceiling = 100 }).Needed(900));
        Assert.Equal(5, (simple with { Floor = 10, Ceiling = 5 }).Needed(12));
    }

    [Fact]
    public void Any_majority_agrees_with_counting_heads_one_by_one() => Laws.Hold(Assemblies, sample =>
    {
        var (threshold, room) = sample;
        var count = room.Count();
        var sum = threshold.Judge(count);
        var whole = room.People.Count(person => person.IsInBaseOf(threshold));
        return sum.Base == whole && sum.Needed == LeastInFavour(threshold, whole) && sum.Carried == (whole > 0 && count.For >= sum.Needed);
    });

    [Fact]
    public void One_more_in_favour_never_loses_what_was_carried() => Laws.Hold(Assemblies, sample =>
    {
        var (threshold, room) = sample;
        var count = room.Count();
        return count.Against == 0 || !threshold.Judge(count).Carried || threshold.Judge(count with { For = count.For + 1, Against = count.Against - 1 }).Carried;
    });

    private static Threshold Half(ThresholdBase of, Uncounted abstentions) => new(Fraction.Half, true, of, abstentions, abstentions);

    private static int LeastInFavour(Threshold threshold, int whole)
    {
        var (top, bottom) = (threshold.Share.Numerator, threshold.Share.Denominator);
        var needed = Enumerable.Range(0, whole + 2).First(n => threshold.Strict ? n * bottom > whole * top : n * bottom >= whole * top);
        if (threshold.Floor > needed) needed = threshold.Floor.Value;
        if (threshold.Ceiling < needed) needed = threshold.Ceiling.Value;
        return needed < 1 ? 1 : needed;
    }

    private static readonly Gen<(Threshold Threshold, Room Room)> Assemblies =
        from share in FractionSpecs.Fractions
        from strict in Laws.OneOf(true, false)
        from of in Laws.Any<ThresholdBase>()
        from abstentions in Laws.Any<Uncounted>()
        from blanks in Laws.Any<Uncounted>()
        from recusedInBase in Laws.OneOf(true, false)
        from floor in Laws.OneOf<int?>(null, null, 3, 10)
        from ceiling in Laws.OneOf<int?>(null, null, 5, 40)
        from people in Person.Anybody.ListOf()
        select (new Threshold(share, strict, of, abstentions, blanks, recusedInBase, floor, ceiling), new Room([.. people]));

    private enum Doing
    {
        For,
        Against,
        Abstains,
        Blank,
        Silent,
    }

    /// <summary>Somebody on the roll. Those not in the room, and those who may not vote, give no ballot.</summary>
    private sealed record Person(bool Present, bool Recused, Doing Doing)
    {
        public static readonly Gen<Person> Anybody =
            from present in Laws.OneOf(true, true, true, false)
            from recused in Laws.OneOf(false, false, false, true)
            from doing in Laws.Any<Doing>()
            select new Person(present, present && recused, present && !recused ? doing : Doing.Silent);

        public bool IsInBaseOf(Threshold threshold) => threshold.Base switch
        {
            ThresholdBase.Present => Present && StaysIf(threshold) && !Leaves(threshold, absentToo: true),
            ThresholdBase.Cast => Doing != Doing.Silent && !Leaves(threshold, absentToo: true),
            _ => StaysIf(threshold) && !Leaves(threshold, absentToo: false),
        };

        private bool StaysIf(Threshold threshold) => !Recused || threshold.RecusedInBase;

        private bool Leaves(Threshold threshold, bool absentToo)
        {
            var rule = Doing switch
            {
                Doing.Abstains => threshold.Abstentions,
                Doing.Blank => threshold.Blanks,
                _ => Uncounted.CountInBase,
            };
            return rule == Uncounted.Excluded || (absentToo && rule == Uncounted.CountAsAbsent);
        }
    }

    private sealed record Room(ImmutableArray<Person> People)
    {
        public Count Count() => new(
            People.Count(person => person.Present), People.Length, People.Count(person => person.Recused),
            Number(Doing.For), Number(Doing.Against), Number(Doing.Abstains), Number(Doing.Blank));

        private int Number(Doing doing) => People.Count(person => person.Doing == doing);
    }
}
