namespace Autogestion.Domain.Statutes;

/// <summary>A preset became the law layer of this collective: at the founding, or later by resolution. Holds the whole of it.</summary>
/// <param name="Hash">SHA-256 of the preset's data as shipped, base64url.</param>
[Named("statutes.preset-adopted"), SeenBy(Audience.Public)]
public sealed record PresetAdopted(Preset Preset, string Hash) : Entry;

/// <summary>A rule of the statutes or of the norms was set.</summary>
/// <param name="Previous">What it was before, for whoever sets it aside; null where that layer said nothing.</param>
[Named("statutes.rule-set"), SeenBy(Audience.Public)]
public sealed record RuleSet(Layer Layer, string Key, RuleValue Value, RuleValue? Previous) : Entry;

/// <summary>A rule that statutes or norms had set was taken back: the layer above speaks again.</summary>
[Named("statutes.rule-cleared"), SeenBy(Audience.Public)]
public sealed record RuleCleared(Layer Layer, string Key) : Entry;
