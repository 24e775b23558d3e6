using Autogestion.Domain;
using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;

namespace Autogestion.Pages.Statutes;

/// <summary>The rooms of the rules, in the order in which they are shown.</summary>
public enum RuleGroup
{
    Members,
    Calling,
    Sitting,
    Council,

    /// <summary>What was resolved, and who signs.</summary>
    Deciding,
}

/// <summary>A rule in force with what it comes to today.</summary>
public sealed record RuleLine(RuleKey Key, RuleInForce<RuleValue> Rule, ImmutableArray<Implied> Today);

/// <summary>How one kind of business is decided.</summary>
public sealed record MatterLine(Matter Matter, RuleLine Body, RuleLine Majority, RuleLine Quorum, RuleLine Secret, RuleLine Reserved, RuleLine OffAgenda, RuleLine Appeal)
{
    /// <summary>Whether a quorum of its own is asked for, beyond that of the call.</summary>
    public bool AsksForMore => Quorum.Rule.Value is RuleValue.Heads { Value: { } heads } && (heads.Share is not null || heads.Absolute is > 1 || heads.Floor > 1);
}

/// <summary>All rules of a collective as they are in force now.</summary>
public sealed record StatutesView(ImmutableSortedDictionary<RuleGroup, ImmutableArray<RuleLine>> Groups, ImmutableArray<MatterLine> Matters)
{
    public static StatutesView Of(Collective state, Instant now)
    {
        RuleLine Line(RuleKey key)
        {
            var rule = state.Statutes.Rule(key);
            return new(key, rule, [.. Implied.Today(key, rule.Value, state, now)]);
        }

        return new(
            Rules.All.Values.Where(key => GroupOf(key.Name) is not null).GroupBy(key => GroupOf(key.Name)!.Value)
                .ToImmutableSortedDictionary(group => group.Key, group => group.Select(Line).ToImmutableArray()),
            [
                .. Enum.GetValues<Matter>().Select(matter => new MatterLine(
                    matter, Line(Rules.CompetentBody(matter)), Line(Rules.MajorityFor(matter)), Line(Rules.QuorumFor(matter)), Line(Rules.Secret(matter)),
                    Line(Rules.Reserved(matter)), Line(Rules.OffAgenda(matter)), Line(Rules.AppealBody(matter)))),
            ]);
    }

    /// <summary>The group of a rule by its stored name; null for the rules of matters, which have their table.</summary>
    public static RuleGroup? GroupOf(string key) => key.Split('.') switch
    {
        ["matter", ..] => null,
        ["members", ..] => RuleGroup.Members,
        ["signatures" or "post" or "resolution", ..] => RuleGroup.Deciding,
        ["council" or "auditor", ..] => RuleGroup.Council,
        ["assembly", "ordinary" or "extraordinary" or "internal" or "formal" or "petition-share" or "petition-held-within" or "self-convening", ..] => RuleGroup.Calling,
        _ => RuleGroup.Sitting,
    };
}
