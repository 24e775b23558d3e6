using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using Autogestion.Office.Presets;
using NodaTime;

namespace Autogestion.Office.Tests.Presets;

/// <summary>What every preset that comes with the program must be, and the numbers that each law is known for.</summary>
public sealed class ShippedPresetSpecs
{
    public static TheoryData<string, int> Everyone => [.. PresetLibrary.Shipped.All.Select(shipped => new TheoryDataRow<string, int>(shipped.Preset.Id, shipped.Preset.Edition))];

    [Fact]
    public void These_are_shipped() =>
        Assert.Equal(
            ["AR 1 Current", "AR-M 1 Superseded", "AR-M 2 Current", "ES 1 Current", "GR 1 Current", "NONE 1 Current", "PV 1 Current", "UY 1 Current"],
            PresetLibrary.Shipped.All.Select(shipped => $"{shipped.Preset.Id} {shipped.Preset.Edition} {shipped.Preset.Status}"));

    [Theory, MemberData(nameof(Everyone))]
    public void A_preset_is_complete_and_sound(string id, int edition)
    {
        var preset = PresetLibrary.Shipped.Find(id, edition)!.Preset;
        Assert.Null(StatutesDecider.Flaw(preset));
        Assert.Equal(Rules.All.Keys, preset.Rules.Select(rule => rule.Key));
    }

    [Theory, MemberData(nameof(Everyone))]
    public void What_is_law_says_where_and_what_is_ours_does_not_pretend(string id, int edition)
    {
        var preset = PresetLibrary.Shipped.Find(id, edition)!.Preset;
        Assert.All(preset.Rules, rule =>
        {
            if (rule.Mark == Mark.House)
            {
                Assert.Equal(("", "", BoundKind.Default), (rule.Article, rule.Source, rule.Bound.Kind));
                return;
            }
            Assert.NotEmpty(rule.Article);
            Assert.Contains(rule.Source, preset.Sources.Keys);
        });
        Assert.Equal(id == Preset.NoLegalForm, preset.Rules.All(rule => rule.Mark == Mark.House));
        Assert.Equal(preset.Sources.Keys, preset.Rules.Select(rule => rule.Source).Where(source => source.Length > 0).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void One_edition_of_each_is_current_and_follows_the_one_before() =>
        Assert.All(PresetLibrary.Shipped.All.GroupBy(shipped => shipped.Preset.Id), editions =>
        {
            Assert.Single(editions, shipped => shipped.Preset.Status == PresetStatus.Current);
            Assert.Equal(Enumerable.Range(1, editions.Count()), editions.Select(shipped => shipped.Preset.Edition));
            Assert.All(editions.Zip(editions.Skip(1)), pair => Assert.Equal(pair.Second.Preset.ValidFrom, pair.First.Preset.ValidTo!.Value.PlusDays(1)));
        });

    [Theory]
    [InlineData("AR", "Council", "AtOnce", "StaysOpen")]
    [InlineData("AR-M", "Council", "AtOnce", "StaysOpen")]
    [InlineData("UY", "Council", "AtOnce", "StaysOpen")]
    [InlineData("ES", "Council", "AppealLapsed", "Upheld")]
    [InlineData("GR", "Assembly", "AtOnce", "StaysOpen")]
    public void Who_excludes_from_when_and_what_silence_means(string id, string body, string effect, string silence) => Assert.Equal(
        (body, effect, silence), (Value(Rules.CompetentBody(Matter.ExcludeMember), id).Value, Value(Rules.ExclusionEffect, id).Value, Value(Rules.AppealSilence, id).Value));

    [Fact]
    public void The_least_number_of_members_changed_in_time()
    {
        Assert.Equal(10, Value(Rules.LeastMembers, "AR").Value);
        Assert.Equal(3, Value(Rules.LeastMembers, "AR-M", 1).Value);
        Assert.Equal(6, Value(Rules.LeastMembers, "AR-M").Value);
        Assert.Equal(new LocalDate(2024, 12, 12), PresetLibrary.Shipped.Find("AR-M")!.Preset.ValidFrom);
    }

    [Theory]
    [InlineData("AR", 50, 26, 1)]
    [InlineData("AR", 51, 26, 1)]
    [InlineData("UY", 50, 26, 1)]
    [InlineData("ES", 50, 26, 5)]
    [InlineData("ES", 2000, 1001, 100)]
    [InlineData("PV", 50, 26, 5)]
    [InlineData("GR", 50, 25, 25)]
    [InlineData("GR", 51, 26, 26)]
    [InlineData("NONE", 50, 26, 13)]
    public void First_and_second_call(string id, int roll, int first, int second) =>
        Assert.Equal([first, second], Value(Rules.FormalCalls, id).Value.Select(call => call.Quorum.Needed(roll)));

    [Theory]
    [InlineData("AR", 50, 5)]
    [InlineData("UY", 50, 6)]
    [InlineData("ES", 50, 10)]
    [InlineData("GR", 50, 17)]
    public void So_many_can_ask_for_an_assembly(string id, int roll, int needed) => Assert.Equal(needed, Value(Rules.PetitionShare, id).Value.Needed(roll));

    [Theory]
    [InlineData("UY", 60, 40)]
    [InlineData("UY", 100, 67)]
    [InlineData("UY", 150, 100)]
    [InlineData("UY", 600, 100)]
    [InlineData("AR", 600, 1)]
    public void Some_matters_take_a_quorum_of_their_own(string id, int roll, int needed) => Assert.Equal(needed, Value(Rules.QuorumFor(Matter.Merge), id).Value.Needed(roll));

    [Theory]
    [InlineData("AR", "2026-03-01", "2026-03-16", "2026-04-30")]
    [InlineData("UY", "2026-03-01", "2026-03-11", "2026-03-31")]
    [InlineData("ES", "2026-01-01", "2026-01-17", "2026-03-01")]
    [InlineData("PV", "2026-03-01", "2026-03-11", "2026-04-30")]
    [InlineData("GR", "2026-03-01", "2026-03-04", "2026-04-30")]
    public void Notice_is_counted_as_the_law_counts(string id, string noticed, string earliest, string latest)
    {
        var from = NodaTime.Text.LocalDatePattern.Iso.Parse(noticed).Value;
        Assert.Equal(earliest, NodaTime.Text.LocalDatePattern.Iso.Format(Value(Rules.OrdinaryNotice, id).Value.After(from)));
        Assert.Equal(latest, NodaTime.Text.LocalDatePattern.Iso.Format(Value(Rules.OrdinaryNoticeMost, id).Value.After(from)));
    }

    [Fact]
    public void Abstaining_weighs_differently_in_the_law_and_in_the_model()
    {
        var count = new Count(Present: 30, Roll: 50, Recused: 0, For: 19, Against: 7, Abstain: 4, Blank: 0);
        var model = Value(Rules.MajorityFor(Matter.ReformStatutes), "AR-M").Value.Judge(count);
        var law = Value(Rules.MajorityFor(Matter.Merge), "AR").Value.Judge(count);
        Assert.Equal((26, 18, true), (model.Base, model.Needed, model.Carried));
        Assert.Equal((30, 20, false), (law.Base, law.Needed, law.Carried));
    }

    [Theory]
    [InlineData("AR", "IfConsequence", "IfConsequence")]
    [InlineData("AR-M", "IfConsequence", "IfConsequence")]
    [InlineData("UY", "Never", "Never")]
    [InlineData("ES", "MajorityOfAll", "Allowed")]
    [InlineData("PV", "TwoThirdsOfPresent", "Never")]
    public void Recall_off_the_agenda(string id, string council, string auditor)
    {
        Assert.Equal(council, Value(Rules.OffAgenda(Matter.RecallCouncil), id).Value);
        Assert.Equal(auditor, Value(Rules.OffAgenda(Matter.RecallAuditor), id).Value);
        Assert.Equal("IfConsequence", Value(Rules.OffAgenda(Matter.RecallMandate), id).Value);
    }

    [Theory]
    [InlineData("AR-M", Matter.AdmitMember, "Council", "Assembly")]
    [InlineData("AR-M", Matter.ExcludeMember, "Council", "Assembly")]
    [InlineData("ES", Matter.AdmitMember, "Council", "Assembly")]
    [InlineData("ES", Matter.SuspendMember, "Council", "Assembly")]
    [InlineData("GR", Matter.ExcludeMember, "Assembly", "None")]
    [InlineData("NONE", Matter.AdmitMember, "Assembly", "None")]
    public void Each_law_has_its_competent_body(string id, Matter matter, string body, string appeal) =>
        Assert.Equal((body, appeal), (Value(Rules.CompetentBody(matter), id).Value, Value(Rules.AppealBody(matter), id).Value));

    [Fact]
    public void A_greek_cooperative_excludes_with_two_thirds_of_all()
    {
        var majority = Value(Rules.MajorityFor(Matter.ExcludeMember), "GR").Value;
        Assert.False(majority.Judge(new(80, 100, 0, 66, 0, 14, 0)).Carried);
        Assert.True(majority.Judge(new(80, 100, 0, 67, 13, 0, 0)).Carried);
    }

    private static T Value<T>(RuleKey<T> key, string id, int? edition = null)
        where T : RuleValue =>
        (T)PresetLibrary.Shipped.Find(id, edition)!.Preset.Rules.Single(rule => rule.Key == key.Name).Value;
}
