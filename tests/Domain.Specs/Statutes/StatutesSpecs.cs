using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using FsCheck;
using FsCheck.Fluent;

namespace Autogestion.Domain.Specs.Statutes;

/// <summary>Law, statutes and norms: nothing outside the range that the layer above leaves.</summary>
public sealed class StatutesSpecs
{
    private static readonly RuleKey<RuleValue.Limit> Notice = Rules.OrdinaryNotice;
    private static readonly RuleKey<RuleValue.Heads> Petition = Rules.PetitionShare;
    private static readonly RuleKey<RuleValue.Switch> Seconding = Rules.Seconding;

    private static RuleValue.Limit Days(int days) => new(new(days, TimeUnit.Days));

    private static RuleValue.Heads Share(int top, int bottom) => new(new(new Fraction(top, bottom)));

    [Fact]
    public void A_norm_sets_what_the_house_only_suggests()
    {
        var book = Under();
        Assert.Equal([new RuleSet(Layer.Norms, Seconding.Name, new RuleValue.Switch(true), null)], Entered(new ChangeNorm(Seconding.Name, new RuleValue.Switch(true)), book));
        Assert.Equal((true, Layer.Norms), InForce(Seconding, After(book, new ChangeNorm(Seconding.Name, new RuleValue.Switch(true)))));
    }

    [Fact]
    public void What_was_there_before_is_kept_in_the_entry()
    {
        var book = After(Under(), new ChangeNorm(Notice.Name, Days(5)));
        Assert.Equal([new RuleSet(Layer.Norms, Notice.Name, Days(9), Days(5))], Entered(new ChangeNorm(Notice.Name, Days(9)), book));
    }

    [Fact]
    public void A_norm_cannot_touch_what_the_law_speaks_of_even_within_its_range()
    {
        var book = Under(Law(Notice, Days(15), new(BoundKind.AtLeast, Days(15)), "art. 48"));
        Refused(StatutesRefusals.OutsideRange, new ChangeNorm(Notice.Name, Days(20)), book, "art. 48");
        Assert.Single(Entered(new ReformStatutes(Notice.Name, Days(20)), book));
    }

    [Theory]
    [InlineData(BoundKind.Fixed, null, null, 15, false)]
    [InlineData(BoundKind.Fixed, null, null, 20, false)]
    [InlineData(BoundKind.AtLeast, 15, null, 14, false)]
    [InlineData(BoundKind.AtLeast, 15, null, 15, true)]
    [InlineData(BoundKind.AtLeast, 15, null, 60, true)]
    [InlineData(BoundKind.AtMost, null, 30, 30, true)]
    [InlineData(BoundKind.AtMost, null, 30, 31, false)]
    [InlineData(BoundKind.Between, 10, 30, 9, false)]
    [InlineData(BoundKind.Between, 10, 30, 10, true)]
    [InlineData(BoundKind.Between, 10, 30, 30, true)]
    [InlineData(BoundKind.Between, 10, 30, 31, false)]
    [InlineData(BoundKind.Default, null, null, 1, true)]
    [InlineData(BoundKind.OnlyIfStatutesSay, null, null, 1, true)]
    public void A_value_outside_the_range_is_refused_with_the_article(BoundKind kind, int? least, int? most, int days, bool allowed)
    {
        var book = Under(Law(Notice, Days(15), new(kind, least is { } from ? Days(from) : null, most is { } to ? Days(to) : null), "art. 48"));
        if (allowed) Assert.Equal([new RuleSet(Layer.Statutes, Notice.Name, Days(days), null)], Entered(new ReformStatutes(Notice.Name, Days(days)), book));
        else Refused(StatutesRefusals.OutsideRange, new ReformStatutes(Notice.Name, Days(days)), book, "art. 48");
    }

    [Fact]
    public void Some_laws_let_statutes_ask_for_less()
    {
        var book = Under(Law(Petition, Share(1, 10), new(BoundKind.AtMost, null, Share(1, 10)), "art. 47"));
        Assert.Single(Entered(new ReformStatutes(Petition.Name, Share(1, 20)), book));
        Refused(StatutesRefusals.OutsideRange, new ReformStatutes(Petition.Name, Share(1, 5)), book, "art. 47");
    }

    [Fact]
    public void What_cannot_be_compared_is_outside_the_range()
    {
        var book = Under(Law(Notice, Days(15), new(BoundKind.AtLeast, Days(15)), "art. 48"));
        Refused(StatutesRefusals.OutsideRange, new ReformStatutes(Notice.Name, new RuleValue.Limit(new(20, TimeUnit.Days, ExcludedEnds.Both))), book, "art. 48");
        Refused(StatutesRefusals.OutsideRange, new ReformStatutes(Notice.Name, new RuleValue.Limit(new(2, TimeUnit.Months))), book, "art. 48");
    }

    [Fact]
    public void A_majority_may_be_raised_only_on_the_same_base()
    {
        var key = Rules.MajorityFor(Matter.ReformStatutes);
        var simple = new Threshold(Fraction.Half, true, ThresholdBase.Present, Uncounted.CountInBase, Uncounted.CountInBase);
        var book = Under(Law(key, new RuleValue.Majority(simple), new(BoundKind.AtLeast, new RuleValue.Majority(simple)), "art. 53"));
        Assert.Single(Entered(new ReformStatutes(key.Name, new RuleValue.Majority(simple with { Share = Fraction.TwoThirds, Strict = false })), book));
        Refused(StatutesRefusals.OutsideRange, new ReformStatutes(key.Name, new RuleValue.Majority(simple with { Strict = false })), book, "art. 53");
        Refused(StatutesRefusals.OutsideRange, new ReformStatutes(key.Name, new RuleValue.Majority(simple with { Share = Fraction.TwoThirds, Base = ThresholdBase.Cast })), book, "art. 53");
    }

    [Fact]
    public void What_the_statutes_settle_is_not_for_the_norms()
    {
        var book = After(After(Under(), new ChangeNorm(Notice.Name, Days(5))), new ReformStatutes(Notice.Name, Days(8)));
        Assert.Equal((Days(8).Value, Layer.Statutes), InForce(Notice, book));
        Refused(StatutesRefusals.OutsideRange, new ChangeNorm(Notice.Name, Days(5)), book, "");
    }

    [Fact]
    public void Unknown_rules_come_before_wrong_shapes_and_those_before_ranges()
    {
        var book = Under(Law(Notice, Days(15), new(BoundKind.Fixed), "art. 48"));
        Refused(StatutesRefusals.UnknownRule, new ChangeNorm("assembly.music", Days(1)), book);
        Refused(StatutesRefusals.WrongShape, new ChangeNorm(Notice.Name, new RuleValue.Whole(15)), book);
        Refused(StatutesRefusals.WrongShape, new ChangeNorm(Rules.QuorumAt.Name, new RuleValue.Choice("Never")), book);
        Refused(StatutesRefusals.WrongShape, new ChangeNorm(Petition.Name, Share(11, 10)), book);
        Refused(StatutesRefusals.WrongShape, new ChangeNorm(Rules.FormalCalls.Name, new RuleValue.Calls([])), book);
        Refused(StatutesRefusals.WrongShape, new ChangeNorm(Notice.Name, Days(-1)), book);
    }

    [Fact]
    public void Another_law_keeps_what_still_fits_and_clears_what_does_not()
    {
        var book = Under();
        book = After(book, new ReformStatutes(Notice.Name, Days(20)));
        book = After(book, new ReformStatutes(Petition.Name, Share(1, 2)));
        book = After(book, new ChangeNorm(Seconding.Name, new RuleValue.Switch(true)));
        book = After(book, new ChangeNorm(Rules.LongestRecess.Name, Days(90)));
        var law = House.PresetOf("XX", 1, [
            Law(Notice, Days(15), new(BoundKind.AtLeast, Days(15)), "art. 48"),
            Law(Petition, Share(1, 10), new(BoundKind.AtMost, null, Share(1, 10)), "art. 47"),
            Law(Rules.LongestRecess, Days(30), new(BoundKind.AtMost, null, Days(30)), "art. 57"),
        ]) with
        { Sources = ImmutableSortedDictionary<string, string>.Empty.Add("L", "A law") };

        var entries = Entered(new AdoptPreset(law, "hash"), book);

        Assert.Equal([new PresetAdopted(law, "hash"), new RuleCleared(Layer.Statutes, Petition.Name), new RuleCleared(Layer.Norms, Rules.LongestRecess.Name)], entries);
        var next = entries.Aggregate(book, StatuteBook.Evolve);
        Assert.Equal((Days(20).Value, Layer.Statutes), InForce(Notice, next));
        Assert.Equal((true, Layer.Norms), InForce(Seconding, next));
        Assert.Equal((Share(1, 10).Value, Layer.Law), InForce(Petition, next));
        Assert.Equal((Days(30).Value, Layer.Law), InForce(Rules.LongestRecess, next));
        Assert.Equal("art. 57", next.Rule(Rules.LongestRecess).Cited.Article);
        Assert.Equal("", next.Rule(Seconding).Cited.Article);
    }

    [Fact]
    public void A_newer_edition_of_the_same_law_is_recorded_an_older_or_another_is_not()
    {
        var book = Under(2);
        Assert.Single(Entered(new RecordLaw(Edition("XX", 3), "hash"), book));
        Refused(StatutesRefusals.NotNewerEdition, new RecordLaw(Edition("XX", 2), "hash"), book);
        Refused(StatutesRefusals.NotNewerEdition, new RecordLaw(Edition("YY", 3), "hash"), book);
        Assert.Single(Entered(new AdoptPreset(Edition("YY", 1), "hash"), book));
    }

    [Fact]
    public void A_preset_must_be_complete_sound_and_no_draft()
    {
        var whole = Edition("YY", 1);
        var silent = whole.Rules.SetItem(0, whole.Rules[0] with { Mark = Mark.Read });
        var pretending = whole.Rules.SetItem(0, whole.Rules[0] with { Article = "art. 1" });
        var outside = whole.Rules.Replace(whole.Rules.Single(rule => rule.Key == Notice.Name), new(Notice.Name, Days(5), new(BoundKind.AtLeast, Days(15)), "", "", Mark.House));
        var open = whole.Rules.SetItem(0, whole.Rules[0] with { Bound = new(BoundKind.AtLeast) });
        Refused(StatutesRefusals.PresetIncomplete, new AdoptPreset(whole with { Rules = whole.Rules.RemoveAt(0) }, "hash"), Under());
        Refused(StatutesRefusals.PresetIncomplete, new AdoptPreset(whole with { Rules = whole.Rules.SetItem(0, whole.Rules[1]) }, "hash"), Under());
        foreach (var rules in new[] { silent, pretending, outside, open })
            Refused(StatutesRefusals.PresetUnsound, new AdoptPreset(whole with { Rules = rules }, "hash"), Under());
        Refused(StatutesRefusals.PresetDraft, new RecordLaw(Edition("XX", 9) with { Status = PresetStatus.Draft }, "hash"), Under());
    }

    [Fact]
    public void Each_change_makes_the_next_version()
    {
        var book = Under();
        Assert.Equal(1, book.Version);
        Assert.Equal(3, After(After(book, new ChangeNorm(Notice.Name, Days(5))), new ReformStatutes(Notice.Name, Days(8))).Version);
    }

    [Fact]
    public void Whatever_is_decided_no_value_ever_lies_outside_what_the_law_leaves() => Laws.Hold(
        Change.Nth.ListOf(),
        changes =>
        {
            var book = Under();
            foreach (var change in changes)
            {
                if (StatutesDecider.Decide(change, book) is Decision.Entered entered) book = entered.Entries.Aggregate(book, StatuteBook.Evolve);
                if (!book.Statutes.All(pair => IsLeft(pair.Key, pair.Value, Layer.Statutes, book)) || !book.Norms.All(pair => IsLeft(pair.Key, pair.Value, Layer.Norms, book))) return false;
            }
            return true;
        });

    // By hand, for whole numbers of days: what the law leaves to a layer.
    private static bool IsLeft(string key, RuleValue value, Layer layer, StatuteBook book)
    {
        var law = book.Preset!.Rules.Single(rule => rule.Key == key);
        var days = ((RuleValue.Limit)value).Value.Amount;
        var inRange = law.Bound.Kind switch
        {
            BoundKind.Fixed => false,
            BoundKind.AtLeast => days >= Amount(law.Bound.Least),
            BoundKind.AtMost => days <= Amount(law.Bound.Most),
            BoundKind.Between => days >= Amount(law.Bound.Least) && days <= Amount(law.Bound.Most),
            BoundKind.OnlyIfStatutesSay => layer == Layer.Statutes,
            _ => true,
        };
        return inRange && (layer == Layer.Statutes || (law.Mark == Mark.House && !book.Statutes.ContainsKey(key)));
    }

    private static int Amount(RuleValue? value) => ((RuleValue.Limit)value!).Value.Amount;

    private static class Change
    {
        private static readonly Gen<RuleKey> Keys = Laws.OneOf<RuleKey>(Notice, Rules.OrdinaryNoticeMost, Rules.LongestRecess);

        private static readonly Gen<PresetRule> LawsOnDays =
            from key in Keys
            from kind in Laws.Any<BoundKind>()
            from least in Gen.Choose(1, 30)
            from range in Gen.Choose(0, 30)
            from value in Gen.Choose(least, least + range)
            select new PresetRule(
                key.Name, Days(value),
                new(kind, kind is BoundKind.AtLeast or BoundKind.Between ? Days(least) : null, kind is BoundKind.AtMost or BoundKind.Between ? Days(least + range) : null),
                "art. 1", "L", Mark.Read);

        public static readonly Gen<StatutesAct> Nth = Gen.Frequency(
            (5, from key in Keys from days in Gen.Choose(1, 60) select (StatutesAct)new ChangeNorm(key.Name, Days(days))),
            (5, from key in Keys from days in Gen.Choose(1, 60) select (StatutesAct)new ReformStatutes(key.Name, Days(days))),
            (2, from laws in LawsOnDays.ListOf() select (StatutesAct)new AdoptPreset(Sourced(House.PresetOf("XX", 1, laws.DistinctBy(law => law.Key))), "hash")));
    }

    private static Preset Sourced(Preset preset) => preset with { Sources = ImmutableSortedDictionary<string, string>.Empty.Add("L", "A law") };

    private static PresetRule Law(RuleKey key, RuleValue value, Bound bound, string article) => new(key.Name, value, bound, article, "L", Mark.Read);

    private static Preset Edition(string id, int edition) => House.PresetOf(id, edition, []);

    private static StatuteBook Under(params PresetRule[] laws) =>
        StatuteBook.Evolve(StatuteBook.Empty, new PresetAdopted(Sourced(House.PresetOf("XX", 1, laws)), "hash"));

    private static StatuteBook Under(int edition) => StatuteBook.Evolve(StatuteBook.Empty, new PresetAdopted(Edition("XX", edition), "hash"));

    private static StatuteBook After(StatuteBook book, StatutesAct act) => Entered(act, book).Aggregate(book, StatuteBook.Evolve);

    private static ImmutableArray<Entry> Entered(StatutesAct act, StatuteBook book) => Assert.IsType<Decision.Entered>(StatutesDecider.Decide(act, book)).Entries;

    private static (object Value, Layer Layer) InForce<T>(RuleKey<T> key, StatuteBook book)
        where T : RuleValue
    {
        var rule = book.Rule(key);
        return (typeof(T).GetProperty("Value")!.GetValue(rule.Value)!, rule.Layer);
    }

    private static void Refused(RefusalCode code, StatutesAct act, StatuteBook book, string? article = null)
    {
        var refusal = Assert.IsType<Decision.Refused>(StatutesDecider.Decide(act, book)).Refusal;
        Assert.Equal(code, refusal.Code);
        if (article is not null) Assert.Equal(article, refusal.Rule!.Article);
    }
}
