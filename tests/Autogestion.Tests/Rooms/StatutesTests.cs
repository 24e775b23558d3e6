using Autogestion.Domain.Kernel;
using Autogestion.Domain.Specs;
using Autogestion.Domain.Statutes;
using Autogestion.Pages.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Tests.Rooms;

/// <summary>Rules with what they come to today, and how they came to be.</summary>
public sealed class StatutesTests
{
    private static IEnumerable<Implied> Today(RuleKey key, Plant plant) => Implied.Today(key, plant.State.Statutes.Rule(key).Value, plant.State, plant.Now);

    [Theory]
    [InlineData(50, 26, 13)]
    [InlineData(51, 26, 13)]
    [InlineData(10, 6, 3)]
    public void The_quorum_of_each_call_is_a_number_of_this_roll(int people, int first, int second) =>
        Assert.Equal([new Implied.People(first, people, 1), new Implied.People(second, people, 2)], Today(Rules.FormalCalls, Founded(people)));

    [Fact]
    public void A_majority_is_that_of_everybody_being_there() =>
        Assert.Equal([new Implied.InFavour(6, 10)], Today(Rules.MajorityFor(Matter.General), Founded(10)));

    [Fact]
    public void An_assembly_called_today_has_its_earliest_and_its_latest_day()
    {
        var plant = Founded(preset: House.Preset((Rules.OrdinaryNotice, new RuleValue.Limit(new(15, TimeUnit.Days, ExcludedEnds.Both)))));
        Assert.Equal([new Implied.NotBefore(Zone.AtStartOfDay(FirstDay.PlusDays(16)).ToInstant())], Today(Rules.OrdinaryNotice, plant));
        Assert.Equal([new Implied.NotAfter(FirstDay.PlusDays(60))], Today(Rules.OrdinaryNoticeMost, plant));
    }

    [Fact]
    public void Exclusions_are_capped_by_the_roll_of_the_last_year_end_rounded_down() =>
        Assert.Equal([new Implied.AtMost(1, 19)], Today(Rules.ExclusionsAYear, Founded(19)));

    [Fact]
    public void Signatures_to_petition_are_people() =>
        Assert.Equal([new Implied.People(3, 30)], Today(Rules.PetitionShare, Founded(30)));

    [Fact]
    public void A_rule_without_a_figure_implies_none() => Assert.Empty(Today(Rules.Tie, Founded()));

    [Fact]
    public void Every_rule_is_shown_once()
    {
        var view = StatutesView.Of(Founded().State, FirstMoment);
        var shown = view.Groups.Values.SelectMany(lines => lines).Select(line => line.Key.Name)
            .Concat(view.Matters.SelectMany(line => new[] { line.Body, line.Majority, line.Quorum, line.Secret, line.Reserved, line.OffAgenda, line.Appeal }).Select(line => line.Key.Name))
            .ToList();
        Assert.Equal(Rules.All.Keys.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void History_says_what_each_version_changed_the_newest_first()
    {
        var plant = Founded();
        plant.Resolve(new ChangeNorm(Rules.Tie.Name, new RuleValue.Choice("ChairDecides")));
        plant.Resolve(new ChangeNorm(Rules.Tie.Name, new RuleValue.Choice("Lost")));
        var changes = StatuteHistory.Back(plant.State).ToList();

        Assert.Equal([3, 2, 1], changes.Select(change => change.Version));
        Assert.Equal(new RuleChange(Layer.Norms, Rules.Tie.Name, new RuleValue.Choice("ChairDecides"), new RuleValue.Choice("Lost")), Assert.Single(changes[0].Rules));
        Assert.Null(Assert.Single(changes[1].Rules).Before);
        Assert.Equal(Preset.NoLegalForm, changes[2].Adopted?.Id);
        Assert.Null(changes[1].Adopted);
        Assert.IsType<RuleSet>(plant.Book[(int)changes[0].Position - 1].Entry);
        Assert.Equal(2, StatuteHistory.Back(plant.State, 2).Count());
    }

    private static Instant FirstMoment => Instant.FromUtc(2024, 3, 4, 12, 0);
}
