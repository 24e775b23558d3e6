using Autogestion.Domain.Statutes;

namespace Autogestion.Domain.Specs.Statutes;

/// <summary>A book whose preset is older than a rule goes on, with what holds otherwise.</summary>
public sealed class LaterRulesSpecs
{
    private static readonly RuleKey[] Later = [.. Rules.All.Values.Where(key => key.Otherwise is not null)];

    [Fact]
    public void A_preset_that_does_not_speak_of_later_rules_is_adopted_and_leaves_them_to_the_house()
    {
        var whole = House.Preset();
        var old = whole with { Rules = [.. whole.Rules.Where(rule => Later.All(key => key.Name != rule.Key))] };
        Assert.Null(StatutesDecider.Flaw(old));
        var book = StatuteBook.Evolve(StatuteBook.Empty, new PresetAdopted(old, "hash"));
        Assert.All(Later, key =>
        {
            Assert.True(key.Fits(key.Otherwise!));
            Assert.Equal(key.Otherwise, book.Rule(key).Value);
            Assert.Equal(Mark.House, book.Rule(key).Law.Mark);
            Assert.True(book.Leaves(key, key.Otherwise!, Layer.Norms));
        });
    }
}
