using Autogestion.Domain.Kernel;
using Autogestion.Domain.Statutes;
using Autogestion.Look;
using Autogestion.Office.Presets;
using Autogestion.Wording;

namespace Autogestion.Pages.Assemblies.Effects;

/// <summary>Effects on rules: a norm, a rule of the statutes, a legal form. The fields of a rule follow the shape of its value.</summary>
internal static class RuleEffects
{
    private const int MostCalls = 3;

    public static IReadOnlyList<EffectForm> All { get; } =
    [
        new("changeNorm", [Matter.ChangeNorm], ground => Fields(ground, Layer.Norms), ground => Chosen(ground) is { } key && Read(key, ground) is { } value ? new ChangeNorm(key.Name, value) : null),
        new("reform", [Matter.ReformStatutes], ground => Fields(ground, Layer.Statutes), ground => Chosen(ground) is { } key && Read(key, ground) is { } value ? new ReformStatutes(key.Name, value) : null),
        new("adoptForm", [Matter.AdoptLegalForm], Presets, Adopt),
    ];

    private static RuleKey? Chosen(EffectGround ground)
    {
        if (Rules.All.GetValueOrDefault(ground.Answers["rule"]) is { } key) return key;
        ground.Answers.Reject("rule");
        return null;
    }

    private static IEnumerable<EffectField> Fields(EffectGround ground, Layer layer)
    {
        var statutes = ground.Visit.State.Statutes;
        var mayChange = Rules.All.Values.Where(key => MayChange(statutes, key, layer)).Select(key => (key.Name, new RuleWording(ground.Reader).Label(key.Name))).OrderBy(rule => rule.Item2, StringComparer.Create(ground.Reader.Culture, true));
        yield return new("rule", ground.Reader["assemblies.fields.rule"], "select") { Options = [("", ground.Reader["forms.choose"]), .. mayChange], Hint = ground.Reader["assemblies.fields.ruleHint"] };
        if (Rules.All.GetValueOrDefault(ground.Answers["rule"]) is not { } chosen) yield break;
        var now = statutes.Rule(chosen).Value;
        foreach (var field in Shape(chosen, now, ground)) yield return field with { Hint = field.Hint ?? ground.Reader["assemblies.fields.now", ("value", new RuleWording(ground.Reader).Value(now, chosen.Name))] };
    }

    private static bool MayChange(StatuteBook statutes, RuleKey key, Layer layer)
    {
        var rule = statutes.Rule(key);
        return key.ValueType != typeof(RuleValue.Allocation) && rule.Law.Bound.Kind != BoundKind.Fixed && (layer == Layer.Statutes || (rule.Law.Mark == Mark.House && !statutes.Statutes.ContainsKey(key.Name)));
    }

    private static IEnumerable<EffectField> Shape(RuleKey key, RuleValue now, EffectGround ground)
    {
        var reader = ground.Reader;
        var value = reader["assemblies.fields.value"];
        return now switch
        {
            RuleValue.Whole whole => [new("value", value, "number") { First = $"{whole.Value}" }],
            RuleValue.Share share => [new("value", value) { First = $"{share.Value}" }],
            RuleValue.Heads { Value: var heads } =>
            [
                new("value", reader["assemblies.fields.share"], Required: false) { First = heads.Share is { } part ? $"{part}" : "" },
                new("strict", reader["assemblies.fields.strict"], "tick", false) { First = heads.Strict ? "true" : "" },
                new("absolute", reader["assemblies.fields.heads"], "number", false) { First = heads.Absolute is { } number ? $"{number}" : "" },
                Enums<Pick>("pick", "assemblies.fields.pick", heads.Pick, ground),
            ],
            RuleValue.Switch yes => [new("value", value, "select") { Options = [("yes", reader["answer.yes"]), ("no", reader["answer.no"])], First = yes.Value ? "yes" : "no" }],
            RuleValue.Choice choice => [new("value", value, "select") { Options = [.. key.Options.Select(option => (option, reader[$"rule.{Stem(key.Name)}.{option}"]))], First = choice.Value }],
            RuleValue.Limit limit =>
            [
                new("value", value, "number") { First = $"{limit.Value.Amount}" },
                Enums<TimeUnit>("unit", "assemblies.fields.unit", limit.Value.Unit, ground),
                Enums<ExcludedEnds>("ends", "assemblies.fields.ends", limit.Value.Excluded, ground),
            ],
            RuleValue.Majority { Value: var majority } =>
            [
                new("value", reader["assemblies.fields.share"]) { First = $"{majority.Share}" },
                new("strict", reader["assemblies.fields.strict"], "tick", false) { First = majority.Strict ? "true" : "" },
                Enums<ThresholdBase>("base", "assemblies.fields.base", majority.Base, ground),
                Enums<Uncounted>("abstentions", "assemblies.fields.abstentions", majority.Abstentions, ground),
                Enums<Uncounted>("blanks", "assemblies.fields.blanks", majority.Blanks, ground),
            ],
            RuleValue.Calls calls => Enumerable.Range(1, MostCalls).SelectMany(number => CallFields(number, calls.Value.ElementAtOrDefault(number - 1), ground)),
            _ => [],
        };
    }

    private static IEnumerable<EffectField> CallFields(int number, Call? now, EffectGround ground) =>
    [
        new($"delay{number}", ground.Reader["assemblies.fields.callDelay", ("call", number)], "number", number == 1) { First = now is null ? "" : $"{now.MinDelay}", Unit = ground.Reader["assemblies.fields.minutes"] },
        new($"share{number}", ground.Reader["assemblies.fields.callShare", ("call", number)], Required: false) { First = now?.Quorum.Share is { } share ? $"{share}" : "", Hint = ground.Reader["assemblies.fields.callShareHint"] },
        new($"strict{number}", ground.Reader["assemblies.fields.strict"], "tick", false) { First = now?.Quorum.Strict == true ? "true" : "" },
        new($"floor{number}", ground.Reader["assemblies.fields.callFloor"], "number", false) { First = now is null ? "" : $"{now.Quorum.Floor}" },
    ];

    private static EffectField Enums<T>(string name, string label, T now, EffectGround ground) where T : struct, Enum => new(name, ground.Reader[label], "select")
    {
        Options = [.. Enum.GetValues<T>().Select(value => ($"{value}", ground.Reader.Name(value)))],
        First = $"{now}",
    };

    private static RuleValue? Read(RuleKey key, EffectGround ground)
    {
        var answers = ground.Answers;
        if (answers["value"].Length == 0 && answers["delay1"].Length == 0 && answers["absolute"].Length == 0)
        {
            answers.Reject("value");
            return null;
        }
        return ground.Visit.State.Statutes.Rule(key).Value switch
        {
            RuleValue.Whole => new RuleValue.Whole(answers.Whole("value")),
            RuleValue.Share => new RuleValue.Share(answers.Share("value")),
            RuleValue.Heads now => new RuleValue.Heads(now.Value with
            {
                Share = answers["value"].Length == 0 ? null : answers.Share("value"),
                Strict = answers.Ticked("strict"),
                Absolute = answers.OptionalWhole("absolute"),
                Pick = answers.Choice<Pick>("pick"),
            }),
            RuleValue.Switch => new RuleValue.Switch(answers["value"] == "yes"),
            RuleValue.Choice => new RuleValue.Choice(answers["value"]),
            RuleValue.Limit => new RuleValue.Limit(new(answers.Whole("value"), answers.Choice<TimeUnit>("unit"), answers.Choice<ExcludedEnds>("ends"))),
            RuleValue.Majority now => new RuleValue.Majority(now.Value with
            {
                Share = answers.Share("value"),
                Strict = answers.Ticked("strict"),
                Base = answers.Choice<ThresholdBase>("base"),
                Abstentions = answers.Choice<Uncounted>("abstentions"),
                Blanks = answers.Choice<Uncounted>("blanks"),
            }),
            RuleValue.Calls now => new RuleValue.Calls([.. Enumerable.Range(1, MostCalls).Where(number => answers[$"delay{number}"].Length > 0).Select(number => Call(number, now.Value.ElementAtOrDefault(number - 1), answers))]),
            _ => null,
        };
    }

    private static Call Call(int number, Call? now, EffectAnswers answers)
    {
        Fraction? share = answers[$"share{number}"].Length == 0 ? null : answers.Share($"share{number}");
        var quorum = (now?.Quorum ?? new Quorum(null)) with { Share = share, Strict = answers.Ticked($"strict{number}"), Floor = answers.OptionalWhole($"floor{number}") ?? 1 };
        return new(answers.Whole($"delay{number}"), now?.MaxDelay, quorum);
    }

    private static IEnumerable<EffectField> Presets(EffectGround ground) =>
    [
        new("preset", ground.Reader["assemblies.fields.preset"], "select")
        {
            Options = [("", ground.Reader["forms.choose"]), .. PresetLibrary.Shipped.Offered.Select(shipped => (shipped.Preset.Id, PresetName(ground.Reader, shipped.Preset)))],
            Hint = ground.Reader["assemblies.fields.presetHint"],
        },
    ];

    private static string PresetName(Reader reader, Preset preset)
    {
        var key = $"statutes.preset.{preset.Id.Replace("-", "", StringComparison.Ordinal)}";
        return reader.Texts.Has(key) ? reader[key] : preset.Id;
    }

    // The options of the rules of all matters share their texts.
    private static string Stem(string key) => key.Split('.') is ["matter", _, var what] ? $"matter.{what}" : key;

    private static AdoptPreset? Adopt(EffectGround ground)
    {
        if (PresetLibrary.Shipped.Find(ground.Answers["preset"]) is { } shipped) return new(shipped.Preset, shipped.Hash);
        ground.Answers.Reject("preset");
        return null;
    }
}
