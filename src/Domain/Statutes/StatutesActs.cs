namespace Autogestion.Domain.Statutes;

/// <summary>An act about the rules.</summary>
public abstract record StatutesAct : Act;

/// <summary>Give the collective a legal form, or another: effect of a resolution.</summary>
[Named("statutes.adopt-preset"), Undone(Reversal.ChangedBack), OnMatter(Matter.AdoptLegalForm), Accepts(Source.Resolution)]
public sealed record AdoptPreset(Preset Preset, string Hash) : StatutesAct;

/// <summary>A newer edition of the law already adopted, recorded with its source by an auditor or whoever represents the collective.</summary>
[Named("statutes.record-law"), Accepts(Power.Audit), Accepts(Power.Represent)]
public sealed record RecordLaw(Preset Preset, string Hash) : StatutesAct, ITakesTwo;

/// <summary>Set an internal norm: effect of a resolution.</summary>
[Named("statutes.change-norm"), Undone(Reversal.ChangedBack), OnMatter(Matter.ChangeNorm), Accepts(Source.Resolution)]
public sealed record ChangeNorm(string Key, RuleValue Value) : StatutesAct;

/// <summary>Set a rule of the statutes: effect of a resolution.</summary>
[Named("statutes.reform"), Undone(Reversal.ChangedBack), OnMatter(Matter.ReformStatutes), Accepts(Source.Resolution)]
public sealed record ReformStatutes(string Key, RuleValue Value) : StatutesAct;
