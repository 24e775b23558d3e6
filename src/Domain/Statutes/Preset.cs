namespace Autogestion.Domain.Statutes;

/// <summary>What the layer below may do with a rule.</summary>
public enum BoundKind
{
    /// <summary>Nothing.</summary>
    Fixed,

    /// <summary>The same or more than the least value.</summary>
    AtLeast,

    /// <summary>The same or less than the most value.</summary>
    AtMost,

    /// <summary>Anything from the least to the most value.</summary>
    Between,

    /// <summary>Anything: the value stands only until a layer below says otherwise.</summary>
    Default,

    /// <summary>Statutes may set anything, internal norms nothing.</summary>
    OnlyIfStatutesSay,
}

/// <summary>The range that a rule leaves to the layer below.</summary>
public sealed record Bound(BoundKind Kind, RuleValue? Least = null, RuleValue? Most = null)
{
    /// <summary>Whether a layer below may set this value.</summary>
    public bool Allows(RuleValue value, Layer layer) => Kind switch
    {
        BoundKind.Fixed => false,
        BoundKind.Default => true,
        BoundKind.OnlyIfStatutesSay => layer == Layer.Statutes,
        _ => Within(value),
    };

    /// <summary>Whether the range is well formed and the value of the rule itself lies in it.</summary>
    public bool Holds(RuleValue value) =>
        (Least is not null) == (Kind is BoundKind.AtLeast or BoundKind.Between)
        && (Most is not null) == (Kind is BoundKind.AtMost or BoundKind.Between)
        && Within(value);

    private bool Within(RuleValue value) =>
        (Least is null || RuleValue.Compare(value, Least) >= 0) && (Most is null || RuleValue.Compare(value, Most) <= 0);
}

/// <summary>The layers of rule, the stronger first.</summary>
public enum Layer
{
    Law,
    Statutes,
    Norms,
}

/// <summary>How well a rule of a preset is known.</summary>
public enum Mark
{
    /// <summary>Read in the law's own text.</summary>
    Read,

    /// <summary>Read only in an excerpt or a secondary page.</summary>
    ReadInExcerpt,

    /// <summary>From memory: unconfirmed.</summary>
    Unconfirmed,

    /// <summary>Not law: a default of the house, free to change.</summary>
    House,
}

/// <summary>One rule of a preset, with where it comes from.</summary>
/// <param name="Key">A name from <see cref="Rules.All"/>.</param>
/// <param name="Article">As the source numbers it; empty for a default of the house.</param>
/// <param name="Source">Key into <see cref="Preset.Sources"/>; empty for a default of the house.</param>
public sealed record PresetRule(string Key, RuleValue Value, Bound Bound, string Article, string Source, Mark Mark);

/// <summary>Whether a preset may be adopted for real use.</summary>
public enum PresetStatus
{
    Current,
    Draft,
    Superseded,
}

/// <summary>
/// The law of a place as data: numbers and articles, no text of any law, and not legal advice. Adopting it writes it
/// whole into the book, and decisions read only that.
/// </summary>
/// <param name="Id">For example <c>AR-M</c>; <c>NONE</c> is a collective without legal form yet.</param>
/// <param name="Edition">Counts up with every change of the shipped data.</param>
/// <param name="Sources">Key to the name of the source.</param>
/// <param name="Rules">Complete: a value for every key there is, but for rules that came later and have a value of the house.</param>
public sealed record Preset(
    string Id,
    int Edition,
    string Jurisdiction,
    PresetStatus Status,
    LocalDate? ValidFrom,
    LocalDate? ValidTo,
    ImmutableSortedDictionary<string, string> Sources,
    ImmutableArray<PresetRule> Rules)
{
    /// <summary>The collective that no law knows yet.</summary>
    public const string NoLegalForm = "NONE";
}
