namespace Autogestion.Domain.Statutes;

/// <summary>A rule in force: its value, the layer that set it, and where that layer says so.</summary>
public sealed record RuleInForce<T>(RuleKey Key, T Value, Layer Layer, PresetRule Law)
    where T : RuleValue
{
    /// <summary>How a refusal cites it. What the collective set itself has no article.</summary>
    public Cited Cited => Layer == Layer.Law ? new(Key.Name, Law.Article, Law.Source) : new(Key.Name, "", "");
}

/// <summary>The rules of a collective: law as adopted, its statutes, its norms. Each change makes the next version.</summary>
public sealed record StatuteBook
{
    public static readonly StatuteBook Empty = new();

    /// <summary>Counts changes; an assembly is governed by the version in force when its notice was issued.</summary>
    public int Version { get; init; }

    /// <summary>When this version came into force.</summary>
    public Instant Since { get; init; }

    /// <summary>Position of the entry that made this version.</summary>
    public long Position { get; init; }

    /// <summary>The law layer; null only before the founding.</summary>
    public Preset? Preset { get; init; }

    /// <summary>Hash under which the preset was adopted.</summary>
    public string PresetHash { get; init; } = "";

    public ImmutableDictionary<string, RuleValue> Statutes { get; init; } = ImmutableDictionary<string, RuleValue>.Empty;

    public ImmutableDictionary<string, RuleValue> Norms { get; init; } = ImmutableDictionary<string, RuleValue>.Empty;

    private ImmutableDictionary<string, PresetRule> Law { get; init; } = ImmutableDictionary<string, PresetRule>.Empty;

    /// <summary>Whether the collective has a legal form.</summary>
    public bool HasLegalForm => Preset is { Id: not Preset.NoLegalForm };

    /// <summary>What the collective itself set in a layer.</summary>
    public ImmutableDictionary<string, RuleValue> Of(Layer layer) => layer == Layer.Norms ? Norms : Statutes;

    /// <summary>The rule in force for a key.</summary>
    public RuleInForce<T> Rule<T>(RuleKey<T> key)
        where T : RuleValue
    {
        var rule = Rule((RuleKey)key);
        return new(key, (T)rule.Value, rule.Layer, rule.Law);
    }

    /// <summary>The rule in force for a key whose type is not known.</summary>
    public RuleInForce<RuleValue> Rule(RuleKey key)
    {
        var law = LawOf(key);
        if (Norms.TryGetValue(key.Name, out var norm)) return new(key, norm, Layer.Norms, law);
        return Statutes.TryGetValue(key.Name, out var statute) ? new(key, statute, Layer.Statutes, law) : new(key, law.Value, Layer.Law, law);
    }

    /// <summary>
    /// Whether the layers above leave this value to that layer. Norms reach only what is a default of the house:
    /// what the law speaks of is for the statutes, and what the statutes settled is not for the norms.
    /// </summary>
    public bool Leaves(RuleKey key, RuleValue value, Layer layer) =>
        LawOf(key).Bound.Allows(value, layer)
        && (layer != Layer.Norms || (LawOf(key).Mark == Mark.House && !Statutes.ContainsKey(key.Name)));

    /// <summary>Whether the law adopted speaks of a rule: one that came later may be missing in an older edition.</summary>
    public bool States(RuleKey key) => Law.ContainsKey(key.Name);

    // A preset adopted before a rule existed says nothing of it.
    private PresetRule LawOf(RuleKey key) => Law.GetValueOrDefault(key.Name) ?? Rules.All[key.Name].OfTheHouse!;

    public static StatuteBook Evolve(StatuteBook book, Entry entry) => entry switch
    {
        PresetAdopted adopted => book with
        {
            Version = book.Version + 1,
            Preset = adopted.Preset,
            PresetHash = adopted.Hash,
            Law = adopted.Preset.Rules.ToImmutableDictionary(rule => rule.Key),
        },
        RuleSet { Layer: Layer.Statutes } set => book with { Version = book.Version + 1, Statutes = book.Statutes.SetItem(set.Key, set.Value), Norms = book.Norms.Remove(set.Key) },
        RuleSet set => book with { Version = book.Version + 1, Norms = book.Norms.SetItem(set.Key, set.Value) },
        RuleCleared { Layer: Layer.Statutes } cleared => book with { Version = book.Version + 1, Statutes = book.Statutes.Remove(cleared.Key) },
        RuleCleared cleared => book with { Version = book.Version + 1, Norms = book.Norms.Remove(cleared.Key) },
        _ => book,
    };
}
