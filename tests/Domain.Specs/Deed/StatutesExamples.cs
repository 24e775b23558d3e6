using Autogestion.Domain.Kernel;
using Autogestion.Domain.Specs.Refusals;
using Autogestion.Domain.Statutes;
using static Autogestion.Domain.Specs.Plant;

namespace Autogestion.Domain.Specs.Deed;

/// <summary>How a change of rules is refused, in a collective that lives under them.</summary>
internal static class StatutesExamples
{
    public static IEnumerable<Example> All =>
    [
        new(StatutesRefusals.UnknownRule, () => Founded().Blocked(new ChangeNorm("bread.weight", new RuleValue.Whole(1)))),
        new(StatutesRefusals.WrongShape, () => Founded().Blocked(new ChangeNorm(Rules.MinutesSigners.Name, new RuleValue.Switch(true)))),
        new(StatutesRefusals.WrongShape, () => Founded().Blocked(new ChangeNorm(Rules.FormalCalls.Name, new RuleValue.Calls([new(int.MaxValue, null, new(null))])))),
        new(StatutesRefusals.WrongShape, () => Founded().Blocked(new ChangeNorm(Rules.LongestTrial.Name, new RuleValue.Limit(new(9_000, TimeUnit.Years))))),
        new(StatutesRefusals.OutsideRange, () => Founded(preset: Law(new(BoundKind.Fixed))).Blocked(new ReformStatutes(Rules.PetitionShare.Name, Share(1, 20)))),
        new(StatutesRefusals.OutsideRange, () => Founded(preset: Law(new(BoundKind.AtMost, null, Share(1, 10)))).Blocked(new ReformStatutes(Rules.PetitionShare.Name, Share(1, 5)))),
        new(StatutesRefusals.OutsideRange, () => Founded(preset: Law(new(BoundKind.Default))).Blocked(new ChangeNorm(Rules.PetitionShare.Name, Share(1, 20)))),
        new(StatutesRefusals.PresetIncomplete, () => Recorded(preset => preset with { Rules = preset.Rules.RemoveAt(0) })),
        new(StatutesRefusals.PresetUnsound, () => Recorded(preset => preset with { Rules = preset.Rules.SetItem(0, preset.Rules[0] with { Mark = Mark.Read }) })),
        new(StatutesRefusals.PresetDraft, () => Recorded(preset => preset with { Status = PresetStatus.Draft })),
        new(StatutesRefusals.NotNewerEdition, () => Recorded(preset => preset)),
        new(StatutesRefusals.NotNewerEdition, () => Recorded(preset => preset with { Id = "AR", Edition = 9 })),
    ];

    private static RuleValue.Heads Share(int numerator, int denominator) => new(new(new Fraction(numerator, denominator)));

    // A house preset in which the law itself speaks of petitions.
    private static Preset Law(Bound bound) =>
        House.PresetOf(Preset.NoLegalForm, 1, [new(Rules.PetitionShare.Name, Share(1, 10), bound, "art. 47", "L1", Mark.Read)]) with { Sources = ImmutableSortedDictionary<string, string>.Empty.Add("L1", "Ley 1") };

    private static Refusal Recorded(Func<Preset, Preset> change) =>
        Founded().Refused(Person(3), new RecordLaw(change(House.Preset()), "hash"));
}
