namespace Autogestion.Domain.Statutes;

/// <summary>Decides changes of rules. Nothing outside the range that the layer above leaves.</summary>
public static class StatutesDecider
{
    public static Decision Decide(StatutesAct act, StatuteBook book) => act switch
    {
        AdoptPreset adopt => Adopt(adopt, book),
        RecordLaw record => Record(record, book),
        ChangeNorm change => Set(Layer.Norms, change.Key, change.Value, book),
        ReformStatutes reform => Set(Layer.Statutes, reform.Key, reform.Value, book),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    private static Decision Adopt(AdoptPreset act, StatuteBook book) =>
        Flaw(act.Preset) is { } flaw ? flaw : WithConsequences(act.Preset, act.Hash, book);

    private static Decision Record(RecordLaw act, StatuteBook book)
    {
        if (Flaw(act.Preset) is { } flaw) return flaw;
        return act.Preset.Id != book.Preset?.Id || act.Preset.Edition <= book.Preset.Edition
            ? StatutesRefusals.NotNewerEdition.With("edition", book.Preset?.Edition ?? 0)
            : WithConsequences(act.Preset, act.Hash, book);
    }

    private static Decision Set(Layer layer, string key, RuleValue value, StatuteBook book)
    {
        if (!Rules.All.TryGetValue(key, out var rule)) return StatutesRefusals.UnknownRule;
        if (!rule.Fits(value)) return StatutesRefusals.WrongShape;
        if (!book.Leaves(rule, value, layer)) return StatutesRefusals.OutsideRange.Under(Cite(book, rule));
        return new RuleSet(layer, key, value, book.Of(layer).GetValueOrDefault(key));
    }

    /// <summary>Why a preset cannot be adopted, or null.</summary>
    public static Refusal? Flaw(Preset preset)
    {
        var stated = preset.Rules.Select(rule => rule.Key).ToHashSet();
        if (stated.Count != preset.Rules.Length
            || Rules.All.Values.Any(key => key.Otherwise is null && !stated.Contains(key.Name))
            || preset.Rules.Any(rule => !Rules.All.TryGetValue(rule.Key, out var key) || !key.Fits(rule.Value)))
            return StatutesRefusals.PresetIncomplete;
        if (preset.Rules.FirstOrDefault(rule => !IsSound(rule, preset)) is { } unsound) return StatutesRefusals.PresetUnsound.With("rule", unsound.Key);
        return preset.Status == PresetStatus.Draft ? new Refusal(StatutesRefusals.PresetDraft) : null;
    }

    // Law says where it says so, and a range holds the value it starts from.
    private static bool IsSound(PresetRule rule, Preset preset) =>
        (rule.Mark == Mark.House ? rule.Article.Length == 0 : rule.Article.Length > 0 && preset.Sources.ContainsKey(rule.Source))
        && rule.Bound.Holds(rule.Value);

    // What statutes and norms had set stays where the new law leaves it to them, and falls where it does not.
    private static Decision WithConsequences(Preset preset, string hash, StatuteBook book)
    {
        var adopted = new PresetAdopted(preset, hash);
        var next = StatuteBook.Evolve(book, adopted);
        Entry[] fallen =
        [
            .. book.Statutes.Where(pair => !next.Leaves(Rules.All[pair.Key], pair.Value, Layer.Statutes)).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new RuleCleared(Layer.Statutes, pair.Key)),
            .. book.Norms.Where(pair => !next.Leaves(Rules.All[pair.Key], pair.Value, Layer.Norms)).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new RuleCleared(Layer.Norms, pair.Key)),
        ];
        return Decision.Of([adopted, .. fallen]);
    }

    /// <summary>The law that was adopted before, again, with what statutes and norms said under it and lost by the change.</summary>
    public static IEnumerable<Entry> Back(StatuteBook before, StatuteBook now)
    {
        if (before.Preset is not { } preset) return [];
        var entered = ((Decision.Entered)WithConsequences(preset, before.PresetHash, now)).Entries;
        var next = entered.Aggregate(now, StatuteBook.Evolve);
        return
        [
            .. entered,
            .. Lost(Layer.Statutes, before, next),
            .. Lost(Layer.Norms, before, next),
        ];
    }

    private static IEnumerable<Entry> Lost(Layer layer, StatuteBook before, StatuteBook next) => before.Of(layer)
        .Where(pair => !next.Of(layer).ContainsKey(pair.Key) && next.Leaves(Rules.All[pair.Key], pair.Value, layer))
        .OrderBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => new RuleSet(layer, pair.Key, pair.Value, null));

    private static Cited Cite(StatuteBook book, RuleKey key)
    {
        var rule = book.Rule(key);
        return new(key.Name, rule.Law.Article, rule.Law.Source);
    }
}
