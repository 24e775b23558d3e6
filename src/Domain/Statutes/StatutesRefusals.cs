namespace Autogestion.Domain.Statutes;

/// <summary>Why a change of rules is refused, in order of precedence.</summary>
public static class StatutesRefusals
{
    /// <summary>No rule has that key.</summary>
    public static readonly RefusalCode UnknownRule = new("statutes.unknown-rule");

    /// <summary>The value does not have the shape of that rule.</summary>
    public static readonly RefusalCode WrongShape = new("statutes.wrong-shape");

    /// <summary>The layer above does not leave that value to this layer.</summary>
    public static readonly RefusalCode OutsideRange = new("statutes.outside-range");

    /// <summary>The preset lacks rules or has unknown ones.</summary>
    public static readonly RefusalCode PresetIncomplete = new("statutes.preset-incomplete");

    /// <summary>A rule of the preset has no article or source, or a value outside its own range.</summary>
    public static readonly RefusalCode PresetUnsound = new("statutes.preset-unsound");

    /// <summary>The preset is a draft.</summary>
    public static readonly RefusalCode PresetDraft = new("statutes.preset-draft");

    /// <summary>Only a newer edition of the law in force can be recorded without a resolution.</summary>
    public static readonly RefusalCode NotNewerEdition = new("statutes.not-newer-edition");
}
