using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;

namespace Autogestion.Domain.Specs.Histories;

/// <summary>Random rules to live under: some of the law, with ranges, most of the house; and random changes of them.</summary>
internal static class WalkRules
{
    private static readonly ImmutableSortedDictionary<string, string> Sources = ImmutableSortedDictionary<string, string>.Empty.Add("L1", "Ley 1");

    public static Preset Draw(Chance chance, int edition = 1)
    {
        var rules = new List<PresetRule>
        {
            House(Rules.QuorumAt, new RuleValue.Choice(chance.Of("Opening", "EachVote"))),
            House(Rules.Tie, new RuleValue.Choice(chance.Of("Lost", "ChairDecides"))),
            House(Rules.Seconding, new RuleValue.Switch(chance.OneIn(3))),
            House(Rules.MinutesSigners, new RuleValue.Whole(chance.Below(3))),
            House(Rules.MostProxies, new RuleValue.Whole(chance.Below(3))),
            House(Rules.CouncillorsHoldNoProxies, new RuleValue.Switch(chance.OneIn(2))),
            House(Rules.Remote, new RuleValue.Switch(chance.OneIn(2))),
            House(Rules.EachSittingItsList, new RuleValue.Switch(chance.OneIn(2))),
            House(Rules.FirstSittingOnly, new RuleValue.Switch(chance.OneIn(3))),
            House(Rules.FloorOrder, new RuleValue.Choice(chance.Of(Rules.FloorOrder.Options))),
            House(Rules.FloorAlternates, new RuleValue.Switch(chance.OneIn(2))),
            House(Rules.AmendmentOrder, new RuleValue.Choice(chance.Of(Rules.AmendmentOrder.Options))),
            House(Rules.ExclusionsAYear, new RuleValue.Share(chance.Of(new Fraction(1, 10), new(1, 3), new(1, 2)))),
            House(Rules.AppealBody(Matter.ExcludeMember), new RuleValue.Choice(chance.Of("None", "Assembly", "Assembly", "AppealsCommittee"))),
            House(Rules.AppealBody(Matter.SuspendMember), new RuleValue.Choice(chance.Of("None", "Assembly"))),
            House(Rules.ExclusionEffect, new RuleValue.Choice(chance.Of("AtOnce", "AppealLapsed"))),
            House(Rules.AppealSilence, new RuleValue.Choice(chance.Of("StaysOpen", "Upheld"))),
            House(Rules.ProcedureFrom, new RuleValue.Choice(chance.Of("Warning", "Exclusion", "Exclusion"))),
            House(Rules.Ladder, new RuleValue.Switch(chance.OneIn(6))),
            House(Rules.ExtraordinaryNotice, Days(chance)),
            House(Rules.InternalNotice, new RuleValue.Limit(new(chance.Between(1, 48), TimeUnit.Hours))),
            House(Rules.Universal, new RuleValue.Switch(true)),
            House(Rules.ItemUntil, new RuleValue.Limit(new(8, TimeUnit.Days))),
            House(Rules.AddendumBefore, new RuleValue.Limit(new(1, TimeUnit.Hours))),
            House(Rules.AuditReportEvery, new RuleValue.Limit(new(1, TimeUnit.Months))),
            House(Rules.InternalCalls, Calls(chance)),
            House(Rules.CouncilCalls, Calls(chance)),
            House(Rules.HeldPost, new RuleValue.Choice(chance.Of(Rules.HeldPost.Options))),
            House(Rules.Undoing, new RuleValue.Choice(chance.Of(Rules.Undoing.Options))),
            House(Rules.TwoSignatures, new RuleValue.Switch(chance.OneIn(3))),
            House(Rules.LeftOpenHours, new RuleValue.Whole(chance.OneIn(2) ? chance.Between(1, 72) : 0)),
            Law(Rules.FormalCalls, Calls(chance), new(BoundKind.Fixed)),
            Law(Rules.OrdinaryNotice, Days(chance), new(BoundKind.AtLeast)),
            Law(Rules.PetitionShare, Part(10), new(BoundKind.AtMost, null, Part(5))),
            Law(Rules.LongestTrial, new RuleValue.Limit(new(6, TimeUnit.Months)), new(BoundKind.Between, new RuleValue.Limit(new(2, TimeUnit.Months)), new RuleValue.Limit(new(8, TimeUnit.Months)))),
            Law(Rules.SelfConvening, Part(5), new(BoundKind.OnlyIfStatutesSay)),
        };
        foreach (var matter in Enum.GetValues<Matter>())
        {
            if (chance.OneIn(3)) rules.Add(House(Rules.MajorityFor(matter), new RuleValue.Majority(Majority(chance))));
            if (chance.OneIn(8)) rules.Add(House(Rules.QuorumFor(matter), new RuleValue.Heads(new(new Fraction(1, chance.Between(2, 4)), chance.OneIn(2)))));
            if (chance.OneIn(10)) rules.Add(House(Rules.Secret(matter), new RuleValue.Switch(true)));
            if (chance.OneIn(5)) rules.Add(House(Rules.Reserved(matter), new RuleValue.Switch(true)));
            if (chance.OneIn(4)) rules.Add(House(Rules.OffAgenda(matter), new RuleValue.Choice(chance.Of(Rules.OffAgenda(matter).Options))));
            if (chance.OneIn(6)) rules.Add(House(Rules.CompetentBody(matter), new RuleValue.Choice(chance.Of("Assembly", "Council"))));
        }
        rules.Add(House(Rules.WorkMeasure, new RuleValue.Choice(Rules.WorkMeasure.Options[rules.Count % 4])));
        rules.Add(House(Rules.SurplusAllocation, Specs.Surplus.AllocatingSpecs.Drawn(rules.Count % 3)));
        rules.RemoveAll(rule => !rule.Bound.Holds(rule.Value));
        return Specs.House.PresetOf(Domain.Statutes.Preset.NoLegalForm, edition, rules) with { Sources = Sources };
    }

    /// <summary>A key and a value that may or may not be left to the layer that wants it.</summary>
    public static (string Key, RuleValue Value) Change(Chance chance) => chance.Below(9) switch
    {
        0 => (Rules.MinutesSigners.Name, new RuleValue.Whole(chance.Below(4))),
        1 => (Rules.Tie.Name, new RuleValue.Choice(chance.Of("Lost", "ChairDecides", "Coin"))),
        2 => (Rules.PetitionShare.Name, Part(chance.Between(2, 12))),
        3 => (Rules.LongestTrial.Name, new RuleValue.Limit(new(chance.Between(1, 12), chance.Of(TimeUnit.Months, TimeUnit.Days)))),
        4 => (Rules.SelfConvening.Name, Part(chance.Between(2, 9))),
        5 => (Rules.InternalCalls.Name, Calls(chance)),
        6 => (Rules.FormalCalls.Name, Calls(chance)),
        7 => (Rules.OrdinaryNotice.Name, Days(chance)),
        _ => (Rules.MajorityFor(chance.Of(Enum.GetValues<Matter>())).Name, new RuleValue.Majority(Majority(chance))),
    };

    private static RuleValue.Heads Part(int denominator) => new(new(new Fraction(1, denominator)));

    private static PresetRule House(RuleKey key, RuleValue value) => new(key.Name, value, new(BoundKind.Default), "", "", Mark.House);

    private static PresetRule Law(RuleKey key, RuleValue value, Bound bound)
    {
        var whole = bound.Kind == BoundKind.AtLeast && bound.Least is null ? bound with { Least = value } : bound;
        return new(key.Name, value, whole, "art. 1", "L1", Mark.Read);
    }

    private static RuleValue.Limit Days(Chance chance) => new(new(chance.Between(1, 15), TimeUnit.Days, chance.Of(Enum.GetValues<ExcludedEnds>())));

    private static Threshold Majority(Chance chance) => new(
        chance.Of(Fraction.Half, Fraction.TwoThirds, new(3, 4)), chance.OneIn(2), chance.Of(Enum.GetValues<ThresholdBase>()),
        chance.Of(Enum.GetValues<Uncounted>()), chance.Of(Enum.GetValues<Uncounted>()), chance.OneIn(3),
        chance.OneIn(5) ? chance.Between(1, 4) : null, chance.OneIn(5) ? chance.Between(1, 6) : null);

    private static RuleValue.Calls Calls(Chance chance)
    {
        Quorum Quorum() => new(chance.OneIn(4) ? null : new Fraction(1, chance.Between(2, 4)), chance.OneIn(2), chance.OneIn(4) ? chance.Between(1, 6) : null, chance.Of(Pick.Min, Pick.Max));
        return chance.OneIn(3) ? new([new(0, null, Quorum())]) : new([new(0, null, Quorum()), new(chance.Between(10, 120), null, Quorum())]);
    }
}
